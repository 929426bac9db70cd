"""A coordinator plans a Forum about a situation, moves it, calls it off; whoever is concerned is told once."""

import pytest
from sqlalchemy import select

from bot.simulator import FATIMAH, NAEN, THONGSUK
from handlers.forums import price
from models import roles
from models.forums import forum as forums
from models.forums import invitations
from models.forums.forum import Forum
from models.post.outbox import Parcel
from tests.house import House
from tests.makers import a_coordinator, a_villager, planned_forums
from tests.talk import Talk

# The clock stands at จันทร์ 3 ส.ค. 2569, 09.00.


def situation(house: House) -> Forum:
    with house.db() as db:
        found = db.scalars(select(Forum).where(Forum.kind == "situation").order_by(Forum.id)).all()
        assert found, "no situation Forum stands"
        return found[-1]


def at_the_hall(house: House, day: str = "พฤหัสนี้ 9 โมง") -> Talk:
    naen = a_coordinator(house)
    naen.says("จัดเวที").taps("น้ำท่วม").says(day)
    return naen


def planned(house: House, day: str = "พฤหัสนี้ 9 โมง") -> Talk:
    return at_the_hall(house, day).says("ศาลาวัดโนน").taps("ยืนยัน")


def test_a_situation_forum_is_planned_shown_with_its_price_and_invited_at_once(house: House) -> None:
    villager, far = a_villager(house), a_villager(house, 0xB3, home="900101", name="ฟาติมะฮ์")
    house.line.world.quota.limit = 1088
    naen = a_coordinator(house)
    naen.says("จัดเวที").hears("plan.topic").sees("น้ำท่วม", "เรื่องอื่น").taps("น้ำท่วม").hears("when.day")
    naen.says("พฤหัสนี้ 9 โมง").hears("forum.ask_place").says("ศาลาวัดโนน").hears("plan.sure")
    naen.reads("ภาคอีสาน", "น้ำท่วม", "พฤหัสบดี 6 ส.ค. 2569", "09.00 น.", "ศาลาวัดโนน")
    naen.reads("เชิญ 1 คน ใช้ 1 ข้อความ", "เหลือ 1,088 ข้อความ").sees("ยืนยัน", "แก้หัวข้อ", "แก้วันเวลา", "แก้สถานที่")
    assert house.keys_to(villager.person) == []
    naen.taps("ยืนยัน").hears("plan.done").reads("กำลังเชิญ 1 คน", "เลื่อนหรือยกเลิกได้")
    assert house.keys_to(villager.person) == ["forum.invitation"]
    assert house.keys_to(far.person) == []
    forum = situation(house)
    assert (forum.number, forum.topic, forum.state) == ("northeast-2569-08-s1", "disaster.flood", "invited")
    villager.taps("ไป").reads("พฤหัสบดี 6 ส.ค. 2569", "09.00 น.", "ศาลาวัดโนน")
    house.ring()
    assert house.keys_to(villager.person).count("forum.invitation") == 1


def test_what_people_raised_lately_is_offered_first(house: House) -> None:
    a_villager(house).says("มีแก๊งคอลเซ็นเตอร์โทรมาหลอกเอาเงินคนในหมู่บ้าน").taps("ส่งเรื่องนี้")
    naen = a_coordinator(house)
    assert naen.says("จัดเวที").labels[0] == "ความปลอดภัย"


def test_each_field_can_be_mended_before_it_goes(house: House) -> None:
    naen = at_the_hall(house).says("ศาลาวัดโนน").hears("plan.sure")
    naen.taps("แก้หัวข้อ").taps("เรื่องอื่น").hears("report.topics").taps("ที่ดินทำกิน").hears("plan.sure")
    naen.reads("ที่ดินทำกิน").taps("แก้วันเวลา").hears("when.day").taps("ศ. 7 ส.ค.").hears("when.hour")
    naen.taps("13.00 น.").hears("plan.sure").reads("ศุกร์ 7 ส.ค. 2569", "13.00 น.").taps("แก้สถานที่")
    naen.taps("ยังไม่รู้ บอกทีหลัง").hears("plan.sure").reads("สถานที่จะแจ้งให้ทราบ").says("ยืนยัน").hears("plan.done")


