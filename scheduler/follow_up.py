"""The jobs after a Forum, at nine in the morning: results, reminders, "is it true?", and what goes up a level."""

from sqlalchemy.orm import Session

from models import clock
from models.forums import climbing, follow_up, results
from models.thai.calendar import here

MORNING = 9  # o'clock in Bangkok: nobody is asked at night, however late the clock was started


def _is_day() -> bool:
    return here(clock.now()).hour >= MORNING


def tell_results(db: Session) -> None:
    if _is_day():
        results.remind(db)


def remind(db: Session) -> None:
    if _is_day():
        follow_up.remind(db)
        follow_up.ask_again(db)


def ask_if_true(db: Session) -> None:
    if _is_day():
        follow_up.ask_if_true(db)


def settle(db: Session) -> None:
    follow_up.settle(db)


def climb(db: Session) -> None:
    if _is_day():
        climbing.climb(db)
