"""Organisations: who comes to a Forum in whose name, and who may take an issue on."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base, Id, insert_once
from models.people import Person

SECTORS = ("community", "civil", "agency", "private", "media", "academic")


class Organisation(Base):
    __tablename__ = "organisations"
    id: Mapped[Id]
    name: Mapped[str]
    sector: Mapped[str]
    scope: Mapped[str] = mapped_column(
        index=True
    )  # the area it works in: a DOPA code, a region or "national"
    contact: Mapped[str | None]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (
        UniqueConstraint("name", "scope"),
        {"sqlite_autoincrement": True},  # buttons hold the id: it never comes again
    )


class Membership(Base):
    """Somebody speaks for an organisation here: receives what is sent to it, and answers."""

    __tablename__ = "memberships"
    id: Mapped[Id]
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisations.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)

    __table_args__ = (UniqueConstraint("organisation_id", "person_id"),)


def by_id(db: Session, given: str) -> Organisation | None:
    """The organisation a button names."""
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


def make(db: Session, name: str, sector: str, scope: str, made_by: Person) -> tuple[Organisation, bool]:
    """A new one; or the one that stands already under this name in this area, and False."""
    standing = found(db, name, scope)
    if standing is None:
        row = {"name": name, "sector": sector, "scope": scope, "made_by": made_by.id, "made_at": clock.now()}
        is_new = insert_once(db, Organisation, **row)
        standing = found(db, name, scope)
        assert standing, "it was put, or stood there"
        return standing, is_new
    return standing, False


def join(db: Session, organisation: Organisation, person: Person) -> None:
    """From now on she receives what is sent to it, and answers; joining again changes nothing."""
    insert_once(db, Membership, organisation_id=organisation.id, person_id=person.id)
    db.flush()


def of(db: Session, person: Person) -> list[Organisation]:
    """Those in whose name she answers."""
    rows = select(Organisation).join(Membership).where(Membership.person_id == person.id)
    return list(db.scalars(rows.order_by(Organisation.id)))


def is_member(db: Session, organisation_id: int | None, person: Person) -> bool:
    hers = select(Membership.id).where(
        Membership.organisation_id == organisation_id, Membership.person_id == person.id
    )
    return db.scalar(hers) is not None


def has_members(db: Session, organisation: Organisation) -> bool:
    """Whether anybody answers for it here, reached or not."""
    return db.scalar(select(Membership.id).where(Membership.organisation_id == organisation.id)) is not None


def remove(db: Session, organisation: Organisation) -> None:
    db.execute(delete(Organisation).where(Organisation.id == organisation.id))
    db.expunge(organisation)
