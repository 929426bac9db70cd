"""Forms half filled in. Only the answers are kept: there is no step to go stale."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ForeignKey, delete, select
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base, Id

KEEP = timedelta(days=7)


class Draft(Base):
    __tablename__ = "drafts"
    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    form: Mapped[str]
    answers: Mapped[dict[str, Any]] = mapped_column(MutableDict.as_mutable(JSON()))
    asked: Mapped[str | None]  # the question put last
    is_open: Mapped[bool] = mapped_column(default=True)
    touched_at: Mapped[datetime]

    __table_args__ = ({"sqlite_autoincrement": True},)  # buttons hold the id: it never comes again


def open_for(db: Session, person_id: int) -> Draft | None:
    return db.scalar(select(Draft).where(Draft.person_id == person_id, Draft.is_open))


def kept(db: Session, person_id: int, form: str) -> Draft | None:
    """The person's newest draft of this form, open or left."""
    mine = select(Draft).where(Draft.person_id == person_id, Draft.form == form)
    return db.scalar(mine.order_by(Draft.touched_at.desc(), Draft.id.desc()).limit(1))


def of_person(db: Session, person_id: int, draft_id: str) -> Draft | None:
    """The draft with this id, if it is hers."""
    draft = db.get(Draft, int(draft_id)) if draft_id.isdecimal() and len(draft_id) < 16 else None
    return draft if draft and draft.person_id == person_id else None


def all_of(db: Session, person_id: int) -> list[Draft]:
    return list(db.scalars(select(Draft).where(Draft.person_id == person_id).order_by(Draft.id)))


def begin(db: Session, person_id: int, form: str, **answers: Any) -> Draft:
    """A new draft; one that was open is left for later."""
    for other in all_of(db, person_id):
        other.is_open = False
    draft = Draft(person_id=person_id, form=form, answers=answers, touched_at=clock.now())
    db.add(draft)
    db.flush()
    return draft


def lay_aside(db: Session, person_id: int, form: str, **answers: Any) -> Draft:
    """A draft for a button to take up: what is open stays open, and what lay aside before is dropped."""
    for other in all_of(db, person_id):
        if other.form == form and other.answers.get("aside"):
            db.delete(other)
    kept = {**answers, "aside": True}
    draft = Draft(person_id=person_id, form=form, answers=kept, is_open=False, touched_at=clock.now())
    db.add(draft)
    db.flush()
    return draft


def put_by(db: Session, person_id: int, form: str, **answers: Any) -> Draft:
    """A draft for buttons that are sent elsewhere; what is open stays open."""
    draft = Draft(person_id=person_id, form=form, answers=answers, is_open=False, touched_at=clock.now())
    db.add(draft)
    db.flush()
    return draft


def reopen(db: Session, draft: Draft) -> Draft:
    for other in all_of(db, draft.person_id):
        other.is_open = other.id == draft.id
    draft.touched_at = clock.now()
    return draft


def leave(draft: Draft) -> None:
    draft.is_open = False


def drop(db: Session, draft: Draft) -> None:
    db.delete(draft)
    db.flush()


def words_of(db: Session, person_id: int) -> list[str]:
    """Everything she typed into drafts, whatever was asked; codes and numbers are left out."""
    said = [words for draft in all_of(db, person_id) for words in _texts(draft.answers)]
    return [words for words in said if " " in words or not words.isascii()]


def _texts(answer: Any) -> Iterator[str]:
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, dict | list):
        for one in answer.values() if isinstance(answer, dict) else answer:
            yield from _texts(one)


def drop_of(db: Session, person_id: int) -> None:
    db.execute(delete(Draft).where(Draft.person_id == person_id))


def drop_old(db: Session) -> None:
    db.execute(delete(Draft).where(Draft.touched_at <= clock.now() - KEEP))
