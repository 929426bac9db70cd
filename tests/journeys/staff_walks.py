"""Conversations of those who answer for a place, to be walked from end to end."""

import re
from collections.abc import Callable

from models import codes
from tests.house import House
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_stranger, a_villager
from tests.talk import Talk


def joining_by_code(house: House) -> None:
    with house.db() as db:
        figures = [
            codes.make(db, role, scope).code
            for role, scope in (("leader", NAM_PHONG), ("partner", "national"))
        ]
    talk = a_stranger(house)
    talk.says(figures[0]).taps("ตกลง").taps("ข้าม").says("เบอร์ของฉัน").says("12").says("0812345678")
    talk.taps("งานของฉัน").taps("เบอร์โทรของฉัน").taps("ข้าม").says("999999")
    a_villager(house, 0xB4).says(figures[1]).taps("เวทีส่วนกลาง").says("งานของฉัน")
    a_villager(house, 0xB5).says("ช่วยด้วย น้ำท่วมถึงคอ")
    stranger = a_villager(house, 0xB6)
    for guess in range(6):
        stranger.says(f"99999{guess}")


def giving_codes(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("งานของฉัน").taps("ออกรหัส").taps("ผู้ประสานงานตำบล").taps("ถัดไป").taps("จ.อุบลราชธานี").taps(
        "อ.เขื่องใน"
    )
    naen.taps("ต.ท่าไห").taps("ออกรหัสอีก").taps("ผู้ประสานงานจังหวัด").says("กกกกก").says("เชียงใหม่").says("เลย")
    naen.says("ออกรหัส").taps("นักวิชาการ")
    officer = a_leader(house, "national", "officer")
    officer.says("ออกรหัส").taps("ผู้ประสานงานภาค").taps("ภาคใต้")
    officer.says("ออกรหัส").taps("ผู้ประสานงานตำบล").taps("ภาคใต้").taps("จ.กระบี่").taps("ยกเลิก")


def handing_over(house: House) -> None:
    leader, deputy = a_leader(house), a_villager(house, 0xB4, name="คำ")
    leader.says("ฝากงาน").says("เมื่อวาน").taps("7 วัน").says(newest_code(leader))
    deputy.says(newest_code(leader)).taps("ข้าม").says("งานของฉัน")
    leader.taps("กลับมาทำเอง").says("ฝากงาน").taps("3 วัน")
    deputy.says(newest_code(leader))
    house.time.goes(days=5)
    house.ring()
    naen = a_coordinator(house)
    a_coordinator(house, "south")
    naen.says("ฝากงาน").taps("2").taps("ถึงพรุ่งนี้")


def teaching_words(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("งานของฉัน").taps("สอนคำ").says("ก").says("น้ำป้าเป้ว").taps("ภัยพิบัติ").taps("น้ำท่วม")
    naen.taps("สอนอีกคำ").says("บ้าน").taps("ภัยพิบัติ").taps("น้ำท่วม").says("สอนคำ").says("ไฟไหม้").says("อันนี้").taps(
        "ภัยพิบัติ"
    ).taps("ไฟไหม้")
    naen.says("สอนคำ").says("ควันผีตองเหลือง").taps("ถัดไป").says("ยกเลิก")
    naen.says("คำที่สอน").taps("น้ำป้าเป้ว").taps("เอาคำนี้ออก").says("คำที่สอน")
    a_villager(house).says("สอนคำ").says("คำที่สอน")


def newest_code(talk: Talk) -> str:
    given = [message["values"]["code"] for to, message in talk.house.said if "code" in message["values"]]
    found = re.fullmatch(r"\d{6}", str(given[-1]))
    assert found
    return found[0]


def merging(house: House) -> None:
    for figure in (0xB8, 0xB9, 0xBA):
        talk = a_villager(house, figure).says("น้ำประปาไม่ไหลทั้งหมู่บ้าน").taps("ส่งเรื่องนี้")
        if figure != 0xB8:
            talk.taps("ร่วมด้วย").taps("ไม่ใช่ แยกออก").says("ข้าม")
    leader = (
        a_leader(house)
        .says("เรื่อง")
        .says("รวม 1 2")
        .taps("เลิกรวม")
        .says("รวม 1 9")
        .says("เรื่อง")
        .taps("รวม 1+2")
    )
    leader.taps("ดูเรื่องนี้").taps("ทำต่อกับเรื่องนี้").taps("จดสรุป").says("ปั๊มเสีย").taps("ดูเรื่องนี้")
    leader.taps("ทำต่อกับเรื่องนี้").taps("เรื่องคล้ายกัน").says("3 ขอข้อมูล เสียวันไหน").taps("ส่งคำถาม")
    for figure in (0xB8, 0xB9):
        if "ตอบ" in (talk := a_villager(house, figure)).labels:
            talk.taps("ตอบ").says("ตั้งแต่วันพุธ")


STAFF_WALKS: tuple[Callable[[House], object], ...] = (
    joining_by_code,
    giving_codes,
    handing_over,
    teaching_words,
    merging,
)
