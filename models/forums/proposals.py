"""Issues sent on to an organisation: drafted, sent, answered. A proposal of no Forum; it orders nobody."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import clock, issues, organisations, roles
from models.forums import resolutions
from models.forums.resolutions import CLOSED, Resolution, ResolutionChange
from models.issues import Issue
from models.organisations import Organisation
from models.people import Person

KIND = "proposal"
GIVEN_BACK = "declined"  # the organisation says that it is for another


def standing(db: Session, issue: Issue, organisation: Organisation) -> Resolution | None:
    """What was sent, or is about to be, to this organisation about this issue, and is not over."""
    found = (one for one in resolutions.open_of(db, issue) if one.organisation_id == organisation.id)
    return next((one for one in found if one.kind == KIND and one.state != GIVEN_BACK), None)


def draft(db: Session, issue: Issue, organisation: Organisation, text: str, by: Person) -> Resolution | None:
    """Write it down once; of two who do so in the same moment the second waits here and gets None."""
    issues.held(db, [issue.head])
    if standing(db, issue, organisation) is not None:
        return None
    to: dict[str, Any] = {"organisation_id": organisation.id, "taker": organisation.name}
    return resolutions.add(db, issue, KIND, text, made_by=by.id, **to)


def send(db: Session, proposal: Resolution, by: Person) -> bool:
    """It is on its way; the issue is forwarded, and says to whom. False: it was sent before."""
    return resolutions.move(db, proposal, "sent", proposal.taker, by_id=by.id)


def take_on(db: Session, proposal: Resolution, by: Person) -> bool:
    """The organisation takes it on, and the issue has somebody; `by` may also be staff who had its letter."""
    if not resolutions.move(db, proposal, "received", by_id=by.id):
        return False
    if organisations.is_member(db, proposal.organisation_id, by):
        proposal.taker_id = by.id
    issues.change(db, proposal.issue.head, "accepted", by_id=by.id)
    return True


def note(db: Session, proposal: Resolution, text: str, by: Person) -> None:
    """What was asked or answered in between, without a step further."""
    said = ResolutionChange(state=proposal.state, detail=text, by_id=by.id, at=clock.now())
    proposal.history.append(said)
    db.flush()


def answered_by_letter(db: Session, proposal: Resolution, staff: Person) -> bool:
    """Whether staff may press for the organisation: nobody of it is here, and its letter comes to them."""
    organisation = proposal.organisation
    alone = organisation is not None and not organisations.has_members(db, organisation)
    return alone and roles.may(db, staff, "answer_for", proposal.issue.head.place)


def of_organisations(db: Session, ids: Iterable[int]) -> list[Resolution]:
    """What lies with these organisations and is not over, the newest first."""
    away = (*CLOSED, GIVEN_BACK, "draft")
    rows = select(Resolution).where(Resolution.organisation_id.in_(list(ids)), Resolution.state.not_in(away))
    return list(db.scalars(rows.order_by(Resolution.moved_at.desc(), Resolution.id.desc())))


def any_of(db: Session, organisation: Organisation) -> bool:
    """Whether anything was ever sent to it, or concluded for it."""
    return db.scalar(select(Resolution.id).where(Resolution.organisation_id == organisation.id)) is not None


def senders(db: Session, proposal: Resolution) -> list[Person]:
    """Who is told of its answers: whoever sent it, as long as she answers for the place; else who is on duty."""
    sender = db.get(Person, proposal.made_by) if proposal.made_by else None
    place = proposal.issue.place
    if sender and sender.blocked_at is None and roles.may(db, sender, "answer_for", place):
        return [sender]
    return roles.on_duty(db, place)
