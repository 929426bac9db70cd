"""Danger goes before everything: before consent, before home, inside any form."""

from sqlalchemy import select

from bot.simulator import BOONMA, NAEN, SOMCHAI, VILLAGE
from models.reports import Report
from tests.house import House
from tests.makers import HAT_YAI, a_coordinator, a_leader, a_stranger, a_villager

NUMBERS = ["โทร 1669", "โทร 191", "โทร 199", "โทร 1784"]


def test_a_strangers_first_message_is_a_cry_for_help(house: House) -> None:
    talk = a_stranger(house)
    talk.says("ช่วยด้วย ติดอยู่บนหลังคา").hears("danger.numbers", "danger.trapped", number="ฟร-0001")
    talk.reads("1669", "ฟร-0001", "ยังไม่มีผู้ดูแล").sees(*NUMBERS, "3-5 คน")
    talk.taps("3-5 คน").hears("danger.where").sees("ส่งตำแหน่ง", "ข้าม")
    talk.pins(*HAT_YAI).hears("danger.told", "consent.ask")
    talk.taps("ตกลง").hears("consent.thanks", "home.ask")
    with house.db() as db:
        report = db.scalars(select(Report)).one()
        assert (report.danger, report.urgency, report.trapped, report.province) == (
            True,
            "rescue",
            "3-5",
            "90",
        )


def test_the_button_that_sends_a_pin_stays_when_the_row_above_the_keyboard_is_gone(house: House) -> None:
    talk = a_villager(house)
    talk.says("ช่วยด้วย").taps("1-2 คน").hears("danger.where").sees("ส่งตำแหน่ง", "ข้าม")
    assert talk.button("ส่งตำแหน่ง")["type"] == "location"
    talk.taps("ข้าม").hears("danger.told")
    assert talk.button("ส่งตำแหน่ง")["uri"] == "https://line.me/R/nv/location/"
    talk.pins(*HAT_YAI).hears("danger.added")
    with house.db() as db:
        assert db.scalars(select(Report)).one().province == "90"


def test_who_is_on_duty_is_told_at_once_and_again_when_more_is_known(house: House) -> None:
    leader, coordinator = a_leader(house), a_coordinator(house)
    talk = a_villager(house)
    talk.says("น้ำถึงคอแล้ว ช่วยด้วย").reads("กำลังแจ้ง", "สมชาย", "แนน")
    assert house.keys_to(SOMCHAI) == house.keys_to(NAEN) == ["duty.danger"]
    talk.taps("1-2 คน").reads("แจ้ง สมชาย (ผู้ประสานงานตำบล)")
    assert house.keys_to(leader.person) == ["duty.danger"] * 2
    talk.pins(*HAT_YAI)
    assert house.keys_to(coordinator.person) == ["duty.danger"] * 3


def test_the_first_answer_never_says_that_help_is_coming(house: House) -> None:
    a_leader(house)
    heard = a_villager(house).says("ช่วยด้วย").heard
    assert not any("กำลังไป" in str(message) or "ช่วยเหลือแล้ว" in str(message) for message in heard)


def test_cries_that_never_name_the_trouble_are_found(house: House) -> None:
    a_stranger(house).says("แบตจะหมดแล้ว อยู่กันห้าคนบนหลังคา").hears("danger.numbers", "danger.trapped")


def test_asking_to_share_is_no_cry(house: House) -> None:
    assert "danger.numbers" not in [m["key"] for m in a_villager(house).says("ช่วยแชร์ต่อด้วยนะคะ").heard]


def test_the_red_button_counts_without_any_words(house: House) -> None:
    talk = a_villager(house)
    talk.says("แจ้งเรื่อง").hears("report.story").taps("ด่วน มีอันตราย")
    talk.hears("danger.numbers", "danger.trapped", number="ขก-0001")


def test_danger_inside_a_form_takes_along_what_was_sent(house: House) -> None:
    talk = a_villager(house)
    talk.sends_photos(2).hears("report.topic")
    talk.says("น้ำขึ้นถึงหลังคาแล้ว ช่วยด้วย").hears("danger.numbers", "danger.trapped")
    with house.db() as db:
        assert db.scalars(select(Report)).one().count("photo") == 2


