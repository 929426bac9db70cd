"""The way down: what the national Forum concluded, as an answer for each region that had brought it there."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock, tellings
from models.base import Base, Id, changed, insert_once
from models.forums import nationwide
from models.forums.forum import Forum
from models.forums.resolutions import Resolution
from models.issues import Issue
from models.people import Person

LINES, LONGEST = 3, 90  # of an answer; with her number above it a villager reads four

Step = tuple[str, datetime, str | None]


class RegionalAnswer(Base):
    """What the people of one region are answered; checked there before it is sent."""

    __tablename__ = "regional_answers"
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id", ondelete="CASCADE"))
    region: Mapped[str]
    forum_id: Mapped[int | None] = mapped_column(ForeignKey("forums.id", ondelete="SET NULL"))
    text: Mapped[str]
    state: Mapped[str] = mapped_column(default="draft")  # draft, checked, sent
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    sent_at: Mapped[datetime | None]
    issue: Mapped[Issue] = relationship()
    forum: Mapped[Forum | None] = relationship()

    __table_args__ = (
        UniqueConstraint("issue_id", "region"),
        {"sqlite_autoincrement": True},  # buttons hold the id: it never comes again
    )


def conclusions(db: Session, issue: Issue) -> list[Resolution]:
    """What the national Forum concluded about it and did not take back."""
    rows = select(Resolution).where(Resolution.issue_id == issue.id, Resolution.state != "withdrawn")
    return list(db.scalars(rows.order_by(Resolution.id)))


def hand_out(db: Session, issue: Issue, by: Person) -> list[RegionalAnswer]:
    """Make an answer for each region that has people behind it; answers with those that are new."""
    found = conclusions(db, issue)
    text = in_lines("\n".join(one.text for one in found))
    forum_id = next((one.forum_id for one in reversed(found) if one.forum_id), None)
    regions = [share.region for share in nationwide.shares(db, nationwide.behind(issue))] if text else []
    row: dict[str, Any] = {"issue_id": issue.id, "forum_id": forum_id, "text": text, "state": "draft"}
    row |= {"by_id": by.id, "made_at": clock.now()}
    new = {region for region in regions if insert_once(db, RegionalAnswer, region=region, **row)}
    return [answer for answer in answers(db, issue) if answer.region in new]


def in_lines(text: str) -> str:
    """As many lines as a villager reads, none of them long."""
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()][:LINES]
    return "\n".join(line if len(line) <= LONGEST else line[: LONGEST - 1] + "…" for line in lines)


def answers(db: Session, issue: Issue) -> list[RegionalAnswer]:
    rows = select(RegionalAnswer).where(RegionalAnswer.issue_id == issue.id)
    return list(db.scalars(rows.order_by(RegionalAnswer.id)))


def by_id(db: Session, given: str) -> RegionalAnswer | None:
    """The answer a button names."""
    return db.get(RegionalAnswer, int(given)) if given.isdecimal() and len(given) < 16 else None


def reword(db: Session, answer: RegionalAnswer, text: str, by: Person) -> bool:
    """Somebody of the region changes the words; False once it is sent."""
    return _move(db, answer, state="checked", text=in_lines(text), by_id=by.id)


def send(db: Session, answer: RegionalAnswer, by: Person) -> int | None:
    """Tell everybody of the region who reported it, once, under her own number; None if it was sent before."""
    if not _move(db, answer, state="sent", by_id=by.id, sent_at=clock.now()):
        return None
    told: set[int] = set()
    for head in behind(db, answer):
        of = answer.forum_id or f"nation-{answer.issue_id}"
        tellings.tell(db, head, "after", of, "regional.told", but=told, answer_lines=answer.text)
        told |= {person.id for person, _ in tellings.reporters(db, head)}
    return len(told)


def _move(db: Session, answer: RegionalAnswer, **values: object) -> bool:
    """Of several who press at once one wins; the others see what she did."""
    unsent = (RegionalAnswer.id == answer.id, RegionalAnswer.state != "sent")
    moved = changed(db, update(RegionalAnswer).where(*unsent).values(**values))
    db.refresh(answer)
    return bool(moved)


def behind(db: Session, answer: RegionalAnswer) -> list[Issue]:
    """The issues of the region that brought it to the nation."""
    return [head for head in nationwide.linked(db, answer.issue) if head.region == answer.region]


def price(db: Session, answer: RegionalAnswer) -> int:
    """How many messages it costs: one for each who can be reached."""
    return len({person.id for head in behind(db, answer) for person, _ in tellings.reporters(db, head)})


def is_answered(db: Session, issue: Issue) -> bool:
    """Whether every region that was answered at all has been told."""
    states = {answer.state for answer in answers(db, issue)}
    return states == {"sent"}


def steps(db: Session, issue: Issue) -> list[Step]:
    """How far an issue of a region has come at the centre, as its reporters are shown it."""
    above = nationwide.of(db, issue)
    if above is None:
        return []
    is_up = above.state not in ("received", "needs_info", "dropped")
    raised = [("raised", step.at, None) for step in above.history if step.state == "agenda" and is_up][-1:]
    told = [
        ("answered", answer.sent_at, answer.text)
        for answer in answers(db, above)
        if answer.region == issue.head.region and answer.sent_at
    ]
    return [*raised, *told]
