"""People: who they are to us, where they live, what they agreed to, what they answer for."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Index, UniqueConstraint, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock, places
from models.base import Base, Id, Unique

SILENCE_IS_NO = timedelta(days=7)
LEVELS = ("tambon", "district", "province", "region", "national")
ROLES = {
    "leader": "tambon",
    "province": "province",
    "coordinator": "region",
    "officer": "national",
    "partner": "national",
    "academic": "national",
    "admin": "national",
}
ON_DUTY = ("leader", "province", "coordinator", "officer", "admin")


class Person(Base):
    __tablename__ = "people"
    id: Mapped[Id]
    line_id: Mapped[Unique]
    name: Mapped[str | None]
    language: Mapped[str] = mapped_column(default="th")
    place: Mapped[str | None]  # DOPA code of home: province 2, district 4 or tambon 6 figures
    province: Mapped[str | None] = mapped_column(index=True)
    moved_in_at: Mapped[datetime | None]  # when home was last told
    keeping: Mapped[str] = mapped_column(default="unasked")  # unasked, asked, yes, no
    keeping_at: Mapped[datetime | None]
    invitations: Mapped[bool] = mapped_column(default=False)  # wants to be invited to Forums
    blocked_at: Mapped[datetime | None]
    met_at: Mapped[datetime] = mapped_column(default=clock.now)
    roles: Mapped[list["Role"]] = relationship(back_populates="person", cascade="all, delete-orphan")

    __table_args__ = (Index("ix_people_keeping", "keeping", "keeping_at"),)

    @property
    def agreed(self) -> bool:
        return self.keeping == "yes"

    @property
    def region(self) -> str | None:
        return places.region_of(self.province) if self.province else None


class Role(Base):
    __tablename__ = "roles"
    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    scope: Mapped[str] = mapped_column(index=True)  # a DOPA code, a region's name or "national"
    person: Mapped[Person] = relationship(back_populates="roles")

    __table_args__ = (UniqueConstraint("person_id", "role", "scope"),)


def known_by(db: Session, line_id: str) -> Person:
    """The person behind a LINE user id; met now if never before."""
    person = db.scalar(select(Person).where(Person.line_id == line_id))
    if person is None:
        person = Person(line_id=line_id, met_at=clock.now())
        db.add(person)
        db.flush()
    return person


def settle(person: Person, place: str) -> None:
    """She lives at `place` from now on."""
    if person.place != place:
        person.moved_in_at = clock.now()
    person.place, person.province = place, place[:2]


def ask_consent(person: Person) -> None:
    if person.keeping == "unasked":
        person.keeping, person.keeping_at = "asked", clock.now()


def agree(person: Person) -> None:
    person.keeping, person.keeping_at, person.invitations = "yes", clock.now(), True


def refuse(person: Person) -> None:
    person.keeping, person.keeping_at, person.invitations = "no", clock.now(), False
    person.place = person.province = person.name = None


def silent(db: Session) -> list[Person]:
    """Those asked for consent who have not answered for seven days."""
    asked = select(Person).where(Person.keeping == "asked", Person.keeping_at <= clock.now() - SILENCE_IS_NO)
    return list(db.scalars(asked))


def living_in(db: Session, region: str, language: str) -> Iterator[str]:
    """LINE ids of those of a region who may be invited, in a steady order."""
    wanted = select(Person.line_id).where(
        Person.province.in_(places.provinces_of_region(region)),
        Person.invitations,
        Person.language == language,
        Person.blocked_at.is_(None),
    )
    yield from db.scalars(wanted.order_by(Person.id).execution_options(yield_per=5000))


def languages(db: Session) -> list[str]:
    return sorted(db.scalars(select(Person.language).distinct()))


def grant(db: Session, line_id: str, role: str, scope: str) -> Role:
    """Give a role over a scope; granting it again changes nothing."""
    person = known_by(db, line_id)
    same = select(Role).where(Role.person_id == person.id, Role.role == role, Role.scope == scope)
    held = db.scalar(same)
    if held is None:
        held = Role(person_id=person.id, role=role, scope=scope)
        db.add(held)
        db.flush()
    return held


def scopes_over(place: str | None) -> tuple[str, ...]:
    """The scopes that hold a place, nearest first: tambon, district, province, region, national."""
    codes = [place[:size] for size in (6, 4, 2) if place and len(place) >= size]
    region = places.region_of(codes[-1]) if codes else None
    return (*codes, *([region] if region else []), "national")


def on_duty(db: Session, place: str | None) -> list[Person]:
    """Who answers for a place: the nearest level where anybody is."""
    for scope in scopes_over(place):
        held = select(Person).join(Role).where(Role.scope == scope, Role.role.in_(ON_DUTY))
        reachable = held.where(Person.blocked_at.is_(None)).distinct().order_by(Person.id)
        people = list(db.scalars(reachable))
        if people:
            return people
    return []


def alerted(db: Session, place: str | None) -> list[Person]:
    """Who is told of danger at a place: the nearest level, and the region's coordinators.

    While the place is not known, the coordinators of every region.
    """
    nearest = on_duty(db, place)
    coordinators = select(Person).join(Role).where(Role.role == "coordinator")
    if place:
        coordinators = coordinators.where(Role.scope == places.region_of(place))
    far = db.scalars(coordinators.where(Person.blocked_at.is_(None)).order_by(Person.id))
    return list({person.id: person for person in (*nearest, *far)}.values())


def coordinators_of(db: Session, region: str) -> list[Person]:
    asked = (
        select(Person)
        .join(Role)
        .where(
            or_(
                (Role.role == "coordinator") & (Role.scope == region),
                Role.role.in_(("officer", "admin")) & (Role.scope == "national"),
            )
        )
    )
    people = list(db.scalars(asked.distinct().order_by(Person.id)))
    near = [person for person in people if any(role.scope == region for role in person.roles)]
    return near or people


def set_reachable(db: Session, line_id: str, reachable: bool) -> None:
    blocked_at = None if reachable else clock.now()
    db.execute(update(Person).where(Person.line_id == line_id).values(blocked_at=blocked_at))
