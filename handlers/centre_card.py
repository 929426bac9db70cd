"""What the centre is shown of a trouble: counts by region, voices without names, what regions resolved and say."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from models import places, situations
from models.forums import escalation, nationwide, opinions, regional, voices
from models.forums.nationwide import Heads, Share
from models.forums.shared import Trouble
from models.issues import Issue
from models.thai.calendar import BANGKOK

POWER = "run_national"
Values = dict[str, Any]


def named(issue: Issue) -> Values:
    return {"number": issue.number, "topics": issue.named, "phrase": issue.summary}


def line(db: Session, row: Issue | Trouble, number: int) -> Values:
    """One line of the list: what it is, how many regions and people, and how it stands."""
    found = nationwide.shares(db, heads_of(row))
    what = {"phrase": row.phrase} if isinstance(row, Trouble) else {"phrase": row.summary}
    regions = len(touched(db, row, found))
    counts = {"regions": regions, "crowd": nationwide.said_of_all(found)}
    return {"line": number, "topics": row.named, **what, **counts, **_stand(db, row)}


def _stand(db: Session, row: Issue | Trouble) -> Values:
    if isinstance(row, Trouble):
        return {"stand": "watched", "reason": None}
    placed = escalation.item(db, row)
    if regional.is_answered(db, row):
        return {"stand": "told", "reason": None}
    stand = placed.state if placed else "unplaced"
    reason = placed.reason if placed and placed.state == "dropped" else None
    return {"stand": "dropped" if row.state == "dropped" else stand, "reason": reason}


def heads_of(row: Issue | Trouble) -> Heads:
    return row.ids if isinstance(row, Trouble) else nationwide.behind(row)


def touched(db: Session, row: Issue | Trouble, found: Sequence[Share]) -> list[str]:
    """The regions it is about."""
    situation = situations.of(db, row) if isinstance(row, Issue) else None
    regions = {share.region for share in found} | set(situation.regions if situation else ())
    return [region for region in places.REGIONS if region in regions]


def lacking(db: Session, issue: Issue) -> list[str]:
    """The regions it is about that have neither resolved anything about it nor said what they think."""
    heard = {region for region, _ in resolved(db, issue)} | opinions.answered(db, issue)
    found = nationwide.shares(db, nationwide.behind(issue))
    return [region for region in touched(db, issue, found) if region not in heard]


def resolved(db: Session, issue: Issue) -> list[tuple[str, str]]:
    return voices.resolved(db, nationwide.behind(issue))


def of_issue(db: Session, issue: Issue) -> Values:
    missing = lacking(db, issue)
    placed = escalation.item(db, issue)
    said, asked = opinions.said(db, issue), [one.region for one in opinions.asked(db, issue)]
    return {
        **named(issue),
        **_counts(db, issue),
        **_of_situation(db, issue),
        **_stand(db, issue),
        "origin": issue.origin,
        "forum_at": placed.forum.at.isoformat() if placed else None,
        "resolved_there": [list(one) for one in resolved(db, issue)],
        "regions_said": [[one.region, one.text and voices.masked_line(one.text)] for one in said],
        "lacking": [region for region in missing if region not in asked],
        "awaited": [region for region in missing if region in asked],
        "concluded": [voices.masked_line(one.text) for one in regional.conclusions(db, issue)],
        "handed_to": [[one.region, one.state] for one in regional.answers(db, issue)],
    }


def of_trouble(db: Session, trouble: Trouble) -> Values:
    return {"topics": trouble.named, "phrase": trouble.phrase, **_counts(db, trouble)}


def _counts(db: Session, row: Issue | Trouble) -> Values:
    found = nationwide.shares(db, heads_of(row))
    return {"by_region": [_counted(share) for share in found], "quotes": voices.quotes(db, heads_of(row))}


def _counted(share: Share) -> list[Any]:
    return [share.region, nationwide.said_of(share.people), share.issues]


def _of_situation(db: Session, issue: Issue) -> Values:
    situation = situations.of(db, issue)
    if situation is None:
        return {}
    since = datetime.combine(situation.since, datetime.min.time(), BANGKOK)
    return {
        "source": situation.source,
        "address": situation.link,
        "since_at": since.isoformat(),
        "touched": [one for one in places.REGIONS if one in situation.regions],
    }
