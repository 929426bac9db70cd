"""One conclusion as who took it on and who looks after the place see it: how far it is, and what both sides say."""

from typing import Any

from sqlalchemy.orm import Session

from handlers import attached
from handlers.inputs import Answer, Turn, one
from models import roles
from models.forums import attendance, follow_up, resolutions, takers, verdicts
from models.forums.follow_up import TAKEN_ON
from models.forums.resolutions import Resolution
from models.issues import Issue
from models.people import Person
from models.post.messages import Choice, tap

# What comes next for what was proposed to an office, told by whoever looks after it.
TO_AN_OFFICE: dict[str, tuple[str, ...]] = {
    "draft": ("sent",),
    "sent": ("received", "working", "date", "stuck"),
    "received": ("working", "date", "stuck"),
    "working": ("done", "date", "stuck"),
    "stuck": ("working", "done", "date"),
    "contested": ("working", "done", "date"),
}
LABELS = {
    "sent": "deed.sent",
    "received": "deed.received",
    "working": "deed.working",
    "date": "deed.date",
    "stuck": "deed.stuck",
    "done": "deed.done",
}


MOST = 2  # conclusions that a story has room for


def story(db: Session, issue: Issue) -> list[dict[str, Any]]:
    """What was concluded of an issue, a line each: who, by when, how far; and what people say of it."""
    found = resolutions.of_issue(db, issue)[:MOST]
    return [{**_line(one), "verdicts": verdicts.counts(db, one)} for one in found]


def proof(db: Session, reader: Person, issue: Issue) -> tuple[Choice, ...]:
    """The newest photo of what was done."""
    found = (attached.proof(db, reader, one) for one in resolutions.of_issue(db, issue)[:MOST])
    return next(filter(None, found), ())


def _line(one: Resolution) -> dict[str, Any]:
    due = one.due.isoformat() if one.due else None
    word = takers.last_word(one)
    said = word.detail if word and one.state in ("stuck", "told_done", "contested") else None
    told = {"because": said, "was_told": any(step.state == "told_done" for step in one.history)}
    return {"deed": one.text, "taker": one.taker, "due": due, "state": one.state, **told}


def may_see(turn: Turn, deed: Resolution) -> bool:
    """Who took it on, who looks after the place, and who writes for its Forum."""
    if deed.taker_id == turn.person.id or _looks_after(turn, deed):
        return True
    return deed.forum is not None and attendance.may_write(turn.db, deed.forum, turn.person)


def _looks_after(turn: Turn, deed: Resolution) -> bool:
    return roles.may(turn.db, turn.person, "answer_for", takers.where(deed))


def shown(turn: Turn, deed: Resolution) -> Answer:
    word = takers.last_word(deed)
    values: dict[str, Any] = {
        **takers.told(deed),
        "conclusion": deed.number,
        "taker": deed.taker,
        "deed_state": deed.state,
        "because": word.detail if word else None,
        "verdicts": verdicts.counts(turn.db, deed),
    }
    proof = attached.proof(turn.db, turn.person, deed)
    return one("deed.one", (*proof, *_steps(turn, deed)[: 5 - len(proof)]), **values)


def _steps(turn: Turn, deed: Resolution) -> tuple[Choice, ...]:
    if deed.kind == "proposal":
        following = TO_AN_OFFICE.get(deed.state, ()) if _looks_after(turn, deed) else ()
        return tuple(tap(LABELS[what], f"deed/{deed.id}/{what}") for what in following)
    if deed.kind != "agreement":
        return ()
    if deed.state == "asked" and deed.taker_id == turn.person.id:
        return takers.choices(deed)
    if deed.state in TAKEN_ON:
        return follow_up.steps(deed)
    return _to_mend(turn, deed)


def _to_mend(turn: Turn, deed: Resolution) -> tuple[Choice, ...]:
    """Nobody has taken it on: whoever writes for its Forum names another."""
    writes = deed.forum is not None and attendance.may_write(turn.db, deed.forum, turn.person)
    is_free = deed.state in ("asked", "declined")
    return (tap("conclude.mend", f"resolution/{deed.id}/mend"),) if writes and is_free else ()
