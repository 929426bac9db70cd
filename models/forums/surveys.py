"""How those who came found their Forum: three questions the morning after, one tap each; only counts are shown."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock, people
from models.base import Base, Id, insert_once
from models.forums import forum as forums
from models.forums import telling
from models.forums.attendance import Attendance
from models.forums.forum import Forum
from models.people import Person
from models.post import outbox
from models.post.messages import Message, tap
from models.thai.calendar import day_of, here

# Each question with its three answers, in the order they are shown.
QUESTIONS: dict[str, tuple[str, ...]] = {
    "heard": ("yes", "partly", "no"),  # could she speak of what she wanted to
    "clear": ("yes", "partly", "no"),  # does she know who does what next
    "again": ("yes", "unsure", "no"),  # does she come again
}
SAYS = {"heard": "survey.heard", "clear": "survey.clear", "again": "survey.again"}
FEWEST = 5  # fewer answers than that are not told apart
EARLIEST = 8  # o'clock in Bangkok
ASKED_WITHIN = timedelta(days=3)  # after a longer silence of ours nobody is asked any more
SHOWN_FOR = timedelta(days=60)


class SurveyAnswer(Base):
    """The newest answer to a question counts."""

    __tablename__ = "forum_survey"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    answer: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (UniqueConstraint("forum_id", "person_id", "question"),)


def due(db: Session) -> list[Forum]:
    """Held on a day before today, and nobody was asked yet; nobody is woken for it."""
    now = clock.now()
    if here(now).hour < EARLIEST:
        return []
    held = select(Forum).where(Forum.state == "held", Forum.surveyed_at.is_(None))
    lately = held.where(Forum.at > now - ASKED_WITHIN, Forum.kind != "emergency")
    return [forum for forum in db.scalars(lately.order_by(Forum.id)) if day_of(forum.at) < day_of(now)]


def asked(db: Session, forum: Forum, language: str) -> Iterator[str]:
    """LINE ids of those who came and agreed to hear of Forums."""
    agrees = (Person.keeping == "yes", Person.invitations.is_(True), Person.blocked_at.is_(None))
    came = select(Person.line_id).join(Attendance, Attendance.person_id == Person.id)
    hers = came.where(Attendance.forum_id == forum.id, Person.language == language, *agrees)
    yield from db.scalars(hers.order_by(Person.id))


def answer(db: Session, forum: Forum, person: Person, question: str, said: str) -> None:
    """Keep an answer; a later one takes its place."""
    row = {"forum_id": forum.id, "person_id": person.id, "question": question}
    if insert_once(db, SurveyAnswer, **row, answer=said, at=clock.now()):
        return
    kept = db.scalars(select(SurveyAnswer).filter_by(**row).with_for_update()).one()
    kept.answer, kept.at = said, clock.now()


def ask(db: Session, forum: Forum) -> int:
    """Put the first question to everybody who came, once; answers to how many."""
    if not forums.claim(db, forum, "surveyed_at"):
        return 0
    first = question(forum, next(iter(QUESTIONS)))
    how = {"forum_id": forum.id, "until": clock.now() + ASKED_WITHIN}
    return sum(
        outbox.multicast(
            db, f"survey/{forum.id}/{language}", asked(db, forum, language), first, language=language, **how
        )
        for language in people.languages(db)
    )


def question(forum: Forum, which: str) -> Message:
    """One question with its answers as buttons; each says which Forum and which question it is about."""
    begun = f"survey/{forum.id}/{which}"
    answers = (tap(f"survey.{which}_{one}", f"{begun}/{one}") for one in QUESTIONS[which])
    choices = (*answers, tap("skip", f"{begun}/skip"))
    return Message(SAYS[which], telling.described(forum), choices)


def after(question: str) -> str | None:
    """The question that follows."""
    order = list(QUESTIONS)
    return next(iter(order[order.index(question) + 1 :]), None)


def results(db: Session, forum: Forum) -> list[tuple[str, list[tuple[str, int | None]]]]:
    """Each question with how many gave which answer; None stands for fewer than five, none included."""
    rows = db.execute(
        select(SurveyAnswer.question, SurveyAnswer.answer).where(SurveyAnswer.forum_id == forum.id)
    )
    count = Counter((question, said) for question, said in rows)
    return [
        (question, [(one, _told(count[question, one])) for one in answers])
        for question, answers in QUESTIONS.items()
    ]


def _told(count: int) -> int | None:
    return count if count >= FEWEST else None


def asked_lately(db: Session) -> list[Forum]:
    """Those of the last weeks that people were asked about, the newest first."""
    rows = select(Forum).where(Forum.surveyed_at.is_not(None), Forum.at > clock.now() - SHOWN_FOR)
    return list(db.scalars(rows.order_by(Forum.at.desc(), Forum.id)))
