"""Who answers for what: a code brings somebody in, a deputy stands in, the next level up receives."""

import re

import pytest
from sqlalchemy import select

from bot.simulator import FATIMAH, NAEN, SOMCHAI, THONGSUK
from models import codes, people, roles
from models.codes import Code
from models.post.menus import owe as owe_menu
from tests.house import House
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_stranger, a_villager
from tests.talk import Talk


def a_code(house: House, role: str = "leader", scope: str = NAM_PHONG) -> str:
    with house.db() as db:
        return codes.make(db, role, scope).code


def code_told(talk: Talk) -> str:
    found = [re.search(r"\d{6}", str(message["values"].get("code", ""))) for message in talk.heard]
    return next(one[0] for one in found if one)


def test_a_coordinator_gives_a_code_and_a_leader_takes_it(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("งานของฉัน").hears("work.menu").sees("ออกรหัส", "ฝากงาน").taps("ออกรหัส").hears("giving.role")
    naen.taps("ผู้ประสานงานตำบล").hears("giving.where_tambon").taps("จ.ขอนแก่น").hears("place.district")
    naen.taps("อ.น้ำพอง").taps("ต.น้ำพอง").hears("giving.code", role="leader", scope=NAM_PHONG)
    naen.reads("ผู้ประสานงานตำบล", "ต.น้ำพอง", "ใช้ได้ครั้งเดียว")
    somchai = Talk(house, SOMCHAI)
    somchai.says(code_told(naen)).hears("joining.welcome", "consent.ask").reads("คุณเป็นผู้ประสานงานตำบล")
    somchai.taps("ตกลง ให้เก็บได้")
    with house.db() as db:
        assert [one.line_id for one in roles.on_duty(db, NAM_PHONG)] == [SOMCHAI]


def test_a_typed_place_gives_the_code_for_it(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("ออกรหัส").taps("ผู้ประสานงานจังหวัด").says("ขอนแก่น").hears("giving.code", scope="40")


def test_a_code_leads_nowhere_outside_ones_own_scope(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("ออกรหัส").taps("ผู้ประสานงานจังหวัด").says("เชียงใหม่").hears("giving.not_there")
    naen.says("นครพนม").hears("giving.code", scope="48")


def test_a_code_is_good_once_and_for_a_day(house: House) -> None:
    code = a_code(house)
    a_villager(house, 0xB1).says(code).hears("joining.welcome", "joining.phone")
    a_villager(house, 0xB4, name="คำ").says(code).hears("joining.no_such")
    late = a_code(house)
    house.time.goes(hours=25)
    a_villager(house, 0xB4).says(late).hears("joining.no_such")


@pytest.mark.parametrize("typed", ["{0}", "รหัส {0}", "{1} {2}", "{1}-{2}"])
def test_a_code_is_understood_however_it_is_typed(house: House, typed: str) -> None:
    code = a_code(house)
    talk = a_villager(house)
    talk.says(typed.format(code, code[:3], code[3:])).hears("joining.welcome", "joining.phone")


def test_guessing_codes_ends_after_five(house: House) -> None:
    code, talk = a_code(house), a_villager(house)
    for guess in range(5):
        talk.says(f"{(int(code) + guess + 1) % 10**6:06d}").hears("joining.no_such")
    talk.says(code).hears("joining.too_many")
    house.time.goes(minutes=61)
    talk.says(code).hears("joining.welcome", "joining.phone")


def test_six_figures_while_something_is_asked_are_its_answer(house: House) -> None:
    talk = a_villager(house)
    talk.says("แจ้งเรื่อง").says("123456")
    assert "joining.no_such" not in [message["key"] for message in talk.heard]


def test_the_telephone_of_whoever_answers_is_one_tap_away_in_danger(house: House) -> None:
    leader = a_leader(house)
    leader.says(a_code(house, "leader", "400702")).taps("ตกลง ให้เก็บได้")
    leader.says("เบอร์ของฉัน").hears("joining.phone").says("08-1234").hears("joining.phone_again")
    leader.says("081 234 5678").hears("joining.phone_kept", phone="0812345678")
    a_villager(house).says("ช่วยด้วย น้ำท่วมถึงคอ").sees("โทร 1669", "โทรหา สมชาย")


def test_skipping_the_telephone_loses_nothing(house: House) -> None:
    talk = a_villager(house)
    talk.says(a_code(house)).taps("ข้าม").hears("joining.no_phone").taps("งานของฉัน").hears("work.menu")


def test_the_duty_menu_comes_with_the_role_and_leaves_with_it(house: House) -> None:
    menus, talk = house.line.world.menus, a_villager(house)
    talk.says(a_code(house))
    shown = menus.seen_by(talk.person)
    assert shown is not None
    assert shown.told["areas"][0]["action"]["data"] == "open/work"
    with house.db() as db:
        person = people.known_by(db, talk.person)
        assert roles.revoke(db, person, "leader", NAM_PHONG)
        owe_menu(db, person)
    house.send()
    assert talk.person not in menus.of_person


def test_a_deputy_takes_over_for_a_week(house: House) -> None:
    leader, deputy = a_leader(house), a_villager(house, 0xB4, name="คำ")
    leader.says("ฝากงาน").hears("hand_over.until").taps("7 วัน").hears("hand_over.code")
    deputy.says(code_told(leader)).hears("joining.stands_in", "joining.phone", name="สมชาย")
    assert house.keys_to(SOMCHAI)[-1] == "duty.deputy_joined"
    a_villager(house, 0xB1).says("ช่วยด้วย น้ำท่วมถึงคอ").reads("คำ (ผู้ประสานงานตำบล)")
    assert house.keys_to(deputy.person)[-1] == "duty.danger"
    assert "duty.danger" not in house.keys_to(SOMCHAI)
    house.time.goes(days=8)
    house.ring()
    assert house.keys_to(SOMCHAI)[-1] == "duty.deputy_over"
    assert house.keys_to(deputy.person)[-1] == "duty.deputy_ended"
    a_villager(house, 0xB5, name="ศรี").says("ช่วยด้วย ไฟไหม้บ้าน").reads("สมชาย")


def test_whoever_comes_back_early_takes_the_work_back(house: House) -> None:
    leader, deputy = a_leader(house), a_villager(house, 0xB4, name="คำ")
    leader.says("ฝากงาน").says("ถึง 20 ส.ค.").hears("hand_over.code")
    deputy.says(code_told(leader))
    back = leader.button("กลับมาทำเอง")
    leader.taps("กลับมาทำเอง").hears("hand_over.taken_back")
    assert house.keys_to(deputy.person)[-1] == "duty.deputy_ended"
    leader.taps_old(back).hears("talk.old_button")
    deputy.says("งานของฉัน").hears("work.not_yours")


@pytest.mark.parametrize("said", ["เมื่อวาน", "ปีหน้า", "ไม่รู้เหมือนกัน"])
def test_a_day_that_cannot_be_is_asked_again(house: House, said: str) -> None:
    a_leader(house).says("ฝากงาน").says(said).hears("hand_over.until_again").sees("7 วัน", "ยกเลิก")


def test_ones_own_code_for_a_deputy_changes_nothing(house: House) -> None:
    leader = a_leader(house)
    leader.says("ฝากงาน").taps("3 วัน").says(code_told(leader)).hears("joining.own_code")


@pytest.mark.parametrize("said", ["งานของฉัน", "ออกรหัส", "ฝากงาน", "เบอร์ของฉัน"])
def test_a_villager_is_told_kindly_what_is_for_others(house: House, said: str) -> None:
    a_villager(house).says(said).hears("work.not_yours").sees("แจ้งเรื่อง")


def test_a_leader_gives_no_codes(house: House) -> None:
    talk = a_leader(house)
    talk.says("งานของฉัน").hears("work.menu")
    assert "ออกรหัส" not in talk.labels
    talk.says("ออกรหัส").hears("work.not_yours")


def test_a_button_of_another_person_opens_nothing(house: House) -> None:
    naen, villager = a_coordinator(house), a_villager(house)
    naen.says("ออกรหัส")
    villager.taps_old(naen.button("ผู้ประสานงานตำบล")).hears("talk.old_button")
    with house.db() as db:
        assert db.scalars(select(Code)).all() == []


def test_where_nobody_answers_the_next_level_up_does(house: House) -> None:
    with house.db() as db:
        for person, role, scope in (
            (SOMCHAI, "leader", NAM_PHONG),
            (THONGSUK, "province", "40"),
            (NAEN, "coordinator", "northeast"),
            (FATIMAH, "officer", roles.NATIONAL),
        ):
            roles.grant(db, person, role, scope)
        asked = (NAM_PHONG, "400702", "410101", "900101", None)
        answers = [[one.line_id for one in roles.on_duty(db, place)] for place in asked]
    assert answers == [[SOMCHAI], [THONGSUK], [NAEN], [FATIMAH], [FATIMAH]]


def test_who_cannot_be_reached_is_passed_over(house: House) -> None:
    leader = a_leader(house)
    a_coordinator(house)
    leader.blocks()
    with house.db() as db:
        assert [one.line_id for one in roles.on_duty(db, NAM_PHONG)] == [NAEN]


def test_whoever_said_no_to_keeping_takes_no_role(house: House) -> None:
    talk = a_stranger(house)
    talk.follows().taps("ยังไม่ตกลง").says(a_code(house)).hears("consent.needed")
