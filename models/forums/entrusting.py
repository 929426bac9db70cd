"""What somebody who cannot come leaves for a Forum: words or a voice, one for each person, without her name."""

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from models import clock, media
from models.forums.agenda import Entrusted
from models.forums.forum import Forum
from models.forums.invitations import COMING, Rsvp
from models.people import Person
from models.post import outbox


def keep(
    db: Session, forum: Forum, person: Person, kind: str, message_id: str | None, text: str | None
) -> bool:
    """Keep it; True if it takes the place of something she had left before."""
    left = of_person(db, forum, person)
    if left is None:
        row = Entrusted(forum_id=forum.id, person_id=person.id, kind=kind, message_id=message_id, text=text)
        db.add(row)
        db.flush()
        return False
    if left.message_id != message_id:
        _drop_voice(db, left, person)
    left.kind, left.message_id, left.text, left.at = kind, message_id, text, clock.now()
    db.flush()
    return True


def of_person(db: Session, forum: Forum, person: Person) -> Entrusted | None:
    hers = select(Entrusted).where(Entrusted.forum_id == forum.id, Entrusted.person_id == person.id)
    return db.scalar(hers.with_for_update())


def take_back(db: Session, forum: Forum, person: Person) -> bool:
    left = of_person(db, forum, person)
    if left is None:
        return False
    _drop_voice(db, left, person)
    db.delete(left)
    db.flush()
    return True


def _drop_voice(db: Session, left: Entrusted, person: Person) -> None:
    if left.kind == "voice" and left.message_id:
        outbox.cancel_errands(db, person.line_id, f"media/{left.message_id}")
        media.drop(db, left.message_id)


def unsent(db: Session, message_id: str) -> None:
    """The message it came in was taken back."""
    for left in _of_message(db, message_id):
        db.delete(left)
    db.flush()


def reword(db: Session, message_id: str, text: str) -> None:
    """The message it came in was changed."""
    for left in _of_message(db, message_id):
        left.text, left.at = text, clock.now()
    db.flush()


def _of_message(db: Session, message_id: str) -> list[Entrusted]:
    return list(db.scalars(select(Entrusted).where(Entrusted.message_id == message_id)))


def left_for(db: Session, forum: Forum) -> list[Entrusted]:
    """All that was left for a Forum by those who do not come, the earliest first."""
    return list(db.scalars(select(Entrusted).where(_absent(forum)).order_by(Entrusted.at, Entrusted.id)))


def count_for(db: Session, forum: Forum) -> int:
    return db.scalar(select(func.count()).select_from(Entrusted).where(_absent(forum))) or 0


def _absent(forum: Forum) -> ColumnElement[bool]:
    coming = select(Rsvp.person_id).where(Rsvp.forum_id == forum.id, Rsvp.answer.in_(COMING))
    return and_(Entrusted.forum_id == forum.id, Entrusted.person_id.not_in(coming))


def by_id(db: Session, number: int) -> Entrusted | None:
    return db.get(Entrusted, number, with_for_update=True, populate_existing=True)
