"""Erased is erased: the whole database is searched for the words that were to leave."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.simulator import VILLAGE
from models import consent, database, people, roles
from models.forums import attendance, posters, secretaries, surveys
from tests.conftest import POSTGRES
from tests.house import House
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_stranger, a_villager, planned_forums, the_forum
from tests.talk import PHOTO, Talk
from tests.traces import traces

# Words that stand nowhere but in what she sends; each once, so that a test can tell which way they stayed.
STORY, WISH, DRAFT, CRY, CALL, EDIT, UNSENT, MORE, ASKED, ANSWERED, LOST, NAME, PHONE, VOICE = (
    *("มะพร้าวกะทิสีม่วง", "กระเบื้องดินเผาเจ็ดชั้น", "ปลาหมอตะกุดใบบอน", "บันไดลิงโคมแดง"),
    *("ตะเกียงเจ้าพายุคู่", "ลำพูเอนริมคุ้งน้ำ", "โอ่งมังกรร้าวสามใบ", "ระนาดเอกพันสายสิญจน์"),
    *("กระทงใบตองลายทอง", "สุ่มไก่สานสามชั้น", "พัดใบลานด้ามยาว"),
    *("นกเขาชวาเสียงใส", "0891234567", "เสียงแคนแปดคู่หน้าหนาว"),
)
WORDS = (STORY, WISH, DRAFT, CRY, CALL, EDIT, UNSENT, MORE, ASKED, ANSWERED, LOST, NAME, PHONE, VOICE)


def a_whole_life(house: House) -> Talk:
    """Everything somebody can leave behind, in every table there is."""
    planned_forums(house)
    leader, _ = a_leader(house), a_coordinator(house)
    talk = a_villager(house, name=NAME)
    house.line.world.people[talk.person].name = NAME
    talk.says(f"น้ำท่วมบ้าน {STORY} สามหลัง").taps("ส่งเรื่องนี้").says(f"อยากให้ซ่อม {WISH}")
    talk.sends_photos(1)
    talk.line.sends_voice(talk.person, VOICE.encode(), 1000)
    house.settle()
    talk.says("ติดตามเรื่อง").taps(talk.number).taps("ผิด แก้เรื่อง").taps("เล่าเพิ่ม").says(f"มี {MORE} ด้วย")
    house.time.goes(minutes=40)
    unsent = talk.line.says(talk.person, f"ขยะล้น {UNSENT}")["message"]["id"]
    house.settle()
    talk.line.unsends(talk.person, unsent)
    talk.says("เวทีครั้งหน้า").taps("ไป")
    at_a_forum(house, talk)
    talk.says("ถามเจ้าหน้าที่").says(f"ถามเรื่อง {ASKED} ค่ะ").taps("ส่งคำถาม").says(LOST).hears("help.lost")
    call = talk.line.says(talk.person, f"ฟอรัม เวทีครั้งหน้า {CALL}", group=VILLAGE)["message"]["id"]
    talk.line.edits(talk.person, VILLAGE, call, f"ฟอรัม เวทีครั้งหน้า {EDIT}")
    house.settle()
    house.time.goes(minutes=40)
    talk.says(f"ช่วยด้วย น้ำถึงคอ {CRY}").taps("1-2 คน").taps("ข้าม")
    house.time.goes(minutes=40)
    talk.says(f"ไฟดับทั้งหมู่บ้าน {DRAFT}")
    on_duty(house, talk)
    leader.blocks()
    return talk


def at_a_forum(house: House, talk: Talk) -> None:
    """She came, said how it was, takes notes, and asked for the poster."""
    forum = the_forum(house)
    with house.db() as db:
        person = people.known_by(db, talk.person)
        attendance.sign_in(db, forum, person)
        secretaries.name(db, forum, person)
        surveys.answer(db, forum, person, "heard", "yes")
        posters.to(db, person, forum)


def on_duty(house: House, talk: Talk) -> None:
    """She comes to answer for a tambon, and answers a neighbour's question."""
    with house.db() as db:
        person = people.known_by(db, talk.person)
        person.phone = PHONE
        roles.give(db, person, "leader", "400702")
    neighbour = a_villager(house, 0xB5, "400702", "ศรี")
    neighbour.says("ถามเจ้าหน้าที่").says("กองทุนเปิดวันไหน").taps("ส่งคำถาม")
    talk.says("คำถาม").taps("1").taps("ตอบ").says(f"มา {ANSWERED} วันพุธ").taps("ยืนยัน").hears("answering.sent")


def left_in(house: House) -> set[str]:
    return traces(house.engine, WORDS)


def by_chat(house: House, talk: Talk) -> None:
    talk.says("ลบข้อมูล").taps("ลบทั้งหมด").hears("erase.done")


def by_command(house: House, talk: Talk) -> None:
    with house.db() as db:
        left = consent.erase(db, people.known_by(db, talk.person))
    assert left == {
        "reports": 2,
        "questions": 1,
        "photos_and_voices": 2,
        "drafts": 3,
        "rsvps": 1,
        "roles": 1,
    }


def by_saying_no(house: House, talk: Talk) -> None:
    with house.db() as db:
        consent.refuse(db, people.known_by(db, talk.person))


