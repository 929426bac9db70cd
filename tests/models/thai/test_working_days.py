"""A working day is counted from office hours, over weekends and holidays."""

import pytest

from models.thai.calendar import a_working_day_later, read_moment


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-08-03T10:00", "2026-08-04T10:00"),  # Monday
        ("2026-08-03T07:00", "2026-08-04T08:30"),  # before the office opens
        ("2026-08-03T20:00", "2026-08-05T08:30"),  # after it closed
        ("2026-08-07T15:00", "2026-08-10T15:00"),  # Friday
        ("2026-08-07T17:00", "2026-08-11T08:30"),
        ("2026-08-08T11:00", "2026-08-11T08:30"),  # Saturday
        ("2026-08-11T09:00", "2026-08-13T09:00"),  # the day before Mother's Day
        ("2026-08-12T09:00", "2026-08-14T08:30"),  # on it
        ("2026-08-03T16:30", "2026-08-04T16:30"),
    ],
)
def test_a_working_day_later(asked: str, due: str) -> None:
    assert a_working_day_later(read_moment(asked)) == read_moment(due)
