"""What several regions share goes up to the national Forum by itself; a person accepts or drops it there."""

from sqlalchemy.orm import Session

from models.forums import escalation


def raise_shared(db: Session) -> None:
    escalation.raise_shared(db)
