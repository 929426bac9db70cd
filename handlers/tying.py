"""`ผูกกลุ่ม`: whoever answers for a place gets six figures that tie a LINE group to a tambon of it."""

from handlers import scope as scopes
from handlers.form import Form, Question
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import codes, roles
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap

POWER = "tie_groups"
LEVEL = "tambon"


def begin(turn: Turn) -> Answer:
    over = roles.scopes_with(turn.db, turn.person, POWER)
    if not over:
        return not_yours(turn)
    return TYING.begin(turn, **({"scope": over[0]} if [scopes.level(one) for one in over] == [LEVEL] else {}))


def _ask_scope(turn: Turn, draft: Draft) -> Message:
    over = roles.scopes_with(turn.db, turn.person, POWER)
    return scopes.ask(draft, "scope", "tying.where", over)


def _takes_scope(turn: Turn, draft: Draft) -> str | Message | None:
    taken = scopes.takes(turn, draft, "scope", LEVEL)
    if isinstance(taken, str) and not roles.may(turn.db, turn.person, POWER, taken):
        return Message("giving.not_there", {}, _ask_scope(turn, draft).choices)
    return taken


def _coded(turn: Turn, draft: Draft) -> Answer:
    scope = draft.answers["scope"]
    drafts.drop(turn.db, draft)
    if not roles.may(turn.db, turn.person, POWER, scope):
        return not_yours(turn)
    code = codes.make(turn.db, codes.TIE, scope, turn.person)
    again = (tap("tying.another", "open/tie"),)
    return one("tying.code", again, code=code.code, scope=scope, at=code.good_until.isoformat())


TYING = Form("tying", (Question("scope", _ask_scope, _takes_scope),), _coded)
