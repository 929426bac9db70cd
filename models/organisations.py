"""Organisations: who comes to a Forum in whose name, and who may take an issue on."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base, Id
from models.people import Person

SECTORS = ("community", "civil", "agency", "private", "media", "academic")


class Organisation(Base):
    __tablename__ = "organisations"
    id: Mapped[Id]
    name: Mapped[str]
    sector: Mapped[str]
    scope: Mapped[str]  # the area it works in: a DOPA code, a region or "national"
    contact: Mapped[str | None]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (UniqueConstraint("name", "scope"),)


class Membership(Base):
    """Somebody speaks for an organisation here: receives what is sent to it, and answers."""

    __tablename__ = "memberships"
    id: Mapped[Id]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)

    __table_args__ = (UniqueConstraint("organisation_id", "person_id"),)


def by_id(db: Session, given: str) -> Organisation | None:
    return db.get(Organisation, int(given)) if given.isdecimal() and len(given) < 16 else None


def found(db: Session, name: str, scope: str) -> Organisation | None:
    """The organisation of this name in this area, however it is spaced."""
    bare = func.replace(Organisation.name, " ", "")
    same = select(Organisation).where(bare == name.replace(" ", ""), Organisation.scope == scope)
    return db.scalar(same.order_by(Organisation.id).limit(1))


def members(db: Session, organisation_id: int) -> list[Person]:
    """Who answers for it here and can be reached."""
    rows = select(Person).join(Membership).where(Membership.organisation_id == organisation_id)
    return list(db.scalars(rows.where(Person.blocked_at.is_(None)).order_by(Person.id)))
