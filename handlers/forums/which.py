"""Which Forum? Those ahead that somebody may plan for; asked by region, then by date, where there are several."""

from collections.abc import Callable

from handlers.form import data, step
from handlers.inputs import Tap, Turn
from models import roles
from models.forums import forum as forums
from models.forums import telling
from models.forums.forum import Forum
from models.places import REGIONS
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap
from models.roles import NATIONAL

SHOWN = 10
POWER = "plan_forums"


def regions(turn: Turn) -> list[str]:
    """The regions, and the nation, whose Forums this person may plan."""
    return [region for region in (*REGIONS, NATIONAL) if roles.may(turn.db, turn.person, POWER, region)]


def mine(turn: Turn) -> list[Forum]:
    """The Forums ahead that this person may change."""
    own = regions(turn)
    return [forum for forum in forums.planned(turn.db) if forum.region in own]


def one_of_mine(turn: Turn, given: str) -> Forum | None:
    """The Forum a button names, if this person may change it; also one that is over or called off."""
    forum = forums.by_id(turn.db, given)
    if forum is None or forum.kind == "emergency":
        return None
    return forum if roles.may(turn.db, turn.person, POWER, forum.region) else None


def ask(turn: Turn, draft: Draft, key: str) -> Message:
    found = mine(turn)
    several = list(dict.fromkeys(forum.region for forum in found))
    if len(several) > 1:
        named = [tap(f"region.{region}", data(draft, "forum", "in", region)) for region in several]
        return Message("forum.which_region", {}, (*named, _cancel(draft)))
    return _listed(draft, key, found)


def takes(turn: Turn, draft: Draft, key: str) -> int | Message | None:
    if not isinstance(turn.input, Tap):
        return None
    match [*step(turn, 3), *step(turn, 4)]:
        case ["in", region]:
            return _listed(draft, key, [forum for forum in mine(turn) if forum.region == region])
        case [number]:
            forum = one_of_mine(turn, number)
            return forum.id if forum else None
    return None


def _listed(draft: Draft, key: str, found: list[Forum]) -> Message:
    shown = found[:SHOWN]
    return Message(key, {"forums": listed(shown)}, (*_buttons(draft, shown), _cancel(draft)))


def listed(found: list[Forum]) -> list[dict[str, object]]:
    """Forums as one line each."""
    return [{**telling.described(forum), "topic": forum.topic} for forum in found]


def numbered(found: list[Forum]) -> list[dict[str, object]]:
    """As one line each; those of one moment are told apart by a number before them."""
    rows = listed(found)
    return rows if _differ(found) else [{**row, "nth": nth} for nth, row in enumerate(rows, 1)]


def told_apart(found: list[Forum], way: Callable[[Forum], str]) -> tuple[Choice, ...]:
    """A button for each, by its moment; where several begin together, by their numbers."""
    if _differ(found):
        return tuple(tap("forum.one", way(forum), at=forum.at.isoformat()) for forum in found)
    return tuple(name(str(nth), way(forum)) for nth, forum in enumerate(found, 1))


def _differ(found: list[Forum]) -> bool:
    return len({forum.at for forum in found}) == len(found)


def _buttons(draft: Draft, found: list[Forum]) -> list[Choice]:
    return [tap("forum.one", data(draft, "forum", forum.id), at=forum.at.isoformat()) for forum in found]


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def closed(forum: Forum) -> str | None:
    """The sentence for a Forum that cannot be changed any more."""
    if forums.is_open(forum):
        return None
    return "rsvp.cancelled" if forum.state == "cancelled" else "rsvp.past"
