"""`ไม่สะดวก ฝากเรื่อง`: who cannot come leaves a voice or a few words for the Forum; they stand there without a name."""

from datetime import timedelta
from typing import Any

from handlers import spoken, welcome
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Tap, Turn, Voice, Words, one
from handlers.story import fetch
from models.forums import agenda, entrusting, telling
from models.forums import forum as forums
from models.forums.forum import Forum
from models.post import drafts, offers
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap

WAITS = timedelta(minutes=30)
MAY_END = ("entrust", "sheet", "wish", "phone")  # questions left open that can be skipped anyway
LONGEST = 1000  # letters
SKIPPED = "skip"


def asked_after(turn: Turn, forum: Forum) -> list[Message]:
    """What follows an answer that she does not come; never into another talk."""
    draft = drafts.open_for(turn.db, turn.person.id)
    if not turn.person.agreed or (draft is not None and draft.form not in MAY_END):
        return []
    if entrusting.of_person(turn.db, forum, turn.person) is not None:
        return [Message("entrust.known", agenda.when(forum), _changes(forum))]
    return ENTRUST.begin(turn, forum=forum.id).messages


def forget_question(turn: Turn) -> None:
    """She comes after all: nothing is asked any more."""
    draft = drafts.open_for(turn.db, turn.person.id)
    if draft is not None and draft.form == ENTRUST.name:
        drafts.drop(turn.db, draft)


def of_forum(turn: Turn) -> Answer:
    """entrust_of/7, entrust_of/7/back: leave something, or something else, or nothing."""
    forum = forums.by_id(turn.db, "".join(step(turn, 1)))
    if forum is None or forum.kind == "emergency":
        return one("talk.old_button", welcome.MAIN)
    if not forums.is_open(forum):
        return _closed(forum)
    if step(turn, 2) != ["back"]:
        return ENTRUST.begin(turn, forum=forum.id)
    taken = entrusting.take_back(turn.db, forum, turn.person)
    key = "entrust.taken_back" if taken else "entrust.nothing"
    return one(key, (_again(forum, "entrust.leave"),), **agenda.when(forum))


def _closed(forum: Forum) -> Answer:
    key = "rsvp.cancelled" if forum.state == "cancelled" else "rsvp.past"
    values = {**telling.described(forum), "because": forum.cancelled_because}
    return one(key, welcome.MAIN, **values)


def _again(forum: Forum, says: str = "entrust.again") -> Choice:
    return tap(says, f"entrust_of/{forum.id}")


def _back(forum: Forum) -> Choice:
    return tap("entrust.take_back", f"entrust_of/{forum.id}/back")


def _changes(forum: Forum) -> tuple[Choice, ...]:
    return _again(forum), _back(forum)


def _ask(_turn: Turn, draft: Draft) -> Message:
    return Message("entrust.what", {}, (_skip(draft),))


def _skip(draft: Draft) -> Choice:
    return tap("skip", data(draft, "what", SKIPPED))


def _takes(turn: Turn, draft: Draft) -> dict[str, Any] | Message | None:
    """A voice at any time; words while nothing else was said in between."""
    if isinstance(turn.input, Tap):
        return {} if step(turn, 3) == [SKIPPED] else None
    if isinstance(turn.input, Voice):
        fetch(turn)
        return {"kind": "voice", "message_id": turn.input.message_id, "text": None}
    if not isinstance(turn.input, Words) or not offers.was_last(turn.db, turn.heard.chat, _skip(draft).does):
        return None
    if spoken.means(turn.words, "skip"):
        return {}
    if turn.meaning.rsvp or turn.meaning.small_talk or not any(map(str.isalpha, turn.words)):
        return None
    if len(turn.words) > LONGEST:
        return Message("entrust.too_long", {}, (_skip(draft),))
    return {"kind": "words", "message_id": turn.input.message_id, "text": turn.words}


def _told(turn: Turn, draft: Draft) -> Answer:
    forum, what = forums.by_id(turn.db, str(draft.answers["forum"])), draft.answers["what"]
    drafts.drop(turn.db, draft)
    if forum is None:
        return one("talk.old_button", welcome.MAIN)
    if not what:
        known = entrusting.of_person(turn.db, forum, turn.person)
        key, choices = ("entrust.known", _changes(forum)) if known else ("entrust.skipped", ())
        return one(key, choices or (_again(forum, "entrust.leave"),), **agenda.when(forum))
    if not forums.is_open(forum):
        return _closed(forum)
    entrusting.keep(turn.db, forum, turn.person, **what)
    key = "entrust.kept_voice" if what["kind"] == "voice" else "entrust.kept"
    return one(key, _changes(forum), **agenda.when(forum))


def another_voice(turn: Turn) -> Answer | None:
    """A voice right after the one that was kept takes its place."""
    if not isinstance(turn.input, Voice):
        return None
    coming = forums.planned(turn.db)
    forum = next((one for one in coming if offers.was_last(turn.db, turn.heard.chat, _back(one).does)), None)
    if forum is None or entrusting.of_person(turn.db, forum, turn.person) is None:
        return None
    return ENTRUST.begin_with(turn, forum=forum.id)


def _left(turn: Turn, draft: Draft) -> Answer:
    """`ยกเลิก` leaves nothing behind; the answer that she does not come stays."""
    draft.answers["what"] = {}
    return _told(turn, draft)


ENTRUST = Form(
    "entrust",
    (Question("what", _ask, _takes, early=(Voice,)),),
    _told,
    stays_open=WAITS,
    leave=_left,
)
