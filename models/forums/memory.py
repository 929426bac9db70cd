"""What an area remembers of two years: which troubles there were, what was resolved, what is still open."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from models import area_issues, clock
from models.forums.resolutions import Resolution
from models.issues import OPEN, Issue

REMEMBERED = timedelta(days=730)
Topic = tuple[str, str | None]


def _there(scopes: Sequence[str]) -> ColumnElement[bool]:
    """Issues of these scopes that go on under their own number, opened within the time."""
    since = clock.now() - REMEMBERED
    return and_(area_issues.inside(Issue, scopes), Issue.opened_at > since, Issue.state != "merged")


def topics(db: Session, scopes: Sequence[str]) -> list[tuple[Topic, int]]:
    """How many issues of each topic, the most first."""
    rows = select(Issue.topic, Issue.kind).where(_there(scopes))
    count = Counter((topic, kind) for topic, kind in db.execute(rows) if topic)
    return sorted(count.items(), key=lambda row: (-row[1], row[0][0], row[0][1] or ""))


def count(db: Session, scopes: Sequence[str], *states: str) -> int:
    rows = select(func.count()).select_from(Issue).where(_there(scopes))
    return db.scalar(rows.where(Issue.state.in_(states)) if states else rows) or 0


def open_ones(db: Session, scopes: Sequence[str], start: int, most: int) -> list[Issue]:
    """What is not mended yet, the longest first."""
    rows = select(Issue).where(_there(scopes), Issue.state.in_(OPEN))
    return list(db.scalars(rows.order_by(Issue.opened_at, Issue.id).offset(start).limit(most)))


def done(db: Session, scopes: Sequence[str], start: int, most: int) -> list[Resolution]:
    """What was resolved and is done, the newest first."""
    rows = _done(scopes).order_by(Resolution.moved_at.desc(), Resolution.id.desc())
    return list(db.scalars(rows.offset(start).limit(most)))


def _done(scopes: Sequence[str]) -> Select[Resolution]:
    return select(Resolution).join(Issue).where(_there(scopes), Resolution.state == "done")
