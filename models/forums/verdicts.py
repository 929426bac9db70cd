"""Is it true? Everybody who reported a trouble is asked; whoever says that it is as it was keeps it open."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import clock, issues, people, reports, roles, tellings
from models.base import insert_once
from models.forums import resolutions, takers
from models.forums.resolutions import Resolution, Verdict
from models.people import Person
from models.post import outbox
from models.post.messages import Choice, Message, tap
from models.thai.calendar import day_of

ANSWERS = ("fixed", "better", "same", "unsure")
VETO = "same"
SILENCE = timedelta(days=7)


def choices(resolution: Resolution) -> tuple[Choice, ...]:
    return tuple(tap(f"verdict.{answer}", f"verdict/{resolution.id}/{answer}") for answer in ANSWERS)


def ask(db: Session, resolution: Resolution) -> int:
    """Ask everybody behind the trouble, each under her own number; answers how many."""
    resolution.reporters_asked_at = clock.now()
    is_told = resolution.state == "told_done"
    values: dict[str, Any] = dict(takers.told(resolution))
    for own in ("number", "topics"):  # each is told her own number
        values.pop(own)
    key = "verdict.ask_done" if is_told else "verdict.ask_due"
    shown = choices(resolution)
    return tellings.tell(db, resolution.issue, "asked", resolution.id, key, choices=shown, **values)


def may_answer(db: Session, resolution: Resolution, person: Person) -> bool:
    return any(report.person_id == person.id for report in reports.of_issue(db, resolution.issue))


def answer(db: Session, resolution: Resolution, person: Person, said: str) -> None:
    """Keep what she says, in place of what she said before, and let the resolution follow."""
    issues.held(db, [resolution.issue])
    db.refresh(resolution, with_for_update=True)
    kept = {"resolution_id": resolution.id, "person_id": person.id}
    insert_once(db, Verdict, **kept, answer=said, at=clock.now())
    verdict = db.scalars(select(Verdict).filter_by(**kept).execution_options(populate_existing=True)).one()
    verdict.answer, verdict.at = said, clock.now()
    db.flush()
    if said == VETO:
        _contest(db, resolution)
    else:
        _relieve(db, resolution)
        settle(db, resolution)


def of_person(db: Session, resolution: Resolution, person: Person) -> str | None:
    hers = select(Verdict.answer).where(
        Verdict.resolution_id == resolution.id, Verdict.person_id == person.id
    )
    return db.scalar(hers)


def _standing(db: Session, resolution: Resolution) -> tuple[set[int], dict[int, str]]:
    """Everybody who reports it now, and what each of them has answered."""
    behind = {report.person_id for report in reports.of_issue(db, resolution.issue)}
    rows = select(Verdict.person_id, Verdict.answer).where(Verdict.resolution_id == resolution.id)
    said = {person_id: answer for person_id, answer in db.execute(rows) if person_id in behind}
    return behind, said


def counts(db: Session, resolution: Resolution) -> list[list[str | int]]:
    """How many say what: [["fixed", 2], ["same", 1]]."""
    said = list(_standing(db, resolution)[1].values())
    return [[answer, said.count(answer)] for answer in ANSWERS if answer in said]


def _contest(db: Session, resolution: Resolution) -> None:
    if resolution.state != "contested":
        resolutions.move(db, resolution, "contested")
    _tell_who_took_it(db, resolution)


def _tell_who_took_it(db: Session, resolution: Resolution) -> None:
    """Once a day, however many say so."""
    taker = people.by_id(db, resolution.taker_id)
    coordinators = roles.coordinators_over(db, takers.where(resolution))
    told = {one.id: one for one in (*([taker] if taker else []), *coordinators) if one.blocked_at is None}
    values = {**takers.told(resolution), "verdicts": counts(db, resolution)}
    message = Message("verdict.contested", values, (tap("deed.see", f"deed/{resolution.id}"),))
    for person in told.values():
        key = f"contested/{resolution.id}/{day_of(clock.now()):%Y%m%d}/{person.id}"
        outbox.notify(db, person.line_id, message, person.language, idempotency_key=key)


def _relieve(db: Session, resolution: Resolution) -> None:
    """Nobody says any more that it is as it was: it goes on from where it was contested."""
    if resolution.state != "contested" or VETO in _standing(db, resolution)[1].values():
        return
    was_told = any(step.state == "told_done" for step in resolution.history)
    resolutions.move(db, resolution, "told_done" if was_told else "working")


def settle(db: Session, resolution: Resolution) -> bool:
    """Done, if who took it on says so, somebody who reported too, and nobody says no; or nobody speaks for a week."""
    if resolution.state != "told_done" or resolution.reporters_asked_at is None:
        return False
    behind, said = _standing(db, resolution)
    is_over = resolution.reporters_asked_at + SILENCE <= clock.now()
    if VETO in said.values():
        return resolutions.move(db, resolution, "contested") if is_over else False
    is_true = "fixed" in said.values() and behind <= set(said)
    return resolutions.move(db, resolution, "done") if is_true or is_over else False
