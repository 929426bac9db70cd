"""Nobody is signed in twice, however many sign in at the same moment; and nobody's sign-in is lost."""

from concurrent.futures import ThreadPoolExecutor

from models import people
from models.forums import attendance, secretaries, surveys
from models.forums.forum import Forum
from models.forums.surveys import SurveyAnswer
from models.thai.names import listed_names
from tests.house import House
from tests.journeys.hall import the_hall
from tests.makers import NAM_PHONG


def a_crowd(house: House, count: int) -> list[int]:
    with house.db() as db:
        return [people.known_by(db, f"U{number:032x}").id for number in range(count)]


def test_she_signs_in_by_four_taps_at_once_and_counts_once(house: House) -> None:
    forum_id, [person_id] = the_hall(house).id, a_crowd(house, 1)

    def taps(_: int) -> bool:
        with house.sessions.begin() as db:
            person = people.by_id(db, person_id)
            assert person
            return attendance.sign_in(db, db.get_one(Forum, forum_id), person)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(taps, range(4))) == [False, False, False, True]
    with house.db() as db:
        assert attendance.heads(db, db.get_one(Forum, forum_id)) == 1


def test_people_and_two_leaders_at_once(house: House) -> None:
    """Of the names both leaders type each stands once; all who sign in themselves are there."""
    forum_id, ids = the_hall(house).id, a_crowd(house, 10)
    typed = ["ยายคำ", "ตาสี", "ยายมี"]

    def comes(nth: int) -> int:
        with house.sessions.begin() as db:
            forum, person = db.get_one(Forum, forum_id), people.by_id(db, ids[nth])
            assert person
            if nth < 8:
                return int(attendance.sign_in(db, forum, person))
            order = typed if nth == 8 else typed[::-1]
            return len(attendance.sign_in_names(db, forum, sorted(order), NAM_PHONG, person, "leader").names)

    with ThreadPoolExecutor(5) as pool:
        done = list(pool.map(comes, range(10)))
    assert done[:8] == [1] * 8
    assert done[8] + done[9] == 3
    with house.db() as db:
        count = attendance.counts(db, db.get_one(Forum, forum_id))
    assert (count["came"], count["by_way"]) == (11, {"self": 8, "leader": 3, "paper": 0})


def test_one_person_answers_four_times_at_once(house: House) -> None:
    forum_id, [person_id] = the_hall(house).id, a_crowd(house, 1)

    def taps(nth: int) -> None:
        with house.sessions.begin() as db:
            person = people.by_id(db, person_id)
            assert person
            surveys.answer(db, db.get_one(Forum, forum_id), person, "heard", ("yes", "no")[nth % 2])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(taps, range(4)))
    with house.db() as db:
        assert db.query(SurveyAnswer).count() == 1


def test_two_clocks_ask_once(house: House) -> None:
    forum_id, [person_id] = the_hall(house).id, a_crowd(house, 1)
    with house.db() as db:
        person = people.by_id(db, person_id)
        assert person
        people.agree(person)
        attendance.sign_in(db, db.get_one(Forum, forum_id), person)

    def rings(_: int) -> int:
        with house.sessions.begin() as db:
            return surveys.ask(db, db.get_one(Forum, forum_id))

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(rings, range(4))) == [0, 0, 0, 1]


def test_two_coordinators_name_the_same_secretary_at_once(house: House) -> None:
    forum_id, [person_id] = the_hall(house).id, a_crowd(house, 1)

    def names(_: int) -> bool:
        with house.sessions.begin() as db:
            person = people.by_id(db, person_id)
            assert person
            return secretaries.name(db, db.get_one(Forum, forum_id), person)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(names, range(4))) == [False, False, False, True]


def test_two_forums_are_counted_apart(house: House) -> None:
    one = the_hall(house)
    with house.db() as db:
        other = db.query(Forum).filter(Forum.number == "south-2569-08").one()
        person = people.known_by(db, "U" + "1" * 32)
        assert attendance.sign_in(db, one, person)
        assert attendance.sign_in(db, other, person)
        assert attendance.sign_out(db, one, person)
        assert (attendance.heads(db, one), attendance.heads(db, other)) == (0, 1)


def test_names_of_a_list() -> None:
    assert listed_names("ยายคำ, ตาสี และ นายมี กับนางสาว ดา\n2) อรุณ ") == (
        ["ยายคำ", "ตาสี", "นายมี", "นางสาว ดา", "อรุณ"],
        [],
    )
    assert listed_names("ก, 12, 😀, ไม่มีใครมา, คำ ม.5") == (
        ["คำ ม.5"],
        ["ก", "12", "😀", "ไม่มีใครมา"],
    )
    assert listed_names(f"{'ก' * 61}, คำ") == (["คำ"], ["ก" * 61])
    assert listed_names(" ,; ") == ([], [])
