"""The whole way: reported in three regions, concluded by the national Forum, and heard again under the same number."""

from tests.house import House
from tests.makers import planned_forums
from tests.nation import a_coordinator_of, an_officer, reported, shared_by


def test_what_is_typed_at_the_national_forum_comes_back_to_the_first_reporter(house: House) -> None:
    planned_forums(house)
    first, number = reported(house, "north", 0)
    shared_by(house, northeast=5, south=5)
    north, officer = a_coordinator_of(house, "north"), an_officer(house)
    house.time.stands_at("2026-08-04T06:31")
    house.ring()
    officer.says("เรื่องร่วม").says("1 วาระกลาง").hears("centre.accepted", number="รวม-0001")
    house.time.stands_at("2026-08-28T10:00")
    house.ring()
    officer.says("วาระ 1 สรุป ขอลดค่าไฟสูบน้ำ ผู้รับไปทำ การไฟฟ้า ภายใน 15 ก.ย.")
    officer.taps("ถูกต้อง")
    officer.says("เรื่องร่วม").says("1 แจกภาค").hears("regional.check", "regional.check", "centre.handed_out")
    north.taps("ส่งให้ผู้แจ้ง").hears("regional.sent", reached="1")
    [told] = [
        message for to, message in house.said if to == first.person and message["key"] == "regional.told"
    ]
    assert told["values"]["number"] == number
    assert "ขอลดค่าไฟสูบน้ำ" in told["values"]["answer_lines"]
    first.says(number).hears("mine.one").reads("เวทีส่วนกลางตอบ “ขอลดค่าไฟสูบน้ำ")
