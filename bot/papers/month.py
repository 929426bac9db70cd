"""สรุปผลรายเดือน: a month by place, and its budget year month by month with the totals."""

from collections.abc import Iterable

from bot.papers import official
from bot.papers.blocks import Block, Column, Heading, Paper, Paragraph, Table
from bot.papers.official import say
from bot.papers.situation import place_name
from models.papers import Figures, MonthSheet
from models.places import REGIONS
from models.thai.budget_year import budget_year

_COUNTED = ("reports", "people", "forums", "attended", "conclusions", "done", "confirmed")


def paper(told: MonthSheet) -> Paper:
    month = official.month(told.month)
    of = say("month_of", area=official.area(told.region), month=month)
    blocks = (
        Heading(say("month"), 0),
        Paragraph(of, align="center", bold=True, keep=True),
        *_places(told, month),
        *_year(told, month),
        Paragraph(say("month_note"), before=4),
    )
    return Paper(say("month"), blocks)


def _places(told: MonthSheet, month: str) -> tuple[Block, ...]:
    whole = any(one.code in REGIONS for one in told.places)
    rows = [(place_name(one.code), *_counts(one)) for one in told.places]
    rows.append((say("sum"), *_sums(told.places)))
    key = "month_regions" if whole else "month_places"
    return Heading(say(key, month=month)), _table(say("region" if whole else "province"), rows)


def _year(told: MonthSheet, month: str) -> tuple[Block, ...]:
    year = budget_year(told.month)
    head = say("month_year", year=str(year), from_year=str(year - 1), month=month)
    rows = [(official.month(one.month), *_counts(one)) for one in told.months if one.month]
    rows.append((say("month_sum"), *_sums(told.months)))
    return Heading(head), _table(say("month_month"), rows, whole=True)


def _table(title: str, rows: list[tuple[str, ...]], whole: bool = False) -> Table:
    columns = (Column(title, 3.4), *(Column(say(f"month_{name}"), 1.8, "center") for name in _COUNTED))
    return Table(columns, tuple(rows), total=True, whole=whole)


def _counts(one: Figures) -> tuple[str, ...]:
    return tuple(official.count(getattr(one, name)) for name in _COUNTED)


def _sums(found: Iterable[Figures]) -> tuple[str, ...]:
    rows = list(found)
    return tuple(official.count(sum(getattr(one, name) for one in rows)) for name in _COUNTED)
