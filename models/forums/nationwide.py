"""Issues of the whole nation: which regional ones stand behind one, and how many people of which region."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from models import crowds, issues, numbers, places
from models.base import insert_once
from models.crowds import FEW
from models.issues import NATIONWIDE, Issue
from models.numbers import Counter
from models.reports import Report

Heads = Collection[int] | Select[int]  # ids of issues, or the query that finds them
SHARED, EMERGENCY, SITUATION = "shared", "emergency", "situation"
FOUND = (SHARED, EMERGENCY)  # what the clock finds in the reports, or somebody in the list of what it watches


@dataclass(frozen=True)
class Share:
    """What one region has of it."""

    region: str
    people: int
    issues: int


def open_one(db: Session, origin: str, topic: str | None, kind: str | None, summary: str | None) -> Issue:
    """Give it its number: รวม-0001."""
    issue = issues.open_one(db, numbers.numbered(db, NATIONWIDE))
    issue.origin, issue.topic, issue.kind, issue.summary = origin, topic, kind, summary
    db.flush()
    return issue


def hold(db: Session) -> None:
    """Whoever else would raise something at this moment waits until the transaction ends."""
    insert_once(db, Counter, prefix=NATIONWIDE, last=0)
    db.get_one(Counter, NATIONWIDE, with_for_update=True, populate_existing=True)


def by_id(db: Session, given: str) -> Issue | None:
    found = issues.by_id(db, given)
    return found if found and found.origin else None


def by_number(db: Session, number: str) -> Issue | None:
    found = issues.by_number(db, number)
    return found if found and found.origin else None


def all_of(db: Session) -> list[Issue]:
    """The newest first."""
    return list(db.scalars(select(Issue).where(Issue.origin.is_not(None)).order_by(Issue.id.desc())))


def of(db: Session, issue: Issue) -> Issue | None:
    """The nation's issue that this one, or what was merged into it, was raised to last."""
    raised = select(func.max(Issue.raised_to_id)).where(issues.inside(issue))
    return db.get(Issue, db.scalar(raised) or 0)


def behind(issue: Issue) -> Heads:
    """The ids of the regions' issues behind it, as they go on by now."""
    return select(func.coalesce(Issue.head_id, Issue.id)).where(Issue.raised_to_id == issue.id)


def linked(db: Session, issue: Issue) -> list[Issue]:
    """These issues, the oldest first."""
    return list(db.scalars(select(Issue).where(Issue.id.in_(behind(issue))).order_by(Issue.id)))


def shares(db: Session, heads: Heads) -> list[Share]:
    """The most people first; whoever has several numbers in a region is counted once."""
    head = aliased(Issue)
    told = select(head.id, head.province, Report.person_id, Report.for_people).select_from(Report)
    joined = told.join(Report.issue).join(head, head.id == func.coalesce(Issue.head_id, Issue.id))
    told_by: dict[str | None, list[tuple[int, int | None]]] = defaultdict(list)
    counted: dict[str | None, set[int]] = defaultdict(set)
    for id_, province, person_id, spoken_for in db.execute(
        joined.where(head.id.in_(heads), Report.withdrawn_at.is_(None))
    ):
        region = places.region_of(province or "")
        told_by[region].append((person_id, spoken_for))
        counted[region].add(id_)
    there = [one for one in places.REGIONS if one in told_by]
    found = [Share(one, crowds.how_many(told_by[one]), len(counted[one])) for one in there]
    return sorted(found, key=lambda share: -share.people)


def said_of(people: int) -> list[str | int]:
    """A number of people as it may be said: exact, or few."""
    return ["few", FEW] if 0 < people < FEW else ["exact", people]


def said_of_all(found: Sequence[Share]) -> list[str | int]:
    """How many all together; where a region has few, at least how many, so that nobody reckons out the few."""
    total, few = sum(share.people for share in found), [share for share in found if share.people < FEW]
    if total < FEW or not few:
        return said_of(total)
    sure = sum(share.people for share in found if share.people >= FEW) + len(few)
    return ["least", max(sure, FEW)]
