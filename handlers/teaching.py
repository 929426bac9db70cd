"""`สอนคำ`: a coordinator teaches a word that people use, and which topic it stands for."""

from typing import Any

from handlers import topic
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Turn, Words, one
from handlers.work import not_yours
from models import roles, terms
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, name, tap
from models.topics import teaching

POWER = "teach_words"
SHOWN = 10
OBJECTIONS = {"known": "teaching.known", "common": "teaching.common"}


def begin(turn: Turn) -> Answer:
    return TEACHING.begin(turn) if _may(turn) else not_yours(turn)


def _may(turn: Turn) -> bool:
    return bool(roles.scopes_with(turn.db, turn.person, POWER))


def _ask_word(turn: Turn, draft: Draft) -> Message:
    return Message("teaching.word", {}, (tap("cancel", data(draft, "drop")),))


def _takes_word(turn: Turn, draft: Draft) -> Any:
    if not isinstance(turn.input, Words):
        return None
    word = " ".join(turn.words.split())
    if not teaching.fits(word):
        return Message("teaching.length", {}, (tap("cancel", data(draft, "drop")),))
    return word


def _takes_topic(turn: Turn, draft: Draft) -> str | Message | None:
    taken = topic.takes(turn, draft)
    return None if taken == "other" else taken


def _taught(turn: Turn, draft: Draft) -> Answer:
    word, code = draft.answers["word"], draft.answers["topics"]
    drafts.drop(turn.db, draft)
    if not _may(turn):
        return not_yours(turn)
    values = {"word": word, "topics": [code.partition(".")[::2]]}
    objection = teaching.objection(word, code)
    if objection:
        return one(OBJECTIONS[objection], (ANOTHER,), **values)
    taught = terms.teach(turn.db, turn.person, word, code)
    return one("teaching.taught", (tap("teaching.forget", f"taught/{taught.id}/forget"), ANOTHER), **values)


def listed(turn: Turn) -> Answer:
    """`คำที่สอน`: the newest words, each a button to take it back."""
    if not _may(turn):
        return not_yours(turn)
    words = terms.newest(turn.db, SHOWN)
    if not words:
        return one("teaching.none", (ANOTHER,))
    named = (name(taught.word, f"taught/{taught.id}/forget") for taught in words)
    return one("teaching.list", (*named, ANOTHER))


def tapped(turn: Turn) -> Answer:
    taught_id = "".join(step(turn, 1))
    taught = terms.by_id(turn.db, int(taught_id)) if taught_id.isdecimal() else None
    if not _may(turn):
        return not_yours(turn)
    if taught is None:
        return one("teaching.gone", (ANOTHER,))
    terms.forget(turn.db, taught)
    return one("teaching.forgotten", (ANOTHER,), word=taught.word)


ANOTHER = tap("teaching.another", "open/teach")

TEACHING = Form(
    "teaching",
    (Question("word", _ask_word, _takes_word), Question("topics", topic.ask, _takes_topic)),
    _taught,
    quotes=True,
)
