"""Which areas are called? By name from the widest one somebody may call; a whole region only by typing its name."""

from handlers import scope as scopes
from handlers import spoken
from handlers.form import data, step
from handlers.inputs import Tap, Turn
from models import places, roles
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap

POWER = "call_emergency"
PAGE, MOST = 9, 20


def ask(turn: Turn, draft: Draft) -> Message:
    """What is picked so far, and whether that is all; before anything is, the names to pick from."""
    picked = draft.answers.get("picked", [])
    if not picked:
        return _list(turn, draft, _own(turn), 0, "emergency.areas")
    more = tap("emergency.more_areas", data(draft, "areas", "more"))
    enough = tap("emergency.enough", data(draft, "areas", "enough"), loud=True)
    again = tap("emergency.other_areas", data(draft, "areas", "anew"))
    return Message("emergency.picked", {"scopes": picked}, (enough, more, again, _cancel(draft)))


def _own(turn: Turn) -> list[str]:
    return roles.scopes_with(turn.db, turn.person, POWER)


def _list(turn: Turn, draft: Draft, over: list[str], page: int, key: str) -> Message:
    """The parts of an area, which can be opened further; regions are opened, never picked."""
    parts = scopes.within(over[0]) if len(over) == 1 else tuple(over)
    shown = parts[page * PAGE : (page + 1) * PAGE]
    inside = over[0] if len(over) == 1 else ""
    named = [scopes.button(part, data(draft, "areas", _verb(part), part)) for part in shown]
    further = len(parts) > (page + 1) * PAGE
    onward = [tap("place.next", data(draft, "areas", "in", inside, page + 1))] if further else []
    whole = [_whole(draft, inside)] if places.exists(inside) else []
    values = {"place": inside} if places.exists(inside) else {}
    return Message(key, values, (*named, *onward, *whole, _cancel(draft)))


def _verb(part: str) -> str:
    return "at" if scopes.level(part) == "tambon" else "in"


def _whole(draft: Draft, area: str) -> Choice:
    says = "group.whole_province" if len(area) == 2 else "group.whole_district"
    return tap(says, data(draft, "areas", "at", area))


def takes(turn: Turn, draft: Draft) -> list[str] | Message | None:
    if not isinstance(turn.input, Tap):
        return _typed(turn, draft)
    match [*step(turn, 3), *step(turn, 4), *step(turn, 5)]:
        case ["in", area, *page] if area in places.REGIONS or area == roles.NATIONAL or places.exists(area):
            number = int(page[0]) if page and page[0].isdecimal() and len(page[0]) < 4 else 0
            return _list(turn, draft, [area], number, scopes.ASKS[scopes.level(scopes.within(area)[0])])
        case ["at", area] if places.exists(area):
            return _pick(turn, draft, area)
        case ["more"]:
            return _list(turn, draft, _own(turn), 0, "emergency.areas")
        case ["anew"]:
            draft.answers.pop("picked", None)
            return ask(turn, draft)
        case ["enough"]:
            return draft.answers.get("picked") or ask(turn, draft)
    return None


def _typed(turn: Turn, draft: Draft) -> list[str] | Message | None:
    if draft.answers.get("picked") and spoken.means(turn.words, "enough"):
        return list(draft.answers["picked"])
    region = places.region_named(spoken.bare(turn.words))
    found = turn.meaning.place
    area = region or (found.code if found.status == "resolved" else None)
    if area is not None:
        return _pick(turn, draft, area)
    meant = found.candidates or places.search(turn.words, limit=PAGE)
    named = [name(places.short_name(code), data(draft, "areas", "at", code)) for code in meant[:PAGE]]
    return Message("scope.unknown", {}, (*named, _cancel(draft)))


def _pick(turn: Turn, draft: Draft, area: str) -> Message:
    """Another area; one that holds others takes their place, one that is held already adds nothing."""
    if not roles.may(turn.db, turn.person, POWER, area):
        return Message("emergency.not_there", {}, ask(turn, draft).choices)
    picked = [one for one in draft.answers.get("picked", []) if area not in roles.scopes_over(one)]
    if len(picked) >= MOST:
        return ask(turn, draft)
    is_held = any(one in roles.scopes_over(area) for one in picked)
    draft.answers["picked"] = picked if is_held else [*picked, area]
    return ask(turn, draft)


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))
