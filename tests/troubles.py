"""Issues with people behind them, for tests of what a Forum makes of them."""

from datetime import timedelta

from bot.simulator import Person, an_id
from models import clock, issues, people, reports
from models.forums import agenda
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.issues import Issue
from models.topics import Topic
from tests.house import House
from tests.makers import NAM_PHONG

FIRST = 0xE00  # figures of people who stand in no other test


def a_trouble(
    house: House,
    topic: str = "water",
    place: str = NAM_PHONG,
    heads: int = 1,
    days: int = 0,
    first: int = FIRST,
) -> str:
    """Its number. So many people brought it, so many days ago; each of them can be spoken to."""
    kind = None
    if "." in topic:
        topic, kind = topic.split(".")
    with house.db() as db:
        found: list[Issue] = []
        for figure in range(first, first + heads):
            line_id = an_id("U", figure)
            house.line.world.people.setdefault(line_id, Person(line_id, f"คน{figure}"))
            person = people.known_by(db, line_id)
            people.agree(person)
            people.settle(person, place)
            told = [{"kind": "words", "message_id": None, "text": "เดือดร้อนมาก"}]
            about = [Topic(topic, kind, 1.0, ())]
            found.append(reports.file(db, person, "trouble", told, {"code": place}, topics=about).issue)
        for other in found[1:]:
            issues.merge(db, found[0], other)
        found[0].opened_at = clock.now() - timedelta(days=days)
        return found[0].number


def issue_of(house: House, number: str) -> Issue:
    with house.db() as db:
        issue = issues.by_number(db, number)
        assert issue is not None
        assert issue.history  # read while the database is open
        return issue


def an_item(house: House, number: str, region: str = "northeast") -> AgendaItem:
    with house.db() as db:
        forum, issue = forums.next_in(db, region), issues.by_number(db, number)
        assert forum
        assert issue
        item = agenda.item_of(db, forum, issue)
        assert item is not None, number
        return item


def goes_to(house: House, number: str, state: str, *further: str) -> None:
    """It comes so far, step by step."""
    with house.db() as db:
        issue = issues.by_number(db, number)
        assert issue is not None
        for step in (state, *further):
            assert issues.change(db, issue, step), step
