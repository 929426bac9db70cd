"""Who answers for a place, as the people there are told: name and role, never an id."""

from typing import Any

from sqlalchemy.orm import Session

from models import roles
from models.people import Person

MOST_NAMED = 3  # as many names as a line holds


def named(db: Session, officer: Person, place: str | None) -> dict[str, str | None]:
    """{name, role}: the role that answers for the place before her others."""
    over = set(roles.scopes_over(place))
    held = roles.acting(db, officer)
    near = [role.role for role in held if role.scope in over]
    return {"name": officer.name, "role": [*near, *(role.role for role in held), "officer"][0]}


def receivers(db: Session, place: str | None, but: Person) -> list[dict[str, Any]]:
    """Who sees a report of this place: the nearest level where anybody is."""
    found = [named(db, one, place) for one in roles.on_duty(db, place) if one.id != but.id]
    return found[:MOST_NAMED]
