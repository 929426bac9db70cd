"""The last seat is taken once, however many tap at the same moment."""

import time
from concurrent.futures import ThreadPoolExecutor

from models import people
from models.forums import invitations
from models.forums.forum import Forum
from tests.house import House
from tests.makers import planned_forums, the_forum


def test_two_taps_at_once_for_the_last_seat(house: House) -> None:
    planned_forums(house)
    with house.db() as db:
        forum = db.merge(the_forum(house))
        forum.capacity = 1
        for number in range(4):
            people.known_by(db, f"U{number:032x}")

    def taps(number: int) -> bool:
        with house.sessions.begin() as db:
            forum = db.get(Forum, the_number)
            assert forum is not None
            person = people.known_by(db, f"U{number:032x}")
            free = invitations.seats_left(db, forum, person) == 1
            time.sleep(0.05)
            if free:
                invitations.answer(db, forum, person, "going")
            return free

    the_number = forum.id
    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(taps, range(4))) == [False, False, False, True]
    with house.db() as db:
        assert invitations.heads(db, forum) == 1


def test_ones_own_seats_do_not_stand_in_the_way(house: House) -> None:
    planned_forums(house)
    with house.db() as db:
        forum = db.merge(the_forum(house))
        person = people.known_by(db, "U" + "1" * 32)
        assert invitations.seats_left(db, forum, person) is None
        forum.capacity = 5
        invitations.answer(db, forum, person, "going", 4)
        assert invitations.seats_left(db, forum, person) == 5
        assert invitations.seats_left(db, forum, people.known_by(db, "U" + "2" * 32)) == 1
        forum.capacity = 3
        assert invitations.seats_left(db, forum, people.known_by(db, "U" + "2" * 32)) == 0
