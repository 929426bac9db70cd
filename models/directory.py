"""Which organisations somebody may look at, name and send to: those that work where she answers."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from models import roles
from models.organisations import Organisation
from models.thai import offices


def seen_by(db: Session, scopes: Sequence[str]) -> list[Organisation]:
    """Those that work in a part of these scopes, or in what holds one of them; by name."""
    found = select(Organisation).where(or_(*(_around(scope) for scope in scopes)))
    return list(db.scalars(found.order_by(Organisation.name, Organisation.id)))


def _around(scope: str) -> ColumnElement[bool]:
    parts = Organisation.scope.startswith
    inside = [parts(code, autoescape=True) for code in roles.codes_in([scope])]
    if scope == roles.NATIONAL:
        return Organisation.scope.is_not(None)
    return or_(Organisation.scope.in_(roles.scopes_over(scope)), *inside)


def serving(db: Session, place: str | None) -> list[Organisation]:
    """Those that work at a place, the nearest first."""
    over = roles.scopes_over(place)
    found = seen_by(db, [place]) if place else []
    return sorted(found, key=lambda one: over.index(one.scope) if one.scope in over else -1)


def named(among: Sequence[Organisation], words: str) -> list[Organisation]:
    """Those whose name these words are, else begin, else hold; however it is spaced or shortened."""
    said = offices.bare(words)
    names = {one.id: offices.bare(one.name) for one in among}
    if not said:
        return []
    same = [one for one in among if names[one.id] == said]
    begun = [one for one in among if names[one.id].startswith(said)]
    return same or begun or [one for one in among if said in names[one.id]]


def is_near(scope: str, scopes: Sequence[str]) -> bool:
    """Whether an area lies in one of these, or holds one of them up to its province."""
    held = {over for one in scopes for over in roles.scopes_over(one) if over.isdecimal()}
    return scope in held or not set(scopes).isdisjoint(roles.scopes_over(scope))
