"""What was understood wrongly is set right by whoever types it, before the number and after."""

import pytest
from sqlalchemy import select

from models.reports import Report
from tests.house import House
from tests.makers import HAT_YAI, KHON_KAEN, a_stranger, a_villager, planned_forums
from tests.talk import Talk


def wrong(house: House, told: str = "น้ำท่วมถนนหน้าวัด หมู่ 5") -> Talk:
    """Somebody who sent a report and tapped that it is wrong."""
    talk = a_villager(house)
    talk.says(told).taps("ส่งเรื่องนี้").taps("ผิด แก้เรื่อง").hears("mend.what").reads("พิมพ์บอกมาได้เลย")
    return talk


def the_report(house: House) -> Report:
    with house.sessions() as db:
        report = db.scalars(select(Report)).one()
        _ = report.topics, report.parts, report.person
        return report


@pytest.mark.parametrize(
    "said",
    [
        "ไม่ใช่น้ำท่วม น้ำไม่ไหล",
        "น้ำไม่ไหล ไม่ใช่น้ำท่วม",
        "ไม่ใช่น้ำท่วมแต่น้ำไม่ไหล",
        "บ่แม่นน้ำท่วม น้ำบ่ไหล",
        "ผิดค่ะ น้ำประปาไม่ไหล",
    ],
)
def test_a_topic_that_is_typed_corrects_the_topic(house: House, said: str) -> None:
    talk = wrong(house)
    talk.says(said).hears("mend.done", number="ขก-0001", topics=[["water", None]]).sees("ผิด แก้เรื่อง")
    assert the_report(house).story.endswith(said), "her words are kept"


@pytest.mark.parametrize(
    ("said", "place", "moo"),
    [
        ("หมู่ 7 ไม่ใช่หมู่ 5", "400701", 7),
        ("ไม่ใช่หมู่ 5 หมู่ 7", "400701", 7),
        ("ผิดหมู่ หมู่ ๗ ค่ะ", "400701", 7),
        ("ต.บ้านไผ่", "401001", None),
        ("ไม่ใช่ ต.น้ำพอง ต.วังชัยค่ะ", "400702", None),
        ("ไม่ใช่ที่น้ำพอง ที่บ้านไผ่", "4010", None),
        ("หมู่ 3 ต.วังชัย", "400702", 3),
    ],
)
def test_a_place_that_is_typed_corrects_the_place(
    house: House, said: str, place: str, moo: int | None
) -> None:
    wrong(house).says(said).hears("mend.done", number="ขก-0001", place=place, moo=moo)
    assert the_report(house).place == place
    assert [topic.kind for topic in the_report(house).topics] == ["flood"]


def test_a_topic_and_a_place_are_both_set_right(house: House) -> None:
    talk = wrong(house)
    talk.says("ไม่ใช่น้ำท่วม น้ำไม่ไหล ที่ ต.วังชัย").hears("mend.done", topics=[["water", None]], place="400702")


def test_anything_else_is_added_to_the_story(house: House) -> None:
    talk = wrong(house)
    talk.says("เป็นมาตั้งแต่เช้าค่ะ").hears("mend.done", added="เป็นมาตั้งแต่เช้าค่ะ").reads("เพิ่มว่า “เป็นมา", "หมู่ 5")
    talk.taps("ผิด แก้เรื่อง").says("ไม่ใช่หมู่ 5 หมู่ 7").hears("mend.done", moo=7, added="")
    assert the_report(house).story.split("\n")[1:] == ["เป็นมาตั้งแต่เช้าค่ะ", "ไม่ใช่หมู่ 5 หมู่ 7"]


def test_what_comes_to_it_takes_nothing_away(house: House) -> None:
    talk = wrong(house)
    talk.says("ไฟดับด้วยค่ะ").hears("mend.done", topics=[["disaster", "flood"], ["energy", "outage"]])


def test_a_denial_alone_asks_what_it_is_then(house: House) -> None:
    talk = wrong(house)
    talk.says("ไม่ใช่น้ำท่วม").hears("report.topics").says("ไม่รู้สิ").hears("report.topics")
    talk.says("น้ำประปาไม่ไหลค่ะ").hears("mend.done", topics=[["water", None]])
    talk.taps("ผิด แก้เรื่อง").says("ไม่ใช่หมู่ 5").hears("report.place").says("ต.วังชัย").hears("mend.done")
    talk.reads("ที่ ต.วังชัย อ.น้ำพอง จ.ขอนแก่น")


