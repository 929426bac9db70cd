"""Those who answer for a place look through its reports; nobody else sees them, nor who brought them."""

import json

import pytest

from bot.simulator import FATIMAH, NAEN, SOMCHAI, an_id
from bot.words import say
from models import corrections, issues, people, reports, roles
from models.reports import Report
from tests.house import House
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager
from tests.talk import Talk

ELSEWHERE = "400702"
NAME = "จันทร์เพ็ญ"
TOLD = ("น้ำประปาไม่ไหล", "ไฟดับทั้งหมู่บ้าน", "ถนนพังเป็นหลุม", "ขยะล้นถัง", "คลองตื้นเขิน")


def a_report(house: House, words: str, home: str = NAM_PHONG, figure: int = 0xB1) -> str:
    """Somebody brings it; its number."""
    talk = a_villager(house, figure, home, NAME)
    talk.says(f"แจ้งเรื่อง {words} ครับ").taps("ส่งเรื่องนี้")
    number = talk.number
    if "คนละเรื่อง" in talk.labels:
        talk.taps("คนละเรื่อง")
    talk.taps("ข้าม")
    return number


def read_by(talk: Talk) -> str:
    said = [message for to, message in talk.house.said if to == talk.person]
    return "\n".join(say(m["key"], "th", m["values"]) + json.dumps(m, ensure_ascii=False) for m in said)


def test_the_list_opens_by_numbers_that_stay_all_day(house: House) -> None:
    for words in TOLD:
        a_report(house, words)
        house.time.goes(minutes=1)
    leader = a_leader(house)
    leader.says("เรื่อง").hears("area.list", open=5).reads("ใหม่สุดก่อน", "1) ขก-0005", "4) ขก-0002")
    leader.taps("ถัดไป").reads("5) ขก-0001").says("ดู 2").hears("area.one", number="ขก-0004")
    leader.says("เรื่องในพื้นที่").taps("รอนานสุดก่อน").reads("5) ขก-0001", "4) ขก-0002", "2) ขก-0004")
    a_report(house, "บ่อบาดาลแห้ง")
    leader.says("๓").hears("area.one", number="ขก-0003").says("2)").hears("area.one", number="ขก-0004")
    leader.says("เรื่อง").reads("6) ขก-0006", "1) ขก-0005").taps("6").hears("area.one", number="ขก-0006")
    leader.says("ดู 99").hears("area.unknown")
    house.time.goes(days=4)
    leader.says("ดู 3").hears("area.unknown").says("เรื่อง").reads("1) ขก-0006", "รอ 4 วัน")


def test_the_card_shows_all_that_is_known(house: House) -> None:
    talk = a_villager(house, name=NAME)
    talk.sends_photos(2).says("น้ำท่วมบ้านสามหลัง หมู่ 5 เสียหายหมด").taps("ส่งเรื่องนี้").says("อยากให้ขุดลอกคลอง")
    leader = a_leader(house)
    leader.says(talk.number).hears("area.one", number=talk.number)
    leader.reads(
        "ผู้แจ้ง จันทร์เพ็ญ", "ต.น้ำพอง", "น้ำท่วมบ้านสามหลัง", "รูป 2", "รับเรื่องแล้ว", "อยากให้แก้: อยากให้ขุดลอกคลอง"
    )
    leader.taps("ถัดไป").hears("area.last").taps("กลับไปรายการ").hears("area.list")


def test_one_after_another_in_either_order(house: House) -> None:
    numbers = [a_report(house, words) for words in TOLD[:3]]
    leader = a_leader(house)
    leader.says("เรื่อง").taps("1").hears("area.one", number=numbers[2]).taps("ถัดไป")
    leader.hears("area.one", number=numbers[1]).taps("กลับไปรายการ").taps("รอนานสุดก่อน").taps("3")
    leader.hears("area.one", number=numbers[0]).taps("ถัดไป").hears("area.one", number=numbers[1])


