"""The papers as PDF: so many pages, all within the margins, in Thai digits, and what they tell really stands there."""

import re
from dataclasses import replace

import pytest

from bot.papers import drawing, official
from bot.papers.blocks import Table
from bot.papers.drawing import Told
from models.papers import Agenda, Conclusion, Figures, Situation, Tally
from models.places import provinces_of_region
from tests.bot.papers import fixture
from tests.bot.papers.reading import cm, has_ink, letters, pdf_pictures, pdf_texts

PAGES = {
    "invitation": (3, 3),
    "agenda": (3, 5),
    "situation": (1, 2),
    "register": (4, 6),
    "minutes": (5, 8),
    "proposal": (1, 1),
    "month": (1, 2),
}
SAYS = {
    "invitation": [
        "ขอเชิญเข้าร่วมเวทีฟอรัมภาคตะวันออกเฉียงเหนือ",
        "ขอแสดงความนับถือ",
        "กำหนดการ",
        "แบบตอบรับ",
        "๐๘.๓๐ น.",
    ],
    "agenda": [
        *(f"ระเบียบวาระที่ {nth}" for nth in "๑๒๓๔๕"),
        "ความเห็นจากผู้ที่ไม่ได้เข้าร่วม",
        "เรื่องที่ไม่เข้าวาระ",
        "ขก-๐๑๔๒",
        "อำเภอน้ำพอง",
        "ผู้สนับสนุน ๑๔๓ คน",
        "ถนนเส้นนี้เคยมีคนมาวัดแล้วสองครั้ง",
    ],
    "situation": ["เดือนเดียวกัน", "ข้อสรุปที่ผ่านมา", "เรื่องที่ยังไม่ยุติ", "๑๒๖ เรื่อง", "ศรีสะเกษ"],
    "register": ["ลายมือชื่อ", "นางสุธีรัตน์ ณ อุบล", "๐๘๙-๑๒๓-๔๕๕๙", "๙๐"],
    "minutes": ["ผู้เข้าร่วมเวที ๘๓ คน", "ผู้จดรายงานการประชุม", "ภายในวันที่ ๑๕ กันยายน ๒๕๖๙", "ขก-๐๙๙๙", "ร่าง"],
    "proposal": ["ร่าง", "ที่ ....", "นายกองค์การบริหารส่วนตำบลวังชัย", "ขอความอนุเคราะห์พิจารณา"],
    "month": ["ปีงบประมาณ พ.ศ. ๒๕๖๙", "ตุลาคม ๒๕๖๘", "รวมปีงบประมาณ", "๑,๑๕๕"],
}
every = pytest.mark.parametrize("which", fixture.EVERY)


@every
def test_a_paper_has_so_many_pages_and_tells_what_it_should(which: str) -> None:
    pages = pdf_texts(drawing.as_pdf(fixture.EVERY[which]))
    fewest, most = PAGES[which]
    assert fewest <= len(pages) <= most
    told = letters("".join(pages))
    assert [said for said in SAYS[which] if letters(said) not in told] == []


@every
def test_nothing_is_drawn_beyond_the_margins(which: str) -> None:
    for page in pdf_pictures(drawing.as_pdf(fixture.EVERY[which])):
        wide, high = page.size
        assert not has_ink(page, (0, 0, cm(2.97), high)), "left"
        assert not has_ink(page, (wide - cm(1.95), 0, wide, high)), "right"
        assert not has_ink(page, (0, high - cm(2), wide, high)), "below"
        assert not has_ink(page, (0, 0, wide, cm(1))), "above"
        assert has_ink(page, (cm(3), cm(2.5), wide - cm(2), high - cm(2))), "an empty page"


def test_ink_in_a_margin_would_be_seen() -> None:
    page = pdf_pictures(drawing.as_pdf(fixture.PROPOSAL))[0]
    page.paste(0, (cm(2.5), cm(10), cm(2.6), cm(10.1)))
    assert has_ink(page, (0, 0, cm(2.97), page.height))


@every
def test_digits_are_thai_but_in_addresses(which: str) -> None:
    thai = "".join(pdf_texts(drawing.as_pdf(fixture.EVERY[which])))
    assert not re.search(r"[0-9]", thai)
    assert re.search("[๐-๙]", thai)
    arabic = "".join(pdf_texts(drawing.as_pdf(fixture.EVERY[which], thai=False)))
    assert not re.search("[๐-๙]", arabic)
    assert re.search(r"[0-9]", arabic)


