"""What an organisation is told of an issue, and what those who sent it are told of its answers. No villager's name."""

from typing import Any

from sqlalchemy.orm import Session

from handlers import duty
from models import crowds, issues, links, organisations, reports, roles
from models.forums import proposals
from models.forums.resolutions import Resolution
from models.issues import Issue
from models.people import Person
from models.post import outbox
from models.post.messages import Choice, Message, page, tap

NEAR_HIDDEN = ("unrest", "safety")  # of these not even the village is told
TAMBON = 6  # figures of a tambon's code
ANSWERS: dict[str, tuple[str, ...]] = {
    "sent": ("accept", "pass", "more"),
    "received": ("working", "told_done", "stuck", "by_when", "pass"),
    "working": ("told_done", "stuck", "by_when"),
    "stuck": ("working", "told_done", "more"),
    "contested": ("working", "told_done", "stuck"),
}
LOUD = ("accept", "told_done")


def about(db: Session, proposal: Resolution) -> dict[str, Any]:
    """What may leave the area: number, topic, the place as far as the village, how many, what is asked."""
    head = proposal.issue.head
    place = head.place[:TAMBON] if head.place else None
    summary = head.summary if head.summary != proposal.text else None
    return {
        "number": proposal.issue.number,
        "topics": head.named,
        "place": place,
        "moo": None if head.topic in NEAR_HIDDEN else head.moo,
        "people": crowds.people_in(db, [head]).get(head.id, 0),
        "request": proposal.text,
        "summary": summary,
    }


def choices(proposal: Resolution) -> tuple[Choice, ...]:
    """What an organisation can answer now."""
    return tuple(
        tap(f"partner.{deed}", f"partner/{proposal.id}/{deed}", loud=deed in LOUD)
        for deed in ANSWERS.get(proposal.state, ())
    )


def card(db: Session, proposal: Resolution, reader: Person) -> Message:
    sender = db.get(Person, proposal.made_by) if proposal.made_by else None
    values = {
        "organisation": proposal.organisation.name if proposal.organisation else proposal.taker,
        **about(db, proposal),
        "told": [duty.named(db, sender, proposal.issue.place)] if sender else [],
        "doing": proposal.state,
        "named_day": proposal.due.isoformat() if proposal.due else None,
    }
    return Message("partner.card", values, (*_photos(db, proposal, reader), *choices(proposal)))


def _photos(db: Session, proposal: Resolution, reader: Person) -> tuple[Choice, ...]:
    """Only photos whose sender agreed that they are shown, one report's of them."""
    sent = (report for report in reports.of_issue(db, proposal.issue) if report.count("photo"))
    report = next((one for one in sent if links.photos_may_go_out(one)), None)
    if report is None or proposal.organisation_id is None:
        return ()
    return (
        page("attached.photo", f"m/{links.to_partner(db, reader, report, proposal.organisation_id).token}"),
    )


def tell_members(db: Session, proposal: Resolution) -> int:
    """The card to everybody who answers for it here; answers to how many."""
    told = organisations.members(db, proposal.organisation_id or 0)
    for one in told:
        key = f"proposal/{proposal.id}/{one.id}"
        outbox.notify(db, one.line_id, card(db, proposal, one), one.language, idempotency_key=key)
    return len(told)


def tell_senders(db: Session, proposal: Resolution, key: str, *buttons: Choice, **values: object) -> None:
    """A step of the organisation's, once to each."""
    step = proposal.history[-1]
    said = {"organisation": proposal.taker, "number": proposal.issue.number, **_of(proposal.issue), **values}
    see = tap("partner.see", f"area/see/{proposal.issue.head.id}/newest")
    for one in (person for person in proposals.senders(db, proposal) if person.id != step.by_id):
        once = f"{key}/{proposal.id}/{step.id}/{proposal.due or ''}/{one.id}"
        outbox.notify(
            db, one.line_id, Message(key, said, (*buttons, see)), one.language, idempotency_key=once
        )


def _of(issue: Issue) -> dict[str, Any]:
    return {"topics": issue.head.named}


def wants_to_know(db: Session, proposal: Resolution, by: Person, what: str) -> None:
    """An organisation asks back: whoever is on duty at the place, and who sent it, may answer."""
    head = proposal.issue.head
    proposals.note(db, proposal, what, by)
    issues.change(db, head, "needs_info", by_id=by.id)
    asked = [*roles.on_duty(db, head.place), *proposals.senders(db, proposal)]
    said = {"organisation": proposal.taker, "number": proposal.issue.number, **_of(head), "question": what}
    answer = tap("answering.answer", f"partner_wants/{proposal.id}", loud=True)
    for one in {person.id: person for person in asked}.values():
        outbox.notify(db, one.line_id, Message("partner.wants", said, (answer,)), one.language)
