"""What an area remembers of two years: counts, what was resolved, what is open; and for whom."""

from datetime import timedelta

import pytest

from bot.simulator import SOMCHAI, VILLAGE
from bot.words import say
from models import clock, issues, roles
from models.forums import resolutions
from models.issues import Issue
from tests.house import House
from tests.journeys.group_walks import a_tied_group, in_group
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager
from tests.talk import Talk

OTHER = "400702"  # ต.วังชัย


def an_issue(house: House, nth: int, state: str = "received", **more: object) -> int:
    """A trouble of น้ำพอง: water, opened today."""
    with house.db() as db:
        issue = issues.open_one(db, f"ขก-{nth:04d}")
        issue.topic, issue.kind, issue.place, issue.province = "water", None, NAM_PHONG, "40"
        issue.state, issue.opened_at, issue.touched_at = state, clock.now(), clock.now()
        for name, value in more.items():
            setattr(issue, name, value)
        issue.province = str(issue.place)[:2]
        db.flush()
        return issue.id


def is_done(house: House, issue_id: int, text: str) -> None:
    with house.db() as db:
        resolution = resolutions.add(db, db.get_one(Issue, issue_id), "agreement", text)
        resolution.state, resolution.taker, resolution.moved_at = "done", "สมศักดิ์ ใจดี", clock.now()


def two_years(house: House) -> None:
    mended = an_issue(house, 1, "done")
    is_done(house, mended, "เปลี่ยนเครื่องสูบน้ำ")
    an_issue(house, 2)
    an_issue(house, 3, "working", topic="disaster", kind="flood")
    an_issue(house, 4, "dropped")
    an_issue(house, 5, opened_at=clock.now() - timedelta(days=731))  # too long ago
    an_issue(house, 6, place=OTHER)
    gone = an_issue(house, 7)
    with house.db() as db:
        assert issues.merge(db, db.get_one(Issue, gone - 5), db.get_one(Issue, gone))


def test_a_leader_sees_what_her_own_area_remembers(house: House) -> None:
    two_years(house)
    leader = a_leader(house)
    leader.says("ประวัติ").hears("memory.counts", issues="4", mended=1)
    leader.reads("ต.น้ำพอง 24 เดือนมานี้", "มี 4 เรื่อง", "น้ำกินน้ำใช้ 3, น้ำท่วม 1", "แก้ไขแล้ว 1 เรื่อง", "ยังไม่จบ 2 เรื่อง")
    leader.taps("ที่แก้ไขแล้ว").hears("memory.resolved").reads("ขก-0001 เปลี่ยนเครื่องสูบน้ำ (จันทร์ 3 ส.ค. 2569)")
    assert "สมศักดิ์" not in str(leader.heard)
    leader.taps("กลับไปดูรวม").taps("ที่ยังไม่จบ").hears("memory.still_open").reads("ขก-0002", "ขก-0003 น้ำท่วม")
    leader.sees("ขก-0002").taps("ขก-0002").hears("area.one", number="ขก-0002")


@pytest.mark.parametrize(
    ("said", "scope", "count"),
    [
        ("ประวัติ ต.น้ำพอง", NAM_PHONG, "4"),
        ("ประวัติ ต.วังชัย", OTHER, "1"),
        ("ประวัติ อ.น้ำพอง", "4007", "5"),
        ("ประวัติขอนแก่น", "40", "5"),
        ("ประวัติ ภาคอีสาน", "northeast", "5"),
    ],
)
def test_a_coordinator_names_a_place(house: House, said: str, scope: str, count: str) -> None:
    two_years(house)
    a_coordinator(house).says(said).hears("memory.counts", scopes=[scope], issues=count)


def test_a_leader_sees_no_other_area(house: House) -> None:
    two_years(house)
    leader = a_leader(house)
    for said in ("ประวัติ ต.วังชัย", "ประวัติ จ.ขอนแก่น", "ประวัติ ทั่วประเทศ"):
        leader.says(said).hears("memory.not_there")
    leader.says("ประวัติ น้ำพอง").hears(
        "memory.counts", scopes=[NAM_PHONG]
    )  # the tambon, for the district is not hers
    for data in (
        f"memory/of/{OTHER}",
        "memory/open/40/0",
        "memory/done/northeast/0",
        "memory/of/xx",
        "memory",
    ):
        leader.taps_old({"type": "postback", "data": data}).hears("talk.old_button")


def test_a_villager_is_kindly_refused_and_told_nothing(house: House) -> None:
    two_years(house)
    talk = a_villager(house)
    talk.says("ประวัติ ต.น้ำพอง").hears("work.not_yours").says("ประวัติ").hears("work.not_yours")
    talk.taps_old({"type": "postback", "data": f"memory/of/{NAM_PHONG}"}).hears("work.not_yours")


