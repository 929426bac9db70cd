"""Reads the day or the stretch of days that a text names: from one day to another, some days before or after one."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice

from models.thai import months
from models.thai.days import one
from models.thai.found import Days
from models.thai.numbers import SPOKEN, number

_UNTIL = re.compile(r"\s*(?:-|–|(?:ไป)?(?:จน)?ถึง|ยัน)\s*")
_FILLER = re.compile(r"\s*(?:วันที่)?\s*")
_SHIFTED = re.compile(rf"(?P<n>{SPOKEN})\s*(?P<unit>วัน|อาทิตย์|สัปดาห์)\s*(?P<way>ก่อน|หลัง)(?=\s*(?:วัน|\d))")
_PUT_OFF = re.compile(rf"(?:ออกไป|ไปอีก|ช้าลง|อีก)\s*(?:อีก)?\s*(?P<n>{SPOKEN})\s*(?P<unit>วัน|อาทิตย์|สัปดาห์)")
_BROUGHT_ON = re.compile(rf"(?:เร็วขึ้น|เข้ามา|ก่อนกำหนด)\s*(?:อีก)?\s*(?P<n>{SPOKEN})\s*(?P<unit>วัน|อาทิตย์|สัปดาห์)")
_NEAR, _MOST_BETWEEN = 40, 20  # letters; words between two days
_MOST = timedelta(days=300)  # of a stretch whose first day is told without a year
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


def read_days(text: str, today: date) -> Days | None:
    """The day or stretch the text names; of two days the stretch between them, where it is said so."""
    return _from_one_to_another(text, today) or _counted_from(text, today) or one(text, today)


def _counted_from(text: str, today: date) -> Days | None:
    """สามวันก่อนวันที่ 20 ส.ค.; of what is put off, เลื่อนวันที่ 14 ก.ย. ออกไปอีก 1 สัปดาห์"""
    found = _SHIFTED.search(text)
    if found:
        way, rest = (-1 if found["way"] == "ก่อน" else 1), text[found.end() :]
    elif "เลื่อน" in text and (found := _PUT_OFF.search(text) or _BROUGHT_ON.search(text)):
        way, rest = (1 if found.re is _PUT_OFF else -1), text[: found.start()] + text[found.end() :]
    day = one(rest, today) if found else None
    if found is None or day is None or day.last:
        return None
    ahead = (number(found["n"]) or 0) * way * (_DAY if found["unit"] == "วัน" else _WEEK)
    return Days(day.first + ahead, 0, len(text))


def _from_one_to_another(text: str, today: date) -> Days | None:
    """Only what stands close around a word like ถึง is looked at, of the first few: no text takes long."""
    for between in islice(_UNTIL.finditer(text), _MOST_BETWEEN):
        begin, end = max(0, between.start() - _NEAR), between.end()
        told = text[begin : between.start()]
        first, last = one(told, today), one(text[end : end + _NEAR], today)
        if not first or not last or first.last or last.last:
            continue
        if told[first.end :].strip() or not _FILLER.fullmatch(text[end : end + last.start]):
            continue
        day = _of_the_year(
            last.first, _in_the_month_of(last.first, first.first, told[first.start : first.end]), told
        )
        if day < last.first:
            return Days(day, begin + first.start, end + last.end, last=last.first)
    return None


def _of_the_year(last: date, first: date, said: str) -> date:
    """The first day is told without a year: that of the last."""
    is_far = not months.YEAR.search(said) and last - first > _MOST
    return (
        first.replace(year=last.year)
        if is_far and months.exists(last.year, first.month, first.day)
        else first
    )


def _in_the_month_of(last: date, first: date, said: str) -> date:
    """วันที่ 5 ถึงวันที่ 7 เมษายน: the first day is told without a month."""
    is_bare = re.fullmatch(r"(?:วันที่)?\s*\d{1,2}", said.strip())
    return last.replace(day=first.day) if is_bare and first.day < last.day else first
