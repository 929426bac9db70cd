"""An organisation answers in its chat: takes an issue on, hands it back, asks back, tells how far it is. `งานที่ได้รับ`."""

from collections.abc import Callable
from dataclasses import replace

from handlers import partner_news, partner_talks
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import listings, organisations, roles
from models.forums import proposals, resolutions
from models.forums.resolutions import Resolution
from models.issues import CLOSED
from models.post.messages import Message, name, tap

POWER = "take_on"
SHOWN = 6
LIST = tap("partner.received", "open/received")


def begin(turn: Turn) -> Answer:
    """`งานที่ได้รับ`: what lies with the organisations she answers for."""
    return _page(turn, 0)


def _page(turn: Turn, page: int) -> Answer:
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return not_yours(turn)
    hers = organisations.of(turn.db, turn.person)
    if not hers:
        return one("partner.no_organisation")
    found = proposals.of_organisations(turn.db, [one.id for one in hers])
    shown = found[page * SHOWN : (page + 1) * SHOWN]
    names = ", ".join(one.name for one in hers)
    if not shown:
        return one("partner.none", organisation=names)
    numbers = listings.numbers(turn.db, turn.person.id, "received", [one.id for one in shown])
    lines = [
        {"line": number, "number": one.issue.number, "topics": one.issue.head.named, "doing": one.state}
        for number, one in zip(numbers, shown, strict=True)
    ]
    choices = [name(str(number), f"partner/{one.id}/see") for number, one in zip(numbers, shown, strict=True)]
    onward = [tap("place.next", f"partner/page/{page + 1}")] if len(found) > (page + 1) * SHOWN else []
    return one("partner.list", (*choices, *onward), organisation=names, works=lines)


def seen(turn: Turn, number: int) -> Answer:
    return _with(turn, str(number), _shown)


def tapped(turn: Turn) -> Answer:
    match [*step(turn, 1), *step(turn, 2)]:
        case ["page", page] if page.isdecimal() and len(page) < 6:
            return _page(turn, int(page))
        case [number, deed] if deed in DEEDS:
            return _with(turn, number, DEEDS[deed])
    return one("talk.old_button")


def _with(turn: Turn, number: str, act: Callable[[Turn, Resolution], Answer]) -> Answer:
    """Do it to what lies with her organisation; what was taken back or handed on is said to be."""
    proposal = resolutions.by_id(turn.db, number)
    may = proposal is not None and partner_talks.may_press(turn, proposal)
    if not may and not organisations.of(turn.db, turn.person) and not roles.acting(turn.db, turn.person):
        return not_yours(turn)
    if proposal is None or not may:
        return one("partner.not_yours", (LIST,))
    values = {"number": proposal.issue.number}
    if proposal.state in ("withdrawn", proposals.GIVEN_BACK, "draft"):
        return one("partner.gone", (LIST,), **values)
    if proposal.issue.head.state in CLOSED and proposal.state != "done":
        return one("partner.closed", (LIST,), **values, state=proposal.issue.head.state)
    return act(turn, proposal)


def _shown(turn: Turn, proposal: Resolution) -> Answer:
    card = partner_news.card(turn.db, proposal, turn.person)
    return Answer([replace(card, choices=(*card.choices, LIST)[:5])])


def _now(proposal: Resolution) -> Answer:
    """Where it stands: said to whoever taps a button of what is over, or taps twice."""
    buttons = (*partner_news.choices(proposal), LIST)[:5]
    values = {"number": proposal.issue.number, "doing": proposal.state, "organisation": proposal.taker}
    return one("partner.already", buttons, **values)


def _accepted(turn: Turn, proposal: Resolution) -> Answer:
    if not proposals.take_on(turn.db, proposal, turn.person):
        return _now(proposal)
    partner_news.tell_senders(turn.db, proposal, "partner.told_accepted")
    taken = Message("partner.taken", {"number": proposal.issue.number})
    return Answer([taken, *partner_talks.BY_WHEN.begin(turn, proposal=proposal.id).messages])


def _working(turn: Turn, proposal: Resolution) -> Answer:
    if not resolutions.move(turn.db, proposal, "working", by_id=turn.person.id):
        return _now(proposal)
    partner_news.tell_senders(turn.db, proposal, "partner.told_working")
    buttons = (*partner_news.choices(proposal), LIST)[:5]
    return one("partner.noted_working", buttons, number=proposal.issue.number)


def _begins(deed: str) -> Callable[[Turn, Resolution], Answer]:
    """A talk that asks for one thing more; not begun where the answer has no meaning any more."""

    def begin_talk(turn: Turn, proposal: Resolution) -> Answer:
        if deed not in partner_news.ANSWERS.get(proposal.state, ()):
            return _now(proposal)
        return partner_talks.TALKS[deed].begin(turn, proposal=proposal.id)

    return begin_talk


DEEDS: dict[str, Callable[[Turn, Resolution], Answer]] = {
    "see": _shown,
    "accept": _accepted,
    "working": _working,
    **{deed: _begins(deed) for deed in partner_talks.TALKS},
}