def test_what_is_closed_is_no_longer_listed(house: House) -> None:
    number = a_report(house, TOLD[0])
    leader = a_leader(house)
    with house.db() as db:
        found = reports.by_number(db, number)
        assert found
        issues.change(db, found.issue, "dropped", "beyond")
    leader.says("เรื่อง").hears("area.none").says(number).hears("area.one").reads("ไม่เข้าเวที เวทีช่วยเรื่องนี้ไม่ได้")


def test_each_scope_holds_its_own_reports_and_no_others(house: House) -> None:
    here, there = a_report(house, TOLD[0]), a_report(house, TOLD[1], ELSEWHERE, 0xB4)
    leader, naen, south = a_leader(house), a_coordinator(house), Talk(house, FATIMAH)
    leader.says("เรื่อง").hears("area.list", open=1).says(there).hears("mine.unknown")
    with house.db() as db:
        lies_there = reports.by_number(db, there)
        assert lies_there
        roles.grant(db, south.person, "coordinator", "south")
    leader.taps_old({"type": "postback", "data": f"area/see/{lies_there.issue_id}/newest"}).hears(
        "area.unknown"
    )
    leader.taps_old({"type": "postback", "data": f"area/next/{lies_there.issue_id}/newest"}).hears(
        "area.unknown"
    )
    naen.says("เรื่อง").hears("area.list", open=2).says(there).hears("area.one", number=there)
    south.says("เรื่อง").hears("area.none").says(here).hears("mine.unknown")


def test_a_report_of_unknown_place_is_seen_by_the_whole_country_only(house: House) -> None:
    with house.db() as db:
        person = people.known_by(db, an_id("U", 0xB1))
        reports.file(db, person, "trouble", [{"kind": "words", "message_id": None, "text": TOLD[0]}], None)
    a_leader(house).says("ฟร 1").hears("mine.unknown")
    a_leader(house, "national", "officer").says("ฟร 1").hears("area.one", number="ฟร-0001")


def test_whoever_answers_keeps_her_own_reports_as_they_were(house: House) -> None:
    leader = a_leader(house)
    with house.db() as db:
        people.agree(people.known_by(db, SOMCHAI))
        people.settle(people.known_by(db, SOMCHAI), NAM_PHONG)
    leader.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ข้าม").says("ขก1").hears("mine.one")
    leader.says("เรื่อง").taps("1").hears("area.one", number="ขก-0001")


def test_the_centre_sees_no_name(house: House) -> None:
    number = a_report(house, TOLD[0])
    a_villager(house, 0xB4, NAM_PHONG, NAME).says("ช่วยด้วย น้ำถึงคอแล้ว")
    for role in ("officer", "admin"):
        talk = a_leader(house, "national", role)
        talk.says("เรื่อง").hears("area.list").says(number).hears("area.one").taps("ถัดไป")
        talk.says("เช้า").hears("digest.morning")
        heard = [m for to, m in house.said if to == talk.person and m["key"] != "duty.danger"]
        for secret in (NAME, an_id("U", 0xB1), an_id("U", 0xB4)):
            assert secret not in str(heard)


@pytest.mark.parametrize("role", ["partner", "academic", None])
def test_who_may_not_see_reports_is_refused_kindly(house: House, role: str | None) -> None:
    number = a_report(house, TOLD[0])
    talk = a_villager(house, 0xB4, ELSEWHERE, "คำ")
    with house.db() as db:
        report_id = _id(house, number)
        if role:
            roles.give(db, people.known_by(db, talk.person), role, roles.NATIONAL)
    for said in ("เรื่อง", "เรื่องในพื้นที่", "เช้า", "เรื่องวันนี้"):
        talk.says(said).hears("work.not_yours").sees("แจ้งเรื่อง")
    for data in ("list/newest/0", f"see/{report_id}/newest", f"next/{report_id}/newest", "x", ""):
        talk.taps_old({"type": "postback", "data": f"area/{data}"}).hears("work.not_yours")
    talk.says(number).hears("mine.unknown").says("1")
    talk.says("งานของฉัน")
    assert not {"เรื่องในพื้นที่", "คำถาม", "เรื่องวันนี้"} & set(talk.labels)
    for secret in (NAME, TOLD[0], an_id("U", 0xB1)):
        assert secret not in read_by(talk)


