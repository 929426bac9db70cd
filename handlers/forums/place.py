"""A coordinator is asked where the next Forum meets, and says it in one line."""

from handlers import spoken
from handlers.form import Form, Question, data, step
from handlers.forums import hall, which
from handlers.inputs import Answer, Turn, one
from models.forums import forum as forums
from models.forums import invitations, telling
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap

EVERY_MONTH = "every_month"


def ask_place(turn: Turn) -> Answer:
    """Tapped on the question that the clock put to her, or on what is offered once it is answered."""
    forum = which.one_of_mine(turn, "".join(step(turn, 1)))
    if forum is None:
        return one("talk.old_button")
    if step(turn, 2) == [EVERY_MONTH] and forum.kind == "monthly" and forum.place:
        forums.meets_usually(turn.db, forum.region, forum.place)
        return one("forum.usual", **telling.described(forum))
    closed = which.closed(forum)
    return one(closed, **telling.described(forum)) if closed else PLACE.begin(turn, forum=forum.id)


def _placed(turn: Turn, draft: Draft) -> Answer:
    forum, place = forums.by_id(turn.db, str(draft.answers["forum"])), draft.answers["place"]
    drafts.drop(turn.db, draft)
    if forum is None:
        return one("talk.old_button")
    closed = which.closed(forum)
    if closed:
        return one(closed, **telling.described(forum))
    invitations.move(turn.db, forum, place=place)
    again = tap("forum.place_again", f"place_of/{forum.id}")
    usual = (tap("forum.every_month", f"place_of/{forum.id}/{EVERY_MONTH}"),)
    choices = (again, *(usual if forum.kind == "monthly" else ()))
    return one("forum.placed", choices, **telling.described(forum))


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    choices = (tap("yes", data(draft, "sure", "yes"), loud=True), tap("mend", data(draft, "edit", "place")))
    return Message("forum.place_sure", {"hall": draft.answers["place"]}, choices)


def takes_sure(turn: Turn, draft: Draft) -> str | None:
    """ "ใช่", "ยืนยัน", tapped or typed."""
    said_yes = step(turn, 3) == ["yes"] or spoken.means(turn.words, "yes")
    return "yes" if said_yes else None


PLACE = Form(
    "forum_place",
    (
        Question(
            "place",
            lambda turn, draft: hall.ask(draft, "forum.ask_place", "place"),
            lambda turn, draft: hall.takes(turn, draft, "place"),
        ),
        Question("sure", _ask_sure, takes_sure),
    ),
    _placed,
)
