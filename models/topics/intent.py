"""What the sender wants: to report, ask, answer, thank, greet or just try; and what kind of report it is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from models.topics import spelling

_SHORTEST = 6  # letters a complaint needs
_LONGEST_QUESTION = 60


def small_talk(closed: str) -> str | None:
    """test, thanks, greeting or other when the message is nothing else; None when it says more."""
    if not re.search("[ก-๛a-z]", closed):
        return "other"
    for name in ("test", "thanks", "greeting"):
        if _whole(name).fullmatch(closed):
            return name
    return "other" if _whole("nothing").fullmatch(closed) else None


def asks(closed: str) -> bool:
    """Whether it only asks: when is the Forum, how does this work; who writes long tells."""
    return len(closed) <= _LONGEST_QUESTION and any(pattern.search(closed) for pattern in _questions())


def bears_marks(closed: str, of: str) -> bool:
    """Whether a word stands there without which nothing is a question, an answer (rsvp) or thanks."""
    return bool(_marks(of).search(closed))


def complains(closed: str) -> bool:
    """Whether it sounds like trouble, though of no topic we know."""
    return len(closed) >= _SHORTEST and bool(_words("trouble").search(closed))


def urgency(closed: str, pressing: bool) -> str:
    """damage or chronic, for a report that is no cry for rescue."""
    if _words("chronic").search(closed):
        return "chronic"
    return "damage" if pressing or _words("damage").search(closed) else "chronic"


def kind_of_report(text: str) -> str:
    """trouble, need, proposal or situation."""
    closed = spelling.close(text)
    for kind in ("proposal", "situation", "need"):
        if _words(kind).search(closed):
            return kind
    return "trouble"


def is_wish(text: str) -> bool:
    """Whether it says how something should be set right rather than telling a new trouble."""
    closed = spelling.close(text)
    return bool(_words("wish").search(closed)) and not _words("told").search(closed)


def warm() -> None:
    small_talk("ก")
    asks("ก")
    for name in ("question", "rsvp", "thanks"):
        _marks(name)
    for name in ("trouble", "chronic", "damage", "proposal", "situation", "need", "wish", "told"):
        _words(name)


@cache
def _written() -> dict[str, Any]:
    return dict(yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")))


@cache
def _whole(name: str) -> re.Pattern[str]:
    written = _written()
    return re.compile(written["whole"][name].replace("<polite>", written["polite"]))


@cache
def _marks(of: str) -> re.Pattern[str]:
    return re.compile(_written()["marks"][of])


@cache
def _questions() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line) for line in _written()["question"])


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(_written()[name])