@every
def test_pages_are_numbered_from_the_second_on_but_not_those_of_a_letter(which: str) -> None:
    pages = pdf_texts(drawing.as_pdf(fixture.EVERY[which]))
    numbered = [f"- {official.thai_digits(str(nth))} " in page[:12] for nth, page in enumerate(pages, 1)]
    assert numbered == [which != "invitation" and nth > 0 for nth in range(len(pages))]


@pytest.mark.parametrize("which", ["agenda", "register", "minutes", "month"])
def test_the_head_of_a_table_stands_again_on_the_next_page(which: str) -> None:
    head = {"agenda": "พื้นที่", "register": "ลายมือชื่อ", "minutes": "ความคืบหน้า", "month": "ข้อสรุป"}[which]
    pages = pdf_texts(drawing.as_pdf(fixture.EVERY[which]))
    assert sum(letters(head) in letters(page) for page in pages[:3]) >= 2


@pytest.mark.parametrize("which", [name for name in fixture.EVERY if name != "register"])
def test_only_the_register_names_those_who_come(which: str) -> None:
    told = letters("".join(pdf_texts(drawing.as_pdf(fixture.EVERY[which]))))
    names = {one.name for one in fixture.REGISTER.registered}
    assert [name for name in names if letters(name) in told] == []


def test_what_is_empty_says_so() -> None:
    bare = drawing.as_pdf(Agenda(fixture.MEETING))
    told = letters("".join(pdf_texts(bare)))
    for said in (
        "ไม่มีรายงานการประชุมครั้งก่อน",
        "ไม่มีข้อสรุปที่ค้างติดตาม",
        "ยังไม่มีเรื่องเสนอเพื่อพิจารณา",
        "ระเบียบวาระที่ ๓ เรื่องติดตาม",
    ):
        assert letters(said) in told
    assert told.count(letters("ไม่มี")) >= 4


def test_a_situation_stays_on_two_pages_however_much_there_is() -> None:
    long = "ขอให้หน่วยงานที่เกี่ยวข้องร่วมกันดูแลแหล่งน้ำและทางระบายน้ำของหมู่บ้านอย่างต่อเนื่อง " * 20
    who = "สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัดอุบลราชธานี " * 3
    topics = (
        "water",
        "land",
        "health",
        "education",
        "welfare",
        "safety",
        "housing",
        "energy",
        "unrest",
        "other",
    )
    full = Situation(
        "northeast",
        fixture.SITUATION.month,
        tuple(Tally(code, 123, 45, 67, 89) for code in provinces_of_region("northeast")),
        tuple(Tally(code, 123, 45, 67, 89) for code in topics),
        tuple(
            Conclusion(
                f"ขก-{nth:04d}", (("water", None),), long, who, None, "contested", "policy", 1, 12, 5, 34
            )
            for nth in range(30)
        ),
        fixture.ISSUES * 3,
        999,
    )
    assert len(pdf_texts(drawing.as_pdf(full))) == 2


def test_the_sum_of_the_budget_year_is_the_sum_of_its_months() -> None:
    months = tuple(Figures(None, one.month, reports=7, people=6, done=2) for one in fixture.MONTHS.months)
    told = drawing.laid_out(replace(fixture.MONTHS, months=months), thai=False)
    year = told.blocks[-2]
    assert isinstance(year, Table)
    assert year.rows[-1] == ("รวมปีงบประมาณ", "77", "66", "0", "0", "0", "22", "0")


def test_a_lesson_asks_nobody_to_take_it_on() -> None:
    one = Conclusion("ขก-0999", (("water", None),), "ช่วยกันขุด", kind="lesson", nth=9)
    told = letters("".join(pdf_texts(drawing.as_pdf(replace(fixture.MINUTES, conclusions=(one,))))))
    assert letters("ข้อสรุปที่ ๙ บทเรียน ช่วยกันขุด ระเบียบวาระที่ ๕") in told


@pytest.mark.parametrize(
    "told",
    [replace(fixture.INVITATION, programme=None, note=None, reply_by=None, to=None, topics=(), online=False)],
)
def test_what_nobody_told_is_left_to_be_written_by_hand(told: Told) -> None:
    said = letters("".join(pdf_texts(drawing.as_pdf(told))))
    assert letters("๐๙.๐๐ น.") in said
    assert letters("ติดตามเรื่องที่เวทีเคยสรุปไว้") in said
    assert letters("ส่งแบบตอบรับตามสิ่งที่ส่งมาด้วย ๒") in said
    assert letters("ภายในวัน") not in said
