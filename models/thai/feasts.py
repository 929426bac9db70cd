"""Finds holy days and feasts people name instead of a date: วันพระ, ลอยกระทง, สงกรานต์, ขึ้น 15 ค่ำ เดือน 12."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from models.thai import calendar, months

_FIXED = {
    "วันแม่": (8, 12, 1), "วันพ่อ": (12, 5, 1), "สงกรานต์": (4, 13, 3), "ปีใหม่": (1, 1, 1),
    "วันเด็ก": (1, 0, 1), "วันแรงงาน": (5, 1, 1),
}  # fmt: skip
# Days that the calendar of holidays knows by name.
_NAMED = (
    "มาฆบูชา", "วิสาขบูชา", "อาสาฬหบูชา", "เข้าพรรษา", "ฉัตรมงคล", "ปิยมหาราช", "รัฐธรรมนูญ", "มหาจักรี", "นวมินทร",
)  # fmt: skip
_SPELT = {"วันจักรี": "มหาจักรี", "วันปิยะ": "ปิยมหาราช", "อาสาฬห": "อาสาฬหบูชา", "วิสาขะ": "วิสาขบูชา", "มาฆะ": "มาฆบูชา"}
_END_OF_LENT = ("ขึ้น", 15, 11)
_MOON = re.compile(r"(?P<side>ขึ้น|แรม)\s*(?P<night>\d{1,2})\s*ค่ำ\s*เดือน\s*(?P<month>\d{1,2})")
_LOY_KRATHONG = ("ขึ้น", 15, 12)
_OF_YEAR = re.compile(r"ปี\s*(?P<year>หน้า|นี้|(?:25|20)?\d\d)$")
_YEAR = 400  # days searched, a lunar year with a thirteenth month and some more
_HOLY_NIGHTS = {("ขึ้น", 8), ("ขึ้น", 15), ("แรม", 8)}
PATTERN = (
    r"(?:วัน)?(?:ลอยกระทง|สงกรานต์|ขึ้นปีใหม่|ปีใหม่|วันแม่|วันพ่อ|วันเด็ก|วันแรงงาน|ออกพรรษา"
    rf"|{'|'.join((*_NAMED, *_SPELT))})(?:แห่งชาติ)?(?:\s*ปี\s*(?P<year>หน้า|นี้|(?:25|20)?\d\d))?|วันพระ(?:หน้า|นี้|ใหญ่)?"
    r"|(?:ขึ้น|แรม)\s*\d{1,2}\s*ค่ำ\s*เดือน\s*\d{1,2}"
)


def find(words: str, today: date) -> tuple[date, date | None] | None:
    """First and, of a feast of some days, last day; None when the name is unknown."""
    if words.startswith("วันพระ"):
        return _first(today + timedelta(days=1), lambda day: _is_holy(day))
    moon = _MOON.search(words)
    if moon:
        return _moonlit(moon["side"], int(moon["night"]), int(moon["month"]), today)
    start = _from(words, today)
    for name, night in (("ลอยกระทง", _LOY_KRATHONG), ("ออกพรรษา", _END_OF_LENT)):
        if name in words:
            return _moonlit(*night, start)
    return _fixed(words, start) or _named(words, start)


def _from(words: str, today: date) -> date:
    """From when on it is looked for: today, or the year that is named."""
    found = _OF_YEAR.search(words)
    if not found or found["year"] == "นี้":
        return today
    if found["year"] == "หน้า":
        return date(today.year + 1, 1, 1)
    return date(months.common_era(int(found["year"])), 1, 1)


def _fixed(words: str, start: date) -> tuple[date, date | None] | None:
    for name, (month, day, length) in _FIXED.items():
        if name in words:
            first = _second_saturday(start) if day == 0 else _next(month, day, start)
            return first, first + timedelta(days=length - 1) if length > 1 else None
    return None


def _named(words: str, start: date) -> tuple[date, date | None] | None:
    words = next((full for short, full in _SPELT.items() if short in words), words)
    name = next((name for name in _NAMED if name in words), None)
    found = calendar.day_named(name, start) if name else None
    return (found, None) if found else None


def _next(month: int, day: int, start: date) -> date:
    first = date(start.year, month, day)
    return first if first >= start else first.replace(year=start.year + 1)


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
