"""Who came to a Forum: signed in by herself, by a leader, or from the paper sheet."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock, roles
from models.base import Base, Id
from models.forums.forum import Forum
from models.people import Person

WAYS = ("self", "leader", "paper")


class Attendance(Base):
    """One person in the hall; who has no phone stands here by the name a leader typed."""

    __tablename__ = "attendances"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    name: Mapped[str | None]
    place: Mapped[str | None]  # DOPA code of where she comes from
    way: Mapped[str] = mapped_column(default="self")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (UniqueConstraint("forum_id", "person_id"), UniqueConstraint("forum_id", "name"))


class Secretary(Base):
    """Who may write down what a Forum concludes, beside its coordinators."""

    __tablename__ = "secretaries"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)

    __table_args__ = (UniqueConstraint("forum_id", "person_id"),)


def may_write(db: Session, forum: Forum, person: Person) -> bool:
    """Whether this person writes down what a Forum concludes: who plans it, and who was named for it."""
    if roles.may(db, person, "plan_forums", forum.region):
        return True
    named = select(Secretary.id).where(Secretary.forum_id == forum.id, Secretary.person_id == person.id)
    return db.scalar(named) is not None
