"""Conversations to be walked from end to end: what villagers say and tap."""

from collections.abc import Callable
from datetime import datetime

from bot.line import richmenu
from bot.simulator import SOMCHAI, VILLAGE
from models.forums import invitations
from models.thai.calendar import BANGKOK
from tests.house import House
from tests.journeys.agenda_walks import AGENDA_WALKS
from tests.journeys.asking_walks import ASKING_WALKS
from tests.journeys.deed_walks import DEED_WALKS
from tests.journeys.door_walks import DOOR_WALKS
from tests.journeys.emergency_walks import EMERGENCY_WALKS
from tests.journeys.forum_walks import FORUM_WALKS
from tests.journeys.group_walks import GROUP_WALKS
from tests.journeys.nation_walks import NATION_WALKS
from tests.journeys.paper_walks import PAPER_WALKS
from tests.journeys.partner_walks import PARTNER_WALKS
from tests.journeys.staff_walks import STAFF_WALKS
from tests.makers import (
    HAT_YAI,
    KHON_KAEN,
    a_coordinator,
    a_leader,
    a_stranger,
    a_villager,
    planned_forums,
    the_forum,
)

Walk = Callable[[House], object]
IN_LONDON, FAR_AHEAD = (51.5, -0.12), 25


def report_by_words(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    talk.says("แจ้งเรื่อง").says("น้ำท่วมบ้านสามหลัง ข้าวของเสียหายหมด").taps("ส่งเรื่องนี้")
    talk.says("น้ำท่วม ต.วังชัย อ.น้ำพอง จ.ขอนแก่น").taps("ส่งเรื่องนี้")
    talk.says("อยากให้ขุดลอกคลองหลังวัด").taps("ติดตามเรื่อง").says("ติดตามเรื่อง").taps(talk.number)
    talk.says("ขก 9999").says("ขก1").taps("บอกว่าอยากให้แก้").says("ซ่อมให้ทันหน้าฝน")
    talk.says("ขก2").says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ข้าม")


def report_by_photo_voice_and_pin(house: House) -> None:
    talk = a_villager(house)
    talk.sends_photos(3).taps("น้ำไม่ไหล").taps("ส่งเรื่องนี้").sends_photos(1).sends_voice().pins(*KHON_KAEN)
    house.time.goes(minutes=20)
    talk.sends_voice().taps("เรื่องอื่น").taps("ถัดไป").taps("เรื่องอื่น ๆ").taps("ส่งเรื่องนี้")
    house.time.goes(minutes=20)
    talk.pins(*HAT_YAI).taps("เรื่องอื่น").taps("ที่ดินทำกิน").taps("ยกเลิก").taps("ทำต่อ").taps("ส่งเรื่องนี้")
    with talk.burst():
        talk.sends_photos(2)
        talk.says("ไฟดับทั้งหมู่บ้าน")
        talk.sends_voice()


def mending(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("แก้เรื่อง").taps("แก้ชนิดเรื่อง").taps("ขอเสนอ")
    talk.taps("แก้เรื่อง").taps("แก้หัวข้อ").taps("น้ำท่วม").taps("แก้เรื่อง").taps("เล่าใหม่").says("สะพานขาด")
    talk.taps("บอกตำแหน่ง").says("บางบ่อยนัก").says("เมือง").taps("เลือกที่อื่น").pins(*IN_LONDON)
    talk.pins(*KHON_KAEN).taps("ส่งเรื่องนี้")


def mending_by_typing(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    talk.says("น้ำท่วมถนนบ้านเหล่า หมู่ 5").says("ไม่ใช่หมู่ 5").says("บ้านโคกสว่าง").says("ไม่ใช่น้ำท่วม").taps("ถัดไป")
    talk.taps("โรงเรียน การเรียน").taps("ส่งเรื่องนี้").taps("ผิด แก้เรื่อง").says("ขอบคุณค่ะ").says("ไม่ใช่หมู่ 5 หมู่ 7")
    talk.taps("ผิด แก้เรื่อง").says("เป็นมาตั้งแต่เช้า").taps("ผิด แก้เรื่อง").says("ต.โนนสูง").taps("ต.โนนสูง อุดรธานี")
    talk.taps("ผิด แก้เรื่อง").taps("บอกตำแหน่ง").taps("ข้าม").says("ไฟดับบ้านเหล่า").taps("ส่งเรื่องนี้")
    talk.taps("ติดตามเรื่อง").taps("ผิด แก้เรื่อง").taps("เล่าเพิ่ม").says("หม้อแปลงระเบิด")


def sentences_for_wishes(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    for said in ("ฮัลโหล", "เวทีจัดที่ไหนคะ", "ยายใช้ไม่เป็น สอนหน่อย", "มีเรื่องจะแจ้งค่ะ", "เรื่องที่แจ้งไว้ถึงไหนแล้วคะ"):
        talk.says(said)
    with talk.burst():
        talk.says("สวัสดีค่ะ")
        talk.says("ไฟดับสองวันแล้ว")
    talk.taps("ส่งเรื่องนี้").sends_photos(1)


def leaving_and_coming_back(house: House) -> None:
    talk = a_villager(house)
    button = talk.says("ถนนเข้าหมู่บ้านพังหมดแล้ว รถเข้าไม่ได้").button("ส่งเรื่องนี้")
    talk.says("ยกเลิก").says("แจ้งเรื่อง").taps("ทำต่อ").says("ยกเลิก").says("ฮัลโหล").says("ติดตามเรื่อง")
    talk.says("แจ้งเรื่อง").taps("เริ่มเรื่องใหม่").says("ยกเลิก").taps("ทิ้งไปเลย").taps_old(button)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps_old(talk.button("ส่งเรื่องนี้"))
    talk.taps_old({"type": "postback", "data": "poem/7"}).taps_old({"type": "postback", "data": "open"})


def meeting_and_saying_yes(house: House) -> None:
    planned_forums(house)
    talk = a_stranger(house)
    talk.follows().taps("อ่านก่อน").taps("ตกลง").taps("อีสาน").taps("ถัดไป").taps("เลือกที่อื่น")
    talk.taps("อีสาน").taps("ขอนแก่น").taps("ถัดไป").taps("เลือกที่อื่น").taps("อีสาน").taps("ขอนแก่น")
    talk.taps("น้ำพอง").taps("วังชัย").blocks().follows()
    talk.says("ย้ายบ้าน").taps("ข้าม").says("ย้ายบ้าน").pins(*HAT_YAI).says("ย้ายบ้าน").says("เชียงใหม่")


def meeting_and_saying_no(house: House) -> None:
    planned_forums(house)
    talk = a_stranger(house)
    talk.says("สวัสดี").taps("ยังไม่ตกลง").taps("เวทีครั้งหน้า").taps("ภาคใต้")
    talk.says("น้ำเสียยังไหลลงคลองอยู่").taps("อ่านก่อน").taps("ยังไม่ตกลง").taps("เปลี่ยนใจ").taps("ตกลง")
    talk.says("วิธีใช้").says("เวทีครั้งหน้า")


def danger(house: House) -> None:
    a_leader(house), a_coordinator(house)
    talk = a_villager(house)
    talk.says("น้ำถึงคอแล้ว ช่วยด้วย").taps("1-2 คน").pins(*HAT_YAI).says("น้ำมิดหัวแล้ว").says("สามคน มีคนแก่")
    talk.says("หลังวัดบ้านโนน ต.วังชัย อ.น้ำพอง")


def danger_to_a_stranger(house: House) -> None:
    talk = a_stranger(house)
    talk.says("ช่วยด้วย ติดอยู่บนหลังคา").taps("มากกว่า 5 คน").taps("ข้าม").taps("ตกลง").says("วังชัย น้ำพอง")
    talk.says("แจ้งเรื่อง").taps("ด่วน มีอันตราย").taps("ไม่มีคนติดอยู่")


def coming_to_a_forum(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    talk.says("เวทีครั้งหน้า")
    house.time.stands_at("2026-08-07T08:00")
    house.ring()
    talk.says("ไป 2 คนจ้า").taps("ไม่ใช่").sends_sticker("ok").taps("ไม่ใช่").says("ไม่แน่ใจ")
    talk.taps("ไปหลายคน").taps("ยกเลิก").sends_sticker("sleepy").taps("ไปหลายคน").taps("4")
    talk.taps("เปลี่ยนคำตอบ").taps("ไม่สะดวก ฝากเรื่อง").taps("เปลี่ยนคำตอบ").taps("ไป")
    for moment in ("2026-08-19T17:00", "2026-08-20T06:00"):
        house.time.stands_at(moment)
        house.ring()
    house.time.stands_at("2026-08-21T09:00")
    talk.taps("เปลี่ยนคำตอบ").taps("ไป")


def a_forum_that_moves(house: House) -> None:
    planned_forums(house, hall=None)
    talk = a_villager(house)
    house.time.stands_at("2026-08-07T08:00")
    house.ring()
    talk.taps("ไป")
    with house.db() as db:
        forum = db.merge(the_forum(house))
        invitations.move(
            db, forum, at=datetime(2026, 8, FAR_AHEAD, 13, 30, tzinfo=BANGKOK), place="ศาลาวัดโนน"
        )
    house.send()
    talk.taps("เปลี่ยนคำตอบ")
    with house.db() as db:
        invitations.cancel(db, db.merge(the_forum(house)))
    house.send()
    talk.taps("ไป").says("เวทีครั้งหน้า")


def no_forum_at_all(house: House) -> None:
    a_villager(house).says("เวทีครั้งหน้า")


def a_coordinator_is_asked_for_a_place(house: House) -> None:
    planned_forums(house, hall=None)
    coordinator = a_coordinator(house)
    house.ring()
    coordinator.taps("บอกสถานที่").taps("ยกเลิก").taps("บอกสถานที่").says("หอประชุมอำเภอน้ำพอง").taps("ใช่")
    coordinator.taps("แก้สถานที่").says("ศาลาวัดโนน").taps("แก้").says("ศาลาวัดบ้านโนน").taps("ใช่")


def in_a_group(house: House) -> None:
    planned_forums(house)
    house.line.joins_group(VILLAGE)
    house.settle()
    for said in ("ฟอรัม", "ฟอรัม เวทีครั้งหน้า", "ฟอรัม วิธีใช้", "ไปกินข้าวกัน"):
        house.line.says(SOMCHAI, said, VILLAGE)
        house.settle()


def help_and_small_talk(house: House) -> None:
    talk = a_villager(house)
    for said in ("วิธีใช้", "สวัสดีค่ะ", "ขอบคุณค่ะ", "😭😭😭", "ยกเลิก", "ติดตามเรื่อง"):
        talk.says(said)
    talk.sends_sticker("ok").sends_file().says("น้ำท่วมตั้งแต่วันที่ 31 กุมภาพันธ์")


def going_away(house: House) -> None:
    talk = a_villager(house)
    talk.says("เลิก").taps("เลิกรับข่าว").taps("รับข่าวเหมือนเดิม").says("เลิกรับข่าว").says("เลิก").taps("ยกเลิก")
    talk.says("ลบข้อมูล").taps("ไม่ลบ").says("เลิก").taps("ลบข้อมูล").taps("ลบทั้งหมด").says("สวัสดี")


def consents_one_by_one(house: House) -> None:
    talk = a_stranger(house)
    talk.follows().taps("อ่านก่อน").taps("ตกลง").says("ข้าม").taps("ไม่ต้องบอก").says("ข้อมูลของฉัน")
    talk.taps("ตกลง บอกวันนัด").sends_photos(1).taps("น้ำท่วม").taps("ส่งเรื่องนี้").taps("ข้าม")
    talk.taps("ตกลง ใช้รูปได้").taps("ข้อมูลของฉัน").taps("ไม่ให้ใช้รูป")
    leader, _ = a_leader(house), a_coordinator(house)
    leader.says("ลบข้อมูล").taps("ลบทั้งหมด").says("ข้อมูลของฉัน").taps("อ่านก่อน")


def from_the_menu(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    with house.db() as db:
        richmenu.put(db)
    for which in richmenu.EVERY:
        for area in richmenu.told(which)["areas"]:
            talk.taps_old(area["action"])


WALKS: tuple[Walk, ...] = (
    report_by_words,
    report_by_photo_voice_and_pin,
    mending,
    mending_by_typing,
    sentences_for_wishes,
    leaving_and_coming_back,
    meeting_and_saying_yes,
    meeting_and_saying_no,
    danger,
    danger_to_a_stranger,
    coming_to_a_forum,
    a_forum_that_moves,
    no_forum_at_all,
    a_coordinator_is_asked_for_a_place,
    in_a_group,
    help_and_small_talk,
    going_away,
    consents_one_by_one,
    from_the_menu,
    *PARTNER_WALKS,
    *STAFF_WALKS,
    *PAPER_WALKS,
    *ASKING_WALKS,
    *DOOR_WALKS,
    *FORUM_WALKS,
    *GROUP_WALKS,
    *EMERGENCY_WALKS,
    *AGENDA_WALKS,
    *NATION_WALKS,
    *DEED_WALKS,
)
