"""The national Forum's answer, in the hands of who coordinates a region: looked at, changed, sent to who reported."""

from handlers import centre_sent
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import people, roles
from models.forums import regional
from models.forums.regional import RegionalAnswer
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap

POWER = "check_answers"


def tapped(turn: Turn) -> Answer:
    """regional_of/7/send, regional_of/7/mend."""
    answer = _hers(turn, "".join(step(turn, 1)))
    if answer is None:
        return not_yours(turn)
    if answer.state == "sent":
        return _sent_before(turn, answer)
    match step(turn, 2):
        case ["send"]:
            return _send(turn, answer)
        case ["mend"]:
            return REGIONAL.begin(turn, answer=answer.id)
    return _card(turn, answer)


def _hers(turn: Turn, given: str) -> RegionalAnswer | None:
    answer = regional.by_id(turn.db, given)
    may = answer is not None and roles.may(turn.db, turn.person, POWER, answer.region)
    return answer if may else None


def _card(turn: Turn, answer: RegionalAnswer) -> Answer:
    return one("regional.check", centre_sent.buttons(answer), **centre_sent.described(turn.db, answer))


def _send(turn: Turn, answer: RegionalAnswer) -> Answer:
    told = regional.send(turn.db, answer, turn.person)
    if told is None:
        return _sent_before(turn, answer)
    return one(
        "regional.sent" if told else "regional.sent_to_nobody", (), region=answer.region, reached=str(told)
    )


def _sent_before(turn: Turn, answer: RegionalAnswer) -> Answer:
    by = people.by_id(turn.db, answer.by_id)
    at = answer.sent_at.isoformat() if answer.sent_at else None
    return one("regional.sent_before", (), name=by.name if by else None, region=answer.region, at=at)


def _ask_words(turn: Turn, draft: Draft) -> Message:
    answer = regional.by_id(turn.db, str(draft.answers["answer"]))
    return Message("regional.words", {"answer_lines": answer.text if answer else None}, (_cancel(draft),))


def _takes_words(turn: Turn, draft: Draft) -> str | Message | None:
    if isinstance(turn.input, Tap):
        return None
    said = turn.words.strip()
    is_short = len(said.split("\n")) <= regional.LINES and len(said) <= regional.LINES * regional.LONGEST
    if not is_short or not any(letter.isalpha() for letter in said):
        return Message("regional.words_again", {}, (_cancel(draft),))
    return said


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def _finish(turn: Turn, draft: Draft) -> Answer:
    answer, words = _hers(turn, str(draft.answers["answer"])), draft.answers["words"]
    drafts.drop(turn.db, draft)
    if answer is None:
        return not_yours(turn)
    if not regional.reword(turn.db, answer, words, turn.person):
        return _sent_before(turn, answer)
    return _card(turn, answer)


REGIONAL = Form("regional", (Question("words", _ask_words, _takes_words),), _finish, quotes=True)
