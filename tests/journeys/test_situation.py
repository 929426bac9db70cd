"""A situation of the nation or the world: written down in a few questions, and the regions tell how it touches them."""

import pytest

from bot.words import say
from models import situations
from models.forums import agenda, nationwide
from models.situations import Situation
from tests.house import House
from tests.makers import planned_forums
from tests.nation import a_coordinator_of, an_officer, on_duty, reported, somebody, the_national
from tests.talk import Talk

LINK = "https://www.example.org/oil?day=3"


def a_situation(house: House, regions: tuple[str, ...] = ("ภาคใต้", "ภาคเหนือ")) -> Talk:
    planned_forums(house)
    officer = an_officer(house)
    officer.says("สถานการณ์").says("ราคาน้ำมันโลกขึ้น").says(f"กรมธุรกิจพลังงาน {LINK}")
    for region in regions:
        officer.taps(region)
    return officer.taps("ครบแล้ว").taps("ยืนยัน").hears("situation.made", number="รวม-0001")


def the_situation(house: House) -> Situation:
    with house.db() as db:
        found = situations.of(db, nationwide.all_of(db)[0])
        assert found is not None
        return found


def test_it_is_written_down_in_a_few_questions(house: House) -> None:
    planned_forums(house)
    officer = an_officer(house)
    officer.says("สถานการณ์").hears("situation.title").says("ราคาน้ำมันโลกขึ้น").hears("situation.source")
    officer.says(f"กรมธุรกิจพลังงาน {LINK}").hears("situation.regions").taps("ภาคใต้").reads("เลือกแล้ว ภาคใต้")
    officer.says("อีสาน ภาคเหนือ").taps("ครบแล้ว").hears("situation.sure")
    officer.reads("ราคาน้ำมันโลกขึ้น", "เรื่องน้ำมัน", "กระทบ ภาคเหนือ, ภาคอีสาน, ภาคใต้", "ตั้งแต่ จันทร์ 3 ส.ค. 2569", LINK)
    officer.taps("แก้วันที่").hears("situation.since").says("วันไหนก็ได้").hears("situation.since_again")
    officer.says("1 ส.ค.").reads("ตั้งแต่ เสาร์ 1 ส.ค. 2569").taps("แก้ภาค").taps("ทุกภาค").taps("แก้หัวข้อ")
    officer.taps("ไร่นา ปศุสัตว์").reads("เรื่องไร่นา").taps("ยืนยัน").hears("situation.made", number="รวม-0001")
    officer.reads("อยู่ในร่างวาระเวทีส่วนกลาง ศุกร์ 28 ส.ค. 2569")
    made = the_situation(house)
    assert (made.source, made.link, made.topics) == ("กรมธุรกิจพลังงาน", LINK, ["agriculture"])
    assert (len(made.regions), made.since.isoformat()) == (5, "2026-08-01")
    with house.db() as db:
        assert [item.issue.number for item in agenda.items(db, the_national(house), "draft")] == ["รวม-0001"]
    officer.taps("ดูเรื่องนี้").hears("centre.card").reads("ที่มา กรมธุรกิจพลังงาน", LINK, "สถานการณ์ที่ส่วนกลางจดไว้")


def test_what_it_is_about_is_asked_where_it_cannot_be_read(house: House) -> None:
    officer = an_officer(house)
    officer.says("สถานการณ์").says("ประชุมใหญ่ที่เจนีวา").taps("ข้าม").hears("report.topics").taps("ถัดไป").taps(
        "ความไม่เป็นธรรม"
    )
    officer.taps("ทุกภาค").hears("situation.sure").taps("ยืนยัน").hears("situation.made")
    assert the_situation(house).topics == ["governance"]
    assert "ร่างวาระ" not in say("situation.made", "th", officer.heard[0]["values"])


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "ftp://example.org/oil",
        "line://app/1",
        "http://",
        "https://intranet/oil",
        "file:///etc/passwd",
        "https://" + "a" * 600 + ".org",
    ],
)
def test_a_link_must_be_one_that_a_browser_opens(house: House, link: str) -> None:
    officer = an_officer(house)
    officer.says("สถานการณ์").says("ราคาน้ำมันโลกขึ้น").says(link).hears("situation.link_again")
    officer.says("😀").hears("situation.link_again").says("ข่าววิทยุ").hears("situation.regions")


@pytest.mark.parametrize("link", [LINK, "http://example.org", "ดูที่ HTTPS://Example.org/ข่าว ครับ"])
def test_such_a_link_is_found_in_the_line(link: str) -> None:
    assert situations.link_in(link)


def test_no_region_is_no_answer(house: House) -> None:
    officer = an_officer(house)
    officer.says("สถานการณ์").says("ราคาน้ำมันโลกขึ้น").taps("ข้าม").says("ภาคไหนดี").hears("situation.regions")
    assert "ครบแล้ว" not in officer.labels
    officer.says("ยกเลิก").hears("talk.stopped")
    with house.db() as db:
        assert nationwide.all_of(db) == []


def test_its_title_may_name_a_danger(house: House) -> None:
    officer = an_officer(house)
    officer.says("สถานการณ์").says("😀").hears("situation.title_again").says("พายุเข้าช่วยด้วยน้ำท่วมถึงคอ")
    officer.hears("situation.source")


def at_half_past_seven(house: House, day: int) -> None:
    house.time.stands_at(f"2026-08-{day:02d}T07:30")
    house.ring()


