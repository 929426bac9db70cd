"""The draft of an agenda: it grows by itself out of open issues, in the order in which they press."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, literal, select, update
from sqlalchemy.orm import Session, aliased

from models import area_issues, clock, crowds, places
from models.base import Moment, insert_all_once
from models.forums import agenda
from models.forums.agenda import AgendaItem, Support
from models.forums.forum import Forum
from models.issues import OPEN as OPEN_STATES
from models.issues import Issue

GROWS_WITHIN = timedelta(days=21)
# What a draft grows from; whatever else is open is in somebody's hands.
WAITING = ("received", "needs_info", "agenda", "stuck", "contested")
PRESSING = ("stuck", "contested")


def is_due(forum: Forum) -> bool:
    """Whether its draft grows now. What the nation talks of comes up from the regions."""
    return is_near(forum) and forum.kind != "emergency" and forum.region in places.REGIONS


def is_near(forum: Forum) -> bool:
    return clock.now() < forum.at <= clock.now() + GROWS_WITHIN


def grow(db: Session, forum: Forum) -> None:
    """Put every waiting issue that the Forum is for, and that no other coming Forum has, into its draft.

    What stands there already stays as it is: it may be done again, and by two clocks at once.
    """
    added = [
        literal(forum.id),
        Issue.id,
        literal("draft"),
        literal(clock.now(), Moment()),
    ]
    waiting = (Issue.state.in_(WAITING), area_issues.inside(Issue, forum.areas or [forum.region]))
    rows = select(*added).where(*waiting, *_about(forum), Issue.id.not_in(_elsewhere(forum)))
    insert_all_once(db, AgendaItem, ["forum_id", "issue_id", "state", "added_at"], rows)
    _follow_up(db, forum)


def _about(forum: Forum) -> list[ColumnElement[bool]]:
    """A Forum called for a topic talks of that one."""
    topic, _, kind = (forum.topic or "").partition(".")
    same = [Issue.topic == topic] if topic else []
    return [*same, Issue.kind == kind] if kind else same


def _elsewhere(forum: Forum) -> Any:
    """Issues that another coming Forum has. One called for their topic may take them out of a mere draft."""
    states = ("accepted",) if forum.kind == "situation" else ("accepted", "draft")
    there = select(AgendaItem.issue_id).join(Forum, Forum.id == AgendaItem.forum_id)
    return there.where(AgendaItem.forum_id != forum.id, agenda.on_coming(*states))


def _follow_up(db: Session, forum: Forum) -> None:
    """What an earlier Forum put off until the next is known by it."""
    before = aliased(AgendaItem)
    put_off = select(func.max(before.id)).where(
        before.issue_id == AgendaItem.issue_id, before.forum_id != forum.id, before.reason == "next_forum"
    )
    fresh = (
        AgendaItem.forum_id == forum.id,
        AgendaItem.state == "draft",
        AgendaItem.carried_from_id.is_(None),
    )
    known = update(AgendaItem).where(*fresh).values(carried_from_id=put_off.scalar_subquery())
    db.execute(known.execution_options(synchronize_session=False))


def drafts(db: Session, forum: Forum) -> list[AgendaItem]:
    """What may still come onto the agenda, what presses most first."""
    found = agenda.items(db, forum, "draft")
    taken = select(AgendaItem.issue_id).join(Forum, Forum.id == AgendaItem.forum_id)
    elsewhere = set(db.scalars(taken.where(agenda.on_coming("accepted"), AgendaItem.forum_id != forum.id)))
    standing = [item for item in found if item.issue.state in OPEN_STATES and item.issue_id not in elsewhere]
    people = crowds.people_in(db, [item.issue for item in standing])
    wanted = supports(db, standing)
    return sorted(standing, key=lambda item: rank(item, people.get(item.issue_id, 0), wanted.get(item.id, 0)))


def rank(item: AgendaItem, people: int, supported: int) -> tuple[bool, int, int, datetime, int]:
    """What comes first: what was carried over, is stuck or was contested; then what most people suffer from,
    what most of those who come want to talk of, and what has waited longest."""
    presses = item.carried_from_id is not None or item.issue.state in PRESSING
    return not presses, -people, -supported, item.issue.opened_at, item.id


def supports(db: Session, items: Sequence[AgendaItem]) -> dict[int, int]:
    """How many people want each of these items to be talked of, by its id."""
    counted = select(Support.item_id, func.count()).where(Support.item_id.in_([item.id for item in items]))
    return {item_id: count for item_id, count in db.execute(counted.group_by(Support.item_id))}


def numbered(db: Session, forum: Forum) -> list[AgendaItem]:
    """All that may be talked of: the agenda in its order, then the draft."""
    return [*agenda.agenda(db, forum), *drafts(db, forum)]


def lines(db: Session, shown: Sequence[AgendaItem], first: int = 1) -> list[dict[str, Any]]:
    """Items in a list, with what tells one from another."""
    numbers = range(first, first + len(shown))
    told = area_issues.lines(db, [item.issue for item in shown], numbers)
    wanted = supports(db, shown)
    return [{**row, **_more(item, wanted)} for row, item in zip(told, shown, strict=True)]


def _more(item: AgendaItem, wanted: dict[int, int]) -> dict[str, Any]:
    state = item.issue.state
    return {
        "supports": wanted.get(item.id, 0),
        "carried": item.carried_from_id is not None,
        "proposed": item.proposed_at is not None and item.state == "draft",
        "pressing": state if state in PRESSING else None,
        "why_not": item.reason,
    }


def proposed_since(db: Session, regions: Sequence[str], since: datetime) -> list[AgendaItem]:
    """What was proposed for coming Forums of these regions since then and is still a draft."""
    rows = select(AgendaItem).join(AgendaItem.forum).where(agenda.on_coming("draft"))
    fresh = rows.where(Forum.region.in_(regions), AgendaItem.proposed_at > since)
    return list(db.scalars(fresh.order_by(AgendaItem.proposed_at, AgendaItem.id)))
