"""What the outbox can tell: who was told, how much waits, what was put since."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.post.outbox import Parcel


def counts(db: Session) -> dict[str, int]:
    by_state = select(Parcel.state, func.count()).group_by(Parcel.state)
    rows = {state: count for state, count in db.execute(by_state)}
    aside = rows.get("refused", 0) + rows.get("expired", 0)
    return {"waiting": rows.get("waiting", 0), "sent": rows.get("sent", 0), "refused": aside}


def was_told(db: Session, forum_id: int, line_id: str) -> bool:
    """Whether a row of this Forum's invitations holds this person."""
    rows = select(Parcel.recipients).where(
        Parcel.forum_id == forum_id, Parcel.idempotency_key.startswith("invite/")
    )
    return any(line_id in recipients for recipients in db.scalars(rows))


def recipients_of(db: Session, key: str) -> set[str]:
    """LINE ids of those for whom rows were put whose idempotency key begins so."""
    began = Parcel.idempotency_key.startswith(key, autoescape=True)
    return {line_id for line_id in db.scalars(select(Parcel.chat).where(began)) if line_id}


def chats_told(db: Session, key: str) -> set[str]:
    """The chats to which a row went out whose idempotency key begins so."""
    began = Parcel.idempotency_key.startswith(key, autoescape=True)
    return {chat for chat in db.scalars(select(Parcel.chat).where(began, Parcel.state == "sent")) if chat}


def recipients(db: Session, key: str, sent: bool = False) -> set[str]:
    """Everybody in rows whose idempotency key begins so; with `sent`, in those that went out."""
    began = Parcel.idempotency_key.startswith(key, autoescape=True)
    rows = select(Parcel.recipients).where(began, *([Parcel.state == "sent"] if sent else []))
    return {line_id for found in db.scalars(rows) for line_id in found}


def state(db: Session, key: str) -> str | None:
    """What became of the row with this idempotency key."""
    return db.scalar(select(Parcel.state).where(Parcel.idempotency_key == key))


def count(db: Session, key: str) -> int:
    """Rows whose idempotency key begins so."""
    began = Parcel.idempotency_key.startswith(key, autoescape=True)
    return db.scalar(select(func.count()).select_from(Parcel).where(began)) or 0


def first_sent(db: Session, key: str) -> datetime | None:
    """When the first row whose idempotency key begins so went out."""
    began = Parcel.idempotency_key.startswith(key, autoescape=True)
    return db.scalar(select(func.min(Parcel.sent_at)).where(began, Parcel.state == "sent"))


def newest(db: Session) -> int:
    return db.scalar(select(func.max(Parcel.id))) or 0


def since(db: Session, parcel_id: int) -> list[Parcel]:
    return list(db.scalars(select(Parcel).where(Parcel.id > parcel_id).order_by(Parcel.id)))
