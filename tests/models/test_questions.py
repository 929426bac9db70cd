"""Questions among their levels: who gets one first, when it moves, and that of two who move it one wins."""

import pytest
from sqlalchemy.orm import Session

from models import listings, people, questions, roles
from models.people import Person
from models.post import drafts
from tests.house import House
from tests.makers import NAM_PHONG

LEADER, PROVINCE, OFFICER, ASKER = (f"U{figure:032x}" for figure in range(1, 5))
WORDS = [{"kind": "words", "message_id": "m1", "text": "กองทุนเปิดวันไหน"}]


def staffed(db: Session) -> Person:
    """A leader, a province and the centre; answers with somebody who asks."""
    for line_id, role, scope in (
        (LEADER, "leader", NAM_PHONG),
        (PROVINCE, "province", "40"),
        (OFFICER, "officer", roles.NATIONAL),
    ):
        roles.grant(db, line_id, role, scope)
    return people.known_by(db, ASKER)


@pytest.mark.parametrize(
    ("place", "scope"), [(NAM_PHONG, NAM_PHONG), ("400702", "40"), ("900101", "national"), (None, "national")]
)
def test_the_nearest_level_gets_it_first(house: House, place: str | None, scope: str) -> None:
    with house.db() as db:
        assert questions.ask(db, staffed(db), list(WORDS), place).scope == scope


def test_it_climbs_from_level_to_level_and_stays_at_the_top(house: House) -> None:
    with house.db() as db:
        question = questions.ask(db, staffed(db), list(WORDS), NAM_PHONG)
        climbed = []
        while questions.move_up(db, question, question.scope):
            climbed.append(question.scope)
        assert climbed == ["40", "national"]
        assert questions.is_at_the_top(db, question)


def test_of_two_who_move_it_on_one_wins(house: House) -> None:
    with house.db() as db:
        question = questions.ask(db, staffed(db), list(WORDS), NAM_PHONG)
        assert questions.move_up(db, question, NAM_PHONG)
        assert not questions.move_up(db, question, NAM_PHONG)
        assert question.scope == "40"


def test_it_is_due_after_a_working_day(house: House) -> None:
    house.time.stands_at("2026-08-07T15:00")  # Friday
    with house.db() as db:
        questions.ask(db, staffed(db), list(WORDS), NAM_PHONG)
        for moment, due in (("2026-08-09T15:00", 0), ("2026-08-10T14:59", 0), ("2026-08-10T15:00", 1)):
            house.time.stands_at(moment)
            assert len(questions.to_move(db)) == due


def test_a_closed_question_neither_moves_nor_is_answered_again(house: House) -> None:
    with house.db() as db:
        question = questions.ask(db, staffed(db), list(WORDS), NAM_PHONG)
        leader, officer = people.known_by(db, LEADER), people.known_by(db, OFFICER)
        assert questions.answer(db, question, leader, [{**WORDS[0], "text": "วันพุธ"}])
        assert not questions.answer(db, question, officer, [{**WORDS[0], "text": "วันศุกร์"}])
        assert not questions.move_up(db, question, NAM_PHONG)
        assert (question.answer, question.answered_by) == ("วันพุธ", leader.id)


def test_numbers_of_a_list_are_given_once_a_day(house: House) -> None:
    with house.db() as db:
        person = people.known_by(db, ASKER)
        assert listings.numbers(db, person.id, "report", [7, 8]) == [1, 2]
        assert listings.numbers(db, person.id, "report", [9, 8]) == [3, 2]
        assert listings.numbers(db, person.id, "question", [8]) == [1]
        assert listings.shown_last(db, person.id) in ("report", "question")
        meant = [listings.meant(db, person.id, "report", number) for number in (0, 1, 3, 4)]
        assert meant == [None, 7, 9, None]
        house.time.goes(days=1)
        assert listings.meant(db, person.id, "report", 1) is None
        assert listings.numbers(db, person.id, "report", [9]) == [1]


def test_a_draft_laid_aside_leaves_the_open_one_open(house: House) -> None:
    with house.db() as db:
        person = people.known_by(db, ASKER)
        opened = drafts.begin(db, person.id, "report")
        first = drafts.lay_aside(db, person.id, "ask", parts=WORDS)
        second = drafts.lay_aside(db, person.id, "ask", parts=WORDS)
        still_open, first_id = drafts.open_for(db, person.id), str(first.id)
        assert still_open is opened
        assert drafts.of_person(db, person.id, first_id) is None
        assert drafts.of_person(db, person.id, str(second.id)) is second
