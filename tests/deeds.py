"""A Forum that is on, with items on its agenda and people behind them, for tests of what comes after."""

from datetime import datetime

from bot.simulator import Person, an_id
from models import issues, people, reports
from models.forums import agenda, conclusions, resolutions
from models.forums import forum as forums
from models.forums.conclusions import Said
from models.forums.forum import Forum
from models.forums.resolutions import Resolution
from models.issues import Issue
from models.thai.calendar import BANGKOK
from models.topics import Topic
from tests.house import House
from tests.makers import NAM_PHONG, a_villager
from tests.talk import Talk

FORUM_DAY = datetime(2026, 8, 20, 9, 0, tzinfo=BANGKOK)  # พฤหัสบดี 20 ส.ค. 2569
WATER, LAND = Topic("water", None, 1.0, ()), Topic("land", None, 1.0, ())


def a_reporter(
    house: House, figure: int = 0xB7, place: str = NAM_PHONG, topic: Topic = WATER
) -> tuple[Talk, str]:
    """Somebody with a phone and a report of her own; its number."""
    talk = a_villager(house, figure, place, f"บุญ{figure}")
    with house.db() as db:
        person = people.known_by(db, talk.person)
        part = {"kind": "words", "message_id": None, "text": "น้ำประปาไม่ไหลมาสองอาทิตย์"}
        report = reports.file(db, person, "trouble", [part], {"code": place}, topics=[topic])
        return talk, report.number


def merged(house: House, first: str, *others: str) -> None:
    with house.db() as db:
        for other in others:
            head, joining = issues.by_number(db, first), issues.by_number(db, other)
            assert head
            assert joining
            assert issues.merge(db, head, joining)


def a_forum(house: House, *numbers: str, region: str = "northeast", at: datetime = FORUM_DAY) -> int:
    """A monthly Forum that has just begun, these reports on its agenda in this order; its id."""
    house.time.moment = at
    with house.db() as db:
        month = at.date().replace(day=1)
        forum = Forum(
            number=forums.number_of(region, month),
            region=region,
            month=month,
            at=at,
            invite_at=at,
            state="held",
        )
        db.add(forum)
        db.flush()
        for number in numbers:
            issue = issues.by_number(db, number)
            assert issue
            assert agenda.accept(db, forum, issue)
        forum_id = forum.id
    house.send()
    return forum_id


def issue_of(house: House, number: str) -> Issue:
    with house.db() as db:
        found = issues.by_number(db, number)
        assert found
        return found


def state_of(house: House, number: str) -> str:
    with house.db() as db:
        found = issues.by_number(db, number)
        assert found
        return found.head.state


def newest(house: House) -> Resolution:
    """The conclusion that was written down last."""
    with house.db() as db:
        found = db.query(Resolution).order_by(Resolution.id.desc()).first()
        assert found
        _ = found.issue, found.history
        return found


def a_deed(house: House, number: str, by: Talk | None = None, **said: object) -> int:
    """An agreement about this report, taken on by this person; its id."""
    with house.db() as db:
        issue = issues.by_number(db, number)
        writer = people.known_by(db, an_id("U", 0xEE))
        assert issue
        item = db.query(agenda.AgendaItem).filter_by(issue_id=issue.head.id).first()
        assert item
        told = {"kind": "agreement", "text": "เปลี่ยนเครื่องสูบน้ำ", "taker": "สมชาย", **said}
        kept = conclusions.keep(db, item, Said(**told), writer)  # type: ignore[arg-type]
        if by:
            person = people.known_by(db, by.person)
            kept.taker_id = person.id
            assert resolutions.move(db, kept, "accepted", by_id=person.id)
        return kept.id


def deed(house: House, deed_id: int) -> Resolution:
    with house.db() as db:
        found = db.get(Resolution, deed_id)
        assert found
        _ = found.issue, list(found.history)
        return found


def at(house: House, moment: str) -> None:
    """The clock stands there, and rings all that is due."""
    house.time.stands_at(moment)
    house.ring()


def a_neighbour(house: House, figure: int, name: str) -> Talk:
    house.line.world.people.setdefault(an_id("U", figure), Person(an_id("U", figure), name))
    return a_villager(house, figure, name=name)
