"""Questions to whoever answers for a place: which level has one now, when it moves on, and the answer."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ForeignKey, Index, delete, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock, media, roles
from models.base import Base, Id, changed
from models.people import Person
from models.post import scrubbing
from models.post.scrubbing import Gone
from models.thai.calendar import BANGKOK, a_working_day_later, day_of

MOST_A_DAY = 10
LONGEST = 2000  # letters that a card shows
CALLED_TO_MIND_EVERY = timedelta(days=7)


class Question(Base):
    """`scope` is the level that has it: a DOPA code, a region or "national"; none while nobody answers anywhere."""

    __tablename__ = "questions"
    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    place: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="open")  # open, answered, withdrawn
    scope: Mapped[str | None]
    follows: Mapped[int | None] = mapped_column(ForeignKey("questions.id", ondelete="SET NULL"))
    draft_id: Mapped[int | None] = mapped_column(unique=True)
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    moves_at: Mapped[datetime]  # when it climbs; at the top, when it is called to mind
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    answered_at: Mapped[datetime | None]
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    answerer: Mapped[Person | None] = relationship(foreign_keys=answered_by)
    parts: Mapped[list["QuestionPart"]] = relationship(
        order_by="QuestionPart.id", cascade="all, delete-orphan", passive_deletes=True
    )

    __table_args__ = (
        Index("ix_questions_state", "state", "moves_at"),
        {"sqlite_autoincrement": True},  # buttons hold the id: it never comes again
    )

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts if part.kind == "words" and part.text)

    @property
    def answer(self) -> str:
        return "\n".join(part.text for part in self.parts if part.kind == "answer" and part.text)

    def count(self, kind: str) -> int:
        return sum(part.kind == kind for part in self.parts)


class QuestionPart(Base):
    """One message of a question, words, photo or voice; or of its answer."""

    __tablename__ = "question_parts"
    id: Mapped[Id]
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    message_id: Mapped[str | None] = mapped_column(index=True)
    text: Mapped[str | None]


def ask(db: Session, person: Person, parts: list[dict[str, Any]], place: str | None, **more: Any) -> Question:
    """Put a question to the nearest level where anybody but herself answers.

    `parts` are {kind, message_id, text}. One that follows an answer goes where that answer came from.
    """
    now = clock.now()
    question = Question(person_id=person.id, person=person, place=place, asked_at=now, moves_at=now, **more)
    question.parts = [QuestionPart(**part) for part in parts]
    before = db.get(Question, question.follows) if question.follows else None
    question.scope = first_level(db, person, place, before)
    if question.scope:
        question.moves_at = a_working_day_later(now)
    db.add(question)
    db.flush()
    return question


def first_level(db: Session, person: Person, place: str | None, before: Question | None) -> str | None:
    """Who gets a question first: those an answer came from, else the nearest level."""
    answered_at_level = before.scope if before and before.state == "answered" else None
    if answered_at_level and at_level(db, answered_at_level, person):
        return answered_at_level
    return _level_over(db, person, place, None)


def at_level(db: Session, scope: str, asker: Person) -> list[Person]:
    return [one for one in roles.reached_at(db, scope) if one.id != asker.id]


def _level_over(db: Session, asker: Person, place: str | None, scope: str | None) -> str | None:
    """The nearest level over `scope` where anybody but the asker is."""
    over = roles.scopes_over(place)
    higher = over[over.index(scope) + 1 :] if scope in over else over
    return next((wider for wider in higher if at_level(db, wider, asker)), None)


def holders(db: Session, question: Question) -> list[Person]:
    return at_level(db, question.scope, question.person) if question.scope else []


def is_at_the_top(db: Session, question: Question) -> bool:
    return _level_over(db, question.person, question.place, question.scope) is None


def move_up(db: Session, question: Question, has: str | None) -> bool:
    """Hand it from the level that `has` it to the next one up. False: there is none, or it moved meanwhile."""
    wider = _level_over(db, question.person, question.place, has)
    moved = {"scope": wider, "moves_at": a_working_day_later(clock.now())}
    return wider is not None and _claim(db, question, moved, has)


def call_to_mind(db: Session, question: Question) -> bool:
    """It stays where it is for another week. False: nobody has it, or somebody was called already."""
    at = {"moves_at": clock.now() + CALLED_TO_MIND_EVERY}
    return question.scope is not None and _claim(db, question, at, question.scope)


def let_go(db: Session, question: Question) -> bool:
    """Nobody of its level is left, nor above: it waits for whoever comes."""
    return question.scope is not None and _claim(db, question, {"scope": None}, question.scope)


def _claim(db: Session, question: Question, changes: dict[str, Any], scope: str | None) -> bool:
    """Change an open question that is still where we saw it; of several who try at once one wins."""
    seen = (Question.scope == scope, Question.moves_at == question.moves_at)
    mark = update(Question).where(Question.id == question.id, Question.state == "open", *seen)
    won = bool(changed(db, mark.values(**changes)))
    db.refresh(question)
    return won


def to_move(db: Session) -> list[Question]:
    """Open questions that waited long enough, or that nobody has any more."""
    is_open = Question.state == "open"
    held = [scope for scope in db.scalars(select(Question.scope).where(is_open).distinct()) if scope]
    left = [scope for scope in held if not roles.reached_at(db, scope)]
    due = or_(Question.moves_at <= clock.now(), Question.scope.is_(None), Question.scope.in_(left))
    return list(db.scalars(select(Question).where(is_open, due).order_by(Question.id)))


def answer(db: Session, question: Question, officer: Person, parts: list[dict[str, Any]]) -> bool:
    """Keep the answer of whoever was first. False: somebody else was, or it was taken back."""
    over = roles.scopes_over(question.place)
    hers = [scope for scope in over if scope in roles.scopes_with(db, officer, "answer_for")]
    mark = update(Question).where(Question.id == question.id, Question.state == "open")
    told = {"state": "answered", "answered_by": officer.id, "answered_at": clock.now(), "scope": hers[0]}
    won = bool(changed(db, mark.values(**told)))
    db.refresh(question)
    if won:
        question.parts += [QuestionPart(**{**part, "kind": "answer"}) for part in parts]
        db.flush()
    return won


def withdraw(db: Session, question: Question) -> None:
    """She takes it back: what she said leaves, also where it still waits to be told."""
    for part in question.parts:
        _drop_words(db, part)
        if part.message_id:
            media.drop(db, part.message_id)
    question.parts = []
    question.state = "withdrawn"
    db.flush()


def take_back(db: Session, message_id: str) -> None:
    """A message was unsent: it leaves its question; a question of which nothing is left is withdrawn."""
    said = select(QuestionPart).where(QuestionPart.message_id == message_id)
    for part in db.scalars(said).all():
        question = db.get_one(Question, part.question_id)
        _drop_words(db, part)
        question.parts.remove(part)
        db.flush()
        if question.state == "open" and not question.parts:
            withdraw(db, question)


def _drop_words(db: Session, part: QuestionPart) -> None:
    if part.text:
        scrubbing.scrub(db, Gone((part.text,)))


def open_in(db: Session, scopes: Iterable[str], but: Person, start: int, count: int) -> list[Question]:
    """The open questions of these scopes, oldest first; one's own are for others."""
    mine = select(Question).where(*_open_in(scopes, but)).order_by(Question.asked_at, Question.id)
    return list(db.scalars(mine.offset(start).limit(count)))


