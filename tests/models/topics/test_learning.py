"""The texts that are learnt from, the weights that come of them, and what is kept for measuring."""

from __future__ import annotations

from collections import Counter

import pytest

from models.evaluation import messages
from models.topics import TAXONOMY, hits, likeness, pieces, spelling, tags
from models.topics.learning import cries, descent, sentences, variety
from models.topics.learning import tags as learning

_LABELS = {topic for topic in TAXONOMY} | {
    f"{topic}.{kind}" for topic, kinds in TAXONOMY.items() for kind in kinds
}
_MESSAGES = sentences.messages()


def test_every_message_is_labelled_and_said_once() -> None:
    assert len(_MESSAGES) > 9_000
    assert len({line["text"] for line in _MESSAGES}) == len(_MESSAGES)
    for line in _MESSAGES:
        assert line["labels"], line
        assert {*line["labels"], *line["also_ok"]} <= _LABELS, line
        assert line["urgency"] in ("rescue", "damage", "chronic", "none"), line
        assert (line["intent"] == "report") == (line["urgency"] != "none"), line


def test_every_label_and_every_variety_has_enough_messages() -> None:
    labels = Counter(label for line in _MESSAGES for label in line["labels"])
    assert {label for label in _LABELS if labels[label] < 100} == {
        "disaster",
        "unrest",
        "energy",
    }  # only by kind
    varieties = Counter(line["variety"] for line in _MESSAGES)
    assert min(varieties[name] for name in ("c", "isan", "north", "south")) > 900
    assert varieties["malay"] > 150


def test_the_messages_are_varied() -> None:
    found = variety.of(line["text"] for line in _MESSAGES)
    assert found.distinct_openings > 0.7
    assert found.nearly_the_same < 0.005
    assert found.letters[0] < 50 < found.letters[2]


def test_a_tenth_is_held_back_by_a_hash_that_stays() -> None:
    held = [line for line in _MESSAGES if sentences.is_held(line["text"])]
    assert 0.085 < len(held) / len(_MESSAGES) < 0.115
    some = ("น้ำท่วม", "ไฟดับ", "ถนนพัง", "ขยะเต็ม", "ไปค่ะ", "สวัสดี")
    assert [text for text in some if sentences.is_held(text)] == ["ถนนพัง", "ขยะเต็ม"]
    assert len(sentences.learnt_from()) == len(_MESSAGES) - len(held)


def test_the_weights_of_topics_were_learnt_from_the_messages_that_stand_here() -> None:
    """Else: python -m bot train"""
    head = tags.FILE.read_text(encoding="utf-8").partition("\n")[0]
    assert f'"learnt_from": {sentences.digest(sentences.learnt_from())},' in head


def test_both_files_of_weights_are_small() -> None:
    assert tags.FILE.stat().st_size + likeness.FILE.stat().st_size < 1_000_000 + 24_000


def test_messages_that_were_never_learnt_are_read() -> None:
    held = [line for line in _MESSAGES if sentences.is_held(line["text"])]
    found = messages.evaluate(held)
    assert found.tops.micro() > 0.73
    assert found.tops.macro(*messages.TRIGGERS) > 0.78
    assert messages.report_or_not(held).micro() > 0.92


def test_learning_tells_apart_what_it_was_told() -> None:
    shown = [{"น้ำ": 1.0, "บ้าน": 1.0}, {"น้ำ": 1.0}, {"ไฟ": 1.0, "บ้าน": 1.0}, {"ไฟ": 1.0}]
    weights = descent.learn(shown, [True, True, False, False])
    assert weights["น้ำ"] > 0.3
    assert weights["ไฟ"] < -0.3
    assert abs(weights["บ้าน"]) < 0.1


def test_the_same_messages_give_the_same_weights() -> None:
    some = _MESSAGES[:60]
    assert learning.learn(some) == learning.learn(some)


def test_a_margin_is_the_sum_of_what_its_features_say() -> None:
    """Rows of weights are added as big numbers; by hand it comes to the same."""
    found = pieces.cut(spelling.close("น้ำท่วมบ้าน หมู่ 5 สูงถึงเอว"))
    weights, learnt = hits.weigh(found), tags.load()
    letters = dict(line.split("\t") for line in tags.FILE.read_text(encoding="utf-8").splitlines()[1:])
    at = learnt.columns.index("disaster/flood")
    total = learnt.biases[at]
    for name, much in tags.features(found, weights).items():
        if name in letters:
            scale = (learnt.word_scales if tags.is_word(name) else learnt.scales)[at]
            total += much * scale * (ord(letters[name][at]) - tags.NOUGHT)
    assert tags.margins(found, weights)["disaster/flood"] == pytest.approx(total)


def test_a_cry_is_as_loud_as_its_features_say() -> None:
    found = pieces.cut(spelling.close("ติดอยู่บนหลังคา"))
    assert likeness.score(found) == pytest.approx(sum(likeness.said(found).values()))


def test_cries_among_the_messages_are_learnt_as_cries() -> None:
    told = cries.told()
    urgent = [line["text"] for line in _MESSAGES if line["urgency"] == "rescue"]
    assert len(urgent) > 150
    assert sum(told[text] for text in urgent) > len(urgent) - 10
