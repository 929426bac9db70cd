"""Concepts are found in a text and scenes made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.topics import danger, spelling
from models.topics.matching import Masks, WordTree
from models.topics.scenes import Scene, Stage, expanded, numberless

_STAGE = Stage({"who": "ยาย เด็ก", "stuck": "ติดอยู่ ออก{มา,}ไม่ได้", "boat": "เรือ"}, ["เรื่อง", "เรือน", "ขยาย"])


def _seen(line: str, text: str) -> bool:
    return Scene.written(line, 1).seen(_STAGE.play(spelling.close(text)).said)


def test_choices_are_written_out() -> None:
    assert list(expanded("ออก{มา,}ไม่ได้ ติด")) == ["ออกมาไม่ได้", "ออกไม่ได้", "ติด"]


def test_numbers_telephones_and_places_become_one_word_each() -> None:
    assert numberless("โทร081-234-5678มี12คนที่7.0123,100.4567แจ้ง1669") == "โทรphoneมี0คนที่pin,pinแจ้ง1669"


@pytest.mark.parametrize(
    ("line", "text", "seen"),
    [
        ("who", "ยายอยู่ไหน", True),
        ("who", "ขยายถนน", False),
        ("boat", "ขอเรือ", True),
        ("boat", "แจ้งเรื่องถนน", False),
        ("who > stuck", "ยายติดอยู่ในบ้าน", True),
        ("who > stuck", "ติดอยู่กับยาย", False),
        ("who + stuck", "ติดอยู่กับยาย", True),
        ("who >> stuck", "ยายของหนูก็ติดอยู่", False),
        ("who + boat", "ยายอยู่ไหน", False),
    ],
)
def test_a_scene_is_seen_where_its_concepts_stand(line: str, text: str, seen: bool) -> None:
    assert _seen(line, text) is seen


def test_a_text_without_tones_still_says_it() -> None:
    assert _seen("who + stuck", "ยายตดอยู ออกมาไมได นำเต็มบาน")


def test_a_mask_holds_what_lies_in_it_and_crosses_what_it_cuts() -> None:
    masks = Masks([(2, 6)])
    assert masks.hold(3, 6)
    assert not masks.hold(2, 6)
    assert masks.cross(0, 3)
    assert not masks.cross(0, 8)


def test_every_scene_is_made_of_known_concepts() -> None:
    ear = danger.load()
    named = {name for scene in (*ear.alarms, *ear.calms) for name in scene.concepts}
    assert named <= ear.stage.concepts


@given(st.sets(st.text("กขค", min_size=1, max_size=5)), st.text("กขคง", max_size=30))
def test_a_word_tree_finds_every_word_wherever_it_stands(words: set[str], text: str) -> None:
    found = set(WordTree(words).find(text))
    assert found == {
        (at, at + len(word), word) for word in words for at in range(len(text)) if text.startswith(word, at)
    }
