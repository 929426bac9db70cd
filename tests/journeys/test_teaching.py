"""Coordinators teach the words that people use; what is not sure is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from models import terms, topics
from models.topics import lexicon
from tests.house import House
from tests.makers import a_coordinator, a_leader, a_villager


@pytest.fixture(autouse=True)
def _nothing_is_taught_for_good() -> Iterator[None]:
    yield
    lexicon.teach({})


def _learns(house: House) -> None:
    """What the worker does every few seconds."""
    with house.db() as db:
        terms.refresh(db)


def _topics(text: str) -> set[str]:
    return {one.code for one in topics.read(text).topics}


def test_a_word_that_was_taught_is_understood(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("สอนคำ").hears("teaching.word").says("น้ำป้าเป้ว").hears("report.topics")
    naen.taps("ภัยพิบัติ").taps("น้ำท่วม").hears("teaching.taught").reads("น้ำป้าเป้ว", "น้ำท่วม")
    assert "disaster.flood" not in _topics("น้ำป้าเป้วมาแล้วเจ้า")
    _learns(house)
    assert "disaster.flood" in _topics("น้ำป้าเป้วมาแล้วเจ้า")
    a_villager(house).says("น้ำป้าเป้วมาแล้วเจ้า").hears("report.sure").reads("น้ำท่วม")


def test_a_word_can_be_taken_back(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("สอนคำ").says("น้ำป้าเป้ว").taps("ภัยพิบัติ").taps("น้ำท่วม").taps("เอาคำนี้ออก").hears(
        "teaching.forgotten"
    )
    naen.says("สอนคำ").says("ไฟผีโขมด").taps("ภัยพิบัติ").taps("ไฟไหม้")
    naen.says("คำที่สอน").hears("teaching.list").taps("ไฟผีโขมด").reads("เอา “ไฟผีโขมด” ออกแล้วค่ะ")
    naen.taps("เอาคำนี้ออก").hears("teaching.gone").says("คำที่สอน").hears("teaching.none")
    _learns(house)
    assert _topics("ไฟผีโขมด") == set()


def test_who_teaches_a_word_again_changes_what_it_means(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("สอนคำ").says("ผีตองเหลือง").taps("ภัยพิบัติ").taps("ไฟไหม้").taps("สอนอีกคำ").says("ผีตองเหลือง").taps(
        "ภัยพิบัติ"
    ).taps("น้ำท่วม")
    _learns(house)
    assert _topics("ผีตองเหลืองมาแล้ว") == {"disaster.flood"}


@pytest.mark.parametrize(
    ("word", "answer"), [("บ้าน", "teaching.common"), ("น้ำท่วม", "teaching.known"), ("ไม่มี", "teaching.common")]
)
def test_a_word_that_would_mislead_is_kindly_refused(house: House, word: str, answer: str) -> None:
    a_coordinator(house).says("สอนคำ").says(word).taps("ภัยพิบัติ").taps("น้ำท่วม").hears(answer).sees("สอนอีกคำ")


@pytest.mark.parametrize("word", ["ก", "น้ำท่วมบ้านเรือนของชาวบ้านหลายหลังคาเรือนมาก"])
def test_a_word_has_three_to_twenty_letters(house: House, word: str) -> None:
    a_coordinator(house).says("สอนคำ").says(word).hears("teaching.length").says("น้ำป้าเป้ว").hears(
        "report.topics"
    )


def test_a_word_of_danger_that_is_taught_is_no_cry(house: House) -> None:
    a_coordinator(house).says("สอนคำ").says("น้ำท่วมถึงคอแล้ว").hears("report.topics")


def test_only_who_may_teaches(house: House) -> None:
    for talk in (a_villager(house), a_leader(house)):
        talk.says("สอนคำ").hears("work.not_yours").says("คำที่สอน").hears("work.not_yours")


def test_what_is_not_sure_is_asked_with_the_likeliest_as_buttons(house: House) -> None:
    told = "ฮ่องน้ำข้างทางบ่มีฝาปิด ควายตกลงไปแล้วสองโต คนกะเกือบแล้ว"
    assert "infrastructure" in [one.topic for one in topics.read(told).likely]
    talk = a_villager(house).says(told).hears("report.unsure").sees("ถนน ทาง ไฟทาง", "เรื่องอื่น", "ด่วน มีอันตราย")
    talk.taps("ถนน ทาง ไฟทาง").hears("report.sure").reads("ถนน")


def test_who_tells_more_need_not_choose(house: House) -> None:
    talk = a_villager(house).says("ฮ่องน้ำข้างทางบ่มีฝาปิด ควายตกลงไปแล้วสองโต คนกะเกือบแล้ว").hears("report.unsure")
    talk.says("ถนนเป็นหลุมด้วย").hears("report.sure").reads("ถนน")
