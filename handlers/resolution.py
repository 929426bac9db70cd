"""`ข้อสรุป`: what a Forum has concluded so far, by numbers; put right, taken back, and told to everybody it concerns."""

from typing import Any

from handlers import conclude, concluded, spoken
from handlers.form import step
from handlers.forums import price, which
from handlers.inputs import Answer, Turn, Words, one
from handlers.work import not_yours
from models import clock, roles
from models.forums import agenda, attendance, conclusions, resolutions, results, telling
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.forums.forum import Forum
from models.forums.resolutions import Resolution
from models.post.messages import Choice, name, tap

SHOWN = 10


def begin(turn: Turn) -> Answer:
    """Of the Forum that is on, else of the latest of the last days."""
    reach = conclusions.within_reach(turn.db, turn.person)
    if reach:
        return _several(reach) if len(reach) > 1 else listed(turn, reach[0])
    writes_for_some = roles.scopes_with(turn.db, turn.person, "plan_forums")
    return one("conclude.no_forum") if writes_for_some else not_yours(turn)


def _several(reach: list[Forum]) -> Answer:
    buttons = concluded.forum_buttons(reach, lambda forum: f"conclusions/{forum.id}")
    return one("conclude.which_forum", buttons, forums=which.listed(reach))


def of_forum(turn: Turn) -> Answer:
    """conclusions/7, conclusions/7/publish, conclusions/7/yes"""
    forum = forums.by_id(turn.db, "".join(step(turn, 1)))
    if forum is None or not attendance.may_write(turn.db, forum, turn.person):
        return not_yours(turn)
    match step(turn, 2):
        case ["publish"]:
            return _previewed(turn, forum)
        case ["yes"]:
            return _published(turn, forum)
    return listed(turn, forum)


def listed(turn: Turn, forum: Forum) -> Answer:
    found = conclusions.of_forum(turn.db, forum)
    items = agenda.agenda(turn.db, forum)
    publish = _publish(turn, forum, items)
    if publish:
        price.learn(turn.db)
    if not found:
        key = "conclude.none" if items else "conclude.no_agenda"
        return one(key, publish, **telling.described(forum))
    places = {item.issue.head.id: place for place, item in enumerate(items, 1)}
    rows = [_row(one, places.get(one.issue.head.id)) for one in found]
    numbers = [name(str(one.number), f"deed/{one.id}") for one in found[:SHOWN]]
    return one("conclude.list", (*numbers, *publish), conclusion_lines=rows, **telling.described(forum))


def _row(one: Resolution, place: int | None) -> dict[str, Any]:
    due = one.due.isoformat() if one.due else None
    return {"line": one.number, "item": place, "deed": one.text, "taker": one.taker, "due": due}


def _publish(turn: Turn, forum: Forum, items: list[AgendaItem]) -> tuple[Choice, ...]:
    may = roles.may(turn.db, turn.person, "plan_forums", forum.region)
    ready = may and items and forum.closed_at is None and forum.at <= clock.now()
    return (tap("result.publish", f"conclusions/{forum.id}/publish"),) if ready else ()


def _previewed(turn: Turn, forum: Forum) -> Answer:
    """How many are told, which is how many messages it costs; asked before it goes."""
    refused = _cannot_publish(turn, forum)
    if refused:
        return refused
    found = results.preview(turn.db, forum)
    choices = (
        tap("plan.confirm", f"conclusions/{forum.id}/yes", loud=True),
        tap("conclude.list", f"conclusions/{forum.id}"),
    )
    quota = price.of(turn.db, found.people)
    return one("result.sure", choices, **telling.described(forum), **found.values, quota=quota)


def _cannot_publish(turn: Turn, forum: Forum) -> Answer | None:
    if not roles.may(turn.db, turn.person, "plan_forums", forum.region):
        return not_yours(turn)
    if forum.at > clock.now():
        return one("result.too_early", (concluded.LIST,), **telling.described(forum))
    if forum.closed_at is not None:
        return one("result.already", (concluded.LIST,), **telling.described(forum))
    return None


def _published(turn: Turn, forum: Forum) -> Answer:
    refused = _cannot_publish(turn, forum)
    if refused:
        return refused
    told = results.publish(turn.db, forum)
    if told is None:
        return one("result.already", (concluded.LIST,), **telling.described(forum))
    return one("result.published", (concluded.LIST,), **telling.described(forum), reached=str(told))


def by_number(turn: Turn) -> Answer | None:
    """`แก้ข้อสรุป 2`, `ลบข้อสรุป 2`."""
    said = spoken.with_number(turn.words, ("mend_conclusion", "drop_conclusion")) if _is_typed(turn) else None
    if said is None:
        return None
    reach = conclusions.within_reach(turn.db, turn.person)
    if not reach:
        return conclude.nowhere(turn)
    verb, number = said
    numbered = [kept for forum in reach if (kept := conclusions.numbered(turn.db, forum, number))]
    if not numbered or numbered[0].state == "withdrawn":
        return one("conclude.no_such", (concluded.LIST,), conclusion=number)
    return _mend(turn, numbered[0]) if verb == "mend_conclusion" else _ask_drop(numbered[0])


def _is_typed(turn: Turn) -> bool:
    return isinstance(turn.input, Words)


def tapped(turn: Turn) -> Answer:
    """resolution/7/mend, resolution/7/drop, resolution/7/yes, resolution/7/taker/12"""
    kept = resolutions.by_id(turn.db, "".join(step(turn, 1)))
    if kept is None or kept.forum is None:
        return one("talk.old_button")
    if not attendance.may_write(turn.db, kept.forum, turn.person):
        return not_yours(turn)
    match [*step(turn, 2), *step(turn, 3)]:
        case ["mend"]:
            return _mend(turn, kept)
        case ["drop"]:
            return _ask_drop(kept)
        case ["yes"]:
            return _dropped(turn, kept)
        case ["taker", given]:
            return concluded.chosen(turn, kept, given)
    return one("talk.old_button")


def _mend(turn: Turn, kept: Resolution) -> Answer:
    if kept.state in conclusions.FIXED:
        return one("conclude.too_late", (concluded.LIST,), conclusion=kept.number)
    return conclude.begin_with(turn, kept)


def _ask_drop(kept: Resolution) -> Answer:
    choices = (tap("conclude.drop", f"resolution/{kept.id}/yes"), tap("conclude.keep", "open/conclusions"))
    return one("conclude.drop_sure", choices, conclusion=kept.number, deed=kept.text)


def _dropped(turn: Turn, kept: Resolution) -> Answer:
    if not conclusions.take_back(turn.db, kept, turn.person):
        return one("conclude.too_late", (concluded.LIST,), conclusion=kept.number)
    return one("conclude.dropped", (concluded.LIST,), conclusion=kept.number)


def unsaid(turn: Turn) -> Answer:
    """unsay/12/3735928559: what was noted about an item is taken out again."""
    given = [*step(turn, 1), *step(turn, 2)]
    item = turn.db.get(AgendaItem, int(given[0])) if all(map(_is_number, given)) and len(given) == 2 else None
    if item is None or not attendance.may_write(turn.db, item.forum, turn.person):
        return not_yours(turn)
    gone = conclusions.unsay(turn.db, item, int(given[1]))
    return one("conclude.unsaid" if gone else "talk.old_button", (concluded.LIST,))


def _is_number(given: str) -> bool:
    return given.isascii() and given.isdecimal() and len(given) < 16
