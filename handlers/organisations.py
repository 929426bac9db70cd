"""`หน่วยงาน`: those that work where she answers, each with a card; one is added, changed or taken out by whoever may."""

from dataclasses import replace
from typing import Any

from handlers import scope as scopes
from handlers.form import Form, Question, data, step
from handlers.forums import hall
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import codes, directory, listings, organisations, powers, roles
from models.forums import proposals
from models.organisations import SECTORS, Organisation
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap

POWER = "answer_for"
SHOWN, LONGEST = 6, 80
LEVELS = 4  # tambon, district, province, region: one of the whole country is told by name
ADD = tap("organisations.add", "organisations/add")
LIST = tap("organisations.list", "open/organisations")


def begin(turn: Turn) -> Answer:
    return _page(turn, 0)


def of_hers(turn: Turn) -> list[str]:
    return roles.scopes_with(turn.db, turn.person, POWER)


def _page(turn: Turn, page: int) -> Answer:
    over = of_hers(turn)
    if not over:
        return not_yours(turn)
    found = directory.seen_by(turn.db, over)
    shown = found[page * SHOWN : (page + 1) * SHOWN]
    if not shown:
        return one("organisations.none", (ADD,))
    numbers = listings.numbers(turn.db, turn.person.id, "organisation", [one.id for one in shown])
    lines = [
        {"line": number, "organisation": one.name, "sector": one.sector, "scope": one.scope}
        for number, one in zip(numbers, shown, strict=True)
    ]
    choices = [
        name(str(number), f"organisations/see/{one.id}") for number, one in zip(numbers, shown, strict=True)
    ]
    further = len(found) > (page + 1) * SHOWN
    onward = [tap("place.next", f"organisations/page/{page + 1}")] if further else []
    return one("organisations.shown", (*choices, *onward, ADD), known=len(found), organisations=lines)


def tapped(turn: Turn) -> Answer:
    if not of_hers(turn):
        return not_yours(turn)
    match [*step(turn, 1), *step(turn, 2)]:
        case ["page", page] if page.isdecimal() and len(page) < 6:
            return _page(turn, int(page))
        case ["add"]:
            return add(turn)
        case ["see", number]:
            return seen(turn, int(number) if number.isdecimal() and len(number) < 16 else 0)
        case [deed, number] if deed in DEEDS:
            found = organisations.by_id(turn.db, number)
            return DEEDS[deed](turn, found) if found and may_change(turn, found) else _gone()
    return one("talk.old_button")


def _gone() -> Answer:
    return one("organisations.gone", (LIST,))


def seen(turn: Turn, number: int) -> Answer:
    """The card of one; what may be done with it stands under it."""
    over = of_hers(turn)
    found = organisations.by_id(turn.db, str(number))
    if not over:
        return not_yours(turn)
    if found is None or found not in directory.seen_by(turn.db, over):
        return _gone()
    return Answer([_card(turn, found, "organisations.one")])


def _card(turn: Turn, found: Organisation, key: str) -> Message:
    members = organisations.members(turn.db, found.id)
    values = {
        **described(found),
        "members": len(members),
        "held": len(proposals.of_organisations(turn.db, [found.id])),
    }
    code = tap("organisations.code", f"organisations/code/{found.id}", loud=True)
    changes = (
        tap("organisations.change", f"organisations/change/{found.id}"),
        tap("organisations.remove", f"organisations/remove/{found.id}"),
    )
    given = (code,) if may_give(turn, found.scope) else ()
    return Message(key, values, (*given, *(changes if may_change(turn, found) else ()), LIST))


def described(found: Organisation) -> dict[str, Any]:
    return {"organisation": found.name, "sector": found.sector, "scope": found.scope}


def may_change(turn: Turn, found: Organisation) -> bool:
    """Who answers for its area; or who added it, as long as she answers for some place."""
    made_it = found.made_by == turn.person.id and bool(of_hers(turn))
    return made_it or roles.may(turn.db, turn.person, POWER, found.scope)


def may_give(turn: Turn, scope: str) -> bool:
    """Whether she may bring a partner in who answers there."""
    over = roles.scopes_over(scope)
    held = roles.acting(turn.db, turn.person)
    return any(role.scope in over and codes.PARTNER in powers.may_give(role.role) for role in held)


def coded(turn: Turn, found: Organisation) -> Answer:
    """Six figures that make whoever types them answer for it."""
    if not may_give(turn, found.scope):
        return not_yours(turn)
    code = codes.make_for_partner(turn.db, found, turn.person)
    until = {"code": code.code, "at": code.good_until.isoformat()}
    return one("organisations.coded", (LIST,), organisation=found.name, **until)


def _removed(turn: Turn, found: Organisation) -> Answer:
    """Only one that nothing hangs on; what was sent to it would be nobody's."""
    if organisations.has_members(turn.db, found) or proposals.any_of(turn.db, found):
        return one("organisations.in_use", (LIST,), organisation=found.name)
    called = found.name
    organisations.remove(turn.db, found)
    return one("organisations.removed", (LIST,), organisation=called)


