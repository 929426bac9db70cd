"""Those who answer: the list, the form, two at once, a level higher; who may not answer learns nothing."""

import pytest

from bot.simulator import NAEN, SOMCHAI, THONGSUK, an_id
from models import people, roles
from tests.house import House
from tests.journeys.asked import (
    ADVICE,
    ANSWER,
    ASKED,
    a_province,
    a_second_leader,
    an_officer,
    asks,
    read_by,
    the_question,
)
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager
from tests.talk import Talk


def test_a_question_climbs_after_a_working_day_and_over_a_holiday(house: House) -> None:
    leader, naen, asker = a_leader(house), a_coordinator(house), a_villager(house)
    house.time.stands_at("2026-08-11T10:00")  # Tuesday; the day after is Mother's Day
    asks(asker).hears("ask.sent").reads("1 วันทำการ")
    for moment in ("2026-08-12T15:00", "2026-08-13T09:55"):
        house.time.stands_at(moment)
        house.ring()
        assert "answering.card" not in house.keys_to(NAEN)
    house.time.stands_at("2026-08-13T10:15")
    house.ring()
    house.ring()
    assert house.keys_to(NAEN).count("answering.card") == 1
    assert house.keys_to(leader.person).count("answering.climbed") == 1
    assert house.keys_to(asker.person).count("ask.moved") == 1
    assert "ยังไม่มีใครตอบ เลยส่งถึงคุณ" in read_by(house, NAEN)
    assert "ตอนนี้คำถามอยู่กับ แนน (ผู้ประสานงานภาค)" in read_by(house, asker.person)
    naen.taps("ตอบ").says(ANSWER).taps("ยืนยัน")
    leader.taps("ตอบ").hears("answering.already").reads("แนน (ผู้ประสานงานภาค) ตอบไปแล้ว", ANSWER)


def test_at_the_top_it_is_called_to_mind_once_a_week(house: House) -> None:
    a_leader(house)
    asks(a_villager(house))
    for moment in ("2026-08-04T10:00", "2026-08-04T10:15", "2026-08-10T10:00"):
        house.time.stands_at(moment)
        house.ring()
    cards = house.keys_to(SOMCHAI).count("answering.card")
    house.time.stands_at("2026-08-11T10:15")
    house.ring()
    assert (cards, house.keys_to(SOMCHAI).count("answering.card")) == (2, 3)
    assert "ยังรอคุณอยู่" in read_by(house, SOMCHAI)


