"""`เลื่อนเวที`: another day, hour or place; shown once more, then told to those who come."""

from datetime import datetime, timedelta
from typing import Any

from handlers.form import Form, Question, data, step
from handlers.forums import hall, price, when, which
from handlers.forums.place import takes_sure
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import clock
from models.forums import forum as forums
from models.forums import invitations, telling
from models.forums.forum import Forum
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap
from models.thai.calendar import here

SOONEST, LATEST = timedelta(hours=1), timedelta(days=60)
WHAT = ("when", "where", "both")


def begin(turn: Turn) -> Answer:
    if not which.regions(turn):
        return not_yours(turn)
    found = which.mine(turn)
    if not found:
        return one("move.none", (tap("plan.begin", "open/plan"),))
    return begin_with(turn, found[0]) if len(found) == 1 else MOVE.begin(turn)


def begin_with(turn: Turn, forum: Forum, **known: Any) -> Answer:
    return MOVE.begin(turn, forum=forum.id, revision=forum.revision, **known)


def _takes_forum(turn: Turn, draft: Draft) -> int | Message | None:
    taken = which.takes(turn, draft, "move.which")
    if isinstance(taken, int):
        draft.answers["revision"] = _forum(turn, draft, taken).revision
    return taken


def _forum(turn: Turn, draft: Draft, number: int | None = None) -> Forum:
    forum = forums.by_id(turn.db, str(number or draft.answers["forum"]))
    assert forum, "Forums are never deleted"
    return forum


def _ask_what(turn: Turn, draft: Draft) -> Message:
    named = [tap(f"move.{what}", data(draft, "what", what)) for what in WHAT]
    cancel = tap("cancel", data(draft, "drop"))
    return Message("move.what", telling.described(_forum(turn, draft)), (*named, cancel))


def _takes_what(turn: Turn, draft: Draft) -> str | None:
    given = "".join(step(turn, 3))
    return given if given in WHAT else None


def _moves(answers: dict[str, Any]) -> bool:
    return answers.get("what") in ("when", "both")


def _changes_hall(answers: dict[str, Any]) -> bool:
    return answers.get("what") in ("where", "both")


def limits(turn: Turn, draft: Draft) -> tuple[datetime, datetime]:
    """A Forum about one topic stays within its week; others may move further."""
    is_situation = _forum(turn, draft).kind == "situation"
    latest = clock.now() + (forums.SITUATION_NOTICE[1] if is_situation else LATEST)
    return clock.now() + SOONEST, here(latest).replace(hour=23, minute=59, second=0, microsecond=0)


def _wanted(turn: Turn, draft: Draft) -> tuple[datetime, str | None]:
    """When and where it is to meet now."""
    forum = _forum(turn, draft)
    return when.moment(draft) or forum.at, draft.answers.get("hall") or forum.place


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    forum, (at, place) = _forum(turn, draft), _wanted(turn, draft)
    edits = [
        *([tap("plan.when", data(draft, "edit", "day"))] if _moves(draft.answers) else []),
        *([tap("forum.place_again", data(draft, "edit", "hall"))] if _changes_hall(draft.answers) else []),
    ]
    cancel = tap("cancel", data(draft, "drop"))
    if (at, place) == (forum.at, forum.place):
        return Message("move.same", telling.described(forum), (*edits, cancel))
    told = invitations.counts(turn.db, forum)["going"]
    values = {"region": forum.region, "at": at.isoformat(), "hall": place, "was": forum.at.isoformat()}
    cost = {"reached": str(told), "quota": price.of(turn.db, told)}
    confirm = tap("plan.confirm", data(draft, "sure", "yes"), loud=True)
    return Message("move.sure", {**values, **cost}, (confirm, *edits, cancel))


def _moved(turn: Turn, draft: Draft) -> Answer:
    forum, (at, place) = _forum(turn, draft), _wanted(turn, draft)
    refusal = _refused(turn, draft, forum)
    late = when.within(turn, draft, limits) if refusal is None and _moves(draft.answers) else None
    if late is not None:
        draft.answers.pop("sure")
        return Answer([late])
    if refusal is None and (at, place) == (forum.at, forum.place):
        draft.answers.pop("sure")
        return MOVE.ask(turn, draft)
    drafts.drop(turn.db, draft)
    if refusal is not None:
        return refusal
    told = invitations.move(turn.db, forum, at, place)
    again = (
        tap("forum.move", f"forum_of/{forum.id}/move"),
        tap("forum.call_off", f"forum_of/{forum.id}/call_off"),
    )
    return one("move.done", again, **telling.described(forum), reached=str(told))


def _refused(turn: Turn, draft: Draft, forum: Forum) -> Answer | None:
    """What became of the Forum while she thought: begun, called off, or changed by somebody else."""
    if which.one_of_mine(turn, str(forum.id)) is None:
        return not_yours(turn)
    closed = which.closed(forum)
    if closed:
        return one(closed, **telling.described(forum))
    if forum.revision != draft.answers["revision"]:
        again = (tap("forum.move", f"forum_of/{forum.id}/move"),)
        return one("move.meanwhile", again, **telling.described(forum))
    return None


MOVE = Form(
    "move",
    (
        Question("forum", lambda turn, draft: which.ask(turn, draft, "move.which"), _takes_forum),
        Question("what", _ask_what, _takes_what),
        *when.questions(limits, _moves),
        Question(
            "hall",
            lambda turn, draft: hall.ask(draft, "forum.ask_place"),
            lambda turn, draft: hall.takes(turn, draft),
            _changes_hall,
        ),
        Question("sure", _ask_sure, takes_sure),
    ),
    _moved,
)
