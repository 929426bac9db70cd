"""Issues: a trouble of a place under one number for life, whoever brought it, and how far it has come."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, delete, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock, places
from models.base import Base, Id, Unique
from models.topics import Topic

# What may follow each state; what is merged goes on with the issue it was merged into.
NEXT: dict[str, tuple[str, ...]] = {
    "received": ("needs_info", "agenda", "forwarded", "done", "dropped"),
    "needs_info": ("received", "agenda", "forwarded", "done", "dropped"),
    "agenda": ("received", "discussed", "accepted", "forwarded", "contested", "done", "dropped"),
    "discussed": ("agenda", "accepted", "forwarded", "working", "stuck", "contested", "done", "dropped"),
    "forwarded": (
        "agenda",
        "discussed",
        "accepted",
        "needs_info",
        "working",
        "stuck",
        "contested",
        "done",
        "dropped",
    ),
    "accepted": ("agenda", "discussed", "working", "stuck", "contested", "done", "dropped"),
    "working": ("agenda", "stuck", "contested", "done", "dropped"),
    "stuck": ("agenda", "accepted", "forwarded", "working", "contested", "done", "dropped"),
    "done": ("contested",),
    "contested": ("agenda", "accepted", "forwarded", "working", "stuck", "done", "dropped"),
    "dropped": ("received", "agenda", "forwarded"),
    "merged": (),
}
STATES = tuple(NEXT)
CLOSED = ("merged", "done", "dropped")
OPEN = tuple(state for state in STATES if state not in CLOSED)

REASONS = ("forwarded", "next_forum", "joined", "beyond", "needs_info")  # why one is not on the agenda
NATIONWIDE = "รวม"  # the prefix of what several regions share


class Issue(Base):
    __tablename__ = "issues"
    id: Mapped[Id]
    number: Mapped[Unique]
    topic: Mapped[str | None]
    kind: Mapped[str | None]
    place: Mapped[str | None]  # DOPA code
    province: Mapped[str | None] = mapped_column(index=True)
    moo: Mapped[int | None]
    summary: Mapped[str | None]  # in the words of who answers for the place
    state: Mapped[str] = mapped_column(default="received", index=True)
    cried_at: Mapped[datetime | None]  # when somebody last cried for rescue in it
    opened_at: Mapped[datetime] = mapped_column(default=clock.now)
    touched_at: Mapped[datetime] = mapped_column(default=clock.now)  # when it last came further
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("issues.id"), index=True)
    head_id: Mapped[int | None] = mapped_column(ForeignKey("issues.id"), index=True)  # at the end of that way
    raised_to_id: Mapped[int | None] = mapped_column(ForeignKey("issues.id"), index=True)  # the nation's
    origin: Mapped[str | None]  # of a nation-wide one: shared, emergency, situation
    merged_into: Mapped["Issue | None"] = relationship(foreign_keys=merged_into_id, remote_side="Issue.id")
    head_or_none: Mapped["Issue | None"] = relationship(foreign_keys=head_id, remote_side="Issue.id")
    history: Mapped[list["IssueChange"]] = relationship(
        order_by="IssueChange.id", cascade="all, delete-orphan", passive_deletes=True
    )

    __table_args__ = (
        Index("ix_issues_opened", "opened_at"),
        Index("ix_issues_topic", "topic", "kind"),
        {"sqlite_autoincrement": True},  # buttons hold the id: it never comes again
    )

    @property
    def head(self) -> "Issue":
        """The issue it goes on with: itself, unless it was merged."""
        return self.head_or_none or self

    @property
    def region(self) -> str | None:
        return places.region_of(self.province) if self.province else None

    @property
    def code(self) -> str | None:
        """water, disaster.flood"""
        return Topic(self.topic, self.kind, 1.0, ()).code if self.topic else None

    @property
    def named(self) -> list[list[str | None]]:
        """Its topic as sentences take topics."""
        return [[self.topic, self.kind]] if self.topic else []


class IssueChange(Base):
    """One step of an issue, as a reporter can be shown it."""

    __tablename__ = "issue_changes"
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id", ondelete="CASCADE"), index=True)
    state: Mapped[str]
    detail: Mapped[str | None]  # the number it was merged into; why it is not on the agenda
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(default=clock.now)


def open_one(db: Session, number: str) -> Issue:
    issue = Issue(number=number, history=[IssueChange(state="received")])
    db.add(issue)
    return issue


def may_become(issue: Issue, state: str) -> bool:
    return state in NEXT[issue.state]


def change(
    db: Session, issue: Issue, state: str, detail: str | None = None, by_id: int | None = None
) -> bool:
    """Take an issue a step further and write it down; False if nothing leads from where it is to there."""
    held(db, [issue])
    if not may_become(issue, state):
        return False
    write(db, issue, state, detail, by_id)
    return True


def write(db: Session, issue: Issue, state: str, detail: str | None = None, by_id: int | None = None) -> None:
    """Write down a step that is known to be allowed, of an issue that is held."""
    issue.state, issue.touched_at = state, clock.now()
    issue.history.append(IssueChange(state=state, detail=detail, by_id=by_id, at=clock.now()))
    db.flush()


def held(db: Session, issues: Iterable[Issue]) -> None:
    """Hold these rows until the transaction ends, always in the same order, and see what others have written."""
    _hold(db, {issue.id for issue in issues})


def _hold(db: Session, ids: set[int]) -> None:
    rows = select(Issue).where(Issue.id.in_(ids)).order_by(Issue.id)
    db.scalars(rows.with_for_update().execution_options(populate_existing=True)).all()


def by_id(db: Session, given: str) -> Issue | None:
    """The issue a button names."""
    return db.get(Issue, int(given)) if given.isdecimal() and len(given) < 16 else None


def by_number(db: Session, number: str) -> Issue | None:
    return db.scalar(select(Issue).where(Issue.number == number))


def inside(issue: Issue) -> ColumnElement[bool]:
    """The issues that are this one by now: itself and all that were merged into it."""
    return or_(Issue.id == issue.head.id, Issue.head_id == issue.head.id)


def all_of(db: Session, issue: Issue) -> list[Issue]:
    """The head first, then what was merged into it, the oldest first."""
    rows = select(Issue).where(inside(issue)).order_by(Issue.head_id.is_not(None), Issue.id)
    return list(db.scalars(rows))


def _hold_all_of(db: Session, *some: Issue) -> None:
    """Hold these with all that was merged with them; while we waited, others may have come or gone."""
    before: set[int] = set()
    while before != (now := {part.id for issue in some for part in (issue, *all_of(db, issue))}):
        _hold(db, now)
        before = now


def merge(db: Session, one: Issue, other: Issue, by_id: int | None = None) -> Issue | None:
    """Make one issue of two; answers the one that goes on, or None if they are one already or one is closed.

    The one that has come further goes on, of two equals the older. Every number stays valid.
    """
    _hold_all_of(db, one, other)
    first, second = sorted((one.head, other.head), key=_precedence)
    if first is second or not {first.state, second.state} <= set(OPEN):
        return None
    second.merged_into = first
    for part in all_of(db, second):
        part.head_or_none = first
    first.cried_at = max(filter(None, (first.cried_at, second.cried_at)), default=None)
    write(db, second, "merged", first.number, by_id)
    return first


def _precedence(issue: Issue) -> tuple[bool, int]:
    return issue.state in ("received", "needs_info"), issue.id


def unmerge(db: Session, issue: Issue, by_id: int | None = None) -> bool:
    """Take an issue out of the one it was merged into, with all that had been merged into it before."""
    _hold_all_of(db, issue)
    if issue.merged_into is None:
        return False
    before = [step for step in issue.history if step.state != "merged"][-1]
    issue.merged_into = issue.head_or_none = None
    for part in _below(db, issue):
        part.head_or_none = issue
    write(db, issue, before.state, "unmerged", by_id)
    return True


def _below(db: Session, issue: Issue) -> list[Issue]:
    """What was merged into it, and into that."""
    direct = list(db.scalars(select(Issue).where(Issue.merged_into_id == issue.id).order_by(Issue.id)))
    return [*direct, *(further for one in direct for further in _below(db, one))]


def forget_untouched(db: Session, ids: Sequence[int]) -> None:
    """Issues that nobody reports any more, that nobody joined and nobody took up, leave altogether."""
    joined = select(Issue.merged_into_id).where(Issue.merged_into_id.is_not(None))
    taken_up = select(IssueChange.issue_id).where(
        IssueChange.state.not_in(("received", "needs_info", "merged")),
        IssueChange.detail.is_distinct_from("withdrawn"),
    )
    gone = [Issue.id.in_(ids), Issue.id.not_in(joined), Issue.id.not_in(taken_up)]
    lonely = list(db.scalars(select(Issue.id).where(*gone)))
    db.execute(delete(IssueChange).where(IssueChange.issue_id.in_(lonely)))
    db.execute(delete(Issue).where(Issue.id.in_(lonely)))
