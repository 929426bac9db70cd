"""Which concepts a text speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.topics import spelling
from models.topics.concepts import Stage, expanded, numberless
from models.topics.matching import Masks, WordTree

_STAGE = Stage({"who": "ยาย เด็ก", "stuck": "ติดอยู่ ออก{มา,}ไม่ได้", "boat": "เรือ"}, ["เรื่อง", "เรือน", "ขยาย"])


def _said(text: str) -> set[str]:
    heard = _STAGE.play(numberless(spelling.close(text))).heard
    return {name.strip("<") for _, name in heard}


def test_choices_are_written_out() -> None:
    assert list(expanded("ออก{มา,}ไม่ได้ ติด")) == ["ออกมาไม่ได้", "ออกไม่ได้", "ติด"]


def test_numbers_telephones_and_places_become_one_word_each() -> None:
    assert numberless("โทร081-234-5678มี12คนที่7.0123,100.4567แจ้ง1669") == "โทรphoneมี0คนที่pin,pinแจ้ง1669"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ยายอยู่ไหน", {"who"}),
        ("ขยายถนน", set()),
        ("ขอเรือ", {"boat"}),
        ("แจ้งเรื่องถนน", set()),
        ("ยายติดอยู่ในบ้าน", {"who", "stuck"}),
        ("ยายตดอยู ออกมาไมได นำเต็มบาน", {"who", "stuck"}),
    ],
)
def test_a_concept_is_said_by_any_of_its_words(text: str, said: set[str]) -> None:
    assert _said(text) == said


def test_a_mask_holds_what_lies_in_it_and_crosses_what_it_cuts() -> None:
    masks = Masks([(2, 6)])
    assert masks.hold(3, 6)
    assert not masks.hold(2, 6)
    assert masks.cross(0, 3)
    assert not masks.cross(0, 8)


@given(st.sets(st.text("กขค", min_size=1, max_size=5)), st.text("กขคง", max_size=30))
def test_a_word_tree_finds_every_word_wherever_it_stands(words: set[str], text: str) -> None:
    found = set(WordTree(words).find(text))
    assert found == {
        (at, at + len(word), word) for word in words for at in range(len(text)) if text.startswith(word, at)
    }