def test_a_question_whose_holder_is_gone_moves_on_at_once(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asks(asker)
    leader.blocks()
    house.ring()
    assert house.keys_to(asker.person)[-1] == "ask.kept"
    a_coordinator(house)
    house.ring()
    assert house.keys_to(NAEN).count("answering.card") == 1


def test_a_question_is_passed_on_at_once(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    a_province(house)
    asks(asker)
    button = leader.button("ส่งต่อ")
    leader.taps("ส่งต่อ").hears("answering.passed").reads("ทองสุข (ผู้ประสานงานจังหวัด)")
    leader.taps_old(button).hears("answering.passed")
    assert house.keys_to(THONGSUK) == ["answering.card"]
    assert house.keys_to(asker.person)[-1] == "ask.moved"
    thongsuk = Talk(house, THONGSUK)
    assert "ส่งต่อ" not in thongsuk.labels
    thongsuk.taps_old({"type": "postback", "data": f"question/{the_question(house).id}/pass/40"})
    thongsuk.hears("answering.top").taps("ตอบ").says(ANSWER).taps("ยืนยัน").hears("answering.sent")


def test_of_two_who_answer_at_once_the_first_wins(house: House) -> None:
    first, second, asker = a_leader(house), a_second_leader(house), a_villager(house)
    asks(asker)
    assert house.keys_to(first.person) == house.keys_to(second.person) == ["answering.card"]
    first.taps("ตอบ").says(ANSWER)
    second.taps("ตอบ").says("มาวันศุกร์ค่ะ")
    with first.burst():
        house.line.taps(second.person, second.button("ยืนยัน"))
        first.taps("ยืนยัน")
    assert {house.keys_to(one)[-1] for one in (first.person, second.person)} == {
        "answering.sent",
        "answering.already",
    }
    assert house.keys_to(asker.person).count("ask.answer") == 1


def test_a_deputy_gets_the_questions_of_her_week(house: House) -> None:
    leader, deputy, asker = a_leader(house), a_villager(house, 0xB4, name="คำ"), a_villager(house)
    leader.says("ฝากงาน").taps("7 วัน")
    deputy.says(leader.heard[-1]["values"]["code"]).taps("ข้าม")
    asks(asker).reads("คำ (ผู้ประสานงานตำบล)")
    assert "answering.card" not in house.keys_to(SOMCHAI)
    deputy.says("คำถาม").hears("answering.list").taps("1").taps("ตอบ").says(ANSWER).taps("ยืนยัน")
    assert "คำตอบจาก คำ (ผู้ประสานงานตำบล)" in read_by(house, asker.person)
    house.time.goes(days=8)
    house.ring()
    asks(asker, "กองทุนเปิดวันไหน").reads("สมชาย")


def test_an_officer_of_the_centre_never_sees_who_asked(house: House) -> None:
    officer, asker = an_officer(house), a_villager(house, name="จันทร์เพ็ญ")
    asks(asker).reads("ฟาติมะฮ์ (เจ้าหน้าที่ พอช.)")
    officer.says("คำถาม").taps("1").hears("answering.card").reads("คนใน ต.น้ำพอง")
    officer.taps("ตอบ").says(ANSWER).taps("ยืนยัน")
    asker.taps("ขอบคุณ")
    for secret in ("จันทร์เพ็ญ", asker.person):
        assert secret not in read_by(house, officer.person)


def test_words_of_danger_in_an_answer_are_the_answer(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asks(asker)
    leader.taps("ตอบ").says(ADVICE).hears("answering.sure_or_danger").sees("ฉันมีอันตราย", "ยืนยัน", "แก้")
    leader.taps("ยืนยัน").hears("answering.sent")
    assert ADVICE in read_by(house, asker.person)
    leader.says(ADVICE).hears("danger.numbers", "danger.trapped")


def test_a_sentence_that_stands_for_a_wish_is_the_answer_too(house: House) -> None:
    leader = a_leader(house)
    asks(a_villager(house))
    leader.taps("ตอบ").says("ประชุมวันไหนคะ").hears("answering.sure").says("ยกเลิก").hears("talk.stopped")


def test_an_officer_in_danger_is_one_tap_away_from_help(house: House) -> None:
    leader, naen = a_leader(house), a_coordinator(house)
    asks(a_villager(house))
    leader.taps("ตอบ").says("ช่วยด้วย น้ำถึงคอแล้ว")
    button = leader.button("ฉันมีอันตราย")
    leader.taps("ฉันมีอันตราย").hears("danger.numbers", "danger.trapped")
    assert "น้ำถึงคอแล้ว" in read_by(house, naen.person)
    leader.taps_old(button).hears("danger.numbers", "danger.trapped")


def test_an_answer_left_open_yesterday_makes_nobody_deaf(house: House) -> None:
    leader = a_leader(house)
    asks(a_villager(house))
    leader.taps("ตอบ")
    house.time.goes(hours=2)
    leader.says("ช่วยด้วย").hears("danger.numbers", "danger.trapped")


def test_an_answer_is_only_words_and_can_be_changed(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asks(asker)
    leader.taps("ตอบ").sends_photos(1).hears("answering.only_words").says("ก" * 2500).hears(
        "answering.too_long"
    )
    leader.says("มาวันศุกร์").taps("แก้").hears("answering.what").says("มาวันพุธ").says("ที่เทศบาล")
    leader.reads("มาวันพุธ ที่เทศบาล").says("ไม่").hears("answering.what").says("ใช่").hears("answering.what")
    leader.says(ANSWER).says("ยืนยัน").hears("answering.sent")
    leader.says("คำถาม").hears("answering.none")
    assert f"“{ANSWER}”" in read_by(house, asker.person)


def test_an_answer_that_cannot_arrive_is_said_so(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asks(asker).blocks()
    leader.taps("ตอบ").says(ANSWER).taps("ยืนยัน").hears("answering.not_reached")


def test_the_list_keeps_its_numbers_all_day(house: House) -> None:
    leader = a_leader(house)
    with house.db() as db:
        people.agree(people.known_by(db, SOMCHAI))
        people.settle(people.known_by(db, SOMCHAI), NAM_PHONG)
    for figure, words in enumerate(("ข้อหนึ่ง", "ข้อสอง", "ข้อสาม", "ข้อสี่", "ข้อห้า")):
        asks(a_villager(house, 0xB1 + figure), words)
        house.time.goes(minutes=1)
    leader.says("คำถาม").hears("answering.list", asked=5).reads("1) ต.น้ำพอง “ข้อหนึ่ง”", "4) ต.น้ำพอง “ข้อสี่”")
    leader.taps("ถัดไป").reads("5) ต.น้ำพอง “ข้อห้า”").says("ตอบ 1").hears("answering.what").reads("ข้อหนึ่ง")
    leader.says("คำตอบ").taps("ยืนยัน").says("คำถาม").reads("2) ต.น้ำพอง “ข้อสอง”", "5) ต.น้ำพอง “ข้อห้า”")
    leader.says("๒").hears("answering.card").reads("ข้อสอง").says("1").hears("answering.already")
    leader.says("ตอบ 77").hears("answering.gone").says("77").hears("help.lost")
    house.time.goes(days=1)
    leader.says("3").hears("help.lost").says("คำถาม").reads("1) ต.น้ำพอง “ข้อสอง” รอ 1 วัน")


def test_a_leader_who_asks_is_answered_by_somebody_else(house: House) -> None:
    leader, naen = a_leader(house), a_coordinator(house)
    leader.says("วิธีใช้").taps("ตกลง").says("น้ำพอง น้ำพอง ขอนแก่น")
    asks(leader).hears("ask.sent_to_last").reads("แนน")
    leader.says("คำถาม").hears("answering.none")
    leader.taps_old({"type": "postback", "data": f"question/{the_question(house).id}"}).hears(
        "answering.gone"
    )
    naen.taps("ตอบ").says(ANSWER).taps("ยืนยัน").hears("answering.sent")


@pytest.mark.parametrize("role", ["partner", "academic", None])
def test_who_answers_for_nothing_answers_no_question(house: House, role: str | None) -> None:
    a_leader(house)
    asks(a_villager(house, name="จันทร์เพ็ญ"))
    number = the_question(house).id
    talk = a_villager(house, 0xB4, name="คำ")
    if role:
        with house.db() as db:
            roles.give(db, people.known_by(db, talk.person), role, roles.NATIONAL)
    talk.says("คำถาม").hears("ask.what").says("ยกเลิก")
    for data in ("", "/answer", "/pass/400701"):
        talk.taps_old({"type": "postback", "data": f"question/{number}{data}"}).hears("work.not_yours")
    talk.taps_old({"type": "postback", "data": "question/page/0"}).hears("work.not_yours")
    for secret in ("จันทร์เพ็ญ", ASKED, an_id("U", 0xB1)):
        assert secret not in read_by(house, talk.person)


def test_who_answers_elsewhere_does_not_find_the_question(house: House) -> None:
    elsewhere = a_leader(house, "400702")
    naen = a_coordinator(house)
    asks(a_villager(house, name="จันทร์เพ็ญ"))
    number = the_question(house).id
    elsewhere.says("คำถาม").hears("answering.none")
    elsewhere.taps_old({"type": "postback", "data": f"question/{number}/answer"}).hears("answering.gone")
    assert ASKED not in read_by(house, elsewhere.person)
    naen.taps("ตอบ").says(ANSWER)
    with house.db() as db:
        roles.revoke(db, people.known_by(db, NAEN), "coordinator", "northeast")
    naen.taps("ยืนยัน").hears("work.not_yours")
    assert the_question(house).state == "open"


@pytest.mark.parametrize(
    "data", ["question", "question/x", "question/1/pass", "question/9999999999999999999/answer", "asked/x/more",
             "asked", "ask/1/sure/no", "ask/9/sure/yes", "reply/7/danger/x", "reply/9/sure/yes", "question/page/x"],
)  # fmt: skip
def test_garbage_in_a_button_is_answered(house: House, data: str) -> None:
    leader = a_leader(house)
    leader.taps_old({"type": "postback", "data": data})
    assert leader.heard
