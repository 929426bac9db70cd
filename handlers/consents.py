"""What we may do with what she sends: each consent is asked once, at its moment, and can be changed at any time."""

from handlers.form import step
from handlers.inputs import Answer, Turn, one
from models import consent, consents, reports
from models.consents import EVERY, INVITATIONS, PHOTOS
from models.post.messages import Choice, Message, page, tap
from models.reports import Report

YES = {
    INVITATIONS: tap("consent.invite_me", "consent/invitations/yes", loud=True),
    PHOTOS: tap("consent.use_photos", "consent/photos/yes", loud=True),
}
NO = {
    INVITATIONS: tap("consent.no_invitations", "consent/invitations/no"),
    PHOTOS: tap("consent.no_photos", "consent/photos/no"),
}
ANSWERED = {
    (INVITATIONS, "yes"): "consent.invitations_yes",
    (INVITATIONS, "no"): "consent.invitations_no",
    (PHOTOS, "yes"): "consent.photos_yes",
    (PHOTOS, "no"): "consent.photos_no",
}
READ = page("consent.whole", "privacy")


def thanks(turn: Turn) -> Message:
    """She may be kept; whether she wants to be told of Forums is a question of its own."""
    consents.ask(turn.db, turn.person, INVITATIONS)
    return Message("consent.thanks", {}, choices(INVITATIONS))


def choices(what: str) -> tuple[Choice, ...]:
    return (YES[what], NO[what])


def unanswered(turn: Turn) -> list[Message]:
    """The question about invitations, once more at the end of the welcome."""
    open_ = turn.person.agreed and consents.state(turn.db, turn.person, INVITATIONS) in ("unasked", "asked")
    return [Message("consent.invitations", {}, choices(INVITATIONS))] if open_ else []


def about_photos(turn: Turn, report: Report) -> list[Message]:
    """Asked once, with the first photo there is."""
    asks = turn.person.agreed and report.count("photo") and consents.ask(turn.db, turn.person, PHOTOS)
    return [Message("consent.photos", {}, choices(PHOTOS))] if asks else []


def tapped(turn: Turn) -> Answer | None:
    """`consent/photos/yes`; None for the consent to keeping, which the welcome asks for."""
    what, said = "".join(step(turn, 1)), step(turn, 2)
    if what not in YES:
        return None
    if not turn.person.agreed or said not in (["yes"], ["no"]):
        return mine(turn)
    if (what, said) == (INVITATIONS, ["no"]):
        consent.no_news(turn.db, turn.person)
    else:
        consents.answer(turn.db, turn.person, what, said == ["yes"])
    return one(ANSWERED[what, said[0]], (tap("consent.mine", "open/consents"),))


def mine(turn: Turn) -> Answer:
    """`ข้อมูลของฉัน`: what we keep of her, what she agreed to, and a tap to change each."""
    person = turn.person
    if not person.agreed:
        return one("consent.nothing_kept", (tap("consent.read", "consent/read"), READ))
    states = {what: consents.state(turn.db, person, what) for what in EVERY}
    turned = [NO[what] if states[what] == "yes" else YES[what] for what in (INVITATIONS, PHOTOS)]
    values = {
        "place": person.place,
        "count": reports.count_of(turn.db, person.id),
        "invitations_are": _is(states[INVITATIONS]),
        "photos_are": _is(states[PHOTOS]),
    }
    return one("consent.mine", (*turned, READ, tap("erase.ask", "erase/ask")), **values)


def _is(state: str) -> str:
    return "yes" if state == "yes" else "no"
