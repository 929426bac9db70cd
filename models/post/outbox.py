"""What waits to go out: put with the answer it belongs to, or taken back before it is said.

A row is one call to LINE. Its retry key is stored before the first try and its body beside it,
so that every further try is the same request.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice
from typing import Any
from uuid import uuid4

from sqlalchemy import Index, Text, and_, bindparam, cast, delete, or_, select, true
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base, Id
from models.post.messages import Message, packed

URGENT, REPLY, CALL, NOTICE, BROADCAST = range(5)  # lanes, most urgent first; an emergency call has its own
REPLY_FRESH = timedelta(seconds=50)  # LINE takes a reply token for one minute
SETTLE = timedelta(seconds=1.5)  # how long a burst may go on before it is answered
CHUNK = 500  # recipients of one multicast
BATCH = 50  # rows of one insert


class Parcel(Base):
    __tablename__ = "outbox"
    id: Mapped[Id]
    lane: Mapped[int]
    kind: Mapped[str] = mapped_column(default="say")  # say, or an errand: media, profile, loading, menu
    chat: Mapped[str | None]  # the chat of an answer or of a notice to one
    recipients: Mapped[list[Any]]  # LINE ids
    messages: Mapped[list[Any]]  # packed Messages, or an errand's particulars
    heads: Mapped[int | None]  # how many people a push to a group reaches; LINE counts each
    language: Mapped[str] = mapped_column(default="th")
    reply_token: Mapped[str | None]
    reply_until: Mapped[datetime | None]
    retry_key: Mapped[str] = mapped_column(unique=True, default=lambda: str(uuid4()))
    idempotency_key: Mapped[str | None] = mapped_column(unique=True)
    forum_id: Mapped[int | None] = mapped_column(index=True)
    burst: Mapped[bool] = mapped_column(default=False)  # may be replaced by a later answer
    body: Mapped[str | None]
    due_at: Mapped[datetime]
    until: Mapped[datetime | None]
    leased_until: Mapped[datetime | None]
    retry_at: Mapped[datetime | None]  # not before, by the machine's clock
    tries: Mapped[int] = mapped_column(default=0)
    first_tried_at: Mapped[datetime | None]
    unsure: Mapped[bool] = mapped_column(default=False)  # a try may have been accepted unseen
    state: Mapped[str] = mapped_column(default="waiting")  # waiting, sent, refused, expired
    error: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    sent_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_outbox_state_lane", "state", "lane", "id"),
        Index("ix_outbox_chat_state", "chat", "state"),
    )

    @property
    def cost(self) -> int:
        """Messages of the month's quota that a push of it uses."""
        return self.heads or len(self.recipients)

    def close(self, state: str, error: str | None = None) -> None:
        """What was said is not kept: only its key, for operators."""
        self.state, self.body, self.leased_until, self.reply_token = state, None, None, None
        self.error = error or self.error
        self.messages = [{"key": message["key"]} for message in self.messages if "key" in message]


def answer(
    db: Session,
    chat: str,
    messages: list[Message],
    language: str,
    reply: tuple[str, datetime] | None = None,
    **how: Any,
) -> dict[str, datetime]:
    """Put the answer to one event. `reply`: its token and when we received it.

    A waiting answer to a burst is replaced, so that a burst gets one answer. What is not said because of
    it is handed back: its keys, and when they were put.
    """
    unsaid = _overtake(db, chat)
    burst = how.pop("burst", False)
    db.add(
        Parcel(
            lane=how.pop("lane", REPLY),
            chat=chat,
            recipients=[chat],
            messages=packed(messages),
            language=language,
            reply_token=reply[0] if reply else None,
            reply_until=reply[1] + REPLY_FRESH if reply else None,
            burst=burst,
            due_at=clock.now() + (SETTLE if burst else timedelta()),
            **how,
        )
    )
    said = {message.key for message in messages}
    return {key: put_at for key, put_at in unsaid.items() if key not in said}


