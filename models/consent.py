"""Refusing and forgetting: how what we keep of a person leaves."""

from sqlalchemy.orm import Session

from models import consents, links, listings, media, people, questions, reports, roles
from models.forums import hers, invitations, sheet
from models.people import Person
from models.post import drafts, inbox, menus, offers, outbox, scrubbing
from models.post.messages import Message
from models.post.scrubbing import Gone

Left = dict[str, int]


def refuse(db: Session, person: Person, by_silence: bool = False) -> None:
    """She does not agree: what she sent is purged, and her answer is remembered.

    A role stays: it was given by whoever may give it, and no area is to lose its people by a slip or by silence.
    """
    forget(db, person)
    consents.answer(db, person, consents.KEEPING, yes=False, by_silence=by_silence)


def erase(db: Session, person: Person) -> Left:
    """She wants to be forgotten: as if we had never met, but that she may come back. Tells what left."""
    left = {**forget(db, person), "roles": _leave_roles(db, person)}
    consents.forget(db, person)
    person.keeping, person.keeping_at = "unasked", None
    person.invitations, person.photos = None, False
    person.language = "th"
    return left


def no_news(db: Session, person: Person) -> None:
    """She wants no dates any more, nor those that wait to go out."""
    consents.answer(db, person, consents.INVITATIONS, False)
    outbox.leave_out(db, person.line_id)


def forget(db: Session, person: Person) -> Left:
    """Reports, questions, drafts, answers, media, raw events, and words that still wait to be said."""
    left = _count(db, person)
    scrubbing.scrub(db, _gone(db, person))
    outbox.cancel_errands(db, person.line_id)
    outbox.unfetch_name(db, person.line_id)
    outbox.leave_out(db, person.line_id)
    reports.purge(db, person.id)
    questions.purge(db, person.id)
    drafts.drop_of(db, person.id)
    hers.forget(db, person.id)
    media.drop_of_chat(db, person.line_id)
    offers.drop(db, person.line_id)
    listings.forget(db, person.id)
    links.forget(db, person.id)
    inbox.empty_of_person(db, person.line_id)
    people.forget(person)
    return left


def _count(db: Session, person: Person) -> Left:
    return {
        "reports": reports.count_of(db, person.id),
        "questions": questions.count_of(db, person.id),
        "photos_and_voices": media.count_of_chat(db, person.line_id),
        "drafts": len(drafts.all_of(db, person.id)),
        "rsvps": invitations.count_of(db, person.id),
    }


def _words_of(db: Session, person: Person) -> list[str]:
    """All that she typed and that is kept as hers."""
    return [words for of in (reports, questions, drafts, hers) for words in of.words_of(db, person.id)]


def _gone(db: Session, person: Person) -> Gone:
    return Gone(
        phrases=tuple(_words_of(db, person)),
        names=tuple(filter(None, (person.name, person.phone, *sheet.names_of(db, person.id)))),
        chat=person.line_id,
        numbers=tuple(reports.numbers_of(db, person.id)),
    )


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
