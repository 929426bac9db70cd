"""Who is invited to a Forum, who comes, and what they are told of it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock, people
from models.base import Base, Id
from models.forums import audience, in_groups, telling
from models.forums import forum as forums
from models.forums.forum import Forum
from models.people import Person
from models.post import ledger, outbox, recall
from models.post.messages import Message

COMING = ("going", "online")
TAKEN_BACK = "taken_back"  # such a row only remembers what was asked beside the answer
MOST_LATE = 3  # invitations that are made up for at once


class Rsvp(Base):
    __tablename__ = "rsvps"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str]  # going, online, not_going, help, taken_back
    people: Mapped[int] = mapped_column(default=1)
    need: Mapped[
        str | None
    ]  # of somebody who was called in an emergency: boat, food, medicine, shelter, bedridden
    sector: Mapped[str | None]  # self, or one of the sectors of organisations
    sheet_name: Mapped[str | None]  # the real name, for the sheet at the door
    sheet_asked_at: Mapped[datetime | None]
    answered_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("forum_id", "person_id"),)


class LateInvitation(Base):
    """Somebody who joined or moved there after the sending, and was told in the welcome."""

    __tablename__ = "late_invitations"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))

    __table_args__ = (UniqueConstraint("forum_id", "person_id"),)


def invite(db: Session, forum: Forum, message: Message | None = None, **how: Any) -> int:
    """Put the invitations of everyone the Forum is for, once; answers to how many people."""
    if not forums.claim(db, forum, "invited_at"):
        return 0
    db.refresh(forum)
    forum.state = "invited"
    said = message or telling.invitation(db, forum)
    invited = _tell(db, forum, "invite", said, lambda language: audience.line_ids(db, forum, language), **how)
    in_groups.invite(db, forum, telling.to_group(db, forum), audience.groups_for(db, forum))
    return invited


def remind(db: Session, forum: Forum, column: str, key: str) -> int:
    """Those who come to the hall, and those who come online with the link they need."""
    if not forums.claim(db, forum, column):
        return 0
    values = {**telling.described(forum), "note": forum.note}
    in_hall = Message(key, values, (telling.change(forum), *telling.details(forum)))
    online = Message(f"{key}_online", values, (*telling.way_online(forum), telling.change(forum)))
    return tell_coming(db, forum, column, in_hall, ("going",)) + tell_coming(
        db, forum, f"{column}.online", online if forum.online_url else in_hall, ("online",)
    )


def move(db: Session, forum: Forum, at: datetime | None = None, place: str | None = None) -> int:
    """Another time or place; those who come are told, and reminded of the new time. Answers how many."""
    if at is not None and at != forum.at:
        forum.at = at.astimezone(UTC)
        forum.reminded_day_before_at = forum.reminded_last_at = None
        if forum.invited_at is None:
            forum.invite_at = forum.at - forums.INVITE_BEFORE
    forum.place = place or forum.place
    _changed(db, forum)
    moved = Message("forum.moved", telling.described(forum), (telling.change(forum), *telling.details(forum)))
    ways = telling.to_group(db, forum).choices
    _tell_groups(db, forum, "moved", Message("group.moved", telling.described(forum), ways))
    return tell_coming(db, forum, f"moved.{forum.revision}", moved)


def _tell_groups(db: Session, forum: Forum, what: str, message: Message) -> None:
    """Groups that know of it."""
    in_groups.tell(db, forum, what, message, in_groups.told(db, forum, audience.groups_for(db, forum)))


def set_link(db: Session, forum: Forum, url: str | None) -> int:
    """Another way to come online, or none any more; those who come online are told."""
    if url == forum.online_url:
        return 0
    forum.online_url = url
    _changed(db, forum)
    if url:
        told = Message(
            "forum.link_new", telling.described(forum), (*telling.way_online(forum), telling.change(forum))
        )
    else:
        told = Message("forum.link_gone", telling.described(forum), telling.choices(forum))
    return tell_coming(db, forum, f"link.{forum.revision}", told, ("online",))


def _changed(db: Session, forum: Forum) -> None:
    """What waits to be said of it says how it is now; what said how it was is not said any more."""
    forum.revision += 1
    db.flush()
    for gone in ("moved.", "reminded_", "group/moved"):
        recall.withdraw(db, forum.id, gone)
    if forum.kind != "emergency":
        recall.reword(db, forum.id, "invite/", telling.invitation(db, forum), forum.at)
        recall.reword(db, forum.id, in_groups.INVITED, telling.to_group(db, forum), forum.at)


def cancel(db: Session, forum: Forum, because: str | None = None) -> int:
    """Called off; those who come are told once. Answers how many."""
    if forum.state == "cancelled":
        return 0
    forum.state, forum.cancelled_because = "cancelled", because
    forum.revision += 1
    db.flush()
    recall.withdraw(db, forum.id)
    values = {**telling.described(forum), "because": because}
    _tell_groups(db, forum, "cancelled", Message("group.cancelled", values))
    return tell_coming(db, forum, "cancelled", Message("forum.cancelled", values))


def tell_coming(
    db: Session, forum: Forum, what: str, message: Message, answers: tuple[str, ...] = COMING
) -> int:
    """Tell those who come, or of them who gave these answers; answers how many."""
    return _tell(db, forum, what, message, lambda language: coming_to(db, forum, language, answers))


def _tell(
    db: Session,
    forum: Forum,
    what: str,
    message: Message,
    whom: Callable[[str], Iterator[str]],
    **how: Any,
) -> int:
    return sum(
        outbox.multicast(
            db,
            f"{what}/{forum.id}/{forum.revision}/{language}",
            whom(language),
            message,
            **{"language": language, "forum_id": forum.id, "until": forum.at, **how},
        )
        for language in people.languages(db)
    )


def coming_to(db: Session, forum: Forum, language: str, answers: tuple[str, ...] = COMING) -> Iterator[str]:
    """LINE ids of those who come and can be reached."""
    coming = (
        select(Person.line_id)
        .join(Rsvp)
        .where(
            Rsvp.forum_id == forum.id,
            Rsvp.answer.in_(answers),
            audience.wants_news(forum),
            Person.language == language,
            Person.blocked_at.is_(None),
        )
    )
    yield from db.scalars(coming.order_by(Person.id))


def answer(db: Session, forum: Forum, person: Person, said: str, count: int = 1) -> Rsvp:
    """Keep an answer; a later one takes its place."""
    rsvp = _row_of(db, forum, person)
    if rsvp is None:
        rsvp = Rsvp(
            forum_id=forum.id, person_id=person.id, answer=said, people=count, answered_at=clock.now()
        )
        db.add(rsvp)
    rsvp.answer, rsvp.people, rsvp.answered_at = said, count, clock.now()
    db.flush()
    return rsvp


def seats_left(db: Session, forum: Forum, person: Person) -> int | None:
    """Seats in the hall for this person and whoever she brings; None where nobody counts them.

    The Forum's row is held meanwhile, so that two answers at once do not take the same seat.
    """
    if forum.capacity is None:
        return None
    db.execute(select(Forum.id).where(Forum.id == forum.id).with_for_update())
    return max(0, forum.capacity - heads(db, forum, Rsvp.person_id != person.id))


def heads(db: Session, forum: Forum, *more: ColumnElement[bool]) -> int:
    """How many people come to the hall."""
    going = select(func.sum(Rsvp.people)).where(Rsvp.forum_id == forum.id, Rsvp.answer == "going", *more)
    return db.scalar(going) or 0


def take_back(db: Session, forum: Forum, person: Person) -> None:
    rsvp = rsvp_of(db, forum, person)
    if rsvp is not None:
        rsvp.answer = TAKEN_BACK
        db.flush()


def rsvp_of(db: Session, forum: Forum, person: Person) -> Rsvp | None:
    rsvp = _row_of(db, forum, person)
    return rsvp if rsvp and rsvp.answer != TAKEN_BACK else None


def _row_of(db: Session, forum: Forum, person: Person) -> Rsvp | None:
    return db.scalar(select(Rsvp).where(Rsvp.forum_id == forum.id, Rsvp.person_id == person.id))


def count_of(db: Session, person_id: int) -> int:
    return db.scalar(select(func.count()).where(Rsvp.person_id == person_id)) or 0


def owed_to(db: Session, person: Person) -> list[Forum]:
    """Open Forums whose invitations went out before they were for this person; claimed if so."""
    coming = [forum for forum in forums.planned(db) if forum.invited_at and _is_owed(db, forum, person)]
    db.add_all(LateInvitation(forum_id=forum.id, person_id=person.id) for forum in coming[:MOST_LATE])
    return coming[:MOST_LATE]


def _is_owed(db: Session, forum: Forum, person: Person) -> bool:
    if not audience.may_be_shown(db, forum, person) or ledger.was_told(db, forum.id, person.line_id):
        return False
    late = select(LateInvitation.id).where(
        LateInvitation.forum_id == forum.id, LateInvitation.person_id == person.id
    )
    return db.scalar(late) is None


def open_for(db: Session, person: Person) -> Forum | None:
    """The Forum a bare "I'll come" is about: the one she was invited to last."""
    invited = [forum for forum in audience.coming_for(db, person) if forum.invited_at]
    return max(invited, key=lambda forum: (forum.invited_at, -forum.id), default=None)


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
