"""Spelling, calendar and dates are read and said as people here do."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evaluation import lists
from models.thai import calendar, dates, normal
from models.topics.learning import sentences

_HERE = Path(__file__).parent
_NOW = datetime(2026, 8, 12, 10, tzinfo=calendar.BANGKOK)


@pytest.mark.parametrize("typed", ["นํ้าท่วม", "นำ้ท่วม", "น้ำท่วมมมมม", "น้ำ\u200bท่วม"])
def test_one_word_has_one_spelling(typed: str) -> None:
    assert normal.normalise(typed) == "น้ำท่วม"


@given(st.text(max_size=60) | st.text(alphabet="กขนมว่้๊๋์็ัิีึืฺุูํ๎ะาำๅเแโใไฤฦ ab\u200bๆ", max_size=12))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normal.normalise(text)
    assert normal.normalise(once) == once


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


@pytest.mark.parametrize(
    "name", ["dates.jsonl", "dates_more.jsonl", "dates_others.jsonl", "dates_third.jsonl"]
)
def test_dates_are_read_as_listed(name: str) -> None:
    read = lists.of_dates(sentences.load(_HERE / name))
    assert read["right"] >= 0.985
    assert read["wrongly sure"] <= 0.01


@given(st.datetimes(datetime(2026, 1, 1), datetime(2035, 12, 31)))
def test_a_day_said_in_full_is_read_as_that_day(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0, tzinfo=calendar.BANGKOK)
    ref = datetime(2026, 1, 1, tzinfo=calendar.BANGKOK)
    assert dates.read_date(calendar.say_date(moment), ref).value == moment.date().isoformat()
    said = f"{calendar.say_date(moment)} เวลา {calendar.say_hour(moment)}"
    assert dates.read_date(said, ref).value == f"{moment:%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize("text", ["31 กุมภาพันธ์", "29 ก.พ. 2570", "32 ส.ค.", "31/2/69"])
def test_a_day_no_calendar_has_is_pointed_out(text: str) -> None:
    assert dates.impossible_date(text, _NOW) == text


@given(
    st.text(max_size=60)
    | st.text(alphabet="0123456789/-. นสคกพ.เดือนวันที่อาทิตย์หน้าโมงทุ่มถึงก่อนหลังเลื่อน", max_size=60)
)
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    dates.read_date(text, _NOW)
    dates.impossible_date(text, _NOW)
