"""What people typed stands on paper as they typed it: never a command, never beyond its cell."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.papers import drawing, official
from bot.papers.blocks import each_text
from models.papers import Opinion, Row
from tests.bot.papers import fixture
from tests.bot.papers.reading import cm, has_ink, letters, pdf_pictures, pdf_texts, word_texts

HOSTILE = (
    "#pagebreak() #sys.inputs",
    "*ตัวหนา* _เอียง_ `โค้ด`",
    "[#let x = 1]",
    "\\u{41} \\ \\\\",
    "$x^2$ @อ้างอิง <ป้าย>",
    "// ความเห็น /* ซ่อน */",
    "\"คำพูด\" 'เดี่ยว' -- --- ...",
    "= หัวข้อ\n- ข้อ\n+ ข้อ",
    "&lt;b&gt; </w:t> <w:p/>",
)


def paper_with(text: str) -> tuple[bytes, bytes]:
    issues = (replace(fixture.ISSUES[0], summary=text), *fixture.ISSUES[1:])
    told = replace(fixture.AGENDA, issues=issues, opinions=(Opinion(text), Opinion("ความเห็นสุดท้าย")))
    return drawing.as_pdf(told), drawing.as_word(told)


@pytest.mark.parametrize("text", HOSTILE)
def test_signs_of_other_languages_are_only_signs(text: str) -> None:
    as_pdf, as_word = paper_with(text)
    shown = official.thai_digits(text)
    told = letters("".join(pdf_texts(as_pdf))).replace("“", '"').replace("”", '"')
    assert letters(shown) in told
    assert letters("ความเห็นสุดท้าย") in told
    assert any(shown in said for said in word_texts(as_word))


@pytest.mark.parametrize(
    "text", ["ก" * 900, "w" * 900, "https://example.org/" + "a1-" * 200, "น้ำ" * 300, "คำ " * 900, "ๆ" * 200]
)
def test_endless_words_stay_within_the_margins_and_their_cell(text: str) -> None:
    as_pdf, as_word = paper_with(text)
    for page in pdf_pictures(as_pdf):
        assert not has_ink(page, (page.width - cm(1.95), 0, page.width, page.height))
        assert not has_ink(page, (0, page.height - cm(2), page.width, page.height))
    assert any(text[:40] in said or official.thai_digits(text[:40]) in said for said in word_texts(as_word))


NASTY = " ".join(HOSTILE) + " 🌊 " + "w" * 90


@pytest.mark.parametrize("which", fixture.EVERY)
def test_no_field_that_people_fill_in_can_break_a_paper(which: str) -> None:
    told = each_text(fixture.EVERY[which], lambda text: f"{text} {NASTY}" if len(text) > 14 else text)
    shown = "#pagebreak()" in " ".join(pdf_texts(drawing.as_pdf(told)))
    assert shown == (which not in ("situation", "month")), "those two cut long texts, or hold none"
    for page in pdf_pictures(drawing.as_pdf(told)):
        assert not has_ink(page, (0, 0, cm(2.97), page.height))
        assert not has_ink(page, (page.width - cm(1.95), 0, page.width, page.height))
        assert not has_ink(page, (0, page.height - cm(2), page.width, page.height))
    assert word_texts(drawing.as_word(told))


def test_pictures_and_unseen_marks_are_left_out() -> None:
    assert official.clean("น้ำท่วม🌊🙏🏽 มาก\u200d\ufe0f\x00\x0b\u202eๆ␉") == "น้ำท่วม มากๆ"
    assert official.clean("น้ํา เเม่\tน้ำ") == "น้ำ แม่ น้ำ"
    as_pdf, as_word = paper_with("น้ำท่วม 🌊🌊 ช่วยด้วย \x00\x1f\ud83d")
    assert letters("น้ำท่วม ช่วยด้วย") in letters("".join(pdf_texts(as_pdf)))
    assert any("ช่วยด้วย" in said for said in word_texts(as_word))


def test_a_formula_in_a_table_is_a_text() -> None:
    row = replace(fixture.ROWS[0], conclusion='=HYPERLINK("http://x")', who="@SUM(1)\x07")
    sheet = load_workbook(BytesIO(drawing.as_table((row,)))).worksheets[0]
    cells = {cell.value: cell.data_type for cell in sheet[2]}
    assert cells['=HYPERLINK("http://x")'] == "s"
    assert cells["@SUM(1)"] == "s"


def test_a_day_stands_as_a_day_and_nobody_is_named() -> None:
    book = load_workbook(BytesIO(drawing.as_table(fixture.ROWS)))
    sheet, explained = book.worksheets
    heads = [cell.value for cell in sheet[1]]
    assert heads == [
        "เลขเรื่อง", "วันที่แจ้ง", "ภาค", "จังหวัด", "อำเภอ/เขต", "ตำบล/แขวง", "ชนิด", "ประเภทเรื่อง", "สถานะ",
        "ผู้เดือดร้อน (คน)", "ผู้สนับสนุน (คน)", "เวที", "ข้อสรุป", "ผู้รับไปทำ", "ภายในวันที่", "ยืนยันว่าเสร็จ (คน)",
        "บอกว่ายังไม่เสร็จ (คน)",
    ]  # fmt: skip
    first = [cell.value for cell in sheet[2]]
    assert first[0] == "ขก-0142"
    assert sheet["B2"].is_date
    assert first[2:6] == ["ภาคตะวันออกเฉียงเหนือ", "ขอนแก่น", "เมืองขอนแก่น", "โคกสี"]
    assert sheet.max_row == 1 + len(fixture.ROWS)
    assert [row[0].value for row in explained.iter_rows(min_row=2)] == heads
    assert all(row[1].value for row in explained.iter_rows(min_row=2))


def test_a_report_without_a_place_has_a_line_too() -> None:
    row = Row("ฟร-0001", fixture.ROWS[0].filed, None, "need", (), "received")
    sheet = load_workbook(BytesIO(drawing.as_table((row,)))).worksheets[0]
    assert [cell.value for cell in sheet[2]][:6] == ["ฟร-0001", sheet["B2"].value, None, None, None, None]
