"""The sheet at the door: in whose name somebody comes, and her real name. Both may be left out."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import clock, organisations
from models.forums.invitations import Rsvp

SECTORS = ("self", *organisations.SECTORS)


def ask(rsvp: Rsvp) -> None:
    """It is asked once for each Forum, whatever is answered."""
    rsvp.sheet_asked_at = clock.now()


def told_before(db: Session, rsvp: Rsvp) -> Rsvp | None:
    """The newest earlier answer with which this person told a sector or a name."""
    told = Rsvp.sector.is_not(None) | Rsvp.sheet_name.is_not(None)
    before = select(Rsvp).where(Rsvp.person_id == rsvp.person_id, Rsvp.id != rsvp.id, told)
    return db.scalar(before.order_by(Rsvp.id.desc()).limit(1))


def copy(before: Rsvp, rsvp: Rsvp) -> None:
    rsvp.sector, rsvp.sheet_name = before.sector, before.sheet_name


def take_back(db: Session, person_id: int, name: str) -> None:
    """A name told for the sheet was unsent."""
    told = update(Rsvp).where(Rsvp.person_id == person_id, Rsvp.sheet_name == name)
    db.execute(told.values(sheet_name=None))


def names_of(db: Session, person_id: int) -> list[str]:
    told = select(Rsvp.sheet_name).where(Rsvp.person_id == person_id, Rsvp.sheet_name.is_not(None))
    return [name for name in db.scalars(told.order_by(Rsvp.id)) if name]
