"""What a sending costs of the month's messages, said before it goes."""

from sqlalchemy.orm import Session

from models import clock, facts
from models.forums import audience, in_groups
from models.post import outbox

Price = list[str | int]


def learn(db: Session) -> None:
    """LINE is asked how many messages are left, so that it is known when the price is shown."""
    key = f"quota/{clock.now():%Y%m%dT%H%M}"
    outbox.errand(db, "quota", {}, idempotency_key=key)


def of(db: Session, people: int) -> Price:
    """How it stands with the quota: left, short, unlimited or unknown; and how many messages."""
    known = facts.ask(db, "quota")
    left = known.get("left")
    if isinstance(left, int):
        return ["short", people - left] if left < people else ["left", left]
    return ["unlimited", 0] if "left" in known else ["unknown", 0]


def of_inviting(db: Session, region: str, areas: list[str] | None = None) -> dict[str, object]:
    """Who is told in a region or in parts of it, people and groups; and what that costs."""
    invited = audience.count(db, region, areas)
    told = audience.groups_in(db, areas or [region])
    messages = invited + in_groups.heads(told)
    counts = {"invited": str(invited), "groups": len(told), "messages": str(messages)}
    return {**counts, "quota": of(db, messages)}
