"""Tables change under what people have told us: nothing may be lost on the way."""

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from bot.words.wordings import read_before
from models import database
from models.reports import Report
from tests.conftest import POSTGRES

ROWS = (
    "INSERT INTO people (id, line_id, language, keeping, invitations, met_at)"
    " VALUES (1, 'U1', 'th', 'yes', {true}, '2026-08-03 02:00:00')",
    "INSERT INTO roles (id, person_id, role, scope) VALUES (1, 1, 'leader', '400701')",
    "INSERT INTO forums (id, number, kind, region, month, state, at, invite_at, revision) VALUES (1,"
    " 'south-2569-08', 'monthly', 'south', '2026-08-01', 'invited', '2026-08-20 02:00:00', '2026-08-06 02:00:00', 0)",
    "INSERT INTO rsvps (id, forum_id, person_id, answer, people, answered_at)"
    " VALUES (1, 1, 1, 'going', 2, '2026-08-07 02:00:00')",
    "INSERT INTO groups (id, line_id, language, met_at) VALUES (1, 'C1', 'th', '2026-08-03 02:00:00')",
)


@pytest.mark.skipif(
    bool(POSTGRES), reason="PostgreSQL changes its tables in place; the schema is shared by tests"
)
def test_what_was_kept_before_a_migration_is_there_after_it(tmp_path: Path) -> None:
    engine: Engine = database.open_engine(f"sqlite:///{tmp_path / 'old.db'}")
    database._alembic(engine, lambda config: command.upgrade(config, "0001"))
    with engine.begin() as connection:
        for row in ROWS:
            connection.execute(text(row.format(true="1")))
    database.migrate(engine)
    with engine.begin() as connection:
        for table in ("people", "roles", "forums", "rsvps", "groups"):
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 1, table
        connection.execute(text("PRAGMA foreign_key_check"))
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
    engine.dispose()


@pytest.mark.skipif(
    bool(POSTGRES), reason="PostgreSQL changes its tables in place; the schema is shared by tests"
)
def test_a_report_keeps_its_number_its_topic_and_its_steps_as_an_issue(tmp_path: Path) -> None:
    engine: Engine = database.open_engine(f"sqlite:///{tmp_path / 'old.db'}")
    database._alembic(engine, lambda config: command.upgrade(config, "0010"))
    report = (
        "INSERT INTO reports (id, number, kind, state, person_id, place, province, danger, urgency, filed_at,"
        " touched_at) VALUES ({0}, 'ขก-000{0}', 'trouble', '{1}', 1, '400701', '40', 0, '{2}',"
        " '2026-08-03 02:00:00', '2026-08-03 02:00:00')"
    )
    step = "INSERT INTO report_states (report_id, state, at) VALUES ({0}, '{1}', '2026-08-0{2} 02:00:00')"
    topic = "INSERT INTO report_topics (report_id, topic, kind, score, because, by) VALUES (1, {0})"
    with engine.begin() as connection:
        connection.execute(text(ROWS[0].format(true="1")))
        for row in (
            report.format(1, "received", "rescue"),
            report.format(2, "dropped", "none"),
            *(step.format(*one) for one in ((1, "received", 3), (2, "received", 3), (2, "dropped", 4))),
            topic.format("'water', NULL, 0.9, '[]', 'machine'"),
            topic.format("'disaster', 'flood', 0.5, '[]', 'human'"),
        ):
            connection.execute(text(row))
    database.migrate(engine)
    with Session(engine) as db:
        first, second = db.scalars(select(Report).order_by(Report.id))
        assert (first.number, first.issue.code, first.state) == ("ขก-0001", "disaster.flood", "received")
        assert first.issue.cried_at is not None
        assert (second.number, second.state) == ("ขก-0002", "dropped")
        assert [(one.state, one.detail) for one in second.history] == [
            ("received", None),
            ("dropped", "withdrawn"),
        ]
        assert len(first.parts) == 0
        assert len(first.topics) == 2
    engine.dispose()


@pytest.mark.skipif(
    bool(POSTGRES), reason="PostgreSQL changes its tables in place; the schema is shared by tests"
)
def test_whoever_had_answered_one_question_for_both_keeps_what_it_covered(tmp_path: Path) -> None:
    engine: Engine = database.open_engine(f"sqlite:///{tmp_path / 'old.db'}")
    database._alembic(engine, lambda config: command.upgrade(config, "0001"))
    people = (("yes", 1), ("yes", 0), ("no", 0), ("asked", 0), ("unasked", 0))
    row = (
        "INSERT INTO people (line_id, language, keeping, keeping_at, invitations, met_at)"
        " VALUES ('U{0}', 'th', '{1}', '2026-08-04 02:00:00', {2}, '2026-08-03 02:00:00')"
    )
    with engine.begin() as connection:
        for number, (keeping, invitations) in enumerate(people, 1):
            connection.execute(text(row.format(number, keeping, invitations)))
    database.migrate(engine)
    with engine.begin() as connection:
        told = connection.execute(text("SELECT person_id, what, answer, wording FROM consents ORDER BY id"))
        kept = sorted(tuple(step) for step in told)
        assert kept == [
            (1, "invitations", "yes", "2569-08"),
            (1, "keeping", "yes", "2569-08"),
            (2, "invitations", "no", "2569-08"),
            (2, "keeping", "yes", "2569-08"),
            (3, "keeping", "no", "2569-08"),
            (4, "keeping", "asked", "2569-08"),
        ]
    assert all(read_before(wording, what) for _, what, _, wording in kept)
    engine.dispose()
