"""The day of a Forum: its door open, its figures, and people who come."""

from bot.simulator import Person, an_id
from models import people
from models.forums import attendance
from models.forums import forum as forums
from models.forums.attendance import Counts
from models.forums.forum import Forum
from tests.house import House
from tests.makers import a_villager, planned_forums
from tests.talk import Talk

THE_DAY, THE_DAY_AFTER = "2026-08-20T08:30", "2026-08-21T08:30"


def the_hall(house: House, moment: str = THE_DAY) -> Forum:
    """The north-east's Forum of 20 August at nine, half an hour before it begins."""
    planned_forums(house)
    house.time.stands_at(moment)
    return hers(house)


def hers(house: House, region: str = "northeast") -> Forum:
    with house.db() as db:
        found = forums.by_number(db, f"{region}-2569-08")
        assert found is not None
        return found


def cancelled(house: House, because: str | None = None) -> None:
    forum = hers(house)
    with house.db() as db:
        forum = db.merge(forum)
        forum.state, forum.cancelled_because = "cancelled", because


def a_newcomer(house: House, figure: int = 0xB8, name: str = "ทองดี") -> Talk:
    """Somebody with a phone whom nobody has met."""
    line_id = an_id("U", figure)
    house.line.world.people.setdefault(line_id, Person(line_id, name))
    return Talk(house, line_id)


def signed_in(house: House, count: int, start: int = 0xB7) -> list[Talk]:
    """So many people who came and signed in."""
    talks = [a_villager(house, start + nth, name=f"คนที่มา{nth}") for nth in range(count)]
    forum = hers(house)
    with house.db() as db:
        forum = db.merge(forum)
        for talk in talks:
            attendance.sign_in(db, forum, people.known_by(db, talk.person))
    return talks


def counted(house: House) -> Counts:
    forum = hers(house)
    with house.db() as db:
        return attendance.counts(db, forum)
