"""Topics, intent and RSVP are read as villagers write them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import places, topics
from models.evaluation import messages
from models.thai.dates import impossible_date, read_date
from models.topics.learning import sentences

_HERE = Path(__file__).parent


@pytest.mark.parametrize(("name", "floor"), [("village_messages.jsonl", 0.95), ("village.jsonl", 0.94)])
def test_most_village_messages_get_their_topics(name: str, floor: float) -> None:
    assert messages.evaluate(sentences.load(_HERE / name)).tops.micro() >= floor


def test_every_topic_found_is_in_the_taxonomy() -> None:
    for row in sentences.load(_HERE / "village.jsonl"):
        for topic in topics.read(row["text"]).topics:
            assert topic.kind is None or topic.kind in topics.TAXONOMY[topic.topic]


def test_a_bomb_is_violence_and_no_outage() -> None:
    kinds = {topic.kind for topic in topics.read("มีระเบิดหน้าร้านสะดวกซื้อเมื่อคืน").topics}
    assert "violence" in kinds
    assert "outage" not in kinds


def test_a_street_light_is_no_outage() -> None:
    assert [topic.topic for topic in topics.read("ไฟทางหน้าวัดดับมาเป็นเดือน มืดมาก").topics] == ["infrastructure"]


@pytest.mark.parametrize(
    "text",
    ["ขอบคุณค่ะ", "สวัสดี", "ทดสอบๆ", "โอเค", "😭😭", "เลิก", "สมชาย ใจดี", "0812345678", "555", "ไปค่ะ 2 คน"],
)
def test_small_talk_is_no_report_and_has_no_topics(text: str) -> None:
    reading = topics.read(text)
    assert not reading.is_report
    assert reading.topics == ()


@pytest.mark.parametrize(
    ("text", "answer", "people"),
    [
        ("ไป 2 คนจ้า", "going", 2),
        ("ไม่ไปแล้วค่ะ", "not_going", 0),
        ("ไปไม่ได้แล้ว", "not_going", 0),
        ("ติดธุระค่ะ", "not_going", 0),
        ("มา 3 คน", "going", 3),
        ("ไปก็ได้", "going", 1),
        ("ไปกับแม่", "going", 2),
        ("ไปทั้งบ้าน ๕ คน", "going", 5),
        ("ไปเด้อ สองคน", "going", 2),
        ("ได้เจ้า เดี๋ยวไปฮ่วมเน้อ", "going", 1),
        ("บ่ไปเด้อ", "not_going", 0),
        ("ไม่สะดวกไปค่ะ ติดงานบุญ", "not_going", 0),
        ("ไม่แน่ใจค่ะ", "unsure", 0),
    ],
)
def test_an_answer_to_an_invitation_is_read(text: str, answer: str, people: int) -> None:
    assert topics.read_rsvp(text) == topics.Rsvp(answer, people)


@pytest.mark.parametrize("text", ["ไปโรงพยาบาลไม่ได้ น้ำท่วม", "ไฟไปแล้ว", "ไปแจ้งอบต.แล้วไม่มา", "ไปตลาด", ""])
def test_other_talk_of_going_is_no_answer(text: str) -> None:
    assert topics.read_rsvp(text) is None


def test_the_kind_of_a_report_is_read() -> None:
    assert topics.kind_of_report("เสนอให้มีตลาดชุมชน") == "proposal"
    assert topics.kind_of_report("ขอผ้าห่ม 20 ผืน") == "need"
    assert topics.kind_of_report("ตอนนี้ทั้งตำบลน้ำท่วมหมดแล้ว") == "situation"
    assert topics.kind_of_report("ถนนพัง") == "trouble"


def test_a_wish_is_told_from_a_trouble() -> None:
    assert topics.is_wish("อยากให้ขุดลอกคลอง")
    assert not topics.is_wish("น้ำท่วมบ้านแล้ว")


@given(st.text(max_size=300) | st.text("กขคงนมวรสอะาิีุเแไ่้์ำ 0189.-:/ๆ\u200b\u0e4d", max_size=80))
def test_no_text_breaks_the_reading(text: str) -> None:
    for topic in topics.read(text).topics:
        assert topic.topic in topics.TAXONOMY
        assert topic.kind is None or topic.kind in topics.TAXONOMY[topic.topic]


@pytest.mark.timeout(10)  # each takes some hundredths of a second, unless it grows with the square
@pytest.mark.parametrize(
    "piece",
    [
        "น้ำท่วม",
        "ม",
        "1",
        "1-",
        "ถึง",
        "5 ม.ค. ถึง ",
        "วันที่ ",
        "จันทร์ถึงศุกร์ 9 โมงถึงเที่ยง ",
        "ต.ในเมือง อ.เมือง ",
        "กำ้",
        "่",
        "😀",
        " ",
    ],
)
def test_the_longest_text_line_takes_is_read_soon(piece: str) -> None:
    text = (piece * 5000)[:5000]
    topics.read(text)
    topics.read_rsvp(text)
    places.in_text(text, "400702")
    read_date(text, datetime(2026, 8, 1, tzinfo=UTC))
    impossible_date(text, datetime(2026, 8, 1, tzinfo=UTC))