def test_a_second_cry_joins_the_first(house: House) -> None:
    talk = a_villager(house)
    talk.says("ช่วยด้วย").says("น้ำมิดหัวแล้ว").hears("danger.numbers", "danger.trapped", number="ขก-0001")
    with house.db() as db:
        assert db.scalars(select(Report)).one().story == "ช่วยด้วย\nน้ำมิดหัวแล้ว"


def test_words_answer_how_many_and_where(house: House) -> None:
    talk = a_villager(house)
    talk.says("ช่วยด้วย").says("สามคนค่ะ").hears("danger.where")
    talk.says("หลังวัดบ้านโนน ต.วังชัย อ.น้ำพอง").hears("danger.told")
    with house.db() as db:
        assert db.scalars(select(Report)).one().place == "400702"


def test_an_urgent_call_overtakes_a_waiting_broadcast(house: House) -> None:
    from models.post import outbox
    from models.post.messages import Message

    leader, talk = a_leader(house), a_villager(house)
    with house.db() as db:
        outbox.multicast(db, "test", [leader.person, talk.person], Message("help.how_to"), language="th")
    house.line.says(talk.person, "ช่วยด้วย")
    house.settle()
    to_leader = [message["type"] for message in house.line.heard_by(leader.person)]
    assert to_leader == ["flex", "text"], "the alarm first, the broadcast after"


def test_a_cry_after_the_questions_were_answered_does_not_ask_again_how_many(house: House) -> None:
    talk = a_villager(house)
    talk.says("ช่วยด้วย").taps("3-5 คน").taps("ข้าม").hears("danger.told")
    talk.says("ช่วยด้วย น้ำขึ้นอีกแล้ว").hears("danger.numbers", "danger.where", number="ขก-0001")


def test_a_place_named_at_any_question_reaches_who_answers_for_it(house: House) -> None:
    leader, talk = a_leader(house), a_stranger(house)
    talk.says("ช่วยด้วยน้ำท่วม").says("อยู่หมู่ 5 ต.น้ำพอง อ.น้ำพอง ขอนแก่น").hears("danger.noted")
    assert house.keys_to(leader.person) == ["duty.danger"]
    talk.says("สามคน").hears("danger.where")


def test_what_is_typed_afterwards_joins_the_danger_and_is_told(house: House) -> None:
    leader, talk = a_leader(house), a_villager(house)
    talk.says("ช่วยด้วย").taps("1-2 คน").taps("ข้าม").hears("danger.told")
    before = len(house.keys_to(leader.person))
    talk.says("ตอนนี้ย้ายไปอยู่วัดแล้ว").hears("danger.added", number="ขก-0001")
    talk.sends_photos(1).hears("danger.added")
    assert len(house.keys_to(leader.person)) == before + 2


def test_leaving_the_questions_of_danger_takes_nothing_back(house: House) -> None:
    talk = a_villager(house)
    talk.says("ช่วยด้วย").says("ยกเลิก").hears("danger.left", number="ขก-0001").reads("ยังอยู่")


def test_the_red_button_pressed_by_mistake_is_taken_back_and_told(house: House) -> None:
    leader, talk = a_leader(house), a_villager(house)
    talk.taps_old({"type": "postback", "data": "open/danger"}).taps("กดผิด ไม่มีอันตราย").hears("danger.mistake")
    assert house.keys_to(leader.person) == ["duty.danger", "duty.calm"]
    with house.db() as db:
        assert db.scalars(select(Report)).one().state == "dropped"


def test_while_nobody_knows_where_every_coordinator_is_told(house: House) -> None:
    coordinator = a_coordinator(house)
    a_stranger(house).says("ช่วยด้วย ติดอยู่บนหลังคา").reads("กำลังแจ้ง", "แนน")
    assert house.keys_to(coordinator.person) == ["duty.danger"]


def test_a_topic_told_before_the_red_button_is_kept(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วมบ้านสามหลัง").taps_old({"type": "postback", "data": "open/danger"})
    with house.db() as db:
        assert [topic.kind for topic in db.scalars(select(Report)).one().topics] == ["flood"]


def test_a_cry_in_a_group_gets_the_numbers(house: House) -> None:
    house.line.says(BOONMA, "ฟอรัม ช่วยด้วย น้ำท่วมหลังคาแล้ว", group=VILLAGE)
    house.settle()
    assert house.keys_to(VILLAGE) == ["danger.in_group"]
