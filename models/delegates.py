"""Delegates whom a region sends to the national Forum: two of each, named by its coordinators."""

from sqlalchemy.orm import Session

from models import roles
from models.codes import Code
from models.people import Person
from models.roles import Role

ROLE = "delegate"
MOST = 2


def of(db: Session, region: str) -> list[Role]:
    return roles.held_over(db, ROLE, region)


def is_full(db: Session, region: str) -> bool:
    return len(of(db, region)) >= MOST


def has_seat(db: Session, person: Person, code: Code) -> bool:
    """Whether whoever types this code can become a delegate now."""
    named = of(db, code.scope)
    leaves = any(held.id == code.replaces for held in named)
    return len(named) - leaves < MOST or any(held.person_id == person.id for held in named)


def replaced_by(db: Session, person: Person, code: Code) -> Person | None:
    """Who leaves for the one who typed this code; the role is taken away."""
    leaving = next((held for held in of(db, code.scope) if held.id == code.replaces), None)
    if leaving is None or leaving.person_id == person.id:
        return None
    gone = leaving.person
    db.delete(leaving)
    db.flush()
    return gone