def test_day_and_hour_from_lines_own_wheel(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("จัดเวที").taps("น้ำท่วม")
    house.line.taps_label(NAEN, "เลือกจากปฏิทิน", picked="2026-08-05T13:30")
    naen._did()
    naen.hears("forum.ask_place").says("ศาลาวัดโนน").reads("พุธ 5 ส.ค. 2569", "13.30 น.")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("เมื่อวาน 9 โมง", "when.past"),
        ("1 ส.ค. 69", "when.past"),
        ("วันนี้ บ่ายสอง", "when.too_soon"),
        ("พรุ่งนี้ 8 โมง", "when.too_soon"),
        ("12 ส.ค. 9 โมง", "when.too_late"),
        ("20 ส.ค. 2569 09.00 น.", "when.too_late"),
        ("31 กุมภาพันธ์ 9 โมง", "when.no_such_day"),
        ("5 ส.ค. 3112 9 โมง", "when.no_such_day"),
        ("ยังไม่รู้เลย", "when.again"),
        ("🙏🙏🙏", "when.again"),
        ("พุธนี้", "when.hour"),
        ("9 โมง", "when.day"),
        ("พุธนี้ 9 โมง", "forum.ask_place"),
        ("10 ส.ค. สี่โมงเย็น", "forum.ask_place"),
    ],
)
def test_a_day_is_taken_or_kindly_asked_again(house: House, said: str, heard: str) -> None:
    naen = a_coordinator(house)
    naen.says("จัดเวที").taps("น้ำท่วม").says(said).hears(heard)


def test_a_missing_hour_is_asked_and_may_change_the_day(house: House) -> None:
    naen = at_the_hall(house, "พุธนี้").hears("when.hour").reads("พุธ 5 ส.ค. 2569")
    naen.says("ไม่รู้เหมือนกัน").hears("when.hour_again").says("ศุกร์นี้").hears("when.hour_again").reads("ศุกร์ 7 ส.ค.")
    naen.says("เก้าโมงครึ่ง").hears("forum.ask_place").says("ศาลาวัดโนน").reads("ศุกร์ 7 ส.ค. 2569", "09.30 น.")


def test_an_hour_told_first_is_kept(house: House) -> None:
    naen = at_the_hall(house, "บ่ายโมง").hears("when.day").taps("พ. 5 ส.ค.").hears("forum.ask_place")
    naen.says("ศาลาวัดโนน").reads("พุธ 5 ส.ค. 2569", "13.00 น.")


def test_an_hour_of_the_first_day_that_is_too_soon(house: House) -> None:
    naen = at_the_hall(house, "พรุ่งนี้").hears("when.hour").says("ตีห้า").hears("when.too_soon")
    naen.says("บ่ายโมง").hears("forum.ask_place")


@pytest.mark.parametrize(
    "data", ["day/2026-08-99", "day/ลอย", "day/picked", "day", "hour/25:00", "hour", "poem", ""]
)
def test_garbage_in_a_taps_data(house: House, data: str) -> None:
    naen = a_coordinator(house)
    naen.says("จัดเวที").taps("น้ำท่วม")
    draft = naen.button("ยกเลิก")["data"].rsplit("/", 1)[0]
    naen.taps_old({"type": "postback", "data": f"{draft}/{data}"})
    assert naen.heard
    assert "talk.old_button" not in [message["key"] for message in naen.heard]


@pytest.mark.parametrize("hall", ["🏫🏫🏫", "123", "...", "ก"])
def test_a_hall_nobody_could_find(house: House, hall: str) -> None:
    at_the_hall(house).says(hall).hears("forum.hall_again").says("หอประชุม อบต.ท่าเสียว").hears("plan.sure")


