"""Who is invited to a Forum, who comes, and what they are told of it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock, people, reports
from models.base import Base, Id
from models.forums import forum as forums
from models.forums.forum import Forum
from models.people import Person
from models.post import ledger, outbox
from models.post.messages import Message, tap

COMING = ("going", "online")


class Rsvp(Base):
    __tablename__ = "rsvps"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str]  # going, online, not_going
    people: Mapped[int] = mapped_column(default=1)
    sector: Mapped[str | None]  # self, community, civil, agency, academic
    sheet_name: Mapped[str | None]  # the real name, for the sheet at the door
    answered_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("forum_id", "person_id"),)


class LateInvitation(Base):
    """Somebody who joined or moved there after the sending, and was told in the welcome."""

    __tablename__ = "late_invitations"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))

    __table_args__ = (UniqueConstraint("forum_id", "person_id"),)


def described(forum: Forum) -> dict[str, Any]:
    return {"region": forum.region, "at": forum.at.isoformat(), "hall": forum.place}


def choices(forum: Forum) -> tuple[Any, ...]:
    return (
        tap("rsvp.going", f"rsvp/{forum.id}/going", loud=True),
        tap("rsvp.several", f"rsvp/{forum.id}/several"),
        tap("rsvp.not_going", f"rsvp/{forum.id}/not_going"),
    )


def invitation(db: Session, forum: Forum) -> Message:
    """Date, place, the topics raised since the last Forum, and the buttons to answer with."""
    last = forums.previous(db, forum)
    topics = reports.raised_since(db, forum.region, last.at if last else None)
    values = {**described(forum), "topics": [list(topic) for topic in topics]}
    return Message("forum.invitation", values, choices(forum))


def invite(db: Session, forum: Forum) -> int:
    """Put the invitations of everyone in the region, once; answers to how many people."""
    if not forums.claim(db, forum, "invited_at"):
        return 0
    db.refresh(forum)
    forum.state = "invited"
    message = invitation(db, forum)
    return _tell(db, forum, "invite", message, lambda language: people.living_in(db, forum.region, language))


def remind(db: Session, forum: Forum, column: str, key: str) -> int:
    if not forums.claim(db, forum, column):
        return 0
    message = Message(key, described(forum), (tap("rsvp.change", f"rsvp/{forum.id}/change"),))
    return _tell(db, forum, column, message, lambda language: coming_to(db, forum, language))


def move(db: Session, forum: Forum, at: datetime | None = None, place: str | None = None) -> None:
    """Another time or place; those who come are told, and reminded of the new time."""
    if at is not None and at != forum.at:
        forum.at = at.astimezone(clock.now().tzinfo)
        forum.reminded_day_before_at = forum.reminded_last_at = None
        if forum.invited_at is None:
            forum.invite_at = forum.at - forums.INVITE_BEFORE
    forum.place = place or forum.place
    forum.revision += 1
    db.flush()
    change = (tap("rsvp.change", f"rsvp/{forum.id}/change"),)
    _tell_coming(db, forum, f"moved.{forum.revision}", Message("forum.moved", described(forum), change))


def cancel(db: Session, forum: Forum) -> None:
    if forum.state == "cancelled":
        return
    forum.state = "cancelled"
    _tell_coming(db, forum, "cancelled", Message("forum.cancelled", described(forum)))


def _tell_coming(db: Session, forum: Forum, what: str, message: Message) -> None:
    _tell(db, forum, what, message, lambda language: coming_to(db, forum, language))


def _tell(
    db: Session, forum: Forum, what: str, message: Message, whom: Callable[[str], Iterator[str]]
) -> int:
    return sum(
        outbox.multicast(
            db,
            f"{what}/{forum.id}/{forum.revision}/{language}",
            whom(language),
            message,
            language=language,
            forum_id=forum.id,
            until=forum.at,
        )
        for language in people.languages(db)
    )


def coming_to(db: Session, forum: Forum, language: str) -> Iterator[str]:
    """LINE ids of those who come and can be reached."""
    coming = (
        select(Person.line_id)
        .join(Rsvp)
        .where(
            Rsvp.forum_id == forum.id,
            Rsvp.answer.in_(COMING),
            Person.invitations.is_not(False),  # who says she comes is told of it, unless she wants no news
            Person.language == language,
            Person.blocked_at.is_(None),
        )
    )
    yield from db.scalars(coming.order_by(Person.id))


def answer(db: Session, forum: Forum, person: Person, said: str, count: int = 1) -> Rsvp:
    """Keep an answer; a later one takes its place."""
    rsvp = rsvp_of(db, forum, person)
    if rsvp is None:
        rsvp = Rsvp(
            forum_id=forum.id, person_id=person.id, answer=said, people=count, answered_at=clock.now()
        )
        db.add(rsvp)
    rsvp.answer, rsvp.people, rsvp.answered_at = said, count, clock.now()
    db.flush()
    return rsvp


def take_back(db: Session, forum: Forum, person: Person) -> None:
    rsvp = rsvp_of(db, forum, person)
    if rsvp is not None:
        db.delete(rsvp)
        db.flush()


def rsvp_of(db: Session, forum: Forum, person: Person) -> Rsvp | None:
    return db.scalar(select(Rsvp).where(Rsvp.forum_id == forum.id, Rsvp.person_id == person.id))


def count_of(db: Session, person_id: int) -> int:
    return db.scalar(select(func.count()).where(Rsvp.person_id == person_id)) or 0


def forget(db: Session, person_id: int) -> None:
    for table in (Rsvp, LateInvitation):
        db.execute(delete(table).where(table.person_id == person_id))


def owed_to(db: Session, person: Person) -> Forum | None:
    """The open Forum whose invitation went out before this person lived there; claimed if so."""
    if person.invitations is False or not (person.agreed and person.region):
        return None
    forum = forums.next_in(db, person.region)
    if forum is None or forum.invited_at is None or ledger.was_told(db, forum.id, person.line_id):
        return None
    late = select(LateInvitation.id).where(
        LateInvitation.forum_id == forum.id, LateInvitation.person_id == person.id
    )
    if db.scalar(late) is not None:
        return None
    db.add(LateInvitation(forum_id=forum.id, person_id=person.id))
    return forum


def open_for(db: Session, person: Person) -> Forum | None:
    """The Forum a bare "I'll come" is about: her region's next one, invitations being out."""
    forum = forums.next_in(db, person.region) if person.region else None
    return forum if forum and forum.invited_at else None


def counts(db: Session, forum: Forum) -> dict[str, int]:
    rows = db.execute(
        select(Rsvp.answer, func.count(), func.sum(Rsvp.people))
        .where(Rsvp.forum_id == forum.id)
        .group_by(Rsvp.answer)
    ).all()
    said = {answer: (persons, heads) for answer, persons, heads in rows}
    coming = [said.get(answer, (0, 0)) for answer in COMING]
    return {
        "going": sum(persons for persons, _ in coming),
        "people": sum(heads for _, heads in coming),
        "not_going": said.get("not_going", (0, 0))[0],
    }
