"""Names of offices as they are compared: without spaces and dots, and written in full where people shorten them."""

from functools import cache
from pathlib import Path

import yaml

from models.thai.normal import arabic, normalise


@cache
def _shortened() -> tuple[tuple[str, str], ...]:
    """What people write for the beginning of a name, the longest first."""
    rows: dict[str, str] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    pairs = ((_letters(short), _letters(whole)) for short, whole in rows.items())
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _letters(text: str) -> str:
    return "".join(letter for letter in arabic(normalise(text)) if letter not in " .,-()\"'“”")


def bare(name: str) -> str:
    """อบต. บึงงาม and องค์การบริหารส่วนตำบลบึงงาม are the same."""
    said = _letters(name)
    return next((whole + said[len(short) :] for short, whole in _shortened() if said.startswith(short)), said)


@cache
def _wholes() -> tuple[tuple[str, str], ...]:
    rows: dict[str, str] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return tuple(sorted(((whole, short) for short, whole in rows.items()), key=lambda pair: -len(pair[0])))


def short(name: str) -> str:
    """As short as people write it, so that it fits on a button: อบต.บึงงาม."""
    line = " ".join(name.split())
    return next((short + line[len(whole) :] for whole, short in _wholes() if line.startswith(whole)), line)
