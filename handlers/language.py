"""In which language we speak to somebody: Thai, or English for those who choose it."""

from handlers import welcome
from handlers.inputs import Answer, Turn, one
from models.post import menus


def english(turn: Turn) -> Answer:
    return _choose(turn, "en")


def thai(turn: Turn) -> Answer:
    return _choose(turn, "th")


def _choose(turn: Turn, language: str) -> Answer:
    turn.person.language = language
    turn.db.flush()
    menus.owe(turn.db, turn.person)
    answer = one("language.chosen", welcome.MAIN)
    answer.messages += welcome.owed(turn)
    return answer
