"""What every test may ask for: a clock in our hands, an empty database, the house."""

import gc
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text

from models import clock, database
from models.base import Base
from tests.house import House, TestClock

POSTGRES = os.environ.get("TEST_DATABASE_URL", "")
gc.set_threshold(
    50_000, 20, 100
)  # dictionaries are many objects that stay: looking at them again costs an eighth


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> TestClock:
    ours = TestClock()
    monkeypatch.setattr(clock, "machine_now", ours.now)
    return ours


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A database with tables, to be copied; on PostgreSQL one schema for each test process."""
    file = tmp_path_factory.mktemp("database") / "migrated.db"
    if POSTGRES:
        engine = database.open_engine(POSTGRES)
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA IF EXISTS test_{worker_id} CASCADE"))
            connection.execute(text(f"CREATE SCHEMA test_{worker_id}"))
        engine.dispose()
        engine = database.open_engine(postgres_url(worker_id))
    else:
        engine = database.open_engine(f"sqlite:///{file}")
    database.migrate(engine)
    engine.dispose()
    return file


def postgres_url(worker_id: str) -> str:
    joint = "&" if "?" in POSTGRES else "?"
    return f"{POSTGRES}{joint}options=-csearch_path%3Dtest_{worker_id}"


@pytest.fixture
def database_url(migrated: Path, tmp_path: Path, worker_id: str) -> str:
    """An empty database of the test's own."""
    return an_empty_database(migrated, tmp_path, worker_id)


def an_empty_database(migrated: Path, folder: Path, worker_id: str) -> str:
    if not POSTGRES:
        shutil.copy(migrated, folder / "forum.db")
        return f"sqlite:///{folder / 'forum.db'}"
    engine = database.open_engine(postgres_url(worker_id))
    with engine.begin() as connection:
        names = ", ".join(table.name for table in Base.metadata.sorted_tables)
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    engine.dispose()
    return postgres_url(worker_id)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    with an_engine(database_url) as opened:
        yield opened


@contextmanager
def an_engine(database_url: str) -> Iterator[Engine]:
    opened = database.open_engine(database_url)
    if not POSTGRES:  # that power may fail is not what these tests are about
        event.listen(opened, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    yield opened
    opened.dispose()


@pytest.fixture
def house(engine: Engine, time: TestClock) -> Iterator[House]:
    built = House(engine, time)
    yield built
    built.stop()
