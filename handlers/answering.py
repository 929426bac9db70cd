"""Questions as those who answer see them: the list, one of them, handing it on, and the form for an answer."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from handlers import ask, danger, duty, question_news, spoken, work
from handlers.form import Form, data, step
from handlers.form import Question as Asked
from handlers.inputs import Answer, Photo, Pin, Turn, Voice, Words, meaning_of, one
from handlers.story import part_of
from models import clock, listings, questions, roles
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap
from models.questions import Question
from models.thai.calendar import day_of

SHOWN = 4
SEND = "yes"
LIST = tap("work.questions", "open/questions")


def begin(turn: Turn) -> Answer:
    """`คำถาม`: what is open in her scope; for everybody else, asking one."""
    answers_for_some = roles.scopes_with(turn.db, turn.person, "answer_for")
    return _page(turn, 0) if answers_for_some else ask.begin(turn)


def _page(turn: Turn, page: int) -> Answer:
    scopes = roles.scopes_with(turn.db, turn.person, "answer_for")
    if not scopes:
        return work.not_yours(turn)
    found = questions.open_in(turn.db, scopes, turn.person, page * SHOWN, SHOWN + 1)
    shown, is_more = found[:SHOWN], len(found) > SHOWN
    if not shown:
        return one("answering.none", (tap("work.reports", "open/reports"),))
    ids = [question.id for question in shown]
    numbers = listings.numbers(turn.db, turn.person.id, "question", ids)
    lines = [_line(question, number) for question, number in zip(shown, numbers, strict=True)]
    choices = [name(str(number), f"question/{of}") for number, of in zip(numbers, ids, strict=True)]
    onward = [tap("place.next", f"question/page/{page + 1}")] if is_more else []
    count = questions.count_open(turn.db, scopes, turn.person)
    return one("answering.list", (*choices, *onward), asked=count, questions=lines)


def _line(question: Question, number: int) -> dict[str, Any]:
    days = (day_of(clock.now()) - day_of(question.asked_at)).days
    counts = {"photos": question.count("photo"), "voices": question.count("voice")}
    return {"line": number, "place": question.place, "question": question.text, "waited": days, **counts}


def of_one(turn: Turn) -> Answer:
    """A button of the list or of a question's card."""
    match [*step(turn, 1), *step(turn, 2), *step(turn, 3)]:
        case ["page", page] if page.isdecimal() and len(page) < 6:
            return _page(turn, int(page))
        case [number, "answer"]:
            return _with(turn, number, _begin_reply)
        case [number, "pass", scope]:
            return _with(turn, number, lambda turn, question: _pass_on(turn, question, scope))
        case [number]:
            return _with(turn, number, _shown)
    return one("talk.old_button")


def seen(turn: Turn, number: int) -> Answer:
    return _with(turn, str(number), _shown)


def begin_reply(turn: Turn, number: int) -> Answer:
    return _with(turn, str(number), _begin_reply)


def _with(turn: Turn, number: str, act: Callable[[Turn, Question], Answer]) -> Answer:
    """Do it to a question that is still open, if she may answer it."""
    if not roles.scopes_with(turn.db, turn.person, "answer_for"):
        return work.not_yours(turn)
    question = questions.by_id(turn.db, number)
    may = question is not None and roles.may(turn.db, turn.person, "answer_for", question.place)
    if question is None or not may or question.person_id == turn.person.id or question.state == "withdrawn":
        return one("answering.gone", (LIST,))
    if question.state == "answered":
        return _already(turn, question)
    return act(turn, question)


def _already(turn: Turn, question: Question) -> Answer:
    """Somebody was quicker: who it was, and what was said."""
    told = question_news.answered_by(turn.db, question)
    return one("answering.already", (LIST,), told=told, answer=question.answer)


def _shown(turn: Turn, question: Question) -> Answer:
    card = question_news.card(turn.db, question, turn.person, "open")
    return Answer([replace(card, choices=(*card.choices, LIST))])


def _pass_on(turn: Turn, question: Question, scope: str) -> Answer:
    """One level up at once, unless it has moved since this button was made."""
    moved = questions.move_up(turn.db, question, scope)
    told = question_news.named(turn.db, question)
    if not moved and question.scope == scope:
        return one("answering.top", _choices(question))
    if moved:
        question_news.tell_holders(turn.db, question, "passed")
        question_news.tell_asker(turn.db, question)
    return one("answering.passed", (*_choices(question), LIST), told=told)


