"""The particulars of a Forum: each a tap to set, a tap to clear; nonsense is kindly asked again."""

import pytest

from tests.house import House
from tests.makers import a_coordinator, a_villager, planned_forums, the_forum
from tests.talk import Talk


def card(house: House) -> Talk:
    planned_forums(house)
    naen = a_coordinator(house)
    return naen.says("รายละเอียดเวที").hears("details.which").taps("พฤ. 20 ส.ค.").hears("details.card")


@pytest.mark.parametrize(
    ("label", "said", "column", "kept"),
    [
        ("ห้องที่เชื่อม", "อบต.บึงงาม\nวัดโนน", "linked_halls", ["อบต.บึงงาม", "วัดโนน"]),
        ("ห้องที่เชื่อม", "อบต.บึงงาม, วัดโนน", "linked_halls", ["อบต.บึงงาม", "วัดโนน"]),
        ("ลิงก์ออนไลน์", "https://zoom.us/j/12?pwd=a", "online_url", "https://zoom.us/j/12?pwd=a"),
        ("ลิงก์ออนไลน์", "ลิงก์ค่ะ https://meet.example.org/x", "online_url", "https://meet.example.org/x"),
        ("จำนวนที่นั่ง", "๑๕๐ ที่นั่ง", "capacity", 150),
        ("จำนวนที่นั่ง", "1,200", "capacity", 1200),
        ("จำนวนที่นั่ง", "ห้าสิบคนค่ะ", "capacity", 50),
        ("กำหนดการ", "09.00 เปิดเวที\n\n10.00 น้ำท่วมในตำบล", "programme", "09.00 เปิดเวที\n10.00 น้ำท่วมในตำบล"),
        ("ค่ารถ อาหาร", "ค่ารถเหมาจ่าย มีอาหารกลางวัน", "note", "ค่ารถเหมาจ่าย มีอาหารกลางวัน"),
    ],
)
def test_a_particular_is_told_shown_and_cleared(
    house: House, label: str, said: str, column: str, kept: object
) -> None:
    naen = card(house).taps(label).says(said).hears("details.kept", "details.card")
    assert getattr(the_forum(house), column) == kept
    naen.taps(label).sees("ลบออก").taps("ลบออก").hears("details.cleared", "details.card")
    assert not getattr(the_forum(house), column)


@pytest.mark.parametrize(
    ("label", "said", "again"),
    [
        ("ห้องที่เชื่อม", "🏠\n🏠", "details.again_linked_halls"),
        ("ลิงก์ออนไลน์", "http://zoom.us/j/1", "details.again_online_url"),
        ("ลิงก์ออนไลน์", "https://", "details.again_online_url"),
        ("ลิงก์ออนไลน์", "https://localhost/x", "details.again_online_url"),
        ("ลิงก์ออนไลน์", "https://codi.or.th@evil.example/x", "details.again_online_url"),
        ("ลิงก์ออนไลน์", "https://a.example:99999/x", "details.again_online_url"),
        ("ลิงก์ออนไลน์", "https://a.example/ประชุม", "details.again_online_url"),
        ("ลิงก์ออนไลน์", "javascript:alert(1)", "details.again_online_url"),
        ("ลิงก์ออนไลน์", "https://a.example/" + "x" * 600, "details.again_online_url"),
        ("จำนวนที่นั่ง", "เยอะมาก", "details.again_capacity"),
        ("จำนวนที่นั่ง", "0", "details.again_capacity"),
        ("จำนวนที่นั่ง", "99999999999999999999", "details.again_capacity"),
        ("จำนวนที่นั่ง", "100 หรือ 200", "details.again_capacity"),
        ("กำหนดการ", "🎉", "details.again_programme"),
        ("ค่ารถ อาหาร", "...", "details.again_note"),
    ],
)
def test_what_makes_no_sense_is_asked_again(house: House, label: str, said: str, again: str) -> None:
    naen = card(house).taps(label).says(said).hears(again)
    naen.taps("ยกเลิก").hears("talk.stopped")


def test_the_hall_goes_the_way_of_a_move(house: House) -> None:
    naen = card(house).taps("สถานที่").hears("forum.ask_place").says("วัดบ้านโนน").hears("move.sure").taps("ยืนยัน")
    naen.hears("move.done").reads("วัดบ้านโนน")


def test_seats_below_those_who_come_are_shown(house: House) -> None:
    naen = card(house)
    house.time.stands_at("2026-08-06T09:00")
    villager = a_villager(house)
    villager.says("เวทีครั้งหน้า").taps("ไปหลายคน").taps("5")
    naen.says("รายละเอียดเวที").taps("พฤ. 20 ส.ค.").taps("จำนวนที่นั่ง").says("3").reads("ที่นั่ง 3 ตอบว่าไปแล้ว 5 คน")


def test_those_invited_find_them_behind_one_button(house: House) -> None:
    card(house).taps("ค่ารถ อาหาร").says("มีอาหารกลางวัน ค่ารถเหมาจ่าย 100 บาท")
    villager = a_villager(house)
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    button = villager.sees("ดูรายละเอียด").button("ดูรายละเอียด")
    assert button["uri"] == f"http://127.0.0.1:8000/f/{the_forum(house).token}"
    villager.taps("ไป")
    house.time.stands_at("2026-08-19T17:00")
    villager._from = len(house.said)
    house.ring()
    villager.hears("forum.reminder_day_before").reads("มีอาหารกลางวัน")


def test_english_readers_get_the_page_in_english(house: House) -> None:
    card(house).taps("ค่ารถ อาหาร").says("มีอาหารกลางวัน")
    villager = a_villager(house)
    villager.says("english").says("forum")
    assert villager.button("See the details")["uri"].endswith("?lang=en")


def test_nothing_can_be_told_of_a_forum_that_began(house: House) -> None:
    naen = card(house).taps("จำนวนที่นั่ง")
    house.time.stands_at("2026-08-20T08:30")
    naen.says("รายละเอียดเวที").taps("พฤ. 20 ส.ค.").taps("จำนวนที่นั่ง")
    house.time.stands_at("2026-08-20T09:10")
    naen.says("50").hears("rsvp.past")


def test_without_a_forum_there_is_nothing_to_tell(house: House) -> None:
    a_coordinator(house).says("รายละเอียดเวที").hears("details.none").sees("จัดเวที")
