"""How the two boxes fare, for operators: what waits too long, what was given up, and why."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import clock
from models.post.inbox import Event
from models.post.outbox import Parcel

NEVER_MIND = ("profile", "loading")  # a name or an animation may well be refused


class Box(NamedTuple):
    """`oldest`: since when the oldest waits; `given_up`: what was lately set aside or refused, and one reason."""

    waiting: int
    oldest: datetime | None
    given_up: int
    because: str


def of_inbox(db: Session, since: datetime) -> Box:
    waits = Event.state == "waiting"
    waiting, oldest = db.execute(select(func.count(), func.min(Event.received_at)).where(waits)).one()
    aside = (Event.state == "set_aside", Event.received_at >= since)
    given_up, because = db.execute(select(func.count(), func.max(Event.error)).where(*aside)).one()
    return Box(waiting, oldest, given_up, because or "")


def of_outbox(db: Session, since: datetime) -> Box:
    """Only what is due waits: an invitation for next week does not."""
    due = (Parcel.state == "waiting", Parcel.due_at <= clock.now())
    waiting, oldest = db.execute(select(func.count(), func.min(Parcel.due_at)).where(*due)).one()
    refused = (Parcel.state == "refused", Parcel.due_at >= since, Parcel.kind.not_in(NEVER_MIND))
    given_up, because = db.execute(select(func.count(), func.max(Parcel.error)).where(*refused)).one()
    return Box(waiting, oldest, given_up, because or "")


def why_it_waits(db: Session) -> str:
    """What LINE said of the row that is due longest and was tried; empty if none was."""
    tried = select(Parcel.error).where(Parcel.state == "waiting", Parcel.error.is_not(None))
    return db.scalar(tried.order_by(Parcel.due_at).limit(1)) or ""


def days_ago(days: int) -> datetime:
    return clock.now() - timedelta(days=days)