def test_the_regions_are_asked_in_their_digest_until_they_answer(house: House) -> None:
    south, north = a_coordinator_of(house, "south"), a_coordinator_of(house, "north")
    province = on_duty(house, 0x96, "คำ", "province", "90")
    elsewhere = a_coordinator_of(house, "northeast")
    officer = a_situation(house)
    officer.taps("ขอภาค").hears("centre.asked").reads("ถามแล้วค่ะ ภาคเหนือ, ภาคใต้")
    assert house.keys_to(south.person) == []
    at_half_past_seven(house, 4)
    for talk in (south, north, province):
        assert house.keys_to(talk.person) == ["digest.morning"]
        [digest] = [message for to, message in house.said if to == talk.person]
        assert "ส่วนกลางถาม ราคาน้ำมันโลกขึ้น กระทบพื้นที่อย่างไรคะ" in say("digest.morning", "th", digest["values"])
    assert house.keys_to(elsewhere.person) == []
    province.taps("ตอบส่วนกลาง").hears("opinion.how").says("ชาวประมงออกเรือไม่ได้ น้ำมันแพง")
    province.hears("opinion.kept", region="south").reads("เปลี่ยนได้")
    for talk in (south, north):
        talk.says("เช้า")
    assert "ตอบส่วนกลาง" not in south.labels
    assert "ตอบส่วนกลาง" in north.labels
    officer.says("เรื่องร่วม").says("1").reads("ภาคใต้ ว่า: “ชาวประมงออกเรือไม่ได้ น้ำมันแพง”", "ถามแล้ว รอตอบ ภาคเหนือ")


def test_a_region_says_by_a_tap_that_it_is_not_touched(house: House) -> None:
    south, north = a_coordinator_of(house, "south"), a_coordinator_of(house, "north")
    officer = a_situation(house)
    officer.taps("ขอภาค")
    at_half_past_seven(house, 4)
    officer.says("เรื่องร่วม").says("1 ถามภาค").reads("เตือนอีกครั้งแล้วค่ะ ภาคเหนือ, ภาคใต้")
    south.sees("ตอบ", "ไม่กระทบ").taps("ไม่กระทบ").hears("opinion.kept_not_us", region="south").reads(
        "ไม่กระทบภาคใต้"
    )
    officer.says("1").reads("ภาคใต้: ไม่กระทบ")
    officer.says("1 ถามภาค").hears("centre.all_asked").reads("ภาคเหนือ")
    assert house.keys_to(north.person).count("opinion.touched") == 1
    south.taps("แก้").hears("opinion.how").says("กระทบเรือเล็ก").hears("opinion.kept")
    officer.says("1").reads("ภาคใต้ ว่า: “กระทบเรือเล็ก”")


def test_after_seven_days_it_leaves_the_digest(house: House) -> None:
    south = a_coordinator_of(house, "south")
    a_situation(house).taps("ขอภาค")
    reported(house, "south", 1)
    for day, is_asked in ((4, True), (9, True), (11, False)):
        house.time.stands_at(f"2026-08-{day:02d}T06:00")
        south.says("เช้า")
        assert ("ตอบส่วนกลาง" in south.labels) == is_asked, day


def test_one_digest_asks_one_and_the_next_follows_the_answer(house: House) -> None:
    south = a_coordinator_of(house, "south")
    officer = a_situation(house, ("ภาคใต้",))
    officer.taps("ขอภาค").says("สถานการณ์").says("ภัยแล้งทั้งประเทศ").taps("ข้าม").hears("situation.regions")
    officer.taps("ภาคใต้").taps("ครบแล้ว").taps("ยืนยัน").taps("ขอภาค")
    at_half_past_seven(house, 4)
    south.taps("ตอบส่วนกลาง").says("น้ำมันแพง").hears("opinion.kept", "opinion.touched")
    south.taps("ไม่กระทบ").hears("opinion.kept_not_us")


def test_a_region_where_nobody_is_reaches_the_next_one_up(house: House) -> None:
    second = on_duty(house, 0x97, "นิด", "officer", "national")
    officer = a_situation(house, ("ภาคใต้",))
    officer.taps("ขอภาค").reads("ภาคใต้ ยังไม่มีผู้ประสานงาน ส่งถึงส่วนกลางแทน")
    assert "opinion.touched" in house.keys_to(second.person)
    second.taps("ไม่กระทบ").hears("opinion.kept_not_us")


def test_nobody_else_answers_for_a_region(house: House) -> None:
    a_coordinator_of(house, "south")
    officer = a_situation(house, ("ภาคใต้",))
    officer.taps("ขอภาค")
    with house.db() as db:
        issue_id = nationwide.all_of(db)[0].id
    leader = on_duty(house, 0x98, "สมชาย", "leader", "900101")
    for talk in (leader, somebody(house, 0x93, "ดวง"), a_coordinator_of(house, "north")):
        for way in ("", "/none"):
            data = f"opinion_of/{issue_id}/south{way}"
            talk.taps_old({"type": "postback", "data": data}).hears("work.not_yours")


def test_it_goes_onto_the_agenda_like_any_other(house: House) -> None:
    officer = a_situation(house)
    officer.says("เรื่องร่วม").reads("1) ราคาน้ำมันโลกขึ้น 2 ภาค ร่างวาระ")
    officer.says("1 วาระกลาง").hears("centre.accepted", number="รวม-0001")
    officer.says("1 แจกภาค").hears("centre.not_concluded")
    house.ring()
    with house.db() as db:
        assert len(nationwide.all_of(db)) == 1


def test_a_situation_stands_in_no_ones_way(house: House) -> None:
    """What is reported of the same topic is raised beside it, as what people say themselves."""
    a_situation(house)
    for region in ("north", "south", "northeast"):
        reported(house, region, 1, "น้ำมันแพง เติมรถไถไม่ไหว", ("energy", "fuel"))
    house.ring()
    with house.db() as db:
        assert [issue.origin for issue in nationwide.all_of(db)] == ["shared", "situation"]
