"""Opens the database named by DATABASE_URL and brings its tables up to date."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

MIGRATIONS = Path(__file__).parent / "migrations"
Sessions = sessionmaker[Session]
BUSY, PATIENCE = 20_000, 1_000  # milliseconds that a writer, and that a checkpoint waits for others


def open_engine(url: str, pool_size: int = 16) -> Engine:
    """An engine for `url`; `postgres://`, `postgresql://` and `sqlite:///` are understood."""
    target = make_url(url)
    if target.drivername in ("postgres", "postgresql"):
        target = target.set(drivername="postgresql+psycopg")
    common: dict[str, Any] = {"pool_size": pool_size, "hide_parameters": True}  # errors quote nobody's words
    if target.get_backend_name() != "sqlite":
        return create_engine(target, max_overflow=8, pool_pre_ping=True, **common)
    if target.database:
        Path(target.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(target, max_overflow=16, connect_args={"timeout": 20}, **common)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    connection.create_function("lower", 1, str.lower, deterministic=True)
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY}",
        "foreign_keys=ON",
        "secure_delete=ON",  # erased words leave the file too
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """IMMEDIATE unless the engine was marked as reading: a write lock taken late can fail."""
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def open_sessions(engine: Engine) -> Sessions:
    return sessionmaker(engine, expire_on_commit=False)


def reading(sessions: Sessions) -> Sessions:
    """Sessions for looking only: on SQLite they wait for no writer and keep none waiting."""
    engine: Engine = sessions.kw["bind"]
    return sessionmaker(engine.execution_options(reading=True), expire_on_commit=False)


def write_back(engine: Engine) -> None:
    """SQLite: what was written goes from the log into the file, and the log is emptied: erased words leave both.

    Nobody who reads for longer than a moment is waited for: there is another night.
    """
    if engine.dialect.name != "sqlite":
        return
    bare = engine.raw_connection()
    try:
        bare.cursor().execute(f"PRAGMA busy_timeout={PATIENCE}")
        bare.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        bare.cursor().execute(f"PRAGMA busy_timeout={BUSY}")
    finally:
        bare.close()


def _alembic(engine: Engine, act: Callable[[Config], None]) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.connect() as connection, _tables_may_be_rebuilt(connection):
        config.attributes["connection"] = connection
        act(config)
        connection.commit()


@contextmanager
def _tables_may_be_rebuilt(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by building it anew; the old one must not take its children with it."""
    bare: Any = connection.connection.dbapi_connection
    if connection.dialect.name == "sqlite":
        bare.execute("PRAGMA foreign_keys=OFF")
    yield
    if connection.dialect.name == "sqlite":
        bare.execute("PRAGMA foreign_keys=ON")


def migrate(engine: Engine) -> None:
    _alembic(engine, lambda config: command.upgrade(config, "head"))


def is_current(engine: Engine) -> bool:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.execution_options(reading=True).connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest
