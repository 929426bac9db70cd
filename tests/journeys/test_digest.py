"""At half past seven whoever is on duty hears what is new; nothing when nothing happened, and never twice."""

from typing import Any

import pytest

from bot.cards import render
from bot.simulator import FATIMAH, NAEN, SOMCHAI
from models import clock
from models.post.messages import Message
from models.thai.calendar import read_moment
from scheduler import clock as ringing
from scheduler import digests
from scheduler.timetable import JOBS
from tests.house import House
from tests.journeys.asked import an_officer
from tests.journeys.test_area import a_report
from tests.makers import a_coordinator, a_leader, a_villager, planned_forums

ELSEWHERE = "400702"
NAME = "จันทร์เพ็ญ"


def at(house: House, moment: str) -> None:
    house.time.stands_at(moment)
    house.ring()


def digests_of(house: House, person: str) -> list[dict[str, Any]]:
    return [message for to, message in house.said if to == person and message["key"].startswith("digest.")]


def test_the_morning_tells_what_is_new_and_only_once(house: House) -> None:
    a_coordinator(house)
    a_report(house, "น้ำประปาไม่ไหล หมู่ 5")
    at(house, "2026-08-04T07:29")
    assert digests_of(house, NAEN) == []
    at(house, "2026-08-04T07:30")
    house.ring()
    at(house, "2026-08-04T11:00")
    [told] = digests_of(house, NAEN)
    assert (told["values"]["new"], told["values"]["by_place"]) == (1, [["40", None, 1]])
    said = render([_unpacked(told)], "th")[0]["altText"]
    assert "สวัสดีค่ะ แนน อังคาร 4 ส.ค. 2569\nเรื่องใหม่ 1 เรื่อง" in said
    assert "1) ขก-0001 น้ำกินน้ำใช้ ม.5 ต.น้ำพอง" in said


def _unpacked(told: dict[str, Any]) -> Message:
    return Message(told["key"], told["values"], ())


def test_a_day_without_news_is_quiet_and_news_wait_for_the_next_morning(house: House) -> None:
    a_leader(house)
    a_report(house, "น้ำประปาไม่ไหล")
    at(house, "2026-08-04T07:30")
    at(house, "2026-08-05T07:30")
    assert len(digests_of(house, SOMCHAI)) == 1
    house.time.stands_at("2026-08-05T09:00")
    a_report(house, "ไฟดับทั้งหมู่บ้าน")
    at(house, "2026-08-06T07:30")
    newest = digests_of(house, SOMCHAI)[-1]["values"]
    assert (len(digests_of(house, SOMCHAI)), newest["new"], newest["open"]) == (2, 1, 2)


def test_nothing_new_elsewhere_is_told_to_nobody(house: House) -> None:
    a_leader(house)
    a_report(house, "น้ำประปาไม่ไหล", ELSEWHERE)
    at(house, "2026-08-04T07:30")
    assert digests_of(house, SOMCHAI) == []


def test_two_clocks_ring_and_one_digest_is_told(house: House) -> None:
    a_leader(house)
    a_report(house, "น้ำประปาไม่ไหล")
    house.time.stands_at("2026-08-04T07:30")
    job = next(job for job in JOBS if job.name == "digests")
    rings = [ringing.ring(house.sessions, job, read_moment("2026-08-04T07:30")) for _ in range(2)]
    with clock.standing_at(read_moment("2026-08-04T07:45")):
        ringing.ring_all(house.sessions)
    house.send()
    assert (rings, len(digests_of(house, SOMCHAI))) == ([True, False], 1)


def test_a_morning_that_was_missed_is_made_up_till_noon(house: House) -> None:
    a_leader(house)
    a_report(house, "น้ำประปาไม่ไหล")
    at(house, "2026-08-04T15:00")
    assert digests_of(house, SOMCHAI) == []
    at(house, "2026-08-05T11:30")
    assert len(digests_of(house, SOMCHAI)) == 1


