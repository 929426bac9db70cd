"""`ร่างวาระ`: what a Forum is to talk of, by numbers: onto the agenda, off it with a reason, up and down."""

from collections.abc import Callable
from typing import Any

from handlers.form import step
from handlers.forums import which
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import issues, listings
from models.forums import agenda, drafting, entrusting, telling
from models.forums.agenda import AgendaItem
from models.forums.forum import Forum
from models.issues import REASONS, Issue
from models.post.messages import Choice, Message, name, tap

SHOWN = 8
WHY_NOT = tuple(reason for reason in REASONS if reason != "joined")
DRAFT = tap("forum.agenda", "open/agenda")
Act = Callable[[Turn, Forum, Issue], Answer]
Line = dict[str, Any]


def begin(turn: Turn) -> Answer:
    if not which.regions(turn):
        return not_yours(turn)
    found = which.mine(turn)
    if not found:
        return one("agenda.none", (tap("plan.begin", "open/plan"),))
    several = list(dict.fromkeys(forum.region for forum in found))
    if len(several) > 1:
        return one("forum.which_region", tuple(tap(f"region.{one}", f"agenda/in/{one}") for one in several))
    return _of(turn, found)


def _of(turn: Turn, found: list[Forum]) -> Answer:
    """The one whose draft grows; those further ahead are a button away."""
    near = [forum for forum in found if drafting.is_near(forum)] or found[:1]
    return _page(turn, near[0], 0) if len(near) == 1 else _which(near)


def _which(found: list[Forum]) -> Answer:
    shown = found[: which.SHOWN]
    buttons = [tap("forum.one", f"agenda/list/{one.id}/0", at=one.at.isoformat()) for one in shown]
    return one("agenda.which", tuple(buttons), forums=which.listed(shown))


def _in(turn: Turn, region: str) -> list[Forum]:
    return [forum for forum in which.mine(turn) if forum.region == region]


def tapped(turn: Turn) -> Answer:
    """agenda/list/7/0, agenda/accept/7/142: what is to be done, of which Forum, with which issue."""
    match [*step(turn, 1), *step(turn, 2), *step(turn, 3)]:
        case ["in" | "every" as how, region] if region in which.regions(turn):
            mine = _in(turn, region)
            return (_of(turn, mine) if how == "in" else _which(mine)) if mine else begin(turn)
        case ["list", forum, page] if page.isdecimal() and len(page) < 6:
            return with_forum(turn, forum, lambda turn, forum: _page(turn, forum, int(page)))
        case ["out", forum]:
            return with_forum(turn, forum, _left_out)
        case [verb, forum, issue] if verb in ACTS:
            return _with_issue(turn, forum, issue, ACTS[verb])
    return one("talk.old_button")


def with_forum(turn: Turn, given: str, act: Callable[[Turn, Forum], Answer]) -> Answer:
    """Do it with a Forum that is ahead, if she may plan it."""
    if not which.regions(turn):
        return not_yours(turn)
    forum = which.one_of_mine(turn, given)
    if forum is None:
        return one("talk.old_button", (DRAFT,))
    closed = which.closed(forum)
    return one(closed, (DRAFT,), **telling.described(forum)) if closed else act(turn, forum)


def _with_issue(turn: Turn, forum: str, issue: str, act: Act) -> Answer:
    found = issues.by_id(turn.db, issue)
    if found is None:
        return one("talk.old_button", (DRAFT,))
    return with_forum(turn, forum, lambda turn, forum: act(turn, forum, found))


# The list


def _page(turn: Turn, forum: Forum, page: int, key: str = "agenda.list") -> Answer:
    """Accepted items in their order, then the draft with the numbers going on."""
    if drafting.is_due(forum):
        drafting.grow(turn.db, forum)
    every = drafting.numbered(turn.db, forum)
    shown = every[page * SHOWN : (page + 1) * SHOWN]
    if not shown:
        return one("agenda.empty", _ways(turn, forum), **agenda.when(forum))
    listings.anew(turn.db, turn.person.id, "agenda", [item.id for item in every])
    rows = drafting.lines(turn.db, shown, page * SHOWN + 1)
    is_more = len(every) > (page + 1) * SHOWN
    onward = [tap("place.next", f"agenda/list/{forum.id}/{page + 1}")] if is_more else []
    choices = (*_numbers(forum, rows, shown), *onward, *_ways(turn, forum))
    return one(key, choices, **agenda.when(forum), **_parted(every, rows, shown))


