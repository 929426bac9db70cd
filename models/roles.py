"""Who answers for what: roles with a scope, a deputy for a while, and the next level up where nobody is."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, and_, false, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column, relationship

from models import clock, people, places
from models.base import Base, Id
from models.people import Person
from models.powers import POWERS

NATIONAL = "national"


class Role(Base):
    """A role over a scope. While a deputy stands in, the deputy acts."""

    __tablename__ = "roles"
    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    scope: Mapped[str] = mapped_column(index=True)  # a DOPA code, a region's name or "national"
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    deputy_until: Mapped[datetime | None]
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    deputy: Mapped[Person | None] = relationship(foreign_keys=deputy_id)

    __table_args__ = (UniqueConstraint("person_id", "role", "scope"),)

    @property
    def standing_in(self) -> Person | None:
        """The deputy, as long as the deputy can be reached and the time has not ended."""
        is_time = self.deputy_until is not None and self.deputy_until > clock.now()
        return self.deputy if self.deputy and is_time and self.deputy.blocked_at is None else None

    @property
    def actor(self) -> Person:
        return self.standing_in or self.person


def grant(db: Session, line_id: str, role: str, scope: str) -> Role:
    """Give a role over a scope; granting it again changes nothing."""
    return give(db, people.known_by(db, line_id), role, scope)


def give(db: Session, person: Person, role: str, scope: str) -> Role:
    held = held_by(db, person, role, scope)
    if held is None:
        held = Role(person_id=person.id, person=person, role=role, scope=scope)
        db.add(held)
        db.flush()
    return held


def held_by(db: Session, person: Person, role: str, scope: str) -> Role | None:
    same = select(Role).where(Role.person_id == person.id, Role.role == role, Role.scope == scope)
    return db.scalar(same)


def revoke(db: Session, person: Person, role: str, scope: str) -> bool:
    """Take a role away. False: it was not held."""
    held = held_by(db, person, role, scope)
    if held is not None:
        db.delete(held)
        db.flush()
    return held is not None


def hand_over(role: Role, deputy: Person, until: datetime) -> None:
    role.deputy, role.deputy_until = deputy, until


def held_over(db: Session, role: str, scope: str) -> list[Role]:
    """Who holds this role over exactly this scope, the longest first."""
    return list(db.scalars(select(Role).where(Role.role == role, Role.scope == scope).order_by(Role.id)))


def take_back(role: Role) -> None:
    role.deputy, role.deputy_until = None, None


def stop_standing_in(db: Session, person: Person) -> None:
    for held in db.scalars(select(Role).where(Role.deputy_id == person.id)):
        take_back(held)
    db.flush()


def coordinators_over(db: Session, scope: str) -> list[Person]:
    """Who looks after the people of a scope: the coordinators of its region, else those of the country."""
    region = next((one for one in scopes_over(scope) if one in places.REGIONS), NATIONAL)
    return coordinators_of(db, region)


def ended(db: Session) -> list[Role]:
    """Roles whose deputy's time is over and who were not told so yet."""
    return list(db.scalars(select(Role).where(Role.deputy_until <= clock.now()).order_by(Role.id)))


def of(db: Session, person: Person) -> list[Role]:
    return list(db.scalars(select(Role).where(Role.person_id == person.id).order_by(Role.id)))


def acting(db: Session, person: Person) -> list[Role]:
    """The roles a person may act in now: her own, and those she stands in for."""
    standing_in = select(Role).where(Role.deputy_id == person.id, Role.deputy_until > clock.now())
    return [*of(db, person), *db.scalars(standing_in.order_by(Role.id))]


def scopes_with(db: Session, person: Person, power: str) -> list[str]:
    """The scopes within which a person has a power, in the order the roles were given."""
    held = (role.scope for role in acting(db, person) if role.role in POWERS[power])
    return list(dict.fromkeys(held))


def may(db: Session, person: Person, power: str, where: str | None) -> bool:
    """Whether a person has a power over a place, a region or the nation."""
    over = scopes_over(where)
    return any(scope in over for scope in scopes_with(db, person, power))


