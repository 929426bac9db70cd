"""Who takes notes at a Forum: named among those who answer for its area and come, told, and released again."""

import pytest

from bot.simulator import FATIMAH, SOMCHAI, THONGSUK
from models import people, roles
from models.forums import attendance, invitations, secretaries
from models.forums.forum import Forum
from tests.house import House
from tests.journeys.hall import cancelled, hers, the_hall
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager, planned_forums
from tests.talk import Talk


def two_leaders(house: House) -> None:
    """One said that she comes, the other is signed in; a third does neither."""
    forum = hers(house)
    a_leader(house)
    with house.db() as db:
        invitations.answer(db, forum, people.known_by(db, SOMCHAI), "going")
        roles.grant(db, THONGSUK, "leader", "400702").person.name = "ทองสุข"
        attendance.sign_in(db, forum, people.known_by(db, THONGSUK))
        roles.grant(db, FATIMAH, "leader", "400703").person.name = "ฟาติมะห์"


def may_write(house: House, line_id: str) -> bool:
    forum = hers(house)
    with house.db() as db:
        return attendance.may_write(db, forum, people.known_by(db, line_id))


def test_several_are_named_and_told(house: House) -> None:
    the_hall(house)
    two_leaders(house)
    naen = a_coordinator(house)
    naen.says("ตั้งเลขา").hears("secretary.list").sees("1 สมชาย", "2 ทองสุข")
    assert "ฟาติมะห์" not in " ".join(naen.labels)
    naen.taps("1 สมชาย").hears("secretary.kept")
    assert house.keys_to(SOMCHAI)[-1] == "duty.secretary"
    naen.reads("สมชาย").taps("ตั้งอีกคน").hears("secretary.list").reads("ตอนนี้: สมชาย").taps("1 ทองสุข")
    naen.reads("สมชาย, ทองสุข").taps("ตั้งอีกคน").hears("secretary.nobody")
    assert house.keys_to(THONGSUK) == ["duty.secretary"]
    assert [may_write(house, one) for one in (SOMCHAI, THONGSUK, FATIMAH, naen.person)] == [
        True,
        True,
        False,
        True,
    ]


def test_a_second_tap_names_nobody_twice_and_tells_nothing(house: House) -> None:
    the_hall(house)
    two_leaders(house)
    naen = a_coordinator(house).says("ตั้งเลขา")
    tap = naen.button("1 สมชาย")
    naen.taps_old(tap).taps_old(tap).hears("secretary.kept")
    assert house.keys_to(SOMCHAI) == ["duty.secretary"]


def test_one_is_released_and_told(house: House) -> None:
    the_hall(house)
    two_leaders(house)
    naen = a_coordinator(house).says("ตั้งเลขา").taps("1 สมชาย").taps("เอาเลขาออก")
    naen.hears("secretary.which_leaves").taps("1 สมชาย").hears("secretary.none_left")
    assert house.keys_to(SOMCHAI) == ["duty.secretary", "duty.no_secretary"]
    assert not may_write(house, SOMCHAI)
    naen.taps("ตั้งอีกคน").sees("1 สมชาย").taps("1 สมชาย").hears("secretary.kept")
    assert house.keys_to(SOMCHAI)[-1] == "duty.secretary"


def test_who_names_herself_is_not_told_so(house: House) -> None:
    the_hall(house)
    naen = a_coordinator(house)
    forum = hers(house)
    with house.db() as db:
        attendance.sign_in(db, forum, people.known_by(db, naen.person))
    naen.says("ตั้งเลขา").taps("1 แนน").hears("secretary.kept")


def test_of_several_forums_it_is_asked_which_and_a_button_of_the_menu_leads_there(house: House) -> None:
    planned_forums(house)
    with house.db() as db:
        roles.grant(db, THONGSUK, "officer", roles.NATIONAL)
    Talk(house, THONGSUK).says("ตั้งเลขา").hears("secretary.which").reads("ภาคใต้")
    a_coordinator(house).says("งานเวที").sees("ป้ายลงชื่อ", "ใครมาแล้ว", "ตั้งเลขา", "คำตอบหลังเวที").taps(
        "ตั้งเลขา"
    ).hears("secretary.nobody")


def test_no_forum_to_name_one_for(house: House) -> None:
    a_coordinator(house).says("ตั้งเลขา").hears("secretary.no_forum")


def test_a_forum_called_off_has_no_secretary(house: House) -> None:
    forum = the_hall(house)
    two_leaders(house)
    naen = a_coordinator(house).says("ตั้งเลขา")
    tap = naen.button("1 สมชาย")
    cancelled(house)
    naen.taps_old(tap).hears("rsvp.cancelled")
    assert not may_write(house, SOMCHAI)
    assert forum.id


@pytest.mark.parametrize(
    "verb", ["name/{villager}", "release/{villager}x", "name/99999", "poem", "name", "add/x"]
)
def test_garbage_and_people_who_were_not_offered(house: House, verb: str) -> None:
    forum = the_hall(house)
    villager = a_villager(house)
    with house.db() as db:
        person = people.known_by(db, villager.person)
        attendance.sign_in(db, db.get_one(Forum, forum.id), person)
        number = person.id
    data = f"secretary/{forum.id}/{verb.format(villager=number)}"
    a_coordinator(house).taps_old({"type": "postback", "data": data}).hears("talk.old_button")
    with house.db() as db:
        assert secretaries.of(db, db.get_one(Forum, forum.id)) == []


def test_the_coordinator_of_another_region_names_nobody_here(house: House) -> None:
    forum = the_hall(house)
    two_leaders(house)
    a_coordinator(house, "south").taps_old({"type": "postback", "data": f"secretary/{forum.id}"}).hears(
        "talk.old_button"
    )


def test_a_secretary_is_of_one_forum_only(house: House) -> None:
    forum = the_hall(house)
    leader = a_leader(house, NAM_PHONG)
    other = hers(house, "south")
    with house.db() as db:
        person = people.known_by(db, leader.person)
        assert secretaries.name(db, forum, person)
        assert not secretaries.name(db, forum, person)
        assert attendance.may_write(db, forum, person)
        assert not attendance.may_write(db, other, person)
