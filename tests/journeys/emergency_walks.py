"""Emergency calls, to be walked from end to end."""

from collections.abc import Callable

from models.forums import emergencies
from models.forums.forum import Forum
from tests.house import House
from tests.journeys.group_walks import a_tied_group
from tests.makers import a_coordinator, a_leader, a_villager
from tests.talk import Talk


def prepared(
    house: House,
    *areas: str,
    reason: str = "น้ำล้นตลิ่ง คนติดอยู่ริมมูล",
    when: str = "วันนี้ บ่ายโมง",
) -> Talk:
    """The coordinator has told everything; only the word is missing."""
    naen = a_coordinator(house)
    naen.says("เรียกเวทีฉุกเฉิน")
    for area in areas or ("อ.น้ำพอง ขอนแก่น",):
        naen.says(area)
    naen.taps("ครบแล้ว").says(reason).says(when).says("ห้อง อบต.น้ำพอง")
    return naen


def called(house: House, *areas: str) -> Talk:
    return prepared(house, *areas).says("เรียก")


def the_call(house: House) -> Forum:
    with house.db() as db:
        return emergencies.lately(db)[-1]


def calling(house: House) -> None:
    a_tied_group(house)
    a_leader(house)
    a_villager(house, 0xB7)
    naen = a_coordinator(house)
    naen.says("งานของฉัน").taps("เรียกเวทีฉุกเฉิน").taps("จ.ขอนแก่น").taps("ทั้งจังหวัด").taps("เพิ่มพื้นที่").says("ภาคใต้")
    naen.says("กกกกก").says("ภาคอีสาน").taps("เลือกพื้นที่ใหม่").says("ยกเลิก")
    naen.says("เรียกเวทีฉุกเฉิน").taps("ถัดไป").taps("จ.เลย").taps("อ.เมืองเลย").taps("ทั้งอำเภอ").taps("เพิ่มพื้นที่")
    naen.says("อ.น้ำพอง ขอนแก่น").taps("ครบแล้ว").says("....").taps("น้ำท่วม").says("เมื่อวาน").says("วันนี้ บ่ายโมง")
    naen.says("12").says("ห้อง อบต.น้ำพอง").says("ใช่").taps("แก้เหตุ").says("น้ำล้นตลิ่ง").says("เรียก")


def answering_a_call(house: House) -> None:
    a_leader(house)
    villager, other = a_villager(house, 0xB7, name="จันทร์เพ็ญ"), a_villager(house, 0xB8, name="คำมี")
    naen = called(house)
    villager.taps("รับทราบ ไปได้").taps("ต้องการช่วย").taps("เรือ").taps("เปลี่ยนคำตอบ").taps("รับทราบ ไปไม่ได้")
    other.says("ไป 3 คน").taps("ต้องการช่วย").taps("คนป่วยติดเตียง").taps("ต้องการอย่างอื่น").taps("ยา")
    naen.says("ใครตอบ").taps("ยกเลิกการเรียก").taps("ไม่ยกเลิกแล้ว").taps("ยกเลิกการเรียก").taps("ยืนยัน")
    villager.taps("รับทราบ ไปได้")
    house.time.goes(hours=30)
    other.taps("รับทราบ ไปได้")
    naen.says("ใครตอบ")


EMERGENCY_WALKS: tuple[Callable[[House], object], ...] = (calling, answering_a_call)