def test_a_story_that_begins_with_the_word_is_a_story(house: House) -> None:
    talk = a_villager(house)
    talk.says("ประวัติน้ำท่วมบ้านเรา ต.วังชัย ท่วมทุกปี ปีนี้ข้าวของเสียหายหมด").hears("report.sure").says("ยกเลิก")
    talk.says("แจ้งเรื่อง").says("ประวัติ ต.น้ำพอง น้ำท่วมข้าวเสียหาย")
    assert "work.not_yours" not in [message["key"] for message in talk.heard]


def test_a_place_that_is_none(house: House) -> None:
    a_leader(house).says("ประวัติ กขคงจฉช").hears("memory.unknown")


def test_of_several_namesakes_it_is_asked_which(house: House) -> None:
    with house.db() as db:
        roles.grant(db, SOMCHAI, "officer", roles.NATIONAL)
    officer = Talk(house, SOMCHAI)
    officer.says("ประวัติ ต.หนองบัว").hears("memory.which")
    officer.taps(officer.labels[0]).hears("memory.nothing")


def test_who_answers_for_two_areas_is_asked_which(house: House) -> None:
    two_years(house)
    leader = a_leader(house)
    a_leader(house, OTHER)
    leader.says("ประวัติ").hears("memory.which").taps("ต.วังชัย ขก").hears("memory.counts", issues="1")


def test_pages_of_what_is_open(house: House) -> None:
    for nth in range(1, 9):
        an_issue(house, nth, opened_at=clock.now() - timedelta(days=20 - nth))
    leader = a_leader(house).says("ประวัติ").taps("ที่ยังไม่จบ").reads("ขก-0001", "ขก-0006")
    assert "ขก-0007" not in str(leader.heard)
    leader.taps("ถัดไป").reads("ขก-0007", "ขก-0008")
    assert "ถัดไป" not in leader.labels


def test_nothing_in_two_years(house: House) -> None:
    a_leader(house).says("ประวัติ").hears("memory.nothing")


def test_an_answer_to_a_villager_that_begins_with_the_word_is_an_answer(house: House) -> None:
    asker, leader = a_villager(house), a_leader(house)
    asker.says("ถามเจ้าหน้าที่").says("มีเอกสารอะไรบ้างคะ").taps("ส่งคำถาม")
    leader.taps("ตอบ").says("ประวัติ ต.น้ำพอง")
    assert "memory.nothing" not in [message["key"] for message in leader.heard]


# In a group


def last_there(house: House) -> tuple[str, str]:
    said = [message for to, message in house.said if to == VILLAGE][-1]
    return said["key"], say(said["key"], "th", said["values"])


def test_in_a_group_only_counts_and_only_for_whoever_may(house: House) -> None:
    two_years(house)
    an_issue(house, 8, topic="unrest")
    a_tied_group(house)
    a_leader(house)
    for said in ("ฟอรัม ประวัติ ต.น้ำพอง", "ฟอรัม ประวัติ"):
        in_group(house, said, SOMCHAI)
        key, read = last_there(house)
        assert key == "memory.counts"
        assert "มี 5 เรื่อง" in read
        assert "ขก-" not in read
        assert "ความไม่สงบ" not in read, "few in a village are not counted out before a group"
        assert not [m for to, m in house.said if to == VILLAGE][-1]["choices"]
    in_group(house, "ฟอรัม ประวัติ ต.วังชัย", SOMCHAI)
    assert last_there(house)[0] == "group_door.leaders_only"
    in_group(house, "ฟอรัม ประวัติ ต.น้ำพอง")
    assert last_there(house)[0] == "group_door.leaders_only"
    in_group(house, "ฟอรัม ประวัติ กขคงจฉช", SOMCHAI)
    assert last_there(house)[0] == "memory.unknown"


def test_in_a_group_a_place_with_namesakes_and_one_with_nothing(house: House) -> None:
    a_tied_group(house)
    with house.db() as db:
        roles.grant(db, SOMCHAI, "officer", roles.NATIONAL)
    in_group(house, "ฟอรัม ประวัติ ต.หนองบัว", SOMCHAI)
    assert last_there(house)[0] == "group_door.which"
    in_group(house, "ฟอรัม ประวัติ", SOMCHAI)
    assert last_there(house)[0] == "memory.nothing"


def test_a_group_without_an_area_is_asked_for_it(house: House) -> None:
    house.line.joins_group(VILLAGE)
    house.settle()
    in_group(house, "ฟอรัม ประวัติ")
    assert last_there(house)[0] == "group.area"
