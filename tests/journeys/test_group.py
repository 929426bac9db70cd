"""In a group the bot greets once, learns its area, and answers only when it is called by name."""

from typing import Any
from urllib.parse import unquote

import pytest
from sqlalchemy import func, select

from bot.simulator import BOONMA, SOMCHAI, THONGSUK, VILLAGE, Person, an_id
from bot.words import say
from models import codes, groups, people, roles
from models.forums import invitations
from models.groups import Group
from models.people import Person as Known
from models.post.inbox import Event
from tests.house import House
from tests.journeys.group_walks import a_tied_group, in_group, joins, several_tied_groups, taps
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_stranger, a_villager, planned_forums, the_forum


def keys(house: House) -> list[str]:
    return house.keys_to(VILLAGE)


def read_there(house: House) -> str:
    said = [message for to, message in house.said if to == VILLAGE]
    return say(said[-1]["key"], "th", said[-1]["values"])


def the_group(house: House) -> Group:
    with house.db() as db:
        return groups.known_by(db, VILLAGE)


# Its area


def test_a_group_is_greeted_once_and_says_where_it_is_by_buttons(house: House) -> None:
    joins(house)
    assert keys(house) == ["group.hello"]
    for label in ("อีสาน", "ขอนแก่น", "น้ำพอง"):
        taps(house, label)
    assert keys(house)[1:] == ["place.province", "place.district", "place.tambon"]
    taps(house, "บัวเงิน")
    assert keys(house)[-1] == "group.tied"
    assert "ต.บัวเงิน" in read_there(house)
    assert (the_group(house).place, the_group(house).tied_by) == ("400708", None)
    house.line.leaves_group(VILLAGE)
    joins(house)
    assert keys(house)[-1] == "group.hello_again"


def test_a_whole_district_or_province_is_an_area_too(house: House) -> None:
    joins(house)
    for label in ("กรุงเทพฯ ปริมณฑล", "เลือกที่อื่น", "ใต้", "กระบี่", "ทั้งจังหวัด"):
        taps(house, label)
    assert the_group(house).place == "81"
    in_group(house, "ฟอรัม พื้นที่")
    assert "จ.กระบี่" in read_there(house)
    for label in ("อีสาน", "ขอนแก่น", "น้ำพอง", "ทั้งอำเภอ"):
        taps(house, label)
    assert the_group(house).place == "4007"


def test_of_eighty_who_tap_the_same_one_is_answered(house: House) -> None:
    joins(house)
    first = house.line.buttons_for(BOONMA, VILLAGE)[1].action
    for _ in range(80):
        house.line.taps(BOONMA, first, VILLAGE)
    house.settle()
    assert keys(house) == ["group.hello", "place.province"]


def test_single_taps_of_people_are_not_answered(house: House) -> None:
    a_tied_group(house)
    said = len(keys(house))
    for data in (
        "rsvp/1/going",
        "open/report",
        "group/at/81",
        "group/in/40/0",
        "danger/1/trapped/1-2",
        "",
        "group",
    ):
        house.line.taps(BOONMA, {"type": "postback", "data": data or "/"}, VILLAGE)
    house.settle()
    assert len(keys(house)) == said
    assert the_group(house).place == NAM_PHONG


@pytest.mark.parametrize(
    "data", ["group/in/99/0", "group/in/xx/0", "group/area/99/0", "group/area/x/y", "group/at/4"]
)
def test_garbage_in_a_button(house: House, data: str) -> None:
    joins(house)
    house.line.taps(BOONMA, {"type": "postback", "data": data}, VILLAGE)
    house.settle()
    assert keys(house) == ["group.hello"]


def test_a_group_that_was_joined_while_we_slept_is_met_at_its_first_word(house: House) -> None:
    in_group(house, "ฟอรัม วิธีใช้")
    assert keys(house) == ["group.help", "group.hello"]
    in_group(house, "ฟอรัม วิธีใช้")
    assert keys(house)[2:] == ["group.help"]


# Six figures


