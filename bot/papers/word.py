"""A paper as Word document, in TH Sarabun New at 16 point, its Thai marked as Thai."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Drawn
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph as Line

from bot.papers import word_thai as thai
from bot.papers.blocks import (
    FULL,
    Block,
    Heading,
    Labelled,
    NewPage,
    Paper,
    Paragraph,
    Sides,
    Signature,
    Table,
)
from bot.papers.official import DOTS
from bot.papers.word_tables import add_table

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_SIGN_LEFT = FULL - 8.5
_LARGE = 20
_AFTER_DOTS = 2.0  # centimetres for the words after the last dots


def draw(paper: Paper, thai_pages: bool) -> bytes:
    document = Document()
    thai.dress(document)
    document.core_properties.title = paper.title
    document.core_properties.author = document.core_properties.comments = ""
    _page(document, paper, thai_pages)
    for block in paper.blocks:
        DRAW[type(block)](document, block)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _page(document: Drawn, paper: Paper, thai_pages: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    section.header_distance = Cm(1.25)
    section.different_first_page_header_footer = True
    _header(section.first_page_header.paragraphs[0], paper, None)
    _header(section.header.paragraphs[0], paper, thai_pages if paper.numbered else None)


def _header(line: Line, paper: Paper, numbered: bool | None) -> None:
    """The page's number in the middle, ร่าง at the right."""
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(FULL / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Cm(FULL), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run("\t")
    if numbered is not None:
        thai.add_page_number(line, thai_digits=numbered)
    if paper.draft:
        thai.write(line, f"\t{paper.draft}", bold=True, size=_LARGE)


def _heading(document: Drawn, block: Heading) -> None:
    line = document.add_heading(level=block.level + 1)
    write(line, block.text, bold=True, size=_LARGE if block.level == 0 else None)
    form = line.paragraph_format
    form.alignment = _ALIGN["center" if block.level == 0 else "left"]
    form.space_before, form.space_after = Pt(0 if block.level == 0 else 8), Pt(2)
    form.keep_with_next = True


def _paragraph(document: Drawn, block: Paragraph) -> None:
    line = document.add_paragraph()
    form = line.paragraph_format
    form.alignment = _ALIGN[block.align]
    form.left_indent, form.first_line_indent = Cm(block.left), Cm(block.first)
    form.space_before, form.keep_with_next = Pt(block.before), block.keep
    write(line, block.text, bold=block.bold, start=block.left)


def _labelled(document: Drawn, block: Labelled) -> None:
    line = document.add_paragraph()
    form = line.paragraph_format
    begins = block.left + block.width
    form.left_indent, form.first_line_indent = Cm(begins), Cm(-block.width)
    form.tab_stops.add_tab_stop(Cm(begins))
    form.space_before = Pt(block.before)
    thai.write(line, block.label + "\t", bold=block.bold)
    write(line, block.text, bold=block.bold, start=begins)


def _sides(document: Drawn, block: Sides) -> None:
    """Both on one line; dots end before the right side begins."""
    line = document.add_paragraph()
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(FULL * block.share), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)
    stops.add_tab_stop(Cm(FULL), WD_TAB_ALIGNMENT.RIGHT)
    thai.write(line, f"{block.left.replace(DOTS, chr(9))}\t{block.right}")


def _signature(document: Drawn, block: Signature) -> None:
    told = [block.close, "", ""] if block.close else [""]
    for said in (*told, *block.lines.split("\n")):
        line = document.add_paragraph()
        form = line.paragraph_format
        form.left_indent, form.keep_with_next = Cm(_SIGN_LEFT), True
        form.alignment = _ALIGN["center" if DOTS not in said else "left"]
        write(line, said, start=_SIGN_LEFT)
    line.paragraph_format.keep_with_next = False


def _new_page(document: Drawn, _block: NewPage) -> None:
    last = [*document.iter_inner_content()][-1]
    line = last if isinstance(last, Line) else document.add_paragraph()
    line.add_run().add_break(WD_BREAK.PAGE)


def _table(document: Drawn, block: Table) -> None:
    add_table(document, block, write)


def write(line: Line, text: str, bold: bool = False, size: int | None = None, start: float = 0) -> None:
    """Lines of text; dotted lines to write on share the room from `start` to the right margin."""
    for place, said in enumerate(text.split("\n")):
        if place:
            line.add_run().add_break()
        many = said.count(DOTS)
        ends = FULL if said.endswith(DOTS) else FULL - _AFTER_DOTS
        for nth in range(1, many + 1):
            _dots_until(line, Cm(start + (ends - start) * nth / many))
        thai.write(line, said.replace(DOTS, "\t"), bold=bold, size=size)


def _dots_until(line: Line, position: Length) -> None:
    stops = line.paragraph_format.tab_stops
    if all(stop.position != position for stop in stops):
        stops.add_tab_stop(position, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)


DRAW: dict[type[Block], Callable[[Drawn, Any], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Labelled: _labelled,
    Sides: _sides,
    Table: _table,
    Signature: _signature,
    NewPage: _new_page,
}
