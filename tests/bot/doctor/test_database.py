"""What can be wrong with the database, the two boxes, and the people behind them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, delete

from bot.doctor import Case, storage
from bot.doctor.findings import OK, SKIPPED, WARNING, WRONG
from bot.simulator import BOONMA, an_id
from models import database, people
from models.fires import Fire
from models.forums.forum import Forum, Rule
from models.post import outbox
from models.post.messages import Message
from models.roles import Role
from tests.bot.doctor.clinic import Clinic
from tests.program import wait_for

POSTGRES = bool(os.environ.get("TEST_DATABASE_URL"))
on_sqlite = pytest.mark.skipif(POSTGRES, reason="what only SQLite can suffer")


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Engine]:
    """A database as somebody else's program opens one."""
    engine = create_engine(f"sqlite:///{tmp_path / 'plain.db'}")
    yield engine
    engine.dispose()


def test_a_database_that_is_not_there_yet_is_not_made_by_looking(clinic: Clinic, nowhere: Path) -> None:
    nowhere.mkdir()
    clinic.env["DATABASE_URL"] = f"sqlite:///{nowhere}/forum.db"
    looked_at = clinic.looked_at()
    assert looked_at["database"].state == WRONG
    assert "python -m bot migrate" in " ".join(looked_at["database"].advice)
    assert looked_at["tables"].state == looked_at["inbox"].state == SKIPPED
    assert list(nowhere.iterdir()) == []


@pytest.mark.parametrize("folder", ["/proc", "/not/anywhere"])
def test_a_folder_nobody_can_write_in_is_told(clinic: Clinic, folder: str) -> None:
    clinic.env["DATABASE_URL"] = f"sqlite:///{folder}/forum.db"
    finding = clinic.finds("database")
    assert (finding.state, finding.found) == (WRONG, f"nothing can be written in {folder}")
    assert f"chown THAT-USER {folder}" in " ".join(finding.advice)


def test_a_file_that_is_no_database_is_told(clinic: Clinic, tmp_path: Path) -> None:
    (tmp_path / "ruined.db").write_bytes(b"this is no database" * 100)
    clinic.env["DATABASE_URL"] = f"sqlite:///{tmp_path / 'ruined.db'}"
    finding = clinic.finds("database")
    assert (finding.state, "file is not a database" in finding.found) == (WRONG, True)
    assert "your last backup" in " ".join(finding.advice)


def test_a_server_that_does_not_answer_is_told_without_its_password(clinic: Clinic) -> None:
    clinic.env["DATABASE_URL"] = "postgres://forum:geheim@127.0.0.1:1/forum"
    finding = clinic.finds("database")
    assert finding.state == WRONG
    assert finding.found.startswith("PostgreSQL at 127.0.0.1, forum: ")
    assert "geheim" not in str(finding)
    assert "pg_isready" in " ".join(finding.advice)


def test_tables_that_are_behind_are_told(clinic: Clinic, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'unmigrated.db'}"
    engine = database.open_engine(url)
    engine.connect().close()
    engine.dispose()
    clinic.env["DATABASE_URL"] = url
    looked_at = clinic.looked_at()
    assert (looked_at["database"].state, looked_at["tables"].state) == (OK, WRONG)
    assert "python -m bot migrate" in " ".join(looked_at["tables"].advice)
    assert looked_at["people on duty"].found == "not before this is well: tables"


@on_sqlite
def test_a_database_without_its_log_is_told(clinic: Clinic, plain: Engine) -> None:
    case = Case(clinic.env)
    case.engine = plain
    finding = storage.mode(case)
    assert (finding.state, "network folder" in " ".join(finding.advice)) == (WRONG, True)


