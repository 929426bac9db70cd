"""Which words stand anywhere in a database: in the bytes of its file, or in every column of every table."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, LargeBinary, MetaData, Text, cast, select

from tests.conftest import POSTGRES


def traces(engine: Engine, words: Iterable[str]) -> set[str]:
    held = [*_in_tables(engine), *([] if POSTGRES else _in_files(engine))]
    return {word for word in words for shape in _shapes(word) if any(shape in one for one in held)}


def _shapes(word: str) -> tuple[bytes, ...]:
    """As it is typed, and as JSON writes it in ASCII."""
    return word.encode(), json.dumps(word)[1:-1].encode()


def _in_tables(engine: Engine) -> Iterator[bytes]:
    metadata = MetaData()
    metadata.reflect(engine)
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for column in table.columns:
                raw = isinstance(column.type, LargeBinary)
                told = select(column if raw else cast(column, Text)).where(column.is_not(None))
                for value in connection.scalars(told):
                    yield bytes(value) if raw else str(value).encode()


def _in_files(engine: Engine) -> Iterator[bytes]:
    """The database and what lies beside it, once all was written back."""
    engine.dispose()
    name = str(engine.url.database)
    with closing(sqlite3.connect(name)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for end in ("", "-wal", "-journal"):
        if Path(name + end).exists():
            yield Path(name + end).read_bytes()
