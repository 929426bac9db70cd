"""The lists of utterances, and how one of them is judged."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models.places import Found, in_text

HERE = Path(__file__).parent
Utterance = dict[str, Any]


def utterances(file: str) -> Iterator[Utterance]:
    """The lines of a list."""
    with (HERE / file).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def is_right(wanted: Utterance, found: Found) -> bool:
    """The same status, level, codes, หมู่, and candidates where the list names them."""
    fields = ("status", "level", "province", "district", "subdistrict", "moo")
    if any(wanted.get(field) != getattr(found, field) for field in fields):
        return False
    named = wanted.get("candidates") or wanted.get("places")
    return not named or sorted(named) == sorted(found.candidates)


def is_in_a_wrong_province(wanted: Utterance, found: Found) -> bool:
    """Sent to people whom it does not concern: the one error that must not be."""
    return found.status == "resolved" and found.province != wanted.get("province")


def read(wanted: Utterance) -> Found:
    """What the bot understands."""
    return in_text(wanted["text"], wanted.get("home"))
