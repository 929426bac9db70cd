"""`ตั้งผู้แทน`: a region names two who go to the national Forum; a third takes the place of one."""

from typing import Any

from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import codes, delegates, roles
from models.places import REGIONS
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, name, tap


def begin(turn: Turn) -> Answer:
    own = _regions(turn)
    if not own:
        return not_yours(turn)
    return DELEGATE.begin(turn, **(_of_region(turn, own[0]) if len(own) == 1 else {}))


def _regions(turn: Turn) -> list[str]:
    return [region for region in REGIONS if roles.may(turn.db, turn.person, "name_delegates", region)]


def _of_region(turn: Turn, region: str) -> dict[str, Any]:
    return {"region": region, "full": delegates.is_full(turn.db, region)}


def _ask_region(turn: Turn, draft: Draft) -> Message:
    named = [tap(f"region.{region}", data(draft, "region", region)) for region in _regions(turn)]
    return Message("forum.which_region", {}, (*named, tap("cancel", data(draft, "drop"))))


def _takes_region(turn: Turn, draft: Draft) -> str | None:
    given = "".join(step(turn, 3))
    if given not in _regions(turn):
        return None
    draft.answers.update(_of_region(turn, given))
    return given


def _ask_replaces(turn: Turn, draft: Draft) -> Message:
    named = delegates.of(turn.db, draft.answers["region"])
    choices = [name(str(place), data(draft, "replaces", held.id)) for place, held in enumerate(named, 1)]
    values = {"region": draft.answers["region"], "delegates": [held.person.name for held in named]}
    return Message("delegate.replaces", values, (*choices, tap("cancel", data(draft, "drop"))))


def _takes_replaces(turn: Turn, draft: Draft) -> int | None:
    given = "".join(step(turn, 3)) if isinstance(turn.input, Tap) else ""
    named = delegates.of(turn.db, draft.answers["region"])
    return next((held.id for held in named if str(held.id) == given), None)


def _coded(turn: Turn, draft: Draft) -> Answer:
    region = draft.answers["region"]
    leaving = next(
        (held for held in delegates.of(turn.db, region) if held.id == draft.answers.get("replaces")), None
    )
    drafts.drop(turn.db, draft)
    if region not in _regions(turn):
        return not_yours(turn)
    code = codes.make(turn.db, delegates.ROLE, region, turn.person, leaving)
    left = [held.person.name for held in delegates.of(turn.db, region) if held is not leaving]
    again = (tap("delegate.another", "open/delegate"),)
    values = {"code": code.code, "region": region, "at": code.good_until.isoformat(), "delegates": left}
    return one("delegate.code", again, **values)


DELEGATE = Form(
    "delegate",
    (
        Question("region", _ask_region, _takes_region),
        Question("replaces", _ask_replaces, _takes_replaces, lambda told: bool(told.get("full"))),
    ),
    _coded,
)
