"""What came of a Forum, told once to everybody whose trouble stood on its agenda."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import clock, roles, tellings
from models.forums import agenda, carrying, conclusions, telling
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.forums.forum import Forum
from models.forums.resolutions import Resolution
from models.post import outbox
from models.post.messages import Message, tap
from models.thai.calendar import day_of

STILL_REMINDED = timedelta(days=4)


@dataclass(frozen=True)
class Preview:
    discussed: int
    carried: int
    people: int  # each is one message

    @property
    def values(self) -> dict[str, object]:
        return {"discussed": self.discussed, "carried": self.carried, "messages": str(self.people)}


def preview(db: Session, forum: Forum) -> Preview:
    items = agenda.agenda(db, forum)
    talked = sum(item.state == "discussed" for item in items)
    told = [item for item in items if item.state != "carried"]  # those were told when it was carried over
    people = sum(len(tellings.reporters(db, item.issue)) for item in told)
    return Preview(talked, len(items) - talked, people)


def publish(db: Session, forum: Forum) -> int | None:
    """Tell everybody behind the items, once; None if it was told before."""
    if not forums.claim(db, forum, "closed_at"):
        return None
    db.refresh(forum)
    concluded = conclusions.of_forum(db, forum)
    told = sum(_tell(db, forum, item, concluded) for item in agenda.agenda(db, forum))
    carrying.carry_over(db)
    return told


def _tell(db: Session, forum: Forum, item: AgendaItem, concluded: Sequence[Resolution]) -> int:
    if item.state == "carried":
        return 0
    if item.state == "accepted":
        return tellings.tell(db, item.issue, "after", forum.id, "result.carried", **telling.described(forum))
    own = [one for one in concluded if one.issue.head.id == item.issue.head.id]
    if not own:
        values = {"talked": item.said, **telling.described(forum)}
        return tellings.tell(db, item.issue, "after", forum.id, "result.talked", **values)
    key = "result.proposed" if own[0].kind == "proposal" and own[0].taker else "result.concluded"
    return tellings.tell(db, item.issue, "after", forum.id, key, **_told(own))


def _told(own: Sequence[Resolution]) -> dict[str, Any]:
    """The first conclusion, and how many there are besides."""
    first = own[0]
    due = first.due.isoformat() if first.due else None
    what = {"deed": first.text, "taker": first.taker, "due": due}
    return {"conclusion": first.number, **what, "more": len(own) - 1}


def remind(db: Session) -> None:
    """The morning after: whoever coordinates is asked once to tell the results, if anybody waits for them.

    Nobody does where the regions bring them home: behind what is shared stand troubles of theirs.
    """
    now = clock.now()
    over = select(Forum).where(
        Forum.at <= now,
        Forum.at > now - STILL_REMINDED,
        Forum.closed_at.is_(None),
        Forum.state != "cancelled",
    )
    for forum in db.scalars(over.order_by(Forum.id)):
        if day_of(forum.at) < day_of(now) and agenda.agenda(db, forum):
            _remind(db, forum)


def _remind(db: Session, forum: Forum) -> None:
    told = preview(db, forum)
    if not told.people:
        return
    values = {**telling.described(forum), **told.values}
    message = Message("result.remind", values, (tap("conclude.list", f"conclusions/{forum.id}"),))
    for person in roles.coordinators_of(db, forum.region):
        key = f"results/{forum.id}/{person.id}"
        outbox.notify(db, person.line_id, message, person.language, idempotency_key=key)
