"""A number typed after a list: "2", "ดู 2" and "ตอบ 2" mean what stood there, all day."""

from collections.abc import Callable

from handlers import answering, area, deeds, organisations, partner, spoken, supports
from handlers.forums import agenda, entrusted
from handlers.inputs import Answer, Turn, Words
from models import listings, roles

SEE, ANSWER = spoken.NUMBER_VERBS
KINDS = {
    SEE: ("issue", "agenda", "entrusted", "support", "organisation", "received", "deed"),
    ANSWER: ("question",),
}
OPENED: dict[str, Callable[[Turn, int], Answer]] = {
    "issue": area.seen,
    "question": answering.seen,
    "agenda": agenda.seen,
    "entrusted": entrusted.seen,
    "support": supports.seen,
    "organisation": organisations.seen,
    "received": partner.seen,
    "deed": deeds.seen,
}
NONE = 0  # an id that nothing has


def by_verb(turn: Turn) -> Answer | None:
    """`ดู 2`, `ตอบ 2`: of the lists that can be meant the one she looked at last."""
    verb, number = _said(turn)
    kind = listings.shown_last(turn.db, turn.person.id, KINDS[verb]) if verb else None
    if not verb or not (kind in ("support", "deed") or roles.acting(turn.db, turn.person)):
        return None
    kind = kind or KINDS[verb][0]
    meant = listings.meant(turn.db, turn.person.id, kind, number) or NONE
    return answering.begin_reply(turn, meant) if verb == ANSWER else OPENED[kind](turn, meant)


def by_number(turn: Turn) -> Answer | None:
    """A bare number is one of the list she looked at last."""
    verb, number = _said(turn)
    kind = listings.shown_last(turn.db, turn.person.id) if number and not verb else None
    meant = listings.meant(turn.db, turn.person.id, kind, number) if kind else None
    return OPENED[kind](turn, meant) if kind and meant else None


def _said(turn: Turn) -> tuple[str, int]:
    return (spoken.listed_number(turn.words) if isinstance(turn.input, Words) else None) or ("", 0)
