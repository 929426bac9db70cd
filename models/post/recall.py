"""What still waits to be said and is no longer so: it is said anew, or set aside."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.post.messages import Message, packed
from models.post.outbox import Parcel


def reword(db: Session, forum_id: int, key: str, message: Message, until: datetime) -> None:
    """Say something else to whoever was not told yet. Another body wants another retry key."""
    for parcel in _untaken(db, forum_id, key):
        parcel.messages, parcel.until = packed([message]), until
        parcel.body, parcel.first_tried_at, parcel.retry_key = None, None, str(uuid4())


def withdraw(db: Session, forum_id: int, key: str = "") -> None:
    for parcel in _untaken(db, forum_id, key):
        parcel.state, parcel.body, parcel.messages = "expired", None, []


def _untaken(db: Session, forum_id: int, key: str) -> list[Parcel]:
    """Rows whose idempotency key begins so and that LINE has surely not taken: neither in hand nor lost on the way."""
    waiting = (Parcel.forum_id == forum_id, Parcel.state == "waiting", ~Parcel.unsure)
    begun = Parcel.idempotency_key.startswith(key, autoescape=True)
    rows = select(Parcel).where(*waiting, begun, Parcel.leased_until.is_(None))
    return list(db.scalars(rows.with_for_update(skip_locked=True)))