@pytest.mark.skipif(not POSTGRES, reason="what only PostgreSQL can suffer")
def test_a_server_whose_clock_goes_wrong_is_told(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    assert clinic.finds("database mode").found.startswith("PostgreSQL ")
    clinic.time.goes(minutes=1)
    finding = clinic.finds("database mode")
    assert (finding.state, "set their clocks" in " ".join(finding.advice)) == (WARNING, True)
    monkeypatch.setattr(storage, "OLDEST_POSTGRES", 99)
    assert "before 99" in " ".join(clinic.finds("database mode").advice)


def test_a_timetable_that_nobody_rings_is_told(clinic: Clinic) -> None:
    clinic.time.goes(minutes=11)
    finding = clinic.finds("timetable")
    assert (finding.state, finding.found) == (WRONG, "rang 11 minutes ago")
    with clinic.sessions.begin() as db:
        db.execute(delete(Fire))
    assert clinic.finds("timetable").found == "no clock has ever rung"
    assert "python -m scheduler" in " ".join(clinic.finds("timetable").advice)


def test_people_who_wait_for_an_answer_are_told(clinic: Clinic) -> None:
    clinic.line.says(BOONMA, "น้ำท่วม")
    wait_for(lambda: clinic.finds("inbox").found.startswith("1 waiting"))
    clinic.time.goes(minutes=5)
    finding = clinic.finds("inbox")
    assert (finding.state, finding.found) == (WRONG, "1 unanswered, the oldest for 5 minutes")
    assert "the worker does not run" in " ".join(finding.advice)


def test_an_event_that_was_set_aside_is_told_for_a_week(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.router.answer", lambda turn: 1 / 0)
    clinic.line.says(BOONMA, "น้ำท่วม")
    wait_for(lambda: clinic.finds("inbox").found.startswith("1 waiting"))
    for _ in range(6):
        clinic.worker.answer_one()
        clinic.time.goes(minutes=1)
    finding = clinic.finds("inbox")
    assert finding.state == WARNING
    assert finding.found == "1 set aside within 7 days, such as: ZeroDivisionError: division by zero"
    assert "python -m bot inbox --json" in " ".join(finding.advice)
    clinic.time.goes(days=8)
    assert clinic.finds("inbox").state == OK


def notify(clinic: Clinic, line_id: str) -> None:
    with clinic.sessions.begin() as db:
        outbox.notify(db, line_id, Message("help.how_to"), "th", due_at=clinic.time.now())


def test_what_nobody_sends_is_told(clinic: Clinic) -> None:
    notify(clinic, BOONMA)
    assert clinic.finds("outbox").state == OK
    clinic.time.goes(hours=3)
    finding = clinic.finds("outbox")
    assert (finding.state, finding.found) == (WRONG, "1 waiting, the oldest for 3 hours")
    assert "systemctl restart forum" in " ".join(finding.advice)


def test_what_line_would_not_take_yet_is_told_with_its_reason(clinic: Clinic) -> None:
    clinic.line.world.quota.limit = 0
    notify(clinic, BOONMA)
    clinic.worker.send_one()
    clinic.time.goes(minutes=6)
    finding = clinic.finds("outbox")
    assert (finding.state, "monthly limit" in finding.found) == (WARNING, True)
    assert 'see "messages left"' in " ".join(finding.advice)


def test_what_was_tried_with_a_wrong_token_is_told(clinic: Clinic) -> None:
    clinic.line.world.faults.token_expired = True
    notify(clinic, BOONMA)
    clinic.worker.send_one()
    clinic.line.world.faults.token_expired = False
    finding = clinic.finds("outbox")
    assert (finding.state, "LINE does not know our token" in finding.found) == (WARNING, True)
    assert "go out by themselves" in " ".join(finding.advice).replace("  ", " ")


def test_what_line_refused_is_told_for_a_day(clinic: Clinic) -> None:
    notify(clinic, an_id("U", 0xDEAD))
    clinic.worker.drain()
    finding = clinic.finds("outbox")
    assert (finding.state, finding.found.startswith("1 refused within a day")) == (WARNING, True)
    assert "python -m bot outbox --json" in " ".join(finding.advice)
    clinic.time.goes(hours=25)
    assert clinic.finds("outbox").state == OK


def test_a_name_that_line_does_not_tell_is_no_fault(clinic: Clinic) -> None:
    with clinic.sessions.begin() as db:
        outbox.fetch_name(db, an_id("U", 0xDEAD))
    clinic.worker.drain()
    assert clinic.finds("outbox").state == OK


def without(clinic: Clinic, *scopes: str) -> None:
    with clinic.sessions.begin() as db:
        db.execute(delete(Role).where(Role.scope.in_(scopes)))


@pytest.mark.parametrize(
    ("scopes", "state", "found", "advice"),
    [
        (
            ("south", "north"),
            WARNING,
            "only the national office for north, south",
            "coordinator --region north",
        ),
        (("south", "national"), WRONG, "nobody in south, nor", "coordinator --region south"),
        (("national",), WARNING, "nobody in the national office", "python -m bot invite officer"),
    ],
)
def test_a_region_without_anybody_on_duty_is_named(
    clinic: Clinic, scopes: tuple[str, ...], state: str, found: str, advice: str
) -> None:
    without(clinic, *scopes)
    finding = clinic.finds("people on duty")
    assert finding.state == state
    assert found in finding.found
    assert advice in " ".join(finding.advice)


def test_somebody_who_blocked_the_bot_is_not_on_duty(clinic: Clinic) -> None:
    with clinic.sessions.begin() as db:
        people.set_reachable(db, an_id("U", 0), reachable=False)
    assert clinic.finds("people on duty").found == "only the national office for north"


def test_a_forum_without_a_place_is_named(clinic: Clinic) -> None:
    with clinic.sessions.begin() as db:
        for region in ("north", "south"):
            db.get_one(Rule, region).place = None
            for forum in db.query(Forum).filter(Forum.region == region):
                forum.place = None
        db.execute(delete(Forum).where(Forum.region == "south"))
    finding = clinic.finds("Forum places")
    assert finding.state == WARNING
    assert finding.found.startswith("none for north (north-25")
    assert finding.found.endswith("south (not planned yet)")
    assert 'forums --number NUMBER --place "where it meets"' in " ".join(finding.advice)
