"""The papers as Word: opened again they hold the text, in TH Sarabun New at 16 point, their tables' rows whole."""

import pytest
from docx.oxml.ns import qn

from bot.papers import drawing, official
from bot.papers.blocks import Table
from tests.bot.papers import fixture
from tests.bot.papers.reading import word, word_texts
from tests.bot.papers.test_pages import SAYS, every

FONT = "TH Sarabun New"


@every
def test_it_opens_again_and_tells_what_it_should(which: str) -> None:
    told = drawing.as_word(fixture.EVERY[which])
    said = " ".join(word_texts(told)).replace("\u00a0", " ").replace("\n", " ")
    header = "ร่าง" if which in ("minutes", "proposal") else ""
    missing = [one for one in SAYS[which] if one not in said and one not in (header, "ที่ ....")]
    assert missing == []


@every
def test_every_letter_is_thai_at_sixteen_points_or_more(which: str) -> None:
    document = word(drawing.as_word(fixture.EVERY[which]))
    runs = [run for run in document.element.iter(qn("w:r")) if run.findall(qn("w:t"))]
    assert runs
    for run in runs:
        properties = run.find(qn("w:rPr"))
        assert properties is not None
        fonts = properties.find(qn("w:rFonts"))
        sizes = [int(properties.find(qn(name)).get(qn("w:val"))) for name in ("w:sz", "w:szCs")]
        assert {fonts.get(qn(script)) for script in ("w:ascii", "w:hAnsi", "w:cs")} == {FONT}
        assert sizes[0] == sizes[1] >= 32
        assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
        assert (properties.find(qn("w:b")) is None) == (properties.find(qn("w:bCs")) is None)
    normal = document.styles["Normal"].element.rPr
    assert normal.find(qn("w:rFonts")).get(qn("w:cs")) == FONT
    assert normal.find(qn("w:szCs")).get(qn("w:val")) == "32"


def test_headings_are_black_in_every_program() -> None:
    styles = word(drawing.as_word(fixture.AGENDA)).styles
    for name in ("Heading 1", "Heading 2", "Heading 3", "Heading 1 Char", "Heading 2 Char", "Heading 3 Char"):
        colour = styles[name].element.rPr.find(qn("w:color"))
        assert dict(colour.attrib) == {qn("w:val"): "000000"}
        assert styles[name].element.rPr.find(qn("w:rFonts")).get(qn("w:cs")) == FONT


@every
def test_properties_stand_in_the_order_that_word_asks_for(which: str) -> None:
    """Word calls a document damaged otherwise."""
    document = word(drawing.as_word(fixture.EVERY[which]))
    order = [qn(f"w:{name}") for name in ("rFonts", "b", "bCs", "color", "sz", "szCs", "lang")]
    for properties in document.element.iter(qn("w:rPr")):
        places = [order.index(one.tag) for one in properties]
        assert places == sorted(places)


@every
def test_tables_keep_their_head_and_their_rows_whole(which: str) -> None:
    document = word(drawing.as_word(fixture.EVERY[which]))
    wanted = [block for block in drawing.laid_out(fixture.EVERY[which]).blocks if isinstance(block, Table)]
    assert len(document.tables) == len(wanted)
    for table, told in zip(document.tables, wanted, strict=True):
        rows = [row._tr for row in table.rows]
        assert rows[0].trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
        assert [tuple(cell.text for cell in row.cells) for row in table.rows[1:]] == list(told.rows)


@every
def test_a_column_is_as_wide_as_it_was_told_wherever_it_is_opened(which: str) -> None:
    document = word(drawing.as_word(fixture.EVERY[which]))
    for table in document.tables:
        wide = [column.width for column in table.columns]
        assert wide == [cell.width for cell in table.rows[0].cells]
        assert 15.9 < sum(length.cm for length in wide if length) < 16.1


def test_what_stands_in_the_header_has_its_own_stops() -> None:
    """Those of the style would come first and draw ร่าง into the middle."""
    document = word(drawing.as_word(fixture.PROPOSAL))
    assert len(document.styles["Header"].paragraph_format.tab_stops) == 0
    stops = document.sections[0].first_page_header.paragraphs[0].paragraph_format.tab_stops
    assert [round(stop.position.cm) for stop in stops] == [8, 16]


def test_dots_end_at_the_margin() -> None:
    for which in ("invitation", "minutes"):
        for line in word(drawing.as_word(fixture.EVERY[which])).paragraphs:
            stops = [stop.position.cm for stop in line.paragraph_format.tab_stops if stop.leader]
            assert all(stop <= 16.01 for stop in stops)
            assert not line.text.endswith("\t") or round(stops[-1], 1) == 16


def test_its_margins_are_those_of_official_letters() -> None:
    section = word(drawing.as_word(fixture.INVITATION)).sections[0]
    sides = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(side.cm, 2) for side in sides if side] == [3, 2, 2.5, 2]
    assert section.page_width
    assert round(section.page_width.cm, 1) == 21


@pytest.mark.parametrize(("thai", "switch"), [(True, r"PAGE \* THAIARABIC"), (False, "PAGE")])
def test_pages_are_counted_by_word_in_the_same_digits(thai: bool, switch: str) -> None:
    header = word(drawing.as_word(fixture.AGENDA, thai)).sections[0].header
    assert [one.text for one in header._element.iter(qn("w:instrText"))] == [switch]
    assert ("๘/๒๕๖๙" in " ".join(word_texts(drawing.as_word(fixture.AGENDA, thai)))) == thai


@pytest.mark.parametrize("which", ["minutes", "proposal"])
def test_a_draft_says_so_on_its_first_page_and_on_all_others(which: str) -> None:
    section = word(drawing.as_word(fixture.EVERY[which])).sections[0]
    for header in (section.first_page_header, section.header):
        assert "ร่าง" in header.paragraphs[0].text
    assert "ร่าง" not in word(drawing.as_word(fixture.AGENDA)).sections[0].header.paragraphs[0].text


def test_a_heading_is_a_heading_and_stays_with_what_follows() -> None:
    document = word(drawing.as_word(fixture.AGENDA))
    heads = [line for line in document.paragraphs if line.style and line.style.name.startswith("Heading")]
    assert official.together("ระเบียบวาระที่ ๔") in heads[4].text
    assert all(line.paragraph_format.keep_with_next for line in heads)
