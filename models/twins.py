"""Likely twins: open issues that may be the same trouble, by topic, place, words and days."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from models import clock
from models.issues import OPEN, Issue
from models.reports import Part, Report
from models.thai.normal import normalise

LATELY = timedelta(days=45)
LETTERS = 4  # how long the pieces are by which words are compared
ALIKE = 0.45  # the share of pieces in common from which words say the same
MOST = 40  # issues that are looked at
TAMBON, DISTRICT = 6, 4  # figures of a code
PRIVATE = ("unrest", "safety")  # that somebody told of these is nobody else's business


def likely(db: Session, issue: Issue, most: int = 3) -> list[Issue]:
    """Open issues of the same topic and tambon, the likeliest first.

    Where the topic says little (other) or the villages differ, the words have to be alike as well.
    """
    around = _around(db, issue)
    told = _words(db, [issue.head, *around])
    found = [(_likeness(issue, other, told), other) for other in around]
    ranked = sorted((one for one in found if one[0] > 0), key=lambda one: (-one[0], one[1].id))
    return [other for _, other in ranked[:most]]


def pairs(db: Session, shown: Sequence[Issue]) -> dict[int, int]:
    """Of the issues of a list, which is like an earlier one: their ids."""
    told = _words(db, shown)
    found: dict[int, int] = {}
    for one, other in combinations(shown, 2):
        same = other.topic is not None and (one.topic, one.kind, one.place) == (
            other.topic,
            other.kind,
            other.place,
        )
        if same and len(one.place or "") == TAMBON and _likeness(one, other, told):
            found.setdefault(other.id, one.id)
    return found


def _around(db: Session, issue: Issue) -> list[Issue]:
    """Other open issues of its topic nearby."""
    near = issue.place or ""
    if len(near) < DISTRICT or issue.topic is None:
        return []
    lies = Issue.place == near if len(near) == TAMBON else Issue.place.startswith(near)
    rows = select(Issue).where(
        Issue.state.in_(OPEN),
        Issue.id != issue.head.id,
        Issue.topic == issue.topic,
        _same_kind(issue),
        Issue.opened_at > clock.now() - LATELY,
        lies,
    )
    return list(db.scalars(rows.order_by(Issue.id.desc()).limit(MOST)))


def _same_kind(issue: Issue) -> ColumnElement[bool]:
    return or_(Issue.kind == issue.kind, Issue.kind.is_(None)) if issue.kind else Issue.topic == issue.topic


def _likeness(issue: Issue, other: Issue, told: dict[int, set[str]]) -> float:
    """0: not the same trouble; else the likelier the more."""
    hers, theirs = told[issue.head.id], told[other.id]
    shared = len(hers & theirs) / max(1, min(len(hers), len(theirs)))
    villages = {issue.moo, other.moo} - {None}
    must_say_the_same = issue.topic == "other" or len(villages) > 1
    if must_say_the_same and shared < ALIKE:
        return 0
    return 1 + shared + (issue.moo is not None and issue.moo == other.moo)


def _words(db: Session, heads: Sequence[Issue]) -> dict[int, set[str]]:
    """Pieces of a few letters out of all that was told of each issue, by its id."""
    head = func.coalesce(Issue.head_id, Issue.id)
    rows = select(head, Part.text).join(Report, Report.issue_id == Issue.id).join(Part)
    told = {issue.id: [issue.summary or ""] for issue in heads}
    wanted = rows.where(head.in_(told), Report.withdrawn_at.is_(None), Part.text.is_not(None))
    for issue_id, text in db.execute(wanted):
        told[issue_id].append(text or "")
    return {issue_id: _pieces(" ".join(texts)) for issue_id, texts in told.items()}


def _pieces(told: str) -> set[str]:
    letters = "".join(normalise(told).split())
    return {letters[start : start + LETTERS] for start in range(len(letters) - LETTERS + 1)}


def for_neighbour(db: Session, issue: Issue) -> Issue | None:
    """The one a reporter may be asked about: nothing that neighbours would not tell each other."""
    if issue.topic in PRIVATE or issue.cried_at is not None:
        return None
    return next(iter(likely(db, issue, 1)), None)
