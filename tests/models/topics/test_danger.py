"""Cries for rescue are heard, however typed; ordinary talk is not taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import topics
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
    ("change", "floor"),
    [
        ("as written", 0.97),
        ("letters repeated", 0.97),
        ("stray spaces", 0.93),
        ("some tone marks lost", 0.9),
        ("slips", 0.88),
    ],
)
def test_most_cries_are_heard_and_few_others(change: str, floor: float) -> None:
    recall, alarms = measure.danger(_ROWS, disturbance.ALL[change])
    assert recall >= floor
    assert alarms <= 0.03