def test_an_unknown_topic_is_chosen_from_the_list(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("จัดเวที").says("กขคง").hears("plan.topic_again").says("ภัยแล้ง").hears("when.day")


def test_a_trouble_told_meanwhile_is_a_report(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("จัดเวที").taps("น้ำท่วม").says("ไฟดับทั้งหมู่บ้านตั้งแต่เมื่อคืน ของในตู้เย็นเสียหมด")
    assert naen.heard[0]["key"] in ("report.sure", "report.place", "consent.ask")


def test_leaving_changes_nothing(house: House) -> None:
    a_villager(house)
    at_the_hall(house).says("ศาลาวัดโนน").says("ยกเลิก").hears("talk.stopped")
    with house.db() as db:
        assert forums.upcoming(db) == []


def test_a_day_that_has_come_too_near_while_she_thought(house: House) -> None:
    naen = at_the_hall(house, "พุธนี้ 9 โมง").says("ศาลาวัดโนน")
    button = naen.button("ยืนยัน")
    house.time.stands_at("2026-08-04T10:00")
    naen.taps_old(button).hears("when.too_soon").says("ศุกร์นี้ 9 โมง").hears("plan.sure").taps("ยืนยัน").hears(
        "plan.done"
    )


def test_who_lost_the_right_meanwhile_plans_nothing(house: House) -> None:
    naen = at_the_hall(house).says("ศาลาวัดโนน")
    with house.db() as db:
        roles.revoke(db, roles.coordinators_of(db, "northeast")[0], "coordinator", "northeast")
    naen.taps("ยืนยัน").hears("work.not_yours")
    with house.db() as db:
        assert forums.upcoming(db) == []


def test_confirming_twice_plans_once(house: House) -> None:
    naen = at_the_hall(house).says("ศาลาวัดโนน")
    button = naen.button("ยืนยัน")
    naen.taps_old(button).hears("plan.done").taps_old(button).hears("talk.old_button")
    with house.db() as db:
        assert len(forums.upcoming(db)) == 1


def test_two_coordinators_plan_the_same_at_once(house: House) -> None:
    with house.db() as db:
        roles.grant(db, THONGSUK, "coordinator", "northeast")
    naen, other = at_the_hall(house).says("ศาลาวัดโนน"), Talk(house, THONGSUK)
    other.says("จัดเวที").taps("น้ำท่วม").says("พฤหัสนี้ 13 น.").says("ศาลาวัดบ้านใต้").hears("plan.sure")
    naen.taps("ยืนยัน").hears("plan.done")
    other.taps("ยืนยัน").hears("plan.twin").taps("แก้วันเวลา").says("ศุกร์นี้ 13 น.").hears("plan.sure")
    other.taps("ยืนยัน").hears("plan.done")
    with house.db() as db:
        numbers = [forum.number for forum in forums.upcoming(db)]
    assert numbers == ["northeast-2569-08-s1", "northeast-2569-08-s2"]


@pytest.mark.parametrize(("limit", "read"), [(None, "ไม่จำกัด"), (0, "ขาดไป 1"), (5, "เหลือ 5")])
def test_the_price_is_said_before_it_goes(house: House, limit: int | None, read: str) -> None:
    a_villager(house)
    house.line.world.quota.limit = limit
    at_the_hall(house).says("ศาลาวัดโนน").hears("plan.sure").reads(read)


def test_before_line_was_asked_the_price_is_not_known(house: House) -> None:
    with house.db() as db:
        assert price.of(db, 3) == ["unknown", 0]


def test_an_officer_chooses_the_region(house: House) -> None:
    near, far = a_villager(house), a_villager(house, 0xB3, home="900101", name="ฟาติมะฮ์")
    with house.db() as db:
        roles.grant(db, THONGSUK, "officer", roles.NATIONAL)
    officer = Talk(house, THONGSUK)
    officer.says("จัดเวที").hears("forum.which_region").taps("ภาคอีสาน").taps("น้ำท่วม").says("พุธนี้ 9 โมง")
    officer.says("ศาลากลาง").hears("plan.sure").taps("แก้ภาค").taps("ภาคใต้").hears("plan.sure").taps("ยืนยัน")
    officer.hears("plan.done").reads("ภาคใต้")
    assert house.keys_to(near.person) == []
    assert house.keys_to(far.person) == ["forum.invitation"]


def test_it_is_moved_and_those_who_come_are_told_once(house: House) -> None:
    comes, silent = a_villager(house), a_villager(house, 0xB4, name="คำ")
    naen = planned(house)
    comes.taps("ไป")
    naen.says("เลื่อนเวที").hears("move.what").taps("ทั้งสองอย่าง").says("ศุกร์นี้ บ่ายโมง").says("หอประชุมอำเภอ")
    naen.hears("move.sure").reads(
        "เดิม พฤหัสบดี 6 ส.ค. 2569", "ศุกร์ 7 ส.ค. 2569", "13.00 น.", "หอประชุมอำเภอ", "1 คน"
    )
    assert "forum.moved" not in house.keys_to(comes.person)
    naen.taps("ยืนยัน").hears("move.done").reads("ศุกร์ 7 ส.ค. 2569")
    house.ring()
    assert house.keys_to(comes.person).count("forum.moved") == 1
    assert house.keys_to(silent.person) == ["forum.invitation"]
    silent.taps("ไป").reads("ศุกร์ 7 ส.ค. 2569", "13.00 น.", "หอประชุมอำเภอ")


def test_moved_twice_it_is_told_twice_and_the_reminder_names_the_last(house: House) -> None:
    comes, naen = a_villager(house), planned(house)
    comes.taps("ไป")
    for day, seen in (("ศุกร์นี้ 9 โมง", "ศุกร์ 7"), ("เสาร์นี้ 9 โมง", "เสาร์ 8")):
        naen.says("เลื่อนเวที").taps("วันเวลา").says(day).hears("move.sure").taps("ยืนยัน").reads(seen)
    assert house.keys_to(comes.person).count("forum.moved") == 2
    for moment in ("2026-08-05T17:00", "2026-08-06T17:00", "2026-08-07T17:00"):
        house.time.stands_at(moment)
        house.ring()
    reminders = [
        message["values"]["at"] for to, message in house.said if message["key"] == "forum.reminder_day_before"
    ]
    assert reminders == ["2026-08-08T02:00:00+00:00"]


def test_only_the_place_moves(house: House) -> None:
    naen = planned(house)
    naen.says("เลื่อนเวที").taps("สถานที่").hears("forum.ask_place").says("🙂").hears("forum.hall_again")
    naen.says("หอประชุมอำเภอ").hears("move.sure").reads("พฤหัสบดี 6 ส.ค. 2569").taps("ยืนยัน").hears("move.done")
    assert situation(house).place == "หอประชุมอำเภอ"


def test_a_move_that_changes_nothing(house: House) -> None:
    naen = planned(house)
    naen.says("เลื่อนเวที").taps("วันเวลา").says("พฤหัสนี้ 9 โมง").hears("move.same").sees("แก้วันเวลา", "ยกเลิก")
    naen.says("ยืนยัน").hears("move.same")
    assert situation(house).revision == 0


def test_somebody_else_was_quicker(house: House) -> None:
    with house.db() as db:
        roles.grant(db, THONGSUK, "coordinator", "northeast")
    naen, other = planned(house), Talk(house, THONGSUK)
    for talk, day in ((naen, "ศุกร์นี้ 9 โมง"), (other, "เสาร์นี้ 9 โมง")):
        talk.says("เลื่อนเวที").taps("วันเวลา").says(day).hears("move.sure")
    other.taps("ยืนยัน").hears("move.done")
    naen.taps("ยืนยัน").hears("move.meanwhile").reads("เสาร์ 8 ส.ค. 2569").taps("เลื่อนเวที").hears("move.what")
    assert situation(house).revision == 1


def test_a_move_after_it_began_or_was_called_off(house: House) -> None:
    naen = planned(house).says("เลื่อนเวที").taps("วันเวลา").says("ศุกร์นี้ 9 โมง").hears("move.sure")
    button = naen.button("ยืนยัน")
    house.time.stands_at("2026-08-06T09:05")
    naen.taps_old(button).hears("rsvp.past")
    naen.says("เลื่อนเวที").hears("move.none").sees("จัดเวที")
    other = (
        planned(house, "เสาร์นี้ 9 โมง").says("เลื่อนเวที").taps("วันเวลา").says("9 ส.ค. 9 โมง").hears("move.sure")
    )
    with house.db() as db:
        forum = db.get(Forum, situation(house).id)
        assert forum is not None
        invitations.cancel(db, forum)
    other.taps("ยืนยัน").hears("rsvp.cancelled")


def test_a_situation_moves_within_its_week_and_a_monthly_forum_further(house: House) -> None:
    planned_forums(house)
    naen = planned(house)
    naen.says("งานเวที").taps("เลื่อนเวที").hears("move.which")
    naen.reads("พฤหัสบดี 6 ส.ค. 2569", "พฤหัสบดี 20 ส.ค. 2569")
    naen.taps("พฤ. 6 ส.ค.").taps("วันเวลา").says("25 ส.ค. 9 โมง").hears("when.too_late")
    naen.says("งานเวที").taps("เลื่อนเวที").taps("พฤ. 20 ส.ค.").taps("วันเวลา").says("25 ส.ค. 9 โมง").hears(
        "move.sure"
    )
    naen.taps("แก้วันเวลา").says("25 ธ.ค. 9 โมง").hears("when.too_late").says("วันนี้ 9 โมง 5 นาที").hears(
        "when.too_soon"
    )


def test_it_is_called_off_with_a_reason_told_once(house: House) -> None:
    comes, silent = a_villager(house), a_villager(house, 0xB4, name="คำ")
    naen = planned(house)
    comes.taps("ไป")
    naen.says("ยกเลิกเวที").hears("call_off.because").says("😀").hears("call_off.because_again")
    naen.says("น้ำท่วมทางเข้าวัด รถเข้าไม่ได้").hears("call_off.sure").reads("น้ำท่วมทางเข้าวัด", "แจ้งคนที่จะมา 1 คน")
    naen.taps("แก้เหตุผล").says("สะพานขาด").hears("call_off.sure").taps("ยืนยัน").hears("call_off.done")
    house.ring()
    assert house.keys_to(comes.person).count("forum.cancelled") == 1
    assert "forum.cancelled" not in house.keys_to(silent.person)
    silent.taps("ไป").hears("rsvp.cancelled", "forum.invitation").reads("สะพานขาด")
    naen.says("ยกเลิกเวที").hears("call_off.which").reads("20 ส.ค. 2569")


def test_it_is_not_called_off_after_all(house: House) -> None:
    naen = planned(house)
    naen.says("ยกเลิกเวที").says("ฝนตกหนัก").taps("ไม่ยกเลิกแล้ว").hears("talk.stopped")
    assert situation(house).state == "invited"


def test_who_was_not_told_yet_is_invited_to_the_new_day(house: House) -> None:
    """LINE takes no more for a while: what waits is worded anew, and nothing old goes out."""
    villager = a_villager(house)
    naen = a_coordinator(house)
    naen.says("จัดเวที").taps("น้ำท่วม").says("พฤหัสนี้ 9 โมง").says("ศาลาวัดโนน")
    house.line.world.quota.limit = 0
    naen.taps("ยืนยัน").says("เลื่อนเวที").taps("วันเวลา").says("ศุกร์นี้ 9 โมง").taps("ยืนยัน").hears("move.done")
    house.line.world.quota.limit = None
    house.time.goes(minutes=2)
    house.send()
    arrived = [str(message) for message in house.line.heard_by(villager.person)]
    assert len(arrived) == 1
    assert "ศุกร์ 7 ส.ค. 2569" in arrived[0]


def test_who_was_not_told_yet_hears_nothing_of_what_was_called_off(house: House) -> None:
    villager = a_villager(house)
    naen = at_the_hall(house).says("ศาลาวัดโนน")
    house.line.world.quota.limit = 0
    naen.taps("ยืนยัน").says("ยกเลิกเวที").says("ฝนตกหนัก").taps("ยืนยัน").hears("call_off.done")
    house.line.world.quota.limit = None
    house.time.goes(minutes=2)
    house.send()
    assert house.line.heard_by(villager.person) == []
    with house.db() as db:
        states = db.scalars(select(Parcel.state).where(Parcel.idempotency_key.startswith("invite/"))).all()
    assert states == ["expired"]


def test_the_work_menu_leads_there(house: House) -> None:
    planned_forums(house)
    naen = a_coordinator(house)
    naen.says("งานของฉัน").taps("งานเวที").hears("forum.menu").reads("พฤหัสบดี 20 ส.ค. 2569")
    naen.taps("เลื่อนเวที").hears("move.which").says("ยกเลิก").says("งานเวที").taps("จัดเวที").hears("plan.topic")


def test_somebody_elses_form_cannot_be_tapped(house: House) -> None:
    naen = at_the_hall(house).says("ศาลาวัดโนน")
    button = naen.button("ยืนยัน")
    a_villager(house).taps_old(button).hears("talk.old_button")
    south = a_coordinator_of_the_south(house)
    south.taps_old(button).hears("talk.old_button")
    with house.db() as db:
        assert forums.upcoming(db) == []


def a_coordinator_of_the_south(house: House) -> Talk:
    with house.db() as db:
        roles.grant(db, FATIMAH, "coordinator", "south")
    return Talk(house, FATIMAH)


def test_a_coordinator_of_another_region_changes_nothing_here(house: House) -> None:
    planned(house)
    forum, south = situation(house), a_coordinator_of_the_south(house)
    south.says("เลื่อนเวที").hears("move.none").says("ยกเลิกเวที").hears("call_off.none")
    for verb in ("move", "call_off", "details", "hall", "online_url", "online_url/clear", "comers"):
        south.taps_old({"type": "postback", "data": f"forum_of/{forum.id}/{verb}"}).hears("talk.old_button")