def test_a_leader_ties_a_group_by_six_figures(house: House) -> None:
    leader = a_leader(house)
    leader.says("งานของฉัน").taps("ผูกกลุ่มไลน์").hears("tying.code", scope=NAM_PHONG)
    figures = leader.heard[-1]["values"]["code"]
    a_stranger(house).says(figures).hears("joining.for_a_group")
    joins(house)
    in_group(house, f"ฟอรัม ผูก {figures}", SOMCHAI)
    assert keys(house)[-1] == "group.tied_by"
    assert "ผู้ดูแล: สมชาย" in read_there(house)
    in_group(house, f"ฟอรัม ผูก {figures}", SOMCHAI)
    assert keys(house)[-1] == "joining.no_such"


def test_what_a_code_tied_only_its_keeper_or_another_code_changes(house: House) -> None:
    a_tied_group(house, by_code=True)
    in_group(house, "ฟอรัม พื้นที่", BOONMA)
    assert keys(house)[-1] == "group.tied_by_code"
    in_group(house, "ฟอรัม พื้นที่", SOMCHAI)
    assert keys(house)[-1] == "group.area"


def test_a_coordinator_picks_a_tambon_of_her_own_region(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("ผูกกลุ่ม").hears("tying.where").says("ต.กะทู้ ภูเก็ต").hears("giving.not_there")
    naen.says("ต.น้ำพอง อ.น้ำพอง ขอนแก่น").hears("tying.code", scope=NAM_PHONG).says("ผูกกลุ่ม").says("ยกเลิก")


def test_a_persons_code_is_void_once_a_group_has_read_it(house: House) -> None:
    with house.db() as db:
        figures = codes.make(db, "leader", NAM_PHONG).code
    joins(house)
    in_group(house, f"ฟอรัม ผูก {figures}")
    assert keys(house)[-1] == "group.code_for_a_person"
    a_villager(house).says(figures).hears("joining.no_such")
    with house.db() as db:
        assert roles.held_over(db, "leader", NAM_PHONG) == []


def test_codes_are_not_guessed_in_a_group(house: House) -> None:
    joins(house)
    in_group(house, "ฟอรัม ผูก")
    assert keys(house)[-1] == "group.how_to_tie"
    for guess in range(6):
        in_group(house, f"ฟอรัม ผูก 11111{guess}")
    assert keys(house)[-6:] == ["joining.no_such"] * 5 + ["joining.too_many"]
    house.time.goes(hours=2)
    in_group(house, "ฟอรัม ผูก 222222")
    assert keys(house)[-1] == "joining.no_such"


# Words


def test_the_dates_are_those_of_its_area(house: House) -> None:
    planned_forums(house)
    joins(house)
    in_group(house, "ฟอรัม เวทีครั้งหน้า")
    assert len(house.said[-1][1]["values"]["dates"]) == 5
    a_tied_group(house)
    in_group(house, "ฟอรั่ม เวทีครั้งหน้า")
    assert {date["region"] for date in house.said[-1][1]["values"]["dates"]} == {"northeast"}


def test_one_word_invites_the_whole_group_for_nothing(house: House) -> None:
    planned_forums(house)
    a_tied_group(house)
    used = house.line.world.quota.used
    in_group(house, "ฟอรัม ประกาศ", SOMCHAI)
    assert keys(house)[-1] == "group.invitation"
    assert house.line.world.quota.used == used
    going = house.line.buttons_for(BOONMA, VILLAGE)[0].action
    assert unquote(going["uri"]) == f"https://line.me/R/oaMessage/@216ru/?ไปเวที {the_forum(house).id}"
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    assert keys(house).count("group.invitation") == 1, "nobody pays for what was announced"


def test_who_comes_out_of_the_group_answers_in_a_chat_of_her_own(house: House) -> None:
    planned_forums(house)
    number = the_forum(house).id
    neighbour = a_villager(house, 0xB9)
    neighbour.says(f"ไปเวที {number}").hears("rsvp.going", "sheet.sector")
    neighbour.says(f"ไม่ไปเวที {number}").hears("rsvp.not_going", "entrust.what")
    neighbour.says(f"ไปหลายคนเวที {number}").hears("rsvp.how_many").says("4").hears("rsvp.going", people=4)
    neighbour.says("ไปเวที 999").hears("talk.old_button")
    a_stranger(house).says(f"ไปเวที {number}").hears("rsvp.going", "consent.ask")
    refuses = a_villager(house, 0xB4)
    with house.db() as db:
        people.known_by(db, refuses.person).keeping = "no"
    refuses.says(f"ไปเวที {number}").hears("consent.needed")


def test_who_comes_is_counted_when_asked_and_nobody_is_named(house: House) -> None:
    planned_forums(house)
    a_tied_group(house)
    number = the_forum(house).id
    a_villager(house, 0xB4, NAM_PHONG, "จันทร์เพ็ญ").says(f"ไปหลายคนเวที {number}").says("3")
    a_villager(house, 0xB5, "400702", "คำ").says(f"ไปเวที {number}")
    in_group(house, "ฟอรัม ใครไป")
    said = read_there(house)
    assert "ไป 3 คน" in said
    assert f"ยังไม่ตอบ {the_group(house).members - 1} คน" in said  # type: ignore[operator]
    assert "จันทร์เพ็ญ" not in said


@pytest.mark.parametrize("word", ["ประกาศ", "ใครไป", "เวทีครั้งหน้า"])
def test_without_a_date_it_says_so(house: House, word: str) -> None:
    a_tied_group(house)
    in_group(house, f"ฟอรัม {word}")
    assert keys(house)[-1] == "group.no_forum"


@pytest.mark.parametrize("word", ["ประกาศ", "ใครไป"])
def test_without_an_area_it_asks_for_it(house: House, word: str) -> None:
    planned_forums(house)
    joins(house)
    in_group(house, f"ฟอรัม {word}")
    assert keys(house)[-1] == "group.area"


@pytest.mark.parametrize("word", ["แจ้งเรื่อง", "ติดตามเรื่อง", "ถามเจ้าหน้าที่"])
def test_what_belongs_to_one_person_is_spoken_of_in_her_own_chat(house: House, word: str) -> None:
    joins(house)
    in_group(house, f"ฟอรัม {word}")
    assert keys(house)[-1] == "group.tell_us"
    assert house.keys_to(BOONMA) == []


def test_a_mention_is_a_call_too(house: House) -> None:
    joins(house)
    in_group(house, "@เวทีชุมชน ขอวิธีใช้หน่อย")
    assert keys(house)[-1] == "group.help"


def test_what_its_help_says_in_english_is_understood(house: House) -> None:
    planned_forums(house)
    a_tied_group(house)
    for word in ("next", "invite", "who comes", "area", "tie"):
        in_group(house, f"Forum {word}")
    found = ["group.dates", "group.invitation", "group.comers", "group.area", "group.how_to_tie"]
    assert keys(house)[-5:] == found


def test_whoever_calls_us_by_name_in_her_own_chat_is_understood_too(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house, 0xB9)
    talk.says("ฟอรัม").hears("forum.invitation").says("ฟอรัม เวทีครั้งหน้า").hears("forum.invitation")
    talk.says("ฟอรัม วิธีใช้").hears("help.how_to")


# What is kept


def test_a_group_of_two_hundred_stays_quiet_while_eighty_write(house: House) -> None:
    village = house.line.world.groups[VILLAGE]
    for figure in range(210):
        line_id = an_id("U", 0x1000 + figure)
        house.line.world.add_person(Person(line_id, f"คนที่ {figure}"))
        village.members.append(line_id)
    a_tied_group(house)
    said, stored = len(keys(house)), stored_events(house)
    for line_id in village.members[-80:]:
        house.line.says(line_id, "ไปจ้า เวทีนี้ไปกันเยอะๆ นะ", group=VILLAGE)
    house.settle()
    assert (len(keys(house)), stored_events(house)) == (said, stored)
    assert the_group(house).members == 214


def stored_events(house: House) -> int:
    with house.sessions() as db:
        return db.scalar(select(func.count()).select_from(Event)) or 0


def test_what_is_not_addressed_to_the_bot_is_not_even_stored(house: House) -> None:
    house.line.says(BOONMA, "น้ำท่วมบ้านแล้ว ช่วยด้วย", group=VILLAGE)
    house.settle()
    assert (stored_events(house), keys(house)) == (0, [])


def test_somebody_line_does_not_name_becomes_nobody_we_keep(house: House) -> None:
    event: dict[str, Any] = {
        "type": "message",
        "mode": "active",
        "timestamp": 1785722400000,
        "source": {"type": "group", "groupId": VILLAGE},
        "webhookEventId": "01NAMELESS",
        "replyToken": "none",
        "message": {"type": "text", "id": "7", "text": "ฟอรัม"},
    }
    house.line.delivers(event)
    house.settle()
    assert keys(house)[0] == "group.help"
    with house.sessions() as db:
        assert db.scalar(select(func.count()).select_from(Known)) == 0


# Pushes


def test_tied_groups_are_invited_once_and_told_of_changes(house: House) -> None:
    planned_forums(house)
    a_tied_group(house)
    house.time.stands_at("2026-08-06T09:00")
    used = house.line.world.quota.used
    house.ring()
    assert keys(house)[-1] == "group.invitation"
    assert house.line.world.quota.used - used == the_group(house).members
    forum = the_forum(house)
    with house.db() as db:
        invitations.move(db, db.merge(forum), place="ศาลาวัดป่า")
    house.ring()
    with house.db() as db:
        invitations.cancel(db, db.merge(the_forum(house)), "น้ำท่วม")
    house.ring()
    assert keys(house)[-3:] == ["group.invitation", "group.moved", "group.cancelled"]


def test_a_group_of_another_region_and_one_we_left_are_not_told(house: House) -> None:
    planned_forums(house)
    a_tied_group(house, "810101")
    house.time.stands_at("2026-08-06T09:00")
    house.line.leaves_group(VILLAGE)
    house.settle()
    said = len(keys(house))
    house.ring()
    assert len(keys(house)) == said


def test_every_group_of_a_place_is_invited_once(house: House) -> None:
    planned_forums(house)
    villages = several_tied_groups(house)
    house.time.stands_at("2026-08-06 10:00")
    house.ring()
    house.ring()
    assert [to for to, message in house.said if message["key"] == "group.invitation"] == villages


def test_a_group_that_threw_us_out_unheard_is_found_out_by_a_push(house: House) -> None:
    planned_forums(house)
    a_tied_group(house)
    house.line.world.groups[VILLAGE].bot_in = False
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    assert the_group(house).left_at is not None


def test_an_answer_that_comes_too_late_is_not_pushed_to_everybody(house: House) -> None:
    a_tied_group(house)
    house.line.says(BOONMA, "ฟอรัม วิธีใช้", group=VILLAGE)
    house.answer()
    used = house.line.world.quota.used
    house.time.goes(minutes=5)
    house.send()
    assert house.line.world.quota.used == used
    assert the_group(house).left_at is None


def test_planning_shows_what_groups_cost(house: House) -> None:
    a_tied_group(house)
    a_villager(house, 0xB7)
    naen = a_coordinator(house)
    naen.says("จัดเวที").says("น้ำท่วม").says("พรุ่งนี้ บ่ายโมง").taps("ยังไม่รู้ บอกทีหลัง")
    naen.hears("plan.sure", groups=1, invited="1", messages=str(1 + (the_group(house).members or 0)))
    naen.taps("ยืนยัน").hears("plan.done")
    house.settle()
    assert keys(house)[-1] == "group.invitation"


def test_the_neighbours_of_a_group_hear_nothing_of_its_area_talk(house: House) -> None:
    joins(house)
    taps(house, "อีสาน")
    assert house.keys_to(THONGSUK) == []
