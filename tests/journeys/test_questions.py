"""A question goes to whoever answers for her place; the answer comes back; what nobody answers climbs."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from bot.simulator import FATIMAH, NAEN, SOMCHAI, THONGSUK, Person, an_id
from bot.words import say
from models import consent, people, questions, roles
from models.post.outbox import Parcel
from models.questions import Question, QuestionPart
from tests.house import House
from tests.makers import HAT_YAI, NAM_PHONG, a_coordinator, a_leader, a_stranger, a_villager
from tests.talk import Talk

ASKED = "บ้านมั่นคงสมัครที่ไหนคะ"
ANSWER = "มาที่เทศบาลวันพุธค่ะ"
NUMBERS = "ถ้าน้ำขึ้นอีก พิมพ์คำว่า ช่วยด้วย ได้ทันที"  # an answer that sounds like a cry


def a_province(house: House, scope: str = "40") -> Talk:
    with house.db() as db:
        roles.grant(db, THONGSUK, "province", scope).person.name = "ทองสุข"
    return Talk(house, THONGSUK)


def an_officer(house: House) -> Talk:
    with house.db() as db:
        roles.grant(db, FATIMAH, "officer", roles.NATIONAL).person.name = "ฟาติมะฮ์"
    return Talk(house, FATIMAH)


def a_second_leader(house: House) -> Talk:
    line_id = an_id("U", 0xC1)
    house.line.world.add_person(Person(line_id, "ดาว"))
    with house.db() as db:
        roles.grant(db, line_id, "leader", NAM_PHONG).person.name = "ดาว"
    return Talk(house, line_id)


def asks(talk: Talk, words: str = ASKED) -> Talk:
    return talk.says("ถามเจ้าหน้าที่").says(words).taps("ส่งคำถาม")


def read_by(house: House, person: str) -> str:
    """All that was ever said to somebody, as she reads it, and the buttons' data beside it."""
    said = [message for to, message in house.said if to == person]
    return "\n".join(say(m["key"], "th", m["values"]) + json.dumps(m, ensure_ascii=False) for m in said)


def the_question(house: House) -> Question:
    with house.db() as db:
        newest = db.scalars(select(Question).order_by(Question.id.desc())).first()
        assert newest is not None
        assert newest.text is not None  # its parts are read while the database is open
        return newest


