"""What a check found: well, doubtful, wrong, not asked, or only to be seen by eye; and what to do about it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

OK, WARNING, WRONG, LOOK, SKIPPED = "ok", "warning", "wrong", "look", "skipped"
LONGEST = 160  # letters of what another program said


@dataclass(frozen=True)
class Finding:
    state: str
    found: str
    advice: tuple[str, ...] = ()


def ok(found: str) -> Finding:
    return Finding(OK, found)


def warning(found: str, key: str, **values: object) -> Finding:
    return Finding(WARNING, found, advice(key, **values))


def wrong(found: str, key: str, **values: object) -> Finding:
    return Finding(WRONG, found, advice(key, **values))


def look(key: str) -> Finding:
    """What LINE tells no program; said as a thing to look at, never as well or wrong."""
    return Finding(LOOK, "LINE does not tell: look yourself", advice(key))


def skipped(why: str) -> Finding:
    return Finding(SKIPPED, why)


def broken(error: Exception) -> Finding:
    key = "check.library" if isinstance(error, ImportError) else "check.failed"
    return wrong(f"this could not be looked at: {said_by(error)}", key)


def said_by(error: Exception) -> str:
    """One line of it: the first, for the others repeat the question."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:LONGEST]


def advice(key: str, **values: object) -> tuple[str, ...]:
    return tuple(line.format(**values) for line in written()[key].splitlines())


@cache
def written() -> dict[str, str]:
    """All advice by `subject.name`."""
    file = Path(__file__).with_name("advice.yml")
    subjects: dict[str, dict[str, str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {f"{subject}.{name}": text for subject, texts in subjects.items() for name, text in texts.items()}
