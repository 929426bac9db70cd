"""What a Forum keeps of one person: her answers, what she left for it, that she came, what she took on."""

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from models.base import Base
from models.forums.agenda import Entrusted, Support
from models.forums.attendance import Attendance, Secretary
from models.forums.invitations import LateInvitation, Rsvp
from models.forums.posters import Poster
from models.forums.resolutions import Resolution, Verdict
from models.forums.surveys import SurveyAnswer
from models.organisations import Membership

TABLES = (Entrusted, Support, Attendance, Secretary, Verdict, Membership, SurveyAnswer)


def rows(db: Session, person_id: int) -> dict[str, list[Base]]:
    """Her rows by the name of their table; the RSVPs apart, for their Forum is named beside them."""
    found = {table.__tablename__: _of(db, table, person_id) for table in TABLES}
    taken = select(Resolution).where(Resolution.taker_id == person_id).order_by(Resolution.id)
    return {**found, "resolutions_taken_on": list(db.scalars(taken))}


def _of(db: Session, table: type[Base], person_id: int) -> list[Base]:
    columns = table.__table__.c
    return list(db.scalars(select(table).where(columns.person_id == person_id).order_by(columns.id)))


def words_of(db: Session, person_id: int) -> list[str]:
    """What she typed for a Forum that she could not come to."""
    left = select(Entrusted.text).where(Entrusted.person_id == person_id).order_by(Entrusted.id)
    return [text for text in db.scalars(left) if text]


def forget(db: Session, person_id: int) -> None:
    """Her rows leave. What she took on is still to be done, by nobody named."""
    for table in (Rsvp, LateInvitation, Poster, *TABLES):
        db.execute(delete(table).where(table.person_id == person_id))
    taken = update(Resolution).where(Resolution.taker_id == person_id)
    db.execute(taken.values(taker_id=None, taker=None))
