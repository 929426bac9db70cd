"""Which menu stands under a person's chat: whoever answers for something has one of her own."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import roles
from models.people import Person
from models.post import outbox
from models.roles import Role

VILLAGER, DUTY = "villager", "duty"


def owe(db: Session, person: Person) -> None:
    """Have LINE show the menu that fits the roles this person acts in now."""
    menu = DUTY if roles.acting(db, person) else VILLAGER
    outbox.errand(db, "menu_of", {"line_id": person.line_id, "menu": menu}, lane=outbox.NOTICE)


def owe_everybody(db: Session) -> None:
    """The duty menu was made anew: whoever had the old one is shown the new one."""
    in_charge = select(Person).where(
        Person.id.in_(select(Role.person_id)) | Person.id.in_(select(Role.deputy_id))
    )
    for person in db.scalars(in_charge.order_by(Person.id)):
        owe(db, person)
