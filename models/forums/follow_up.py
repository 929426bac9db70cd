"""A conclusion and its clock: who owes what, what is called to mind, and when those who reported are asked."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from models import area_issues, clock, people, roles
from models.base import changed
from models.forums import resolutions, takers, verdicts
from models.forums.resolutions import CLOSED, Resolution
from models.issues import Issue
from models.people import Person
from models.post import outbox
from models.post.messages import Choice, Message, tap
from models.thai.calendar import day_of

BEFORE = timedelta(days=3)
ANSWERS_WITHIN = timedelta(days=30)  # an organisation
TAKEN_ON = ("accepted", "working", "stuck", "contested")
OWED = ("agreement", "proposal")


def owed_by(db: Session, person: Person) -> list[Resolution]:
    """What she took on and has not done, what is overdue first."""
    return _listed(db, Resolution.taker_id == person.id)


def owed_in(db: Session, scopes: Iterable[str], person: Person) -> list[Resolution]:
    """The same of all that lies in these scopes, and of what she took on elsewhere."""
    return _listed(db, or_(area_issues.inside(Issue, scopes), Resolution.taker_id == person.id))


def _listed(db: Session, which: ColumnElement[bool]) -> list[Resolution]:
    rows = select(Resolution).join(Resolution.issue).where(which, *_open())
    return list(db.scalars(rows.order_by(Resolution.due.is_(None), Resolution.due, Resolution.id)))


def _open() -> tuple[ColumnElement[bool], ...]:
    waits_for_people = ("told_done",)
    return Resolution.kind.in_(OWED), Resolution.state.not_in((*CLOSED, *waits_for_people))


def days_left(resolution: Resolution) -> int | None:
    """Below 0 where its day is over."""
    return (resolution.due - day_of(clock.now())).days if resolution.due else None


def claim(db: Session, resolution: Resolution, column: str) -> bool:
    """Take a thing to do once: sets the moment in `column` if it is still empty."""
    mark = update(Resolution).where(Resolution.id == resolution.id, getattr(Resolution, column).is_(None))
    if not changed(db, mark.values({column: clock.now()})):
        return False
    db.refresh(resolution)
    return True


def remind(db: Session) -> None:
    """Three days before and on the day itself, who took it on."""
    today = day_of(clock.now())
    for resolution in _due_until(db, today + BEFORE):
        assert resolution.due is not None, "asked only for those that have a day"
        column = "reminded_due_at" if resolution.due <= today else "reminded_before_at"
        key = "deed.due" if resolution.due <= today else "deed.due_soon"
        if getattr(resolution, column) is None and claim(db, resolution, column):
            message = Message(key, takers.told(resolution), steps(resolution))
            for person in _who_sees_to_it(db, resolution):
                outbox.notify(db, person.line_id, message, person.language)


def _due_until(db: Session, day: date) -> list[Resolution]:
    rows = select(Resolution).where(Resolution.state.in_((*TAKEN_ON, "received")), Resolution.due <= day)
    return list(db.scalars(rows.order_by(Resolution.id)))


def _who_sees_to_it(db: Session, resolution: Resolution) -> list[Person]:
    """Who took it on; for an office the coordinators, who ask there."""
    taker = people.by_id(db, resolution.taker_id)
    if taker is not None:
        return [taker] if taker.blocked_at is None else []
    return roles.coordinators_over(db, takers.where(resolution)) if resolution.kind == "proposal" else []


def steps(resolution: Resolution) -> tuple[Choice, ...]:
    """How far it has come, to be tapped by who took it on."""
    of = f"deed/{resolution.id}"
    working = () if resolution.state == "working" else (tap("deed.working", f"{of}/working"),)
    stuck = () if resolution.state == "stuck" else (tap("deed.stuck", f"{of}/stuck"),)
    return (tap("deed.done", f"{of}/done", loud=True), *working, *stuck)


def is_told_done(
    db: Session, resolution: Resolution, by: Person, message_id: str | None = None, words: str | None = None
) -> bool:
    """Who took it on says that it is done: now everybody who reported is asked."""
    if not resolutions.move(db, resolution, "told_done", words, message_id, by.id):
        return False
    verdicts.ask(db, resolution)
    return True


def ask_if_true(db: Session) -> None:
    """On the day after it was due everybody who reported is asked, whatever who took it on says; at the latest."""
    due = select(Resolution).where(
        or_(Resolution.due < day_of(clock.now()), Resolution.state == "told_done"),
        Resolution.reporters_asked_at.is_(None),
        Resolution.state.not_in((*CLOSED, "draft")),
        Resolution.kind.in_(OWED),
    )
    for resolution in db.scalars(due.order_by(Resolution.id)):
        if claim(db, resolution, "reporters_asked_at"):
            verdicts.ask(db, resolution)


def settle(db: Session) -> None:
    """What was asked a week ago and nobody denied is done."""
    asked = select(Resolution).where(Resolution.state == "told_done")
    late = asked.where(Resolution.reporters_asked_at <= clock.now() - verdicts.SILENCE)
    for resolution in db.scalars(late.order_by(Resolution.id)):
        verdicts.settle(db, resolution)


def ask_again(db: Session) -> None:
    """An organisation that has not answered for 30 days: the coordinator is told, to ask again."""
    before = clock.now() - ANSWERS_WITHIN
    silent = select(Resolution).where(Resolution.state == "sent", Resolution.moved_at <= before)
    unasked = or_(Resolution.asked_again_at.is_(None), Resolution.asked_again_at <= before)
    for resolution in db.scalars(silent.where(unasked).order_by(Resolution.id)):
        again = update(Resolution).where(Resolution.id == resolution.id, unasked)
        if changed(db, again.values(asked_again_at=clock.now())):
            db.refresh(resolution)
            tell_coordinators(db, resolution, "deed.no_answer", {"days": _days_since_sent(resolution)})


def _days_since_sent(resolution: Resolution) -> int:
    return (day_of(clock.now()) - day_of(resolution.moved_at)).days


def tell_coordinators(db: Session, resolution: Resolution, key: str, more: dict[str, Any]) -> None:
    values = {**takers.told(resolution), "taker": resolution.taker, **more}
    message = Message(key, values, (tap("deed.see", f"deed/{resolution.id}"),))
    for person in roles.coordinators_over(db, takers.where(resolution)):
        outbox.notify(db, person.line_id, message, person.language)


def line(resolution: Resolution, number: int) -> dict[str, Any]:
    """One of a list: its number there, what it is, and how its day stands."""
    issue = resolution.issue.head
    due = resolution.due.isoformat() if resolution.due else None
    about = {"deed": resolution.text, "place": issue.place, "moo": issue.moo, "state": resolution.state}
    return {"line": number, **about, "due": due, "left": days_left(resolution)}
