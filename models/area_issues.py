"""Issues of an area: which are open, newest or longest waiting first, and how many of which topic."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from models import clock, crowds, places, roles
from models.issues import OPEN, Issue
from models.reports import Report, ReportTopic
from models.thai.calendar import day_of

ORDERS = ("newest", "longest")
STAYS_URGENT = timedelta(days=7)
SILENCE = timedelta(days=14)  # after which it is said that nothing moves
LONG = 3  # days after which an issue is said to wait
Topic = tuple[str, str | None]


def inside(table: type[Issue | Report], scopes: Iterable[str]) -> ColumnElement[bool]:
    """Rows that lie in any of these scopes; the province narrows the search, for it has an index."""
    found = list(scopes)
    if roles.NATIONAL in found:
        return roles.inside(table.place, found)
    provinces = {code[:2] for code in roles.codes_in(found)}
    return and_(table.province.in_(provinces), roles.inside(table.place, found))


def _open(scopes: Iterable[str]) -> ColumnElement[bool]:
    """What is the whole nation's stands in no list of an area."""
    return and_(Issue.state.in_(OPEN), Issue.origin.is_(None), inside(Issue, scopes))


def listed(db: Session, scopes: Iterable[str], order: str, start: int, count: int) -> list[Issue]:
    rows = select(Issue).where(_open(scopes)).order_by(*_by(order))
    return list(db.scalars(rows.offset(start).limit(count)))


def _by(order: str) -> Sequence[ColumnElement[Any]]:
    newest = order == "newest"
    return [column.desc() if newest else column.asc() for column in (Issue.opened_at, Issue.id)]


def after(db: Session, scopes: Iterable[str], order: str, issue: Issue) -> Issue | None:
    """The one that follows it in this order."""
    same, at, number = Issue.opened_at == issue.opened_at, issue.opened_at, issue.id
    older = or_(Issue.opened_at < at, and_(same, Issue.id < number))
    younger = or_(Issue.opened_at > at, and_(same, Issue.id > number))
    further = older if order == "newest" else younger
    return db.scalar(select(Issue).where(_open(scopes), further).order_by(*_by(order)).limit(1))


def count_open(db: Session, scopes: Iterable[str]) -> int:
    return db.scalar(select(func.count()).select_from(Issue).where(_open(scopes))) or 0


def urgent(db: Session, scopes: Iterable[str], limit: int) -> list[Issue]:
    """Open issues of a danger that is fresh, newest first."""
    rows = select(Issue).where(_open(scopes), _pressing()).order_by(*_by("newest"))
    return list(db.scalars(rows.limit(limit)))


def count_urgent(db: Session, scopes: Iterable[str]) -> int:
    return db.scalar(select(func.count()).select_from(Issue).where(_open(scopes), _pressing())) or 0


def _pressing() -> ColumnElement[bool]:
    return Issue.cried_at > clock.now() - STAYS_URGENT


def opened_since(db: Session, scopes: Iterable[str], since: datetime, limit: int) -> list[Issue]:
    """What was opened since then and is still open, newest first."""
    rows = select(Issue).where(_open(scopes), Issue.opened_at > since).order_by(*_by("newest"))
    return list(db.scalars(rows.limit(limit)))


def count_silent(db: Session, scopes: Iterable[str]) -> int:
    """Open issues in which nothing has moved for long."""
    still = Issue.touched_at < clock.now() - SILENCE
    return db.scalar(select(func.count()).select_from(Issue).where(_open(scopes), still)) or 0


def fell_silent(db: Session, since: datetime, until: datetime) -> list[tuple[str | None, datetime]]:
    """Where and when an open issue had not moved for that long, between these moments."""
    still = (Issue.touched_at > since - SILENCE, Issue.touched_at <= until - SILENCE)
    rows = select(Issue.place, Issue.touched_at).where(Issue.state.in_(OPEN), *still)
    return [(place, at + SILENCE) for place, at in db.execute(rows)]


def places_since(
    db: Session, scopes: Iterable[str], since: datetime
) -> list[tuple[str | None, int | None, datetime]]:
    """Where reports were filed since then that were not taken back: code, village, and when."""
    filed = select(Report.place, Report.moo, Report.filed_at).where(
        inside(Report, scopes), Report.filed_at > since, Report.withdrawn_at.is_(None)
    )
    return [(place, moo, at) for place, moo, at in db.execute(filed)]


def topics_since(db: Session, scopes: Iterable[str], since: datetime) -> list[tuple[Topic, datetime]]:
    """The one topic each report is shown under, given by hand before the machine's, and when it was filed."""
    by_hand = (ReportTopic.by == "human").desc()
    rows = (
        select(Report.id, Report.filed_at, ReportTopic.topic, ReportTopic.kind)
        .join(ReportTopic)
        .where(inside(Report, scopes), Report.filed_at > since, Report.withdrawn_at.is_(None))
        .order_by(Report.id, by_hand, ReportTopic.score.desc(), ReportTopic.id)
    )
    first: dict[int, tuple[Topic, datetime]] = {}
    for report_id, filed_at, topic, kind in db.execute(rows):
        first.setdefault(report_id, ((topic, kind), filed_at))
    return list(first.values())


def days_waited(issue: Issue) -> int:
    return (day_of(clock.now()) - day_of(issue.opened_at)).days


def lines(db: Session, shown: Sequence[Issue], numbers: Sequence[int]) -> list[dict[str, Any]]:
    """Issues in a list: each one's number there, and what tells it from the others."""
    people = crowds.people_in(db, shown)
    return [
        _line(issue, number, people.get(issue.id, 0)) for issue, number in zip(shown, numbers, strict=True)
    ]


def _line(issue: Issue, number: int, people: int) -> dict[str, Any]:
    waited = days_waited(issue)
    return {
        "line": number,
        "number": issue.number,
        "topics": issue.named,
        "place": issue.place,
        "moo": issue.moo,
        "danger": issue.cried_at is not None,
        "people": people if people > 1 else 0,
        "waited": waited if waited >= LONG else 0,
    }


def raised_since(
    db: Session, region: str, since: datetime | None, limit: int = 3
) -> list[tuple[str, str | None]]:
    """The topics people of a region, or of the whole country, raised most since then, as (topic, kind)."""
    raised = (
        select(ReportTopic.topic, ReportTopic.kind)
        .join(Report)
        .where(ReportTopic.topic != "other")
        .group_by(ReportTopic.topic, ReportTopic.kind)
        .order_by(func.count(Report.person_id.distinct()).desc(), ReportTopic.topic)
    )
    if region in places.REGIONS:
        raised = raised.where(Report.province.in_(places.provinces_of_region(region)))
    if since is not None:
        raised = raised.where(Report.filed_at > since)
    return [(topic, kind) for topic, kind in db.execute(raised.limit(limit))]