_OF_BURST = Parcel.chat == bindparam("of_chat"), Parcel.state == "waiting", Parcel.burst == true()
_UNSAID = select(Parcel.messages).where(*_OF_BURST)
_TAKEN_BACK = (
    delete(Parcel)
    .where(*_OF_BURST, Parcel.leased_until.is_(None))
    .returning(Parcel.messages, Parcel.created_at)
    .execution_options(synchronize_session=False)
)


def _overtake(db: Session, chat: str) -> dict[str, datetime]:
    """Take back what nobody has in hand yet."""
    gone = db.execute(_TAKEN_BACK, {"of_chat": chat})
    return {message["key"]: put_at for messages, put_at in gone for message in messages}


def about_to_say(db: Session, chat: str) -> set[str]:
    """The keys of an answer that still waits for more pieces."""
    waiting = db.scalars(_UNSAID, {"of_chat": chat})
    return {message["key"] for messages in waiting for message in messages}


def notify(db: Session, line_id: str, message: Message, language: str, **how: Any) -> None:
    """Put a push to one person. With an `idempotency_key` already known, nothing is put."""
    key = how.get("idempotency_key")
    if key and db.scalar(select(Parcel.id).where(Parcel.idempotency_key == key)):
        return
    how = {"lane": NOTICE, "due_at": clock.now(), **how}
    db.add(Parcel(chat=line_id, recipients=[line_id], messages=packed([message]), language=language, **how))


def multicast(db: Session, key: str, line_ids: Iterable[str], message: Message, **how: Any) -> int:
    """Put one row for every 500 people, each with its own retry key; answers how many people."""
    people, ids, rows = 0, iter(line_ids), []
    shared = {"lane": BROADCAST, "due_at": clock.now(), "messages": packed([message]), **how}
    for number, chunk in enumerate(iter(lambda: list(islice(ids, CHUNK)), [])):
        rows.append({**shared, "recipients": chunk, "idempotency_key": f"{key}/{number}"})
        people += len(chunk)
        if len(rows) == BATCH:
            db.bulk_insert_mappings(Parcel.__mapper__, rows)
            rows = []
    if rows:
        db.bulk_insert_mappings(Parcel.__mapper__, rows)
    return people


def errand(db: Session, kind: str, particulars: dict[str, Any], lane: int = REPLY, **how: Any) -> None:
    """Put something to fetch or to set at LINE: media, profile, loading."""
    key = how.get("idempotency_key")
    if key and db.scalar(select(Parcel.id).where(Parcel.idempotency_key == key)):
        return
    how = {"due_at": clock.now(), **how}
    db.add(Parcel(lane=lane, kind=kind, recipients=[], messages=[particulars], **how))


def fetch_name(db: Session, line_id: str) -> None:
    """Ask LINE once what a person calls herself."""
    errand(db, "profile", {"line_id": line_id}, lane=NOTICE, idempotency_key=_name_key(line_id))


def cancel_errands(db: Session, chat: str, key: str = "media/") -> None:
    """What was to be fetched for a chat is not wanted any more."""
    waiting = (Parcel.chat == chat, Parcel.kind != "say", Parcel.state == "waiting")
    db.execute(delete(Parcel).where(*waiting, Parcel.idempotency_key.startswith(key)))


def unfetch_name(db: Session, line_id: str) -> None:
    """Her name is not wanted any more; should she come back, LINE is asked again."""
    db.execute(delete(Parcel).where(Parcel.idempotency_key == _name_key(line_id)))


def _name_key(line_id: str) -> str:
    return f"profile/{line_id}"


def leave_out(db: Session, line_id: str) -> None:
    """Take somebody off what waits to be said to many; a row that was tried keeps its bytes."""
    hers = cast(Parcel.recipients, Text).contains(line_id, autoescape=True)
    to_many = or_(Parcel.lane == BROADCAST, and_(Parcel.lane == CALL, Parcel.chat.is_(None)))
    untried = (Parcel.state == "waiting", to_many, Parcel.body.is_(None))
    for parcel in db.scalars(select(Parcel).where(*untried, hers)):
        parcel.recipients = [one for one in parcel.recipients if one != line_id]
        if not parcel.recipients:
            parcel.close("refused", "taken back")