def _choices(question: Question) -> tuple[Choice, ...]:
    return (tap(question_news.ANSWER, f"question/{question.id}/answer"),)


def _begin_reply(turn: Turn, question: Question) -> Answer:
    return REPLY.begin(turn, question=question.id)


def _ask_words(turn: Turn, draft: Draft) -> Message:
    question = questions.by_id(turn.db, str(draft.answers["question"]))
    text = question.text if question else ""
    return Message("answering.what", {"question": text}, (_drop(draft),))


def _drop(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def _takes_words(turn: Turn, draft: Draft) -> list[dict[str, Any]] | Message | None:
    """Whatever is typed is the answer, words of danger too: the preview asks who is in danger."""
    if not isinstance(turn.input, Words):
        return Message("answering.only_words", {}, (_drop(draft),))
    parts = [*draft.answers.get("parts", []), part_of(turn)]
    if sum(len(part["text"]) for part in parts) > questions.LONGEST:
        return Message("answering.too_long", {}, (_drop(draft),))
    if turn.meaning.danger:
        draft.answers["alarming"] = True
    return parts


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    question = questions.by_id(turn.db, str(draft.answers["question"]))
    place = question.place if question else None
    values = {"answer": _text(draft), "told": [duty.named(turn.db, turn.person, place)]}
    send = tap("answering.send", data(draft, "sure", SEND), loud=True)
    choices = (send, tap("mend", data(draft, "edit", "parts")), _drop(draft))
    if not draft.answers.get("alarming"):
        return Message("answering.sure", values, choices)
    mine = tap("answering.my_danger", data(draft, "danger"))
    return Message("answering.sure_or_danger", values, (mine, *choices))


def _text(draft: Draft) -> str:
    return "\n".join(part["text"] for part in draft.answers.get("parts", []))


def _takes_sure(turn: Turn, draft: Draft) -> str | Message | None:
    """Yes, no; whatever else is typed belongs to the answer."""
    says_yes = step(turn, 3) == [SEND] or spoken.means(turn.words, "yes")
    if says_yes and draft.answers.get("parts"):
        return SEND
    if says_yes or spoken.means(turn.words, "no"):
        for gone in ("parts", "alarming"):
            draft.answers.pop(gone, None)
        return _ask_words(turn, draft)
    taken = _takes_words(turn, draft)
    if isinstance(taken, list):
        draft.answers["parts"] = taken
        return _ask_sure(turn, draft)
    return taken


def _finish(turn: Turn, draft: Draft) -> Answer:
    number, parts = str(draft.answers["question"]), draft.answers["parts"]
    drafts.drop(turn.db, draft)
    return _with(turn, number, lambda turn, question: _answer(turn, question, parts))


def _answer(turn: Turn, question: Question, parts: list[dict[str, Any]]) -> Answer:
    if not questions.answer(turn.db, question, turn.person, parts):
        return _already(turn, question)
    question_news.tell_answer(turn.db, question)
    is_reached = question.person.blocked_at is None
    return one("answering.sent" if is_reached else "answering.not_reached", (LIST,))


def tapped(turn: Turn) -> Answer:
    return _cry(turn) if step(turn, 2) == ["danger"] else REPLY.tapped(turn)


def _cry(turn: Turn) -> Answer:
    """It was no answer but her own danger: what she typed is heard as the cry it is."""
    draft = drafts.of_person(turn.db, turn.person.id, "".join(step(turn, 1)))
    words = _text(draft) if draft and draft.form == REPLY.name else ""
    if draft is None or not words:
        return danger.cry(turn)
    said = Words(words, draft.answers["parts"][-1]["message_id"])
    drafts.drop(turn.db, draft)
    meaning = meaning_of(words, turn.person.place)
    return danger.cry(replace(turn, heard=replace(turn.heard, input=said), meaning=meaning))


REPLY = Form(
    "reply",
    (
        Asked("parts", _ask_words, _takes_words, early=(Photo, Voice, Pin), carries=("alarming",)),
        Asked("sure", _ask_sure, _takes_sure),
    ),
    _finish,
    quotes=True,
)
