"""The morning digest: to everybody on duty in whose area something happened since the last one."""

from datetime import datetime, time

from sqlalchemy.orm import Session

from models import clock, digests
from models.people import Person
from models.post import outbox
from models.thai.calendar import BANGKOK, here

FROM, UNTIL = time(7, 30), time(12)  # a digest of the morning is not told in the afternoon
MOST_A_RING = 100  # less than a second's work: nobody waits longer for an answer


def tell(db: Session) -> None:
    """What happened after half past seven waits for the next morning, also for those who are told a little later."""
    now = here(clock.now())
    if not FROM <= now.time() < UNTIL:
        return
    due = digests.due(db, datetime.combine(now.date(), FROM, BANGKOK))
    for person, scopes in due if clock.is_rehearsal() else due[:MOST_A_RING]:
        if digests.claim(db, person):
            _tell(db, person, scopes, now)


def _tell(db: Session, person: Person, scopes: list[str], now: datetime) -> None:
    key = f"digest/{person.id}/{now:%Y%m%d}"
    how = {"idempotency_key": key, "until": datetime.combine(now.date(), UNTIL, BANGKOK)}
    outbox.notify(db, person.line_id, digests.message(db, person, scopes), person.language, **how)
