"""The agenda of a Forum: what is to be talked of, in its order, and what was left off it and why."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock, crowds, issues, tellings
from models.base import Base, Id
from models.forums.forum import OPEN, Forum
from models.issues import Issue

STATES = ("draft", "accepted", "dropped", "discussed", "carried")
TALKED_OF = ("accepted", "discussed", "carried")

# What becomes of an issue that is dropped from an agenda for a reason; of the others nothing.
AFTER_DROPPING = {"forwarded": "forwarded", "needs_info": "needs_info", "beyond": "dropped"}


class AgendaItem(Base):
    """An issue on the agenda of one Forum."""

    __tablename__ = "agenda_items"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(default="draft")  # draft, accepted, dropped, discussed, carried
    position: Mapped[int | None]  # among the accepted, 1 first
    reason: Mapped[str | None]  # why it was dropped: one of models.issues.REASONS
    said: Mapped[str | None]  # what was said about it at the Forum
    carried_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id", ondelete="SET NULL"))
    added_at: Mapped[datetime] = mapped_column(default=clock.now)
    proposed_at: Mapped[datetime | None]  # when somebody who answers for its place proposed it
    forum: Mapped[Forum] = relationship()
    issue: Mapped[Issue] = relationship()

    __table_args__ = (UniqueConstraint("forum_id", "issue_id"),)


class Support(Base):
    """Somebody who comes wants an item to be talked about; each has three of them for a Forum."""

    __tablename__ = "supports"
    id: Mapped[Id]
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (UniqueConstraint("item_id", "person_id"),)


class Entrusted(Base):
    """What somebody who cannot come leaves for a Forum: words or a voice, printed without a name."""

    __tablename__ = "entrusted"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(default="words")  # words, voice
    message_id: Mapped[str | None] = mapped_column(index=True)
    text: Mapped[str | None]  # her words; of a voice what somebody wrote down of it
    at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (UniqueConstraint("forum_id", "person_id"),)


def items(db: Session, forum: Forum, *states: str) -> list[AgendaItem]:
    """The items in any of these states, as they are numbered; what was merged since stands under its head only."""
    rows = select(AgendaItem).join(AgendaItem.issue).where(AgendaItem.forum_id == forum.id)
    wanted = rows.where(AgendaItem.state.in_(states), Issue.state != "merged")
    ordered = wanted.order_by(AgendaItem.position.is_(None), AgendaItem.position, AgendaItem.id)
    return list(db.scalars(ordered.execution_options(populate_existing=True)))


def agenda(db: Session, forum: Forum) -> list[AgendaItem]:
    """What is, or was, to be talked of; the first is item 1."""
    return items(db, forum, *TALKED_OF)


def item_of(db: Session, forum: Forum, issue: Issue) -> AgendaItem | None:
    same = (AgendaItem.forum_id == forum.id, AgendaItem.issue_id == issue.head.id)
    return db.scalar(select(AgendaItem).where(*same).execution_options(populate_existing=True))


def on_coming(*states: str) -> ColumnElement[bool]:
    """Items in these states of Forums that are still ahead; the query joins their Forums."""
    ahead = Forum.state.in_(OPEN) & (Forum.at > clock.now())
    return AgendaItem.state.in_(states) & ahead


def stands_at(db: Session, issue: Issue) -> Forum | None:
    """The coming Forum on whose agenda an issue is."""
    there = select(Forum).join(AgendaItem, AgendaItem.forum_id == Forum.id)
    return db.scalar(there.where(AgendaItem.issue_id == issue.head.id, on_coming("accepted")).limit(1))


def hold(db: Session, forum: Forum) -> None:
    """Of two who change an agenda at once the second waits here."""
    db.execute(select(Forum.id).where(Forum.id == forum.id).with_for_update())


def accept(db: Session, forum: Forum, issue: Issue, by_id: int | None = None) -> AgendaItem | None:
    """Put an issue on the agenda, last; None if from where it is nothing leads there."""
    hold(db, forum)
    item = item_of(db, forum, issue)
    if item is not None and item.state in TALKED_OF:
        return item
    if not _taken_up(db, forum, issue.head, by_id):
        return None
    if item is None:
        item = AgendaItem(forum_id=forum.id, issue_id=issue.head.id)
        db.add(item)
    item.state, item.reason, item.position = "accepted", None, _last(db, forum) + 1
    db.flush()
    people = crowds.people_in(db, [issue.head]).get(issue.head.id, 0)
    several = people if people > 1 else 0
    tellings.tell(db, issue, "before", forum.id, "issue.on_agenda", **when(forum), people=several)
    return item


def _taken_up(db: Session, forum: Forum, issue: Issue, by_id: int | None) -> bool:
    """An issue may have been on the agenda of a Forum that was called off or is over; of another ahead it stays."""
    if issues.change(db, issue, "agenda", forum.number, by_id):
        return True
    if issue.state != "agenda" or stands_at(db, issue):
        return False
    issues.write(db, issue, "agenda", forum.number, by_id)
    return True


def when(forum: Forum) -> dict[str, Any]:
    return {"region": forum.region, "at": forum.at.isoformat()}


def _last(db: Session, forum: Forum) -> int:
    return db.scalar(select(func.max(AgendaItem.position)).where(AgendaItem.forum_id == forum.id)) or 0


def drop(db: Session, forum: Forum, issue: Issue, reason: str, by_id: int | None = None) -> bool:
    """Leave an issue off the agenda; the item stays visible with its reason. False if it was dropped already."""
    hold(db, forum)
    item = item_of(db, forum, issue) or AgendaItem(forum_id=forum.id, issue_id=issue.head.id)
    if item.state == "dropped":
        return False
    was_accepted = item.state in TALKED_OF
    item.state, item.reason, item.position = "dropped", reason, None
    db.add(item)
    becomes = AFTER_DROPPING.get(reason) or ("received" if was_accepted else None)
    if becomes:
        issues.change(db, issue.head, becomes, reason, by_id)
    db.flush()
    if becomes:  # what nobody was promised, nobody has to be told
        tellings.tell(db, issue, "before", forum.id, "issue.not_on_agenda", **when(forum), why_not=reason)
    return True


def restore(db: Session, forum: Forum, issue: Issue, by_id: int | None = None) -> AgendaItem | None:
    """What was left off stands in the draft again; None if it was not left off."""
    hold(db, forum)
    item = item_of(db, forum, issue)
    if item is None or item.state != "dropped":
        return None
    because, item.state, item.reason = item.reason, "draft", None
    last = issue.head.history[-1:]
    if issue.head.state in ("dropped", "needs_info") and [step.detail for step in last] == [because]:
        issues.change(db, issue.head, "received", by_id=by_id)
    db.flush()
    return item


def propose(db: Session, forum: Forum, issue: Issue) -> AgendaItem:
    """Somebody who answers for its place wants it talked of: it stands in the draft; who plans Forums decides."""
    hold(db, forum)
    item = item_of(db, forum, issue)
    if item is None:
        item = AgendaItem(forum_id=forum.id, issue_id=issue.head.id, state="draft")
        db.add(item)
    if item.state == "draft" and item.proposed_at is None:
        item.proposed_at = clock.now()
    db.flush()
    return item


def propose_no_more(db: Session, item: AgendaItem) -> None:
    item.proposed_at = None
    db.flush()


def put_at(db: Session, item: AgendaItem, place: int) -> bool:
    """Make it the item of this number, the others moving up or down; False if it is not on the agenda."""
    hold(db, item.forum)
    listed = agenda(db, item.forum)
    if item not in listed:
        return False
    listed.remove(item)
    listed.insert(max(0, place - 1), item)
    for number, one in enumerate(listed, 1):
        one.position = number
    db.flush()
    return True


def shift(db: Session, item: AgendaItem, by: int) -> bool:
    """One up (-1) or one down (1), from where it is by now."""
    hold(db, item.forum)
    number = number_of(db, item)
    return number > 0 and put_at(db, item, max(1, number + by))


def number_of(db: Session, item: AgendaItem) -> int:
    """Its number on the agenda; 0 if it is not there."""
    listed = agenda(db, item.forum)
    return listed.index(item) + 1 if item in listed else 0


def by_id(db: Session, number: int) -> AgendaItem | None:
    return db.get(AgendaItem, number)
