"""The month's messages as LINE last told of them; low means that a tenth is left."""

from typing import Any

from sqlalchemy.orm import Session

from models import clock, facts
from models.thai.calendar import here

LOW = 0.1  # of the month's messages


def tell(db: Session, limit: int | None, used: int) -> None:
    """`limit`: messages of a month, None where nobody counts them."""
    left = None if limit is None else max(0, limit - used)
    facts.tell(db, "quota", left=left, limit=limit)


def use(db: Session, messages: int) -> None:
    """Until LINE is asked again, what was pushed is taken off."""
    known = facts.ask(db, "quota")
    if isinstance(known.get("left"), int):
        facts.tell(db, "quota", **{**known, "left": max(0, known["left"] - messages)})


def gone(db: Session) -> None:
    facts.tell(db, "quota", **{**facts.ask(db, "quota"), "left": 0})


def left(db: Session) -> int | None:
    """None: unlimited, or not known."""
    return facts.ask(db, "quota").get("left")


def is_low(db: Session) -> bool:
    known: dict[str, Any] = facts.ask(db, "quota")
    limit, remaining = known.get("limit"), known.get("left")
    return isinstance(limit, int) and isinstance(remaining, int) and remaining <= limit * LOW


def warning(line_id: str) -> str:
    """The idempotency key of this month's warning to somebody."""
    return f"quota/{here(clock.now()):%Y-%m}/{line_id}"
