"""Conversations with organisations, and for people without a telephone, to be walked from end to end."""

from collections.abc import Callable

from bot.simulator import SOMCHAI
from tests.house import House
from tests.journeys.group_walks import a_tied_group, in_group, joins
from tests.journeys.partnering import WATERWORKS, a_partner, an_issue, an_organisation
from tests.journeys.staff_walks import newest_code
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager


def knowing_organisations(house: House) -> None:
    naen, leader = a_coordinator(house), a_leader(house)
    leader.says("หน่วยงาน").taps("เพิ่มหน่วยงาน").says("😀").says("องค์การบริหารส่วนตำบลน้ำพอง").says("ราชการ")
    leader.taps("ภาครัฐ").says("หาดใหญ่ สงขลา").says("กกกกก").taps("ยกเลิก").says("หน่วยงาน").taps("เพิ่มหน่วยงาน")
    leader.says("องค์การบริหารส่วนตำบลน้ำพอง").taps("ภาครัฐ").taps("ต.น้ำพอง").taps("แก้").taps("เหมือนเดิม")
    leader.taps("เหมือนเดิม").taps("เหมือนเดิม").says("หน่วยงาน").taps("1").taps("เอาออก").says("หน่วยงาน").says(
        "1"
    )
    an_organisation(house), an_organisation(house, WATERWORKS, "4007")
    naen.says("งานของฉัน").taps("หน่วยงาน").says("1").taps("ออกรหัสให้")
    a_villager(house, 0xB8, name="ปรีชา").says(newest_code(naen)).says("งานของฉัน").taps("งานที่ได้รับ")
    naen.says("หน่วยงาน").says("1").taps("เอาออก").says("ออกรหัส").taps("ภาคีพัฒนา").says("ไม่มี").taps("กปภ.")
    naen.says("หน่วยงาน").taps("เพิ่มหน่วยงาน").says("ม.ขอนแก่น").taps("วิชาการ").taps("ถัดไป").taps("จ.อุบลราชธานี")
    naen.taps("ทั้งพื้นที่นี้").taps("หน่วยงานทั้งหมด")
    a_leader(house, "40", "province").says("ออกรหัส").taps("ภาคีพัฒนา")


def sending_it_on(house: House) -> None:
    an_issue(house)
    leader = a_leader(house)
    leader.says("เรื่อง").says("9 ส่ง อบต.").says("1 ส่ง").says("อบต.น้ำพอง").taps("เพิ่มหน่วยงาน").taps(
        "ภาครัฐ"
    ).taps("ต.น้ำพอง")
    leader.taps("ส่งเรื่องไปที่นี่").says("ก" * 500).taps("ใช้ข้อความนี้").taps("แก้ข้อความ").says("ขอให้ซ่อมปั๊ม").taps(
        "ยืนยัน"
    )
    leader.taps("ส่งแล้ว").says("ขก1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน")
    water = a_partner(house, an_organisation(house, WATERWORKS, "4007"))
    an_organisation(house, "การประปาหมู่บ้านโนน")
    leader.says("ขก1").taps("ส่งหน่วยงาน").says("ประปา").taps("กปภ.").taps("ใช้ข้อความนี้").taps("ยืนยัน")
    water.taps("ขอข้อมูลเพิ่ม").says("😀").says("บ่อไหน").says("งานที่ได้รับ").taps("1").taps("รับไปดำเนินการ").says(
        "ไม่แน่ใจ"
    )
    leader.taps("ตอบ").says("...").says("บ่อบาดาลของหมู่ 5")
    water.says("งานที่ได้รับ").taps("1").taps("กำหนดวัน").says("1 ม.ค. 2569").says("20 ส.ค.").taps("กำลังทำ").taps(
        "ติดขัด"
    )
    water.says("😀").says("รออะไหล่").taps("กำลังทำ").taps("เสร็จแล้ว").says("ไม่มี").sends_photos(1)
    water.taps_old({"type": "postback", "data": "partner/2/accept", "displayText": "รับ"})


def handing_it_back(house: House) -> None:
    an_issue(house)
    leader, other = a_leader(house), an_organisation(house, WATERWORKS)
    agency = a_partner(house, an_organisation(house))
    a_partner(house, other, 0xBA, "ปรีชา")
    leader.says("ขก1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("เปลี่ยนหน่วยงาน").says("ชลประทาน").says("อบต").taps(
        "ยืนยัน"
    )
    agency.taps("ส่งต่อ").says("😀").taps("กปภ.").says("งานที่ได้รับ")
    leader.taps("ส่งไปที่นั่น").taps("ยืนยัน")
    agency.taps_old({"type": "postback", "data": "partner/1/accept", "displayText": "รับ"})
    agency.taps_old({"type": "postback", "data": "partner/2/accept", "displayText": "รับ"})
    villager = a_villager(house, 0xB7, name="จันทร์เพ็ญ")
    villager.says("ขก1").taps("ผิด แก้เรื่อง").taps("ถอนเรื่องนี้")
    leader.says("ขก1 ส่ง อบต.")


def speaking_for_others(house: House) -> None:
    joins(house)
    leader = a_leader(house)
    in_group(house, "ฟอรัม แทน ยายคำ ม.3 บ่อน้ำแห้ง", SOMCHAI)
    in_group(house, "ฟอรัม แทน ยายคำ ม.3 บ่อน้ำแห้ง")
    a_tied_group(house, NAM_PHONG)
    in_group(house, "ฟอรัม แทน ยายคำ ม.3 กับข้างบ้าน 3 คน บ่อน้ำแห้ง", SOMCHAI)
    in_group(house, "ฟอรัม แทน", SOMCHAI)
    leader.taps("ยัง").says("งานของฉัน").taps("แจ้งแทนคนอื่น").says("แทน ตาสี ม.4 ไฟดับ").taps("ขอแล้ว").says(
        "แทน ยายคำ"
    )
    leader.says("แทน ยายคำ ต.วังชัย อ.น้ำพอง ขอนแก่น ไฟดับ").says("ขก-0002")
    a_coordinator(house).says("แทน ยายคำ ไฟดับ")
    a_villager(house, 0xB8).says("แจ้งแทน")


PARTNER_WALKS: tuple[Callable[[House], object], ...] = (
    knowing_organisations,
    sending_it_on,
    handing_it_back,
    speaking_for_others,
)
