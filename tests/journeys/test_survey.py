"""The morning after: three questions of one tap, answers that replace, and counts that give nobody away."""

import pytest

from models import people
from models.forums import surveys
from models.forums.surveys import SurveyAnswer
from tests.house import House
from tests.journeys.hall import THE_DAY_AFTER, cancelled, hers, signed_in, the_hall
from tests.makers import a_coordinator, a_villager
from tests.talk import Talk


def asked(house: House, count: int = 1) -> list[Talk]:
    """So many who came were asked on the morning after."""
    the_hall(house)
    talks = signed_in(house, count)
    house.ring()
    house.time.stands_at(THE_DAY_AFTER)
    house.ring()
    return talks


def times_asked(house: House, talk: Talk) -> int:
    return house.keys_to(talk.person).count("survey.heard")


def answers(house: House) -> dict[str, str]:
    with house.db() as db:
        return {row.question: row.answer for row in db.query(SurveyAnswer)}


def test_three_questions_one_tap_each(house: House) -> None:
    (talk,) = asked(house)
    assert times_asked(house, talk) == 1
    talk.sees("ได้พูด", "ได้พูดบ้าง", "ไม่ได้พูด", "ข้าม").taps("ได้พูด").hears("survey.clear").taps("เข้าใจบ้าง")
    talk.hears("survey.again").taps("มาอีก").hears("survey.thanks")
    assert answers(house) == {"heard": "yes", "clear": "partly", "again": "yes"}


def test_any_may_be_skipped_and_answers_replace(house: House) -> None:
    (talk,) = asked(house)
    first = talk.button("ไม่ได้พูด")
    talk.taps("ข้าม").hears("survey.clear").taps("ข้าม").hears("survey.again").taps("ข้าม").hears(
        "survey.thanks"
    )
    assert answers(house) == {}
    talk.taps("แก้คำตอบ").hears("survey.heard").taps("ได้พูด")
    talk.taps_old(first).hears("survey.clear")
    assert answers(house) == {"heard": "no"}


def test_everyone_is_asked_once_however_often_the_clock_rings(house: House) -> None:
    first, second = asked(house, 2)
    house.time.goes(minutes=1)
    house.ring()
    house.time.goes(days=1)
    house.ring()
    for talk in (first, second):
        assert times_asked(house, talk) == 1


def test_only_who_came_and_agreed_to_news_is_asked(house: House) -> None:
    the_hall(house)
    came, quiet, gone = signed_in(house, 3)
    absent = a_villager(house, 0xC7, name="ไม่ได้มา")
    quiet.says("เลิกรับข่าว")
    gone.says("ลบข้อมูล").taps("ลบทั้งหมด")
    house.ring()
    house.time.stands_at(THE_DAY_AFTER)
    house.ring()
    assert "survey.heard" in house.keys_to(came.person)
    for talk in (quiet, gone, absent):
        assert "survey.heard" not in house.keys_to(talk.person)


@pytest.mark.parametrize(
    ("moment", "is_asked"),
    [("2026-08-20T11:59", False), ("2026-08-21T07:59", False), ("2026-08-21T08:00", True)],
)
def test_not_on_the_day_itself_and_not_at_night(house: House, moment: str, is_asked: bool) -> None:
    the_hall(house)
    (talk,) = signed_in(house, 1)
    house.time.stands_at("2026-08-20T09:30")
    house.ring()
    house.time.stands_at(moment)
    house.ring()
    assert times_asked(house, talk) == is_asked


def test_after_three_days_of_silence_of_ours_nobody_is_asked(house: House) -> None:
    the_hall(house)
    (talk,) = signed_in(house, 1)
    house.ring()
    house.time.stands_at("2026-08-23T10:00")
    house.ring()
    assert times_asked(house, talk) == 0


def test_a_forum_called_off_asks_nothing(house: House) -> None:
    the_hall(house)
    (talk,) = signed_in(house, 1)
    cancelled(house)
    house.time.stands_at(THE_DAY_AFTER)
    house.ring()
    assert times_asked(house, talk) == 0


def test_who_did_not_come_cannot_answer(house: House) -> None:
    asked(house)
    forum = hers(house)
    stranger = a_villager(house, 0xC7, name="คำ")
    for data in (f"survey/{forum.id}/heard/yes", f"survey_of/{forum.id}"):
        stranger.taps_old({"type": "postback", "data": data}).hears("talk.old_button")
    assert answers(house) == {}


@pytest.mark.parametrize(
    "data", ["survey", "survey/1", "survey/x/heard/yes", "survey/{0}/poem/yes", "survey/{0}/heard/9"]
)
def test_garbage_in_a_buttons_data(house: House, data: str) -> None:
    (talk,) = asked(house)
    talk.taps_old({"type": "postback", "data": data.format(hers(house).id)}).hears("talk.old_button")


def test_who_takes_back_her_consent_answers_nothing_more(house: House) -> None:
    (talk,) = asked(house)
    tap = talk.button("ได้พูด")
    talk.taps_old({"type": "postback", "data": "consent/no"}).taps("ลบทั้งหมด")
    talk.taps_old(tap)
    assert answers(house) == {}


def answered(house: House, question: str, *counts: int) -> None:
    forum, nth = hers(house), 0
    with house.db() as db:
        for said, count in zip(surveys.QUESTIONS[question], counts, strict=True):
            for _ in range(count):
                surveys.answer(db, forum, people.known_by(db, f"U{nth:032x}"), question, said)
                nth += 1


def test_the_coordinator_sees_counts_and_of_few_only_that_they_are_few(house: House) -> None:
    asked(house)
    answered(house, "heard", 6, 4, 0)
    answered(house, "clear", 5, 0, 0)
    naen = a_coordinator(house)
    naen.says("ผลเวที").hears("survey.results").reads(
        "ได้พูดเรื่องที่อยากพูด: ได้พูด 6 คน, ได้พูดบ้าง น้อยกว่า 5 คน, ไม่ได้พูด น้อยกว่า 5 คน",
        "เข้าใจว่าใครจะทำอะไรต่อ: เข้าใจ 5 คน, เข้าใจบ้าง น้อยกว่า 5 คน",
        "จะมาอีก: มาอีก น้อยกว่า 5 คน",
        "ลงชื่อมา 1 คน",
    )


def test_results_of_several_forums_and_of_none(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("ผลเวที").hears("survey.none")
    asked(house)
    naen.says("ผลเวที").hears("survey.results").reads("ภาคอีสาน")
    a_coordinator(house, "south")
    naen.says("ผลเวที").hears("survey.which").reads("ภาคใต้").taps(naen.labels[0]).hears("survey.results")


def test_results_of_another_region_are_not_shown(house: House) -> None:
    asked(house)
    a_coordinator(house, "south").taps_old({"type": "postback", "data": f"results/{hers(house).id}"}).hears(
        "talk.old_button"
    )
    a_villager(house).says("ผลเวที").hears("work.not_yours")


def test_answers_leave_with_the_person(house: House) -> None:
    (talk,) = asked(house)
    talk.taps("ได้พูด")
    assert answers(house) == {"heard": "yes"}
    talk.says("ลบข้อมูล").taps("ลบทั้งหมด")
    assert answers(house) == {}


def test_she_gets_a_copy_of_what_she_answered(house: House) -> None:
    from models import export

    (talk,) = asked(house)
    talk.taps("ได้พูด")
    with house.db() as db:
        kept = export.of(db, people.known_by(db, talk.person))
    assert [(row["question"], row["answer"]) for row in kept["forum_survey"]] == [("heard", "yes")]
    assert len(kept["attendances"]) == 1
