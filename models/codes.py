"""Codes of six figures, good for a day: whoever types one takes on a role, or stands in for somebody."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock, people
from models.base import Base, Id, Unique
from models.organisations import Organisation
from models.people import Person
from models.roles import Role

PARTNER = "partner"
TIE = "tie"  # in the place of a role: such a code ties a group to its scope
GOOD_FOR = timedelta(days=1)
TRIES, WITHIN = 5, timedelta(hours=1)  # wrong codes that one person may type: six figures must not be guessed


class Code(Base):
    """An invitation into a role; with `deputy_of`, into standing in for its holder until a moment.

    With `replaces`, somebody else leaves that role for it.
    """

    __tablename__ = "codes"
    id: Mapped[Id]
    code: Mapped[Unique]
    role: Mapped[str]
    scope: Mapped[str]
    deputy_of: Mapped[int | None] = mapped_column(ForeignKey("roles.id", ondelete="CASCADE"))
    deputy_until: Mapped[datetime | None]
    replaces: Mapped[int | None] = mapped_column(ForeignKey("roles.id", ondelete="SET NULL"))
    given_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"))
    good_until: Mapped[datetime]
    role_held: Mapped[Role | None] = relationship(foreign_keys=deputy_of)
    organisation: Mapped[Organisation | None] = relationship()  # in whose name a partner will answer


class WrongCode(Base):
    """Somebody typed six figures that are no code."""

    __tablename__ = "wrong_codes"
    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)


def make(
    db: Session, role: str, scope: str, given_by: Person | None = None, replaces: Role | None = None
) -> Code:
    code = Code(role=role, scope=scope, given_by=given_by.id if given_by else None)
    code.replaces = replaces.id if replaces else None
    return _add(db, code)


def make_for_partner(db: Session, organisation: Organisation, given_by: Person) -> Code:
    """Whoever types it answers for this organisation, in the area it works in."""
    code = Code(role=PARTNER, scope=organisation.scope, given_by=given_by.id)
    code.organisation_id = organisation.id
    return _add(db, code)


def make_for_deputy(db: Session, held: Role, until: datetime) -> Code:
    code = Code(role=held.role, scope=held.scope, given_by=held.person_id)
    code.deputy_of, code.deputy_until = held.id, until
    return _add(db, code)


def _add(db: Session, code: Code) -> Code:
    """Give it six figures that no other code has."""
    drop_old(db)
    taken = set(db.scalars(select(Code.code)))
    figures = next(six for six in iter(_six_figures, None) if six not in taken)
    code.code, code.good_until = figures, clock.now() + GOOD_FOR
    db.add(code)
    db.flush()
    return code


def _six_figures() -> str:
    return f"{secrets.randbelow(10**6):06d}"


def good(db: Session, figures: str) -> Code | None:
    return db.scalar(select(Code).where(Code.code == figures, Code.good_until > clock.now()))


def giver(db: Session, code: Code) -> Person | None:
    return people.by_id(db, code.given_by)


def use(db: Session, code: Code) -> None:
    """A code brings one person in; then it is gone."""
    db.delete(code)
    db.flush()


def note_wrong(db: Session, person: Person) -> None:
    db.add(WrongCode(person_id=person.id, at=clock.now()))
    db.flush()


def too_many_wrong(db: Session, person: Person) -> bool:
    lately = select(func.count()).where(WrongCode.person_id == person.id, WrongCode.at > clock.now() - WITHIN)
    return (db.scalar(lately) or 0) >= TRIES


def drop_old(db: Session) -> None:
    db.execute(delete(Code).where(Code.good_until <= clock.now()))
    db.execute(delete(WrongCode).where(WrongCode.at <= clock.now() - WITHIN))
