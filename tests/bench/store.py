"""Empty databases for the benchmark, gone after it, and what is found in their inbox."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, select, text

from models import database
from models.post.inbox import Event

POSTGRES = os.environ.get("TEST_DATABASE_URL", "")
KINDS = ("SQLite FULL", "PostgreSQL") if POSTGRES else ("SQLite FULL",)


@contextmanager
def empty(kind: str, name: str) -> Iterator[str]:
    """The address of a database with tables and nothing in them."""
    with _on_postgres(f"bench_{os.getpid()}_{name}") if kind == "PostgreSQL" else _on_sqlite() as url:
        with opened(url) as engine:
            database.migrate(engine)
        yield url


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    engine = database.open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _on_sqlite() -> Iterator[str]:
    Path("var").mkdir(exist_ok=True)  # a disk as in earnest: /tmp may be memory
    with tempfile.TemporaryDirectory(prefix="bench-", dir="var") as folder:
        yield f"sqlite:///{Path(folder).resolve() / 'forum.db'}"


@contextmanager
def _on_postgres(schema: str) -> Iterator[str]:
    with opened(POSTGRES) as engine:
        with engine.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        try:
            joint = "&" if "?" in POSTGRES else "?"
            yield f"{POSTGRES}{joint}options=-csearch_path%3D{schema}"
        finally:
            with engine.begin() as connection:
                connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))


def event_ids(url: str) -> list[str]:
    with opened(url) as engine, engine.connect() as connection:
        return list(connection.scalars(select(Event.event_id)))
