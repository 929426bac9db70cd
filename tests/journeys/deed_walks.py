"""Conversations about conclusions and what becomes of them, to be walked from end to end."""

from collections.abc import Callable
from datetime import date

from tests.deeds import a_deed, a_forum, a_neighbour, a_reporter, merged
from tests.house import House
from tests.makers import a_coordinator, a_leader, a_villager


def concluding(house: House) -> None:
    numbers = [a_reporter(house, figure)[1] for figure in (0xB7, 0xB8)]
    naen, leader = a_coordinator(house), a_leader(house)
    naen.says("วาระ 1 สรุป ลอกคลอง")
    a_forum(house, *numbers)
    naen.says("ข้อสรุป").says("วาระ 9 สรุป ลอกคลอง").taps("1").taps("ชุมชนทำเอง").says("31 ก.ย.").says("เมื่อวาน")
    naen.says("1 ส.ค. 2575").taps("ยังไม่กำหนดวัน").taps("แก้").taps("แก้วาระ").taps("2").taps("ถูกต้อง")
    leader.taps("ทำไม่ได้").says("ต้องเกี่ยวข้าว")
    naen.taps("ดูข้อนี้").taps("แก้ข้อสรุป").taps("แก้").taps("แก้ผู้รับไปทำ").says("สมชาย").says("15 ก.ย.")
    naen.taps("ถูกต้อง")
    naen.says("วาระ 1 สรุป ขอหม้อแปลง ผู้รับไปทำ การไฟฟ้า").taps("มีคนมารับในเวที").says("30 วัน").taps("เป็นข้อเสนอ")
    naen.taps("ถูกต้อง").says("วาระ 1 เสนอนโยบาย ลดค่าไฟ").taps("ถูกต้อง").says("วาระ 2 บทเรียน ทำฝายเอง")
    naen.taps("ถูกต้อง").says("วาระ 1 คุย ปั๊มเสีย").taps("เอาออก").says("วาระ 1 สรุป").says("ตั้งเวร").taps(
        "ยังไม่มีผู้รับ"
    )
    naen.taps("ถูกต้อง").says("ข้อสรุป").says("แก้ข้อสรุป 2").taps("ยกเลิก").says("ลบข้อสรุป 5").taps("ลบข้อสรุป")
    naen.says("ลบข้อสรุป 5").says("ข้อสรุป").taps("เผยแพร่ผล").taps("ยืนยัน").says("ข้อสรุป").taps("2")
    naen.says(numbers[0]).taps("บทเรียน").taps("กลับไปที่เรื่อง")
    a_villager(house).says("วาระ 1 สรุป ลอกคลอง")
    a_villager(house).says("ข้อสรุป")


def at_several_forums(house: House) -> None:
    numbers = [a_reporter(house, 0xB7)[1], a_reporter(house, 0xB8, "900101")[1]]
    a_forum(house, numbers[0])
    a_forum(house, numbers[1], region="south")
    officer = a_leader(house, "national", "officer")
    officer.says("วาระ 1 คุย ปั๊มเสีย").taps("ภาคใต้").taps("ถูกต้อง").says("ข้อสรุป").taps("ภาคใต้")


def from_deed_to_verdict(house: House) -> None:
    told = [a_reporter(house, figure) for figure in (0xB7, 0xB8)]
    talks, numbers = [talk for talk, _ in told], [number for _, number in told]
    merged(house, *numbers)
    a_forum(house, numbers[0])
    naen, taker = a_coordinator(house), a_neighbour(house, 0xC1, "สมหญิง")
    a_deed(house, numbers[0], taker, due=date(2026, 9, 15))
    for moment in ("2026-08-21T09:00", "2026-09-12T09:00", "2026-09-15T09:00"):
        house.time.stands_at(moment)
        house.ring()
    naen.says("งานค้าง").taps("1")
    taker.taps("ติดขัด").says("รออะไหล่").taps("ยังไม่กำหนดวัน").taps("กำลังทำ").taps("ดูข้อนี้").says("งานค้าง")
    taker.says("1 เสร็จ").sends_photos(1).says("9 เสร็จ")
    talks[0].taps("ยังเหมือนเดิม").taps("เปลี่ยนคำตอบ").taps("ดีขึ้นบ้าง").says(numbers[0])
    talks[1].taps("ยังเหมือนเดิม")
    naen.taps("ดูข้อนี้")
    talks[1].taps("เปลี่ยนคำตอบ").taps("แก้แล้ว").taps("ติดตามเรื่อง")
    a_villager(house).taps_old({"type": "postback", "label": "แก้แล้ว", "data": "verdict/1/fixed"})


def with_an_office(house: House) -> None:
    talk, number = a_reporter(house)
    a_forum(house, number)
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ขอหม้อแปลง ผู้รับไปทำ การไฟฟ้า").taps("ถูกต้อง").says("งานค้าง").taps("1")
    naen.taps("ส่งให้หน่วยงานแล้ว")
    house.time.goes(days=31)
    house.ring()
    naen.taps("ดูข้อนี้").taps("หน่วยงานรับแล้ว").taps("ดูข้อนี้").taps("บอกวันเสร็จ").says("อะไรนะ").says("30 ต.ค.")
    naen.taps("ดูข้อนี้").taps("ติดขัด").says("ไม่มีงบ").taps("ยังไม่กำหนดวัน")
    house.time.goes(days=61)
    house.ring()
    talk.says(number)


DEED_WALKS: tuple[Callable[[House], object], ...] = (
    concluding,
    at_several_forums,
    from_deed_to_verdict,
    with_an_office,
)
