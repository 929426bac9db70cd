"""Conversations of those who ask, of those who answer, and of the morning, to be walked from end to end."""

from collections.abc import Callable

from bot.simulator import THONGSUK
from tests.house import House
from tests.makers import HAT_YAI, a_coordinator, a_leader, a_villager, planned_forums
from tests.talk import Talk


def asking_and_answering(house: House) -> None:
    leader, naen, asker = a_leader(house), a_coordinator(house), a_villager(house)
    asker.says("วิธีใช้").taps("ถามเจ้าหน้าที่").says("บ้านมั่นคงสมัครที่ไหนคะ").taps("พิมพ์ใหม่").says("กองทุนเปิดวันไหน")
    asker.taps("ส่งคำถาม").says("ถามเจ้าหน้าที่").sends_voice().says("ยกเลิก").taps("ทำต่อ").taps("ส่งคำถาม")
    asker.says("ถามเจ้าหน้าที่").says("ก" * 2500).says("ยกเลิก")
    leader.says("คำถาม").taps("1").taps("ตอบ").sends_photos(1).says("ก" * 2500).says("วันพุธค่ะ").taps("ยืนยัน")
    asker.taps("ขอบคุณ").taps("ถามต่อ").says("ต้องใช้อะไรบ้าง").taps("ส่งคำถาม")
    leader.says("ตอบ 2").says("ถ้ามีอันตราย พิมพ์ ช่วยด้วย ได้ทันที").taps("แก้").says("พิมพ์มาได้ไหมคะ").taps("ยืนยัน")
    leader.says("คำถาม").taps("3").taps("ส่งต่อ").says("คำถาม").taps("3").taps("ตอบ").says("บัตรประชาชน")
    naen.says("คำถาม").taps("1").taps("ตอบ").says("เอาบัตรประชาชนมา").taps("ยืนยัน").says("คำถาม")
    leader.taps("ยืนยัน")


def asking_in_vain(house: House) -> None:
    asker = a_villager(house)
    asker.says("กขค กขค").taps("ถามเจ้าหน้าที่").says("อยากทราบว่าใครดูแลกองทุนคะ").taps("ถามเจ้าหน้าที่")
    asker.taps("ถอนคำถาม")
    a_leader(house)
    house.ring()
    a_coordinator(house)
    house.time.goes(days=2)
    house.ring()
    house.time.goes(days=8)
    house.ring()
    for number in range(9):
        asker.says("ถามเจ้าหน้าที่").says(f"ข้อที่ {number} ค่ะ").taps("ส่งคำถาม")
    asker.says("ถามเจ้าหน้าที่")
    stranger = Talk(house, THONGSUK)
    stranger.says("มีคำถาม").says("กองทุนเปิดวันไหน").pins(*HAT_YAI).taps("ส่งคำถาม").taps("ตกลง")


def the_morning_and_the_list(house: House) -> None:
    planned_forums(house)
    leader, naen = a_leader(house), a_coordinator(house)
    leader.says("เช้า").says("เรื่อง")
    villager = a_villager(house)
    for told in ("ไฟดับทั้งหมู่ 5", "ถนนพังเป็นหลุม", "น้ำประปาไม่ไหล", "ขยะล้นถัง", "คลองตื้นเขิน"):
        villager.says(f"แจ้งเรื่อง {told} ครับ").taps("ส่งเรื่องนี้").taps("ข้าม")
    a_villager(house, 0xB4, "400702").says("ช่วยด้วย น้ำถึงคอแล้ว")
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    villager.taps("ไป")
    house.time.stands_at("2026-08-07T07:30")
    house.ring()
    naen.says("2").taps("ถัดไป").taps("กลับไปรายการ").taps("ถัดไป").taps("รอนานสุดก่อน").says("ดู 99")
    officer = a_leader(house, "national", "officer")
    officer.says("เช้า").says("เรื่องในพื้นที่").taps("6").says("งานของฉัน")


ASKING_WALKS: tuple[Callable[[House], object], ...] = (
    asking_and_answering,
    asking_in_vain,
    the_morning_and_the_list,
)
