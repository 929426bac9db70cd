"""What is told of a question: to those who have it, to those who had it, and to her who asked."""

from typing import Any

from sqlalchemy.orm import Session

from handlers import attached, duty
from models import clock, questions, roles
from models.people import Person
from models.post import outbox
from models.post.messages import Choice, Message, tap
from models.questions import Question

ANSWER = "answering.answer"


def named(db: Session, question: Question) -> list[dict[str, Any]]:
    """Who has it now, by name and role."""
    return [duty.named(db, one, question.place) for one in questions.holders(db, question)][: duty.MOST_NAMED]


def would_get(db: Session, asker: Person, place: str | None, before: Question | None) -> list[dict[str, Any]]:
    """Who would get a question that she asked now."""
    scope = questions.first_level(db, asker, place, before)
    found = questions.at_level(db, scope, asker) if scope else []
    return [duty.named(db, one, place) for one in found][: duty.MOST_NAMED]


def answered_by(db: Session, question: Question) -> list[dict[str, Any]]:
    return [duty.named(db, question.answerer, question.place)] if question.answerer else []


def card(db: Session, question: Question, reader: Person, why: str) -> Message:
    """A question as one who may answer it sees it; the asker's name only for those who may know it."""
    knows = roles.may(db, reader, "see_names", question.place)
    before = db.get(Question, question.follows) if question.follows else None
    values = {
        "why": why,
        "asker": {"name": question.person.name if knows else None, "place": question.place},
        "question": question.text,
        "photos": question.count("photo"),
        "voices": question.count("voice"),
        "before": before.text if before else None,
        "at": question.asked_at.isoformat(),
    }
    opened = attached.way(db, reader, question)
    return Message("answering.card", values, (*opened, *_buttons(db, question)))


def _buttons(db: Session, question: Question) -> tuple[Choice, ...]:
    answer = tap(ANSWER, f"question/{question.id}/answer", loud=True)
    if questions.is_at_the_top(db, question):
        return (answer,)
    return answer, tap("answering.pass", f"question/{question.id}/pass/{question.scope}")


def tell_holders(db: Session, question: Question, why: str) -> None:
    for one in questions.holders(db, question):
        key = f"question/{question.id}/{question.scope}/{one.id}"
        outbox.notify(db, one.line_id, card(db, question, one, why), one.language, idempotency_key=key)


def call_to_mind(db: Session, question: Question) -> None:
    for one in questions.holders(db, question):
        key = f"question/{question.id}/again/{clock.now():%Y%m%d}/{one.id}"
        message = card(db, question, one, "again")
        outbox.notify(db, one.line_id, message, one.language, idempotency_key=key)


def has_climbed(db: Session, question: Question, had: list[Person]) -> None:
    """Nobody answered in time: those above get it, those who had it and the asker are told so."""
    tell_holders(db, question, "climbed")
    tell_asker(db, question)
    values = {"question": question.text, "told": named(db, question)}
    answer = (tap(ANSWER, f"question/{question.id}/answer"),)
    for one in had:
        key = f"climbed/{question.id}/{question.scope}/{one.id}"
        message = Message("answering.climbed", values, answer)
        outbox.notify(db, one.line_id, message, one.language, idempotency_key=key)


def tell_asker(db: Session, question: Question) -> None:
    """Who has her question now."""
    told = named(db, question)
    message = Message("ask.moved" if told else "ask.kept", {"question": question.text, "told": told})
    _to_asker(db, question, message, f"asked/{question.id}/{question.scope}/{question.moves_at:%Y%m%d%H%M}")


def answer_card(db: Session, question: Question) -> Message:
    """The answer as she who asked sees it, with the name and role of whoever gave it."""
    told = answered_by(db, question)
    values = {"told": told, "answer": question.answer, "question": question.text}
    more = tap("ask.more", f"asked/{question.id}/more")
    return Message("ask.answer", values, (more, tap("ask.thanks", f"asked/{question.id}/thanks", loud=True)))


def tell_answer(db: Session, question: Question) -> None:
    _to_asker(db, question, answer_card(db, question), f"answer/{question.id}")


def _to_asker(db: Session, question: Question, message: Message, key: str) -> None:
    asker = question.person
    outbox.notify(db, asker.line_id, message, asker.language, idempotency_key=key)


def tell_thanks(db: Session, question: Question, officer: Person) -> None:
    knows = roles.may(db, officer, "see_names", question.place)
    asker = {"name": question.person.name if knows else None, "place": question.place}
    message = Message("answering.thanked", {"asker": asker, "answer": question.answer})
    outbox.notify(db, officer.line_id, message, officer.language, idempotency_key=f"thanks/{question.id}")
