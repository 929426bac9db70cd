"""Hears a cry for rescue, even one that never names the trouble."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from models.topics import concepts, likeness, pieces, spelling
from models.topics.pieces import Pieces

_ENOUGH = -0.2
_TOLD = 6  # features shown to explain
_THAI = re.compile("[\u0e01-\u0e4e]+")


def is_danger(text: str) -> bool:
    """Whether somebody must be rescued now."""
    closed = spelling.close(text)
    return heard_in(closed, pieces.cut(closed))


def heard_in(closed: str, found: Pieces) -> bool:
    """The same for a close text and its pieces."""
    return _always(closed) or likeness.score(found) > _ENOUGH


def signals(text: str) -> dict[str, float]:
    """What spoke most for or against it; for explaining and for tuning."""
    closed = spelling.close(text)
    if _always(closed):
        return {"always": 1.0}
    found = pieces.cut(closed)
    said = likeness.said(found)
    loudest = sorted(said, key=lambda name: (-abs(said[name]), name))[:_TOLD]
    return {name: round(said[name], 3) for name in loudest} | {"all": round(likeness.score(found), 3)}


def warm() -> None:
    _written()
    concepts.stage()
    likeness.load()


def _always(closed: str) -> bool:
    plain, toneless = _written()
    return bool(plain.search(closed) or toneless.search(spelling.rough(closed)))


@cache
def _written() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = yaml.safe_load(Path(__file__).with_name("danger.yml").read_text(encoding="utf-8"))
    always = "|".join(rows["always"])
    return re.compile(always), re.compile(_THAI.sub(lambda found: spelling.rough(found.group()), always))
