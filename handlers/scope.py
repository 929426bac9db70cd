"""Which area? A region, a province, a district or a tambon, picked by name from the widest one somebody may use."""

from handlers import spoken
from handlers.form import data, step
from handlers.inputs import Tap, Turn
from models import places
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap
from models.powers import LEVELS
from models.roles import NATIONAL

PAGE = 10
ASKS = {
    "region": "scope.region",
    "province": "place.province",
    "district": "place.district",
    "tambon": "place.tambon",
}


def level(scope: str) -> str:
    if scope == NATIONAL:
        return "national"
    return "region" if scope in places.REGIONS else places.level(scope)


def within(scope: str) -> tuple[str, ...]:
    """The scopes one level below, in the order people know them."""
    match level(scope):
        case "national":
            return places.REGIONS
        case "region":
            return places.provinces_of_region(scope)
        case "province":
            return places.districts_in(scope)
        case "district":
            return places.tambons_in(scope)
    return ()


def ask(draft: Draft, question: str, key: str, over: list[str]) -> Message:
    """The scopes below the only one she has; or, where she has several, those themselves."""
    if len(over) == 1 and within(over[0]):
        return _below(draft, question, over[0], 0, key)
    return Message(key, {}, (*_named(draft, question, tuple(over)), _cancel(draft)))


def takes(turn: Turn, draft: Draft, question: str, wanted: str) -> str | Message | None:
    """A scope of the level `wanted`, or the question that leads nearer to it."""
    if isinstance(turn.input, Tap):
        return _tapped(turn, draft, question, wanted)
    found = turn.meaning.place
    codes = {"tambon": found.subdistrict, "district": found.district, "province": found.province}
    region = places.region_of(found.province) if found.province else None
    return codes.get(wanted) or (region if wanted == "region" else None) or _unknown(turn, draft, question)


def ask_any(draft: Draft, question: str, key: str, over: list[str]) -> Message:
    """An area of any level: the parts of the only one she has, with that itself; or those she has."""
    if len(over) == 1 and within(over[0]):
        return _parts(draft, question, over[0], 0, key)
    return Message(key, {}, (*_named(draft, question, tuple(over)), _cancel(draft)))


def takes_any(turn: Turn, draft: Draft, question: str) -> str | Message | None:
    if not isinstance(turn.input, Tap):
        region = places.region_named(spoken.bare(turn.words))
        found = turn.meaning.place
        return region or (found.code if found.status == "resolved" else _unknown(turn, draft, question))
    scope, page = "".join(step(turn, 4)), "".join(step(turn, 5))
    if not _exists(scope):
        return None
    if step(turn, 3) == ["all"] or not within(scope):
        return scope
    number = int(page) if page.isdecimal() and len(page) < 4 else 0
    return _parts(draft, question, scope, number, ASKS[level(within(scope)[0])])


def _parts(draft: Draft, question: str, scope: str, page: int, key: str) -> Message:
    below = _below(draft, question, scope, page, key)
    whole = tap("scope.whole", data(draft, question, "all", scope))
    return Message(key, below.values, (*below.choices[:-1], whole, below.choices[-1]))


def _unknown(turn: Turn, draft: Draft, question: str) -> Message | None:
    meant = turn.meaning.place.candidates or places.search(turn.words, limit=PAGE)
    if turn.meaning.trouble and not meant:
        return None
    return Message("scope.unknown", {}, (*_named(draft, question, tuple(meant[:PAGE])), _cancel(draft)))


def _tapped(turn: Turn, draft: Draft, question: str, wanted: str) -> str | Message | None:
    scope, page = "".join(step(turn, 4)), "".join(step(turn, 5))
    if step(turn, 3) != ["in"] or not _exists(scope):
        return None
    if LEVELS.index(level(scope)) <= LEVELS.index(wanted):
        return scope
    number = int(page) if page.isdecimal() else 0
    return _below(draft, question, scope, number, ASKS[level(within(scope)[0])])


def _exists(scope: str) -> bool:
    return scope == NATIONAL or scope in places.REGIONS or places.exists(scope)


def _below(draft: Draft, question: str, scope: str, page: int, key: str) -> Message:
    below = within(scope)
    more = len(below) > (page + 1) * PAGE
    onward = (tap("place.next", data(draft, question, "in", scope, page + 1)),) if more else ()
    shown = _named(draft, question, below[page * PAGE : (page + 1) * PAGE])
    values = {"place": scope} if places.exists(scope) else {}
    return Message(key, values, (*shown, *onward, _cancel(draft)))


def _named(draft: Draft, question: str, scopes: tuple[str, ...]) -> list[Choice]:
    return [button(scope, data(draft, question, "in", scope)) for scope in scopes[:PAGE]]


def button(scope: str, does: str) -> Choice:
    """A scope on a button; the regions have names of their own, short enough for one."""
    if scope == NATIONAL or scope in places.REGIONS:
        return tap(f"region.{scope}", does)
    return name(places.short_name(scope), does)


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))
