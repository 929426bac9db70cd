"""An emergency call reaches the people and groups of its areas, before what waits, and its answers are counted."""

import pytest
from sqlalchemy import select

from bot.simulator import FATIMAH, NAEN, SOMCHAI, VILLAGE, an_id
from bot.words import say
from models import clock, consent, facts, people, roles
from models.forums import emergencies, invitations
from models.forums import forum as forums
from models.post import outbox, postman, quota
from models.post.messages import Message
from models.post.outbox import Parcel
from scheduler import quota as warning
from tests.house import House
from tests.journeys.emergency_walks import called, prepared, the_call
from tests.journeys.group_walks import a_tied_group, in_group, several_tied_groups
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager, planned_forums
from tests.talk import Talk

ELSEWHERE = "401001"  # another district of the same province


def keys_to_all(house: House, key: str) -> list[str]:
    return [to for to, message in house.said if message["key"] == key]


# Calling


def test_a_call_reaches_people_and_groups_of_one_district_and_nobody_else(house: House) -> None:
    a_tied_group(house)
    near, far = a_villager(house, 0xB7), a_villager(house, 0xB8, ELSEWHERE)
    leader = a_leader(house)
    naen = called(house)
    naen.hears("emergency.done", called="2", groups=1)
    assert set(keys_to_all(house, "emergency.call")) == {near.person, leader.person}
    assert keys_to_all(house, "emergency.to_group") == [VILLAGE]
    assert house.keys_to(far.person) == []


def test_every_group_of_the_area_is_called_once_and_hears_once_that_it_is_off(house: House) -> None:
    villages = several_tied_groups(house)
    naen = called(house)
    naen.hears("emergency.done", groups=3)
    assert keys_to_all(house, "emergency.to_group") == villages
    with house.db() as db:
        heads = select(Parcel.heads).where(Parcel.idempotency_key.startswith("group/call/"))
        assert list(db.scalars(heads.order_by(Parcel.id))) == [1, 2, 3]
    naen.says("ใครตอบ").taps("ยกเลิกการเรียก").taps("ยืนยัน")
    assert keys_to_all(house, "emergency.called_off") == villages


def test_it_goes_before_a_broadcast_that_was_already_waiting(house: House) -> None:
    planned_forums(house)
    villager = a_villager(house, 0xB7)
    prepared(house)
    with house.db() as db:
        invitations.invite(db, forums.next_in(db, "northeast"))  # type: ignore[arg-type]
        outbox.notify(db, villager.person, Message("help.greeting"), "th")
    house.line.says(NAEN, "เรียก")
    house.answer()
    while house.worker.send_one():
        pass
    heard = house.line.texts_to(villager.person)
    assert heard[0].startswith("เรียกเวทีฉุกเฉิน")
    assert len(heard) == 3


def test_the_preview_names_people_groups_and_price_and_only_the_word_sends(house: House) -> None:
    a_tied_group(house)
    a_villager(house, 0xB7)
    house.line.world.quota.limit, house.line.world.quota.used = 500, 440
    naen = prepared(house)
    naen.hears("emergency.sure", invited="1", groups=1, messages="5", uncounted=0)
    naen.reads("พิมพ์คำว่า เรียก", "อ.น้ำพอง", "น้ำล้นตลิ่ง", "จันทร์ 3 ส.ค. 2569")
    for word in ("ใช่", "ยืนยัน", "ตกลง", "เรียกทำไม"):
        naen.says(word).hears("emergency.not_sure")
    assert keys_to_all(house, "emergency.call") == []
    naen.says("เรียก").hears("emergency.done").says("เรียก")
    assert len(keys_to_all(house, "emergency.call")) == 1


