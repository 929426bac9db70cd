"""Erased is erased: the whole database is searched for the words that were to leave."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from sqlalchemy import Engine, LargeBinary, MetaData, cast, select, text
from sqlalchemy.types import Text

from bot.simulator import VILLAGE
from models import consent, people, roles
from tests.conftest import POSTGRES
from tests.house import House
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_stranger, a_villager, planned_forums
from tests.talk import PHOTO, Talk

# Words that stand nowhere but in what she sends; each once, so that a test can tell which way they stayed.
STORY, WISH, DRAFT, CRY, CALL, EDIT, UNSENT, MORE, ASKED, ANSWERED, LOST, NAME, PHONE = (
    *("มะพร้าวกะทิสีม่วง", "กระเบื้องดินเผาเจ็ดชั้น", "ปลาหมอตะกุดใบบอน", "บันไดลิงโคมแดง"),
    *("ตะเกียงเจ้าพายุคู่", "ลำพูเอนริมคุ้งน้ำ", "โอ่งมังกรร้าวสามใบ", "ระนาดเอกพันสายสิญจน์"),
    *("กระทงใบตองลายทอง", "สุ่มไก่สานสามชั้น", "พัดใบลานด้ามยาว"),
    *("นกเขาชวาเสียงใส", "0891234567"),
)
WORDS = (STORY, WISH, DRAFT, CRY, CALL, EDIT, UNSENT, MORE, ASKED, ANSWERED, LOST, NAME, PHONE)


def a_whole_life(house: House) -> Talk:
    """Everything somebody can leave behind, in every table there is."""
    planned_forums(house)
    leader, _ = a_leader(house), a_coordinator(house)
    talk = a_villager(house, name=NAME)
    house.line.world.people[talk.person].name = NAME
    talk.says(f"น้ำท่วมบ้าน {STORY} สามหลัง").taps("ส่งเรื่องนี้").says(f"อยากให้ซ่อม {WISH}")
    talk.sends_photos(1).sends_voice()
    talk.says("ติดตามเรื่อง").taps(talk.number).taps("ผิด แก้เรื่อง").taps("เล่าเพิ่ม").says(f"มี {MORE} ด้วย")
    house.time.goes(minutes=40)
    unsent = talk.line.says(talk.person, f"ขยะล้น {UNSENT}")["message"]["id"]
    house.settle()
    talk.line.unsends(talk.person, unsent)
    talk.says("เวทีครั้งหน้า").taps("ไป")
    talk.says("ถามเจ้าหน้าที่").says(f"ถามเรื่อง {ASKED} ค่ะ").taps("ส่งคำถาม").says(LOST).hears("help.lost")
    call = talk.line.says(talk.person, f"ฟอรัม เวทีครั้งหน้า {CALL}", group=VILLAGE)["message"]["id"]
    talk.line.edits(talk.person, VILLAGE, call, f"ฟอรัม เวทีครั้งหน้า {EDIT}")
    house.settle()
    house.time.goes(minutes=40)
    talk.says(f"ช่วยด้วย น้ำถึงคอ {CRY}").taps("1-2 คน")
    house.time.goes(minutes=40)
    talk.says(f"ไฟดับทั้งหมู่บ้าน {DRAFT}")
    with house.db() as db:
        person = people.known_by(db, talk.person)
        person.phone = PHONE
        roles.give(db, person, "leader", "400702")
    neighbour = a_villager(house, 0xB5, "400702", "ศรี")
    neighbour.says("ถามเจ้าหน้าที่").says("กองทุนเปิดวันไหน").taps("ส่งคำถาม")
    talk.says("คำถาม").taps("1").taps("ตอบ").says(f"มา {ANSWERED} วันพุธ").taps("ยืนยัน").hears("answering.sent")
    leader.blocks()
    return talk


def left_in(house: House) -> set[str]:
    """Which of the words stand anywhere: in the file itself, or in every column of every table."""
    found = _in_tables(house.engine)
    return found if POSTGRES else found | _in_file(house.engine)


def _in_file(engine: Engine) -> set[str]:
    """The bytes of the database and of what lies beside it, after all was written back."""
    engine.dispose()
    name = str(engine.url.database)
    with closing(sqlite3.connect(name)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    held = b""
    for end in ("", "-wal", "-journal"):
        try:
            with open(name + end, "rb") as file:
                held += file.read()
        except FileNotFoundError:
            continue
    return {word for word in WORDS if word.encode() in held or _escaped(word).encode() in held}


def _escaped(word: str) -> str:
    return json.dumps(word)[1:-1]


def _in_tables(engine: Engine) -> set[str]:
    metadata, found = MetaData(), set()
    metadata.reflect(engine)
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, LargeBinary):
                    continue
                for value in connection.scalars(select(cast(column, Text)).where(column.is_not(None))):
                    found |= {word for word in WORDS if word in value or _escaped(word) in value}
    return found


def by_chat(house: House, talk: Talk) -> None:
    talk.says("ลบข้อมูล").taps("ลบทั้งหมด").hears("erase.done")


def by_command(house: House, talk: Talk) -> None:
    with house.db() as db:
        left = consent.erase(db, people.known_by(db, talk.person))
    assert left == {"reports": 2, "roles": 1}


def by_saying_no(house: House, talk: Talk) -> None:
    with house.db() as db:
        consent.refuse(db, people.known_by(db, talk.person))


def test_the_life_really_leaves_words_behind(house: House) -> None:
    """A search that finds nothing before would prove nothing after."""
    a_whole_life(house)
    assert {STORY, WISH, DRAFT, CRY, CALL, EDIT, MORE, ASKED, ANSWERED, LOST, NAME, PHONE} <= left_in(house)


@pytest.mark.parametrize("way", [by_chat, by_command, by_saying_no])
def test_no_word_of_hers_is_left(house: House, way: Callable[[House, Talk], None]) -> None:
    talk = a_whole_life(house)
    way(house, talk)
    assert left_in(house) == set()
    with house.db() as db:
        assert db.execute(text("SELECT count(*) FROM media")).scalar() == 0


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
    leader.says("ลบข้อมูล").taps("ลบทั้งหมด")
    assert house.keys_to(coordinator.person) == ["duty.left"]
    told = next(message for to, message in house.said if to == coordinator.person)
    assert told["values"] == {"role": "leader", "scope": NAM_PHONG}
    assert leader.person not in house.line.world.menus.of_person


def test_photos_are_really_gone(house: House) -> None:
    talk = a_villager(house)
    talk.sends_photos(1).taps("น้ำท่วม").taps("ส่งเรื่องนี้").says("ลบข้อมูล").taps("ลบทั้งหมด")
    with house.engine.connect() as connection:
        kept = connection.execute(text("SELECT content FROM media")).scalars().all()
    assert PHOTO not in [bytes(one) for one in kept]
