"""Reports of an area: which are open, newest or longest waiting first, and how many of which topic."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from models import clock, reports, roles
from models.reports import STATES, Report, ReportTopic
from models.thai.calendar import day_of

CLOSED = ("merged", "done", "dropped")
OPEN = tuple(state for state in STATES if state not in CLOSED)
ORDERS = ("newest", "longest")
STAYS_URGENT = timedelta(days=7)
LONG = 3  # days after which a report is said to wait
Topic = tuple[str, str | None]


def inside(scopes: Iterable[str]) -> ColumnElement[bool]:
    """Reports that lie in any of these scopes; the province narrows the search, for it has an index."""
    found = list(scopes)
    if roles.NATIONAL in found:
        return roles.inside(Report.place, found)
    provinces = {code[:2] for code in roles.codes_in(found)}
    return and_(Report.province.in_(provinces), roles.inside(Report.place, found))


def _open(scopes: Iterable[str]) -> ColumnElement[bool]:
    return and_(Report.state.in_(OPEN), inside(scopes))


def listed(db: Session, scopes: Iterable[str], order: str, start: int, count: int) -> list[Report]:
    rows = select(Report).where(_open(scopes)).order_by(*_by(order))
    return list(db.scalars(rows.offset(start).limit(count)))


def _by(order: str) -> Sequence[ColumnElement[Any]]:
    newest = order == "newest"
    return [column.desc() if newest else column.asc() for column in (Report.filed_at, Report.id)]


def after(db: Session, scopes: Iterable[str], order: str, report: Report) -> Report | None:
    """The one that follows it in this order."""
    same, at, number = Report.filed_at == report.filed_at, report.filed_at, report.id
    older = or_(Report.filed_at < at, and_(same, Report.id < number))
    younger = or_(Report.filed_at > at, and_(same, Report.id > number))
    further = older if order == "newest" else younger
    return db.scalar(select(Report).where(_open(scopes), further).order_by(*_by(order)).limit(1))


def count_open(db: Session, scopes: Iterable[str]) -> int:
    return db.scalar(select(func.count()).select_from(Report).where(_open(scopes))) or 0


def urgent(db: Session, scopes: Iterable[str], limit: int) -> list[Report]:
    """Open reports of a danger that is fresh, newest first."""
    rows = select(Report).where(_open(scopes), _pressing()).order_by(*_by("newest"))
    return list(db.scalars(rows.limit(limit)))


def count_urgent(db: Session, scopes: Iterable[str]) -> int:
    return db.scalar(select(func.count()).select_from(Report).where(_open(scopes), _pressing())) or 0


def _pressing() -> ColumnElement[bool]:
    return and_(or_(Report.danger, Report.urgency == "rescue"), Report.filed_at > clock.now() - STAYS_URGENT)


def opened_since(db: Session, scopes: Iterable[str], since: datetime, limit: int) -> list[Report]:
    """What was filed since then and is still open, newest first."""
    rows = select(Report).where(_open(scopes), Report.filed_at > since).order_by(*_by("newest"))
    return list(db.scalars(rows.limit(limit)))


def places_since(
    db: Session, scopes: Iterable[str], since: datetime
) -> list[tuple[str | None, int | None, datetime]]:
    """Where reports were filed since then that were not taken back: code, village, and when."""
    filed = select(Report.place, Report.moo, Report.filed_at).where(
        inside(scopes), Report.filed_at > since, Report.state != "dropped"
    )
    return [(place, moo, at) for place, moo, at in db.execute(filed)]


def topics_since(db: Session, scopes: Iterable[str], since: datetime) -> list[tuple[Topic, datetime]]:
    """The one topic each report is shown under, given by hand before the machine's, and when it was filed."""
    by_hand = (ReportTopic.by == "human").desc()
    rows = (
        select(Report.id, Report.filed_at, ReportTopic.topic, ReportTopic.kind)
        .join(ReportTopic)
        .where(inside(scopes), Report.filed_at > since, Report.state != "dropped")
        .order_by(Report.id, by_hand, ReportTopic.score.desc(), ReportTopic.id)
    )
    first: dict[int, tuple[Topic, datetime]] = {}
    for report_id, filed_at, topic, kind in db.execute(rows):
        first.setdefault(report_id, ((topic, kind), filed_at))
    return list(first.values())


def days_waited(report: Report) -> int:
    return (day_of(clock.now()) - day_of(report.filed_at)).days


def line(report: Report, number: int) -> dict[str, Any]:
    """A report in a list: its number there, and what tells it from the others."""
    waited = days_waited(report)
    return {
        "line": number,
        "number": report.number,
        "topics": [[topic.topic, topic.kind] for topic in reports.shown_topics(report)[:1]],
        "place": report.place,
        "moo": report.moo,
        "danger": report.danger,
        "waited": waited if waited >= LONG else 0,
    }