def test_more_than_a_ring_holds_are_told_at_the_next(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "MOST_A_RING", 1)
    a_leader(house), a_coordinator(house)
    a_report(house, "น้ำประปาไม่ไหล")
    at(house, "2026-08-04T07:30")
    assert len(digests_of(house, SOMCHAI) + digests_of(house, NAEN)) == 1
    at(house, "2026-08-04T07:31")
    assert len(digests_of(house, SOMCHAI)) == len(digests_of(house, NAEN)) == 1


def test_what_happens_after_half_past_seven_waits_for_the_next_morning(house: House) -> None:
    a_leader(house)
    house.time.stands_at("2026-08-04T08:00")
    a_report(house, "น้ำประปาไม่ไหล")
    house.ring()
    assert digests_of(house, SOMCHAI) == []
    at(house, "2026-08-05T07:30")
    assert len(digests_of(house, SOMCHAI)) == 1


def test_danger_stands_first_then_what_is_new_then_what_waits_longest(house: House) -> None:
    leader = a_leader(house)
    old = a_report(house, "ถนนพังเป็นหลุม")
    house.time.goes(days=10)
    new = a_report(house, "ไฟดับทั้งหมู่บ้าน")
    danger = a_villager(house, 0xB4).says("ช่วยด้วย น้ำถึงคอแล้ว").number
    at(house, "2026-08-14T07:30")
    told = digests_of(house, SOMCHAI)[-1]["values"]
    assert [line["number"] for line in told["numbered"]] == [danger, new, old]
    assert [line["waited"] for line in told["numbered"]] == [0, 0, 11]
    assert (told["urgent"], told["waited"]) == (1, 11)
    leader.says("3").hears("area.one", number=old).says("ดู 2").hears("area.one", number=new)
    house.time.goes(days=8)
    assert leader.says("เช้า").heard[0]["values"]["urgent"] == 0, "a danger of last week is told as what waits"


def test_at_most_eight_lines(house: House) -> None:
    a_leader(house)
    for number in range(10):
        a_report(house, f"ถนนพังเป็นหลุม {number} แห่ง")
    at(house, "2026-08-04T07:30")
    told = digests_of(house, SOMCHAI)[-1]["values"]
    assert ([line["line"] for line in told["numbered"]], told["new"]) == (list(range(1, 9)), 10)


def test_questions_and_who_comes_to_the_forum_are_told(house: House) -> None:
    planned_forums(house)
    a_coordinator(house)
    talk = a_villager(house)
    at(house, "2026-08-07T07:00")
    talk.says("ไป 2 คนจ้า")
    a_villager(house, 0xB4, ELSEWHERE).says("ไป")
    talk.says("ถามเจ้าหน้าที่").says("เวทีนี้มีข้าวกลางวันไหม").taps("ส่งคำถาม")
    at(house, "2026-08-07T07:30")
    told = digests_of(house, NAEN)[-1]
    said = render([_unpacked(told)], "th")[0]["altText"]
    assert "คำถามรอตอบ 1 ข้อ\nเวทีฟอรัมภาคอีสาน พฤหัสบดี 20 ส.ค. 2569 มา 2 ราย รวม 3 คน" in said


def test_a_tambon_hears_of_its_own_people_only(house: House) -> None:
    planned_forums(house)
    a_leader(house)
    at(house, "2026-08-07T07:00")
    a_villager(house, 0xB1).says("ไป 2 คนจ้า")
    a_villager(house, 0xB4, ELSEWHERE).says("ไป 5 คน")
    at(house, "2026-08-07T07:30")
    told = digests_of(house, SOMCHAI)[-1]["values"]
    assert (told["going"], told["people"]) == (1, 2)


def test_the_centre_hears_counts_and_places_only(house: House) -> None:
    an_officer(house)
    a_report(house, "น้ำประปาไม่ไหล")
    a_report(house, "ไฟดับทั้งหมู่บ้าน", "900101", 0xB4)
    at(house, "2026-08-04T07:30")
    [told] = digests_of(house, FATIMAH)
    assert told["values"]["numbered"] == []
    assert sorted(told["values"]["by_place"]) == [["northeast", None, 1], ["south", None, 1]]
    assert NAME not in str(told)