def _id(house: House, number: str) -> int:
    with house.db() as db:
        found = reports.by_number(db, number)
        assert isinstance(found, Report)
        return found.id


def test_a_role_that_was_taken_away_opens_nothing_any_more(house: House) -> None:
    a_report(house, TOLD[0])
    naen = a_coordinator(house)
    naen.says("เรื่อง")
    button = naen.button("1")
    with house.db() as db:
        roles.revoke(db, people.known_by(db, NAEN), "coordinator", "northeast")
    naen.taps_old(button).hears("work.not_yours")
    naen.says("เรื่อง").hears("work.not_yours")


GARBAGE = (
    *("area", "area/list", "area/list/best/0", "area/list/newest/x", "area/list/newest/77"),
    *("area/see/x/newest", "area/see/99999999999999999999/newest", "area/next/0/newest"),
)


@pytest.mark.parametrize("data", GARBAGE)
def test_garbage_in_a_button_is_answered(house: House, data: str) -> None:
    leader = a_leader(house)
    assert leader.taps_old({"type": "postback", "data": data}).heard


def test_work_shows_what_somebody_may_do(house: House) -> None:
    leader, naen = a_leader(house), a_coordinator(house)
    for talk in (leader, naen):
        talk.says("งานของฉัน").sees("เรื่องวันนี้", "เรื่องในพื้นที่", "คำถาม")
    leader.taps("คำถาม").hears("answering.none").taps("เรื่องในพื้นที่").hears("area.none")
    naen.taps("เรื่องวันนี้").hears("digest.quiet")


def test_a_report_says_who_receives_it(house: House) -> None:
    a_leader(house)
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").reads("ผู้รับเรื่อง: สมชาย (ผู้ประสานงานตำบล)")
    nobody = a_villager(house, 0xB4, "900101", "คำ")
    nobody.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้")
    assert "ผู้รับเรื่อง" not in say("report.filed", "th", nobody.heard[0]["values"])


def test_a_topic_is_set_right_and_the_guess_is_kept_apart(house: House) -> None:
    number = a_report(house, "ไฟดับทั้งหมู่บ้าน โทร 081-234-5678")
    leader = a_leader(house)
    leader.says(number).taps("ทำต่อกับเรื่องนี้").taps("แก้หัวข้อ").hears("report.topics").says("อะไรนะ").hears(
        "report.topics"
    )
    leader.taps("ถนน ทาง ไฟทาง").hears("area.set_right", number=number).reads("ถนน")
    leader.says(number).hears("area.one").reads("ถนน")
    with house.db() as db:
        (line,) = corrections.proposed(db)
    assert (line["labels"], line["said"]) == (["infrastructure"], ["energy.outage"])
    assert "<PHONE>" in line["text"]
    assert "081" not in line["text"]


def test_a_topic_is_set_right_only_where_one_answers(house: House) -> None:
    number = a_report(house, "ไฟดับทั้งหมู่บ้าน", home="901101")
    leader = a_leader(house).says(number).hears("mine.unknown")
    with house.db() as db:
        report = reports.by_number(db, number)
        assert report is not None
    leader.taps_old({"type": "postback", "label": "แก้หัวข้อ", "data": f"retopic_of/{report.issue_id}"}).hears(
        "work.not_yours"
    )


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("โทร 089 123 4567 ด่วน", "โทร <PHONE>ด่วน"),
        ("บ้านเลขที่ 45/2 หมู่ 5", "<ADDR> หมู่ 5"),
        ("พิกัด 16.4321,102.8236", "พิกัด <PIN>,<PIN>"),
        ("นางคำมี ใจดี ล้ม", "นาง<NAME> ใจดี ล้ม"),
        ("คุณหมอใจดี คุณภาพน้ำแย่", "คุณหมอใจดี คุณภาพน้ำแย่"),
        ("1-2345-67890-12-3", "<ID>"),
    ],
)
def test_what_could_name_a_person_is_masked(told: str, kept: str) -> None:
    assert corrections.masked(told) == kept
