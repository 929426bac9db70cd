"""`ออกรหัส`: somebody is invited into a role, over a place inside one's own scope."""

from typing import Any

from handlers import organisations
from handlers import scope as scopes
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import codes, directory, powers, roles
from models import organisations as known
from models.organisations import Organisation
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, name, tap
from models.powers import ROLES
from models.thai import offices

SHOWN = 8  # names of organisations
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


def _asks_organisation(answers: dict[str, Any]) -> bool:
    return answers.get("role") == codes.PARTNER


def _ask_organisation(turn: Turn, draft: Draft) -> Message:
    """In whose name a partner will answer; who may invite to the national Forum may leave it out."""
    found = _organisations(turn)
    named = [name(offices.short(one.name), data(draft, "organisation", one.id)) for one in found[:SHOWN]]
    more = tap("organisations.add", "organisations/add")
    skip = (tap("skip", data(draft, "organisation", "none")),) if _may_skip(turn) else ()
    key = "giving.organisation" if found else "giving.no_organisation"
    return Message(key, {}, (*named, more, *skip, tap("cancel", data(draft, "drop"))))


def _organisations(turn: Turn) -> list[Organisation]:
    over = _given_over(turn, codes.PARTNER)
    return [one for one in directory.seen_by(turn.db, over) if organisations.may_give(turn, one.scope)]


def _may_skip(turn: Turn) -> bool:
    held = {role.role for role in roles.acting(turn.db, turn.person)}
    return bool(held & {"coordinator", "officer", "admin"})


def _takes_organisation(turn: Turn, draft: Draft) -> int | Message | None:
    if step(turn, 3) == ["none"] and _may_skip(turn):
        return 0
    found = _organisations(turn)
    if isinstance(turn.input, Tap):
        return next((one.id for one in found if str(one.id) in step(turn, 3)), None)
    meant = directory.named(found, turn.words)
    return meant[0].id if len(meant) == 1 else _ask_organisation(turn, draft)


def _coded(turn: Turn, draft: Draft) -> Answer:
    role, scope = draft.answers["role"], draft.answers.get("scope", roles.NATIONAL)
    offered = _offered(turn)
    organisation = known.by_id(turn.db, str(draft.answers.get("organisation", 0)))
    drafts.drop(turn.db, draft)
    if role not in offered:
        return not_yours(turn)
    if organisation:
        return organisations.coded(turn, organisation)
    code = codes.make(turn.db, role, scope, turn.person)
    again = (tap("giving.another", "open/code"),)
    return one("giving.code", again, code=code.code, role=role, scope=scope, at=code.good_until.isoformat())


GIVING = Form(
    "giving",
    (
        Question("role", _ask_role, _takes_role),
        Question("organisation", _ask_organisation, _takes_organisation, _asks_organisation),
        Question("scope", _ask_scope, _takes_scope, _asks_scope),
    ),
    _coded,
)
