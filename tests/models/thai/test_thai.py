"""Spelling, calendar and dates are read and said as people here do."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.thai import calendar, dates, normal

_ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("dates.jsonl").read_text(encoding="utf-8").splitlines()
]
_NOW = datetime(2026, 8, 12, 10, tzinfo=calendar.BANGKOK)


@pytest.mark.parametrize("typed", ["นํ้าท่วม", "นำ้ท่วม", "น้ำท่วมมมมม", "น้ำ\u200bท่วม"])
def test_one_word_has_one_spelling(typed: str) -> None:
    assert normal.normalise(typed) == "น้ำท่วม"


def test_digits_are_never_shortened() -> None:
    assert normal.normalise("1000 5555") == "1000 5555"


def test_days_and_hours_are_said_in_both_languages() -> None:
    moment = datetime(2026, 8, 20, 2, tzinfo=UTC)
    assert calendar.say_day(moment) == "พฤหัสบดี 20 ส.ค. 2569"
    assert calendar.say_date(moment) == "วันพฤหัสบดีที่ 20 สิงหาคม 2569"
    assert calendar.say_hour(moment) == "09.00 น."
    assert calendar.say_day(moment, "en") == "Thu 20 Aug 2026 (B.E. 2569)"


def test_holidays_and_weekends_move_to_the_next_working_day() -> None:
    assert calendar.is_holiday(date(2026, 10, 13))
    assert calendar.next_working_day(date(2026, 8, 15)) == date(2026, 8, 17)
    assert not calendar.is_holiday(date(2026, 10, 16))  # Bangkok alone


def test_dates_are_read_as_listed() -> None:
    right = [
        row
        for row in _ROWS
        if dates.read_date(row["text"], datetime.fromisoformat(row["ref"])).value == row["expected"]
    ]
    assert len(right) / len(_ROWS) >= 0.97


@pytest.mark.parametrize("text", ["31 กุมภาพันธ์", "29 ก.พ. 2570", "32 ส.ค.", "31/2/69"])
def test_a_day_no_calendar_has_is_pointed_out(text: str) -> None:
    assert dates.impossible_date(text, _NOW) == text


@given(st.text(alphabet="0123456789/-. นสคกพ.เดือนวันที่อาทิตย์หน้าโมงทุ่ม", max_size=60))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    dates.read_date(text, _NOW)
    dates.impossible_date(text, _NOW)
