"""What a sending costs of the month's messages, said before it goes."""

from sqlalchemy.orm import Session

from models import facts

Price = list[str | int]


def of(db: Session, people: int) -> Price:
    """How it stands with the quota: left, short, unlimited or unknown; and how many messages."""
    known = facts.ask(db, "quota")
    left = known.get("left")
    if isinstance(left, int):
        return ["short", people - left] if left < people else ["left", left]
    return ["unlimited", 0] if "left" in known else ["unknown", 0]
