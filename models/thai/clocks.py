"""Reads hours of the day: บ่ายสองโมงครึ่ง, สองทุ่ม, ตีห้า, 13.30 น.; with the other reading where there is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from models.thai.numbers import SPOKEN, number

_NOT_MINUTES = r"(?!\d|\s*(?:คน|วัน|/|เดือน|ก\.|ส\.|ม|ต\.|พ\.|ธ\.|เม|มิ|มี))"
_MINUTES = rf"(?:\s*(?P<half>ครึ่ง)|\s*(?P<minutes>{SPOKEN})(?:\s*นาที)?{_NOT_MINUTES}|\s*ตรง)?"
_N = rf"(?P<n>{SPOKEN})"
_FORMS = tuple(
    (name, re.compile(form + tail))
    for name, form, tail in (
        (
            "digits",
            r"(?<![\d./:])(?P<n>[01]?\d|2[0-4])[.:](?P<minutes>[0-5]\d)(?![\d/]|\.\d)\s*(?:น\.?(?![ก-๙])|นาฬิกา)?",
            "",
        ),
        ("digits", r"(?<![\d./:])(?P<n>[01]\d|2[0-4])(?P<minutes>[0-5]\d)\s*น\.", ""),
        ("digits", r"(?<![\d./:])(?P<n>[01]?\d|2[0-4])\s*(?:น\.|นาฬิกา)(?P<minutes>(?!.))?", ""),
        ("midnight", "เที่ยงคืน", _MINUTES),
        ("noon", "เที่ยง(?:วัน)?", _MINUTES),
        ("afternoon", rf"บ่าย\s*(?:{_N}\s*(?:โมง)?|โมง)", _MINUTES),
        ("dawn", rf"ตี\s*{_N}", _MINUTES),
        ("night", rf"{_N}?\s*ทุ่ม", _MINUTES),
        ("morning", rf"{_N}\s*โมง\s*เช้า", _MINUTES),
        ("evening", rf"{_N}\s*โมง\s*เย็น", _MINUTES),
        ("hour", rf"{_N}\s*โมง", _MINUTES),
    )
)
_PARTS = {"เช้า": "morning", "เย็น": "evening", "บ่าย": "afternoon"}
_NOON = 12
_LAST_AFTERNOON = 5


@dataclass(frozen=True)
class Clock:
    at: time
    other: time | None  # the second reading of สามโมง
    start: int
    end: int


def read_clocks(text: str, taken: tuple[int, int] = (0, 0)) -> list[Clock]:
    """The hours named, in order, outside the stretch taken; each letter is read once."""
    found: list[Clock] = []
    for name, form in _FORMS:
        for match in form.finditer(text):
            spans = [taken, *((clock.start, clock.end) for clock in found)]
            if any(match.start() < end and start < match.end() for start, end in spans):
                continue
            clock = _clock(name, match, text)
            if clock:
                found.append(clock)
    return sorted(found, key=lambda clock: clock.start)


def _clock(name: str, match: re.Match[str], text: str) -> Clock | None:
    said = match.groupdict()
    n = number(said["n"]) if said.get("n") else 1
    minute = 30 if said.get("half") else number(said.get("minutes") or "0")
    if n is None or minute is None or minute > 59:
        return None
    hours = _hours(name if name != "hour" else _part_before(text, match.start()), n)
    if hours is None:
        return None
    other = time(hours[1], minute) if len(hours) > 1 else None
    return Clock(time(hours[0], minute), other, match.start(), match.end())


def _part_before(text: str, start: int) -> str:
    """เย็นนี้ 6 โมง: the part of the day may stand before the hour."""
    for word, name in _PARTS.items():
        if re.search(rf"{word}(?:นี้|วันนี้|วันพรุ่งนี้)?\s*$", text[:start]):
            return name
    return "hour"


def _hours(name: str, n: int) -> tuple[int, ...] | None:
    if name == "hour" and 1 <= n <= _LAST_AFTERNOON:
        return n + 12, n + 6
    hour = {
        "digits": n % 24,
        "midnight": 0,
        "noon": _NOON,
        "afternoon": n + 12,
        "dawn": n,
        "night": n + 18,
        "morning": n + 6 if n <= _LAST_AFTERNOON else n,
        "evening": n + 12,
        "hour": n,
    }[name]
    return (hour,) if 0 <= hour < 24 else None
