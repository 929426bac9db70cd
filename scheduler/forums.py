"""The jobs around a Forum: plan it, ask for its place, invite, remind, close it."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import clock, roles
from models.forums import forum as forums
from models.forums import invitations, surveys, telling
from models.forums.forum import ASK_PLACE_BEFORE, LAST_REMINDER, OPEN, Forum
from models.post import outbox
from models.post.messages import Message, tap


def plan(db: Session) -> None:
    forums.plan_ahead(db)


def ask_places(db: Session) -> None:
    """21 days before, whoever coordinates a region without a usual place is asked for one."""
    soon = clock.now() + ASK_PLACE_BEFORE
    for forum in _coming(db):
        if forum.place is None and forum.at <= soon and forums.claim(db, forum, "place_asked_at"):
            button = (tap("forum.give_place", f"place_of/{forum.id}", loud=True),)
            message = Message("duty.place", telling.described(forum), button)
            for person in roles.coordinators_of(db, forum.region):
                key = f"place/{forum.id}/{person.id}"
                how = {"idempotency_key": key, "until": forum.at}
                outbox.notify(db, person.line_id, message, person.language, **how)


def invite(db: Session) -> None:
    for forum in _coming(db):
        if forum.invited_at is None and forum.invite_at <= clock.now():
            invitations.invite(db, forum)


def remind(db: Session) -> None:
    """At 17.00 the day before, and three hours before; what was missed by then stays unsaid."""
    now = clock.now()
    for forum in _coming(db):
        last = forum.at - LAST_REMINDER
        if _is_time(forum.reminded_day_before_at, forum.day_before, last, now):
            invitations.remind(db, forum, "reminded_day_before_at", "forum.reminder_day_before")
        if _is_time(forum.reminded_last_at, last, forum.at - timedelta(minutes=30), now):
            invitations.remind(db, forum, "reminded_last_at", "forum.reminder_last")


def _is_time(done: datetime | None, start: datetime, end: datetime, now: datetime) -> bool:
    return done is None and start <= now < end


def close(db: Session) -> None:
    forums.close_past(db)


def ask_survey(db: Session) -> None:
    """The morning after, those who came are asked how it was."""
    for forum in surveys.due(db):
        surveys.ask(db, forum)


def _coming(db: Session) -> list[Forum]:
    coming = select(Forum).where(Forum.state.in_(OPEN), Forum.at > clock.now())
    return list(db.scalars(coming.order_by(Forum.at, Forum.id)))
