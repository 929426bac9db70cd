"""Events as LINE sent them: kept once, taken in order within a chat, answered or set aside."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Connection, Executable, Index, bindparam, case, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base, Id, Moment, Unique, changed

LEASE = timedelta(seconds=10)
TRIES = 5
CANDIDATES = 8  # chats looked at before a worker gives up for now: others may lease the first ones
KEEP_PAYLOAD = timedelta(days=30)


class Event(Base):
    __tablename__ = "inbox"
    id: Mapped[Id]
    event_id: Mapped[Unique]  # LINE's webhookEventId
    chat: Mapped[str]  # LINE id of the person, group or room it happened in
    message_id: Mapped[str | None] = mapped_column(index=True)
    received_at: Mapped[datetime]
    payload: Mapped[str | None]  # emptied when it is no longer needed
    state: Mapped[str] = mapped_column(default="waiting")  # waiting, done, set_aside
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    done_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_inbox_state_id", "state", "id"),
        Index("ix_inbox_chat_state", "chat", "state", "id"),
    )


class Turn(Base):
    """Whose turn it is in a chat: while leased, nobody else takes an event of it."""

    __tablename__ = "turns"
    chat: Mapped[str] = mapped_column(primary_key=True)
    leased_until: Mapped[datetime]


@dataclass(frozen=True)
class Letter:
    """An event as the webhook hands it over."""

    event_id: str
    chat: str
    message_id: str | None
    payload: str


@dataclass(frozen=True)
class Taken:
    """An event in hand. The lease tells whether it still is."""

    id: int
    chat: str
    payload: str
    received_at: datetime
    tries: int
    lease: datetime


def put(connection: Connection, letters: list[Letter]) -> None:
    """Keep events; one that is known already is left as it is."""
    moment = clock.machine_now()
    rows = [{**vars(letter), "received_at": moment, "state": "waiting", "tries": 0} for letter in letters]
    connection.execute(_keep_once(connection.dialect.name), rows)


@cache
def _keep_once(dialect: str) -> Executable:
    """The statement, built once: this is the hot path."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(Event.__table__).on_conflict_do_nothing(index_elements=["event_id"])  # type: ignore[arg-type]


# These are asked for every event, so they are built once.
_NOW = bindparam("now", type_=Moment())
_BUSY = select(Turn.chat).where(Turn.leased_until > _NOW)
_FREE = Event.state == "waiting", Event.chat.not_in(_BUSY)
_WAITS = select(Event.id).where(*_FREE).limit(1)
_OLDEST = select(Event.chat).where(*_FREE).order_by(Event.id).limit(CANDIDATES)
_FIRST = (
    select(Event)
    .where(Event.chat == bindparam("of_chat"), Event.state == "waiting")
    .order_by(Event.id)
    .limit(1)
)
_LET_GO = (
    update(Turn)
    .where(Turn.chat == bindparam("of_chat"), Turn.leased_until == bindparam("lease", type_=Moment()))
    .values(leased_until=_NOW)
    .execution_options(synchronize_session=False)
)
_DONE = (
    update(Event)
    .where(Event.id == bindparam("event"), Event.state == "waiting")
    .values(state="done", done_at=_NOW)
    .execution_options(synchronize_session=False)
)


def take(db: Session) -> Taken | None:
    """The oldest waiting event of a chat whose turn is free; its chat is leased to the caller."""
    now = clock.machine_now()
    chats = dict.fromkeys(db.scalars(_OLDEST, {"now": now}))
    chat = next((chat for chat in chats if _lease(db, chat, now)), None)
    if chat is None:
        return None
    # The lease is ours: what was oldest may have been answered while we waited for it.
    event = db.scalar(_FIRST, {"of_chat": chat})
    if event is None:
        _release(db, chat)
        return None
    return Taken(event.id, event.chat, event.payload or "", event.received_at, event.tries, now + LEASE)


def _lease(db: Session, chat: str, now: datetime) -> bool:
    claim = _claim(db.get_bind().dialect.name)
    return db.execute(claim, {"of_chat": chat, "now": now, "lease": now + LEASE}).first() is not None


