"""A draft agenda grows by itself out of what waits, in the order in which it presses; what was left goes on."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from models import issues, people
from models.forums import agenda, carrying, drafting, invitations
from models.forums import forum as forums
from models.forums.agenda import AgendaItem, Support
from models.forums.forum import Forum
from models.tellings import Telling
from tests.house import House
from tests.makers import planned_forums, the_forum
from tests.troubles import a_trouble, goes_to, issue_of

ELSEWHERE, SOUTH = "400702", "901101"


def grown(house: House, forum: Forum | None = None) -> list[str]:
    forum = forum or the_forum_monthly(house)
    with house.db() as db:
        wanted = db.merge(forum)
        drafting.grow(db, wanted)
        return [item.issue.number for item in drafting.drafts(db, wanted)]


def a_situation(house: House, topic: str, days: int = 4, areas: list[str] | None = None) -> Forum:
    with house.db() as db:
        at = house.time.moment.replace(hour=13)
        at = at.replace(day=at.day + days)
        return forums.plan_one(db, "situation", "northeast", at, topic=topic, areas=areas or [])


def test_it_holds_what_waits_in_the_region_and_nothing_else(house: House) -> None:
    planned_forums(house)
    near, far, south = a_trouble(house), a_trouble(house, place=ELSEWHERE), a_trouble(house, place=SOUTH)
    done, forwarded, stuck = a_trouble(house), a_trouble(house), a_trouble(house)
    goes_to(house, done, "done")
    goes_to(house, forwarded, "forwarded")
    goes_to(house, stuck, "forwarded", "stuck")
    assert set(grown(house)) == {near, far, stuck}
    assert south not in grown(house)


def test_growing_again_adds_nothing_and_changes_nothing(house: House) -> None:
    planned_forums(house)
    first, second = a_trouble(house), a_trouble(house)
    grown(house)
    coming = the_forum(house)
    with house.db() as db:
        forum, issue = db.merge(coming), issues.by_number(db, first)
        assert issue
        agenda.drop(db, forum, issue, "next_forum")
    assert grown(house) == [second]
    third = a_trouble(house)
    assert grown(house) == [second, third]
    with house.db() as db:
        assert db.scalar(select(func.count()).select_from(AgendaItem)) == 3


def test_two_clocks_at_once_put_each_issue_once(house: House) -> None:
    planned_forums(house)
    numbers = [a_trouble(house) for _ in range(5)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: grown(house), range(4)))
    assert sorted(grown(house)) == sorted(numbers)
    with house.db() as db:
        assert db.scalar(select(func.count()).select_from(AgendaItem)) == 5


def test_what_presses_comes_first_then_people_then_supports_then_days(house: House) -> None:
    planned_forums(house)
    young, old = a_trouble(house, days=1), a_trouble(house, days=9)
    wanted, many = a_trouble(house), a_trouble(house, heads=3)
    stuck = a_trouble(house)
    goes_to(house, stuck, "forwarded", "stuck")
    grown(house)
    coming = the_forum(house)
    with house.db() as db:
        forum, issue = db.merge(coming), issues.by_number(db, wanted)
        item = agenda.item_of(db, forum, issue) if issue else None
        assert item
        db.add(Support(item_id=item.id, person_id=people.known_by(db, "U" + "5" * 32).id))
    assert grown(house) == [stuck, many, wanted, old, young]


def test_a_forum_for_a_topic_and_an_area_takes_its_own(house: House) -> None:
    planned_forums(house)
    flood, drought = a_trouble(house, "disaster.flood"), a_trouble(house, "disaster.drought")
    water, elsewhere = a_trouble(house, "water"), a_trouble(house, "disaster.flood", ELSEWHERE)
    assert len(grown(house)) == 4
    called = a_situation(house, "disaster.flood", areas=["400701"])
    assert grown(house, called) == [flood]
    wide = a_situation(house, "disaster", 5)
    assert set(grown(house, wide)) == {flood, drought, elsewhere}
    assert water in grown(house)


def test_what_another_coming_forum_has_is_not_drafted_again(house: House) -> None:
    planned_forums(house)
    flood = a_trouble(house, "disaster.flood")
    called = a_situation(house, "disaster.flood")
    assert grown(house, called) == [flood]
    assert grown(house) == []
    with house.db() as db:
        invitations.cancel(db, db.merge(called))
    assert grown(house) == [flood]


def test_what_was_accepted_elsewhere_leaves_the_draft(house: House) -> None:
    planned_forums(house)
    flood = a_trouble(house, "disaster.flood")
    assert grown(house) == [flood]
    called = a_situation(house, "disaster.flood")
    monthly = the_forum_monthly(house)
    with house.db() as db:
        issue = issues.by_number(db, flood)
        assert issue
        assert agenda.accept(db, db.merge(called), issue)
        assert agenda.accept(db, db.merge(monthly), issue) is None
    assert grown(house, the_forum_monthly(house)) == []


def the_forum_monthly(house: House) -> Forum:
    with house.db() as db:
        found = forums.next_in(db, "northeast", "monthly")
        assert found
        return found


def test_what_was_put_off_until_the_next_forum_comes_first_there(house: House) -> None:
    planned_forums(house)
    waits, many = a_trouble(house), a_trouble(house, heads=3)
    grown(house)
    forum = the_forum(house)
    with house.db() as db:
        issue = issues.by_number(db, waits)
        assert issue
        agenda.drop(db, db.merge(forum), issue, "next_forum")
    house.time.stands_at("2026-09-01T09:00")
    planned_forums(house)
    assert grown(house, the_forum_monthly(house))[0] == waits
    assert many in grown(house, the_forum_monthly(house))


# What was accepted and not talked of


def accepted(house: House, *numbers: str) -> Forum:
    forum = the_forum_monthly(house)
    with house.db() as db:
        for number in numbers:
            issue = issues.by_number(db, number)
            assert issue
            assert agenda.accept(db, db.merge(forum), issue)
    return forum


def agenda_of(house: House) -> list[tuple[str, bool]]:
    forum = the_forum_monthly(house)
    with house.db() as db:
        listed = agenda.agenda(db, db.merge(forum))
        return [(item.issue.number, item.carried_from_id is not None) for item in listed]


def test_it_stands_on_the_next_monthly_agenda_before_what_is_new(house: House) -> None:
    planned_forums(house)
    first, second, talked = a_trouble(house), a_trouble(house), a_trouble(house)
    old = accepted(house, first, second, talked)
    goes_to(house, talked, "discussed")
    house.time.stands_at("2026-08-21T02:00")
    planned_forums(house)
    new = a_trouble(house)
    accepted(house, new)
    house.ring()
    assert agenda_of(house) == [(new, False)], "conclusions may still be typed"
    house.time.stands_at("2026-08-22T10:00")
    house.ring()
    house.ring()
    assert agenda_of(house) == [(first, True), (second, True), (new, False)]
    with house.db() as db:
        states = [item.state for item in agenda.agenda(db, db.merge(old))]
    assert states == ["carried", "carried", "accepted"]


def test_once_its_results_were_told_it_goes_on_at_once_and_its_people_hear_of_it(house: House) -> None:
    planned_forums(house)
    left = a_trouble(house, heads=2)
    old = accepted(house, left)
    house.time.stands_at("2026-08-21T10:00")
    planned_forums(house)
    with house.db() as db:
        db.merge(old).closed_at = house.time.now()
    house.said.clear()
    house.ring()
    told = [message for _, message in house.said if message["key"] == "issue.carried"]
    assert len(told) == 2
    assert told[0]["values"]["at"] == the_forum_monthly(house).at.isoformat()
    steps = [(step.state, step.detail) for step in issue_of(house, left).history]
    assert steps[-2:] == [("agenda", "northeast-2569-08"), ("agenda", "northeast-2569-09")]


def test_that_of_a_forum_called_off_goes_on_too(house: House) -> None:
    planned_forums(house)
    left = a_trouble(house)
    old = accepted(house, left)
    with house.db() as db:
        invitations.cancel(db, db.merge(old))
    house.time.stands_at("2026-08-10T10:00")
    planned_forums(house)
    house.ring()
    assert agenda_of(house) == [(left, True)]


def test_what_was_left_off_the_next_one_stays_left_off(house: House) -> None:
    planned_forums(house)
    left = a_trouble(house)
    accepted(house, left)
    house.time.stands_at("2026-08-22T10:00")
    planned_forums(house)
    following = the_forum_monthly(house)
    with house.db() as db:
        issue = issues.by_number(db, left)
        assert issue
        agenda.drop(db, db.merge(following), issue, "next_forum")
    house.ring()
    assert agenda_of(house) == []


def test_two_clocks_carry_it_once(house: House) -> None:
    planned_forums(house)
    numbers = [a_trouble(house) for _ in range(3)]
    accepted(house, *numbers)
    house.time.stands_at("2026-08-23T10:00")
    planned_forums(house)

    def carries(_: int) -> None:
        with house.sessions.begin() as db:
            carrying.carry_over(db)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(carries, range(4)))
    assert agenda_of(house) == [(number, True) for number in numbers]
    with house.db() as db:
        carried = select(func.count()).select_from(Telling).where(Telling.says == "issue.carried")
        assert db.scalar(carried) == 3
