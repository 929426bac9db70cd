"""A deputy's time ends: the work goes back to its holder, and both are told."""

from sqlalchemy.orm import Session

from models import roles
from models.post import menus, outbox
from models.post.messages import Message


def end_deputies(db: Session) -> None:
    for held in roles.ended(db):
        deputy, about = held.deputy, {"role": held.role, "scope": held.scope}
        roles.take_back(held)
        db.flush()
        outbox.notify(db, held.person.line_id, Message("duty.deputy_over", about), held.person.language)
        if deputy is not None:
            outbox.notify(db, deputy.line_id, Message("duty.deputy_ended", about), deputy.language)
            menus.owe(db, deputy)