@cache
def _claim(dialect: str) -> Executable:
    insert = (postgresql if dialect == "postgresql" else sqlite).insert(Turn)
    lease = bindparam("lease", type_=Moment())
    claim = insert.values(chat=bindparam("of_chat"), leased_until=lease).on_conflict_do_update(
        index_elements=["chat"], set_={"leased_until": lease}, where=Turn.leased_until <= _NOW
    )
    returned: Executable = claim.returning(Turn.chat)
    return returned


def _release(db: Session, chat: str, until: datetime | None = None) -> None:
    db.execute(update(Turn).where(Turn.chat == chat).values(leased_until=until or clock.machine_now()))


def done(db: Session, taken: Taken) -> bool:
    """Mark an event answered. False: the lease was lost, so this answer must not be kept."""
    now = clock.machine_now()
    held = {"of_chat": taken.chat, "lease": taken.lease, "now": now}
    if not changed(db, _LET_GO, held):
        return False
    return bool(changed(db, _DONE, {"event": taken.id, "now": now}))


def failed(db: Session, taken: Taken, error: str) -> None:
    """Try again after a pause that grows; after the last try set it aside, so that the chat goes on."""
    tries = taken.tries + 1
    state = case((Event.tries + 1 >= TRIES, "set_aside"), else_="waiting")
    db.execute(
        update(Event)
        .where(Event.id == taken.id, Event.state == "waiting")
        .values(tries=tries, error=error, state=state)
    )
    _release(db, taken.chat, clock.machine_now() + timedelta(seconds=min(2**tries, 60) / 4))


def empty(db: Session, event_id: int) -> None:
    db.execute(update(Event).where(Event.id == event_id).values(payload=None))


def waits(db: Session) -> bool:
    """Whether an event may be taken now."""
    return db.scalar(_WAITS, {"now": clock.machine_now()}) is not None


def is_busy(db: Session) -> bool:
    """Whether any event still has to be answered."""
    return db.scalar(select(Event.id).where(Event.state == "waiting").limit(1)) is not None


def of_chat(db: Session, chat: str) -> list[Event]:
    """The events of a chat whose payload is still kept."""
    kept = select(Event).where(Event.chat == chat, Event.payload.is_not(None))
    return list(db.scalars(kept.order_by(Event.id)))


def words_of_message(db: Session, message_id: str) -> str | None:
    """What was written in a message, as long as its event is kept."""
    kept = select(Event.payload).where(Event.message_id == message_id, Event.payload.is_not(None))
    messages = (json.loads(payload or "{}").get("message") for payload in db.scalars(kept))
    texts = (message.get("text") for message in messages if isinstance(message, dict))
    return next((text for text in texts if isinstance(text, str)), None)


def empty_of_message(db: Session, message_id: str) -> None:
    db.execute(update(Event).where(Event.message_id == message_id).values(payload=None, error=None))


def empty_of_person(db: Session, line_id: str) -> None:
    """What she wrote to us; errors may quote her. Of groups only what failed is still there."""
    in_group = (Event.state == "set_aside") & Event.payload.contains(line_id, autoescape=True)
    hers = (Event.chat == line_id) & (Event.state != "waiting") | in_group
    db.execute(update(Event).where(hers).values(payload=None, error=None))


def empty_old(db: Session) -> None:
    """Payloads leave thirty days after the answer, or after what failed; the id stays: nothing is heard twice."""
    old = func.coalesce(Event.done_at, Event.received_at) <= clock.now() - KEEP_PAYLOAD
    full = Event.payload.is_not(None) | Event.error.is_not(None)
    db.execute(update(Event).where(Event.state != "waiting", old, full).values(payload=None, error=None))


def counts(db: Session) -> dict[str, int]:
    """How many events are `stored` in all, `waiting` for an answer, and `set_aside`."""
    few = select(Event.state, func.count()).where(Event.state.in_(("waiting", "set_aside")))
    by_state = {state: count for state, count in db.execute(few.group_by(Event.state))}
    stored = db.scalar(select(func.count()).select_from(Event)) or 0
    return {
        "stored": stored,
        "waiting": by_state.get("waiting", 0),
        "set_aside": by_state.get("set_aside", 0),
    }
