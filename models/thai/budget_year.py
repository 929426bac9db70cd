"""The year in which the state counts its money: October to September, named by the year it ends in."""

from datetime import date

from models.thai.calendar import ERA

_BEGINS = 10


def budget_year(day: date) -> int:
    """2569 for everything from 1 October 2568 to 30 September 2569."""
    return day.year + ERA + (day.month >= _BEGINS)


def months_until(day: date) -> list[date]:
    """The first days of the months of the budget year, up to the month of this day."""
    ends = budget_year(day) - ERA
    every = [date(ends - (month >= _BEGINS), month, 1) for month in (10, 11, 12, *range(1, 10))]
    return [month for month in every if month <= day]


def month_before(month: date) -> date:
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def month_after(month: date) -> date:
    return date(month.year + (month.month == 12), month.month % 12 + 1, 1)


def year_before(month: date) -> date:
    return date(month.year - 1, month.month, 1)
