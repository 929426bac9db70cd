"""Texts are cut into words as PyThaiNLP cuts them."""

from __future__ import annotations

import pytest

from models import topics
from models.thai.words import Words


@pytest.mark.parametrize(
    ("text", "word", "splits"),
    [
        ("ขอนามสกุล", "นา", True),
        ("ไปทำนาแล้ว", "ทำนา", False),
        ("ซื้อหมวก", "หมวก", False),
        ("กขฃหมาฅฆ", "หมา", False),
    ],
)
def test_a_short_word_inside_another_is_known_for_no_word(text: str, word: str, splits: bool) -> None:
    start = text.index(word)
    assert Words(text).splits(start, start + len(word)) is splits


def test_a_stretch_is_drawn_out_to_whole_words() -> None:
    assert Words("บ้านน้ำท่วมแล้ว").whole(8, 11) == "น้ำท่วม"


def test_a_topic_is_explained_by_whole_words() -> None:
    (flood,) = (topic for topic in topics.read("บ้านน้ำท่วมแล้วครับ").topics if topic.kind == "flood")
    assert "น้ำท่วม" in flood.because