def _numbers(forum: Forum, rows: list[Line], shown: list[AgendaItem]) -> list[Choice]:
    return [
        name(str(row["line"]), does("see", forum, item.issue)) for row, item in zip(rows, shown, strict=True)
    ]


def _parted(every: list[AgendaItem], rows: list[Line], shown: list[AgendaItem]) -> dict[str, Any]:
    """How many are accepted and how many a draft, and the lines of both."""
    standing = sum(item.state != "draft" for item in every)
    accepted = sum(item.state != "draft" for item in shown)
    return {
        "accepted": standing,
        "agenda_lines": rows[:accepted],
        "drafts": len(every) - standing,
        "draft_lines": rows[accepted:],
    }


def _ways(turn: Turn, forum: Forum) -> tuple[Choice, ...]:
    """What was left off, what people left for it who do not come, and the other Forums."""
    out = agenda.items(turn.db, forum, "dropped")
    left = entrusting.count_for(turn.db, forum)
    return (
        *((tap("agenda.left_out", f"agenda/out/{forum.id}"),) if out else ()),
        *((tap("agenda.entrusted", f"entrusted/list/{forum.id}/0"),) if left else ()),
        *((tap("agenda.other", f"agenda/every/{forum.region}"),) if len(_in(turn, forum.region)) > 1 else ()),
    )


def _left_out(turn: Turn, forum: Forum) -> Answer:
    out = agenda.items(turn.db, forum, "dropped")
    if not out:
        return one("agenda.none_left_out", (_back(forum),), **agenda.when(forum))
    listings.anew(turn.db, turn.person.id, "agenda", [item.id for item in out])
    rows = drafting.lines(turn.db, out)
    shown = _numbers(forum, rows, out)[:SHOWN]
    return one("agenda.left_out", (*shown, _back(forum)), **agenda.when(forum), agenda_lines=rows)


def does(verb: str, forum: Forum, issue: Issue) -> str:
    return f"agenda/{verb}/{forum.id}/{issue.id}"


def _back(forum: Forum) -> Choice:
    return tap("agenda.back", f"agenda/list/{forum.id}/0")


# One item


def no_number() -> Answer:
    return one("agenda.no_number", (DRAFT, tap("work.reports", "open/reports")))


def seen(turn: Turn, number: int) -> Answer:
    """An item by the number of the list."""
    item = agenda.by_id(turn.db, number)
    if item is None:
        return no_number()
    return _with_issue(turn, str(item.forum_id), str(item.issue_id), _see)


def _see(turn: Turn, forum: Forum, issue: Issue) -> Answer:
    item = agenda.item_of(turn.db, forum, issue)
    if item is None:
        return one("talk.old_button", (_back(forum),))
    key, choices = _shown_as(item, forum)
    full = tap("agenda.story", f"area/see/{issue.head.id}/newest")
    return said(turn, issue, key, item, (*choices, full, _back(forum)))


def _shown_as(item: AgendaItem, forum: Forum) -> tuple[str, tuple[Choice, ...]]:
    if item.state == "draft":
        put = tap("agenda.accept", does("accept", forum, item.issue), loud=True)
        return "agenda.draft_one", (put, _off(forum, item.issue, "agenda.drop"))
    if item.state == "dropped":
        return "agenda.dropped_one", (_restore(forum, item.issue),)
    return "agenda.accepted_one", (
        tap("agenda.up", does("up", forum, item.issue)),
        tap("agenda.down", does("down", forum, item.issue)),
        _off(forum, item.issue, "agenda.out"),
    )


def _off(forum: Forum, issue: Issue, says: str) -> Choice:
    return tap(says, does("why", forum, issue))


def _restore(forum: Forum, issue: Issue) -> Choice:
    return tap("agenda.restore", does("restore", forum, issue))


