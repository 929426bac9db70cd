"""What still waits to be said and is no longer so: it is said anew, or set aside."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import clock
from models.post.messages import Message, packed
from models.post.outbox import NOTICE, Parcel


def reword(db: Session, forum_id: int, key: str, message: Message, until: datetime) -> None:
    """Say something else to whoever was not told yet. Another body wants another retry key."""
    for parcel in _untaken(db, forum_id, key):
        parcel.messages, parcel.until = packed([message]), until
        parcel.body, parcel.first_tried_at, parcel.retry_key = None, None, str(uuid4())


def withdraw(db: Session, forum_id: int, key: str = "") -> None:
    for parcel in _untaken(db, forum_id, key):
        parcel.state, parcel.body, parcel.messages = "expired", None, []


def stop(db: Session, forum_id: int) -> set[str]:
    """Try nothing of it any more, not even what is in hand or was lost on the way; answers who may have heard that."""
    waiting = select(Parcel).where(Parcel.forum_id == forum_id, Parcel.state == "waiting")
    doubtful: set[str] = set()
    for parcel in db.scalars(waiting.order_by(Parcel.id).with_for_update()):
        doubtful |= set(parcel.recipients) if parcel.unsure or parcel.leased_until else set()
        parcel.close("expired")
    return doubtful


def said_otherwise(db: Session, key: str, line_id: str) -> None:
    """What was to be pushed under this key is said in an answer; the key stays, so that it is not pushed again."""
    row = db.scalar(select(Parcel).where(Parcel.idempotency_key == key))
    if row is None:
        row = Parcel(lane=NOTICE, recipients=[line_id], messages=[], due_at=clock.now(), idempotency_key=key)
        db.add(row)
    row.close("sent", "said in an answer")


def _untaken(db: Session, forum_id: int, key: str) -> list[Parcel]:
    """Rows whose idempotency key begins so and that LINE has surely not taken: neither in hand nor lost on the way."""
    waiting = (Parcel.forum_id == forum_id, Parcel.state == "waiting", ~Parcel.unsure)
    begun = Parcel.idempotency_key.startswith(key, autoescape=True)
    rows = select(Parcel).where(*waiting, begun, Parcel.leased_until.is_(None))
    return list(db.scalars(rows.with_for_update(skip_locked=True)))
