"""Refusing and forgetting: how what we keep of a person leaves."""

from sqlalchemy.orm import Session

from models import consents, media, people, questions, reports, roles
from models.forums import invitations
from models.people import Person
from models.post import drafts, inbox, menus, offers, outbox
from models.post.messages import Message


def refuse(db: Session, person: Person) -> None:
    """She does not agree: what she sent is purged, and her answer is remembered."""
    forget(db, person)
    consents.answer(db, person, consents.KEEPING, yes=False)


def erase(db: Session, person: Person) -> dict[str, int]:
    """She wants to be forgotten: as if we had never met, but that she may come back. Tells what left."""
    left = forget(db, person)
    consents.forget(db, person)
    person.keeping, person.keeping_at = "unasked", None
    person.invitations, person.photos = None, False
    person.language = "th"
    return left


def forget(db: Session, person: Person) -> dict[str, int]:
    """Reports, questions, drafts, answers, media, roles, raw events, and words that still wait to be said."""
    left = {"reports": reports.count_of(db, person.id), "roles": _leave_roles(db, person)}
    words = [*reports.words_of(db, person.id), *drafts.words_of(db, person.id)]
    words += questions.words_of(db, person.id)
    for said in filter(None, (*words, person.name, person.phone)):
        outbox.scrub(db, said)
    outbox.cancel_errands(db, person.line_id)
    reports.purge(db, person.id)
    questions.purge(db, person.id)
    drafts.drop_of(db, person.id)
    invitations.forget(db, person.id)
    media.drop_of_chat(db, person.line_id)
    offers.drop(db, person.line_id)
    inbox.empty_of_person(db, person.line_id)
    people.forget(person)
    return left


def _leave_roles(db: Session, person: Person) -> int:
    """She answers for nothing any more; whoever is next above is told that a place is without anybody."""
    held = roles.of(db, person)
    roles.stop_standing_in(db, person)
    for role in held:
        roles.revoke(db, person, role.role, role.scope)
    for role in held:
        message = Message("duty.left", {"role": role.role, "scope": role.scope})
        for other in roles.coordinators_over(db, role.scope):
            outbox.notify(db, other.line_id, message, other.language)
    if held:
        menus.owe(db, person)
    return len(held)
