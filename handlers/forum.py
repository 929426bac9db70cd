"""A coordinator is asked where the next Forum meets, and says it in one line."""

from handlers import spoken
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Turn, one
from models import roles
from models.forums import invitations
from models.forums.forum import Forum
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap


def ask_place(turn: Turn) -> Answer:
    """Tapped on the question that the clock put to her."""
    number = "".join(step(turn, 1))
    forum = turn.db.get(Forum, int(number)) if number.isdecimal() and len(number) < 16 else None
    if forum is None or not roles.may(turn.db, turn.person, "plan_forums", forum.region):
        return one("talk.old_button")
    return PLACE.begin(turn, forum=forum.id)


def _ask(turn: Turn, draft: Draft) -> Message:
    return Message("forum.ask_place", {}, (tap("cancel", data(draft, "drop")),))


def _takes(turn: Turn, draft: Draft) -> str | None:
    return turn.words[:120] or None


def _placed(turn: Turn, draft: Draft) -> Answer:
    forum = turn.db.get(Forum, draft.answers["forum"])
    place = draft.answers["place"]
    drafts.drop(turn.db, draft)
    if forum is None:
        return one("talk.old_button")
    invitations.move(turn.db, forum, place=place)
    return one(
        "forum.placed", (tap("forum.place_again", f"place_of/{forum.id}"),), **invitations.described(forum)
    )


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    choices = (tap("yes", data(draft, "sure", "yes"), loud=True), tap("mend", data(draft, "edit", "place")))
    return Message("forum.place_sure", {"hall": draft.answers["place"]}, choices)


def _takes_sure(turn: Turn, draft: Draft) -> str | None:
    said_yes = step(turn, 3) == ["yes"] or spoken.means(turn.words, "yes")
    return "yes" if said_yes else None


PLACE = Form(
    "forum_place", (Question("place", _ask, _takes), Question("sure", _ask_sure, _takes_sure)), _placed
)