def said(
    turn: Turn, issue: Issue, key: str, item: AgendaItem, choices: tuple[Choice, ...], **more: Any
) -> Answer:
    """A sentence about an item; one that was joined with another is told by the number it goes on with."""
    [row] = drafting.lines(turn.db, [item])
    values = {"item": row, "line": agenda.number_of(turn.db, item), "why_not": item.reason, **more}
    message = Message(key, {**agenda.when(item.forum), **values}, choices)
    joined = Message("agenda.joined", {"joined": issue.number, "number": issue.head.number})
    return Answer([joined, message] if issue.head is not issue else [message])


# What is done with it


def _accept(turn: Turn, forum: Forum, issue: Issue) -> Answer:
    before = agenda.item_of(turn.db, forum, issue)
    was = before.state if before else None
    choices = (_off(forum, issue.head, "agenda.out"), _back(forum))
    if before and was in agenda.TALKED_OF:
        return said(turn, issue, "agenda.known", before, choices)
    item = agenda.accept(turn.db, forum, issue, turn.person.id)
    if item is not None:
        return said(turn, issue, "agenda.accepted", item, choices)
    other = agenda.stands_at(turn.db, issue)
    if other is not None:
        return one("agenda.elsewhere", (_back(forum),), number=issue.number, **agenda.when(other))
    return one("agenda.cannot", (_back(forum),), number=issue.number, state=issue.head.state)


def _why(turn: Turn, forum: Forum, issue: Issue) -> Answer:
    """Which reason? Each is a button."""
    item = agenda.item_of(turn.db, forum, issue)
    if item is not None and item.state == "dropped":
        return said(turn, issue, "agenda.known_out", item, (_restore(forum, issue.head), _back(forum)))
    reasons = [tap(f"reason.{why}", f"{does('drop', forum, issue.head)}/{why}") for why in WHY_NOT]
    keep = tap("cancel", does("see", forum, issue.head)) if item else _back(forum)
    values = {"number": issue.head.number, "topics": issue.head.named, "place": issue.head.place}
    return one("agenda.why", (*reasons, keep), **values)


def _drop(turn: Turn, forum: Forum, issue: Issue) -> Answer:
    reason = "".join(step(turn, 4))
    if reason not in WHY_NOT:
        return one("talk.old_button", (_back(forum),))
    is_new = agenda.drop(turn.db, forum, issue, reason, turn.person.id)
    item = agenda.item_of(turn.db, forum, issue)
    assert item, "it was just left off"
    choices = (_restore(forum, issue.head), _back(forum))
    return said(turn, issue, "agenda.dropped" if is_new else "agenda.known_out", item, choices)


def _restored(turn: Turn, forum: Forum, issue: Issue) -> Answer:
    item = agenda.restore(turn.db, forum, issue, turn.person.id)
    if item is None:
        return _see(turn, forum, issue)
    put = tap("agenda.accept", does("accept", forum, issue.head))
    return said(
        turn, issue, "agenda.restored", item, (put, _off(forum, issue.head, "agenda.drop"), _back(forum))
    )


def _shift(by: int) -> Act:
    def shifted(turn: Turn, forum: Forum, issue: Issue) -> Answer:
        item = agenda.item_of(turn.db, forum, issue)
        moved = item is not None and agenda.shift(turn.db, item, by)
        return _ordered(turn, forum) if moved else _not_on(turn, forum, issue)

    return shifted


def put_at(place: int) -> Act:
    def put(turn: Turn, forum: Forum, issue: Issue) -> Answer:
        item = agenda.item_of(turn.db, forum, issue)
        moved = item is not None and agenda.put_at(turn.db, item, place)
        return _ordered(turn, forum) if moved else _not_on(turn, forum, issue)

    return put


def _ordered(turn: Turn, forum: Forum) -> Answer:
    return _page(turn, forum, 0, "agenda.moved")


def _not_on(turn: Turn, forum: Forum, issue: Issue) -> Answer:
    put = tap("agenda.accept", does("accept", forum, issue.head))
    return one("agenda.not_on", (put, _back(forum)), number=issue.head.number)


ACTS: dict[str, Act] = {
    "see": _see,
    "accept": _accept,
    "why": _why,
    "drop": _drop,
    "restore": _restored,
    "up": _shift(-1),
    "down": _shift(1),
}
