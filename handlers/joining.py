"""Six figures from a coordinator bring somebody into a role, or into standing in for one."""

import re

from handlers import welcome
from handlers.form import Form, Question, data
from handlers.inputs import Answer, Tap, Turn, one
from models import codes, delegates, organisations, roles
from models.codes import Code
from models.post import drafts, menus, outbox
from models.post.drafts import Draft
from models.post.messages import Message, tap
from models.powers import POWERS
from models.thai.normal import arabic

SIX_FIGURES = re.compile(r"(?:\D{1,6}\s*)?(\d{3})[\s-]?(\d{3})")
PHONE_NUMBER = re.compile(r"(?:\+?66|0)\d{8,9}")
WORK = (tap("main.work", "open/work", loud=True),)


def by_code(turn: Turn) -> Answer | None:
    """A code typed alone. Figures that are none are left to whatever was asked."""
    said = SIX_FIGURES.fullmatch(arabic(turn.words))
    if said is None:
        return None
    if turn.person.keeping == "no":
        return one("consent.needed", (welcome.YES, welcome.READ, welcome.NO))
    if codes.too_many_wrong(turn.db, turn.person):
        return one("joining.too_many")
    code = codes.good(turn.db, said[1] + said[2])
    if code is not None:
        return _joined(turn, code)
    if drafts.open_for(turn.db, turn.person.id) is not None:
        return None
    codes.note_wrong(turn.db, turn.person)
    return one("joining.no_such")


def _joined(turn: Turn, code: Code) -> Answer:
    if code.role == codes.TIE:
        return one("joining.for_a_group", code=code.code, scope=code.scope)
    if code.role_held is not None and code.role_held.person_id == turn.person.id:
        return one("joining.own_code")
    if code.role == delegates.ROLE and not delegates.has_seat(turn.db, turn.person, code):
        return one("joining.delegates_full", region=code.scope)
    welcomed = _stands_in(turn, code) if code.role_held else _takes_on(turn, code)
    codes.use(turn.db, code)
    menus.owe(turn.db, turn.person)
    return Answer([welcomed, *(_asked_next(turn))])


def _takes_on(turn: Turn, code: Code) -> Message:
    _say_goodbye(turn, code)
    roles.give(turn.db, turn.person, code.role, code.scope)
    values = {"role": code.role, "scope": code.scope}
    if code.organisation:
        organisations.join(turn.db, code.organisation, turn.person)
        received = (tap("partner.received", "open/received", loud=True),)
        return Message("joining.partner", {**values, "organisation": code.organisation.name}, received)
    if code.role in POWERS["answer_for"]:
        return Message("joining.welcome", values, WORK)
    return Message("joining.guest", values, (tap("main.national", "forum/national", loud=True),))


def _say_goodbye(turn: Turn, code: Code) -> None:
    """To the delegate who leaves for this one."""
    gone = delegates.replaced_by(turn.db, turn.person, code) if code.role == delegates.ROLE else None
    if gone is not None:
        told = Message("duty.delegate_ended", {"region": code.scope})
        outbox.notify(turn.db, gone.line_id, told, gone.language)
        menus.owe(turn.db, gone)


def _stands_in(turn: Turn, code: Code) -> Message:
    held, until = code.role_held, code.deputy_until
    assert held, "asked only for a deputy's code"
    assert until, "a deputy's code has its end"
    roles.hand_over(held, turn.person, until)
    about = {"role": held.role, "scope": held.scope, "at": until.isoformat()}
    back = (tap("hand_over.back", f"hand_over/back/{held.id}"),)
    told = Message("duty.deputy_joined", {**about, "name": turn.person.name}, back)
    outbox.notify(turn.db, held.person.line_id, told, held.person.language)
    return Message("joining.stands_in", {**about, "name": held.person.name}, WORK)


def _asked_next(turn: Turn) -> list[Message]:
    """Consent first, for whoever is new here; then the telephone number of those who answer for a place."""
    if not turn.person.agreed:
        return welcome.owed(turn)
    answers = roles.scopes_with(turn.db, turn.person, "answer_for")
    asked = PHONE.begin(turn).messages if answers and not turn.person.phone else []
    return [*welcome.late_invitation(turn), *asked]


def phone(turn: Turn) -> Answer:
    """She wants to tell us another number."""
    return PHONE.begin(turn) if roles.acting(turn.db, turn.person) else one("work.not_yours", welcome.MAIN)


def _ask_phone(turn: Turn, draft: Draft) -> Message:
    return Message("joining.phone", {}, (tap("skip", data(draft, "phone", "skip")),))


def _takes_phone(turn: Turn, draft: Draft) -> str | Message | None:
    if isinstance(turn.input, Tap):
        return ""
    if turn.meaning.trouble:
        return None
    figures = re.sub(r"[\s().-]", "", arabic(turn.words))
    if PHONE_NUMBER.fullmatch(figures):
        return re.sub(r"^\+?66", "0", figures)
    return Message("joining.phone_again", {}, _ask_phone(turn, draft).choices)


def _phoned(turn: Turn, draft: Draft) -> Answer:
    given = draft.answers["phone"]
    drafts.drop(turn.db, draft)
    if not given:
        return one("joining.no_phone", WORK)
    turn.person.phone = given
    return one("joining.phone_kept", WORK, phone=given)


PHONE = Form("phone", (Question("phone", _ask_phone, _takes_phone),), _phoned)
