"""People: who they are to us, where they live, what they agreed to."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, Index, bindparam, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock, places
from models.base import Base, Id, Unique

PROVINCE = 2  # figures of a province's code


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
    invitations: Mapped[bool | None]  # whether she wants to be invited to Forums; None: not answered yet
    follows_national: Mapped[bool | None]  # wants to be invited to the national one; None: as her role says
    photos: Mapped[bool] = mapped_column(default=False)  # her photos may stand in public papers
    blocked_at: Mapped[datetime | None]
    met_at: Mapped[datetime] = mapped_column(default=clock.now)
    phone: Mapped[str | None]  # asked of those who answer for a place, shown to people in danger there

    __table_args__ = (Index("ix_people_keeping", "keeping", "keeping_at"),)

    @property
    def agreed(self) -> bool:
        return self.keeping == "yes"

    @property
    def region(self) -> str | None:
        return places.region_of(self.province) if self.province else None


_BY_LINE_ID = select(Person).where(Person.line_id == bindparam("wanted"))  # asked for every event


def known_by(db: Session, line_id: str) -> Person:
    """The person behind a LINE user id; met now if never before."""
    person = db.scalar(_BY_LINE_ID, {"wanted": line_id})
    if person is None:
        person = Person(line_id=line_id, met_at=clock.now())
        db.add(person)
        db.flush()
    return person


def by_id(db: Session, person_id: int | None) -> Person | None:
    return db.get(Person, person_id) if person_id else None


def settle(person: Person, place: str) -> None:
    """She lives at `place` from now on."""
    if person.place != place:
        person.moved_in_at = clock.now()
    person.place, person.province = place, place[:2]


def agree(person: Person) -> None:
    """She agreed to everything, as sample people have."""
    person.keeping, person.keeping_at = "yes", clock.now()
    person.invitations = person.photos = True


def forget(person: Person) -> None:
    """What we know of her leaves; that she is there stays, so that she may come back."""
    person.place = person.province = person.name = person.phone = person.moved_in_at = None
    person.follows_national = None


def living_in(db: Session, scopes: list[str], language: str) -> Iterator[str]:
    """LINE ids of those who live within any of these scopes and may be invited, in a steady order."""
    wanted = select(Person.line_id).where(*_invited_in(scopes), Person.language == language)
    yield from db.scalars(wanted.order_by(Person.id).execution_options(yield_per=5000))


def count_in(db: Session, scopes: list[str]) -> int:
    return db.scalar(select(func.count()).select_from(Person).where(*_invited_in(scopes))) or 0


def _invited_in(scopes: list[str]) -> tuple[ColumnElement[bool], ...]:
    return or_(*map(lives_in, scopes)), Person.invitations.is_(True), Person.blocked_at.is_(None)


def lives_in(scope: str) -> ColumnElement[bool]:
    """In a region, a province, a district or a tambon; whose home is known less closely is not counted in."""
    if scope in places.REGIONS:
        return Person.province.in_(places.provinces_of_region(scope))
    return Person.province == scope if len(scope) == PROVINCE else Person.place.startswith(scope)


def languages(db: Session) -> list[str]:
    return sorted(db.scalars(select(Person.language).distinct()))


def set_reachable(db: Session, line_id: str, reachable: bool) -> None:
    blocked_at = None if reachable else clock.now()
    db.execute(update(Person).where(Person.line_id == line_id).values(blocked_at=blocked_at))
