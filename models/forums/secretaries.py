"""Who may be named to write down what a Forum concludes: whoever acts for its area and comes, or is in."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import roles
from models.base import changed, insert_once
from models.forums.attendance import Attendance, Secretary
from models.forums.forum import Forum
from models.forums.invitations import COMING, Rsvp
from models.people import Person


def of(db: Session, forum: Forum) -> list[Person]:
    """Those who are named, in the order they were."""
    named = select(Person).join(Secretary).where(Secretary.forum_id == forum.id)
    return list(db.scalars(named.order_by(Secretary.id)))


def may_be_named(db: Session, forum: Forum) -> list[Person]:
    """Who answers for a part of the Forum's area, said that she comes or is in, and is not named yet."""
    said = select(Rsvp.person_id).where(Rsvp.forum_id == forum.id, Rsvp.answer.in_(COMING))
    is_in = select(Attendance.person_id).where(
        Attendance.forum_id == forum.id, Attendance.person_id.is_not(None)
    )
    there = {*db.scalars(said), *db.scalars(is_in)}
    named = {person.id for person in of(db, forum)}
    near = roles.around(db, [forum.region])
    return [person for person in near if person.id in there and person.id not in named]


def name(db: Session, forum: Forum, person: Person) -> bool:
    """False: she is named already."""
    return insert_once(db, Secretary, forum_id=forum.id, person_id=person.id)


def release(db: Session, forum: Forum, person: Person) -> bool:
    """False: she was not named."""
    hers = delete(Secretary).where(Secretary.forum_id == forum.id, Secretary.person_id == person.id)
    return bool(changed(db, hers))
