"""Conversations about agendas, walked from end to end: ordering one, supporting its items, leaving a word for it."""

from collections.abc import Callable

from models.forums import forum as forums
from tests.house import House
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager, planned_forums
from tests.troubles import a_trouble, goes_to

TOPICS = ("water", "land", "health", "housing", "education")


def ordering_an_agenda(house: House) -> None:
    planned_forums(house)
    naen = a_coordinator(house)
    naen.says("ร่างวาระ")
    for topic in (*TOPICS, *TOPICS):
        a_trouble(house, topic, heads=2)
    naen.says("1 วาระ").says("งานเวที").taps("ร่างวาระ").taps("เวทีอื่น").taps("พฤ. 20 ส.ค. 09.00").taps("ถัดไป")
    naen.says("1 วาระ").says("1 วาระ").taps("กลับไปร่างวาระ").says("2 วาระ").says("ร่างวาระ").says("2 ขึ้น").says(
        "1 ลง"
    )
    naen.says("2 ไปที่ 1").says("5 ขึ้น").says("ร่างวาระ").taps("1").taps("เลื่อนลง").taps("1").taps("เอาออก").taps(
        "รอเวทีหน้า"
    )
    naen.taps("ใส่คืน").taps("เข้าวาระ").says("4 ไม่เข้า").taps("ยกเลิก").taps("ไม่เข้า").taps("เวทีช่วยไม่ได้")
    naen.taps("กลับไปร่างวาระ").says("5 ไม่เข้า").taps("ต้องรู้เพิ่ม").taps("กลับไปร่างวาระ").taps("เรื่องที่ไม่เข้า").taps(
        "1"
    )
    naen.taps("ใส่คืน").says("ร่างวาระ").taps("เรื่องที่ไม่เข้า").says("1 ใส่คืน").says("1 ไม่เข้า")
    goes_to(house, "ขก-0019", "done")
    naen.says("เรื่องในพื้นที่").says("เช้า")


def several_forums(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("ร่างวาระ")
    flood = a_trouble(house, "disaster.flood")
    naen.says("เรื่องในพื้นที่").says("1 วาระ")
    planned_forums(house)
    with house.db() as db:
        at = house.time.moment.replace(day=6, hour=13)
        forums.plan_one(db, "situation", "northeast", at, topic="disaster.flood")
    house.ring()
    naen.says("ร่างวาระ").taps("พฤ. 6 ส.ค. 13.00").says("1 วาระ").says("ร่างวาระ").taps("พฤ. 20 ส.ค. 09.00")
    house.time.stands_at("2026-08-08T10:00")
    house.ring()
    goes_to(house, flood, "done")
    naen.says("ร่างวาระ").says("1 วาระ").says("เรื่องในพื้นที่")


def proposing(house: House) -> None:
    planned_forums(house)
    for topic in TOPICS[:2]:
        a_trouble(house, topic)
    leader, naen = a_leader(house, NAM_PHONG), a_coordinator(house)
    leader.says("เรื่องในพื้นที่").says("1 วาระ").taps("ไม่เสนอแล้ว").taps("เรื่องในพื้นที่").says("1 วาระ").says("1 ไม่เข้า")
    house.time.stands_at("2026-08-04T07:30")
    house.ring()
    naen.taps("ร่างวาระ").says("1 วาระ").says("2 ไม่เข้า").taps("ส่งหน่วยงานแล้ว")
    leader.says("เรื่องในพื้นที่").says("1 วาระ").says("2 วาระ")
    a_trouble(house, "health")
    leader.says("เรื่องในพื้นที่").taps("3").taps("ทำต่อกับเรื่องนี้").taps("เสนอเข้าวาระ")
    naen.says("เรื่องในพื้นที่").taps("3").taps("ทำต่อกับเรื่องนี้").taps("เข้าวาระ")


def supporting_items(house: House) -> None:
    planned_forums(house)
    for number, topic in enumerate((*TOPICS, "welfare")):
        a_trouble(house, topic, heads=6 - number)
    talk, other = a_villager(house, 0xB7), a_villager(house, 0xB8, name="ศรี")
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    talk.taps("ไป").taps("ข้าม").taps("ข้าม")
    house.time.stands_at("2026-08-13T09:00")
    house.ring()
    talk.taps("ดูเรื่อง").taps("ถัดไป").taps("6").taps("กลับไปรายการ").taps("1")
    add = talk.button("หนุนเรื่องนี้")
    other.taps_old(add).taps("ไป").taps("ข้าม").taps("ข้าม").says("เวทีครั้งหน้า").taps("ดูเรื่อง")
    talk.taps("หนุนเรื่องนี้").taps_old(add).taps("ดูเรื่อง").taps("2").taps("หนุนเรื่องนี้").taps("เลิกหนุน").taps(
        "หนุนเรื่องนี้"
    )
    talk.taps("ดูเรื่อง").says("3").taps("หนุนเรื่องนี้").taps("ดูเรื่อง").taps("4").taps("หนุนเรื่องนี้").taps(
        "เลิกหนุนเรื่องที่ 1"
    )
    a_coordinator(house).says("ร่างวาระ").says("1 ไม่เข้า").taps("รอเวทีหน้า")
    talk.taps_old(add).taps("ดูเรื่อง").taps("เรื่องที่ไม่เข้า")
    house.time.stands_at("2026-08-20T09:30")
    talk.taps("ดูเรื่อง")
    house.time.stands_at("2026-08-23T09:30")
    house.ring()


def leaving_a_word(house: House) -> None:
    planned_forums(house)
    a_trouble(house)
    talk, other = a_villager(house, 0xB7), a_villager(house, 0xB8, name="ศรี")
    talk.says("เวทีครั้งหน้า").taps("ไม่สะดวก ฝากเรื่อง").taps("ข้าม").taps("ฝากเรื่อง").says("อยากให้ซ่อมเครื่องสูบน้ำ" * 50)
    talk.says("อยากให้ซ่อมเครื่องสูบน้ำ").taps("ฝากใหม่").says("อยากให้ซ่อมก่อนหน้าแล้ง").says("เวทีครั้งหน้า")
    talk.taps("เปลี่ยนคำตอบ").taps("ไม่สะดวก ฝากเรื่อง")
    other.says("เวทีครั้งหน้า").taps("ไม่สะดวก ฝากเรื่อง").sends_voice().taps("ไม่ฝากแล้ว").taps("ไม่ฝากแล้ว")
    other.taps("ฝากเรื่อง").sends_voice().sends_voice()
    naen = a_coordinator(house).says("ร่างวาระ").taps("ความเห็นฝากไว้").taps("1").taps("กลับไปรายการ").says("2")
    naen.says("เขียน 2 ขอให้ช่วยเรื่องน้ำ").says("เขียน 1 อย่างอื่น").says(f"เขียน 2 {'น้ำ' * 400}").says("เขียน 8 อะไร")
    other.taps("ไม่ฝากแล้ว")
    naen.says("ดู 2")
    talk.taps("ไม่ฝากแล้ว")
    naen.says("ร่างวาระ").taps_old({"type": "postback", "data": "entrusted/list/8/0"})


AGENDA_WALKS: tuple[Callable[[House], object], ...] = (
    ordering_an_agenda,
    several_forums,
    proposing,
    supporting_items,
    leaving_a_word,
)
