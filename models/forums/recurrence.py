"""When is the next monthly Forum? Pure reckoning with rules, holidays and Bangkok's calendar."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from models.thai.calendar import BANGKOK, next_working_day

THIRD_THURSDAY = "FREQ=MONTHLY;BYDAY=3TH"


def month_after(day: date, months: int = 1) -> date:
    """The first day of the month `months` after the one `day` lies in."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def in_month(rule: str, month: date, after_days: int = 0) -> date | None:
    """The day so many days after the one a rule names in a month, moved off a holiday to the next working day."""
    start = datetime(month.year, month.month, 1)
    end = month_after(month)
    for occurrence in rrulestr(rule, dtstart=start):
        if occurrence.date() >= end:
            return None
        return next_working_day(occurrence.date() + timedelta(days=after_days))
    return None


def occurrences(
    rule: str, hour: time, start: datetime, end: datetime, after_days: int = 0
) -> Iterator[tuple[date, datetime]]:
    """(month, moment) of each occurrence after `start` and up to `end`."""
    month = month_after(start.astimezone(BANGKOK).date(), -1)
    while month <= end.astimezone(BANGKOK).date():
        day = in_month(rule, month, after_days)
        if day is not None:
            moment = datetime.combine(day, hour, BANGKOK)
            if start < moment <= end:
                yield month, moment
        month = month_after(month)
