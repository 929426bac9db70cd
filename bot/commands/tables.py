"""What stands in the tables, for operators."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.commands.common import Wrong, open_database, print_lines
from models import corrections, roles
from models.database import reading
from models.forums import attendance, invitations
from models.forums import forum as forums
from models.forums.forum import Forum
from models.people import Person
from models.post import inbox, ledger
from models.post.inbox import Event
from models.post.outbox import Parcel
from models.reports import Report
from models.roles import Role
from models.thai.calendar import BANGKOK, read_moment

NEWEST = 200  # rows of a postal table that are listed


def add_to(commands: Any) -> None:
    for name, rows in (("reports", _reports), ("people", _people), ("corrections", corrections.proposed)):
        parser = commands.add_parser(name, help=f"the {name}, one a line")
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(does=_list, rows=rows)
    for name, rows, counts in (("inbox", _inbox, inbox.counts), ("outbox", _outbox, ledger.counts)):
        parser = commands.add_parser(name, help=f"the newest rows of the {name}")
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--count", action="store_true", help="only how many stand where")
        parser.set_defaults(does=_postal, rows=rows, counts=counts)
    parser = commands.add_parser("forums", help="the Forums; move, place or cancel one")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--number", help="the Forum to change")
    parser.add_argument("--move", metavar="ISO-TIME", help="its new time; those who come are told")
    parser.add_argument("--place", help="where it meets")
    parser.add_argument("--cancel", action="store_true", help="call it off; those who come are told")
    parser.set_defaults(does=_forums)


def _list(given: argparse.Namespace) -> int:
    with reading(open_database())() as db:
        print_lines(given.rows(db), given.json)
    return 0


def _postal(given: argparse.Namespace) -> int:
    with reading(open_database())() as db:
        if given.count:
            print_lines([given.counts(db)])
        else:
            print_lines(given.rows(db), given.json)
    return 0


def _forums(given: argparse.Namespace) -> int:
    sessions = open_database()
    if given.number:
        with sessions.begin() as db:
            found = forums.by_number(db, given.number)
            if found is None:
                print(f"no Forum has the number {given.number}")
                return 1
            _change(db, found, given)
    with reading(sessions)() as db:
        print_lines(forum_lines(db), given.json)
    return 0


def _change(db: Session, forum: Forum, given: argparse.Namespace) -> None:
    if given.cancel:
        invitations.cancel(db, forum)
    elif given.move or given.place:
        invitations.move(db, forum, _moment(given.move), given.place)


def _moment(given: str | None) -> datetime | None:
    try:
        return read_moment(given) if given else None
    except ValueError as error:
        raise Wrong(f"{given!r} is no moment such as 2026-12-24T09:00") from error


def forum_lines(db: Session) -> Iterator[dict[str, Any]]:
    for forum in db.scalars(select(Forum).order_by(Forum.at, Forum.id)):
        yield {
            "number": forum.number,
            "kind": forum.kind,
            "region": forum.region,
            "state": forum.state,
            "at": _here(forum.at),
            "invite_at": _here(forum.invite_at),
            "place": forum.place,
            "rsvp": invitations.counts(db, forum),
            "attended": attendance.heads(db, forum),
        }


def _here(moment: Any) -> str | None:
    return moment.astimezone(BANGKOK).isoformat() if moment else None


def _reports(db: Session) -> Iterator[dict[str, Any]]:
    for report in db.scalars(select(Report).order_by(Report.id)):
        yield {
            "number": report.number,
            "kind": report.kind,
            "state": report.state,
            "province": report.province,
            "region": report.region,
            "place": report.place,
            "topics": [topic.code for topic in report.topics],
            "urgency": report.urgency,
            "danger": report.danger,
            "photos": report.count("photo"),
            "voices": report.count("voice"),
            "filed_at": _here(report.filed_at),
        }


def _people(db: Session) -> Iterator[dict[str, Any]]:
    for person in db.scalars(select(Person).order_by(Person.id)):
        held = [_held(role) for role in roles.of(db, person)]
        yield {"line_id": person.line_id, "name": person.name, "place": person.place, "roles": held}


def _held(role: Role) -> dict[str, Any]:
    stands_in = role.standing_in
    deputy = {"deputy": stands_in.line_id, "until": _here(role.deputy_until)} if stands_in else {}
    return {"role": role.role, "scope": role.scope, **deputy}


def _inbox(db: Session) -> Iterator[dict[str, Any]]:
    newest = select(Event.event_id, Event.state, Event.tries, Event.error, Event.received_at)
    for row in db.execute(newest.order_by(Event.id.desc()).limit(NEWEST)):
        yield {**row._mapping, "received_at": _here(row.received_at)}


def _outbox(db: Session) -> Iterator[dict[str, Any]]:
    for parcel in db.scalars(select(Parcel).order_by(Parcel.id.desc()).limit(NEWEST)):
        yield {
            "id": parcel.id,
            "kind": parcel.kind,
            "lane": parcel.lane,
            "state": parcel.state,
            "recipients": len(parcel.recipients),
            "says": [message["key"] for message in parcel.messages if "key" in message],
            "tries": parcel.tries,
            "error": parcel.error,
            "due_at": _here(parcel.due_at),
        }
