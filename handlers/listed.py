"""A number typed after a list: "2", "ดู 2" and "ตอบ 2" mean what stood there, all day."""

from handlers import answering, area, spoken
from handlers.inputs import Answer, Turn, Words
from models import listings, roles

SEE, ANSWER = spoken.NUMBER_VERBS
KINDS = {SEE: "issue", ANSWER: "question"}
NONE = 0  # an id that nothing has


def by_verb(turn: Turn) -> Answer | None:
    """`ดู 2`, `ตอบ 2`: it is plain which list is meant, of those who have one."""
    verb, number = _said(turn)
    if not verb or not roles.acting(turn.db, turn.person):
        return None
    meant = listings.meant(turn.db, turn.person.id, KINDS[verb], number)
    return _opened(turn, verb, meant or NONE)


def by_number(turn: Turn) -> Answer | None:
    """A bare number is one of the list she looked at last."""
    verb, number = _said(turn)
    kind = listings.shown_last(turn.db, turn.person.id) if number and not verb else None
    meant = listings.meant(turn.db, turn.person.id, kind, number) if kind else None
    return _opened(turn, kind, meant) if kind and meant else None


def _said(turn: Turn) -> tuple[str, int]:
    return (spoken.listed_number(turn.words) if isinstance(turn.input, Words) else None) or ("", 0)


def _opened(turn: Turn, what: str, meant: int) -> Answer:
    if what == ANSWER:
        return answering.begin_reply(turn, meant)
    return answering.seen(turn, meant) if what == "question" else area.seen(turn, meant)