def test_of_namesakes_it_is_asked_which(house: House) -> None:
    talk = a_stranger(house)
    talk.says("น้ำท่วมถนนหน้าวัด").taps("ส่งเรื่องนี้").taps("ผิด แก้เรื่อง")
    talk.says("ต.โนนสูง").hears("place.which").taps("ต.โนนสูง อุดรธานี").hears("mend.done", place="410106")


def test_a_pin_says_where_without_being_asked(house: House) -> None:
    wrong(house).pins(*HAT_YAI).hears("mend.done").reads("อ.หาดใหญ่ จ.สงขลา")
    assert the_report(house).moo is None, "the village's number was of another place"


def test_a_place_by_name_takes_the_wrong_pin_away(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วมถนนหน้าวัด").pins(*KHON_KAEN).taps("ส่งเรื่องนี้").taps("ผิด แก้เรื่อง")
    talk.says("ต.วังชัย อ.น้ำพอง").hears("mend.done", place="400702")
    assert the_report(house).latitude is None


def test_a_village_is_kept_as_she_names_it(house: House) -> None:
    talk = wrong(house, "ไฟดับบ้านเหล่า")
    talk.says("ไม่ใช่บ้านเหล่า บ้านโคกสว่าง").hears("mend.done").reads("ที่ บ้านโคกสว่าง แถว ต.น้ำพอง")
    talk.taps("ผิด แก้เรื่อง").taps("บอกตำแหน่ง").says("บ้านหนองแวงตราชู").hears("mend.done").reads("บ้านหนองแวงตราชู")


def test_small_talk_is_no_correction(house: House) -> None:
    talk = wrong(house)
    for said in ("ขอบคุณค่ะ", "สวัสดีค่ะ", "ใช่", "ไม่ใช่"):
        talk.says(said).hears("mend.what")
    talk.says("ไม่แก้แล้วค่ะ").hears("talk.stopped")
    assert the_report(house).story == "น้ำท่วมถนนหน้าวัด หมู่ 5"


def test_skipping_the_place_changes_nothing(house: House) -> None:
    wrong(house).taps("บอกตำแหน่ง").hears("report.place").taps("ข้าม").hears("talk.stopped")


def test_an_answer_to_an_invitation_is_one_here_too(house: House) -> None:
    planned_forums(house)
    house.time.stands_at("2026-08-07T08:00")
    talk = a_villager(house)
    house.ring()
    talk.says("น้ำท่วมถนนหน้าวัด").taps("ส่งเรื่องนี้").taps("ผิด แก้เรื่อง").hears("mend.what")
    talk.says("ไป 2 คน").hears("rsvp.going", people=2)


def test_what_is_typed_much_later_is_a_trouble_of_its_own(house: House) -> None:
    talk = wrong(house)
    house.time.goes(minutes=16)
    talk.says("ไฟดับทั้งหมู่บ้าน").hears("report.sure")


def test_before_the_number_a_denial_sets_right_too(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วมถนนหน้าวัด หมู่ 5").hears("report.sure")
    talk.says("ไม่ใช่น้ำท่วม น้ำไม่ไหล").hears("report.sure", topics=[["water", None]])
    talk.says("หมู่ 7 ไม่ใช่หมู่ 5").hears("report.sure", moo=7, place="400701")
    talk.says("ไม่ใช่ ต.น้ำพอง ต.วังชัย").hears("report.sure", place="400702")
    talk.says("ไม่ใช่น้ำไม่ไหล").hears("report.topics").taps("ขยะ น้ำเสีย").hears("report.sure")
    talk.says("ไม่ใช่ ต.วังชัย").hears("report.place").says("ต.บ้านไผ่").hears("report.sure", place="401001")
    talk.taps("ส่งเรื่องนี้").hears("report.filed", "report.wish", topics=[["environment", None]])


def test_before_the_number_what_is_no_denial_only_adds(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วมนา ต.วังชัย").hears("report.sure")
    talk.says("คนแถวนี้ไม่ใช่คนรวย ไฟดับด้วย").hears("report.sure")
    talk.says("ไม่ใช่แค่น้ำท่วม ข้าวในนาตายหมด หมู่ 7").hears("report.sure", place="400702", moo=7)
    assert len(talk.heard[0]["values"]["topics"]) == 2
