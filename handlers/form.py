"""A conversation is a form: ask whatever is still unanswered, then finish. Only the draft is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from handlers.inputs import Answer, Input, Tap, Turn, Words, one
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap


def always(_answers: dict[str, Any]) -> bool:
    return True


@dataclass(frozen=True)
class Question:
    """`takes` finds the answer in an input; None means it holds none, a Message asks further."""

    name: str
    asks: Callable[[Turn, Draft], Message]
    takes: Callable[[Turn, Draft], Any]
    applies: Callable[[dict[str, Any]], bool] = always
    early: tuple[type[Input], ...] = ()  # what finds its way here before it is asked for
    carries: tuple[str, ...] = ()  # answers that were read out of this one, and leave with it


@dataclass(frozen=True)
class Form:
    name: str
    questions: tuple[Question, ...]
    finish: Callable[[Turn, Draft], Answer]
    gathers: bool = False  # more pieces may follow at once: wait for them before answering
    stays_open: timedelta = timedelta(hours=1)
    leave: "Callable[[Turn, Draft], Answer] | None" = None  # what ยกเลิก says, where it is not "stopped"
    quotes: bool = False  # what is typed is said to somebody else: words of danger in it are no cry

    def begin(self, turn: Turn, **answers: Any) -> Answer:
        """Ask the first question; the words that led here are not its answer."""
        return self.ask(turn, drafts.begin(turn.db, turn.person.id, self.name, **answers))

    def begin_with(self, turn: Turn, **answers: Any) -> Answer:
        """Begin with what was just sent as the first answer."""
        draft = drafts.begin(turn.db, turn.person.id, self.name, **answers)
        draft.asked = self.questions[0].name
        return self.turn(turn, draft) or self.ask(turn, draft)

    def turn(self, turn: Turn, draft: Draft) -> Answer | None:
        """The answer to an input that belongs to this form; None if it does not."""
        question = self._asked_by(turn.input, draft)
        taken = question.takes(turn, draft) if question else None
        if question is None or taken is None:
            return None
        drafts.reopen(turn.db, draft)
        if isinstance(taken, Message):
            draft.asked = question.name
            answer = Answer([taken])
        else:
            draft.answers[question.name] = taken
            answer = self.ask(turn, draft)
        is_over = self._open_question(draft) is None
        answer.burst = self.gathers and not is_over and not isinstance(turn.input, Tap)
        return answer

    def ask(self, turn: Turn, draft: Draft) -> Answer:
        question = self._open_question(draft)
        if question is None:
            return self.finish(turn, draft)
        draft.asked = question.name
        return Answer([question.asks(turn, draft)])

    def tapped(self, turn: Turn) -> Answer:
        """A tap on one of this form's buttons; one of an older draft only asks again."""
        draft = drafts.of_person(turn.db, turn.person.id, "".join(step(turn, 1)))
        if draft is None or draft.form != self.name:
            return self._late(turn)
        match step(turn, 2):
            case ["edit"]:
                return self._edit(turn, draft, "".join(step(turn, 3)))
            case ["resume"]:
                drafts.reopen(turn.db, draft)
                return self.ask(turn, draft)
            case ["drop"]:
                drafts.drop(turn.db, draft)
                return one("talk.dropped" if self.gathers else "talk.stopped")
        return self.turn(turn, draft) or self.ask(turn, draft)

    def _edit(self, turn: Turn, draft: Draft, name: str) -> Answer:
        """Ask one question again."""
        question = next((q for q in self.questions if q.name == name), None)
        for gone in (name, *(question.carries if question else ())):
            draft.answers.pop(gone, None)
        draft.answers["edits"] = name
        drafts.reopen(turn.db, draft)
        return self.ask(turn, draft)

    def _late(self, turn: Turn) -> Answer:
        old, draft = Message("talk.old_button"), drafts.open_for(turn.db, turn.person.id)
        if draft is None or draft.form != self.name:
            return Answer([old])
        return Answer([old, *self.ask(turn, draft).messages])

    def _asked_by(self, said: Input, draft: Draft) -> Question | None:
        wanted = draft.asked
        if isinstance(said, Tap):
            wanted = "".join(said.steps[2:3])
        elif not isinstance(said, Words):
            return next((q for q in self.questions if isinstance(said, q.early)), None)
        return next((q for q in self.questions if q.name == wanted), None)

    def _open_question(self, draft: Draft) -> Question | None:
        """The first question that is still unanswered and applies."""
        said = draft.answers
        return next((q for q in self.questions if q.name not in said and q.applies(said)), None)


def step(turn: Turn, number: int) -> list[str]:
    """The nth step of a tap's data, as a list that is empty when there is none."""
    return turn.input.steps[number : number + 1] if isinstance(turn.input, Tap) else []


def data(draft: Draft, *steps: object) -> str:
    """What a button of this draft says when it is tapped."""
    return "/".join([draft.form, str(draft.id), *map(str, steps)])


def left(draft: Draft) -> Answer:
    """The talk is left, and can be taken up again."""
    drafts.leave(draft)
    again = tap("talk.resume", data(draft, "resume"), loud=True)
    return one("talk.left", (again, tap("talk.drop", data(draft, "drop"))))


def stopped(turn: Turn, draft: Draft) -> Answer:
    """The question is taken back; nothing was changed."""
    drafts.drop(turn.db, draft)
    return one("talk.stopped")
