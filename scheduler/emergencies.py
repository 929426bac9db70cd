"""Half an hour after an emergency call its caller is told, once, who has answered."""

from sqlalchemy.orm import Session

from handlers import roll_call as counting
from models import people
from models.forums import emergencies
from models.forums import forum as forums
from models.post import outbox
from models.post.messages import Message


def roll_call(db: Session) -> None:
    for forum in emergencies.owed_a_roll_call(db):
        caller = people.by_id(db, forum.called_by)
        if caller is not None and forums.claim(db, forum, "roll_called_at"):
            said = Message("roll_call.counts", counting.numbers(db, forum), counting.choices(forum))
            how = {"lane": outbox.CALL, "idempotency_key": f"roll_call/{forum.id}"}
            outbox.notify(db, caller.line_id, said, caller.language, **how)
