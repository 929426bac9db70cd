"""A villager brings a trouble, in words, photos, voice and a pin, and gets a number."""

from tests.house import House
from tests.makers import KHON_KAEN, a_stranger, a_villager, planned_forums


def test_a_villager_reports_a_flood(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    talk.says("น้ำท่วมบ้านสามหลัง ข้าวของเสียหายหมด").hears("report.sure").sees("ส่งเรื่องนี้", "บอกตำแหน่ง")
    talk.reads("น้ำท่วม").taps("ส่งเรื่องนี้").hears("report.filed", "report.wish", number="ขก-0001")
    talk.reads("ภาคอีสาน", "20 ส.ค. 2569")
    talk.says("อยากให้ขุดลอกคลองหลังวัด").hears("report.wished", number="ขก-0001")


def test_a_strangers_first_message_is_her_trouble(house: House) -> None:
    talk = a_stranger(house)
    talk.says("น้ำประปาไม่ไหลมาสามวันแล้ว").hears("report.sure")
    talk.taps("ส่งเรื่องนี้").hears("report.filed", "consent.ask", number="ฟร-0001")
    talk.taps("ตกลง").hears("consent.thanks", "home.ask").sees("อีสาน", "กรุงเทพฯ ปริมณฑล", "ข้าม")
    talk.taps("อีสาน").hears("place.province").sees("ขอนแก่น", "ถัดไป", "ข้าม")
    talk.taps("ขอนแก่น").hears("place.district").taps("น้ำพอง").hears("place.tambon")
    talk.taps("วังชัย").hears("home.done", "consent.invitations").reads("ต.วังชัย", "ภาคอีสาน").sees("แจ้งเรื่อง")
    talk.taps("ติดตามเรื่อง").hears("mine.list").reads("ฟร-0001")


def test_photos_first_then_one_tap_for_the_topic(house: House) -> None:
    talk = a_villager(house)
    talk.sends_photos(2).hears("report.topic", photos=2).sees("น้ำไม่ไหล", "น้ำท่วม", "ด่วน มีอันตราย")
    talk.taps("น้ำไม่ไหล").hears("report.sure", photos=2).reads("รูป 2")
    talk.taps("ส่งเรื่องนี้").hears("report.filed", "report.wish")


def test_voice_only(house: House) -> None:
    talk = a_villager(house)
    talk.sends_voice().hears("report.topic", voices=1).taps("เรื่องอื่น").hears("report.topics")
    talk.taps("ที่ดินทำกิน").hears("report.sure").taps("ส่งเรื่องนี้").hears("report.filed", "report.wish")


def test_a_pin_first(house: House) -> None:
    talk = a_stranger(house)
    talk.pins(*KHON_KAEN).hears("report.topic", pins=1).taps("น้ำท่วม").hears("report.sure")
    talk.taps("ส่งเรื่องนี้").hears("report.filed", "consent.ask", number="ขก-0001")


def test_a_burst_gets_one_answer(house: House) -> None:
    talk = a_villager(house)
    with talk.burst():
        talk.sends_photos(2)
        talk.says("ไฟดับทั้งหมู่บ้านตั้งแต่เมื่อคืน")
        talk.sends_voice()
        talk.pins(*KHON_KAEN)
    talk.hears("report.sure", photos=2, voices=1).reads("รูป 2 เสียง 1")
    assert len(house.line.heard_by(talk.person)) == 1


def test_what_was_filed_can_be_mended_and_keeps_its_number(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ผิด แก้เรื่อง").hears("mend.what", number="ขก-0001")
    talk.taps("แก้หัวข้อ").hears("report.topics").taps("ถัดไป").taps("โรงเรียน การเรียน").hears("mend.done")
    talk.reads("ขก-0001", "การเรียน")
    talk.taps("ผิด แก้เรื่อง").taps("บอกตำแหน่ง").hears("report.place").says("อ.หาดใหญ่ สงขลา").hears("mend.done")
    talk.reads("ขก-0001", "หาดใหญ่")
    talk.taps("ผิด แก้เรื่อง").taps("เล่าเพิ่ม").says("หม้อแปลงเสียงดังด้วย").hears("mend.done")
    talk.taps("ผิด แก้เรื่อง").taps("ถอนเรื่องนี้").hears("mend.withdrawn", number="ขก-0001")