def _changed(turn: Turn, found: Organisation) -> Answer:
    return ADDING.begin(turn, changes=found.id)


DEEDS = {"code": coded, "change": _changed, "remove": _removed}


def add(turn: Turn, **known: Any) -> Answer:
    """`known`: its name; the issue that is to be sent to it, instead of what, and the place that is of."""
    return ADDING.begin(turn, **known) if of_hers(turn) else not_yours(turn)


def _of_draft(turn: Turn, draft: Draft) -> Organisation | None:
    return organisations.by_id(turn.db, str(draft.answers.get("changes", "")))


def _ask_name(turn: Turn, draft: Draft) -> Message:
    now = _of_draft(turn, draft)
    return Message("organisations.name", {}, (*_as_it_is(draft, "name", now), _cancel(draft)))


def _as_it_is(draft: Draft, question: str, now: Organisation | None) -> tuple[Choice, ...]:
    return (tap("organisations.keep", data(draft, question, "keep")),) if now else ()


def _takes_name(turn: Turn, draft: Draft) -> str | Message | None:
    now = _of_draft(turn, draft)
    if isinstance(turn.input, Tap):
        return now.name if now and step(turn, 3) == ["keep"] else None
    again = Message("organisations.name_again", {}, (_cancel(draft),))
    return hall.named(turn.words, LONGEST) or again


def _ask_sector(turn: Turn, draft: Draft) -> Message:
    named = [tap(f"sector.{sector}", data(draft, "sector", sector)) for sector in SECTORS]
    kept = _as_it_is(draft, "sector", _of_draft(turn, draft))
    return Message("organisations.sector", {}, (*named, *kept, _cancel(draft)))


def _takes_sector(turn: Turn, draft: Draft) -> str | Message | None:
    if not isinstance(turn.input, Tap):
        return _ask_sector(turn, draft)
    given, now = "".join(step(turn, 3)), _of_draft(turn, draft)
    if given == "keep" and now:
        return now.sector
    return given if given in SECTORS else None


def _ask_scope(turn: Turn, draft: Draft) -> Message:
    """For an issue, the areas that hold its place; else those she answers for."""
    near = draft.answers.get("near")
    kept = _as_it_is(draft, "scope", _of_draft(turn, draft))
    if near:
        over = [scope for scope in roles.scopes_over(near) if directory.is_near(scope, of_hers(turn))]
        named = [scopes.button(scope, data(draft, "scope", "all", scope)) for scope in over[:LEVELS]]
        return Message("organisations.where", {}, (*named, _cancel(draft)))
    asked = scopes.ask_any(draft, "scope", "organisations.where", of_hers(turn))
    return Message(asked.key, asked.values, (*kept, *asked.choices))


def _takes_scope(turn: Turn, draft: Draft) -> str | Message | None:
    now = _of_draft(turn, draft)
    if now and step(turn, 3) == ["keep"]:
        return now.scope
    taken = scopes.takes_any(turn, draft, "scope")
    if isinstance(taken, str) and not directory.is_near(taken, of_hers(turn)):
        return Message("organisations.not_there", {}, _ask_scope(turn, draft).choices)
    return taken


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def _told(turn: Turn, draft: Draft) -> Answer:
    """It is put, or changed; one of the same name and area is shown instead of made twice."""
    told, now = dict(draft.answers), _of_draft(turn, draft)
    drafts.drop(turn.db, draft)
    if not of_hers(turn) or ("changes" in told and (now is None or not may_change(turn, now))):
        return _gone() if of_hers(turn) else not_yours(turn)
    if now:
        return _rewritten(turn, now, told)
    found, is_new = organisations.make(turn.db, told["name"], told["sector"], told["scope"], turn.person)
    card = _card(turn, found, "organisations.added" if is_new else "organisations.known")
    if "issue" not in told:
        return Answer([card])
    way = f"send/{told['issue']}/{found.id}/{told.get('instead', 0)}"
    return Answer([replace(card, choices=(tap("sending.to_it", way, loud=True), LIST))])


def _rewritten(turn: Turn, now: Organisation, told: dict[str, Any]) -> Answer:
    standing = organisations.found(turn.db, told["name"], told["scope"])
    if standing is not None and standing.id != now.id:
        return Answer([_card(turn, standing, "organisations.known")])
    now.name, now.sector, now.scope = told["name"], told["sector"], told["scope"]
    turn.db.flush()
    return Answer([_card(turn, now, "organisations.changed")])


ADDING = Form(
    "adding",
    (
        Question("name", _ask_name, _takes_name),
        Question("sector", _ask_sector, _takes_sector),
        Question("scope", _ask_scope, _takes_scope),
    ),
    _told,
)
