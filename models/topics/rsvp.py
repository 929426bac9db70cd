"""Reads an answer to an invitation: ไป 2 คนจ้า, ไปกับแม่, บ่ว่างเจ้า; anything more is no answer."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from models.thai.grammar import pattern
from models.thai.numbers import number
from models.topics import spelling
from models.topics.reading import Rsvp

_LONGEST = 80  # letters; a longer message tells more than an answer
_GOING = ("going", "going_after", "booking")
_WHOLE_FAMILY = 2  # at least


def read_rsvp(text: str) -> Rsvp | None:
    """The answer, or None when the message is not plainly one."""
    return read_closed(spelling.close(text))


def read_closed(closed: str) -> Rsvp | None:
    """The same for a close text."""
    if not closed or len(closed) > _LONGEST:
        return None
    if _form("not_going").fullmatch(closed):
        return Rsvp("not_going", 0)
    if _form("unsure").fullmatch(closed):
        return Rsvp("unsure", 0)
    going = next((said for name in _GOING if (said := _form(name).fullmatch(closed))), None)
    return Rsvp("going", _people(going)) if going else None


def warm() -> None:
    for name in ("not_going", "unsure", *_GOING):
        _form(name)


def _people(answer: re.Match[str]) -> int:
    said = answer.groupdict()
    count = said.get("number") or said.get("bare")
    if count:
        return max(1, number(count) or 1)
    if said.get("kin"):
        return 1 + len(re.findall(_pieces()["kin"], said["kin"]))
    return _WHOLE_FAMILY if said.get("whole") else 1


@cache
def _form(name: str) -> re.Pattern[str]:
    return pattern(_pieces()[name], _pieces())


@cache
def _pieces() -> dict[str, str]:
    return dict(yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")))
