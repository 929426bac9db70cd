"""Conversations about Forums, to be walked from end to end: planning, moving, coming, the national one."""

from collections.abc import Callable

from bot.simulator import FATIMAH, NAEN, THONGSUK
from models import facts, roles
from tests.house import House
from tests.journeys.staff_walks import newest_code
from tests.makers import a_coordinator, a_leader, a_stranger, a_villager, planned_forums
from tests.talk import Talk


def planning(house: House) -> None:
    a_villager(house)
    with house.db() as db:
        facts.tell(db, "quota", left=3)
    naen = a_coordinator(house)
    naen.says("งานของฉัน").taps("งานเวที").taps("จัดเวที").says("กขคง").taps("น้ำท่วม").says("เมื่อวาน").says("วันนี้")
    naen.says("ปีหน้า").says("31 กุมภาพันธ์").says("ไม่รู้").says("ตอนบ่าย").taps("พ. 5 ส.ค.").says("ตีห้าเศษ").taps(
        "10.00 น."
    )
    naen.says("😀").taps("ยังไม่รู้").taps("แก้สถานที่").says("ศาลาวัดโนน").taps("แก้หัวข้อ").taps("เรื่องอื่น").taps("ถัดไป")
    naen.taps("ความไม่เป็นธรรม").taps("แก้วันเวลา")
    house.line.taps_label(NAEN, "เลือกจากปฏิทิน", picked="2026-08-07T09:30")
    naen._did()
    naen.taps("ยืนยัน").says("งานเวที").taps("จัดเวที").says("ความไม่เป็นธรรม").says("ศุกร์นี้ 9 โมง").says("ศาลาวัดโนน")
    naen.taps("ยกเลิก").says("งานเวที")


def moving_and_calling_off(house: House) -> None:
    planned_forums(house)
    naen = a_coordinator(house)
    with house.db() as db:
        roles.grant(db, THONGSUK, "coordinator", "northeast")
    other, comes = Talk(house, THONGSUK), a_villager(house)
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    comes.taps("ไป").taps("ข้าม").taps("ข้าม")
    other.says("เลื่อนเวที").taps("พฤ. 20 ส.ค.").taps("ทั้งสองอย่าง").says("21 ส.ค. 9 โมง").says("วัดบ้านใต้")
    naen.says("เลื่อนเวที").taps("พฤ. 20 ส.ค.").taps("วันเวลา").says("20 ส.ค. 9 โมง").taps("แก้วันเวลา").says(
        "24 ส.ค. 13 น."
    )
    naen.taps("ยืนยัน")
    other.taps("ยืนยัน").taps("เลื่อนเวที").taps("ยกเลิก")
    naen.says("งานเวที").taps("ยกเลิกเวที").taps("จ. 24 ส.ค.").says("...").says("น้ำท่วมทางเข้า").taps(
        "แก้เหตุผล"
    ).says("สะพานขาด").taps("ยืนยัน")
    comes.taps("ไป")


def nothing_to_change(house: House) -> None:
    naen = a_coordinator(house)
    for said in ("งานเวที", "เลื่อนเวที", "ยกเลิกเวที", "รายละเอียดเวที", "ใครไป"):
        naen.says(said)
    with house.db() as db:
        roles.grant(db, FATIMAH, "officer", roles.NATIONAL)
    officer = Talk(house, FATIMAH)
    planned_forums(house)
    officer.says("จัดเวที").taps("ภาคใต้").says("น้ำท่วม").says("พุธนี้ 9 โมง").says("ข้าม").taps("แก้ภาค").taps(
        "ส่วนกลาง"
    )
    officer.says("เลื่อนเวที").taps("ภาคเหนือ").taps("พฤ. 20 ส.ค.").taps("ยกเลิก")


def particulars(house: House) -> None:
    planned_forums(house)
    villager, naen = a_villager(house), a_coordinator(house)
    naen.says("รายละเอียดเวที").taps("พฤ. 20 ส.ค.")
    for label, nonsense, told in (
        ("ห้องที่เชื่อม", "😀", "อบต.บึงงาม"),
        ("ลิงก์ออนไลน์", "meet", "https://meet.example.org/abc"),
        ("จำนวนที่นั่ง", "เยอะ", "1"),
        ("กำหนดการ", "...", "09.00 เปิดเวที"),
        ("ค่ารถ อาหาร", "😀", "มีอาหารกลางวัน"),
    ):
        naen.taps(label).says(nonsense).says(told)
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    villager.taps("ไปหลายคน").taps("2").taps("ไป").taps("องค์กรชุมชน").says("บุญมา สีดา").taps(
        "แก้ใบลงทะเบียน"
    ).taps("มาเอง")
    villager.taps("บุญมา")
    other = a_villager(house, 0xB5, name="ศรี")
    other.says("เวทีครั้งหน้า").taps("ไป").taps("ร่วมออนไลน์").says("ยกเลิก").says("เวทีครั้งหน้า")
    naen.taps("ลิงก์ออนไลน์").says("https://meet.example.org/new").taps("ลิงก์ออนไลน์").taps("ลบออก")
    other.taps("ไป")
    naen.taps("จำนวนที่นั่ง").says("3")
    other.taps("ไปหลายคน").taps("5").taps("ไม่สะดวก ฝากเรื่อง")
    a_leader(house).says("ใครไป").taps("รายชื่อ")
    house.time.stands_at("2026-08-19T17:00")
    house.ring()


def coming_online(house: House) -> None:
    planned_forums(house)
    naen, talk = a_coordinator(house), a_villager(house)
    naen.says("รายละเอียดเวที").taps("พฤ. 20 ส.ค.").taps("ลิงก์ออนไลน์").says("https://meet.example.org/abc")
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    talk.taps("ร่วมออนไลน์").taps("ประชาสังคม").says("บุญมา สีดา")
    for moment in ("2026-08-19T17:00", "2026-08-20T06:00"):
        house.time.stands_at(moment)
        house.ring()
    house.time.stands_at("2026-09-04T09:00")
    house.ring()
    talk.taps("ไป")


def the_national_forum(house: House) -> None:
    planned_forums(house)
    naen, stranger = a_coordinator(house), a_stranger(house)
    stranger.says("เวทีครั้งหน้า").taps("ส่วนกลาง")
    talks = [a_villager(house, 0xB4 + number, name="คำ") for number in range(4)]
    for talk in talks[:2]:
        talk.says(newest_code(naen.says("ตั้งผู้แทน")))
    old = newest_code(naen.says("ตั้งผู้แทน").taps("1"))
    talks[2].says(old)
    naen.says("ตั้งผู้แทน").taps("ยกเลิก")
    talks[3].says("เวทีส่วนกลาง").taps("ติดตามเวทีส่วนกลาง").says("เวทีครั้งหน้า").says("เวทีส่วนกลาง").taps("เลิกติดตาม")
    house.time.stands_at("2026-08-14T09:00")
    house.ring()
    talks[1].taps("ไป").taps("วิชาการ").taps("ข้าม").says("เวทีครั้งหน้า").taps("ศ. 28 ส.ค.")


def a_delegate_too_late(house: House) -> None:
    naen = a_coordinator(house)
    codes = [newest_code(naen.says("ตั้งผู้แทน")) for _ in range(3)]
    for number, code in enumerate(codes):
        a_villager(house, 0xB4 + number, name="คำ").says(code)


FORUM_WALKS: tuple[Callable[[House], object], ...] = (
    planning,
    moving_and_calling_off,
    nothing_to_change,
    particulars,
    coming_online,
    the_national_forum,
    a_delegate_too_late,
)