def test_the_life_really_leaves_words_behind(house: House) -> None:
    """A search that finds nothing before would prove nothing after."""
    a_whole_life(house)
    stay = {STORY, WISH, DRAFT, CRY, MORE, ASKED, ANSWERED, LOST, NAME, PHONE, VOICE}
    assert left_in(house) == stay


@pytest.mark.parametrize("way", [by_chat, by_command, by_saying_no])
def test_no_word_of_hers_is_left(house: House, way: Callable[[House, Talk], None]) -> None:
    talk = a_whole_life(house)
    way(house, talk)
    assert left_in(house) == set()
    with house.db() as db:
        assert db.execute(text("SELECT count(*) FROM media")).scalar() == 0


def test_what_is_called_in_a_group_leaves_with_the_answer(house: House) -> None:
    called = house.line.says(a_villager(house).person, f"ฟอรัม เวทีครั้งหน้า {CALL}", group=VILLAGE)
    assert left_in(house) == {CALL}
    house.settle()
    assert house.keys_to(VILLAGE) == ["group.help", "group.hello"]
    house.line.edits(called["source"]["userId"], VILLAGE, called["message"]["id"], f"ฟอรัม {EDIT}")
    house.settle()
    assert left_in(house) == set()


def test_an_unsent_message_leaves_at_once(house: House) -> None:
    talk = a_villager(house)
    sent = talk.line.says(talk.person, f"น้ำท่วมบ้าน {UNSENT} สามหลัง")["message"]["id"]
    house.settle()
    talk.taps("ส่งเรื่องนี้")
    assert left_in(house) == {UNSENT}
    talk.line.unsends(talk.person, sent)
    house.settle()
    assert left_in(house) == set()


def test_what_a_stranger_sent_leaves_with_her_no(house: House) -> None:
    talk = a_stranger(house)
    talk.says(f"ช่วยด้วย น้ำถึงคอ {CRY}").taps("1-2 คน").taps("ข้าม").taps("ยังไม่ตกลง").hears("consent.refused")
    assert left_in(house) == set()


def test_raw_events_leave_thirty_days_after_their_answer(house: House) -> None:
    talk = a_villager(house)
    talk.says(f"สวัสดี {STORY}")
    house.time.goes(days=31)
    house.ring()
    assert left_in(house) == set()


def test_whoever_looks_after_the_area_is_told_that_a_place_is_without_anybody(house: House) -> None:
    coordinator, leader = a_coordinator(house), a_leader(house)
    leader.says("ลบข้อมูล").hears("erase.sure_on_duty").reads("หน้าที่").taps("ลบทั้งหมด")
    assert house.keys_to(coordinator.person) == ["duty.left"]
    told = next(message for to, message in house.said if to == coordinator.person)
    assert told["values"] == {"role": "leader", "scope": NAM_PHONG}
    assert leader.person not in house.line.world.menus.of_person


@pytest.mark.skipif(bool(POSTGRES), reason="PostgreSQL's own vacuum sees to its files")
def test_the_file_and_its_log_are_cleaned_by_night_while_everything_runs(house: House) -> None:
    talk = a_villager(house)
    talk.says(f"น้ำท่วมบ้าน {STORY} สามหลัง").taps("ส่งเรื่องนี้").says("ลบข้อมูล").taps("ลบทั้งหมด")
    file = Path(str(house.engine.url.database))
    log = file.with_name(file.name + "-wal")
    assert STORY.encode() in file.read_bytes() + log.read_bytes(), (
        "the pages before, until they are written over"
    )
    house.ring()
    assert STORY.encode() not in file.read_bytes() + log.read_bytes()


def test_whoever_reads_at_night_is_not_waited_for(house: House) -> None:
    talk = a_villager(house)
    with database.reading(house.sessions)() as reader:
        assert reader.scalar(text("SELECT count(*) FROM people")) == 1
        talk.says("ไฟดับทั้งหมู่บ้าน")
        house.ring()
    talk.taps("ส่งเรื่องนี้").hears("report.filed", "report.wish")


def test_whoever_is_on_duty_stays_on_duty_without_a_yes(house: House) -> None:
    """A slip of the finger, or a week without an answer, takes nobody away from an area."""
    leader, coordinator, talk = a_leader(house), a_coordinator(house), a_villager(house)
    leader.says("สวัสดี").taps("ยังไม่ตกลง").hears("consent.refused")
    coordinator.says("สวัสดี").hears("welcome.hello", "consent.ask")
    house.time.goes(days=8)
    house.ring()
    talk.says("ช่วยด้วย น้ำถึงคอ").reads("ผู้ประสานงานตำบล", "ผู้ประสานงานภาค")
    assert house.keys_to(leader.person)[-1] == house.keys_to(coordinator.person)[-1] == "duty.danger"
    assert "duty.left" not in house.keys_to(coordinator.person)


def test_photos_are_really_gone(house: House) -> None:
    talk = a_villager(house)
    talk.sends_photos(1).taps("น้ำท่วม").taps("ส่งเรื่องนี้").says("ลบข้อมูล").taps("ลบทั้งหมด")
    with house.engine.connect() as connection:
        kept = connection.execute(text("SELECT content FROM media")).scalars().all()
    assert PHOTO not in [bytes(one) for one in kept]
