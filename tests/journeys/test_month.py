"""A month in a minute: what has to hold when five tambons have gone all the way."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.words import say
from models import clock, database, issues, reports, tellings
from models.forums import forum as forums
from models.issues import STATES, Issue
from models.post import outbox
from models.post.inbox import Event
from models.post.outbox import Parcel
from models.reports import Report
from tests.conftest import an_empty_database, an_engine
from tests.house import House, TestClock
from tests.journeys.hall import hers
from tests.journeys.month import ANSWER, ASKED_MORE, DEED, LAST, LEFT_OUT, Month, Region
from tests.nation import NAMES
from tests.talk import Talk

BEFORE = ("twin.shared", "issue.on_agenda", "issue.not_on_agenda", "issue.carried")
AFTER = ("result.concluded", "result.proposed", "result.talked", "result.carried")
ASKED = ("verdict.ask_done", "verdict.ask_due")


@pytest.fixture(scope="module")
def month(migrated: Path, worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Month]:
    """Built once, and only looked at and talked to by the tests."""
    time = TestClock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "machine_now", time.now)
        url = an_empty_database(migrated, tmp_path_factory.mktemp("month"), worker_id)
        with an_engine(url) as engine:
            house = House(engine, time)
            yield Month(house).goes_by()
            house.stop()
