"""What is counted for the papers: a month by place and topic, a budget year by months, all its troubles."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from models import area_issues, clock, crowds, places
from models.forums import gathering
from models.forums.agenda import TALKED_OF, AgendaItem, Support
from models.forums.attendance import Attendance
from models.forums.forum import Forum
from models.forums.resolutions import Resolution
from models.issues import OPEN, Issue
from models.papers import Conclusion, Figures, Meeting, MonthSheet, Row, Situation, Tally
from models.places import REGIONS
from models.reports import Report
from models.roles import NATIONAL
from models.thai.budget_year import month_after, month_before, months_until, year_before
from models.thai.calendar import BANGKOK, day_of
from models.topics import Topic

MOST_CONCLUDED, MOST_OPEN = 30, 30
AT_ONCE = 2_000  # ids of one question: databases take so many and not more
SAID_DONE = ("told_done", "done", "contested")
_HEAD = func.coalesce(Issue.head_id, Issue.id)  # the issue it goes on with
Span = tuple[datetime, datetime]


def span(first: date, last: date | None = None) -> Span:
    """From the beginning of a month to the end of it, or of another, in Bangkok."""
    ends = month_after(last or first)
    return datetime.combine(first, time(0), BANGKOK), datetime.combine(ends, time(0), BANGKOK)


def _within(column: InstrumentedAttribute[str | None], region: str) -> ColumnElement[bool]:
    return true() if region == NATIONAL else column.in_(places.provinces_of_region(region))


def _during(column: InstrumentedAttribute[datetime], during: Span) -> ColumnElement[bool]:
    return (column >= during[0]) & (column < during[1])


def _filed(region: str, during: Span, *counted: Any) -> Select[Any]:
    """Reports that were filed then and not taken back."""
    rows = select(*counted).select_from(Report).join(Issue, Issue.id == Report.issue_id)
    return rows.where(
        _within(Report.province, region), _during(Report.filed_at, during), Report.withdrawn_at.is_(None)
    )


def situation(db: Session, region: str, month: date) -> Situation:
    today = day_of(clock.now())
    longest = area_issues.listed(db, [region], "longest", 0, MOST_OPEN)
    people = crowds.people_in(db, longest)
    return Situation(
        region,
        month,
        _by_place(db, region, month),
        _by_topic(db, region, month),
        _concluded(db, region),
        tuple(gathering.issue(one, people.get(one.id, 0)) for one in longest),
        db.scalar(_filed(region, span(month), func.count(Report.person_id.distinct()))) or 0,
        today if today < month_after(month) else None,
    )


def _months(month: date) -> tuple[date, date, date]:
    return month, month_before(month), year_before(month)


def _by_place(db: Session, region: str, month: date) -> tuple[Tally, ...]:
    """Of a region its provinces, of the nation its regions; what lies nowhere we know of comes last."""
    counts = [_spread(region, _provinces(db, region, span(one))) for one in _months(month)]
    still = select(Issue.province, func.count()).where(Issue.state.in_(OPEN), _within(Issue.province, region))
    open_now = _spread(region, _counted(db, still.group_by(Issue.province)))
    every = (*counts, open_now)
    nowhere = (None,) if any(count[None] for count in every) else ()
    return tuple(Tally(code, *(count[code] for count in every)) for code in (*_parts(region), *nowhere))


def _parts(region: str) -> tuple[str, ...]:
    return REGIONS if region == NATIONAL else places.provinces_of_region(region)


def _spread(region: str, by_province: Counter[str | None]) -> Counter[str | None]:
    """Heads of provinces as heads of regions, where it is the nation that is told of."""
    if region != NATIONAL:
        return by_province
    counted: Counter[str | None] = Counter()
    for province, many in by_province.items():
        counted[places.region_of(province) if province else None] += many
    return counted


def _provinces(db: Session, region: str, during: Span) -> Counter[str | None]:
    rows = _filed(region, during, Report.province, func.count())
    return _counted(db, rows.group_by(Report.province))


def _counted(db: Session, rows: Any) -> Counter[str | None]:
    return Counter({key: many for key, many in db.execute(rows)})


def _by_topic(db: Session, region: str, month: date) -> tuple[Tally, ...]:
    columns = (Issue.topic, Issue.kind)
    counts = [
        _codes(db, _filed(region, span(one), *columns, func.count()).group_by(*columns))
        for one in _months(month)
    ]
    still = select(*columns, func.count()).where(Issue.state.in_(OPEN), _within(Issue.province, region))
    every = (*counts, _codes(db, still.group_by(*columns)))
    codes = sorted({code for count in every for code in count}, key=lambda code: code or "~")
    return tuple(Tally(code, *(count[code] for count in every)) for code in codes)


def _codes(db: Session, rows: Any) -> Counter[str | None]:
    counted: Counter[str | None] = Counter()
    for topic, kind, many in db.execute(rows):
        counted[Topic(topic, kind, 1.0, ()).code if topic else None] += many
    return counted


def _concluded(db: Session, region: str) -> tuple[Conclusion, ...]:
    """What Forums of the region concluded, the newest first."""
    rows = select(Resolution).join(Forum, Forum.id == Resolution.forum_id).where(Forum.region == region)
    newest = rows.order_by(Resolution.made_at.desc(), Resolution.id.desc()).limit(MOST_CONCLUDED)
    return gathering.conclusions(db, list(db.scalars(newest)))


def month_sheet(db: Session, region: str, month: date) -> MonthSheet:
    parts = tuple(_of_part(db, region, code, month) for code in _parts(region))
    months = tuple(_of_month(db, region, one) for one in months_until(month))
    return MonthSheet(region, month, parts, months)


def _of_part(db: Session, region: str, code: str, month: date) -> Figures:
    within = _within(Issue.province, code) if code in REGIONS else Issue.province == code
    return Figures(code, month, *_reported(db, region, within, month), **_concluded_in(db, within, month))


def _of_month(db: Session, region: str, month: date) -> Figures:
    within = _within(Issue.province, region)
    here = true() if region == NATIONAL else Forum.region == region
    held = (here, Forum.state == "held", _during(Forum.at, span(month)))
    came = select(func.count(Attendance.id)).join(Forum, Forum.id == Attendance.forum_id)
    return Figures(
        None,
        month,
        *_reported(db, region, within, month),
        forums=db.scalar(select(func.count(Forum.id)).where(*held)) or 0,
        attended=db.scalar(came.where(*held)) or 0,
        **_concluded_in(db, within, month),
    )


def _reported(db: Session, region: str, within: ColumnElement[bool], month: date) -> tuple[int, int]:
    counted = func.count(Report.id), func.count(Report.person_id.distinct())
    found = db.execute(_filed(region, span(month), *counted).where(within)).one()
    return found[0], found[1]


def _concluded_in(db: Session, within: ColumnElement[bool], month: date) -> dict[str, int]:
    rows = select(Resolution.state, func.count()).join(Issue, Issue.id == Resolution.issue_id)
    states = _counted(
        db, rows.where(within, _during(Resolution.made_at, span(month))).group_by(Resolution.state)
    )
    return {
        "conclusions": states.total(),
        "done": sum(states[state] for state in SAID_DONE),
        "confirmed": states["done"],
    }


def table(db: Session, region: str, month: date) -> tuple[Row, ...]:
    """Every trouble of the region that was opened in the budget year so far, the oldest first."""
    begins, ends = span(months_until(month)[0], month)
    rows = select(Issue).where(_within(Issue.province, region), Issue.state != "merged")
    opened = rows.where(_during(Issue.opened_at, (begins, ends))).order_by(Issue.opened_at, Issue.id)
    found = list(db.scalars(opened))
    parts = (found[start : start + AT_ONCE] for start in range(0, len(found), AT_ONCE))
    return tuple(row for part in parts for row in _rows(db, part))


def _rows(db: Session, found: Sequence[Issue]) -> Iterator[Row]:
    ids = [one.id for one in found]
    people, supports, kinds = crowds.people_in(db, found), _supports(db, ids), _kinds(db, ids)
    met, last = _met(db, ids), _last_conclusions(db, ids)
    taken_back = {one.id for one in found if one.state == "dropped" and one.id not in people}
    for one in (one for one in found if one.id not in taken_back):
        yield Row(
            one.number,
            day_of(one.opened_at),
            one.place,
            kinds.get(one.id, "trouble"),
            gathering.topics_of(one),
            one.state,
            people.get(one.id, 0),
            supports[one.id],
            met.get(one.id),
            *_outcome(last.get(one.id)),
        )


def _outcome(last: Conclusion | None) -> tuple[Any, ...]:
    return (last.text, last.who, last.by, last.yes, last.no) if last else (None, None, None, 0, 0)


def _supports(db: Session, ids: Sequence[int]) -> Counter[int]:
    rows = select(_HEAD, func.count()).join(AgendaItem, AgendaItem.issue_id == Issue.id)
    supported = rows.join(Support, Support.item_id == AgendaItem.id)
    wanted = supported.where(_HEAD.in_(ids)).group_by(_HEAD)
    return Counter({issue_id: many for issue_id, many in db.execute(wanted)})


def _kinds(db: Session, ids: Sequence[int]) -> dict[int, str]:
    """As whoever opened it said: a trouble, a need, a proposal."""
    rows = select(Report.issue_id, Report.kind).where(Report.issue_id.in_(ids))
    return {issue_id: kind for issue_id, kind in db.execute(rows)}


def _met(db: Session, ids: Sequence[int]) -> dict[int, Meeting]:
    """The last Forum that talked of each."""
    rows = select(_HEAD, Forum).join(AgendaItem, AgendaItem.issue_id == Issue.id)
    on = rows.join(Forum, Forum.id == AgendaItem.forum_id)
    talked = on.where(_HEAD.in_(ids), AgendaItem.state.in_(TALKED_OF))
    return {issue_id: gathering.meeting(forum) for issue_id, forum in db.execute(talked.order_by(Forum.at))}


def _last_conclusions(db: Session, ids: Sequence[int]) -> dict[int, Conclusion]:
    rows = select(Resolution).join(Issue, Issue.id == Resolution.issue_id).where(_HEAD.in_(ids))
    found = list(db.scalars(rows.order_by(Resolution.id)))
    told = gathering.conclusions(db, found)
    return {one.issue.head.id: conclusion for one, conclusion in zip(found, told, strict=True)}
