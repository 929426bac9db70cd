"""A person's data: all of it in one document, or all of it forgotten."""

import argparse
import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.commands.common import Wrong, open_database, print_lines
from bot.words.wordings import read_before
from models import consent, database, export
from models.database import reading
from models.people import Person


def add_to(commands: Any) -> None:
    _add(commands, "export", "a person's data, as one JSON document", _export)
    _add(commands, "erase", "forget a person, as if she had typed it in the chat", _erase)


def _add(commands: Any, name: str, about: str, does: Callable[[argparse.Namespace], int]) -> None:
    parser = commands.add_parser(name, help=about)
    parser.add_argument("line_id", metavar="LINE_USER_ID")
    parser.set_defaults(does=does)


def _export(given: argparse.Namespace) -> int:
    """Each consent with the question as it was read."""
    with reading(open_database())() as db:
        told = export.of(db, _person(db, given.line_id))
    for step in told["consents"]:
        step["question"] = read_before(step["wording"], step["what"])
    print(json.dumps(told, ensure_ascii=False, indent=1))
    return 0


def _erase(given: argparse.Namespace) -> int:
    sessions = open_database()
    with sessions.begin() as db:
        left = consent.erase(db, _person(db, given.line_id))
    database.write_back(sessions.kw["bind"])
    print_lines([{"line_id": given.line_id, "erased": left}])
    return 0


def _person(db: Session, line_id: str) -> Person:
    found = db.scalar(select(Person).where(Person.line_id == line_id))
    if found is None:
        raise Wrong(f"nobody with the LINE user id {line_id} is known")
    return found
