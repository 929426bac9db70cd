"""When Forums are, what they are called, and whom they are for."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from models import consent, people, roles
from models.forums import audience, invitations, recurrence, telling
from models.forums import forum as forums
from models.people import Person
from models.post import outbox
from models.post.messages import Message
from models.post.outbox import Parcel
from models.thai.calendar import BANGKOK
from tests.house import House

AT = datetime(2026, 8, 12, 9, tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (date(2026, 8, 1), date(2026, 8, 28)),
        (date(2026, 10, 1), date(2026, 10, 26)),  # 23 October is a holiday, a weekend follows
        (date(2026, 12, 1), date(2026, 12, 25)),
    ],
)
def test_the_national_forum_is_eight_days_after_the_third_thursday_off_holidays(
    month: date, day: date
) -> None:
    assert recurrence.in_month(recurrence.THIRD_THURSDAY, month, 8) == day


def test_occurrences_of_a_shifted_rule_keep_the_month_of_the_rule() -> None:
    start = datetime(2026, 8, 3, 9, tzinfo=BANGKOK)
    found = list(
        recurrence.occurrences(recurrence.THIRD_THURSDAY, time(9), start, start + timedelta(days=60), 8)
    )
    assert [(month, at.date()) for month, at in found] == [
        (date(2026, 8, 1), date(2026, 8, 28)),
        (date(2026, 9, 1), date(2026, 9, 25)),
    ]


def test_numbers_of_forums_beside_the_monthly_ones(house: House) -> None:
    with house.db() as db:
        planned = [
            forums.plan_one(db, kind, region, AT)
            for kind, region in (
                ("situation", "northeast"),
                ("situation", "northeast"),
                ("emergency", "northeast"),
                ("situation", "central_west"),
                ("situation", "bkk_east"),
            )
        ]
        assert [forum.number for forum in planned] == [
            "northeast-2569-08-s1",
            "northeast-2569-08-s2",
            "northeast-2569-08-e1",
            "central_west-2569-08-s1",
            "bkk_east-2569-08-s1",
        ]
        assert len({forum.token for forum in planned}) == 5


def test_two_planned_in_the_same_moment_do_not_share_a_number(house: House) -> None:
    with house.db() as db:
        forum = forums.plan_one(db, "situation", "northeast", AT)
        db.flush()
        db.add(forums.Forum(number=forum.number, region="south", month=forum.month, at=AT, invite_at=AT))
        with pytest.raises(IntegrityError):
            db.flush()
        db.rollback()


HOMES = {1: "400701", 2: "400702", 3: "4007", 4: "40", 5: "410101", 6: "900101"}


def living(house: House) -> dict[str, int]:
    """Six people and where they live, by LINE id."""
    with house.db() as db:
        for number, home in HOMES.items():
            person = people.known_by(db, f"U{number:032x}")
            people.agree(person)
            people.settle(person, home)
    return {f"U{number:032x}": number for number in HOMES}


@pytest.mark.parametrize(
    ("areas", "invited"),
    [
        ([], [1, 2, 3, 4, 5]),
        (["400701"], [1]),
        (["4007"], [1, 2, 3]),
        (["40"], [1, 2, 3, 4]),
        (["400702", "41"], [2, 5]),
        (["south"], [6]),
        (["northeast", "900101"], [1, 2, 3, 4, 5, 6]),
    ],
)
def test_a_forum_of_some_areas_invites_who_lives_there(
    house: House, areas: list[str], invited: list[int]
) -> None:
    who = living(house)
    with house.db() as db:
        forum = forums.plan_one(db, "emergency", "northeast", AT, areas=areas, reason="น้ำหลาก")
        assert [who[line_id] for line_id in audience.line_ids(db, forum, "th")] == invited
        assert audience.count(db, "northeast", areas) == len(invited)
        persons = {number: people.known_by(db, line_id) for line_id, number in who.items()}
        assert [
            number for number, person in persons.items() if audience.belongs(db, forum, person)
        ] == invited
        assert invitations.invite(db, forum) == len(invited)
        assert invitations.invite(db, forum) == 0


def test_an_urgent_call_may_take_its_own_words_and_lane(house: House) -> None:
    living(house)
    with house.db() as db:
        forum = forums.plan_one(db, "emergency", "northeast", AT, areas=["400701"])
        invitations.invite(db, forum, Message("forum.date", telling.described(forum)), lane=outbox.URGENT)
        [parcel] = db.query(Parcel).filter(Parcel.forum_id == forum.id).all()
        assert (parcel.lane, parcel.messages[0]["key"]) == (outbox.URGENT, "forum.date")


def test_the_next_forum_of_a_whole_region_is_not_one_of_some_areas(house: House) -> None:
    with house.db() as db:
        forums.plan_one(db, "emergency", "northeast", AT, areas=["400701"])
        assert forums.next_in(db, "northeast") is None
        situation = forums.plan_one(db, "situation", "northeast", AT)
        assert forums.next_in(db, "northeast") is situation
        assert forums.next_in(db, "northeast", "monthly") is None


def test_what_was_raised_is_counted_from_the_last_monthly_forum(house: House) -> None:
    with house.db() as db:
        forums.plan_ahead(db)
        monthly = forums.next_in(db, "northeast", "monthly")
        assert monthly is not None
        forums.plan_one(db, "situation", "northeast", AT)
        assert forums.previous(db, monthly) is None


def test_nobody_is_invited_to_the_national_forum_twice(house: House) -> None:
    """An officer who coordinates a region, too, and follows it besides."""
    with house.db() as db:
        person: Person = roles.grant(db, "U" + "7" * 32, "officer", roles.NATIONAL).person
        roles.grant(db, person.line_id, "coordinator", "south")
        people.agree(person)
        person.follows_national = True
        forums.plan_ahead(db)
        forum = forums.next_in(db, roles.NATIONAL)
        assert forum is not None
        assert list(audience.line_ids(db, forum, "th")) == [person.line_id]
        assert audience.count(db, roles.NATIONAL) == 1


def test_a_row_in_hand_or_perhaps_taken_keeps_its_words(house: House) -> None:
    living(house)
    with house.db() as db:
        forum = forums.plan_one(db, "situation", "northeast", AT, topic="water")
        invitations.invite(db, forum)
        [parcel] = db.query(Parcel).filter(Parcel.forum_id == forum.id).all()
        parcel.unsure = True
        before, key = parcel.messages, parcel.retry_key
        invitations.move(db, forum, AT + timedelta(days=1))
        assert (parcel.messages, parcel.retry_key) == (before, key)
        parcel.unsure, parcel.leased_until = False, AT
        invitations.cancel(db, forum)
        assert parcel.state == "waiting"


def test_a_name_of_the_sheet_leaves_what_still_waits(house: House) -> None:
    with house.db() as db:
        forum = forums.plan_one(db, "situation", "northeast", AT)
        person = people.known_by(db, "U" + "8" * 32)
        invitations.answer(db, forum, person, "going").sheet_name = "คำ"
        rows = [{"nth": 1, "name": "คำ", "people": 1, "answer": "going", "place": None}]
        values = {"comers": rows, "hall": "วัดคำแคน"}
        outbox.notify(db, "U" + "9" * 32, Message("comers.names", values), "th")
        consent.erase(db, person)
        [parcel] = db.query(Parcel).all()
        assert parcel.messages[0]["values"] == {"comers": [{**rows[0], "name": None}], "hall": "วัดคำแคน"}


def test_an_emergency_call_goes_ways_of_its_own(house: House) -> None:
    living(house)
    with house.db() as db:
        forum = forums.plan_one(db, "emergency", "northeast", AT, areas=["400701"])
        forums.claim(db, forum, "invited_at")
        db.refresh(forum)
        person = people.known_by(db, f"U{1:032x}")
        assert forum in forums.upcoming(db)
        assert forum not in forums.planned(db)
        assert audience.coming_for(db, person) == []
        assert invitations.open_for(db, person) is None
        assert invitations.owed_to(db, person) == []
