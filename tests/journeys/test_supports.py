"""A week before, those who come see the draft and say which three they want to be talked of; nobody's name is in it."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.words import say
from models import issues, people
from models.forums import agenda, invitations, supporting
from models.forums.agenda import Support
from models.forums.forum import Forum
from tests.house import House
from tests.makers import a_coordinator, a_villager, planned_forums, the_forum
from tests.talk import Talk
from tests.troubles import a_trouble, an_item

SHOWING = "2026-08-13T09:00"
TOPICS = ("water", "land", "health", "housing", "education", "welfare")


def coming(house: House, troubles: int = 5, *figures: int) -> list[Talk]:
    """They said that they come; it is seven days before, and the draft was shown."""
    planned_forums(house)
    for number, topic in enumerate(TOPICS[:troubles]):
        a_trouble(house, topic, heads=troubles - number)
    talks = [a_villager(house, figure, name=f"คน{figure}") for figure in figures or (0xB7,)]
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    for talk in talks:
        talk.taps("ไป").taps("ข้าม").taps("ข้าม")
    house.time.stands_at(SHOWING)
    for talk in talks:
        talk._from = len(house.said)
    house.ring()
    return talks


def supported(house: House, talk: Talk) -> list[str]:
    forum = the_forum(house)
    with house.db() as db:
        mine = supporting.of_person(db, db.merge(forum), people.known_by(db, talk.person))
        return [item.issue.topic or "" for item in mine]


def test_those_who_come_are_shown_it_once_seven_days_before(house: House) -> None:
    planned_forums(house)
    a_trouble(house, heads=2)
    goes, online, stays = (a_villager(house, figure, name="คน") for figure in (0xB7, 0xB8, 0xB9))
    forum = the_forum(house)
    with house.db() as db:
        db.merge(forum).online_url = "https://meet.example.org/abc"
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    goes.taps("ไป")
    online.taps("ร่วมออนไลน์")
    stays.taps("ไม่สะดวก ฝากเรื่อง")
    house.said.clear()
    for moment in ("2026-08-13T08:59", SHOWING, "2026-08-13T10:00", "2026-08-14T09:00"):
        house.time.stands_at(moment)
        house.ring()
        told = [to for to, message in house.said if message["key"] == "support.shown"]
        assert sorted(told) == ([] if moment.endswith("08:59") else sorted([goes.person, online.person])), (
            moment
        )
    goes._from = 0
    goes.reads("มีเรื่องรอคุย 1 เรื่อง", "พฤหัสบดี 20 ส.ค. 2569").sees("ดูเรื่อง")


def test_nobody_is_woken_by_it_and_an_empty_draft_waits(house: House) -> None:
    (talk,) = coming(house, 0)
    talk.hears_nothing()
    house.time.stands_at("2026-08-13T21:00")
    a_trouble(house)
    house.ring()
    talk.hears_nothing()
    house.time.stands_at("2026-08-14T08:00")
    house.ring()
    talk.hears("support.shown")


def test_three_are_supported_a_fourth_is_answered_kindly_and_one_is_given_back(house: House) -> None:
    (talk,) = coming(house)
    talk.hears("support.shown", issues=5).taps("ดูเรื่อง").hears("support.list")
    talk.reads("1) น้ำกินน้ำใช้ ต.น้ำพอง 5 คน", "5) การเรียน ต.น้ำพอง")
    talk.taps("1").hears("support.one").reads("เรื่องที่ 1 น้ำกินน้ำใช้", "ที่ ต.น้ำพอง", "เดือดร้อน 5 คน")
    talk.taps("หนุนเรื่องนี้").hears("support.kept").reads("หนุนได้อีก 2 เรื่อง").taps("ดูเรื่อง").taps("2").taps("ถัดไป")
    talk.hears("support.one").reads("สุขภาพ").taps("หนุนเรื่องนี้").reads("หนุนได้อีก 1 เรื่อง")
    talk.taps("ดูเรื่อง").says("2").hears("support.one").reads("ที่ดินทำกิน").taps("หนุนเรื่องนี้").hears("support.kept")
    talk.taps("ดูเรื่อง").says("ดู 4").taps("หนุนเรื่องนี้").hears("support.used_up").reads(
        "หนุนครบ 3 เรื่อง", "น้ำกินน้ำใช้", "สุขภาพ", "ที่ดินทำกิน"
    )
    assert supported(house, talk) == ["water", "health", "land"]
    talk.taps("เลิกหนุนเรื่องที่ 2").hears("support.taken_back").reads("สุขภาพ", "หนุนได้อีก 1 เรื่อง")
    talk.taps("ดูเรื่อง").taps("4").taps("หนุนเรื่องนี้").hears("support.kept")
    assert supported(house, talk) == ["water", "land", "housing"]
    talk.taps("เลิกหนุน").taps("เลิกหนุน").hears("support.taken_back").reads("หนุนได้อีก 1 เรื่อง")


def test_supports_are_counted_where_the_agenda_is_made(house: House) -> None:
    first, second = coming(house, 3, 0xB7, 0xB8)
    for talk in (first, second):
        talk.taps("ดูเรื่อง").taps("3").taps("หนุนเรื่องนี้").taps("หนุนเรื่องนี้").hears("support.known")
    first.taps("ดูเรื่อง").taps("3").reads("มีคนหนุน 2 คน").sees("เลิกหนุน")
    a_coordinator(house).says("ร่างวาระ").reads("3) ขก-0006 สุขภาพ ต.น้ำพอง รอ 10 วัน หนุน 2")


def test_nobodys_name_number_or_village_is_shown(house: House) -> None:
    (talk,) = coming(house, 2)
    with house.db() as db:
        issue = issues.by_number(db, "ขก-0001")
        assert issue
        issue.moo = 9
    talk.taps("ดูเรื่อง").taps("1")
    said = "\n".join(say(m["key"], "th", m["values"]) for to, m in house.said if to == talk.person)
    assert "น้ำกินน้ำใช้" in said
    for hidden in ("หมู่ 9", "ม.9", "ขก-0001", "คน3584"):
        assert hidden not in said
    assert "หมู่" not in json.dumps(talk.heard, ensure_ascii=False)


def test_what_was_left_off_stays_to_be_seen_with_its_reason(house: House) -> None:
    (talk,) = coming(house, 3)
    talk.taps("ดูเรื่อง").taps("2").taps("หนุนเรื่องนี้")
    button = talk.taps("ดูเรื่อง").button("2")
    a_coordinator(house).says("ร่างวาระ").says("1 ไม่เข้า").taps("รอเวทีหน้า").hears("agenda.dropped")
    talk.taps("ดูเรื่อง").sees("เรื่องที่ไม่เข้า").taps("เรื่องที่ไม่เข้า").hears("support.left_out")
    talk.reads("น้ำกินน้ำใช้", "ขอไว้เวทีครั้งหน้า")
    a_coordinator(house).says("ร่างวาระ").says("1 ไม่เข้า").taps("เวทีช่วยไม่ได้")
    talk.taps_old(button).hears("support.out").reads("ที่ดินทำกิน", "เวทีช่วยเรื่องนี้ไม่ได้")
    assert supported(house, talk) == [], "what was left off leaves her free for another"


def test_whoever_has_not_said_that_she_comes_is_asked_first(house: House) -> None:
    (talk,) = coming(house)
    talk.taps("ดูเรื่อง").taps("1")
    add = talk.button("หนุนเรื่องนี้")
    other = a_villager(house, 0xB9, name="ศรี")
    other.taps_old(add).hears("support.only_comers").sees("ไป", "ไม่สะดวก ฝากเรื่อง").taps("ไป")
    assert other.heard[0]["key"] == "rsvp.going"
    other.sees("ดูเรื่อง").taps_old(add).hears("support.kept")
    talk.says("ไม่ไปแล้ว").taps("ข้าม")
    talk.taps_old(add).hears("support.only_comers")


def test_who_says_yes_later_finds_the_same_button(house: House) -> None:
    coming(house)
    other = a_villager(house, 0xB9, name="ศรี")
    other.says("เวทีครั้งหน้า").taps("ไป").hears("rsvp.going", "sheet.sector").sees("ดูเรื่อง")
    other.taps("ดูเรื่อง").hears("support.list").says("เวทีครั้งหน้า").sees("ดูเรื่อง", "เปลี่ยนคำตอบ")


def test_before_it_was_shown_there_is_no_such_button(house: House) -> None:
    planned_forums(house)
    a_trouble(house)
    talk = a_villager(house, 0xB7, name="ศรี")
    assert "ดูเรื่อง" not in talk.says("เวทีครั้งหน้า").taps("ไป").labels
    house.ring()
    item = an_item(house, "ขก-0001")
    for data in (f"support/list/{item.forum_id}/0", f"support/add/{item.forum_id}/{item.issue_id}"):
        talk.taps_old({"type": "postback", "data": data}).hears("talk.old_button")


@pytest.mark.parametrize("what", ["begun", "cancelled"])
def test_when_it_begins_or_is_called_off_nothing_is_supported_any_more(house: House, what: str) -> None:
    (talk,) = coming(house)
    talk.taps("ดูเรื่อง").taps("1")
    forum = the_forum(house)
    if what == "begun":
        house.time.stands_at("2026-08-20T09:01")
    else:
        with house.db() as db:
            invitations.cancel(db, db.merge(forum), "น้ำท่วมทาง")
        house.send()
    talk.taps("หนุนเรื่องนี้").hears("support.begun" if what == "begun" else "rsvp.cancelled")
    with house.db() as db:
        assert db.query(Support).count() == 0


def test_what_was_merged_is_supported_as_what_it_is_by_now(house: House) -> None:
    (talk,) = coming(house, 2)
    button = talk.taps("ดูเรื่อง").taps("2").button("หนุนเรื่องนี้")
    with house.db() as db:
        one, other = issues.by_number(db, "ขก-0001"), issues.by_number(db, "ขก-0003")
        assert one
        assert other
        issues.merge(db, one, other)
    talk.taps_old(button).hears("support.kept").reads("น้ำกินน้ำใช้")
    talk.taps("ดูเรื่อง").reads("1) น้ำกินน้ำใช้")
    assert supported(house, talk) == ["water"]


@pytest.mark.parametrize(
    "data", ["support", "support/list/x/0", "support/see/1/999", "support/poem/1/1", "support/add/1"]
)
def test_garbage_in_a_buttons_data(house: House, data: str) -> None:
    (talk,) = coming(house, 1)
    talk.taps_old({"type": "postback", "data": data})
    assert [message["key"] for message in talk.heard] in (["talk.old_button"], ["support.gone"])


def test_many_taps_at_once_keep_three(house: House) -> None:
    (talk,) = coming(house, 6)
    forum_id = the_forum(house).id
    numbers = [f"ขก-00{number:02d}" for number in (1, 7, 12, 16, 19, 21)]

    def supports(number: str) -> str:
        with house.sessions.begin() as db:
            forum, issue = db.get_one(Forum, forum_id), issues.by_number(db, number)
            assert issue
            item = agenda.item_of(db, forum, issue)
            assert item
            return supporting.add(db, item, people.known_by(db, talk.person))

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(supports, numbers))
    assert sorted(outcomes) == ["kept", "kept", "kept", "used_up", "used_up", "used_up"]
    with ThreadPoolExecutor(4) as pool:
        again = list(pool.map(supports, [numbers[outcomes.index("kept")]] * 4))
    assert again == ["known"] * 4
    assert len(supported(house, talk)) == 3
