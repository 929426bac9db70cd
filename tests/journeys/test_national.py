"""The national Forum: who is invited by role or by wish, and no ordinary villager."""

import pytest

from bot.simulator import FATIMAH, SOMCHAI, THONGSUK
from models import people, roles
from tests.house import House
from tests.makers import a_coordinator, a_leader, a_stranger, a_villager, planned_forums, the_forum
from tests.talk import Talk

INVITING = "2026-08-14T09:00"  # fourteen days before ศุกร์ 28 ส.ค. 2569


def with_role(house: House, line_id: str, role: str, scope: str = roles.NATIONAL) -> Talk:
    with house.db() as db:
        roles.grant(db, line_id, role, scope)
    return Talk(house, line_id)


def national_keys(house: House, line_id: str) -> list[str]:
    return [
        message["key"]
        for to, message in house.said
        if to == line_id and message["values"].get("region") == "national"
    ]


def inviting(house: House) -> None:
    planned_forums(house)
    house.time.stands_at(INVITING)
    house.ring()


def test_it_is_eight_days_after_the_third_thursday_and_invites_those_it_is_for(house: House) -> None:
    villager, leader = a_villager(house), a_leader(house)
    naen, academic = a_coordinator(house), with_role(house, THONGSUK, "academic")
    inviting(house)
    forum = the_forum(house, "national")
    assert (forum.number, forum.kind) == ("national-2569-08", "monthly")
    academic.hears("forum.invitation").reads("ส่วนกลาง", "ศุกร์ 28 ส.ค. 2569", "09.00 น.").sees(
        "ไป", "ไม่สะดวก ฝากเรื่อง"
    )
    assert national_keys(house, naen.person) == ["forum.invitation"]
    assert national_keys(house, villager.person) == national_keys(house, leader.person) == []
    academic.taps("ไป").reads("ศุกร์ 28 ส.ค. 2569", "09.00 น.")
    house.ring()
    assert national_keys(house, academic.person).count("forum.invitation") == 1


def test_those_who_come_are_reminded(house: House) -> None:
    academic = with_role(house, THONGSUK, "academic")
    with house.db() as db:
        people.agree(people.known_by(db, THONGSUK))
    inviting(house)
    academic.taps("ไป")
    house.time.stands_at("2026-08-27T17:00")
    house.ring()
    assert national_keys(house, academic.person)[-1] == "forum.reminder_day_before"


def test_a_deputy_is_invited_in_the_holders_place(house: House) -> None:
    naen, deputy = a_coordinator(house), a_villager(house, 0xB4, name="คำ")
    naen.says("ฝากงาน").says("ถึง 20 ส.ค.")
    code = str(naen.heard[0]["values"]["code"])
    deputy.says(code)
    inviting(house)
    assert national_keys(house, deputy.person) == ["forum.invitation"]
    assert national_keys(house, naen.person) == []


def test_somebody_follows_it_and_is_invited_until_she_does_not(house: House) -> None:
    planned_forums(house)
    villager = a_villager(house)
    villager.says("เวทีส่วนกลาง").hears("forum.date").reads("ศุกร์ 28 ส.ค. 2569").sees("ติดตามเวทีส่วนกลาง")
    villager.taps("ติดตามเวทีส่วนกลาง").hears("national.followed").sees("เลิกติดตาม")
    house.time.stands_at(INVITING)
    house.ring()
    assert national_keys(house, villager.person)[-1] == "forum.invitation"
    villager.says("เวทีส่วนกลาง").hears("forum.invitation", "national.following")
    villager.taps("เลิกติดตาม").hears("national.unfollowed").says("เวทีส่วนกลาง").hears("forum.date")
    house.time.stands_at("2026-09-11T09:00")
    house.ring()
    assert national_keys(house, villager.person)[-1] == "forum.date"


def test_who_follows_late_is_invited_at_once_and_only_once(house: House) -> None:
    villager = a_villager(house)
    inviting(house)
    villager.says("ติดตามเวทีส่วนกลาง").hears("national.followed", "forum.invitation").taps("ไป")
    villager.says("เลิกติดตามเวทีส่วนกลาง").says("ติดตามเวทีส่วนกลาง").hears("national.followed")


def test_an_old_button_is_no_way_in_for_whom_it_is_not(house: House) -> None:
    villager = a_villager(house)
    inviting(house)
    villager.says("ติดตามเวทีส่วนกลาง")
    going = villager.button("ไป")
    villager.says("เลิกติดตาม").taps_old(going).hears("forum.date").sees("ติดตามเวทีส่วนกลาง")


def test_somebody_invited_to_both_sees_both_shortly(house: House) -> None:
    planned_forums(house)
    villager = a_villager(house)
    villager.says("ติดตามเวทีส่วนกลาง").says("เวทีครั้งหน้า").hears("forum.several")
    villager.reads("ภาคอีสาน พฤหัสบดี 20 ส.ค. 2569", "ส่วนกลาง ศุกร์ 28 ส.ค. 2569").taps("ศ. 28 ส.ค.")
    villager.hears("forum.invitation").reads("ส่วนกลาง").taps("ไป")
    villager.says("เวทีครั้งหน้า").taps("ศ. 28 ส.ค.").hears("rsvp.mine_going").sees("เปลี่ยนคำตอบ")


