"""`ออกรหัส`: somebody is invited into a role, over a place inside one's own scope."""

from typing import Any

from handlers import scope as scopes
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import codes, powers, roles
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap
from models.powers import ROLES

WHERE = {
    "tambon": "giving.where_tambon",
    "province": "giving.where_province",
    "region": "giving.where_region",
}


def begin(turn: Turn) -> Answer:
    offered = _offered(turn)
    if not offered:
        return not_yours(turn)
    return GIVING.begin(turn, **({"role": offered[0]} if len(offered) == 1 else {}))


def _offered(turn: Turn) -> tuple[str, ...]:
    """The roles she may bring somebody into, in the order of the table."""
    held = {role.role for role in roles.acting(turn.db, turn.person)}
    may = {given for role in held for given in powers.may_give(role)}
    return tuple(role for role in ROLES if role in may)


def _ask_role(turn: Turn, draft: Draft) -> Message:
    choices = [tap(f"giving.{role}", data(draft, "role", role)) for role in _offered(turn)]
    return Message("giving.role", {}, tuple(choices))


def _takes_role(turn: Turn, draft: Draft) -> str | None:
    given = "".join(step(turn, 3)) if isinstance(turn.input, Tap) else ""
    return given if given in _offered(turn) else None


def _asks_scope(answers: dict[str, Any]) -> bool:
    return ROLES.get(answers.get("role", "")) != "national"


def _ask_scope(turn: Turn, draft: Draft) -> Message:
    key = WHERE[ROLES[draft.answers["role"]]]
    return scopes.ask(draft, "scope", key, _given_over(turn, draft.answers["role"]))


def _given_over(turn: Turn, role: str) -> list[str]:
    """The scopes within which she may bring somebody into this role."""
    held = roles.acting(turn.db, turn.person)
    return list(dict.fromkeys(one.scope for one in held if role in powers.may_give(one.role)))


def _takes_scope(turn: Turn, draft: Draft) -> str | Message | None:
    wanted = ROLES[draft.answers["role"]]
    taken = scopes.takes(turn, draft, "scope", wanted)
    if not isinstance(taken, str):
        return taken
    over = roles.scopes_over(taken)
    if not any(scope in over for scope in _given_over(turn, draft.answers["role"])):
        return Message("giving.not_there", {}, _ask_scope(turn, draft).choices)
    return taken


def _coded(turn: Turn, draft: Draft) -> Answer:
    role, scope = draft.answers["role"], draft.answers.get("scope", roles.NATIONAL)
    offered = _offered(turn)
    drafts.drop(turn.db, draft)
    if role not in offered:
        return not_yours(turn)
    code = codes.make(turn.db, role, scope, turn.person)
    again = (tap("giving.another", "open/code"),)
    return one("giving.code", again, code=code.code, role=role, scope=scope, at=code.good_until.isoformat())


GIVING = Form(
    "giving",
    (Question("role", _ask_role, _takes_role), Question("scope", _ask_scope, _takes_scope, _asks_scope)),
    _coded,
)
