"""`ถามเจ้าหน้าที่`: a question goes to whoever answers for her place, and the answer comes back here."""

from typing import Any

from handlers import place, question_news, spoken, welcome
from handlers.form import Form, Question, data, left, step, stopped
from handlers.inputs import Answer, Photo, Pin, Turn, Voice, Words, one
from handlers.story import fetch, part_of
from models import questions
from models.post import drafts, outbox
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap

BUTTON = "main.ask"
SEND = "yes"
NOT_UNDERSTOOD = {"help.lost", "help.question"}  # what is said beside the button


def begin(turn: Turn) -> Answer:
    return _begin(turn)


def _begin(turn: Turn, **answers: Any) -> Answer:
    if questions.has_asked_enough(turn.db, turn.person.id):
        return _enough()
    return ASK.begin(turn, **_home(turn), **answers)


def _home(turn: Turn) -> dict[str, Any]:
    """Whose home we know is not asked where."""
    return {"place": {"code": turn.person.place}} if turn.person.place else {}


def _enough() -> Answer:
    return one("ask.enough", welcome.MAIN)


def offer(turn: Turn) -> Choice:
    """The button beside what was not understood: one tap sends those very words."""
    can_be_kept = turn.person.agreed and isinstance(turn.input, Words)
    if not can_be_kept or not 0 < len(turn.words) <= questions.LONGEST:
        return tap(BUTTON, "open/ask")
    parts = [*_said_in_the_same_breath(turn), part_of(turn)]
    draft = drafts.lay_aside(turn.db, turn.person.id, ASK.name, parts=parts, **_home(turn))
    return tap(BUTTON, data(draft, "sure", SEND))


def _said_in_the_same_breath(turn: Turn) -> list[dict[str, Any]]:
    """Words that were not understood either, and of which nothing was said yet."""
    waiting = outbox.about_to_say(turn.db, turn.heard.chat)
    kept = drafts.kept(turn.db, turn.person.id, ASK.name) if waiting & NOT_UNDERSTOOD else None
    return list(kept.answers["parts"]) if kept and kept.answers.get("aside") else []


def _ask_what(turn: Turn, draft: Draft) -> Message:
    before = turn.db.get(questions.Question, draft.answers.get("follows") or 0)
    if before is not None:
        told = _receivers(turn, draft)
        return Message("ask.further", {"question": before.text, "told": told}, (_cancel(),))
    waiting = questions.last_open_of(turn.db, turn.person.id)
    told = question_news.named(turn.db, waiting) if waiting else []
    return Message("ask.what", {"told": told}, (_cancel(),))


def _cancel() -> Choice:
    return tap("cancel", "open/leave")


def _takes_parts(turn: Turn, draft: Draft) -> list[dict[str, Any]] | Message | None:
    if not isinstance(turn.input, (Words, Photo, Voice)):
        return None
    parts = [*draft.answers.get("parts", []), part_of(turn)]
    if sum(len(part["text"] or "") for part in parts) > questions.LONGEST:
        return Message("ask.too_long", {}, (_cancel(),))
    if not isinstance(turn.input, Words):
        fetch(turn)
    return parts


def _ask_place(turn: Turn, draft: Draft) -> Message:
    return place.ask(draft, "place", "ask.place")


def _receivers(turn: Turn, draft: Draft) -> list[dict[str, Any]]:
    """Who would get it, by name and role."""
    before = turn.db.get(questions.Question, draft.answers.get("follows") or 0)
    where = (draft.answers.get("place") or {}).get("code")
    return question_news.would_get(turn.db, turn.person, where, before)


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    kinds = [part["kind"] for part in draft.answers["parts"]]
    values = {
        "question": _text(draft),
        "photos": kinds.count("photo"),
        "voices": kinds.count("voice"),
        "told": _receivers(turn, draft),
    }
    send = tap("ask.send", data(draft, "sure", SEND), loud=True)
    choices = (send, tap("ask.again", data(draft, "edit", "parts")), _cancel())
    return Message("ask.sure" if values["question"] else "ask.sure_unread", values, choices)


