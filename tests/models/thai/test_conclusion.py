"""A conclusion as it is typed while people talk: which item, what, who and by when, in any order."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.thai.calendar import BANGKOK
from models.thai.conclusion import COMMUNITY, Due, due_of, is_agency, read

NOW = datetime(2026, 8, 20, 10, tzinfo=BANGKOK)  # พฤหัสบดี
SEP15 = date(2026, 9, 15)

# words -> item, verb, text, taker, day
PHRASES = [
    ("วาระ 2 สรุป เปลี่ยนปั๊ม ผู้รับไปทำ กองช่าง อบต. ภายใน 15 ก.ย.", 2, "concluded", "เปลี่ยนปั๊ม", "กองช่าง อบต.", SEP15),
    ("วาระ 2 มติ เปลี่ยนปั๊ม ผู้ทำ กองช่าง อบต. ภายใน 15 ก.ย.", 2, "concluded", "เปลี่ยนปั๊ม", "กองช่าง อบต.", SEP15),
    ("วาระที่ ๒ มติ เปลี่ยนปั๊ม ภายใน ๑๕ ก.ย. ผู้ทำ กองช่าง", 2, "concluded", "เปลี่ยนปั๊ม", "กองช่าง", SEP15),
    ("วาระ2สรุปเปลี่ยนปั๊ม ก่อนวันที่ 15 ก.ย. 2569 ผู้รับไปทำ สมชาย", 2, "concluded", "เปลี่ยนปั๊ม", "สมชาย", SEP15),
    ("4.2 สรุป ลอกคลองก่อนหน้าฝน ผู้ทำ แดง ไม่เกินสิ้นเดือน", 2, "concluded", "ลอกคลองก่อนหน้าฝน", "แดง", date(2026, 8, 31)),
    ("วาระ 4.3 มติ ซ่อมถนน กองช่าง อบต. รับไปทำ ภายใน 30 วัน", 3, "concluded", "ซ่อมถนน", "กองช่าง อบต.", date(2026, 9, 19)),
    ("วาระ 1 สรุป ซ่อมถนน นายสมชาย รับไปทำ", 1, "concluded", "ซ่อมถนน", "นายสมชาย", None),
    ("วาระ 1 สรุป ซ่อมถนน รับไปทำ กำนันมี", 1, "concluded", "ซ่อมถนน", "กำนันมี", None),
    ("วาระ 1: มติ: ซ่อมถนน / ผู้รับไปทำ: กำนันมี / ภายใน 15/9/69", 1, "concluded", "ซ่อมถนน", "กำนันมี", SEP15),
    ("วาระ 3 เสนอนโยบาย ลดค่าไฟสูบน้ำ", 3, "policy", "ลดค่าไฟสูบน้ำ", None, None),
    ("วาระ 3 ข้อเสนอเชิงนโยบาย ลดค่าไฟ", 3, "policy", "ลดค่าไฟ", None, None),
    ("วาระ 3 บทเรียน ทำฝายกันเอง ใช้เงิน 3,000 บาท", 3, "lesson", "ทำฝายกันเอง ใช้เงิน 3,000 บาท", None, None),
    ("วาระ 3 คุย ปั๊มเสียตั้งแต่ 5 ส.ค.", 3, "said", "ปั๊มเสียตั้งแต่ 5 ส.ค.", None, None),
    ("วาระ 5 ข้อเสนอ ขอหม้อแปลง ผู้รับไปทำ การไฟฟ้า", 5, "proposal", "ขอหม้อแปลง", "การไฟฟ้า", None),
    ("วาระสอง ตกลงว่า เปิดประปา ผู้รับผิดชอบ แดง ไม่เกิน 3 สัปดาห์", 2, "agreement", "เปิดประปา", "แดง", date(2026, 9, 10)),
    ("วาระ 3 สรุป ลอกคลอง ชาวบ้านทำกันเอง ภายในเดือนหน้า", 3, "concluded", "ลอกคลอง", COMMUNITY, date(2026, 9, 30)),
    ("วาระ 3 สรุป ลอกคลอง ชุมชนทำเอง ก่อนวันแม่ 2570", 3, "concluded", "ลอกคลอง", COMMUNITY, date(2027, 8, 12)),
    ("วาระ 5 สรุป แจกถังน้ำ ยังไม่มีผู้รับ", 5, "concluded", "แจกถังน้ำ", "", None),
    ("วาระ 5 สรุป แจกถังน้ำ ผู้รับไปทำ อบต.ท่าเสียว ยังไม่กำหนดวัน", 5, "concluded", "แจกถังน้ำ", "อบต.ท่าเสียว", None),
    ("วาระ 5 สรุป แจกถังน้ำ ให้เสร็จ 15/9/69 ผู้รับไปทำ กำนันมี", 5, "concluded", "แจกถังน้ำ", "กำนันมี", SEP15),
    ("วาระ 5 สรุป แจกถังน้ำ ผู้รับไปทำ กำนันมี ภายในวันอังคารที่ 15 กันยายน 2569 นี้ครับ", 5, "concluded", "แจกถังน้ำ", "กำนันมี", SEP15),
    ("วาระ 5 สรุป แจกถังน้ำ ภายในสัปดาห์หน้า โดย นายแดง", 5, "concluded", "แจกถังน้ำ", "นายแดง", date(2026, 8, 30)),
    ("วาระ 5 สรุป แจกถังน้ำ ผู้ทำ แดง ภายในพฤหัสหน้า นะคะ", 5, "concluded", "แจกถังน้ำ", "แดง", date(2026, 8, 27)),
    ("สรุปวาระ 2 เปลี่ยนปั๊ม", 2, "concluded", "เปลี่ยนปั๊ม", None, None),
    ("มติ วาระที่ 2 เปลี่ยนปั๊ม ผู้ทำ แดง", 2, "concluded", "เปลี่ยนปั๊ม", "แดง", None),
    ("วาระ 2 เปลี่ยนปั๊ม ผู้ทำ สมชาย ภายใน 2 เดือน", 2, "concluded", "เปลี่ยนปั๊ม", "สมชาย", date(2026, 10, 20)),
    ("วาระ 2\nสรุป เปลี่ยนปั๊ม\nผู้ทำ สมชาย\nภายใน 15 ก.ย.", 2, "concluded", "เปลี่ยนปั๊ม", "สมชาย", SEP15),
    ("วาระ 12 สรุป", 12, "concluded", "", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "item", "verb", "text", "taker", "day"), PHRASES)
def test_a_conclusion(
    words: str, item: int, verb: str, text: str, taker: str | None, day: date | None
) -> None:
    found = read(words, NOW)
    assert found is not None
    assert (found.item, found.verb, found.text, found.taker, found.due.day) == (item, verb, text, taker, day)
    assert found.no_date == ("ยังไม่กำหนดวัน" in words)


@pytest.mark.parametrize(
    "words",
    ["", "วาระ 2", "มติ", "สรุป", "2 สรุป ปั๊มเสีย", "วาระหน้าคุยเรื่องน้ำ", "น้ำท่วมวาระ 2 สรุป", "ร่างวาระ", "1 วาระ", "ข้อสรุป",
     "แก้ข้อสรุป 2", "1669", "4.2", "4.2 เมตร"],
)  # fmt: skip
def test_no_conclusion(words: str) -> None:
    assert read(words, NOW) is None


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("วาระ 3 สรุป ลอกคลอง ผู้ทำ แดง ภายใน 31 ก.ย.", Due(wrong="impossible")),
        ("วาระ 3 สรุป ลอกคลอง ภายใน 30 ก.พ. 2570 ผู้ทำ แดง", Due(wrong="impossible")),
        ("วาระ 3 สรุป ลอกคลอง ผู้ทำ แดง ภายใน 1 ส.ค. 2569", Due(wrong="past")),
        ("วาระ 3 สรุป ลอกคลอง ผู้ทำ แดง ภายใน 1 ส.ค. 2575", Due(date(2032, 8, 1), "far")),
        ("วาระ 3 สรุป ลอกคลองก่อนหน้าฝน ผู้ทำ แดง", Due()),
        ("วาระ 3 สรุป เจาะบ่อลึกไม่เกิน 30 เมตร ผู้ทำ แดง", Due()),
    ],
)
def test_a_day_that_cannot_be_meant(words: str, due: Due) -> None:
    found = read(words, NOW)
    assert found is not None
    assert found.due == due
    assert found.taker == "แดง"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("15 ก.ย.", Due(SEP15)),
        ("๑๕/๙/๖๙", Due(SEP15)),
        ("30 วัน", Due(date(2026, 9, 19))),
        ("สองอาทิตย์", Due(date(2026, 9, 3))),
        ("พรุ่งนี้", Due(date(2026, 8, 21))),
        ("วันนี้", Due(date(2026, 8, 20))),
        ("สิ้นเดือนหน้า", Due(date(2026, 9, 30))),
        ("เมื่อวาน", Due(wrong="past")),
        ("31 ก.ย.", Due(wrong="impossible")),
        ("1 มกราคม 3112", Due(wrong="impossible")),
        ("20 ส.ค. 2571", Due(date(2028, 8, 20))),
        ("22 ส.ค. 2571", Due(date(2028, 8, 22), "far")),
        ("อีกนานเลย", Due()),
        ("", Due()),
    ],
)
def test_a_day_by_itself(words: str, due: Due) -> None:
    assert due_of(words, NOW) == due


@pytest.mark.parametrize(
    ("taker", "office"),
    [
        *((one, True) for one in ("อบต.ท่าเสียว", "เทศบาลเมือง", "กองช่าง", "สำนักงานที่ดิน", "กรมชลประทาน")),
        *((one, True) for one in ("การไฟฟ้าส่วนภูมิภาค", "ธ.ก.ส.")),
        *((one, True) for one in ("อำเภอน้ำพอง", "รพ.สต.วังชัย", "พมจ.ขอนแก่น", "ตำรวจ", "นายอำเภอ")),
        *((one, False) for one in ("ลุงสมชาย", "กำนันมี", "ชุมชนทำเอง", "กลุ่มแม่บ้าน", "ผู้ใหญ่แดง", "", None)),
        *((one, False) for one in ("กรรมการหมู่บ้าน", "กองทุนหมู่บ้าน")),
    ],
)  # fmt: skip
def test_whether_it_is_an_office(taker: str | None, office: bool) -> None:
    assert is_agency(taker) == office


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    for words in (text, f"วาระ 2 สรุป {text}", f"วาระ 2 มติ ลอกคลอง ภายใน {text} ผู้ทำ {text}", f"4.{text} สรุป"):
        found = read(words, NOW)
        assert found is None or found.item >= 0
    due_of(text, NOW)


WORDS = [
    "วาระ",
    "2",
    "สรุป",
    "ผู้ทำ",
    "ภายใน",
    "15",
    "ก.ย.",
    "รับไปทำ",
    "ก่อน",
    "31",
    "๒",
    ".",
    "อบต.",
    "ยังไม่มีผู้รับ",
    "\n",
    "เสร็จ",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_no_order_of_its_words_breaks_it(words: list[str]) -> None:
    for joint in ("", " "):
        read(joint.join(words), NOW)
        read("วาระ 2 สรุป " + joint.join(words), NOW)
