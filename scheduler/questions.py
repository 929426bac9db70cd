"""Questions that waited a working day go one level up; at the top they are called to mind once a week."""

from sqlalchemy.orm import Session

from handlers import question_news
from models import questions
from models.questions import Question


def climb(db: Session) -> None:
    for question in questions.to_move(db):
        _move(db, question)


def _move(db: Session, question: Question) -> None:
    had = questions.holders(db, question)
    if questions.move_up(db, question, question.scope):
        question_news.has_climbed(db, question, had)
    elif not had and questions.let_go(db, question):
        question_news.tell_asker(db, question)
    elif had and questions.call_to_mind(db, question):
        question_news.call_to_mind(db, question)
