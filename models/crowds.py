"""Crowds: how many people stand behind issues, with those others spoke for, and how few may not be told."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session, aliased

from models import places
from models.issues import Issue
from models.reports import Report

FEW = 5  # fewer people of a region are not counted out to the centre: they might be known by it


def people_in(db: Session, heads: Sequence[Issue]) -> dict[int, int]:
    """How many people stand behind each of these issues, by its id; with those others spoke for.

    Behind a nation-wide one stand those of the regions.
    """
    raised = [issue.id for issue in heads if issue.origin]
    return {
        **_people_in(db, [issue.id for issue in heads]),
        **(_people_raised_to(db, raised) if raised else {}),
    }


def _heads() -> ColumnElement[int]:
    """Who reported, each once, and those others spoke for."""
    hers = case((Report.for_people.is_(None), Report.person_id))
    return func.count(hers.distinct()) + func.coalesce(func.sum(Report.for_people), 0)


def _people_in(db: Session, ids: Sequence[int]) -> dict[int, int]:
    head = func.coalesce(Issue.head_id, Issue.id)
    counted = select(head, _heads()).join(Report, Report.issue_id == Issue.id)
    wanted = counted.where(head.in_(ids), Report.withdrawn_at.is_(None))
    return {issue_id: people for issue_id, people in db.execute(wanted.group_by(head))}


def _people_raised_to(db: Session, ids: Sequence[int]) -> dict[int, int]:
    """At least so many: of a region with few people one is counted, that nobody reckons out how many they are."""
    head = aliased(Issue)
    told = select(head.raised_to_id, head.province, Report.person_id, Report.for_people).select_from(Report)
    joined = told.join(Report.issue).join(head, head.id == func.coalesce(Issue.head_id, Issue.id))
    standing = joined.where(head.raised_to_id.in_(ids), Report.withdrawn_at.is_(None))
    behind: dict[tuple[int, str | None], list[tuple[int, int | None]]] = defaultdict(list)
    for of, province, person_id, spoken_for in db.execute(standing):
        behind[of or 0, places.region_of(province or "")].append((person_id, spoken_for))
    counted: Counter[int] = Counter()
    for (of, _), told_by in behind.items():
        counted[of] += many if (many := how_many(told_by)) >= FEW else 1
    return dict(counted)


def how_many(told_by: Sequence[tuple[int, int | None]]) -> int:
    """People behind reports, given who brought each and for how many others she spoke."""
    own = {person_id for person_id, spoken_for in told_by if spoken_for is None}
    return len(own) + sum(spoken_for or 0 for _, spoken_for in told_by)
