"""Resolutions: what a Forum agreed or proposes, who takes it on, by when, and what became of it.

A Forum asks and proposes; it orders nobody. Kinds: an `agreement` is taken on by somebody who was there; a
`proposal` goes to an organisation, and has a date only once that names one; a `policy` proposal goes up a
level; a `lesson` tells how something was solved.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock, issues
from models.base import Base, Id
from models.forums.forum import Forum
from models.issues import Issue
from models.organisations import Organisation

KINDS = ("agreement", "proposal", "policy", "lesson")

FIRST = {"agreement": "asked", "proposal": "draft", "policy": "raised", "lesson": "kept"}

# What may follow each state. An agreement is asked for and accepted; a proposal is drafted, sent and received.
NEXT: dict[str, tuple[str, ...]] = {
    "asked": ("accepted", "declined", "contested", "withdrawn"),
    "declined": ("asked", "contested", "withdrawn"),
    "draft": ("sent", "withdrawn"),
    "sent": ("received", "declined", "working", "stuck", "told_done", "contested", "withdrawn"),
    "received": ("working", "declined", "stuck", "told_done", "contested", "withdrawn"),
    "accepted": ("working", "stuck", "told_done", "contested", "withdrawn"),
    "working": ("stuck", "told_done", "contested", "withdrawn"),
    "stuck": ("working", "told_done", "contested", "withdrawn"),
    "told_done": ("done", "contested"),  # who took it on says so; now those who reported are asked
    "contested": ("accepted", "working", "stuck", "told_done", "withdrawn"),
    "done": ("contested",),
    "withdrawn": (),
    "kept": ("withdrawn",),  # a lesson
    "raised": ("withdrawn",),  # a policy proposal that went up
}
# How far an issue has come by a step of one of its resolutions; it is done only when none is open any more.
ISSUE_BECOMES = {
    "accepted": "accepted",
    "sent": "forwarded",
    "working": "working",
    "stuck": "stuck",
    "contested": "contested",
    "done": "done",
}
CLOSED = ("done", "withdrawn", "kept", "raised")


class Resolution(Base):
    __tablename__ = "resolutions"
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id", ondelete="CASCADE"), index=True)
    forum_id: Mapped[int | None] = mapped_column(ForeignKey("forums.id", ondelete="SET NULL"))
    number: Mapped[int | None]  # among those of its Forum
    kind: Mapped[str]
    text: Mapped[str]
    taker: Mapped[str | None]  # who takes it on, as it was said; "ชุมชนทำเอง" is one way
    taker_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisations.id", ondelete="SET NULL"), index=True
    )
    due: Mapped[date | None]  # the day in Bangkok
    state: Mapped[str]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    moved_at: Mapped[datetime] = mapped_column(default=clock.now)  # when its state last changed
    reminded_before_at: Mapped[datetime | None]
    reminded_due_at: Mapped[datetime | None]
    asked_again_at: Mapped[datetime | None]  # an organisation that has not answered
    reporters_asked_at: Mapped[datetime | None]  # "is it true?"
    climbed_at: Mapped[datetime | None]  # stuck so long that it went up a level
    forum: Mapped[Forum | None] = relationship()
    issue: Mapped[Issue] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    history: Mapped[list["ResolutionChange"]] = relationship(
        order_by="ResolutionChange.id", cascade="all, delete-orphan", passive_deletes=True
    )

    __table_args__ = (UniqueConstraint("forum_id", "number"),)


class ResolutionChange(Base):
    """One step of a resolution; a photo may prove it."""

    __tablename__ = "resolution_changes"
    id: Mapped[Id]
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolutions.id", ondelete="CASCADE"), index=True)
    state: Mapped[str]
    detail: Mapped[str | None]  # why it is stuck, what the organisation answered
    message_id: Mapped[str | None]  # a photo
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(default=clock.now)


class Verdict(Base):
    """What somebody who reported says of it: fixed, better, same, unsure. The newest answer counts."""

    __tablename__ = "verdicts"
    id: Mapped[Id]
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolutions.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (UniqueConstraint("resolution_id", "person_id"),)


def add(
    db: Session, issue: Issue, kind: str, text: str, forum: Forum | None = None, **more: Any
) -> Resolution:
    """Write down what was concluded; `more`: taker, taker_id, organisation_id, due, made_by."""
    head = issue.head
    number = _next_number(db, forum) if forum else None
    resolution = Resolution(
        issue_id=head.id,
        issue=head,
        forum_id=forum.id if forum else None,
        number=number,
        kind=kind,
        text=text,
        state=FIRST[kind],
        history=[ResolutionChange(state=FIRST[kind], by_id=more.get("made_by"))],
        **more,
    )
    db.add(resolution)
    if forum:
        issues.change(db, head, "discussed", forum.number, more.get("made_by"))
    db.flush()
    return resolution


def _next_number(db: Session, forum: Forum) -> int:
    """Of two secretaries who type at once the second waits here."""
    db.execute(select(Forum.id).where(Forum.id == forum.id).with_for_update())
    last = db.scalar(select(func.max(Resolution.number)).where(Resolution.forum_id == forum.id))
    return (last or 0) + 1


def move(
    db: Session,
    resolution: Resolution,
    state: str,
    detail: str | None = None,
    message_id: str | None = None,
    by_id: int | None = None,
) -> bool:
    """Take a resolution a step further, and its issue with it; False if nothing leads from where it is to there."""
    issues.held(db, [resolution.issue])
    db.refresh(resolution, with_for_update=True)
    if state not in NEXT[resolution.state]:
        return False
    resolution.state, resolution.moved_at = state, clock.now()
    step = ResolutionChange(state=state, detail=detail, message_id=message_id, by_id=by_id, at=clock.now())
    resolution.history.append(step)
    db.flush()
    becomes = ISSUE_BECOMES.get(state)
    if becomes and (becomes != "done" or not open_of(db, resolution.issue)):
        issues.change(db, resolution.issue.head, becomes, detail, by_id)
    return True


def say_more(db: Session, resolution: Resolution, detail: str, by_id: int | None = None) -> None:
    """Add to what was said of the state it is in."""
    db.refresh(resolution, with_for_update=True)
    step = ResolutionChange(state=resolution.state, detail=detail, by_id=by_id, at=clock.now())
    resolution.history.append(step)
    db.flush()


def of_issue(db: Session, issue: Issue) -> list[Resolution]:
    """What was concluded of an issue, and of what was merged into it, and not taken back: what is open first."""
    rows = select(Resolution).join(Resolution.issue)
    standing = rows.where(issues.inside(issue), Resolution.state != "withdrawn")
    return list(db.scalars(standing.order_by(Resolution.state.in_(CLOSED), Resolution.id.desc())))


def open_of(db: Session, issue: Issue) -> list[Resolution]:
    """The resolutions of an issue, and of what was merged into it, that are not closed."""
    rows = (
        select(Resolution).join(Resolution.issue).where(issues.inside(issue), Resolution.state.not_in(CLOSED))
    )
    return list(db.scalars(rows.order_by(Resolution.id)))


def by_id(db: Session, given: str) -> Resolution | None:
    """The resolution a button names."""
    return db.get(Resolution, int(given)) if given.isdecimal() and len(given) < 16 else None
