"""`เช้า`: today's digest whenever it is wanted, for nothing; typed in the morning it stands in for the push."""

from datetime import time

from handlers import work
from handlers.inputs import Answer, Turn
from models import clock, digests, roles
from models.thai.calendar import here

DAWN = time(5)


def today(turn: Turn) -> Answer:
    scopes = roles.scopes_with(turn.db, turn.person, "answer_for")
    if not scopes:
        return work.not_yours(turn)
    if here(clock.now()).time() >= DAWN:
        digests.claim(turn.db, turn.person)
    return Answer([digests.message(turn.db, turn.person, scopes)])
