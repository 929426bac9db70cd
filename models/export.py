"""A person's data in one document: everything we keep of her, and nothing of anybody else."""

import json
from base64 import b64encode
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from models import consents, media, roles
from models.base import Base
from models.forums import hers
from models.forums.forum import Forum
from models.forums.invitations import Rsvp
from models.media import Media
from models.people import Person
from models.post import drafts, inbox
from models.post.inbox import Event
from models.post.outbox import Parcel
from models.questions import Question, QuestionPart
from models.reports import Report

Json = dict[str, Any]


def of(db: Session, person: Person) -> Json:
    reports = db.scalars(select(Report).where(Report.person_id == person.id).order_by(Report.id))
    rsvps = select(Rsvp, Forum.number).join(Forum).where(Rsvp.person_id == person.id).order_by(Rsvp.id)
    waiting = select(Parcel).where(
        Parcel.chat == person.line_id, Parcel.state == "waiting", Parcel.kind == "say"
    )
    return {
        "person": _row(person),
        "consents": [_row(one) for one in consents.history(db, person)],
        "roles": [_row(role) for role in roles.of(db, person)],
        "reports": [_report(report) for report in reports],
        "questions": [_question(question) for question in _asked_by(db, person)],
        "answers": [part.text for part in _answered_by(db, person)],
        "rsvps": [{"forum": number, **_row(rsvp)} for rsvp, number in db.execute(rsvps)],
        **{name: [_row(row) for row in found] for name, found in hers.rows(db, person.id).items()},
        "drafts": [_row(draft) for draft in drafts.all_of(db, person.id)],
        "media": [_medium(one) for one in media.of_chat(db, person.line_id)],
        "heard": [_heard(event) for event in inbox.of_chat(db, person.line_id)],
        "waiting_to_be_said": [parcel.messages for parcel in db.scalars(waiting)],
    }


def _asked_by(db: Session, person: Person) -> list[Question]:
    return list(db.scalars(select(Question).where(Question.person_id == person.id).order_by(Question.id)))


def _answered_by(db: Session, person: Person) -> list[QuestionPart]:
    """What she said to the questions of others."""
    hers = select(QuestionPart).join(Question).where(Question.answered_by == person.id)
    return list(db.scalars(hers.where(QuestionPart.kind == "answer").order_by(QuestionPart.id)))


def _question(question: Question) -> Json:
    """Her own words of it; the answer is another's."""
    asked = [part for part in question.parts if part.kind != "answer"]
    return {
        "place": question.place,
        "state": question.state,
        "asked_at": question.asked_at.isoformat(),
        "parts": [{**_row(part), "message_id": part.message_id} for part in asked],
    }


def _row(row: Base) -> Json:
    """The columns of a row; moments as ISO text, without the numbers that only join tables."""
    columns = [column.key for column in inspect(type(row)).column_attrs]
    kept = {name: getattr(row, name) for name in columns if name != "id" and not name.endswith("_id")}
    return {name: _plain(value) for name, value in kept.items()} | _ids(row)


def _ids(row: Base) -> Json:
    return {"line_id": row.line_id} if isinstance(row, Person) else {}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _report(report: Report) -> Json:
    return {
        **_row(report),
        "number": report.number,
        "state": report.state,
        "parts": [{**_row(part), "message_id": part.message_id} for part in report.parts],
        "topics": [_row(topic) for topic in report.topics],
        "history": [_row(change) for change in report.history],
    }


def _heard(event: Event) -> Json:
    """What LINE handed us of her, as long as it is kept."""
    return {"received_at": event.received_at.isoformat(), "event": json.loads(event.payload or "null")}


def _medium(one: Media) -> Json:
    content = b64encode(one.content).decode()
    return {
        "message_id": one.message_id,
        "mime": one.mime,
        "kept_at": one.kept_at.isoformat(),
        "base64": content,
    }
