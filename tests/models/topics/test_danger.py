"""Cries for rescue are heard, however typed; ordinary talk is not taken for one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models import topics
from models.evaluation import lists
from models.topics import danger, likeness, pieces
from models.topics.learning import cries, disturbance, sentences

_HERE = Path(__file__).parent
_ROWS = [row for row in sentences.cries() if sentences.is_held(row["text"])]  # never learnt from


@pytest.mark.parametrize(
    "cry",
    [
        "ช่วยด้วย",
        "ช่วยเหลือ",
        "แบตจะหมดแล้ว อยู่กันห้าคนบนหลังคา",
        "ซอยแหน่ น้ำท่วมฮอดหลังคาแล้ว",
        "ช่วยโตยเจ้า น้ำขึ้นฮอดเอวแล้ว",
        "ช่วยกันที น้ำขึ้นถึงคอแล้วหนิ",
        "ช่ ว ย ด้ ว ย",
        "ออกไม่ได้แล้ว",
        "ขอเรือด่วน",
        "น้ำถึงอกแล้ว แม่เดินไม่ได้",
        "1669 ไม่รับสาย พ่อไม่รู้สึกตัว",
        "please help, water high, baby in house",
    ],
)
def test_a_cry_for_help_is_danger(cry: str) -> None:
    assert topics.is_danger(cry)
    assert topics.read(cry).urgency == "rescue"


@pytest.mark.parametrize(
    "talk",
    [
        "",
        "ช่วยแชร์ต่อด้วยนะคะ",
        "น้ำท่วมปีที่แล้ว",
        "รถติดมาก ออกไม่ได้เลย",
        "จมอยู่กับหนี้",
        "หลังคารั่ว",
        "น้ำท่วมบ้านหนู 3 วันแล้วค่ะ",
        "กดน้ำไม่ออกมาสองวันแล้ว",
        "เมนูอาหารโรงเรียนไม่พอเด็กกิน",
        "น้ำท่วมถนนหน้าวัด ต.วังชัย",
        "ไฟดับ ทำยังไงดีคะ",
        "ไม่รู้",
        "สามคน",
        "ไม่มี",
        "มีใครอยู่ไหม",
    ],
)
def test_ordinary_talk_is_no_danger(talk: str) -> None:
    assert not topics.is_danger(talk)


@pytest.mark.parametrize(
    ("change", "floor", "ceiling"),
    [
        ("as written", 0.87, 0.075),
        ("letters repeated", 0.87, 0.075),
        ("stray spaces", 0.86, 0.08),
        ("some tone marks lost", 0.86, 0.08),
        ("no tone marks", 0.86, 0.08),
        ("slips", 0.85, 0.075),
    ],
)
def test_most_cries_that_were_never_learnt_are_heard(change: str, floor: float, ceiling: float) -> None:
    """The calm ones here were written to be mistaken for cries; of ordinary reports far fewer are."""
    typed = disturbance.ALL[change]
    heard = lists.cries({**row, "text": typed(row["text"])} for row in _ROWS)
    assert heard["found"] >= floor
    assert heard["false alarms"] <= ceiling


@pytest.mark.parametrize("variety", ["c", "isan", "north", "south", "malay"])
def test_cries_are_heard_in_every_dialect(variety: str) -> None:
    heard = lists.cries(row for row in sentences.cries() if row.get("variety") == variety)
    assert heard["found"] >= 0.93


def test_villagers_reports_are_seldom_taken_for_cries() -> None:
    held = (row for row in sentences.messages() if sentences.is_held(row["text"]))
    calm = [row["text"] for row in held if row["urgency"] != "rescue"]
    assert len(calm) > 900
    assert sum(map(topics.is_danger, calm)) <= len(calm) * 0.05


def test_a_cry_in_the_middle_of_a_long_letter_is_heard() -> None:
    calm = "สวัสดีค่ะ ดิฉันเป็นประธานกลุ่มแม่บ้าน อยากแจ้งเรื่องถนนหน้าวัดเป็นหลุมมาสองเดือน ฝนตกทีน้ำขัง "
    assert not topics.is_danger(calm * 2)
    assert topics.is_danger(f"{calm}ตอนนี้แม่ติดอยู่บนหลังคาน้ำขึ้นเร็วมาก {calm}")


def test_the_longest_text_is_read_soon() -> None:
    """LINE takes 5,000 letters: looked at in few parts."""
    assert len(list(pieces.cut("น้ำท่วม" * 715).windows())) <= 20


def test_what_was_heard_can_be_explained() -> None:
    heard = danger.signals("ติดอยู่ชั้นสอง มีเด็กเล็ก แบตจะหมดแล้ว")
    assert heard["all"] > 0
    assert len(heard) > 3


def test_any_cry_for_help_is_danger_whatever_else_is_said() -> None:
    assert danger.signals("ถนนพัง ช่วยด้วยครับ") == {"always": 1.0}


def test_the_weights_were_learnt_from_the_sentences_that_stand_here() -> None:
    """Else: python -m bot train"""
    kept = json.loads(likeness.FILE.read_text(encoding="utf-8"))
    assert kept["learnt_from"] == cries.digest()


def test_what_other_authors_wrote_is_labelled_and_said_once() -> None:
    rows = sentences.cries()
    assert len({row["text"] for row in rows}) > len(rows) - 20 > 9000
    assert {type(row["danger"]) for row in rows} == {bool}
