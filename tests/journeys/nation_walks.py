"""Conversations between the regions and the centre, to be walked from end to end."""

from collections.abc import Callable

from tests.house import House
from tests.makers import planned_forums
from tests.nation import WATER, a_coordinator_of, an_officer, concluded, raised, reported, shared_by


def up_and_down_again(house: House) -> None:
    planned_forums(house)
    villagers = shared_by(house, northeast=6, north=2, south=1)
    shared_by(house, topic=WATER, north=1, bkk_east=1)
    north, officer = a_coordinator_of(house, "north"), an_officer(house)
    house.ring()
    officer.says("งานของฉัน").taps("เรื่องร่วม").says("1").says("2").taps("กลับไปรายการ").says("9 วาระกลาง")
    officer.says("1 ถามภาค").says("1 ถามภาค").says("1 ถามภาค").says("1 แจกภาค").says("1 วาระกลาง").taps(
        "ดูเรื่องนี้"
    )
    north.taps("ตอบ").sends_photos(1).says("!").says("อยากได้มิเตอร์แยก").taps("แก้").says("ยกเลิก")
    concluded(house, "เสนอลดค่าไฟสูบน้ำเพื่อการเกษตร", "ให้การไฟฟ้าตอบภายใน 30 วัน")
    officer.says("1").taps("แจกภาค").says("1 แจกภาค")
    north.taps("แก้").says("ก\nข\nค\nง").says("รู้ผลใน 30 วัน").taps("ส่งให้ผู้แจ้ง")
    north.taps_old({"type": "postback", "data": "regional_of/2/send"})
    villagers["north"][0].says("ติดตามเรื่อง").says("1 วาระกลาง")
    officer.says("เรื่องร่วม").says("2 ถามภาค").says("2 วาระกลาง").says("3 ไม่เข้า").says("2 ไม่เข้า").taps(
        "รอเวทีหน้า"
    )


def dropped_and_closed(house: House) -> None:
    shared_by(house, northeast=1, north=1, south=1)
    raised(house)
    north, officer = a_coordinator_of(house, "north"), an_officer(house)
    officer.says("เรื่องร่วม").says("1 วาระกลาง").says("1 ถามภาค").says("1 ไม่เข้า").taps("เวทีช่วยไม่ได้").says(
        "1 ไม่เข้า"
    )
    north.taps("ตอบ")
    officer.taps_old({"type": "postback", "data": "centre/see/77"})


def a_situation(house: House) -> None:
    planned_forums(house)
    south, officer = a_coordinator_of(house, "south"), an_officer(house)
    officer.says("เรื่องร่วม").taps("สถานการณ์").says("😀").says("ราคาน้ำมันโลกขึ้น").says("ftp://x").says("ข่าววิทยุ")
    officer.taps("ภาคใต้").says("ภาคเหนือ").taps("ครบแล้ว").taps("แก้วันที่").says("วันไหนดี").taps("เมื่อวาน")
    officer.taps("แก้หัวข้อ").taps("ถัดไป").taps("ความไม่เป็นธรรม").taps("ยืนยัน").taps("ขอภาค").taps("ดูเรื่องนี้")
    house.time.stands_at("2026-08-04T07:30")
    house.ring()
    south.taps("ตอบส่วนกลาง").says("ยกเลิก").says("เช้า").taps("ตอบส่วนกลาง").says("เรือออกทะเลไม่ได้")
    officer.says("เรื่องร่วม").says("1 ถามภาค").says("1").taps("ไม่เข้า").taps("ส่งหน่วยงานแล้ว")
    south.taps("แก้")
    reported(house, "south", 1)


NATION_WALKS: tuple[Callable[[House], object], ...] = (up_and_down_again, dropped_and_closed, a_situation)