def _text(draft: Draft) -> str:
    return "\n".join(part["text"] for part in draft.answers["parts"] if part["text"])


def _takes_sure(turn: Turn, draft: Draft) -> str | Message | None:
    """Yes, no; whatever else is typed belongs to the question."""
    draft.answers.pop("aside", None)
    says_yes = step(turn, 3) == [SEND] or spoken.means(turn.words, "yes")
    if says_yes and draft.answers.get("parts"):
        return SEND
    if says_yes or spoken.means(turn.words, "no"):
        draft.answers.pop("parts", None)
        return _ask_what(turn, draft)
    if turn.meaning.small_talk:
        return _ask_sure(turn, draft) if draft.answers.get("parts") else _ask_what(turn, draft)
    taken = _takes_parts(turn, draft)
    if isinstance(taken, list):
        draft.answers["parts"] = taken
        return _ask_sure(turn, draft)
    return taken


def _finish(turn: Turn, draft: Draft) -> Answer:
    answers = draft.answers
    if questions.has_asked_enough(turn.db, turn.person.id):
        drafts.drop(turn.db, draft)
        return _enough()
    question = questions.ask(
        turn.db,
        turn.person,
        answers["parts"],
        (answers.get("place") or {}).get("code"),
        follows=answers.get("follows"),
        draft_id=draft.id,
    )
    drafts.drop(turn.db, draft)
    question_news.tell_holders(turn.db, question, "new")
    return Answer([_sent(turn, question), *welcome.owed(turn)])


def _sent(turn: Turn, question: questions.Question) -> Message:
    """Who got it, and when it goes further; or, where nobody is, what else can be done."""
    told = question_news.named(turn.db, question)
    back = tap("ask.withdraw", f"asked/{question.id}/withdraw")
    if not told:
        return Message("ask.kept", {}, (*welcome.MAIN[:3], back))
    is_last = questions.is_at_the_top(turn.db, question)
    return Message("ask.sent_to_last" if is_last else "ask.sent", {"told": told}, (back,))


def tapped(turn: Turn) -> Answer:
    """A button of the form; the second of two taps on `ส่งคำถาม` sends nothing again."""
    draft_id = "".join(step(turn, 1))
    is_number = draft_id.isdecimal() and len(draft_id) < 16
    already = questions.by_draft(turn.db, int(draft_id)) if is_number else None
    if already is not None and already.person_id == turn.person.id:
        return one("ask.already", told=question_news.named(turn.db, already))
    return ASK.tapped(turn)


def of_one(turn: Turn) -> Answer:
    """A button under what she was told of her question: ask further, say thanks, take it back."""
    question = questions.by_id(turn.db, "".join(step(turn, 1)))
    if question is None or question.person_id != turn.person.id or question.state == "withdrawn":
        return one("talk.old_button", welcome.MAIN)
    match step(turn, 2):
        case ["more"]:
            return _begin(turn, follows=question.id)
        case ["thanks"] if question.answerer is not None:
            question_news.tell_thanks(turn.db, question, question.answerer)
            return one("ask.thanked", told=question_news.answered_by(turn.db, question))
        case ["withdraw"] if question.state == "open":
            questions.withdraw(turn.db, question)
            return one("ask.withdrawn", (tap(BUTTON, "open/ask"),))
    if question.state == "answered":
        return Answer([question_news.answer_card(turn.db, question)])
    return one("ask.already", told=question_news.named(turn.db, question))


ASK = Form(
    "ask",
    (
        Question("parts", _ask_what, _takes_parts, early=(Photo, Voice)),
        Question("place", _ask_place, lambda turn, draft: place.takes(turn, draft, "place"), early=(Pin,)),
        Question("sure", _ask_sure, _takes_sure),
    ),
    _finish,
    gathers=True,
    leave=lambda turn, draft: left(draft) if draft.answers.get("parts") else stopped(turn, draft),
)
