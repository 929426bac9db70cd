"""Consents: what somebody agreed to or refused, when, and which wording was read. Each stands for itself."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Index, delete, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from models import clock
from models.base import Base, Id
from models.people import Person

KEEPING, INVITATIONS, PHOTOS = "keeping", "invitations", "photos"
EVERY = (KEEPING, INVITATIONS, PHOTOS)
WORDING = "2569-11"  # edition of what is read before the answer
SILENCE_IS_NO = timedelta(days=7)


class Consent(Base):
    """One step: asked, yes, no, or silence after seven days. The newest one counts."""

    __tablename__ = "consents"
    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    what: Mapped[str]
    answer: Mapped[str]
    wording: Mapped[str] = mapped_column(default=WORDING)
    at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (
        Index("ix_consents_person_id", "person_id", "what", "id"),
        Index("ix_consents_answer", "answer", "at"),
    )


def state(db: Session, person: Person, what: str) -> str:
    """unasked, asked, yes, no or silence."""
    if what == KEEPING:
        return person.keeping
    newest = _newest(db, person, what)
    return newest.answer if newest else "yes" if _given(person, what) else "unasked"


def _newest(db: Session, person: Person, what: str) -> Consent | None:
    steps = select(Consent).where(Consent.person_id == person.id, Consent.what == what)
    return db.scalar(steps.order_by(Consent.id.desc()).limit(1))


def _given(person: Person, what: str) -> bool:
    return bool(person.invitations if what == INVITATIONS else person.photos)


def ask(db: Session, person: Person, what: str) -> bool:
    """Note that she is being asked. False: she was asked or has answered before."""
    if state(db, person, what) != "unasked":
        return False
    _note(db, person, what, "asked")
    if what == KEEPING:
        person.keeping, person.keeping_at = "asked", clock.now()
    return True


def unask(db: Session, person: Person) -> None:
    """The question about keeping did not reach her."""
    asked = (Consent.person_id == person.id, Consent.what == KEEPING, Consent.answer == "asked")
    db.execute(delete(Consent).where(*asked))
    person.keeping, person.keeping_at = "unasked", None


def answer(db: Session, person: Person, what: str, yes: bool, by_silence: bool = False) -> None:
    """Keep an answer; it may be changed at any time. Refusing keeping takes back the others."""
    _note(db, person, what, "yes" if yes else "silence" if by_silence else "no")
    if what == INVITATIONS:
        person.invitations = yes
        person.follows_national = person.follows_national if yes else None
    elif what == PHOTOS:
        person.photos = yes
    else:
        person.keeping, person.keeping_at = "yes" if yes else "no", clock.now()
    for other in (INVITATIONS, PHOTOS) if person.keeping == "no" else ():
        if _given(person, other):
            answer(db, person, other, yes=False)


def _note(db: Session, person: Person, what: str, said: str) -> None:
    """An answer is to the wording that was read with the question, also if it was changed since."""
    before = _newest(db, person, what)
    read = before.wording if before and before.answer == "asked" else WORDING
    db.add(Consent(person_id=person.id, what=what, answer=said, wording=read, at=clock.now()))
    db.flush()


def silent(db: Session, what: str) -> list[Person]:
    """Those asked seven days ago who have not answered since."""
    later = aliased(Consent)
    answered = select(later.id).where(
        later.person_id == Consent.person_id, later.what == what, later.id > Consent.id
    )
    old = (Consent.what == what, Consent.answer == "asked", Consent.at <= clock.now() - SILENCE_IS_NO)
    asked = select(Person).join(Consent).where(*old, ~answered.exists()).distinct()
    return list(db.scalars(asked.order_by(Person.id)))


def note_silence(db: Session, person: Person, what: str) -> None:
    _note(db, person, what, "silence")


def history(db: Session, person: Person) -> list[Consent]:
    return list(db.scalars(select(Consent).where(Consent.person_id == person.id).order_by(Consent.id)))


def forget(db: Session, person: Person) -> None:
    db.execute(delete(Consent).where(Consent.person_id == person.id))