def test_a_deputy_hears_in_the_holders_stead(house: House) -> None:
    leader, deputy = a_leader(house), a_villager(house, 0xB4, name="คำ")
    leader.says("ฝากงาน").taps("3 วัน")
    deputy.says(leader.heard[-1]["values"]["code"]).taps("ข้าม")
    a_report(house, "น้ำประปาไม่ไหล")
    at(house, "2026-08-04T07:30")
    assert (len(digests_of(house, SOMCHAI)), len(digests_of(house, deputy.person))) == (0, 1)


def test_who_cannot_be_reached_is_left_out(house: House) -> None:
    leader = a_leader(house)
    a_report(house, "น้ำประปาไม่ไหล")
    leader.blocks()
    at(house, "2026-08-04T07:30")
    assert digests_of(house, SOMCHAI) == []


@pytest.mark.parametrize("said", ["เช้า", "เรื่องวันนี้ค่ะ"])
def test_it_is_there_whenever_it_is_wanted(house: House, said: str) -> None:
    leader = a_leader(house)
    leader.says(said).hears("digest.quiet").reads("ยังไม่มีเรื่องใหม่")
    a_report(house, "น้ำประปาไม่ไหล")
    leader.says(said).hears("digest.morning", new=1).taps("เรื่องในพื้นที่").hears("area.list")


def test_whoever_asks_before_it_comes_is_not_pushed_again(house: House) -> None:
    leader = a_leader(house)
    a_report(house, "น้ำประปาไม่ไหล")
    house.time.stands_at("2026-08-04T04:00")
    leader.says("เช้า")
    house.time.stands_at("2026-08-04T07:10")
    leader.says("เช้า").hears("digest.morning", new=1)
    at(house, "2026-08-04T07:30")
    assert len(digests_of(house, SOMCHAI)) == 2
    leader.says("เช้า").hears("digest.morning", new=1)
    at(house, "2026-08-05T07:30")
    assert len(digests_of(house, SOMCHAI)) == 3


def test_what_was_asked_for_at_night_is_told_in_the_morning_all_the_same(house: House) -> None:
    leader = a_leader(house)
    a_report(house, "น้ำประปาไม่ไหล")
    house.time.stands_at("2026-08-04T01:00")
    leader.says("เช้า")
    at(house, "2026-08-04T07:30")
    assert len(digests_of(house, SOMCHAI)) == 2


def test_bars_are_as_wide_as_their_counts(house: House) -> None:
    leader = a_leader(house)
    for _ in range(3):
        a_report(house, "น้ำประปาไม่ไหล")
    house.time.goes(days=2)
    a_report(house, "น้ำประปาไม่ไหล")
    a_report(house, "ถนนพังเป็นหลุม")
    [told] = leader.says("เช้า").heard
    assert told["values"]["bars"] == [["water", None, 1, 4], ["infrastructure", None, 1, 1]]
    card = render([_unpacked(told)], "th")[0]
    tracks = [box["contents"][1] for box in card["contents"]["body"]["contents"] if _is_bar(box)]
    weeks = [track["contents"][0] for track in tracks]
    assert [(week["width"], week["contents"][0]["width"]) for week in weeks] == [
        ("100%", "25%"),
        ("25%", "100%"),
    ]
    assert "น้ำกินน้ำใช้" in str(card)


def _is_bar(part: dict[str, Any]) -> bool:
    return part["type"] == "box" and len(part["contents"]) == 2


def test_a_place_hears_by_village_and_a_region_by_province(house: House) -> None:
    leader, naen = a_leader(house), a_coordinator(house)
    a_report(house, "ไฟดับทั้งหมู่ 5")
    a_report(house, "ถนนพัง หมู่ 5")
    a_report(house, "ขยะล้นถัง", "410101", 0xB4)
    leader.says("เช้า").reads("มาจาก ม.5 ต.น้ำพอง 2")
    naen.says("เช้า").reads("มาจาก จ.ขอนแก่น 2 · จ.อุดรธานี 1")