def test_areas_are_picked_by_name_and_a_region_only_by_typing_it(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("เรียกเวทีฉุกเฉิน").hears("emergency.areas")
    assert "ภาคอีสาน" not in naen.labels
    naen.taps("จ.ขอนแก่น").taps("อ.กระนวน").taps("ทั้งอำเภอ").hears("emergency.picked", scopes=["4009"])
    naen.taps("เพิ่มพื้นที่").says("ต.น้ำพอง อ.น้ำพอง ขอนแก่น").hears("emergency.picked", scopes=["4009", NAM_PHONG])
    naen.says("อำเภอน้ำพอง จังหวัดขอนแก่น").hears("emergency.picked", scopes=["4009", "4007"])
    naen.says("ภาคใต้").hears("emergency.not_there").says("กกกกก").hears("scope.unknown")
    naen.says("ภาคอีสาน").hears("emergency.picked", scopes=["northeast"])
    naen.taps("เลือกพื้นที่ใหม่").hears("emergency.areas").says("ยกเลิก").hears("talk.stopped")


def test_everything_can_be_mended_before_the_word(house: House) -> None:
    a_villager(house, 0xB7)
    naen = prepared(house)
    naen.taps("แก้พื้นที่").hears("emergency.areas").says("จังหวัดเลย").taps("ครบแล้ว").hears(
        "emergency.sure", scopes=["42"]
    )
    naen.taps("แก้เหตุ").says("....").hears("emergency.reason_again").taps("พายุ").hears("emergency.sure")
    naen.taps("แก้วันเวลา").says("เมื่อวาน").hears("when.past").says("อีก 10 วัน").hears("when.too_late")
    naen.says("พรุ่งนี้ 9 โมง").hears("emergency.sure").reads("พายุ", "09.00")
    naen.taps("ยกเลิก").hears("talk.stopped").says("เรียก")
    assert keys_to_all(house, "emergency.call") == []


def test_words_of_danger_in_the_reason_are_no_cry_of_the_coordinator(house: House) -> None:
    naen = prepared(house, reason="คนติดอยู่บนหลังคา ช่วยด้วย")
    naen.hears("emergency.sure").taps("ยกเลิก")


def test_the_hour_that_came_too_near_meanwhile_is_asked_again(house: House) -> None:
    a_villager(house, 0xB7)
    naen = prepared(house, when="วันนี้ 9.45 น.")
    naen.hears("emergency.sure")
    house.time.goes(minutes=30)
    naen.says("เรียก").hears("when.too_soon")
    assert keys_to_all(house, "emergency.call") == []


@pytest.mark.parametrize("role", ["leader", "province", "academic"])
def test_who_may_not_call_is_refused_kindly(house: House, role: str) -> None:
    scope = {"leader": NAM_PHONG, "province": "40", "academic": roles.NATIONAL}[role]
    a_leader(house, scope, role).says("เรียกเวทีฉุกเฉิน").hears("work.not_yours")


def test_a_right_that_was_lost_meanwhile_sends_nothing(house: House) -> None:
    a_villager(house, 0xB7)
    naen = prepared(house)
    with house.db() as db:
        roles.revoke(db, people.known_by(db, NAEN), "coordinator", "northeast")
    naen.says("เรียก").hears("work.not_yours")
    assert keys_to_all(house, "emergency.call") == []


def test_who_refused_or_blocked_us_is_not_called_and_who_was_silent_is(house: House) -> None:
    no_dates, no_keeping, silent, gone = (a_villager(house, figure) for figure in (0xB6, 0xB7, 0xB8, 0xB9))
    with house.db() as db:
        people.known_by(db, no_dates.person).invitations = False
        people.known_by(db, no_keeping.person).keeping = "no"
        people.known_by(db, silent.person).invitations = None
        people.set_reachable(db, gone.person, reachable=False)
    called(house)
    assert keys_to_all(house, "emergency.call") == [silent.person]


def test_the_last_line_says_that_it_is_no_order_to_evacuate(house: House) -> None:
    a_tied_group(house)
    a_villager(house, 0xB7)
    called(house)
    calls = [
        message for _, message in house.said if message["key"] in ("emergency.call", "emergency.to_group")
    ]
    for message in calls:
        last = say(message["key"], "th", message["values"]).split("\n")[-1]
        assert last == "เป็นการเรียกประชุม ไม่ใช่คำสั่งอพยพ (ปภ. 1784)"


# Answering


def test_one_tap_answers_and_another_changes_it(house: House) -> None:
    villager = a_villager(house, 0xB7)
    naen = called(house)
    villager.taps("รับทราบ ไปได้").hears("called.comes").reads("13.00", "ห้อง อบต.น้ำพอง")
    naen.says("ใครตอบ").hears("roll_call.counts", called="1", going="1", silent="0")
    villager.taps("เปลี่ยนคำตอบ").hears("emergency.call").taps("รับทราบ ไปไม่ได้").hears("called.stays_away")
    villager.says("ไป 3 คนค่ะ").hears("called.comes", people=3).says("ไปไม่ได้แล้วค่ะ").hears("called.stays_away")
    naen.taps("ใครตอบแล้ว").hears("roll_call.counts", going="0", not_going="1")


def test_a_need_is_told_at_once_to_the_caller_and_whoever_answers_there(house: House) -> None:
    leader, villager = a_leader(house), a_villager(house, 0xB7, name="จันทร์เพ็ญ")
    naen = called(house)
    villager.taps("ต้องการช่วย").hears("called.what_first").taps("เรือ")
    villager.hears("called.need_kept", need="boat").reads("สมชาย").sees("ด่วน มีอันตราย")
    assert sorted(keys_to_all(house, "duty.need")) == sorted([leader.person, naen.person])
    villager.taps("ต้องการอย่างอื่น").taps("ยา").hears("called.need_kept", need="medicine")
    naen.says("ใครตอบ").hears("roll_call.counts", help=1, needs=[["medicine", 1]])
    assert "จันทร์เพ็ญ" not in str(naen.heard)


def test_a_group_answers_one_by_one_in_their_own_chats(house: House) -> None:
    a_tied_group(house)
    called(house)
    neighbour = a_villager(house, 0xB8)
    neighbour.says(f"ไปเวที {the_call(house).id}").hears("called.comes")
    neighbour.says(f"ขอช่วย เวที {the_call(house).id}").hears("called.what_first")
    a_villager(house, 0xB9, ELSEWHERE).says(f"ไปเวที {the_call(house).id}").hears("called.not_for_you")


def test_who_answers_out_of_a_group_hides_nobody_who_is_silent(house: House) -> None:
    a_villager(house, 0xB7)
    neighbour = a_villager(house, 0xB8)
    with house.db() as db:
        people.known_by(db, neighbour.person).invitations = False
    naen = called(house)
    neighbour.says(f"ไปเวที {the_call(house).id}").hears("called.comes")
    naen.says("ใครตอบ").hears("roll_call.counts", called="1", going="1", silent="1")


def test_half_an_hour_later_the_caller_is_told_once_who_answered(house: House) -> None:
    villager = a_villager(house, 0xB7)
    naen = called(house)
    villager.taps("รับทราบ ไปได้")
    house.time.goes(minutes=31)
    house.ring()
    house.ring()
    assert house.keys_to(naen.person).count("roll_call.counts") == 1


def test_who_was_erased_leaves_the_counts(house: House) -> None:
    villager = a_villager(house, 0xB7)
    naen = called(house)
    villager.taps("รับทราบ ไปได้")
    with house.db() as db:
        consent.erase(db, people.known_by(db, villager.person))
    naen.says("ใครตอบ").hears("roll_call.counts", going="0")


def test_without_any_call_it_says_so(house: House) -> None:
    a_leader(house).says("ใครตอบ").hears("roll_call.none")
    a_villager(house, 0xB7).says("ใครตอบ").hears("work.not_yours")


def test_garbage_in_a_buttons_data(house: House) -> None:
    villager = a_villager(house, 0xB7)
    called(house)
    number = the_call(house).id
    for data in (
        "called",
        "called/x/going",
        "called/999/going",
        f"called/{number}/need/gold",
        f"roll_call/{number}",
    ):
        villager.taps_old({"type": "postback", "data": data})
        assert [message["key"] for message in villager.heard] in (["talk.old_button"], ["work.not_yours"])
    villager.taps_old({"type": "postback", "data": f"called/{number}/dance"}).hears("emergency.call")


# Calling off, and being over


def test_whoever_was_called_hears_once_that_it_is_off(house: House) -> None:
    a_tied_group(house)
    villager = a_villager(house, 0xB7)
    naen = called(house)
    naen.says("ใครตอบ").taps("ยกเลิกการเรียก").hears("roll_call.sure").taps("ยืนยัน").hears(
        "roll_call.done", reached="1"
    )
    naen.taps("ยืนยัน")
    assert sorted(keys_to_all(house, "emergency.called_off")) == sorted([villager.person, VILLAGE])
    villager.taps("รับทราบ ไปได้").hears("called.called_off").sees("ด่วน มีอันตราย")


def test_calling_a_forum_off_finds_the_call_too(house: House) -> None:
    naen = called(house)
    naen.says("ยกเลิกเวที").hears("roll_call.counts").taps("ยกเลิกการเรียก").taps("ยืนยัน").hears("roll_call.done")
    naen.says("ยกเลิกเวที").hears("call_off.none")


def test_beside_other_forums_the_call_is_shown_first(house: House) -> None:
    planned_forums(house)
    naen = called(house)
    naen.says("ยกเลิกเวที").hears("roll_call.counts", "call_off.which")


@pytest.mark.parametrize("doubt", ["in hand", "lost on the way"])
def test_a_call_that_line_may_have_taken_is_called_off_too_and_not_tried_again(
    house: House, doubt: str
) -> None:
    villages, villager = several_tied_groups(house, 1), a_villager(house, 0xB7)
    naen = prepared(house)
    house.line.says(naen.person, "เรียก")
    house.answer_only()
    with house.db() as db:
        for row in db.scalars(select(Parcel).where(Parcel.lane == outbox.CALL)):
            row.unsure = doubt == "lost on the way"
            row.leased_until = None if row.unsure else clock.machine_now() + postman.LEASE
        assert emergencies.call_off(db, emergencies.lately(db)[-1]) == 1
    house.send()
    assert house.line.heard_by(villager.person) == [], "not before a call that is in hand"
    house.time.goes(seconds=10)
    house.send()
    for chat in (villager.person, *villages):
        assert [text.split(" ")[0] for text in house.line.texts_to(chat)] == ["ยกเลิกการเรียกเวทีฉุกเฉิน"]


def test_a_call_that_nobody_can_have_heard_is_taken_back_in_silence(house: House) -> None:
    villages, villager = several_tied_groups(house, 1), a_villager(house, 0xB7)
    naen = prepared(house)
    house.line.says(naen.person, "เรียก")
    house.answer_only()
    with house.db() as db:
        assert emergencies.call_off(db, emergencies.lately(db)[-1]) == 0
    house.send()
    assert not any(house.line.heard_by(chat) for chat in (villager.person, *villages))


def test_a_leader_counts_and_does_not_call_off(house: House) -> None:
    leader = a_leader(house)
    called(house)
    leader.says("ใครตอบ").hears("roll_call.counts").taps("ยกเลิกการเรียก").hears("work.not_yours")
    leader.taps_old({"type": "postback", "data": f"roll_call/{the_call(house).id}/call_off_now"}).hears(
        "work.not_yours"
    )
    far = Talk(house, FATIMAH)
    with house.db() as db:
        roles.grant(db, FATIMAH, "coordinator", "south")
    far.taps_old({"type": "postback", "data": f"roll_call/{the_call(house).id}"}).hears("talk.old_button")


def test_what_is_over_is_answered_kindly(house: House) -> None:
    villager = a_villager(house, 0xB7)
    called(house)
    house.time.goes(hours=6)
    villager.taps("รับทราบ ไปได้").hears("called.over")
    villager.taps("ต้องการช่วย").hears("called.over")


# Quota


def a_coordinator_who_agreed(house: House) -> Talk:
    with house.db() as db:
        people.agree(people.known_by(db, NAEN))
        people.settle(people.known_by(db, NAEN), ELSEWHERE)
    return a_coordinator(house)


def test_few_messages_left_are_told_once_and_the_call_goes_first(house: House) -> None:
    naen, villager = a_coordinator_who_agreed(house), a_villager(house, 0xB7)
    with house.db() as db:
        quota.tell(db, 500, 449)
    house.ring()
    assert "duty.quota_low" not in house.keys_to(naen.person)
    with house.db() as db:
        quota.tell(db, 500, 450)
    naen.says("วิธีใช้").hears("help.how_to", "duty.quota_low").says("วิธีใช้").hears("help.how_to")
    house.ring()
    assert house.keys_to(naen.person).count("duty.quota_low") == 1
    assert house.keys_to(villager.person) == []


def test_where_nothing_is_left_the_push_waits_and_the_next_answer_says_it(house: House) -> None:
    naen = a_coordinator_who_agreed(house)
    house.line.world.quota.limit, house.line.world.quota.used = 500, 500
    with house.db() as db:
        quota.tell(db, 500, 500)
        warning.warn(db)
    house.send()
    assert house.line.heard_by(naen.person) == []
    naen.says("สวัสดีค่ะ")
    assert naen.heard[-1]["key"] == "duty.quota_low"
    house.time.goes(minutes=10)
    house.line.world.quota.limit = 1000
    house.send()
    assert house.keys_to(naen.person).count("duty.quota_low") == 2, "put as a push, said in an answer"
    assert house.line.texts_to(naen.person)[-1].startswith("เดือนนี้เหลือส่งได้อีก 0")
    assert len(house.line.heard_by(naen.person)) == 2


def test_the_call_waits_for_quota_and_goes_before_all_else_then(house: House) -> None:
    planned_forums(house)
    villager = a_villager(house, 0xB7)
    house.line.world.quota.limit, house.line.world.quota.used = 500, 500
    naen = prepared(house)
    with house.db() as db:
        invitations.invite(db, forums.next_in(db, "northeast"))  # type: ignore[arg-type]
    naen.says("เรียก").hears("emergency.done")
    assert house.line.texts_to(villager.person) == []
    house.line.world.quota.limit = 1000
    house.time.goes(minutes=15)
    house.send()
    assert house.line.texts_to(villager.person)[0].startswith("เรียกเวทีฉุกเฉิน")


def test_who_leaves_or_refuses_before_the_call_goes_out_is_not_called(house: House) -> None:
    stays, leaves, refuses = (a_villager(house, figure) for figure in (0xB7, 0xB8, 0xB9))
    naen = prepared(house)
    house.line.says(naen.person, "เรียก")
    house.answer_only()
    with house.db() as db:
        consent.erase(db, people.known_by(db, leaves.person))
        consent.no_news(db, people.known_by(db, refuses.person))
    house.send()
    assert house.line.texts_to(stays.person)[0].startswith("เรียกเวทีฉุกเฉิน")
    assert house.line.heard_by(leaves.person) == house.line.heard_by(refuses.person) == []


# Elsewhere


def test_the_public_page_shows_it(house: House) -> None:
    called(house)
    shown = house.web.get(f"/f/{the_call(house).token}").text
    assert "ห้อง อบต.น้ำพอง" in shown
    assert "ภาคอีสาน" in house.web.get("/forums").text


def test_in_a_group_nothing_of_a_call_is_answered_by_a_tap(house: House) -> None:
    a_tied_group(house)
    called(house)
    said = len(house.keys_to(VILLAGE))
    house.line.taps(SOMCHAI, {"type": "postback", "data": f"called/{the_call(house).id}/going"}, VILLAGE)
    house.settle()
    assert len(house.keys_to(VILLAGE)) == said
    in_group(house, "ฟอรัม วิธีใช้")
    with house.db() as db:
        assert facts.ask(db, "bot")["basic_id"] == "@216ru"
        assert people.known_by(db, an_id("U", 0xB1)).place is None
