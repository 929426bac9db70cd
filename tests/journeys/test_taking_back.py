"""What was taken back is not said any more, also where it waits for LINE or is in hand at that very moment."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import StatementError

from bot.line.gateway import Gateway
from bot.simulator import NAEN, SOMCHAI, VILLAGE
from models import consent, people, roles
from models.media import Media
from models.post import inbox
from models.post.inbox import Event
from models.post.outbox import Parcel
from tests.house import House
from tests.makers import a_coordinator, a_leader, a_villager, planned_forums
from tests.talk import Talk
from tests.traces import traces

WORD, MORE, NAME, PHONE = "มะพร้าวกะทิสีม่วงเข้ม", "ปลาหมอตะกุดใบบอน", "นกเขาชวาเสียงใส", "0891234567"
LONG = f"ช่วยด้วย น้ำถึงคอ\n{WORD}   หลังวัด\n" + "น้ำมาเร็วมากบ้านข้างๆหนีขึ้นหลังคา " * 4 + MORE + " ครับ" * 30


def erase(house: House, line_id: str) -> None:
    with house.db() as db:
        consent.erase(db, people.known_by(db, line_id))


def waiting(house: House) -> list[Parcel]:
    with house.sessions() as db:
        return list(db.scalars(select(Parcel).where(Parcel.state == "waiting").order_by(Parcel.id)))


def in_the_meantime(
    house: House, monkeypatch: pytest.MonkeyPatch, call: str, what: Callable[[], Any]
) -> None:
    """While LINE is being asked by this call, something happens in the house, once."""
    really = getattr(Gateway, call)
    todo = [what]

    def ask(gateway: Gateway, *how: Any) -> Any:
        while todo:
            todo.pop()()
        return really(gateway, *how)

    monkeypatch.setattr(Gateway, call, ask)


def an_alarm(house: House) -> tuple[Talk, str]:
    """She cried for help; LINE takes the answer to her, and the alarm only when it is asked again."""
    coordinator, talk = a_coordinator(house), a_villager(house, name=NAME)
    house.line.world.fail_next(500, times=1, path="/push")
    talk.says(LONG)
    assert [parcel.messages[0]["key"] for parcel in waiting(house)] == ["duty.danger"]
    assert traces(house.engine, (WORD, NAME)) == {WORD, NAME}
    return talk, coordinator.person


def test_an_alarm_that_was_tried_goes_out_without_what_was_erased(house: House) -> None:
    talk, officer = an_alarm(house)
    erase(house, talk.person)
    assert traces(house.engine, (WORD, MORE, NAME)) == set()
    house.time.goes(seconds=10)
    house.settle()
    [card] = house.line.heard_by(officer)
    assert WORD not in str(card)
    assert "วังชัย" in str(card) or "น้ำพอง" in str(card), "where it is, is still told"
    assert house.line.world.breaches == []
    assert len({call["headers"].get("X-Line-Retry-Key") for call in house.line.world.calls("/push")}) == 2


def test_an_alarm_in_hand_does_not_bring_the_words_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator, talk = a_coordinator(house), a_villager(house, name=NAME)
    in_the_meantime(house, monkeypatch, "push", lambda: erase(house, talk.person))
    house.line.world.fail_next(500, times=1, path="/push")
    talk.says(LONG)
    assert traces(house.engine, (WORD, MORE, NAME)) == set()
    house.time.goes(seconds=10)
    house.settle()
    [card] = house.line.heard_by(coordinator.person)
    assert WORD not in str(card)
    assert waiting(house) == []


def test_an_alarm_that_was_taken_meanwhile_is_not_said_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator, talk = a_coordinator(house), a_villager(house, name=NAME)
    in_the_meantime(house, monkeypatch, "push", lambda: erase(house, talk.person))
    talk.says(LONG)
    house.settle()
    assert len(house.line.heard_by(coordinator.person)) == 1
    assert traces(house.engine, (WORD, NAME)) == set()


def test_an_answer_of_unknown_fate_is_given_up_rather_than_said_twice(house: House) -> None:
    talk = a_villager(house)
    house.line.world.drop_next(times=3, path="/reply", after_accepting=True)
    talk.says(f"ไฟดับ {WORD} ทั้งหมู่บ้าน").hears("report.sure")
    assert traces(house.engine, (WORD,)) == {WORD}
    erase(house, talk.person)
    assert (waiting(house), traces(house.engine, (WORD,))) == ([], set())


def test_an_excerpt_that_waits_loses_what_is_unsent_and_the_answer_comes(house: House) -> None:
    talk = a_villager(house)
    with talk.burst():
        sent = talk.line.says(talk.person, f"ไฟดับทั้งหมู่บ้าน {WORD} ตั้งแต่หัวค่ำ\nหม้อแปลงเสียงดังมากด้วยค่ะ")
        house.answer()
        talk.line.unsends(talk.person, sent["message"]["id"])
        house.answer()
        assert traces(house.engine, (WORD,)) == set()
    talk.hears("report.sure")
    assert WORD not in str(house.line.heard_by(talk.person))


def test_a_wish_that_is_unsent_is_none(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้")
    sent = talk.line.says(talk.person, f"อยากให้ซ่อม {WORD}")
    house.settle()
    assert WORD in traces(house.engine, (WORD,))
    talk.line.unsends(talk.person, sent["message"]["id"])
    talk.says("ขก1").hears("mine.one", wish=None)
    assert traces(house.engine, (WORD,)) == set()


def test_an_answer_in_a_form_that_is_unsent_is_asked_for_again(house: House) -> None:
    planned_forums(house, hall=None)
    coordinator = a_coordinator(house)
    house.ring()
    coordinator.taps("บอกสถานที่")
    sent = coordinator.line.says(NAEN, f"ศาลา {NAME}")
    house.settle()
    assert traces(house.engine, (NAME,)) == {NAME}
    coordinator.line.unsends(NAEN, sent["message"]["id"])
    house.settle()
    assert traces(house.engine, (NAME,)) == set()
    coordinator.says("วัดโนน").hears("forum.place_sure")


def test_a_name_for_the_sheet_and_a_telephone_that_are_unsent_are_gone(house: House) -> None:
    planned_forums(house)
    leader, talk = a_leader(house), a_villager(house)
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    talk.taps("ไป").taps("มาเอง")
    sent = talk.line.says(talk.person, f" {NAME}  ศรีสุข ")
    house.settle()
    assert house.keys_to(talk.person)[-1] == "sheet.kept"
    leader.says("เปลี่ยนเบอร์")
    number = leader.line.says(leader.person, "๐๘๙-123 4567")
    house.settle()
    assert traces(house.engine, (NAME, PHONE)) == {NAME, PHONE}
    talk.line.unsends(talk.person, sent["message"]["id"])
    leader.line.unsends(leader.person, number["message"]["id"])
    house.settle()
    assert traces(house.engine, (NAME, PHONE)) == set()


def test_her_name_on_a_button_that_waits_for_her_leaves_too(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house, name=NAME)
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    talk.taps("ไป")
    house.line.world.fail_next(503, times=1, path="/reply")
    talk.taps("มาเอง").hears("sheet.name")
    assert NAME in str(waiting(house)[0].messages)
    erase(house, talk.person)
    assert traces(house.engine, (NAME,)) == set()
    house.time.goes(seconds=10)
    house.settle()
    assert NAME not in str(house.line.heard_by(talk.person)[-1])


@pytest.mark.parametrize("name", ["e", "key", "values", "says", "น", "ไฟ", "ตกลง"])
def test_a_name_that_is_part_of_every_message_spoils_nobody_elses(house: House, name: str) -> None:
    coordinator, other = a_coordinator(house), a_villager(house, 0xB4, name="คำ")
    talk = a_villager(house, name=name)
    house.line.world.fail_next(500, times=2)
    other.says("ไฟดับทั้งหมู่บ้าน").hears("report.sure")
    before = [parcel.messages for parcel in waiting(house)]
    erase(house, talk.person)
    assert [parcel.messages for parcel in waiting(house)] == before
    for _ in range(3):
        house.time.goes(seconds=10)
        house.settle()
    assert "ไฟดับทั้งหมู่บ้าน" in str(house.line.heard_by(other.person))
    assert coordinator.person


def test_the_name_and_number_of_whoever_was_on_duty_leave_what_waits_for_others(house: House) -> None:
    with house.db() as db:
        leader = roles.grant(db, SOMCHAI, "leader", "400701").person
        leader.name, leader.phone = NAME, PHONE
    talk = a_villager(house)
    house.line.world.fail_next(503, times=1, path="/reply")
    talk.says("ช่วยด้วย น้ำถึงคอ").hears("danger.numbers", "danger.trapped").reads(NAME)
    assert traces(house.engine, (NAME, PHONE)) == {NAME, PHONE}
    erase(house, SOMCHAI)
    assert traces(house.engine, (NAME, PHONE)) == set()
    house.time.goes(seconds=10)
    house.settle()
    heard = str(house.line.heard_by(talk.person))
    assert "1669" in heard
    assert NAME not in heard
    assert PHONE not in heard


def test_a_photo_in_hand_is_not_kept_after_all(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = a_villager(house)
    house.line.world.voice_getting_ready = 1
    in_the_meantime(house, monkeypatch, "content", lambda: erase(house, talk.person))
    talk.sends_voice()
    for _ in range(3):
        house.time.goes(seconds=10)
        house.settle()
    with house.sessions() as db:
        assert db.scalars(select(Media)).all() == []


def test_a_name_in_hand_is_not_kept_and_is_asked_for_when_she_comes_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = a_villager(house)
    house.line.world.people[talk.person].name = NAME
    with house.db() as db:
        people.known_by(db, talk.person).name = None
    in_the_meantime(house, monkeypatch, "name_of", lambda: erase(house, talk.person))
    talk.says("วิธีใช้")
    assert traces(house.engine, (NAME,)) == set()
    talk.says("สวัสดี")
    with house.db() as db:
        assert people.known_by(db, talk.person).name == NAME


@pytest.mark.parametrize("way", ["เลิกรับข่าว", "ลบข้อมูล"])
def test_whoever_leaves_gets_no_invitation_that_still_waits(house: House, way: str) -> None:
    planned_forums(house)
    talk, other = a_villager(house), a_villager(house, 0xB4, name="คำ")
    house.line.world.quota.limit = 0
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    assert sorted(waiting(house)[0].recipients) == sorted((talk.person, other.person))
    with house.db() as db:  # not tried yet: a row that was tried keeps its bytes
        parcel = db.scalars(select(Parcel).where(Parcel.state == "waiting")).one()
        parcel.body, parcel.first_tried_at = None, None
    talk.says(way)
    if way == "ลบข้อมูล":
        talk.taps("ลบทั้งหมด")
    house.line.world.quota.limit = None
    for _ in range(3):
        house.time.goes(minutes=1)
        house.settle()
    assert len(house.line.heard_by(other.person)) == 1
    assert "ไปหลายคน" not in str(house.line.heard_by(talk.person))


def set_aside(house: House, talk: Talk, monkeypatch: pytest.MonkeyPatch, group: str | None = None) -> str:
    """An event that could not be answered; its error quotes her. Answers its message id."""
    from handlers import router

    def fails(turn: Any) -> Any:
        raise ValueError(turn.words)

    with monkeypatch.context() as broken:
        broken.setattr(router, "answer", fails)
        sent = house.line.says(talk.person, f"ฟอรัม {WORD}", group=group)
        for _ in range(8):
            house.settle()
            house.time.goes(minutes=1)
    with house.sessions() as db:
        assert inbox.counts(db)["set_aside"] == 1
        assert WORD in str(db.scalar(select(Event.error).where(Event.state == "set_aside")))
    return str(sent["message"]["id"])


@pytest.mark.parametrize("group", [None, VILLAGE])
def test_what_could_not_be_answered_leaves_with_its_error(
    house: House, monkeypatch: pytest.MonkeyPatch, group: str | None
) -> None:
    talk = a_villager(house)
    set_aside(house, talk, monkeypatch, group)
    erase(house, talk.person)
    assert traces(house.engine, (WORD,)) == set()


def test_what_could_not_be_answered_leaves_when_it_is_unsent(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = a_villager(house)
    talk.line.unsends(talk.person, set_aside(house, talk, monkeypatch))
    house.settle()
    assert traces(house.engine, (WORD,)) == set()


def test_what_could_not_be_answered_leaves_after_thirty_days_too(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_aside(house, a_villager(house), monkeypatch)
    house.time.goes(days=31)
    house.ring()
    assert traces(house.engine, (WORD,)) == set()


def test_an_error_of_the_database_quotes_nobody(house: House) -> None:
    with house.sessions() as db, pytest.raises(StatementError) as error:
        db.execute(insert(people.Person).values(line_id=None, name=MORE))
    assert MORE not in str(error.value).split("DETAIL")[0]
