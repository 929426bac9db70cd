"""Few messages are left this month: whoever plans Forums is told by a push, and beside the next answer to her."""

from sqlalchemy.orm import Session

from handlers.inputs import Turn
from models import roles
from models.post import ledger, outbox, quota, recall
from models.post.messages import Message

POWER = "plan_forums"


def tell(db: Session) -> None:
    """Once a month for each. Where nothing is left the push waits, and the next answer says it."""
    if not quota.is_low(db):
        return
    for person in roles.acting_with(db, POWER):
        key = quota.warning(person.line_id)
        outbox.notify(db, person.line_id, _message(db), person.language, idempotency_key=key)


def owed(turn: Turn) -> list[Message]:
    """The warning, if its push did not reach her; then it is not pushed any more."""
    if not quota.is_low(turn.db) or not roles.scopes_with(turn.db, turn.person, POWER):
        return []
    key = quota.warning(turn.person.line_id)
    if ledger.state(turn.db, key) not in (None, "waiting"):
        return []
    recall.said_otherwise(turn.db, key, turn.person.line_id)
    return [_message(turn.db)]


def _message(db: Session) -> Message:
    return Message("duty.quota_low", {"left": str(quota.left(db) or 0)})
