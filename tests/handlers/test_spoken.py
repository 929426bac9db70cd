"""Sentences that stand for a wish are heard as it; a trouble that holds the same words stays a trouble."""

from pathlib import Path

import pytest
import yaml

from handlers import spoken
from models import topics
from tests.house import House
from tests.makers import a_leader, a_stranger, a_villager, planned_forums

PHRASES: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("phrases.yml").read_text(encoding="utf-8")
)
WISHES = [(said, wish) for wish in ("mine", "forum", "help", "report", "check_in") for said in PHRASES[wish]]
NO_WISHES = [said for kind in ("trouble", "none") for said in PHRASES[kind]]


@pytest.mark.parametrize(("said", "wish"), WISHES)
def test_a_sentence_stands_for_a_wish(said: str, wish: str) -> None:
    assert spoken.opening(said) == wish
    assert not topics.is_danger(said)


@pytest.mark.parametrize("said", PHRASES["greeting"])
def test_a_call_is_a_greeting(said: str) -> None:
    assert spoken.opening(said) is None
    assert topics.read(said).intent == "greeting"


@pytest.mark.parametrize("said", NO_WISHES)
def test_what_only_holds_such_words_is_no_wish(said: str) -> None:
    assert spoken.opening(said) is None
    assert topics.read(said).intent != "greeting"


@pytest.mark.parametrize("said", PHRASES["trouble"])
def test_a_trouble_stays_a_trouble(said: str) -> None:
    assert topics.read(said).is_report


def test_who_asks_in_a_sentence_gets_what_a_button_would_give(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ข้าม")
    talk.says("เรื่องไฟที่แจ้งไว้ถึงไหนแล้วคะ").hears("mine.list").reads("ขก-0001")
    talk.says("ประชุมวันไหนคะ").hears("forum.invitation")
    talk.says("ยายใช้ไม่เป็น สอนหน่อยค่ะ").hears("help.how_to")
    talk.says("ขอแจ้งเรื่องค่ะ").hears("report.story").says("น้ำประปาไม่ไหลสามวันแล้ว").hears("report.sure")
    talk.says("เรื่องแรกเป็นยังไงบ้างคะ").hears("mine.list")
    talk.says("แจ้งเรื่อง").hears("report.unsent").taps("ทำต่อ").hears("report.sure")


def test_a_call_is_greeted(house: House) -> None:
    a_villager(house, 0xB9, name="คำมี").says("ฮัลโหล").hears("help.greeting").says("มีใครอยู่ไหมคะ").hears(
        "help.greeting"
    )
    a_stranger(house).says("มีใครอยู่ไหมคะ").hears("welcome.hello", "consent.ask")


def test_a_call_is_no_wish_of_how_to_mend_it(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").hears("report.filed", "report.wish")
    talk.says("ฮัลโหล").hears("help.greeting").says("ขก 1").hears("mine.one", wish=None)


def test_while_a_danger_is_fresh_questions_are_told_to_who_is_on_duty(house: House) -> None:
    leader, talk = a_leader(house), a_villager(house)
    talk.says("ช่วยด้วย").taps("1-2 คน").taps("ข้าม").hears("danger.told")
    before = len(house.keys_to(leader.person))
    talk.says("ถึงไหนแล้วคะ").hears("danger.added", number="ขก-0001")
    talk.says("ต้องทำยังไงคะ").hears("danger.added")
    assert len(house.keys_to(leader.person)) == before + 2
    talk.says("ติดตามเรื่อง").hears("mine.list")
