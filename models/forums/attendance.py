"""Who came to a Forum: signed in by herself, by a leader, or from the paper sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict

from sqlalchemy import ForeignKey, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock, roles
from models.base import Base, Id, changed, insert_once
from models.forums.forum import Forum
from models.forums.invitations import COMING, Rsvp
from models.people import Person

WAYS = ("self", "leader", "paper")


class Attendance(Base):
    """One person in the hall; who has no phone stands here by the name a leader typed."""

    __tablename__ = "attendances"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    name: Mapped[str | None]
    place: Mapped[str | None]  # where she comes from: a DOPA code, or the scope of who signed her in
    way: Mapped[str] = mapped_column(default="self")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    # Of the same name there may be one in every village, but not two whom one leader cannot tell apart.
    __table_args__ = (
        UniqueConstraint("forum_id", "person_id"),
        UniqueConstraint("forum_id", "place", "name"),
    )


class Secretary(Base):
    """Who may write down what a Forum concludes, beside its coordinators."""

    __tablename__ = "secretaries"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)

    __table_args__ = (UniqueConstraint("forum_id", "person_id"),)


class Counts(TypedDict):
    registered: int  # people who said that they come
    came: int
    came_unregistered: int
    by_way: dict[str, int]


@dataclass
class SignedIn:
    """What became of names that somebody typed."""

    names: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)  # stood there before


@dataclass(frozen=True)
class Arrived:
    name: str | None
    place: str | None
    registered: bool


def may_write(db: Session, forum: Forum, person: Person) -> bool:
    """Whether this person writes down what a Forum concludes: who plans it, and who was named for it."""
    if roles.may(db, person, "plan_forums", forum.region):
        return True
    named = select(Secretary.id).where(Secretary.forum_id == forum.id, Secretary.person_id == person.id)
    return db.scalar(named) is not None


def sign_in(db: Session, forum: Forum, person: Person, at: datetime | None = None) -> bool:
    """She came. False: she is signed in already."""
    when = at or clock.now()
    return insert_once(
        db, Attendance, forum_id=forum.id, person_id=person.id, place=person.place, way="self", at=when
    )


def sign_out(db: Session, forum: Forum, person: Person) -> bool:
    """She did not come after all. False: she was not signed in."""
    hers = delete(Attendance).where(Attendance.forum_id == forum.id, Attendance.person_id == person.id)
    return bool(changed(db, hers))


def came(db: Session, forum: Forum, person: Person) -> bool:
    hers = select(Attendance.id).where(Attendance.forum_id == forum.id, Attendance.person_id == person.id)
    return db.scalar(hers) is not None


def sign_in_names(
    db: Session, forum: Forum, names: Sequence[str], place: str, by: Person, way: str
) -> SignedIn:
    """Others came, by name; all under one moment, by which they are taken out again."""
    done, known, at = SignedIn(), names_there(db, forum, place), clock.now()
    for name in names:
        row = {"forum_id": forum.id, "place": place, "name": name, "by_id": by.id, "way": way, "at": at}
        is_new = _bare(name) not in known and insert_once(db, Attendance, **row)
        known.add(_bare(name))
        (done.names if is_new else done.there).append(name)
    return done


def names_there(db: Session, forum: Forum, place: str) -> set[str]:
    """Who of a place stands on the list already, by names without their blanks."""
    return {_bare(one.name) for one in arrived(db, forum, [place]) if one.name}


def _bare(name: str) -> str:
    return "".join(name.split())


def take_out(db: Session, forum: Forum, by: Person, at: datetime) -> int:
    """Names that somebody signed in at one moment are taken out again; answers how many."""
    those = (Attendance.forum_id == forum.id, Attendance.by_id == by.id, Attendance.at == at)
    return changed(db, delete(Attendance).where(*those))


def last_signed_by(db: Session, by: Person) -> Attendance | None:
    """The newest of those whom somebody signed in."""
    rows = select(Attendance).where(Attendance.by_id == by.id, Attendance.name.is_not(None))
    return db.scalar(rows.order_by(Attendance.at.desc(), Attendance.id.desc()).limit(1))


def heads(db: Session, forum: Forum) -> int:
    """How many are in."""
    return db.scalar(select(func.count()).where(Attendance.forum_id == forum.id)) or 0


def counts(db: Session, forum: Forum) -> Counts:
    """How many had said that they come, how many came, and how many of these without a word before."""
    said = select(func.count()).where(Rsvp.forum_id == forum.id, Rsvp.answer.in_(COMING))
    every = _rows(db, forum)
    return {
        "registered": db.scalar(said) or 0,
        "came": len(every),
        "came_unregistered": sum(not _had_said(rsvp) for _, _, rsvp in every),
        "by_way": {way: sum(row.way == way for row, _, _ in every) for way in WAYS},
    }


def arrived(db: Session, forum: Forum, scopes: Iterable[str]) -> list[Arrived]:
    """Everybody of these scopes who is in, the earliest first; who told no home is the whole Forum's."""
    wanted = set(scopes)
    found = [_arrived(*row) for row in _rows(db, forum)]
    return [one for one in found if not wanted.isdisjoint(roles.scopes_over(one.place or forum.region))]


def _rows(db: Session, forum: Forum) -> list[tuple[Attendance, Person | None, Rsvp | None]]:
    hers = (Rsvp.forum_id == Attendance.forum_id) & (Rsvp.person_id == Attendance.person_id)
    rows = (
        select(Attendance, Person, Rsvp)
        .outerjoin(Person, Person.id == Attendance.person_id)
        .outerjoin(Rsvp, hers)
        .where(Attendance.forum_id == forum.id)
    )
    return [(row[0], row[1], row[2]) for row in db.execute(rows.order_by(Attendance.at, Attendance.id))]


def _arrived(row: Attendance, person: Person | None, rsvp: Rsvp | None) -> Arrived:
    """Her name as it stands on the sheet; where she lives also if she told it after she had signed in."""
    name = row.name or (rsvp and rsvp.sheet_name) or (person and person.name)
    return Arrived(name or None, row.place or (person.place if person else None), _had_said(rsvp))


def _had_said(rsvp: Rsvp | None) -> bool:
    return rsvp is not None and rsvp.answer in COMING
