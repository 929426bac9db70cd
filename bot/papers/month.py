"""สรุปผลรายเดือน: a month by place, and its budget year month by month with the totals."""

from bot.papers import official
from bot.papers.blocks import FULL, Block, Column, Heading, Paper, Paragraph, Table
from bot.papers.official import say
from bot.papers.situation import place_name
from models.papers import Figures, MonthSheet
from models.places import REGIONS
from models.thai.budget_year import budget_year

_FIRST = 3.4  # centimetres of the first column
_OF_PLACES = ("reports", "people", "conclusions", "done", "confirmed")
_OF_MONTHS = ("reports", "people", "forums", "attended", "conclusions", "done", "confirmed")


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
    rows = [(place_name(one.code), *_counts(one, _OF_PLACES)) for one in told.places]
    rows.append((say("sum"), *_sums(told.places, _OF_PLACES)))
    head = Heading(say("month_regions" if whole else "month_places", month=month))
    return head, _table(say("region" if whole else "province"), _OF_PLACES, rows)


def _year(told: MonthSheet, month: str) -> tuple[Block, ...]:
    year = budget_year(told.month)
    head = say("month_year", year=str(year), from_year=str(year - 1), month=month)
    rows = [(official.month(one.month), *_counts(one, _OF_MONTHS)) for one in told.months if one.month]
    rows.append((say("month_sum"), *_sums(told.months, _OF_MONTHS)))
    return Heading(head), _table(say("month_month"), _OF_MONTHS, rows, whole=True)


def _table(title: str, names: tuple[str, ...], rows: list[tuple[str, ...]], whole: bool = False) -> Table:
    width = (FULL - _FIRST) / len(names)
    columns = (Column(title, _FIRST), *(Column(say(f"month_{name}"), width, "center") for name in names))
    return Table(columns, tuple(rows), total=True, whole=whole)


def _counts(one: Figures, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(official.count(getattr(one, name)) for name in names)


def _sums(found: tuple[Figures, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(official.count(sum(getattr(one, name) for one in found)) for name in names)
