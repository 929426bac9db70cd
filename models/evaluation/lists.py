"""Lists of cries, places and dates, and how many of them are read rightly."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from models import places, topics
from models.thai.dates import read_date

Line = dict[str, Any]
Shares = dict[str, float]

_RESOLVED = ("status", "province", "district", "subdistrict", "moo")


def cries(lines: Iterable[Line]) -> Shares:
    """{"text", "danger"}"""
    heard: dict[bool, list[bool]] = {True: [], False: []}
    for line in lines:
        heard[line["danger"]].append(topics.is_danger(line["text"]))
    return {"found": _share(heard[True]), "false alarms": _share(heard[False])}


def of_places(lines: Iterable[Line]) -> Shares:
    """{"text", "home", "status", "province", ...}: status and finest code; wrongly sure: resolved, and not there."""
    right, wrongly_sure = [], []
    for line in lines:
        found = places.in_text(line["text"], line.get("home"))
        fields = _RESOLVED if line["status"] == "resolved" else ("status",)
        right.append(all(line.get(field) == getattr(found, field) for field in fields))
        wrongly_sure.append(found.status == "resolved" and found.province != line.get("province"))
    return {"right": _share(right), "wrongly sure": _share(wrongly_sure)}


def of_dates(lines: Iterable[Line]) -> Shares:
    """{"text", "ref", "expected", "also"}; wrongly sure: another value, and a right one not among the alternatives."""
    right, wrongly_sure = [], []
    for line in lines:
        found = read_date(line["text"], datetime.fromisoformat(line["ref"]))
        meant = {line["expected"], *line.get("also", ())}
        right.append(found.value in meant)
        wrongly_sure.append(found.value is not None and not meant & {found.value, *found.alternatives})
    return {"right": _share(right), "wrongly sure": _share(wrongly_sure)}


def _share(answers: list[bool]) -> float:
    return sum(answers) / len(answers) if answers else 0.0
