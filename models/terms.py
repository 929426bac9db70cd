"""Words that coordinators taught: each stands for a topic wherever somebody writes it."""

from datetime import datetime

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base, Id, Unique
from models.people import Person
from models.topics import lexicon


class TaughtWord(Base):
    __tablename__ = "taught_words"
    id: Mapped[Id]
    word: Mapped[Unique]
    topic: Mapped[str]  # disaster.flood
    taught_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    taught_at: Mapped[datetime] = mapped_column(default=clock.now)


def teach(db: Session, person: Person, word: str, topic: str) -> TaughtWord:
    """The word means this from now on, whatever it was taught to mean before."""
    taught = db.scalar(select(TaughtWord).where(TaughtWord.word == word))
    if taught is None:
        taught = TaughtWord(word=word)
        db.add(taught)
    taught.topic, taught.taught_by, taught.taught_at = topic, person.id, clock.now()
    db.flush()
    return taught


def by_id(db: Session, term_id: int) -> TaughtWord | None:
    return db.get(TaughtWord, term_id)


def forget(db: Session, taught: TaughtWord) -> None:
    db.execute(delete(TaughtWord).where(TaughtWord.id == taught.id))


def newest(db: Session, most: int) -> list[TaughtWord]:
    by_time = (TaughtWord.taught_at.desc(), TaughtWord.id.desc())
    return list(db.scalars(select(TaughtWord).order_by(*by_time).limit(most)))


def refresh(db: Session) -> None:
    """What was taught elsewhere is understood here too."""
    lexicon.teach({row.word: row.topic.replace(".", "/") for row in db.scalars(select(TaughtWord))})
