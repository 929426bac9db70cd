"""A name is told from what is no name."""

import pytest

from models.thai.names import person_name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("บุญมา สีดา", "บุญมา สีดา"),
        ("นางบุญมา  สีดาค่ะ", "นางบุญมา สีดา"),
        ("ชื่อ สมชาย ใจดี ครับ", "สมชาย ใจดี"),
        ("หนูชื่อคำปัน", "คำปัน"),
        ("มูฮัมหมัด บิน อับดุลเลาะ", "มูฮัมหมัด บิน อับดุลเลาะ"),
        ("Mary O'Neil-Smith", "Mary O'Neil-Smith"),
        ("ว่าที่ ร.ต. สมศักดิ์ ณ อยุธยา", "ว่าที่ ร.ต. สมศักดิ์ ณ อยุธยา"),
        ("มีนา แก้วใส", "มีนา แก้วใส"),
        ("ไปรยา สวนดอกไม้", "ไปรยา สวนดอกไม้"),
    ],
)
def test_names(said: str, name: str) -> None:
    assert person_name(said) == name


@pytest.mark.parametrize(
    "said",
    [
        "",
        "ก",
        "12",
        "0812345678",
        "👍",
        "ไม่บอก",
        "ไม่อยากบอก",
        "โอเคค่ะ",
        "ได้",
        "เดี๋ยวบอก",
        "เวทีกี่โมง",
        "ไปแล้ว ได้อะไรบ้าง",
        "x" * 80,
    ],
)
def test_no_names(said: str) -> None:
    assert person_name(said) is None


def test_a_long_line_is_no_name() -> None:
    assert person_name("วันนี้ ที่ บ้าน มี งาน บุญ ใหญ่") is None
