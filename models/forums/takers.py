"""Who takes a conclusion on: found by the name that was said, asked by push, or somebody is asked in his stead."""

import re

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import people, roles
from models.forums import resolutions
from models.forums.attendance import Attendance
from models.forums.invitations import Rsvp
from models.forums.resolutions import Resolution, ResolutionChange
from models.people import Person
from models.post import outbox
from models.post.messages import Choice, Message, tap
from models.thai.conclusion import COMMUNITY

FEWEST = 3  # letters of a name that tell one person from another
_TITLE = re.compile(r"^(?:นาย|นางสาว|นาง|น\.ส\.|คุณ|ลุง|ป้า|น้า|อา|ตา|ยาย|พี่|กำนัน|ผู้ใหญ่บ้าน|ผู้ใหญ่|ผช\.?|ครู|หมอ)")


def named(db: Session, resolution: Resolution) -> list[Person]:
    """Those of the area, and of those signed in, who are called as the taker was called."""
    wanted = _bare(resolution.taker or "")
    if len(wanted) < FEWEST or resolution.taker == COMMUNITY:
        return []
    place = resolution.issue.place
    near = roles.around(db, [place]) if place else []
    found = {person.id: person for person in (*near, *_who_came(db, resolution))}
    called = (person for person in found.values() if _is_called(db, person, wanted))
    return [person for person in called if person.blocked_at is None]


def _who_came(db: Session, resolution: Resolution) -> list[Person]:
    came = select(Person).join(Attendance, Attendance.person_id == Person.id)
    return list(db.scalars(came.where(Attendance.forum_id == resolution.forum_id).order_by(Person.id)))


def _is_called(db: Session, person: Person, wanted: str) -> bool:
    told = db.scalars(
        select(Rsvp.sheet_name).where(Rsvp.person_id == person.id, Rsvp.sheet_name.is_not(None))
    )
    names = [_bare(name) for name in (person.name, *told) if name]
    return any(len(name) >= FEWEST and (name in wanted or wanted in name) for name in names)


def _bare(name: str) -> str:
    return _TITLE.sub("", "".join(name.split()))


def in_stead(db: Session, resolution: Resolution) -> Person | None:
    """Who looks after it where the taker has no phone, or is everybody: the nearest one, in its province at most."""
    near = [scope for scope in roles.scopes_over(resolution.issue.place) if scope.isdecimal()]
    found = (person for scope in near for person in roles.reached_at(db, scope))
    return next(found, None)


def ask(
    db: Session, resolution: Resolution, person: Person, by: Person, stands_in: bool = False
) -> Message | None:
    """Ask him by push whether he takes it on. Answers the question, to be put to whoever asks herself."""
    if resolution.state == "declined":
        resolutions.move(db, resolution, "asked")
    if resolution.state != "asked":
        return None
    resolution.taker_id = person.id
    db.flush()
    key = "deed.asked_instead" if stands_in else "deed.asked"
    message = Message(key, {**told(resolution), "taker": resolution.taker}, choices(resolution))
    if person.id != by.id:
        outbox.notify(db, person.line_id, message, person.language)
    return message


def told(resolution: Resolution) -> dict[str, object]:
    """What a sentence may say of a resolution."""
    issue = resolution.issue.head
    due = resolution.due.isoformat() if resolution.due else None
    about = {"topics": issue.named, "place": issue.place, "moo": issue.moo}
    return {"number": issue.number, **about, "deed": resolution.text, "due": due}


def choices(resolution: Resolution) -> tuple[Choice, ...]:
    of = f"deed/{resolution.id}"
    return (
        tap("deed.accept", f"{of}/accept", loud=True),
        tap("deed.not_me", f"{of}/not_me"),
        tap("deed.cannot", f"{of}/cannot"),
    )


def decline(db: Session, resolution: Resolution, person: Person, why: str | None) -> bool:
    """He does not take it on: whoever wrote it down, else the coordinators, look for another."""
    if not resolutions.move(db, resolution, "declined", why, by_id=person.id):
        return False
    gone = update(Resolution).where(Resolution.id == resolution.id)
    db.execute(gone.values(taker_id=None))
    db.refresh(resolution)
    message = Message(
        "deed.declined", {**told(resolution), "because": why}, (tap("deed.see", f"deed/{resolution.id}"),)
    )
    for other in _who_looks_further(db, resolution, person):
        outbox.notify(db, other.line_id, message, other.language)
    return True


def _who_looks_further(db: Session, resolution: Resolution, but: Person) -> list[Person]:
    writer = people.by_id(db, resolution.made_by)
    if writer and writer.blocked_at is None and writer.id != but.id:
        return [writer]
    return [one for one in roles.coordinators_over(db, where(resolution)) if one.id != but.id]


def where(resolution: Resolution) -> str:
    """The scope that a resolution belongs to: the place of the trouble, else the region of its Forum."""
    forum = resolution.forum
    return resolution.issue.place or (forum.region if forum else roles.NATIONAL)


def accept(db: Session, resolution: Resolution, person: Person) -> bool:
    return resolutions.move(db, resolution, "accepted", by_id=person.id)


def last_word(resolution: Resolution) -> ResolutionChange | None:
    """The newest step in which who took it on says something: why it is stuck, that it is done."""
    said = (step for step in reversed(resolution.history) if step.state in ("told_done", "stuck"))
    return next(said, None)
