"""Issues hold together whoever changes them, however many at once."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import OperationalError

from models import crowds, database, issues, people, reports
from models.issues import NEXT, STATES, Issue
from tests.house import TestClock

WORDS = {"kind": "words", "message_id": None, "text": "น้ำไม่ไหล"}


def several(engine: Engine, count: int) -> list[int]:
    sessions = database.open_sessions(engine)
    with sessions.begin() as db:
        filed = [
            reports.file(db, people.known_by(db, f"U{number}"), "trouble", [WORDS], {"code": "400701"})
            for number in range(count)
        ]
        return [report.issue_id for report in filed]


def at_random(engine: Engine, ids: list[int], seed: int) -> int:
    """Merge, part and move on as several people do at once; a clash is tried again, as the worker does."""
    chance, sessions, done = random.Random(seed), database.open_sessions(engine), 0
    while done < 25:
        one, other = chance.sample(ids, 2)
        try:
            with sessions.begin() as db:
                first, second = db.get_one(Issue, one), db.get_one(Issue, other)
                match chance.randrange(3):
                    case 0:
                        issues.merge(db, first, second)
                    case 1:
                        issues.unmerge(db, first)
                    case _:
                        issues.change(db, first, chance.choice(("agenda", "received", "needs_info")))
            done += 1
        except OperationalError:
            continue
    return done


def test_many_who_merge_and_part_at_once_lose_nothing(engine: Engine, time: TestClock) -> None:
    ids = several(engine, 5)
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(lambda seed: at_random(engine, ids, seed), range(3))) == [25, 25, 25]
    with database.open_sessions(engine).begin() as db:
        found = list(db.scalars(select(Issue).order_by(Issue.id)))
        assert len(found) == 5
        for issue in found:
            top = issue
            while top.merged_into is not None:
                top = top.merged_into
            assert issue.head is top, "the head is where the way ends"
            assert (issue.state == "merged") == (issue.merged_into is not None)
            assert issue.history[-1].state == issue.state
        heads = [issue for issue in found if issue.merged_into is None]
        assert sum(crowds.people_in(db, heads).values()) == 5, "everybody stands behind one of them"


def test_every_step_leads_to_a_state_there_is() -> None:
    assert {state for follows in NEXT.values() for state in follows} <= set(STATES)


@pytest.mark.parametrize("state", sorted(set(STATES) - {"received"}))
def test_only_what_may_follow_is_written_down(engine: Engine, time: TestClock, state: str) -> None:
    (one,) = several(engine, 1)
    with database.open_sessions(engine).begin() as db:
        issue = db.get_one(Issue, one)
        issue.state = "received"
        went = issues.change(db, issue, state, by_id=None)
        assert went == (state in NEXT["received"])
        assert [step.state for step in issue.history] == ["received", *([state] if went else [])]
