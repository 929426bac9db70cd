"""A question goes to whoever answers for her place, and the answer comes back; what nobody can take is kept."""

from sqlalchemy import select

from bot.simulator import NAEN, SOMCHAI
from models import consent, people, questions
from models.questions import Question
from tests.house import House
from tests.journeys.asked import (
    ANSWER,
    ASKED,
    asks,
    kept,
    message_id,
    parts,
    read_by,
    the_question,
)
from tests.makers import HAT_YAI, a_coordinator, a_leader, a_stranger, a_villager


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
    asker.says("ถามเจ้าหน้าที่").sends_voice().hears("ask.sure_unread").reads("เสียง 1", "เปิดเอง")
    asker.sends_photos(1).hears("ask.sure_unread").taps("ส่งคำถาม").hears("ask.sent_to_last")
    assert "มี รูป 1 เสียง 1" in read_by(house, SOMCHAI)
    asker.says("ถามเจ้าหน้าที่").sends_voice().says("ถามเรื่องกองทุน").hears("ask.sure")
    assert [part.kind for part in parts(house)] == ["voice", "photo"]


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


def test_danger_typed_as_a_question_is_danger(house: House) -> None:
    a_leader(house)
    asker = a_villager(house)
    asker.says("ถามเจ้าหน้าที่").says("ช่วยด้วย น้ำถึงคอแล้ว").hears("danger.numbers", "danger.trapped")
    with house.db() as db:
        assert db.scalars(select(Question)).all() == []


def test_a_question_is_taken_back(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asks(asker)
    button = asker.button("ถอนคำถาม")
    asker.taps("ถอนคำถาม").hears("ask.withdrawn")
    leader.taps("ตอบ").hears("answering.gone")
    asker.taps_old(button).hears("talk.old_button")
    assert parts(house) == []


def test_what_she_unsends_leaves_the_question(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asks(asker)
    leader.taps("ตอบ").reads(ASKED).says(ANSWER)
    house.line.unsends(asker.person, message_id(house))
    house.settle()
    leader.taps("ยืนยัน").hears("answering.gone")
    with house.db() as db:
        assert db.scalars(select(Question)).one().state == "withdrawn"


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


def test_forgetting_somebody_takes_her_questions_and_answers_along(house: House) -> None:
    leader, asker = a_leader(house), a_villager(house)
    asks(asker)
    leader.taps("ตอบ").says(ANSWER).taps("ยืนยัน")
    asks(asker, "กองทุนเปิดวันไหน")
    with house.db() as db:
        consent.erase(db, people.known_by(db, SOMCHAI))
        assert questions.words_of(db, people.known_by(db, asker.person).id) == [ASKED, "กองทุนเปิดวันไหน"]
    assert ANSWER not in kept(house)
    with house.db() as db:
        consent.erase(db, people.known_by(db, asker.person))
    assert ASKED not in kept(house)
    assert "กองทุนเปิดวันไหน" not in kept(house)


def test_words_that_wait_to_be_told_leave_with_their_question(house: House) -> None:
    a_leader(house)
    asker = a_villager(house)
    asker.says("ถามเจ้าหน้าที่").says(ASKED)
    house.line.taps(asker.person, asker.button("ส่งคำถาม"))
    house.answer()
    with house.db() as db:
        consent.erase(db, people.known_by(db, asker.person))
    assert ASKED not in kept(house)
