"""Cries for rescue are heard, however typed; ordinary talk is not taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import topics
from models.topics import danger
from tests.models.topics import disturbance, measure

_ROWS = measure.load(Path(__file__).with_name("danger.jsonl"))


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
    "talk", ["ช่วยแชร์ต่อด้วยนะคะ", "น้ำท่วมปีที่แล้ว", "รถติดมาก ออกไม่ได้เลย", "จมอยู่กับหนี้", "หลังคารั่ว", ""]
)
def test_ordinary_talk_is_no_danger(talk: str) -> None:
    assert not topics.is_danger(talk)


@pytest.mark.parametrize(
    ("change", "floor", "ceiling"),
    [
        ("as written", 0.975, 0.015),
        ("letters repeated", 0.975, 0.015),
        ("stray spaces", 0.965, 0.02),
        ("some tone marks lost", 0.96, 0.03),
        ("no tone marks", 0.96, 0.04),
        ("slips", 0.925, 0.015),
    ],
)
def test_most_cries_are_heard_and_few_others(change: str, floor: float, ceiling: float) -> None:
    recall, alarms = measure.danger(_ROWS, disturbance.ALL[change])
    assert recall >= floor
    assert alarms <= ceiling


@pytest.mark.parametrize("variety", ["c", "isan", "north", "south"])
def test_cries_are_heard_in_every_dialect(variety: str) -> None:
    recall, _ = measure.danger([row for row in _ROWS if row["variety"] == variety])
    assert recall >= 0.95


def test_what_was_heard_can_be_explained() -> None:
    heard = danger.signals("ติดอยู่ชั้นสอง มีเด็กเล็ก แบตจะหมดแล้ว")
    assert {"stuck", "weak", "battery"} <= heard.keys()


def test_what_calms_takes_points_away() -> None:
    assert danger.signals("ปีที่แล้วน้ำท่วมถึงหลังคา")["past"] < 0


def test_any_cry_for_help_is_danger_whatever_else_is_said() -> None:
    assert danger.signals("ถนนพัง ช่วยด้วยครับ") == {"always": 3}


def test_what_other_authors_wrote_is_labelled_and_said_once() -> None:
    rows = measure.load(Path(__file__).with_name("danger_authors.jsonl"))
    assert len({row["text"] for row in rows}) == len(rows) > 4000
    assert {type(row["danger"]) for row in rows} == {bool}
