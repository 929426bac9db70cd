"""Which menu stands under a person's chat: by what she answers for, and in her language."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import roles
from models.people import Person
from models.post import outbox
from models.roles import Role

VILLAGER, DUTY = "villager", "duty"
MOST_HAVE = (VILLAGER, "th")  # LINE shows it to whoever has no other


def owe(db: Session, person: Person) -> None:
    """Have LINE show the menu that fits the roles this person acts in now."""
    which = DUTY if roles.acting(db, person) else VILLAGER
    particulars = {"line_id": person.line_id, "which": which, "language": person.language}
    outbox.errand(db, "menu_of", particulars, lane=outbox.NOTICE)


def owe_everybody(db: Session) -> None:
    """A menu was made anew: whoever had the old one is shown the new one."""
    in_charge = Person.id.in_(select(Role.person_id)) | Person.id.in_(select(Role.deputy_id))
    with_their_own = select(Person).where(or_(in_charge, Person.language != "th"))
    for person in db.scalars(with_their_own.order_by(Person.id)):
        owe(db, person)
