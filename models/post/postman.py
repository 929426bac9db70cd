"""Takes rows out of the outbox, the most urgent first, and marks what became of each."""

from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from models import clock
from models.base import Moment
from models.post.outbox import BROADCAST, CALL, NOTICE, REPLY, URGENT, Parcel

LEASE = timedelta(seconds=10)  # longer than the longest call to LINE


# These are asked for every message, so they are built once.
_NOW, _MACHINE = bindparam("now", type_=Moment()), bindparam("machine", type_=Moment())
_DUE = (
    Parcel.state == "waiting",
    Parcel.due_at <= _NOW,
    or_(Parcel.leased_until.is_(None), Parcel.leased_until <= _MACHINE),
    or_(Parcel.retry_at.is_(None), Parcel.retry_at <= _MACHINE),
    Parcel.lane.in_(bindparam("lanes", expanding=True)),
)
_IS_DUE = select(Parcel.id).where(*_DUE).limit(1)
_OTHER = aliased(Parcel)
_IN_HAND = select(_OTHER.id).where(
    _OTHER.chat == Parcel.chat,
    _OTHER.state == "waiting",
    _OTHER.kind == "say",
    _OTHER.leased_until > _MACHINE,
)
_NEXT = (
    select(Parcel)
    .where(*_DUE, or_(Parcel.chat.is_(None), ~_IN_HAND.exists()))
    .order_by(Parcel.lane, Parcel.id)
    .limit(1)
    .with_for_update(skip_locked=True, of=Parcel)
)
_EXPIRE = (
    update(Parcel)
    .where(Parcel.state == "waiting", Parcel.until <= _NOW)
    .values(state="expired", body=None, messages=[])
    .execution_options(synchronize_session=False)
)


def _moments(lanes: tuple[int, ...]) -> dict[str, Any]:
    return {"now": clock.now(), "machine": clock.machine_now(), "lanes": lanes}


def take(db: Session, lanes: tuple[int, ...]) -> Parcel | None:
    """Lease the most urgent row that is due, of a chat with no other row in hand."""
    parcel = db.scalar(_NEXT, _moments(lanes))
    if parcel is not None:
        parcel.leased_until = clock.machine_now() + LEASE
    return parcel


def expire(db: Session) -> None:
    """Set aside what came too late to be said."""
    db.execute(_EXPIRE, {"now": clock.now()})


def first_try(parcel: Parcel, body: str) -> str:
    """Fix the body of a row at its first try; the same key never goes with other bytes."""
    if parcel.body is None:
        parcel.body = body
    parcel.tries += 1
    parcel.first_tried_at = parcel.first_tried_at or clock.machine_now()
    return parcel.body


def standing(db: Session, parcel: Parcel) -> Parcel | None:
    """The row of a parcel that was in hand; None if it was taken back while LINE was asked."""
    row = db.get(Parcel, parcel.id, with_for_update=True)
    return row if row is not None and row.state == "waiting" else None


def untaken(db: Session, parcel: Parcel) -> Parcel | None:
    """The row of a parcel that LINE did not take; None if it is to be said otherwise by now."""
    row = standing(db, parcel)
    if row is None or row.retry_key == parcel.retry_key:
        return row
    row.leased_until = None
    return None


def sent(parcel: Parcel) -> None:
    parcel.close("sent")
    parcel.sent_at = clock.now()


def refused(parcel: Parcel, error: str) -> None:
    parcel.close("refused", error)


def later(parcel: Parcel, pause: timedelta, error: str, unsure: bool = False) -> None:
    parcel.leased_until, parcel.retry_at = None, clock.machine_now() + pause
    parcel.error, parcel.unsure = error, parcel.unsure or unsure


def split(db: Session, parcel: Parcel, error: str) -> None:
    """Cut a refused multicast in two, for one bad id fails the whole call."""
    half = len(parcel.recipients) // 2
    for side, ids in enumerate((parcel.recipients[:half], parcel.recipients[half:])):
        db.add(
            Parcel(
                lane=parcel.lane,
                recipients=ids,
                messages=parcel.messages,
                language=parcel.language,
                forum_id=parcel.forum_id,
                idempotency_key=f"{parcel.idempotency_key or parcel.retry_key}.{side}",
                due_at=parcel.due_at,
                until=parcel.until,
            )
        )
    parcel.recipients = []
    refused(parcel, error)


def is_due(db: Session, lanes: tuple[int, ...] = (URGENT, REPLY, CALL, NOTICE, BROADCAST)) -> bool:
    """Whether a row may be taken now."""
    return db.scalar(_IS_DUE, _moments(lanes)) is not None


def in_motion(db: Session) -> bool:
    """Whether anything due is in hand, or will be tried again within moments."""
    machine = clock.machine_now()
    soon = machine + LEASE
    due = (Parcel.state == "waiting", Parcel.due_at <= clock.now())
    settled = (Parcel.leased_until.is_(None) | (Parcel.leased_until <= machine)) & (Parcel.retry_at > soon)
    return db.scalar(select(Parcel.id).where(*due, ~func.coalesce(settled, False)).limit(1)) is not None
