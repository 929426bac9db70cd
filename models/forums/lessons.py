"""How troubles of the same kind were solved elsewhere: for whoever has one before her, the nearest first."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import roles
from models.forums.resolutions import Resolution
from models.issues import Issue

SHOWN = 2


def like(db: Session, issue: Issue) -> list[Resolution]:
    """Two lessons of its topic: of the nearest area, of the same kind, the newest."""
    if issue.topic is None:
        return []
    rows = (
        select(Resolution)
        .join(Resolution.issue)
        .where(Resolution.kind == "lesson", Resolution.state != "withdrawn", Issue.topic == issue.topic)
    )
    found = [one for one in db.scalars(rows.order_by(Resolution.id)) if one.issue.head.id != issue.head.id]
    return sorted(found, key=lambda one: _far(issue, one))[:SHOWN]


def _far(issue: Issue, lesson: Resolution) -> tuple[int, bool, int]:
    here, there = roles.scopes_over(issue.place), roles.scopes_over(lesson.issue.place)
    steps = next(number for number, scope in enumerate(here) if scope in there)
    return steps, lesson.issue.kind != issue.kind, -lesson.id


def lines(found: Sequence[Resolution]) -> list[dict[str, Any]]:
    return [{"deed": one.text, "place": one.issue.place, "at": one.made_at.isoformat()} for one in found]
