"""`งานเวที`: what can be done with Forums, and the buttons that name one of them."""

from collections.abc import Callable

from handlers import arrivals, comers
from handlers.form import step
from handlers.forums import call_off, details, move, poster, which
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models.forums import forum as forums
from models.forums import telling
from models.forums.forum import Forum
from models.post.messages import tap

MENU = (
    tap("plan.begin", "open/plan", loud=True),
    tap("forum.agenda", "open/agenda"),
    tap("conclude.list", "open/conclusions"),
    tap("forum.papers", "open/papers"),
    tap("poster.button", "open/poster"),
    tap("arrivals.look", "open/arrived"),
    tap("secretary.begin", "open/secretary"),
    tap("survey.results", "open/results"),
    tap("forum.details", "open/details"),
    tap("forum.move", "open/move"),
    tap("forum.call_off", "open/call_off"),
    tap("emergency.begin", "open/emergency"),
)

VERBS: dict[str, Callable[[Turn, Forum], Answer]] = {
    "move": move.begin_with,
    "call_off": call_off.begin_with,
    "details": lambda turn, forum: Answer([details.card(turn, forum)]),
}

# What everybody does who may see who comes.
SEEN: dict[str, Callable[[Turn, Forum | None], Answer]] = {
    "comers": comers.of_forum,
    "arrived": arrivals.of_forum,
    "poster": poster.of_forum,
}


def shown(turn: Turn) -> Answer:
    if not which.regions(turn):
        return not_yours(turn)
    found = which.listed(which.mine(turn)[: which.SHOWN])
    return one("forum.menu" if found else "forum.menu_empty", MENU, forums=found)


def tapped(turn: Turn) -> Answer:
    """forum_of/7/move: a button that says which Forum and what is to be done with it."""
    verb = "".join(step(turn, 2))
    if verb in SEEN:
        return SEEN[verb](turn, forums.by_id(turn.db, "".join(step(turn, 1))))
    forum = which.one_of_mine(turn, "".join(step(turn, 1)))
    if forum is None:
        return one("talk.old_button")
    closed = which.closed(forum)
    if closed:
        return one(closed, **telling.described(forum))
    if verb in VERBS:
        return VERBS[verb](turn, forum)
    if verb in ("hall", *details.FIELDS):
        return details.tapped(turn, forum, verb, clears=step(turn, 3) == ["clear"])
    return one("talk.old_button")
