"""Housekeeping: silence is a no after seven days, payloads leave after thirty, old drafts are dropped."""

from datetime import timedelta

from sqlalchemy import event
from sqlalchemy.orm import Session

from models import clock, consent, consents, database, fires, links
from models.forums import posters
from models.post import drafts, inbox, postman


def silence_is_no(db: Session) -> None:
    for person in consents.silent(db, consents.KEEPING):
        consent.refuse(db, person, by_silence=True)
    for what in (consents.INVITATIONS, consents.PHOTOS):
        for person in consents.silent(db, what):
            consents.note_silence(db, person, what)


def empty_old_payloads(db: Session) -> None:
    inbox.empty_old(db)


def drop_old_drafts(db: Session) -> None:
    drafts.drop_old(db)


def drop_old_links(db: Session) -> None:
    links.drop_old(db)
    posters.drop_old(db)


def expire(db: Session) -> None:
    postman.expire(db)


def write_back(db: Session) -> None:
    """Once this night's work is committed, what was erased leaves SQLite's file and log too."""
    engine = db.get_bind().engine
    event.listen(db, "after_commit", lambda _: database.write_back(engine), once=True)


def forget_old_rings(db: Session) -> None:
    fires.forget_before(db, clock.now() - timedelta(days=3))
