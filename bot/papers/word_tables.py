"""Tables in Word: the head stands again on every page, and no row is cut in two."""

from collections.abc import Callable

from docx.document import Document as Drawn
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import _Cell, _Row

from bot.papers.blocks import Column, Table

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_SHADE = "EBEBEB"
Write = Callable[..., None]


def add_table(document: Drawn, block: Table, write: Write) -> None:
    table = document.add_table(rows=0, cols=len(block.columns))
    table.style = "Table Grid"
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for drawn, column in zip(table.columns, block.columns, strict=True):
        drawn.width = Cm(column.width)
    _head(table.add_row(), block.columns, write)
    last = len(block.rows) - 1
    for place, told in enumerate(block.rows):
        row = table.add_row()
        _keep_whole(row)
        if block.height:
            row.height, row.height_rule = Cm(block.height), WD_ROW_HEIGHT_RULE.AT_LEAST
        for column, cell, said in zip(block.columns, row.cells, told, strict=True):
            _fill(cell, column, said, write, bold=block.total and place == last)
            cell.paragraphs[0].paragraph_format.keep_with_next = block.whole and place < last
            if block.height:
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _head(row: _Row, columns: tuple[Column, ...], write: Write) -> None:
    _keep_whole(row)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for column, cell in zip(columns, row.cells, strict=True):
        _fill(cell, Column(column.title, column.width, "center"), column.title, write, bold=True)
        shade = OxmlElement("w:shd")
        for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", _SHADE)):
            shade.set(qn(name), value)
        cell._tc.get_or_add_tcPr().append(shade)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _fill(cell: _Cell, column: Column, said: str, write: Write, bold: bool) -> None:
    cell.width = Cm(column.width)
    line = cell.paragraphs[0]
    line.paragraph_format.alignment = _ALIGN[column.align]
    write(line, said, bold=bold)


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
