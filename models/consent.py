"""Agreeing, refusing and forgetting: what we may keep of a person, and how it leaves."""

from sqlalchemy.orm import Session

from models import media, people, reports
from models.forums import invitations
from models.people import Person
from models.post import drafts, inbox, outbox


def refuse(db: Session, person: Person) -> None:
    """She does not agree: what she sent is purged, and her answer is remembered."""
    forget(db, person)
    people.refuse(person)


def erase(db: Session, person: Person) -> None:
    """She wants to be forgotten: as if we had never met, but that she may come back."""
    forget(db, person)
    invitations.forget(db, person.id)
    people.refuse(person)
    person.keeping, person.keeping_at = "unasked", None


def forget(db: Session, person: Person) -> None:
    """Reports, drafts, photos and voices, raw events, and words that still wait to be said."""
    for words in (*reports.words_of(db, person.id), *drafts.words_of(db, person.id)):
        outbox.scrub(db, words)
    outbox.cancel_errands(db, person.line_id)
    reports.purge(db, person.id)
    drafts.drop_of(db, person.id)
    media.drop_of_chat(db, person.line_id)
    inbox.empty_of_chat(db, person.line_id)
