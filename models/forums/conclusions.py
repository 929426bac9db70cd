"""What a Forum concludes, as it is written down while people talk, and put right afterwards."""

from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import clock, issues, organisations, people, roles
from models.forums import resolutions
from models.forums.agenda import AgendaItem
from models.forums.attendance import may_write
from models.forums.forum import STILL_ON, Forum
from models.forums.resolutions import FIRST, Resolution, ResolutionChange
from models.issues import Issue
from models.people import Person
from models.post import outbox
from models.post.messages import Message

SOON, LATELY = timedelta(hours=3), timedelta(days=7)
FIXED = ("told_done", "contested", "done", "withdrawn")  # people were asked about it as it stands


@dataclass(frozen=True)
class Said:
    """What was concluded; an empty taker is nobody yet."""

    kind: str
    text: str
    taker: str = ""
    due: date | None = None


def within_reach(db: Session, person: Person) -> list[Forum]:
    """The Forums she writes for that are on or begin soon; else the latest of the last days."""
    now = clock.now()
    near = select(Forum).where(Forum.at > now - LATELY, Forum.at < now + SOON, Forum.kind != "emergency")
    rows = db.scalars(near.where(Forum.state != "cancelled").order_by(Forum.at.desc(), Forum.id))
    mine = [forum for forum in rows if may_write(db, forum, person)]
    return [forum for forum in mine if forum.at > now - STILL_ON] or mine[:1]


def keep(db: Session, item: AgendaItem, said: Said, by: Person) -> Resolution:
    """Write down a conclusion about an item, under the next number of its Forum."""
    more = {"taker": said.taker or None, "due": said.due, "made_by": by.id}
    more["organisation_id"] = _organisation(db, item.issue, said.taker)
    kept = resolutions.add(db, item.issue, said.kind, said.text, item.forum, **more)
    _was_talked_of(db, item, by)
    return kept


def _organisation(db: Session, issue: Issue, taker: str) -> int | None:
    """The organisation of that name which works where the trouble is."""
    found = (organisations.found(db, taker, scope) for scope in roles.scopes_over(issue.place) if taker)
    return next((one.id for one in found if one), None)


def _was_talked_of(db: Session, item: AgendaItem, by: Person) -> None:
    item.state = "discussed"
    issues.change(db, item.issue.head, "discussed", item.forum.number, by.id)
    db.flush()


def note(db: Session, item: AgendaItem, words: str, by: Person) -> int:
    """Add a line to what was said about an item; answers by what mark it can be taken out again."""
    _hold(db, item)
    item.said = "\n".join(filter(None, (item.said, words)))
    _was_talked_of(db, item, by)
    return mark_of(words)


def _hold(db: Session, item: AgendaItem) -> None:
    """The Forum before its items: so does whoever gives the next number, and nobody waits for another in a ring."""
    db.execute(select(Forum.id).where(Forum.id == item.forum_id).with_for_update())
    db.refresh(item, with_for_update=True)


def unsay(db: Session, item: AgendaItem, mark: int) -> str | None:
    """Take a line out again; answers which."""
    _hold(db, item)
    lines = (item.said or "").split("\n")
    gone = next((line for line in lines if mark_of(line) == mark), None)
    if gone is not None:
        lines.remove(gone)
        item.said = "\n".join(lines) or None
        db.flush()
    return gone


def mark_of(words: str) -> int:
    return crc32(words.encode())


def of_forum(db: Session, forum: Forum) -> list[Resolution]:
    """In the order in which they were written down; what was taken back keeps its number, and is left out."""
    rows = select(Resolution).where(Resolution.forum_id == forum.id, Resolution.state != "withdrawn")
    return list(db.scalars(rows.order_by(Resolution.number)))


def numbered(db: Session, forum: Forum, number: int) -> Resolution | None:
    return db.scalar(select(Resolution).where(Resolution.forum_id == forum.id, Resolution.number == number))


def change(db: Session, resolution: Resolution, said: Said, by: Person) -> bool:
    """Put it right; what it said before stays in its history. False once people were asked whether it is true."""
    db.refresh(resolution, with_for_update=True)
    if resolution.state in FIXED:
        return False
    _write_down_before(resolution, by)
    is_anew = (said.kind, said.taker or None) != (resolution.kind, resolution.taker)
    if said.due != resolution.due:
        put_off(resolution, said.due)
    resolution.kind, resolution.text, resolution.taker = said.kind, said.text, said.taker or None
    if is_anew:
        resolution.state, resolution.taker_id, resolution.moved_at = FIRST[said.kind], None, clock.now()
        resolution.organisation_id = _organisation(db, resolution.issue, said.taker)
    db.flush()
    return True


def _write_down_before(resolution: Resolution, by: Person) -> None:
    due = resolution.due.isoformat() if resolution.due else None
    before = " / ".join(filter(None, (resolution.text, resolution.taker, due)))
    step = ResolutionChange(state=resolution.state, detail=before, by_id=by.id, at=clock.now())
    resolution.history.append(step)


def take_back(db: Session, resolution: Resolution, by: Person) -> bool:
    """It is no conclusion any more; an issue that has no other is only talked of."""
    if not resolutions.move(db, resolution, "withdrawn", by_id=by.id):
        return False
    taker = people.by_id(db, resolution.taker_id)
    if taker is not None and taker.id != by.id:
        gone = Message("deed.withdrawn", {"deed": resolution.text})
        outbox.notify(db, taker.line_id, gone, taker.language)
    if not resolutions.open_of(db, resolution.issue):
        forum_number = resolution.forum.number if resolution.forum else None
        issues.change(db, resolution.issue.head, "discussed", forum_number, by.id)
    return True


def put_off(resolution: Resolution, due: date | None) -> None:
    """Another day: it is called to mind before and on that day anew."""
    resolution.due = due
    resolution.reminded_before_at = resolution.reminded_due_at = None