def count_open(db: Session, scopes: Iterable[str], but: Person) -> int:
    return db.scalar(select(func.count()).select_from(Question).where(*_open_in(scopes, but))) or 0


def _open_in(scopes: Iterable[str], but: Person) -> tuple[Any, ...]:
    return Question.state == "open", Question.person_id != but.id, roles.inside(Question.place, scopes)


def asked_since(db: Session, since: datetime) -> list[tuple[str | None, datetime]]:
    """Where questions were asked since then, and when."""
    asked = select(Question.place, Question.asked_at).where(
        Question.state == "open", Question.asked_at > since
    )
    return [(place, at) for place, at in db.execute(asked)]


def last_open_of(db: Session, person_id: int) -> Question | None:
    waiting = select(Question).where(Question.person_id == person_id, Question.state == "open")
    return db.scalar(waiting.order_by(Question.id.desc()).limit(1))


def has_asked_enough(db: Session, person_id: int) -> bool:
    """Whether she asked as many as one may on a day in Bangkok."""
    midnight = datetime.combine(day_of(clock.now()), time(), BANGKOK)
    today = select(func.count()).where(Question.person_id == person_id, Question.asked_at >= midnight)
    return (db.scalar(today) or 0) >= MOST_A_DAY


def by_id(db: Session, number: str) -> Question | None:
    return db.get(Question, int(number)) if number.isdecimal() and len(number) < 16 else None


def by_draft(db: Session, draft_id: int) -> Question | None:
    return db.scalar(select(Question).where(Question.draft_id == draft_id))


def count_of(db: Session, person_id: int) -> int:
    return db.scalar(select(func.count()).where(Question.person_id == person_id)) or 0


def words_of(db: Session, person_id: int) -> list[str]:
    """What she typed into questions, and into answers to those of others."""
    is_hers = or_(
        (Question.person_id == person_id) & (QuestionPart.kind != "answer"),
        (Question.answered_by == person_id) & (QuestionPart.kind == "answer"),
    )
    typed = select(QuestionPart.text).join(Question).where(is_hers, QuestionPart.text.is_not(None))
    return [words for words in db.scalars(typed.order_by(QuestionPart.id)) if words]


def purge(db: Session, person_id: int) -> None:
    """Her questions leave with their answers; what she answered to others leaves too."""
    hers = select(Question.id).where(Question.person_id == person_id)
    answered = select(Question.id).where(Question.answered_by == person_id)
    is_answer = QuestionPart.kind == "answer"
    db.execute(delete(QuestionPart).where(QuestionPart.question_id.in_(hers)))
    db.execute(delete(QuestionPart).where(QuestionPart.question_id.in_(answered), is_answer))
    db.execute(update(Question).where(Question.answered_by == person_id).values(answered_by=None))
    db.execute(delete(Question).where(Question.person_id == person_id))
