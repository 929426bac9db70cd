"""The way up: what three regions share, or what one calls an emergency, comes before the national Forum by itself.

Whoever serves the centre accepts or drops it. While one of a topic is open, or was dropped lately, no other is made.
"""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import clock, issues
from models.base import insert_once
from models.forums import agenda, nationwide, regional, shared
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.forums.forum import Forum
from models.forums.nationwide import EMERGENCY, FOUND, SHARED
from models.forums.shared import Code, Told, Trouble
from models.issues import OPEN, Issue, IssueChange
from models.people import Person
from models.roles import NATIONAL
from models.thai.content import content

REGIONS, WATCHED = 3, 2  # from how many regions on it is raised, and watched
AT_ONCE = 1000  # rows that one statement names
RESTS = timedelta(days=30)  # after it was dropped


def raise_shared(db: Session) -> list[Issue]:
    """Raise what is shared and what is an emergency; let what is new join what is open. Answers with what is raised."""
    nationwide.hold(db)
    told = shared.told_lately(db)
    shared_now = [one for one in rising(db, told) if len(one.regions) >= REGIONS]
    raised = [raise_one(db, one) for one in shared_now]
    raised += [_raise_emergency(db, code) for code in _called(db) if code not in _taken(db)]
    linked = {id_ for one in shared_now for id_ in one.ids}
    for issue in open_ones(db):
        _join(db, issue, [one for one in told if one.id not in linked])
    for issue in nationwide.all_of(db):
        on_next_forum(db, issue)
    return raised


def rising(db: Session, told: list[Told]) -> list[Trouble]:
    """What several regions share and nothing is open about, the widest first."""
    taken = _taken(db)
    return shared.troubles([one for one in told if one.code not in taken and _is_free(db, one)], WATCHED)


def _is_free(db: Session, one: Told) -> bool:
    """Raised to nothing, or to what was dropped."""
    above = db.get(Issue, one.raised_to_id) if one.raised_to_id else None
    return above is None or above.state == "dropped"


def raise_one(db: Session, trouble: Trouble, origin: str = SHARED) -> Issue:
    issue = nationwide.open_one(db, origin, *trouble.code, trouble.phrase or None)
    _link(db, issue, trouble.ids)
    on_next_forum(db, issue)
    return issue


def _link(db: Session, issue: Issue, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), AT_ONCE):
        some = Issue.id.in_(ids[start : start + AT_ONCE])
        db.execute(update(Issue).where(some).values(raised_to_id=issue.id))


def raise_by_hand(db: Session, trouble: Trouble) -> Issue:
    """Somebody who watches it does not wait for a third region; of two who do so at once the first does."""
    nationwide.hold(db)
    there = next((one for one in open_ones(db) if (one.topic, one.kind) == trouble.code), None)
    return there or raise_one(db, trouble)


def _raise_emergency(db: Session, code: Code) -> Issue:
    return raise_one(db, Trouble(code, "", [], frozenset()), EMERGENCY)


def _called(db: Session) -> dict[Code, set[str]]:
    """What emergency Forums were called about lately, and in which regions."""
    called = select(Forum).where(Forum.kind == "emergency", Forum.state != "cancelled")
    lately = called.where(Forum.invited_at > clock.now() - shared.WITHIN, Forum.topic.is_not(None))
    found: dict[Code, set[str]] = {}
    for forum in db.scalars(lately.order_by(Forum.id)):
        topic, _, kind = str(forum.topic).partition(".")
        if topic != "other":
            found.setdefault((topic, kind or None), set()).add(forum.region)
    return found


def _join(db: Session, issue: Issue, told: list[Told]) -> None:
    """Issues of its topic in the same words, or where an emergency was called about it."""
    code = (issue.topic or "", issue.kind)
    words, regions = content(issue.summary or ""), _called(db).get(code, set())
    of_topic = [one for one in told if one.code == code and _is_free(db, one)]
    joins = [one for one in of_topic if one.region in regions or shared.is_like(one, words)]
    _link(db, issue, [one.id for one in joins])


def open_ones(db: Session) -> list[Issue]:
    """Those found in reports that are still to be answered."""
    found = (issue for issue in nationwide.all_of(db) if issue.origin in FOUND and issue.state in OPEN)
    return [issue for issue in found if not regional.is_answered(db, issue)]


def _taken(db: Session) -> set[Code]:
    """Topics of which one is open, or was dropped lately."""
    resting = (issue for issue in dropped_lately(db) if issue.origin in FOUND)
    return {(issue.topic or "", issue.kind) for issue in (*open_ones(db), *resting)}


def dropped_lately(db: Session) -> list[Issue]:
    """Since when one is dropped, its last step tells."""
    dropped = select(Issue).join(IssueChange).where(Issue.origin.is_not(None), Issue.state == "dropped")
    lately = dropped.where(IssueChange.state == "dropped", IssueChange.at > clock.now() - RESTS)
    return list(db.scalars(lately.distinct().order_by(Issue.id.desc())))


def next_forum(db: Session) -> Forum | None:
    return forums.next_in(db, NATIONAL)


def on_next_forum(db: Session, issue: Issue) -> None:
    """Draft it for the next national Forum, where one is planned; what was talked of is for people to bring again."""
    forum = next_forum(db)
    if forum and issue.state in ("received", "needs_info"):
        row = {"forum_id": forum.id, "issue_id": issue.id}
        insert_once(db, AgendaItem, state="draft", added_at=clock.now(), **row)


def item(db: Session, issue: Issue) -> AgendaItem | None:
    """Where it stands: on the agenda of the national Forum it was put on last."""
    rows = select(AgendaItem).where(AgendaItem.issue_id == issue.id)
    return db.scalar(rows.order_by(AgendaItem.id.desc()).limit(1))


def accept(db: Session, issue: Issue, by: Person) -> AgendaItem | None:
    """Onto the agenda of the next national Forum; None where none is planned, or the issue is closed."""
    forum = next_forum(db)
    return agenda.accept(db, forum, issue, by.id) if forum else None


def has_successor(db: Session, issue: Issue) -> bool:
    """Whether the same was raised anew since it was dropped."""
    same = [one for one in open_ones(db) if (one.topic, one.kind) == (issue.topic, issue.kind)]
    return issue.state not in OPEN and any(one.id != issue.id for one in same)


def drop(db: Session, issue: Issue, reason: str, by: Person) -> bool:
    """Leave it off the national Forum's agenda. What waits for the next one stays open; all else rests."""
    if issue.state not in OPEN:
        return False
    forum = _forum_to_drop_from(db, issue)
    if forum:
        agenda.drop(db, forum, issue, reason, by.id)
        placed = agenda.item_of(db, forum, issue)
        if placed:
            placed.reason = reason
    is_closed = reason == "next_forum" or issue.state == "dropped"
    return is_closed or issues.change(db, issue, "dropped", reason, by.id)


def _forum_to_drop_from(db: Session, issue: Issue) -> Forum | None:
    """The coming one that it stands on; else the next."""
    placed = item(db, issue)
    return placed.forum if placed and forums.is_open(placed.forum) else next_forum(db)
