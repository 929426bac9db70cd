"""`ใครไป`: how many come, of which sector and from where; the names for those who may see them."""

from collections.abc import Callable
from typing import Any

from handlers.form import step
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import roles
from models.forums import check_in, comers, telling
from models.forums import forum as forums
from models.forums.comers import Comer
from models.forums.forum import Forum
from models.post.messages import Choice, Message, tap

NAMES, PAGES = 40, 4  # names of one message, messages of one answer: all of it fits into LINE's limits
LONGEST_NAME = 40
PLACES = 15  # that are told apart; the rest is one line
SHOWN = 10


def begin(turn: Turn) -> Answer:
    if not roles.scopes_with(turn.db, turn.person, "see_comers"):
        return not_yours(turn)
    found = _to_be_seen(turn)
    if len(found) < 2:
        return _counted(turn, found[0]) if found else one("comers.none")
    several = list(dict.fromkeys(forum.region for forum in found))
    if len(several) > 1:
        named = [tap(f"region.{region}", f"comers/{region}") for region in several]
        return one("forum.which_region", tuple(named))
    return _which(found)


def in_region(turn: Turn) -> Answer:
    found = [forum for forum in _to_be_seen(turn) if [forum.region] == step(turn, 1)]
    return _counted(turn, found[0]) if len(found) == 1 else _which(found) if found else begin(turn)


def _to_be_seen(turn: Turn) -> list[Forum]:
    """Those that people were invited to; before any was, the next one."""
    every = [
        forum for forum in forums.on_or_planned(turn.db) if check_in.may_see(turn.db, forum, turn.person)
    ]
    return [forum for forum in every if forum.invited_at] or every[:1]


def _which(found: list[Forum]) -> Answer:
    named = tuple(_button(forum) for forum in found[:SHOWN])
    return one("comers.which", named, forums=[_line(forum) for forum in found[:SHOWN]])


def _line(forum: Forum) -> dict[str, Any]:
    return {**telling.described(forum), "topic": forum.topic}


def _button(forum: Forum) -> Choice:
    return tap("forum.one", f"forum_of/{forum.id}/comers", at=forum.at.isoformat())


def of_forum(turn: Turn, forum: Forum | None) -> Answer:
    return by_page(turn, forum, _counted, _named)


def by_page(
    turn: Turn,
    forum: Forum | None,
    counted: Callable[[Turn, Forum], Answer],
    named: Callable[[Turn, Forum, int], Answer],
) -> Answer:
    """Counts; or, with a page told, the names; for those who may see who comes to this Forum."""
    if not roles.scopes_with(turn.db, turn.person, "see_comers"):
        return not_yours(turn)
    if forum is None or not check_in.may_see(turn.db, forum, turn.person):
        return one("talk.old_button")
    page = "".join(step(turn, 3))
    return named(turn, forum, int(page)) if page.isdecimal() and len(page) < 4 else counted(turn, forum)


def _counted(turn: Turn, forum: Forum) -> Answer:
    found = _found(turn, forum, "see_comers")
    places = comers.by_place(found)
    rest = sum(heads for _, heads in places[PLACES:])
    values = {
        "people": str(comers.heads(found, "going")),
        "online": comers.heads(found, "online"),
        "not_going": sum(not one.comes for one in found),
        "sectors": comers.by_sector(found),
        "from_where": [*places[:PLACES], *([("rest", rest)] if rest else [])],
    }
    names = _found(turn, forum, "see_names")
    shows_names = any(one.comes for one in names)
    listed = (tap("comers.names", f"forum_of/{forum.id}/comers/0"),) if shows_names else ()
    arrived = (tap("arrivals.look", f"forum_of/{forum.id}/arrived"),) if check_in.is_open(forum) else ()
    choices = (
        *listed,
        tap("comers.again", f"forum_of/{forum.id}/comers"),
        *arrived,
        tap("poster.button", f"forum_of/{forum.id}/poster"),
    )
    return one("comers.counts", choices, **telling.described(forum), **values)


def _found(turn: Turn, forum: Forum, power: str) -> list[Comer]:
    return comers.of(turn.db, forum, roles.scopes_with(turn.db, turn.person, power))


def _named(turn: Turn, forum: Forum, page: int) -> Answer:
    """Names in parts short enough for one message each; further ones by a tap."""
    found = [one for one in _found(turn, forum, "see_names") if one.comes]
    start = page * NAMES * PAGES
    shown = found[start : start + NAMES * PAGES]
    if not shown:
        return _counted(turn, forum)
    more = len(found) - start - len(shown)
    parts = [shown[first : first + NAMES] for first in range(0, len(shown), NAMES)]
    messages = [_part(part, start + NAMES * number) for number, part in enumerate(parts)]
    if more:
        onward = (tap("place.next", f"forum_of/{forum.id}/comers/{page + 1}"),)
        messages.append(Message("comers.more", {"more": more}, onward))
    return Answer(messages)


def _part(part: list[Comer], before: int) -> Message:
    rows = [
        {
            "nth": before + place,
            "name": one.name[:LONGEST_NAME] if one.name else None,
            "people": one.people,
            "answer": one.answer,
            "place": one.place,
        }
        for place, one in enumerate(part, 1)
    ]
    return Message("comers.names", {"comers": rows})
