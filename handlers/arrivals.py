"""`ใครมาแล้ว`: how many are in, how many of those had said so before, from where; names for who may see them."""

from collections import Counter
from typing import Any

from handlers import comers
from handlers.forums import which
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import places, roles
from models.forums import attendance, check_in, telling
from models.forums.attendance import Arrived
from models.forums.forum import Forum
from models.post.messages import Message, tap

NAMES, PAGES = 40, 4  # names of one message, messages of one answer
LONGEST_NAME = 60
PLACES = 15  # that are told apart by tambon; of more only their provinces


def begin(turn: Turn) -> Answer:
    if not roles.scopes_with(turn.db, turn.person, "see_comers"):
        return not_yours(turn)
    every = check_in.with_door(turn.db)
    found = [forum for forum in every if check_in.may_see(turn.db, forum, turn.person)]
    found = [forum for forum in found if check_in.is_open(forum)] or found
    if not found:
        return one("arrivals.none")
    if len(found) == 1:
        return _counted(turn, found[0])
    shown = found[: which.SHOWN]
    ways = which.told_apart(shown, lambda forum: f"forum_of/{forum.id}/arrived")
    return one("arrivals.which", ways, forums=which.numbered(shown))


def of_forum(turn: Turn, forum: Forum | None) -> Answer:
    return comers.by_page(turn, forum, _counted, _named)


def _found(turn: Turn, forum: Forum, power: str) -> list[Arrived]:
    return attendance.arrived(turn.db, forum, roles.scopes_with(turn.db, turn.person, power))


def _counted(turn: Turn, forum: Forum) -> Answer:
    """All who are in as counts; from where, of her own area."""
    count = attendance.counts(turn.db, forum)
    mine = _found(turn, forum, "see_comers")
    values = {
        "came": str(count["came"]),
        "registered": count["registered"],
        "as_told": str(count["came"] - count["came_unregistered"]),
        "walked_in": count["came_unregistered"],
        "mine_came": len(mine) if len(mine) < count["came"] else 0,
        "came_from": _from_where(mine),
    }
    shows_names = bool(_found(turn, forum, "see_names"))
    names = (tap("comers.names", f"forum_of/{forum.id}/arrived/0"),) if shows_names else ()
    sign = (tap("signing.more", f"signed/{forum.id}/more"),) if check_in.takes_names(forum) else ()
    again = tap("comers.again", f"forum_of/{forum.id}/arrived")
    return one("arrivals.counts", (*names, again, *sign), **telling.described(forum), **values)


def _from_where(mine: list[Arrived]) -> list[tuple[str | None, int]]:
    """By tambon; by province where those would be too many."""
    count = Counter(one.place for one in mine)
    if len(count) > PLACES:
        count = Counter(
            one.place[:2] if one.place and places.exists(one.place) else one.place for one in mine
        )
    return sorted(count.items(), key=lambda row: (-row[1], row[0] or "~"))[:PLACES]


def _named(turn: Turn, forum: Forum, page: int) -> Answer:
    found = _found(turn, forum, "see_names")
    start = page * NAMES * PAGES
    shown = found[start : start + NAMES * PAGES]
    if not shown:
        return _counted(turn, forum)
    parts = [shown[first : first + NAMES] for first in range(0, len(shown), NAMES)]
    messages = [_part(part, start + NAMES * number) for number, part in enumerate(parts)]
    more = len(found) - start - len(shown)
    if more:
        onward = (tap("place.next", f"forum_of/{forum.id}/arrived/{page + 1}"),)
        messages.append(Message("comers.more", {"more": more}, onward))
    return Answer(messages)


def _part(part: list[Arrived], before: int) -> Message:
    rows: list[dict[str, Any]] = [
        {"nth": nth, "name": one.name[:LONGEST_NAME] if one.name else None, "place": one.place}
        for nth, one in enumerate(part, before + 1)
    ]
    return Message("arrivals.names", {"arrived": rows})
