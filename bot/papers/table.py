"""Reports and outcomes as XLSX: one line a report, always the same columns, nobody's name."""

from collections.abc import Callable, Iterable
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot import words
from bot.papers import official
from bot.papers.official import say
from models import places
from models.papers import Row

Value = str | int | date | None
_FONT = "TH Sarabun New"
_DAY = "yyyy-mm-dd"


def _part(length: int) -> Callable[[Row], Value]:
    def named(row: Row) -> Value:
        return places.name(row.place[:length]) if row.place and len(row.place) >= length else None

    return named


def _region(row: Row) -> Value:
    region = places.region_of(row.place) if row.place else None
    return official.area(region) if region else None


# The columns and their order do not change; a new one is put at the end.
COLUMNS: tuple[tuple[str, int, Callable[[Row], Value]], ...] = (
    ("number", 12, lambda row: row.number),
    ("filed", 14, lambda row: row.filed),
    ("region", 26, _region),
    ("province", 20, _part(2)),
    ("district", 22, _part(4)),
    ("tambon", 20, _part(6)),
    ("kind", 18, lambda row: words.name(f"kind.{row.kind}", "th")),
    ("topic", 28, lambda row: official.subject(row.topics)),
    ("state", 22, lambda row: official.state(row.state)),
    ("people", 16, lambda row: row.people),
    ("supports", 16, lambda row: row.supports),
    ("meeting", 40, lambda row: official.forum(row.meeting) if row.meeting else None),
    ("conclusion", 60, lambda row: row.conclusion),
    ("who", 36, lambda row: row.who),
    ("by", 14, lambda row: row.by),
    ("yes", 18, lambda row: row.yes),
    ("no", 18, lambda row: row.no),
)


def draw(rows: Iterable[Row]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = say("table_reports")
    _head(sheet, [(say(f"col_{name}"), width) for name, width, _ in COLUMNS])
    for row in rows:
        _put(sheet, [value(row) for _, _, value in COLUMNS])
    sheet.auto_filter.ref = sheet.dimensions
    _explained(book.create_sheet(say("table_columns")))
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _explained(sheet: Worksheet) -> None:
    _head(sheet, [(say("table_column"), 26), (say("table_columns"), 90)])
    for name, _, _ in COLUMNS:
        _put(sheet, [say(f"col_{name}"), say(f"why_{name}")])


def _head(sheet: Worksheet, titles: list[tuple[str, int]]) -> None:
    sheet.append([title for title, _ in titles])
    sheet.freeze_panes = "A2"
    for nth, (cell, (_, width)) in enumerate(zip(sheet[1], titles, strict=True), 1):
        cell.font, cell.fill = Font(name=_FONT, size=16, bold=True), PatternFill("solid", fgColor="EBEBEB")
        sheet.column_dimensions[get_column_letter(nth)].width = width


def _put(sheet: Worksheet, values: list[Value]) -> None:
    sheet.append(values)
    for cell in sheet[sheet.max_row]:
        assert isinstance(cell, Cell)
        cell.font, cell.alignment = Font(name=_FONT, size=16), Alignment(vertical="top", wrap_text=True)
        if cell.data_type == "f":
            cell.data_type = "s"  # what begins with = is somebody's words, never a formula
        if cell.is_date:
            cell.number_format = _DAY