def test_a_question_is_answered(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asker.says("ถามเจ้าหน้าที่").hears("ask.what").says(ASKED).hears("ask.sure")
    asker.reads("“บ้านมั่นคงสมัครที่ไหนคะ”", "ส่งให้ สมชาย (ผู้ประสานงานตำบล)").taps("ส่งคำถาม")
    asker.hears("ask.sent_to_last").reads("ผู้รับคำถาม: สมชาย (ผู้ประสานงานตำบล)")
    assert house.keys_to(SOMCHAI) == ["answering.card"]
    assert "บุญมา ต.น้ำพอง" in read_by(house, SOMCHAI)
    leader.taps("ตอบ").hears("answering.what").says(ANSWER).hears("answering.sure")
    leader.reads(f"“{ANSWER}”", "ลงชื่อ สมชาย (ผู้ประสานงานตำบล)").taps("ยืนยัน").hears("answering.sent")
    assert house.keys_to(asker.person)[-1] == "ask.answer"
    assert f"คำตอบจาก สมชาย (ผู้ประสานงานตำบล)\n“{ANSWER}”" in read_by(house, asker.person)
    asker.taps("ขอบคุณ").hears("ask.thanked").taps_old(asker.button("ขอบคุณ"))
    assert house.keys_to(SOMCHAI).count("answering.thanked") == 1
    assert SOMCHAI not in read_by(house, asker.person)
    assert asker.person not in read_by(house, SOMCHAI)


def test_asking_on_goes_where_the_answer_came_from(house: House) -> None:
    leader, naen, asker = a_leader(house), a_coordinator(house), a_villager(house)
    asks(asker)
    naen.says("คำถาม").taps("1").taps("ตอบ").says(ANSWER).taps("ยืนยัน").hears("answering.sent")
    asker.taps("ถามต่อ").hears("ask.further").reads("แนน (ผู้ประสานงานภาค)").says("ต้องใช้อะไรบ้าง")
    asker.taps("ส่งคำถาม").hears("ask.sent_to_last")
    assert house.keys_to(NAEN)[-1] == "answering.card"
    assert f"ถามต่อจาก “{ASKED}”" in read_by(house, NAEN)
    assert house.keys_to(leader.person) == ["answering.card"]


def test_what_was_not_understood_is_sent_by_one_tap(house: House) -> None:
    a_leader(house)
    asker = a_villager(house)
    asker.says("ขอถามหน่อยนะจ๊ะ กขคง").hears("help.lost").sees("ถามเจ้าหน้าที่", "แจ้งเรื่อง")
    button = asker.button("ถามเจ้าหน้าที่")
    asker.taps("ถามเจ้าหน้าที่").hears("ask.sent_to_last")
    assert the_question(house).text == "ขอถามหน่อยนะจ๊ะ กขคง"
    asker.taps_old(button).hears("ask.already")
    asker.says("อยากทราบว่าใครดูแลกองทุนคะ").hears("help.question").taps("ถามเจ้าหน้าที่").hears("ask.sent_to_last")
    assert the_question(house).text == "อยากทราบว่าใครดูแลกองทุนคะ"


def test_pieces_of_one_breath_are_sent_together(house: House) -> None:
    a_leader(house)
    asker = a_villager(house)
    with asker.burst():
        asker.says("กขค กขค")
        asker.says("งจฉ งจฉ")
    asker.hears("help.lost").taps("ถามเจ้าหน้าที่").hears("ask.sent_to_last")
    assert the_question(house).text == "กขค กขค\nงจฉ งจฉ"


def test_what_was_not_understood_keeps_an_open_talk_open(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").hears("report.sure").sends_sticker("ok").hears("help.lost")
    talk.says("ส่งเลย").hears("report.filed", "report.wish")


def test_how_to_use_offers_to_ask(house: House) -> None:
    a_villager(house).says("วิธีใช้").taps("ถามเจ้าหน้าที่").hears("ask.what")


def test_words_come_in_pieces_and_can_be_typed_again(house: House) -> None:
    a_leader(house)
    asker = a_villager(house)
    asker.says("ถามเจ้าหน้าที่").says("ถามหน่อยค่ะ").hears("ask.sure").says("เรื่องกองทุน").hears("ask.sure")
    asker.reads("ถามหน่อยค่ะ เรื่องกองทุน").taps("พิมพ์ใหม่").hears("ask.what").says("กองทุนปิดวันไหน")
    asker.hears("ask.sure").says("ไม่").hears("ask.what").says("ส่ง").hears("ask.what").says("กองทุนเปิดวันไหน")
    asker.hears("ask.sure").says("ส่งเลย").hears("ask.sent_to_last")
    assert the_question(house).text == "กองทุนเปิดวันไหน"


def test_a_voice_is_kept_and_words_are_asked_for_kindly(house: House) -> None:
    a_leader(house)
    asker = a_villager(house)
    asker.says("ถามเจ้าหน้าที่").sends_voice().hears("ask.sure_unread").reads("เสียง 1", "ยังเปิดทางแชตนี้ไม่ได้")
    asker.sends_photos(1).hears("ask.sure_unread").taps("ส่งคำถาม").hears("ask.sent_to_last")
    assert "มี รูป 1 เสียง 1 ที่ยังเปิดในแชตนี้ไม่ได้" in read_by(house, SOMCHAI)
    asker.says("ถามเจ้าหน้าที่").sends_voice().says("ถามเรื่องกองทุน").hears("ask.sure")
    assert [part.kind for part in _parts(house)] == ["voice", "photo"]


def _parts(house: House) -> list[QuestionPart]:
    with house.db() as db:
        return list(db.scalars(select(QuestionPart).order_by(QuestionPart.id)))


def test_a_question_too_long_to_be_read_is_asked_again(house: House) -> None:
    asker = a_villager(house)
    asker.says("ถามเจ้าหน้าที่").says("ก" * 2500).hears("ask.too_long").says(ASKED).hears("ask.sure")


def test_leaving_and_taking_up_a_question(house: House) -> None:
    a_leader(house)
    asker = a_villager(house)
    asker.says("ถามเจ้าหน้าที่").says("ยกเลิก").hears("talk.stopped")
    asker.says("ถามเจ้าหน้าที่").says(ASKED).says("ยกเลิก").hears("talk.left").taps("ทำต่อ").hears("ask.sure")
    asker.taps("ส่งคำถาม").hears("ask.sent_to_last")


def test_whoever_told_no_home_is_asked_where(house: House) -> None:
    a_leader(house)
    talk = a_stranger(house)
    talk.says("ถามเจ้าหน้าที่").says(ASKED).hears("ask.place").says("น้ำพอง น้ำพอง ขอนแก่น").hears("ask.sure")
    talk.taps("ส่งคำถาม").hears("ask.sent_to_last", "consent.ask").reads("สมชาย")
    naen = a_coordinator(house, "south")
    talk.taps("ตกลง").says("ยกเลิก").says("ถามเจ้าหน้าที่").says(ASKED).pins(*HAT_YAI).taps("ส่งคำถาม")
    talk.hears("ask.sent_to_last").reads("แนน")
    assert house.keys_to(naen.person) == ["answering.card"]


def test_where_nobody_answers_the_question_waits_and_she_is_told_so(house: House) -> None:
    asker = a_villager(house)
    asks(asker).hears("ask.kept").reads("ยังไม่มีคนดูแล").sees("แจ้งเรื่อง", "เวทีครั้งหน้า")
    house.ring()
    asker.hears("ask.kept")
    a_coordinator(house)
    house.ring()
    house.ring()
    assert house.keys_to(NAEN).count("answering.card") == 1
    assert house.keys_to(asker.person)[-1] == "ask.moved"
    assert "แนน (ผู้ประสานงานภาค)" in read_by(house, asker.person)


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
    leader.taps("ตอบ").says(NUMBERS).hears("answering.sure_or_danger").sees("ฉันมีอันตราย", "ยืนยัน", "แก้")
    leader.taps("ยืนยัน").hears("answering.sent")
    assert NUMBERS in read_by(house, asker.person)
    leader.says(NUMBERS).hears("danger.numbers", "danger.trapped")


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


def test_danger_typed_as_a_question_is_danger(house: House) -> None:
    a_leader(house)
    asker = a_villager(house)
    asker.says("ถามเจ้าหน้าที่").says("ช่วยด้วย น้ำถึงคอแล้ว").hears("danger.numbers", "danger.trapped")
    with house.db() as db:
        assert db.scalars(select(Question)).all() == []


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


def test_a_question_is_taken_back(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asks(asker)
    button = asker.button("ถอนคำถาม")
    asker.taps("ถอนคำถาม").hears("ask.withdrawn")
    leader.taps("ตอบ").hears("answering.gone")
    asker.taps_old(button).hears("talk.old_button")
    assert _parts(house) == []


def test_what_she_unsends_leaves_the_question(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asks(asker)
    leader.taps("ตอบ").reads(ASKED).says(ANSWER)
    house.line.unsends(asker.person, _message_id(house))
    house.settle()
    leader.taps("ยืนยัน").hears("answering.gone")
    with house.db() as db:
        assert db.scalars(select(Question)).one().state == "withdrawn"


def _message_id(house: House) -> str:
    return next(part.message_id for part in _parts(house) if part.message_id)


def test_ten_questions_a_day_are_enough(house: House) -> None:
    a_leader(house)
    asker = a_villager(house)
    for number in range(10):
        asks(asker, f"ถามข้อที่ {number} ค่ะ").hears("ask.sent_to_last")
    asker.says("ถามเจ้าหน้าที่").hears("ask.enough").reads("พรุ่งนี้")
    asker.says("กขค กขค").taps("ถามเจ้าหน้าที่").hears("ask.enough")
    house.time.goes(days=1)
    asks(asker).hears("ask.sent_to_last")


def test_she_is_reminded_of_the_question_that_still_waits(house: House) -> None:
    a_leader(house)
    asker = asks(a_villager(house))
    asker.says("ถามเจ้าหน้าที่").hears("ask.what").reads("คำถามก่อนหน้า ยังรอ สมชาย (ผู้ประสานงานตำบล) ตอบ")


def test_whoever_said_no_to_keeping_is_asked_again_first(house: House) -> None:
    talk = a_stranger(house)
    talk.follows().taps("ยังไม่ตกลง").says("ถามเจ้าหน้าที่").hears("consent.needed")
    talk.says("กขค กขค").hears("help.lost").taps("ถามเจ้าหน้าที่").hears("consent.needed")
    with house.db() as db:
        assert db.scalars(select(Question)).all() == []


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


def test_what_another_was_told_opens_nothing_to_her(house: House) -> None:
    a_leader(house)
    asker = asks(a_villager(house))
    other = a_villager(house, 0xB4, name="คำ")
    for act in ("more", "thanks", "withdraw"):
        other.taps_old({"type": "postback", "data": f"asked/{the_question(house).id}/{act}"})
        other.hears("talk.old_button")
    asker.taps_old({"type": "postback", "data": f"asked/{the_question(house).id}/thanks"}).hears(
        "ask.already"
    )


@pytest.mark.parametrize(
    "data", ["question", "question/x", "question/1/pass", "question/9999999999999999999/answer", "asked/x/more",
             "asked", "ask/1/sure/no", "ask/9/sure/yes", "reply/7/danger/x", "reply/9/sure/yes", "question/page/x"],
)  # fmt: skip
def test_garbage_in_a_button_is_answered(house: House, data: str) -> None:
    leader = a_leader(house)
    leader.taps_old({"type": "postback", "data": data})
    assert leader.heard


def test_forgetting_somebody_takes_her_questions_and_answers_along(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asks(asker)
    leader.taps("ตอบ").says(ANSWER).taps("ยืนยัน")
    asks(asker, "กองทุนเปิดวันไหน")
    with house.db() as db:
        consent.erase(db, people.known_by(db, SOMCHAI))
        assert questions.words_of(db, people.known_by(db, asker.person).id) == [ASKED, "กองทุนเปิดวันไหน"]
    assert ANSWER not in _kept(house)
    with house.db() as db:
        consent.erase(db, people.known_by(db, asker.person))
    assert ASKED not in _kept(house)
    assert "กองทุนเปิดวันไหน" not in _kept(house)


def _kept(house: House) -> str:
    """All words that stand in questions and in the outbox."""
    with house.db() as db:
        waiting: list[Any] = [parcel.messages for parcel in db.scalars(select(Parcel))]
        return json.dumps(waiting, ensure_ascii=False) + str(
            [part.text for part in db.scalars(select(QuestionPart))]
        )


def test_words_that_wait_to_be_told_leave_with_their_question(house: House) -> None:
    a_leader(house)
    asker = a_villager(house)
    asker.says("ถามเจ้าหน้าที่").says(ASKED)
    house.line.taps(asker.person, asker.button("ส่งคำถาม"))
    house.answer()
    with house.db() as db:
        consent.erase(db, people.known_by(db, asker.person))
    assert ASKED not in _kept(house)
