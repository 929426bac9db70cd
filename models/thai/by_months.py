"""Readers of what is told by months and years: เดือนหน้า, ต้นเดือน, อังคารที่สองของเดือนหน้า, ปีงบ 70."""

from __future__ import annotations

import re
from datetime import date, timedelta

from models.thai import months
from models.thai.found import Days
from models.thai.numbers import number

_ORDER = {"จ": 0, "อั": 1, "พุ": 2, "พฤ": 3, "ศ": 4, "เ": 5}
_DAY = timedelta(days=1)
_PARTS = {"ต้น": (1, 10), "กลาง": (11, 20), "ปลาย": (21, 31), "สิ้น": (31, 31)}


def weekday_of(word: str) -> int:
    return next((at for stem, at in _ORDER.items() if word.startswith(stem)), 6)


def days_of_month(match: re.Match[str], today: date) -> Days | None:
    """วันที่ 5 ถึง 7 เดือนหน้า"""
    month = months.shifted(today, 1 if match["which"] == "หน้า" else 0)
    first, last = int(match["day0"]), int(match["day"])
    if not months.exists(month.year, month.month, last) or not 0 < first < last:
        return None
    return Days(month.replace(day=first), *match.span(), last=month.replace(day=last))


def nth_weekday(match: re.Match[str], today: date) -> Days | None:
    """อังคารที่สองของเดือนหน้า, ศุกร์สุดท้ายของเดือนกันยายน"""
    name = match["of"]
    if name in ("หน้า", "นี้"):
        month = months.shifted(today, 1 if name == "หน้า" else 0)
    else:
        at = months.month_of(name)
        year = months.common_era(int(match["year"])) if match["year"] else today.year + (at < today.month)
        month = date(year, at, 1)
    at, end = weekday_of(match["weekday"]), months.last_day(month.year, month.month)
    every = [month + n * _DAY for n in range(end.day) if (month + n * _DAY).weekday() == at]
    nth = {"แรก": 1, "สุดท้าย": 0}.get(match["nth"])
    nth = number(match["nth"].removeprefix("ที่").strip()) if nth is None else nth
    return Days(every[nth - 1], *match.span()) if nth is not None and nth <= len(every) else None


def part_of_month(match: re.Match[str], today: date) -> Days | None:
    """ปลายเดือน, without saying of which: the next."""
    start, last = _PARTS[match["part"]]
    month = months.shifted(today, 1 if today.day > last else 0)
    end = months.last_day(month.year, month.month)
    first, final = month.replace(day=min(start, end.day)), month.replace(day=min(last, end.day))
    return Days(first, *match.span(), last=final if final > first else None)


def budget_year(match: re.Match[str], today: date) -> Days:
    """From October to September."""
    year = months.common_era(int(match["year"]))
    return Days(date(year - 1, 10, 1), *match.span(), last=date(year, 9, 30))


def month_to_month(match: re.Match[str], today: date) -> Days | None:
    """ธันวาคม 2569 ถึงกุมภาพันธ์ 2570"""
    first, last = months.month_of(match["month0"]), months.month_of(match["month"])
    end = months.common_era(int(match["year"])) if match["year"] else today.year + (last < today.month)
    start = months.common_era(int(match["year0"])) if match["year0"] else end - (first > last)
    return Days(date(start, first, 1), *match.span(), last=months.last_day(end, last))


def next_year(match: re.Match[str], today: date) -> Days:
    year = today.year + {"หน้า": 1, "นี้": 0}.get(match["which"], -1)
    return Days(date(year, 1, 1), *match.span(), last=date(year, 12, 31))


def month(match: re.Match[str], today: date) -> Days | None:
    word = match["name"]
    if word in ("เดือนหน้า", "เดือนนี้", "เดือนที่แล้ว", "เดือนก่อน"):
        first = months.shifted(today, {"เดือนหน้า": 1, "เดือนนี้": 0}.get(word, -1))
    else:
        month = months.month_of(word.removeprefix("เดือน"))
        first = date(today.year + (month < today.month), month, 1)
    start, last = _PARTS.get(match["part"] or "", (1, 31))
    end = months.last_day(first.year, first.month)
    first, final = first.replace(day=min(start, end.day)), first.replace(day=min(last, end.day))
    return Days(first, *match.span(), last=final if final > first else None)


def year_end(match: re.Match[str], today: date) -> Days:
    return Days(date(today.year + (match["next"] is not None), 12, 31), *match.span())
