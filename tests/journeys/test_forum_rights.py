"""Buttons that name a Forum, tried by every role: done by whose it is, refused kindly to the others."""

import pytest

from models import people
from models.forums import attendance
from models.forums.forum import Forum
from models.powers import POWERS
from tests.house import House
from tests.journeys.everybody import EVERYBODY, somebody
from tests.makers import a_coordinator, a_villager, planned_forums, the_forum

BUTTONS = (
    "arrived",
    "arrived/0",
    "poster",
    "move",
    "call_off",
    "details",
    "hall",
    "online_url",
    "capacity/clear",
    "comers",
    "comers/0",
)
SEEN = ("comers", "arrived", "poster")


def with_a_comer(house: House) -> Forum:
    planned_forums(house)
    comer = a_villager(house, 0xB9, name="ศรีสุดา")
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    comer.taps("ไป").taps("องค์กรชุมชน").says("ศรีสุดา มั่นคง")
    forum = the_forum(house)
    with house.db() as db:
        attendance.sign_in(db, forum, people.known_by(db, comer.person))
    return forum


@pytest.mark.parametrize("verb", BUTTONS)
def test_a_button_does_nothing_for_who_has_no_right(house: House, verb: str) -> None:
    forum = with_a_comer(house)
    power = "see_comers" if verb.startswith(SEEN) else "plan_forums"
    for role in EVERYBODY:
        talk = somebody(house, role, arrives=False)
        talk.taps_old({"type": "postback", "data": f"forum_of/{forum.id}/{verb}"})
        refused = [message["key"] for message in talk.heard] in (["work.not_yours"], ["talk.old_button"])
        assert refused == (role not in POWERS[power]), role
        names_are_seen = "ศรีสุดา" in str(talk.heard)
        assert names_are_seen == (verb in ("comers/0", "arrived/0") and role in POWERS["see_names"]), role
    same = the_forum(house)
    assert (same.at, same.state, same.place) == (forum.at, forum.state, forum.place)


@pytest.mark.parametrize(
    "data", ["forum_of", "forum_of/x/move", "forum_of/999999/move", "forum_of/1/poem", "forum_of//"]
)
def test_garbage_in_a_buttons_data(house: House, data: str) -> None:
    planned_forums(house)
    a_coordinator(house).taps_old({"type": "postback", "data": data}).hears("talk.old_button")


@pytest.mark.parametrize(
    "data", ["rsvp/1/online", "rsvp/x", "rsvp/1/going/9999999", "sheet_of/1", "sheet/1/name/own"]
)
def test_garbage_of_a_villager(house: House, data: str) -> None:
    planned_forums(house)
    talk = a_villager(house)
    talk.taps_old({"type": "postback", "data": data})
    assert talk.heard
    with house.db() as db:
        from models.post import inbox

        assert inbox.counts(db)["set_aside"] == 0
