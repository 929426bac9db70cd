"""Finds holy days and feasts people name instead of a date: วันพระ, ลอยกระทง, สงกรานต์, ขึ้น 15 ค่ำ เดือน 12."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

_FIXED = {
    "วันแม่": (8, 12, 1), "วันพ่อ": (12, 5, 1), "สงกรานต์": (4, 13, 3), "ปีใหม่": (1, 1, 1),
    "วันเด็ก": (1, 0, 1), "วันแรงงาน": (5, 1, 1),
}  # fmt: skip
_MOON = re.compile(r"(?P<side>ขึ้น|แรม)\s*(?P<night>\d{1,2})\s*ค่ำ\s*เดือน\s*(?P<month>\d{1,2})")
_LOY_KRATHONG = ("ขึ้น", 15, 12)
_YEAR = 400  # days searched, a lunar year with a thirteenth month and some more
_HOLY_NIGHTS = {("ขึ้น", 8), ("ขึ้น", 15), ("แรม", 8)}
PATTERN = (
    r"(?:วัน)?(?:ลอยกระทง|สงกรานต์|ขึ้นปีใหม่|ปีใหม่)(?:ปีหน้า)?|วันแม่|วันพ่อ|วันเด็ก|วันแรงงาน|วันพระ(?:หน้า|นี้|ใหญ่)?"
    r"|(?:ขึ้น|แรม)\s*\d{1,2}\s*ค่ำ\s*เดือน\s*\d{1,2}"
)


def find(words: str, today: date) -> tuple[date, date | None] | None:
    """First and, of a feast of some days, last day; None when the name is unknown."""
    if words.startswith("วันพระ"):
        return _first(today + timedelta(days=1), lambda day: _is_holy(day))
    moon = _MOON.search(words)
    if moon:
        return _moonlit(moon["side"], int(moon["night"]), int(moon["month"]), today)
    if "ลอยกระทง" in words:
        start = date(today.year + 1, 1, 1) if "ปีหน้า" in words else today
        return _moonlit(*_LOY_KRATHONG, start)
    return _fixed(words, today)


def _fixed(words: str, today: date) -> tuple[date, date | None] | None:
    for name, (month, day, length) in _FIXED.items():
        if name in words:
            first = _second_saturday(today) if day == 0 else _next(month, day, today, "ปีหน้า" in words)
            return first, first + timedelta(days=length - 1) if length > 1 else None
    return None


def _next(month: int, day: int, today: date, next_year: bool) -> date:
    first = date(today.year + next_year, month, day)
    return first if first >= today else first.replace(year=today.year + 1)


def _second_saturday(today: date) -> date:
    for year in (today.year, today.year + 1):
        first = date(year, 1, 1)
        found = first + timedelta(days=(5 - first.weekday()) % 7 + 7)
        if found >= today:
            return found
    return found


def _moonlit(side: str, night: int, month: int, start: date) -> tuple[date, date | None] | None:
    return _first(start, lambda day: _lunar(day) == (side, night, month))


def _first(start: date, suits: Callable[[date], bool]) -> tuple[date, date | None] | None:
    for ahead in range(_YEAR):
        if suits(start + timedelta(days=ahead)):
            return start + timedelta(days=ahead), None
    return None


def _is_holy(day: date) -> bool:
    """The eighth and fifteenth of the waxing moon, the eighth and the last of the waning."""
    side, night, _ = _lunar(day)
    return (side, night) in _HOLY_NIGHTS or (side == "แรม" and _lunar(day + timedelta(days=1))[0] == "ขึ้น")


def _lunar(day: date) -> tuple[str, int, int]:
    from pythainlp.util import to_lunar_date  # imported late: few messages need the moon

    said = re.search(r"(ขึ้น|แรม)\s*(\d+)\s*ค่ำ\s*เดือน\s*(\d+)", str(to_lunar_date(day)))
    return (said[1], int(said[2]), int(said[3])) if said else ("", 0, 0)
