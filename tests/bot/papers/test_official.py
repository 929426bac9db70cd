"""How official papers say things; and that a Forum asks and proposes, and orders nobody."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.papers import official
from bot.papers.word_edges import pieces
from bot.words import sentences
from models import places
from models.papers import Meeting
from models.thai.budget_year import budget_year, month_after, month_before, months_until
from models.thai.calendar import BANGKOK

HOUSE = Path(__file__).parents[3] / "bot" / "papers"
WORDS = {
    key.removeprefix("paper."): lines for key, lines in sentences("th").items() if key.startswith("paper.")
}
ORDERS = ("สั่ง", "บังคับ", "มอบหมาย", "กำชับ", "ให้ดำเนินการ", "ต้องดำเนินการ", "มีมติให้", "ให้ถือปฏิบัติ", "โปรดดำเนินการ")


def test_a_forum_orders_nobody() -> None:
    said = [line for lines in WORDS.values() for line in lines]
    assert [line for line in said if any(order in line for order in ORDERS)] == []


def test_every_sentence_of_the_papers_is_used_and_every_one_used_is_written() -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in HOUSE.glob("*.py"))
    used = set(re.findall(r"[\"']([a-z_0-9]+)[\"']", source))
    built = re.compile(r"(sort|programme|col|why|proposal|step|kind|heard|sector)_\w+|month_[a-z]+")
    assert {key for key in WORDS if key not in used and not built.fullmatch(key)} == set()
    asked = set(re.findall(r'say\(\s*"([a-z_0-9]+)"', source))
    assert asked - set(WORDS) == set()


def test_places_and_regions_have_their_full_names() -> None:
    assert places.formal_name("400701", 5) == "หมู่ที่ 5 ตำบลน้ำพอง อำเภอน้ำพอง จังหวัดขอนแก่น"
    assert places.formal_name("1004").startswith("เขต")
    assert places.formal_name("1004").endswith("กรุงเทพมหานคร")
    assert [places.formal_region_name(one) for one in (*places.REGIONS, "national")] == [
        "ภาคเหนือ",
        "ภาคตะวันออกเฉียงเหนือ",
        "ภาคกลางและตะวันตก",
        "ภาคกรุงเทพมหานคร ปริมณฑล และตะวันออก",
        "ภาคใต้",
        "ส่วนกลาง",
    ]


@pytest.mark.parametrize(
    ("said", "thai"),
    [
        ("วันที่ 20 สิงหาคม 2569 เวลา 09.00 น.", "วันที่ ๒๐ สิงหาคม ๒๕๖๙ เวลา ๐๙.๐๐ น."),
        ("ขก-0142", "ขก-๐๑๔๒"),
        ("ดู https://x.org/a1?b=2 ข้อ 3", "ดู https://x.org/a1?b=2 ข้อ ๓"),
        ("COVID-19 มา 2 ปี", "COVID-19 มา ๒ ปี"),
        ("1,234.50 บาท", "๑,๒๓๔.๕๐ บาท"),
    ],
)
def test_digits_become_thai_but_in_addresses_and_latin_names(said: str, thai: str) -> None:
    assert official.thai_digits(said) == thai


def test_a_moment_is_said_in_bangkok_and_in_the_buddhist_era() -> None:
    at = datetime.fromisoformat("2026-08-20T02:00:00+00:00")
    assert official.when(Meeting("monthly", "south", at)) == "วันพฤหัสบดีที่ 20 สิงหาคม 2569 เวลา 09.00 น."
    assert official.day(datetime(2026, 12, 31, 23, 0, tzinfo=BANGKOK)) == "31 ธันวาคม 2569"


@pytest.mark.parametrize(
    ("kind", "more", "name"),
    [
        ("monthly", {"nth": "8/2569"}, "เวทีฟอรัมภาคใต้ ครั้งที่ 8/2569"),
        ("situation", {"topic": "disaster.flood"}, "เวทีตามสถานการณ์ภาคใต้ เรื่องน้ำท่วม"),
        ("emergency", {}, "เวทีฉุกเฉินภาคใต้"),
        ("situation", {"topic": "other"}, "เวทีตามสถานการณ์ภาคใต้ เรื่องทั่วไป"),
    ],
)
def test_a_forum_is_called_by_its_kind_and_region(kind: str, more: dict[str, Any], name: str) -> None:
    at = datetime(2026, 8, 20, 9, tzinfo=BANGKOK)
    assert official.forum(Meeting(kind, "south", at, **more)) == name


@pytest.mark.parametrize(
    ("day", "year", "months"),
    [
        (date(2025, 10, 1), 2569, 1),
        (date(2026, 9, 30), 2569, 12),
        (date(2026, 10, 1), 2570, 1),
        (date(2026, 1, 15), 2569, 4),
    ],
)
def test_the_budget_year_begins_in_october(day: date, year: int, months: int) -> None:
    assert budget_year(day) == year
    until = months_until(day)
    assert (len(until), until[0].month, until[-1]) == (months, 10, day.replace(day=1))
    assert all(month_before(month_after(month)) == month for month in until)


def test_a_line_ends_between_words_and_never_inside_a_place() -> None:
    for line, whole in (
        ("ในพื้นที่ ตำบลบึงงาม อำเภอเมืองนครพนม", "อำเภอเมืองนครพนม"),
        ("เมื่อวันพฤหัสบดีที่\u00a0๒๐ สิงหาคม", "วันพฤหัสบดีที่\u00a0๒๐"),
        ("เวทีฟอรัมภาคตะวันออกเฉียงเหนือ", "ภาคตะวันออกเฉียงเหนือ"),
        ("กล่าวต่าง ๆ (เรื่องที่\u00a0ขก-๐๑๔๒)", "(เรื่องที่\u00a0ขก-๐๑๔๒)"),
    ):
        assert whole in pieces(line)
        assert "".join(pieces(line)) == line


def test_what_is_too_long_for_a_cell_is_cut_after_a_word() -> None:
    said = official.short("เวทีเสนอให้เปลี่ยนเครื่องสูบน้ำและตั้งกลุ่มผู้ใช้น้ำ", 40)
    assert said.endswith("…")
    assert len(said) <= 41
    assert pieces(said[:-1])[-1] in pieces("เวทีเสนอให้เปลี่ยนเครื่องสูบน้ำและตั้งกลุ่มผู้ใช้น้ำ")
    assert official.short("สั้น ๆ\nสองบรรทัด") == "สั้น ๆ สองบรรทัด"
