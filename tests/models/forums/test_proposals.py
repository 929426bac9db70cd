"""What is sent to an organisation is sent once and taken on once, however many press at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Engine, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from models import database, directory, issues, organisations, people, reports
from models.forums import proposals, resolutions
from models.forums.resolutions import Resolution
from models.issues import Issue
from models.organisations import Organisation
from tests.house import TestClock

WORDS = {"kind": "words", "message_id": None, "text": "น้ำไม่ไหล"}
MANY = 4


def an_issue_and_two_organisations(engine: Engine) -> None:
    with database.open_sessions(engine).begin() as db:
        reports.file(db, people.known_by(db, "U1"), "trouble", [WORDS], {"code": "400701"})
        for name, scope in (("อบต.น้ำพอง", "400701"), ("กปภ.น้ำพอง", "40")):
            organisations.make(db, name, "agency", scope, people.known_by(db, "U2"))


def at_once(engine: Engine, deed: Callable[[Session, int], bool]) -> int:
    """How many of several who do it in the same moment succeed; a clash is tried again, as the worker does."""
    sessions = database.open_sessions(engine)

    def one(number: int) -> bool:
        while True:
            try:
                with sessions.begin() as db:
                    return deed(db, number)
            except OperationalError:
                continue

    with ThreadPoolExecutor(MANY) as pool:
        return sum(pool.map(one, range(MANY)))


def drafted(db: Session, number: int) -> bool:
    issue, to = db.get_one(Issue, 1), db.get_one(Organisation, 1 + number % 2)
    return proposals.draft(db, issue, to, "ขอให้ซ่อม", people.known_by(db, f"U{number}")) is not None


def test_several_who_send_at_once_write_one_for_each_organisation(engine: Engine, time: TestClock) -> None:
    an_issue_and_two_organisations(engine)
    assert at_once(engine, drafted) == 2
    with database.open_sessions(engine).begin() as db:
        found = db.scalars(select(Resolution)).all()
        assert sorted(one.organisation_id or 0 for one in found) == [1, 2]
        assert {(one.kind, one.state, one.forum_id) for one in found} == {("proposal", "draft", None)}


def test_it_is_posted_and_taken_on_once(engine: Engine, time: TestClock) -> None:
    an_issue_and_two_organisations(engine)
    at_once(engine, drafted)
    by = "U3"
    with database.open_sessions(engine).begin() as db:
        people.known_by(db, by)
    assert (
        at_once(engine, lambda db, _: proposals.send(db, db.get_one(Resolution, 1), people.known_by(db, by)))
        == 1
    )
    assert (
        at_once(
            engine, lambda db, _: proposals.take_on(db, db.get_one(Resolution, 1), people.known_by(db, by))
        )
        == 1
    )
    with database.open_sessions(engine).begin() as db:
        issue = issues.by_number(db, "ขก-0001")
        assert issue
        assert [step.state for step in issue.history] == ["received", "forwarded", "accepted"]


def test_what_was_handed_back_may_be_sent_there_again(engine: Engine, time: TestClock) -> None:
    an_issue_and_two_organisations(engine)
    with database.open_sessions(engine).begin() as db:
        issue, to, by = db.get_one(Issue, 1), db.get_one(Organisation, 1), people.known_by(db, "U1")
        first = proposals.draft(db, issue, to, "ขอให้ซ่อม", by)
        assert first
        proposals.send(db, first, by)
        assert proposals.standing(db, issue, to) is first
        resolutions.move(db, first, proposals.GIVEN_BACK, "กปภ.", by_id=by.id)
        assert proposals.standing(db, issue, to) is None
        assert proposals.draft(db, issue, to, "ขอให้ซ่อม", by) is not None


def test_who_works_at_a_place_comes_before_who_works_around_it(engine: Engine, time: TestClock) -> None:
    an_issue_and_two_organisations(engine)
    with database.open_sessions(engine).begin() as db:
        names = [one.name for one in directory.serving(db, "400701")]
        assert names == ["อบต.น้ำพอง", "กปภ.น้ำพอง"]
        assert [one.name for one in directory.serving(db, "400702")] == ["กปภ.น้ำพอง"]
        assert directory.serving(db, "901101") == []
        assert [
            one.name for one in directory.named(directory.serving(db, "400701"), "การประปาส่วนภูมิภาค")
        ] == names[1:]
        assert len(directory.seen_by(db, ["northeast"])) == len(directory.seen_by(db, ["national"])) == 2
