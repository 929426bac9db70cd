"""The months as people write them, and which days a calendar has."""

from __future__ import annotations

import calendar as months_of
import re
from datetime import date

from models.thai.calendar import ENGLISH_MONTHS, ERA, MONTHS, SHORT_MONTHS

_TWO_DIGITS = 100
_BUDDHIST = 2400


def _spellings() -> dict[str, int]:
    spelt: dict[str, int] = {}
    for at, (long, short, english) in enumerate(zip(MONTHS, SHORT_MONTHS, ENGLISH_MONTHS, strict=True), 1):
        stem = long.removesuffix("คม").removesuffix("ยน").removesuffix("พันธ์")
        dotless = short.replace(".", "")
        for word in (long, stem, short, short.rstrip("."), dotless, english.lower(), english.lower()[:3]):
            spelt.setdefault(word, at)
    return spelt | {"กุมภา": 2, "กุมพา": 2, "เมษา": 4, "สิงหา": 8, "กุมภาพัน": 2}


NAMES = _spellings()
PATTERN = (
    "(?:" + "|".join(sorted((name.replace(".", r"\.\s?") for name in NAMES), key=len, reverse=True)) + ")"
)


YEAR = re.compile(r"(?:25|20)\d\d|[67]\d\s*$")


def month_of(word: str) -> int:
    return NAMES.get(word.replace(" ", "")) or NAMES[word.strip()]


def common_era(year: int) -> int:
    """69 and 2569 are 2026; 2026 stays."""
    if year < _TWO_DIGITS:
        return year + 2500 - ERA
    return year - ERA if year > _BUDDHIST else year


def exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= months_of.monthrange(year, month)[1]


def last_day(year: int, month: int) -> date:
    return date(year, month, months_of.monthrange(year, month)[1])


def shifted(first: date, by: int) -> date:
    """The first day of the month so many months away."""
    month = first.year * 12 + first.month - 1 + by
    return date(month // 12, month % 12 + 1, 1)
