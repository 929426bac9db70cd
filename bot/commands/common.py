"""What commands share: the database they look into, and one JSON object a line."""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from models.database import Sessions


class Wrong(Exception):
    """An argument that cannot be right, with what would be."""


def settings() -> Settings:
    return Settings.from_env(os.environ)


_opened: list["Engine"] = []


def open_database(given: Settings | None = None) -> "Sessions":
    """The database with its tables up to date; closed when the command ends."""
    from models import database  # the supervisor of `run` never needs it

    engine = database.open_engine((given or settings()).database_url)
    _opened.append(engine)
    database.migrate(engine)
    return database.open_sessions(engine)


def close_databases() -> None:
    while _opened:
        _opened.pop().dispose()


def print_lines(rows: Iterable[Mapping[str, Any]], as_json: bool = True) -> None:
    for row in rows:
        print(json.dumps(row, ensure_ascii=False) if as_json else "  ".join(str(v) for v in row.values()))
    sys.stdout.flush()
