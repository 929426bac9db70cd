"""The draft as those see it who come: item by item, without anybody's name, and `หนุนเรื่องนี้` on three of them."""

from collections.abc import Callable
from typing import Any

from handlers import welcome
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from models import crowds, issues, listings
from models.forums import agenda, drafting, supporting, telling
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.forums.forum import Forum
from models.post.messages import Choice, name, tap

SHOWN = 5


def tapped(turn: Turn) -> Answer:
    """support/list/7/0, support/add/7/142: of which Forum, and which issue."""
    match [*step(turn, 1), *step(turn, 2), *step(turn, 3)]:
        case ["list", forum, page] if page.isdecimal() and len(page) < 6:
            return _with(turn, forum, lambda turn, forum: _page(turn, forum, int(page)))
        case ["out", forum]:
            return _with(turn, forum, _left_out)
        case [verb, forum, issue] if verb in ACTS:
            return _with(turn, forum, lambda turn, forum: _with_item(turn, forum, issue, ACTS[verb]))
    return one("talk.old_button", welcome.MAIN)


def _with(turn: Turn, given: str, act: Callable[[Turn, Forum], Answer]) -> Answer:
    """Do it with a Forum that is ahead and whose draft was shown."""
    forum = forums.by_id(turn.db, given)
    if forum is None or forum.draft_shown_at is None:
        return one("talk.old_button", welcome.MAIN)
    if forums.is_open(forum):
        return act(turn, forum)
    key = "rsvp.cancelled" if forum.state == "cancelled" else "support.begun"
    values = {**telling.described(forum), "because": forum.cancelled_because}
    return one(key, welcome.MAIN, **values)


def _with_item(turn: Turn, forum: Forum, given: str, act: "Act") -> Answer:
    issue = issues.by_id(turn.db, given)
    item = agenda.item_of(turn.db, forum, issue) if issue else None
    if item is None or item.state not in (*supporting.STANDING, "dropped"):
        return one("support.gone", (supporting.look(forum),))
    if item.state == "dropped":
        choices = (supporting.look(forum),)
        return one("support.out", choices, topics=item.issue.named, why_not=item.reason)
    return act(turn, item)


def _page(turn: Turn, forum: Forum, page: int) -> Answer:
    every = drafting.numbered(turn.db, forum)
    shown = every[page * SHOWN : (page + 1) * SHOWN]
    if not shown:
        return one("support.nothing", _out(turn, forum), **agenda.when(forum))
    listings.anew(turn.db, turn.person.id, "support", [item.id for item in every])
    rows = drafting.lines(turn.db, shown, page * SHOWN + 1)
    choices = [name(str(row["line"]), _does("see", item)) for row, item in zip(rows, shown, strict=True)]
    is_more = len(every) > (page + 1) * SHOWN
    onward = [tap("place.next", f"support/list/{forum.id}/{page + 1}")] if is_more else []
    values = {**agenda.when(forum), "to_support": rows}
    return one("support.list", (*choices, *onward, *_out(turn, forum)), **values)


def _does(verb: str, item: AgendaItem) -> str:
    return f"support/{verb}/{item.forum_id}/{item.issue_id}"


def _out(turn: Turn, forum: Forum) -> tuple[Choice, ...]:
    out = agenda.items(turn.db, forum, "dropped")
    return (tap("agenda.left_out", f"support/out/{forum.id}"),) if out else ()


def _left_out(turn: Turn, forum: Forum) -> Answer:
    """What is not talked of this time stays to be seen, with its reason."""
    out = agenda.items(turn.db, forum, "dropped")
    rows = drafting.lines(turn.db, out)
    key = "support.left_out" if rows else "support.none_left_out"
    return one(key, (supporting.look(forum),), **agenda.when(forum), to_support=rows)


def seen(turn: Turn, number: int) -> Answer:
    """An item by the number of the list."""
    item = agenda.by_id(turn.db, number)
    if item is None:
        return one("talk.old_button", welcome.MAIN)
    return _with(
        turn, str(item.forum_id), lambda turn, forum: _with_item(turn, forum, str(item.issue_id), _see)
    )


def _see(turn: Turn, item: AgendaItem) -> Answer:
    """What, where and how many people; nobody's name, and no village, where one house could be told by it."""
    every = drafting.numbered(turn.db, item.forum)
    place = every.index(item) if item in every else 0
    following = every[place + 1 :][:1]
    onward = [tap("place.next", _does("see", one)) for one in following]
    values = {
        "line": place + 1,
        **_about(item),
        "people": crowds.people_in(turn.db, [item.issue]).get(item.issue_id, 0),
        "supports": drafting.supports(turn.db, [item]).get(item.id, 0),
    }
    return one("support.one", (_turned(turn, item), *onward, _back(item.forum)), **values)


def _about(item: AgendaItem) -> dict[str, Any]:
    return {"topics": item.issue.named, "place": item.issue.place}


def _turned(turn: Turn, item: AgendaItem) -> Choice:
    is_mine = item in supporting.of_person(turn.db, item.forum, turn.person)
    return _no_more(item) if is_mine else tap("support.add", _does("add", item), loud=True)


def _no_more(item: AgendaItem) -> Choice:
    return tap("support.take_back", _does("back", item))


def _back(forum: Forum) -> Choice:
    return tap("area.back", f"support/list/{forum.id}/0")


def _add(turn: Turn, item: AgendaItem) -> Answer:
    match supporting.add(turn.db, item, turn.person):
        case "not_coming":
            values = telling.described(item.forum)
            return one("support.only_comers", telling.choices(item.forum), **values)
        case "used_up":
            return _used_up(turn, item.forum)
        case said:
            key = "support.kept" if said == "kept" else "support.known"
            choices = (_no_more(item), supporting.look(item.forum))
            return one(key, choices, **_about(item), left=_left(turn, item.forum))


def _left(turn: Turn, forum: Forum) -> int:
    return max(0, supporting.MOST - len(supporting.of_person(turn.db, forum, turn.person)))


def _used_up(turn: Turn, forum: Forum) -> Answer:
    """What she supports, and a button to take each back."""
    mine = supporting.of_person(turn.db, forum, turn.person)
    rows = drafting.lines(turn.db, mine)
    buttons = [
        tap("support.take_back_nth", _does("back", item), line=row["line"])
        for row, item in zip(rows, mine, strict=True)
    ]
    return one("support.used_up", (*buttons, supporting.look(forum)), to_support=rows)


def _take_back(turn: Turn, item: AgendaItem) -> Answer:
    supporting.take_back(turn.db, item, turn.person)
    again = tap("support.add", _does("add", item))
    choices = (again, supporting.look(item.forum))
    return one("support.taken_back", choices, **_about(item), left=_left(turn, item.forum))


Act = Callable[[Turn, AgendaItem], Answer]
ACTS: dict[str, Act] = {"see": _see, "add": _add, "back": _take_back}