def scopes_over(where: str | None) -> tuple[str, ...]:
    """The scopes that hold a place or a region, nearest first: tambon, district, province, region, national."""
    if where in places.REGIONS:
        return (where, NATIONAL)
    if where == NATIONAL:
        return (NATIONAL,)
    codes = [where[:size] for size in (6, 4, 2) if where and len(where) >= size]
    region = places.region_of(codes[-1]) if codes else None
    return (*codes, *([region] if region else []), NATIONAL)


def inside(place: InstrumentedAttribute[str | None], scopes: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column of codes lies within any of these scopes."""
    if NATIONAL in scopes:
        return true()
    return or_(false(), *(place.startswith(code) for code in codes_in(scopes)))


def codes_in(scopes: Iterable[str]) -> tuple[str, ...]:
    """The DOPA codes that make up these scopes: a region is its provinces."""
    parts = ((places.provinces_of_region(one) if one in places.REGIONS else (one,)) for one in scopes)
    return tuple(code for codes in parts for code in codes if code != NATIONAL)


def reached_at(db: Session, scope: str, power: str = "answer_for") -> list[Person]:
    """Who acts at exactly this scope and can be reached."""
    held = select(Role).where(Role.scope == scope, Role.role.in_(POWERS[power])).order_by(Role.person_id)
    return _once(role.actor for role in db.scalars(held))


def acting_with(db: Session, power: str) -> list[Person]:
    """Everybody who acts in a role with this power and can be reached, wherever it is."""
    held = select(Role).where(Role.role.in_(POWERS[power])).order_by(Role.person_id)
    return _once(role.actor for role in db.scalars(held))


def sent_to_national(db: Session) -> list[Person]:
    """Whom a role brings to the national Forum; a partner of a smaller area is sent its issues alone."""
    held = select(Role).where(Role.role.in_(POWERS["come_to_national"])).order_by(Role.person_id)
    local = and_(Role.role == "partner", Role.scope != NATIONAL)
    return _once(role.actor for role in db.scalars(held.where(~local)))


def around(db: Session, areas: Iterable[str]) -> list[Person]:
    """Who acts for any part of these areas, or for what holds them."""
    wanted = list(areas)
    holding = {scope for area in wanted for scope in scopes_over(area)}
    held = select(Role).where(Role.role.in_(POWERS["answer_for"])).order_by(Role.person_id)
    near = (role for role in db.scalars(held) if role.scope in holding or _is_part(role.scope, wanted))
    return _once(role.actor for role in near)


def _is_part(scope: str, areas: list[str]) -> bool:
    return not set(areas).isdisjoint(scopes_over(scope))


def on_duty(db: Session, place: str | None) -> list[Person]:
    """Who answers for a place: the nearest level where anybody is."""
    return next((found for scope in scopes_over(place) if (found := reached_at(db, scope))), [])


def above(db: Session, place: str | None, scope: str) -> tuple[str, list[Person]]:
    """The next level over `scope` where anybody is, and who is there; the level itself if there is none."""
    over = scopes_over(place)
    higher = over[over.index(scope) + 1 :] if scope in over else over
    for wider in higher:
        found = reached_at(db, wider)
        if found:
            return wider, found
    return scope, []


def alerted(db: Session, place: str | None) -> list[Person]:
    """Who is told of danger at a place: the nearest level, and the region's coordinators.

    While the place is not known, the coordinators of every region.
    """
    coordinators = select(Role).where(Role.role == "coordinator").order_by(Role.person_id)
    if place:
        coordinators = coordinators.where(Role.scope == places.region_of(place))
    far = (role.actor for role in db.scalars(coordinators))
    return _once((*on_duty(db, place), *far))


def coordinators_of(db: Session, region: str) -> list[Person]:
    """Those of the region; where there is none, those of the whole country."""
    return reached_at(db, region, "plan_forums") or reached_at(db, NATIONAL, "plan_forums")


def _once(found: Iterable[Person]) -> list[Person]:
    return list({person.id: person for person in found if person.blocked_at is None}.values())
