"""LINE groups the bot was put into."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base, Id, Unique
from models.people import Person

HELLO = "hello"
MOST_WRONG, WITHIN = 5, timedelta(hours=1)  # codes that are none, typed into one group


class Group(Base):
    __tablename__ = "groups"
    id: Mapped[Id]
    line_id: Mapped[Unique]
    language: Mapped[str] = mapped_column(default="th")
    place: Mapped[str | None]  # the area it speaks for: DOPA code of a province, a district or a tambon
    tied_at: Mapped[datetime | None]  # when it was last told which
    tied_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    members: Mapped[int | None]  # heads without us, as LINE last counted them
    asked: Mapped[str | None]  # the step of the area questions that was answered last; none: nothing is asked
    wrong_codes: Mapped[int] = mapped_column(default=0)
    wrong_code_at: Mapped[datetime | None]
    greeted_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    met_at: Mapped[datetime] = mapped_column(default=clock.now)


def by_line_id(db: Session, line_id: str) -> Group | None:
    return db.scalar(select(Group).where(Group.line_id == line_id))


def known_by(db: Session, line_id: str) -> Group:
    """The group behind a LINE group id; learnt now if the bot slept when it was put there."""
    group = by_line_id(db, line_id)
    if group is None:
        group = Group(line_id=line_id, met_at=clock.now())
        db.add(group)
        db.flush()
    return group


def greet(group: Group) -> bool:
    """Whether the greeting is still owed; from now on it is not."""
    owed = group.greeted_at is None
    group.greeted_at, group.left_at = group.greeted_at or clock.now(), None
    return owed


def is_greeted(group: Group) -> bool:
    return group.greeted_at is not None


def leave(group: Group) -> None:
    group.left_at, group.greeted_at, group.asked = clock.now(), None, None


def tie(group: Group, place: str, by: Person | None = None) -> None:
    """It speaks for `place` from now on. `by`: who brought a code; nobody, where an area button was tapped."""
    group.place, group.tied_at, group.asked = place, clock.now(), None
    group.tied_by = by.id if by else None


def tied(db: Session, within: ColumnElement[bool]) -> list[Group]:
    """Groups the bot is still in that speak for an area, in a steady order."""
    still = select(Group).where(Group.place.is_not(None), Group.left_at.is_(None), within)
    return list(db.scalars(still.order_by(Group.id)))


def hears_step(group: Group, step: str) -> bool:
    """Whether a tap on an area button is answered: of many who tap the same, the first is."""
    fresh = group.asked is not None and group.asked != step
    if fresh:
        group.asked = step
    return fresh


def note_wrong_code(group: Group) -> None:
    now = clock.now()
    began_long_ago = group.wrong_code_at is None or group.wrong_code_at < now - WITHIN
    group.wrong_codes, group.wrong_code_at = (1 if began_long_ago else group.wrong_codes + 1), now


def has_guessed_enough(group: Group) -> bool:
    lately = group.wrong_code_at is not None and group.wrong_code_at > clock.now() - WITHIN
    return lately and group.wrong_codes >= MOST_WRONG


def count(db: Session, line_id: str, members: int) -> None:
    group = by_line_id(db, line_id)
    if group is not None:
        group.members = members
