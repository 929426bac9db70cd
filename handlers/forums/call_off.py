"""`ยกเลิกเวที`: a line that says why, asked once more, then told to those who come."""

from handlers import roll_call
from handlers.form import Form, Question, data
from handlers.forums import hall, price, which
from handlers.forums.place import takes_sure
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models.forums import forum as forums
from models.forums import invitations, telling
from models.forums.forum import Forum
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap


def begin(turn: Turn) -> Answer:
    if not which.regions(turn):
        return not_yours(turn)
    found, call = which.mine(turn), roll_call.standing(turn)
    if not found:
        return call or one("call_off.none", (tap("plan.begin", "open/plan"),))
    asked = begin_with(turn, found[0]) if len(found) == 1 else CALL_OFF.begin(turn)
    return Answer([*call.messages, *asked.messages]) if call else asked


def begin_with(turn: Turn, forum: Forum) -> Answer:
    return CALL_OFF.begin(turn, forum=forum.id)


def _forum(turn: Turn, draft: Draft) -> Forum:
    forum = forums.by_id(turn.db, str(draft.answers["forum"]))
    assert forum, "Forums are never deleted"
    return forum


def _ask_because(turn: Turn, draft: Draft) -> Message:
    values = telling.described(_forum(turn, draft))
    return Message("call_off.because", values, (tap("cancel", data(draft, "drop")),))


def _takes_because(turn: Turn, draft: Draft) -> str | Message | None:
    """Whatever is said here is the reason, though it may name a trouble."""
    if isinstance(turn.input, Tap):
        return None
    again = Message("call_off.because_again", {}, (tap("cancel", data(draft, "drop")),))
    return hall.named(turn.words) or again


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    forum = _forum(turn, draft)
    told = invitations.counts(turn.db, forum)["going"]
    values = {**telling.described(forum), "because": draft.answers["because"]}
    cost = {"reached": str(told), "quota": price.of(turn.db, told)}
    choices = (
        tap("plan.confirm", data(draft, "sure", "yes"), loud=True),
        tap("call_off.because", data(draft, "edit", "because")),
        tap("call_off.keep", data(draft, "drop")),
    )
    return Message("call_off.sure", {**values, **cost}, choices)


def _called_off(turn: Turn, draft: Draft) -> Answer:
    forum, because = _forum(turn, draft), draft.answers["because"]
    drafts.drop(turn.db, draft)
    if which.one_of_mine(turn, str(forum.id)) is None:
        return not_yours(turn)
    closed = which.closed(forum)
    if closed:
        return one(closed, **telling.described(forum))
    told = invitations.cancel(turn.db, forum, because)
    return one(
        "call_off.done", (tap("plan.begin", "open/plan"),), **telling.described(forum), reached=str(told)
    )


CALL_OFF = Form(
    "call_off",
    (
        Question(
            "forum",
            lambda turn, draft: which.ask(turn, draft, "call_off.which"),
            lambda turn, draft: which.takes(turn, draft, "call_off.which"),
        ),
        Question("because", _ask_because, _takes_because),
        Question("sure", _ask_sure, takes_sure),
    ),
    _called_off,
)
