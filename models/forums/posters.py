"""The poster for the door: a link that opens it for whoever asked for it, for a day."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock
from models.base import Base, Id, Unique
from models.forums import check_in
from models.forums.forum import Forum
from models.people import Person

GOOD_FOR = timedelta(days=1)
RENEWED = timedelta(hours=12)  # before its end a link is given again; later there is a new one


class Poster(Base):
    __tablename__ = "posters"
    id: Mapped[Id]
    token: Mapped[Unique] = mapped_column(default=lambda: secrets.token_urlsafe(18))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    good_until: Mapped[datetime]
    person: Mapped[Person] = relationship()
    forum: Mapped[Forum] = relationship()


def to(db: Session, person: Person, forum: Forum) -> Poster:
    still = Poster.good_until > clock.now() + RENEWED
    mine = select(Poster).where(Poster.person_id == person.id, Poster.forum_id == forum.id, still)
    given = db.scalar(mine)
    if given is None:
        given = Poster(person_id=person.id, forum_id=forum.id, good_until=clock.now() + GOOD_FOR)
        db.add(given)
        db.flush()
    return given


def good(db: Session, token: str) -> Poster | None:
    """One whose day is not over, of somebody who may still see who comes there."""
    if not token.isprintable():
        return None
    found = db.scalar(select(Poster).where(Poster.token == token, Poster.good_until > clock.now()))
    return found if found and check_in.may_see(db, found.forum, found.person) else None


def drop_old(db: Session) -> None:
    db.execute(delete(Poster).where(Poster.good_until <= clock.now()))