@pytest.mark.parametrize("said", ["เลิกรับข่าว", "เลิกติดตาม"])
def test_who_wants_none_of_it_is_not_invited_whatever_her_role(house: House, said: str) -> None:
    academic = with_role(house, THONGSUK, "academic")
    academic.says(said)
    inviting(house)
    assert national_keys(house, academic.person) == []


def test_who_said_no_to_keeping_is_not_invited(house: House) -> None:
    academic = with_role(house, THONGSUK, "academic")
    academic.follows().taps("ยังไม่ตกลง")
    inviting(house)
    assert national_keys(house, academic.person) == []


def test_news_again_is_an_invitation_again(house: House) -> None:
    academic = with_role(house, THONGSUK, "academic")
    with house.db() as db:
        people.agree(people.known_by(db, THONGSUK))
    academic.says("เลิกรับข่าว").taps("รับข่าวเหมือนเดิม")
    inviting(house)
    assert national_keys(house, academic.person) == ["forum.invitation"]


def test_a_stranger_sees_its_date_and_is_asked_before_following(house: House) -> None:
    planned_forums(house)
    talk = a_stranger(house)
    talk.says("เวทีครั้งหน้า").hears("forum.which_region").taps("ส่วนกลาง").hears("forum.date")
    talk.taps("ติดตามเวทีส่วนกลาง").hears("consent.ask")


def test_without_a_date_it_can_be_followed_all_the_same(house: House) -> None:
    a_villager(house).says("เวทีส่วนกลาง").hears("forum.none").reads("ส่วนกลาง").taps("ติดตามเวทีส่วนกลาง").hears(
        "national.followed"
    )


def test_the_officers_are_asked_for_its_place(house: House) -> None:
    planned_forums(house, hall=None)
    officer, naen = with_role(house, FATIMAH, "officer"), a_coordinator(house)
    house.time.stands_at("2026-08-07T09:00")
    house.ring()
    regions = [message["values"]["region"] for _, message in house.said if message["key"] == "duty.place"]
    assert sorted(regions).count("national") == 1
    assert house.keys_to(officer.person).count("duty.place") == 5  # of four regions, too, that have nobody
    assert house.keys_to(naen.person) == ["duty.place"]


def test_an_academic_joins_by_code_after_the_sending(house: House) -> None:
    from models import codes

    inviting(house)
    with house.db() as db:
        code = codes.make(db, "academic", roles.NATIONAL).code
    villager = a_villager(house, 0xB4, name="คำ")
    villager.says(code).hears("joining.guest", "forum.invitation", "forum.invitation").reads(
        "นักวิชาการ", "ส่วนกลาง"
    )


def delegate_code(talk: Talk) -> str:
    return str(next(m["values"]["code"] for m in talk.heard if m["key"] == "delegate.code"))


def test_a_region_names_two_delegates_and_a_third_replaces_one(house: House) -> None:
    planned_forums(house)
    naen = a_coordinator(house)
    first, second, third = (
        a_villager(house, 0xB1 + n, name=name) for n, name in enumerate(("บุญมา", "คำ", "ศรี"))
    )
    for talk in (first, second):
        naen.says("งานของฉัน").taps("ตั้งผู้แทน").hears("delegate.code").reads("รหัสผู้แทนภาคอีสาน")
        talk.says(delegate_code(naen)).hears("joining.guest").reads("ผู้แทนภาค", "ภาคอีสาน")
    naen.says("ตั้งผู้แทน").hears("delegate.replaces").reads("1. บุญมา", "2. คำ").taps("1").hears("delegate.code")
    naen.reads("ผู้แทนตอนนี้: 1. คำ")
    third.says(delegate_code(naen)).hears("joining.guest")
    assert house.keys_to(first.person)[-1] == "duty.delegate_ended"
    house.time.stands_at(INVITING)
    house.ring()
    assert national_keys(house, second.person) == national_keys(house, third.person) == ["forum.invitation"]
    assert national_keys(house, first.person) == []


def test_a_code_given_before_two_came_finds_no_seat(house: House) -> None:
    naen = a_coordinator(house)
    codes = [delegate_code(naen.says("ตั้งผู้แทน")) for _ in range(3)]
    for number, code in enumerate(codes[:2]):
        a_villager(house, 0xB1 + number, name="คำ").says(code).hears("joining.guest")
    late = a_villager(house, 0xB6, name="ศรี")
    late.says(codes[2]).hears("joining.delegates_full").reads("ครบ 2 คน")
    late.says("งานของฉัน").hears("work.not_yours")


def test_a_delegate_who_types_another_code_stays_one(house: House) -> None:
    naen, talk = a_coordinator(house), a_villager(house)
    talk.says(delegate_code(naen.says("ตั้งผู้แทน")))
    talk.says(delegate_code(naen.says("ตั้งผู้แทน"))).hears("joining.guest")
    with house.db() as db:
        assert len(roles.held_over(db, "delegate", "northeast")) == 1


def test_a_coordinator_of_two_regions_says_which(house: House) -> None:
    naen = a_coordinator(house)
    a_coordinator(house, "south")
    naen.says("ตั้งผู้แทน").hears("forum.which_region").taps("ภาคใต้").hears("delegate.code").reads("ภาคใต้")


@pytest.mark.parametrize("role", ["officer", "leader", "partner"])
def test_nobody_else_names_delegates(house: House, role: str) -> None:
    scope = "400701" if role == "leader" else roles.NATIONAL
    with_role(house, SOMCHAI, role, scope).says("ตั้งผู้แทน").hears("work.not_yours")
