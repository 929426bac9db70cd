"""What came of a Forum is told once; proposals are followed; what is stuck goes up; lessons help the next."""

from datetime import datetime, timedelta

import pytest

from bot.words import say
from models import people, roles
from models.forums import agenda, conclusions
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.forums.conclusions import Said
from models.forums.forum import Forum
from models.forums.resolutions import Resolution, move
from models.post import outbox
from models.post.outbox import Parcel
from models.thai.calendar import BANGKOK
from models.topics import Topic
from tests.deeds import FORUM_DAY, LAND, a_deed, a_forum, a_reporter, at, deed, merged, newest, state_of
from tests.house import House
from tests.makers import NAM_PHONG, a_coordinator, a_leader
from tests.talk import Talk

NEIGHBOUR = "400702"


def tapping(data: str) -> dict[str, str]:
    return {"type": "postback", "data": data}


def three_items(house: House) -> tuple[list[Talk], list[str], int]:
    """Two behind the first, one behind the second and one behind the third; the Forum."""
    told = [a_reporter(house, figure) for figure in (0xB7, 0xB8, 0xB9, 0xBA)]
    numbers = [number for _, number in told]
    merged(house, numbers[0], numbers[1])
    forum_id = a_forum(house, numbers[0], numbers[2], numbers[3])
    return [talk for talk, _ in told], numbers, forum_id


def test_results_are_told_once_after_the_price_was_seen(house: House) -> None:
    talks, numbers, forum_id = three_items(house)
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป เปลี่ยนเครื่องสูบน้ำ ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").taps("ถูกต้อง")
    naen.says("วาระ 1 สรุป ตั้งเวรดูแล ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").taps("ถูกต้อง")
    naen.says("วาระ 2 คุย ยังต้องดูเงินก่อน")
    naen.says("ข้อสรุป").taps("เผยแพร่ผล").hears("result.sure", messages="4", discussed=2, carried=1)
    naen.reads("คุยแล้ว 2 เรื่อง", "ถึงผู้แจ้ง 4 คน ใช้ 4 ข้อความ")
    button = naen.button("ยืนยัน")
    naen.taps("ยืนยัน").hears("result.published", reached="4")
    for talk, number, key in zip(
        talks, numbers, ("concluded", "concluded", "talked", "carried"), strict=True
    ):
        said = [message for to, message in house.said if to == talk.person][-1]
        assert (said["key"], said["values"]["number"]) == (f"result.{key}", number)
    words = say("result.concluded", "th", [m for to, m in house.said if to == talks[1].person][-1]["values"])
    assert "ป้าแดง ภายในอังคาร 15 ก.ย. 2569" in words
    assert "มีข้อสรุปอีก 1 ข้อ" in words
    assert len(words.split("\n")) == 4
    naen.taps_old(button).hears("result.already").says("ข้อสรุป")
    assert "เผยแพร่ผล" not in naen.labels
    with house.db() as db:
        items = agenda.agenda(db, db.get_one(Forum, forum_id))
        assert [item.state for item in items] == ["discussed", "discussed", "accepted"]


def test_what_was_not_talked_of_stands_on_the_next_agenda_and_is_told_once(house: House) -> None:
    talks, numbers, forum_id = three_items(house)
    following = the_next_forum(house, "northeast", days=28)
    naen = a_coordinator(house)
    naen.says("วาระ 1 คุย คุยกันแล้ว").taps_old(tapping(f"conclusions/{forum_id}/yes")).hears("result.published")
    for _ in range(2):
        house.ring()
    told = house.keys_to(talks[3].person)
    assert (told.count("result.carried"), told.count("issue.carried")) == (1, 0)
    with house.db() as db:
        left = [item.state for item in agenda.agenda(db, db.get_one(Forum, forum_id))]
        there = [item.issue.number for item in agenda.agenda(db, db.get_one(Forum, following))]
    assert left == ["discussed", "carried", "carried"]
    assert there == numbers[2:]


def test_a_proposal_names_whom_it_goes_to(house: House) -> None:
    talk, number = a_reporter(house)
    a_forum(house, number)
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ขอหม้อแปลงใหม่ ผู้รับไปทำ การไฟฟ้าน้ำพอง").taps("ถูกต้อง")
    naen.says("ข้อสรุป").taps("เผยแพร่ผล").taps("ยืนยัน")
    assert house.keys_to(talk.person)[-1] == "result.proposed"
    said = house.said[-2][1] if house.said[-2][0] == talk.person else house.said[-1][1]
    assert "เวทีเสนอถึง การไฟฟ้าน้ำพอง" in say("result.proposed", "th", said["values"])


def test_results_are_not_told_before_the_forum_nor_by_others(house: House) -> None:
    _, number = a_reporter(house)
    forum_id = a_forum(house, number)
    house.time.moment = FORUM_DAY - timedelta(hours=2)
    naen = a_coordinator(house)
    naen.says("ข้อสรุป").hears("conclude.none")
    assert "เผยแพร่ผล" not in naen.labels
    naen.taps_old(tapping(f"conclusions/{forum_id}/yes")).hears("result.too_early")
    a_leader(house).taps_old(tapping(f"conclusions/{forum_id}/publish")).hears("work.not_yours")


def test_the_coordinator_is_reminded_once_the_next_morning(house: House) -> None:
    _, number = a_reporter(house)
    a_forum(house, number)
    naen = a_coordinator(house)
    days = (("20T16:00", 0), ("21T08:00", 0), ("21T09:00", 1), ("22T09:00", 1))
    for day, times in days:
        moment = f"2026-08-{day}"
        at(house, moment)
        assert house.keys_to(naen.person).count("result.remind") == times, moment
    naen.taps("ข้อสรุป").taps("เผยแพร่ผล").taps("ยืนยัน").hears("result.published")


def test_nobody_is_reminded_where_results_were_told_or_nothing_was_on_the_agenda(house: House) -> None:
    _, number = a_reporter(house)
    a_forum(house, number)
    a_forum(house, region="south")
    naen, _ = a_coordinator(house), a_coordinator(house, "south")
    naen.says("วาระ 1 คุย คุยกันแล้ว").taps_old(tapping("conclusions/1/yes")).hears("result.published")
    at(house, "2026-08-21T09:00")
    assert "result.remind" not in house.keys_to(naen.person)


def test_nobody_is_reminded_where_nobody_waits(house: House) -> None:
    """Behind what regions share stand troubles of theirs: the regions bring its results home."""
    told = {region: a_reporter(house, figure) for region, figure in (("northeast", 0xB7), ("south", 0xB8))}
    for region, (_, number) in told.items():
        a_forum(house, number, region=region)
    gone, _ = told["south"]
    gone.blocks()
    naen = a_coordinator(house)
    with house.db() as db:
        roles.give(db, people.known_by(db, naen.person), "coordinator", "south")
    at(house, "2026-08-21T09:00")
    reminded = [message["values"]["region"] for _, message in house.said if message["key"] == "result.remind"]
    assert reminded == ["northeast"]


def a_proposal(house: House) -> tuple[Talk, str, int]:
    talk, number = a_reporter(house)
    a_forum(house, number)
    return talk, number, a_deed(house, number, kind="proposal", taker="การไฟฟ้าน้ำพอง", text="ขอหม้อแปลงใหม่")


def test_a_proposal_is_sent_received_and_dated_by_the_office(house: House) -> None:
    talk, number, one = a_proposal(house)
    naen = a_coordinator(house)
    naen.taps_old(tapping(f"deed/{one}")).hears("deed.one").reads("ร่างข้อเสนอ").taps("ส่งให้หน่วยงานแล้ว")
    naen.hears("deed.moved")
    assert state_of(house, number) == "forwarded"
    naen.taps("ดูข้อนี้").taps("หน่วยงานรับแล้ว").taps("ดูข้อนี้").taps("บอกวันเสร็จ").hears("deed.their_day")
    naen.says("30 ก.ย.").hears("deed.dated").reads("พุธ 30 ก.ย. 2569").taps("ดูข้อนี้").taps("กำลังทำ")
    assert (deed(house, one).state, state_of(house, number)) == ("working", "working")
    talk.says(number).hears("mine.one").reads("“ขอหม้อแปลงใหม่” การไฟฟ้าน้ำพอง ภายใน พ. 30 ก.ย. กำลังทำ")
    at(house, "2026-09-30T09:00")
    assert house.keys_to(naen.person)[-1] == "deed.due"
    naen.taps("เสร็จแล้ว").taps("ข้าม").hears("deed.told_done")
    assert house.keys_to(talk.person)[-1] == "verdict.ask_done"


def test_an_office_that_is_silent_for_a_month_is_to_be_asked_again(house: House) -> None:
    _, _, one = a_proposal(house)
    naen, leader = a_coordinator(house), a_leader(house)
    leader.taps_old(tapping(f"deed/{one}/sent")).hears("deed.moved")
    for moment, times in (
        ("2026-09-18T09:00", 0),
        ("2026-09-20T09:00", 1),
        ("2026-09-30T09:00", 1),
        ("2026-10-21T09:00", 2),
    ):
        at(house, moment)
        assert house.keys_to(naen.person).count("deed.no_answer") == times, moment
    words = next(m for to, m in house.said if to == naen.person and m["key"] == "deed.no_answer")
    assert "ส่งไป 31 วันแล้ว" in say("deed.no_answer", "th", words["values"])


def the_next_forum(house: House, region: str, days: int = 10) -> int:
    when = house.time.moment + timedelta(days=days)
    with house.db() as db:
        number = forums.number_of(region, when.date().replace(day=1))
        known = forums.by_number(db, number)
        forum = known or Forum(
            number=number, region=region, month=when.date().replace(day=1), at=when, invite_at=when
        )
        db.add(forum)
        db.flush()
        return forum.id


def drafts_of(house: House, forum_id: int) -> list[str]:
    with house.db() as db:
        return [item.issue.number for item in agenda.items(db, db.get_one(Forum, forum_id), "draft")]


def stuck_for(house: House, one: int, days: int) -> None:
    with house.db() as db:
        kept = db.get_one(Resolution, one)
        assert move(db, kept, "accepted")
        assert move(db, kept, "stuck", "ไม่มีงบ")
    house.time.goes(days=days)


def test_stuck_for_two_months_goes_to_the_national_forum_once(house: House) -> None:
    _, number = a_reporter(house)
    a_forum(house, number)
    one = a_deed(house, number)
    naen = a_coordinator(house)
    stuck_for(house, one, 59)
    nation = the_next_forum(house, "national")
    house.ring()
    assert drafts_of(house, nation) == []
    house.time.goes(days=1)
    for _ in range(2):
        house.ring()
        house.time.goes(days=1)
    assert drafts_of(house, nation) == [number]
    assert house.keys_to(naen.person).count("deed.climbed") == 1
    assert [(step.state, bool(step.detail)) for step in deed(house, one).history][-1] == ("climbed", True)


def test_what_only_a_part_of_the_region_talked_of_goes_to_the_region_first(house: House) -> None:
    _, number = a_reporter(house)
    forum_id = a_forum(house, number)
    with house.db() as db:
        db.get_one(Forum, forum_id).areas = ["4007"]
    stuck_for(house, a_deed(house, number), 61)
    nation, region = the_next_forum(house, "national"), the_next_forum(house, "northeast")
    house.ring()
    assert (drafts_of(house, nation), drafts_of(house, region)) == ([], [number])


def test_where_no_forum_is_planned_it_waits(house: House) -> None:
    _, number = a_reporter(house)
    a_forum(house, number)
    one = a_deed(house, number)
    with house.db() as db:
        for rule in forums.rules(db):
            rule.rule = "FREQ=YEARLY;BYMONTH=1;BYDAY=1MO"
    stuck_for(house, one, 61)
    house.ring()
    assert deed(house, one).climbed_at is None
    nation = the_next_forum(house, "national")
    house.ring()
    assert drafts_of(house, nation) == [number]


def test_a_policy_goes_up_the_day_after(house: House) -> None:
    _, number = a_reporter(house)
    a_forum(house, number)
    a_deed(house, number, kind="policy", taker="", text="ลดค่าไฟสูบน้ำ")
    nation = the_next_forum(house, "national")
    house.ring()
    assert drafts_of(house, nation) == []
    house.time.goes(days=1)
    house.ring()
    assert drafts_of(house, nation) == [number]


def test_two_lessons_of_the_same_topic_the_nearest_first(house: House) -> None:
    places = ("500101", NEIGHBOUR, "400101", NAM_PHONG)
    numbers = [a_reporter(house, 0xB7 + at, place)[1] for at, place in enumerate(places)]
    land = a_reporter(house, 0xC7, NEIGHBOUR, LAND)[1]
    a_forum(house, *numbers, land)
    for place, number in enumerate((*numbers[:3], land)):
        a_deed(house, number, kind="lesson", taker="", text=f"บทที่ {place}")
    leader = a_leader(house)
    leader.says(numbers[3]).hears("area.one").taps("บทเรียน").hears("lesson.two")
    said = say("lesson.two", "th", leader.heard[0]["values"])
    assert said.index("บทที่ 1") < said.index("บทที่ 2")
    assert "บทที่ 0" not in said
    assert "บทที่ 3" not in said
    leader.taps("กลับไปที่เรื่อง").hears("area.one")
    leader.taps_old(tapping("lessons/1")).hears("work.not_yours")


def test_where_nobody_told_a_lesson_there_is_no_button(house: House) -> None:
    _, number = a_reporter(house, 0xB7, NAM_PHONG, Topic("health", None, 1.0, ()))
    leader = a_leader(house)
    leader.says(number).hears("area.one")
    assert "บทเรียน" not in leader.labels


def test_the_story_of_a_reporter_stays_within_four_lines(house: House) -> None:
    talk, number = a_reporter(house)
    a_forum(house, number)
    for text in ("เปลี่ยนเครื่องสูบน้ำให้ใหม่ทั้งหมดพร้อมทั้งเดินท่อใหม่จากบ่อ", "ตั้งเวรดูแล", "ขุดบ่อ"):
        a_deed(house, number, text=text, due=datetime(2026, 9, 15, tzinfo=BANGKOK).date())
        lines = say("mine.one", "th", talk.says(number).hears("mine.one").heard[0]["values"]).split("\n")
        assert len(lines) <= 4, lines
    assert "“ขุดบ่อ” สมชาย ภายใน อ. 15 ก.ย. รอผู้รับไปทำ" in "\n".join(lines)


@pytest.mark.parametrize("kind", ["proposal", "policy"])
def test_no_sentence_of_ours_gives_an_order(kind: str) -> None:
    words = " ".join(
        say(key, "th", {"deed": "ก", "taker": "ข", "nth": 1, "number": "ขก-0001", "topics": []})
        for key in (f"conclude.sure_{kind}", "deed.asked", "result.proposed", "result.concluded")
    )
    assert not [word for word in ("สั่ง", "มอบหมาย", "ต้อง", "มติ") if word in words.replace("ถูกต้อง", "")]


def test_an_issue_whose_only_conclusion_was_taken_back_is_only_talked_of(house: House) -> None:
    _, number = a_reporter(house)
    a_forum(house, number)
    naen, leader = a_coordinator(house), a_leader(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ สมชาย ภายใน 15 ก.ย.").taps("ถูกต้อง")
    leader.taps("รับไปทำ")
    assert state_of(house, number) == "accepted"
    naen.says("ลบข้อสรุป 1").taps("ลบข้อสรุป").hears("conclude.dropped")
    assert state_of(house, number) == "discussed"
    assert house.keys_to(leader.person)[-1] == "deed.withdrawn"
    leader.says("งานค้าง").hears("deed.none")


def test_one_push_for_each_reporter_and_forum(house: House) -> None:
    """Publishing twice, or a conclusion about what was merged, costs no second push."""
    talks, numbers, forum_id = three_items(house)
    naen = a_coordinator(house)
    naen.taps_old(tapping(f"conclusions/{forum_id}/yes")).hears("result.published")
    with house.db() as db:
        forum = db.get_one(Forum, forum_id)
        forum.closed_at = None
    naen.taps_old(tapping(f"conclusions/{forum_id}/yes")).hears("result.published", reached="0")
    with house.db() as db:
        told = db.query(Parcel).filter(Parcel.lane == outbox.NOTICE, Parcel.chat == talks[0].person).all()
        assert sum("result." in str(parcel.messages) for parcel in told) == 1
    assert len(numbers) == 4


def test_a_conclusion_of_a_merged_item_is_its_heads(house: House) -> None:
    _, numbers, forum_id = three_items(house)
    with house.db() as db:
        item = db.query(AgendaItem).filter_by(forum_id=forum_id).first()
        assert item
        kept = conclusions.keep(db, item, Said("agreement", "ขุดบ่อ"), people.known_by(db, "U" + "0" * 32))
        assert kept.issue.number == numbers[0]
    assert newest(house).number == 1


def test_whoever_tells_an_offices_proposal_done_those_who_reported_are_asked(house: House) -> None:
    """Also where no day was named, and the step came by another way than the chat."""
    talk, _, one = a_proposal(house)
    with house.db() as db:
        kept = db.get_one(Resolution, one)
        for state in ("sent", "working", "told_done"):
            assert move(db, kept, state)
    house.time.goes(days=1)
    house.ring()
    house.ring()
    assert house.keys_to(talk.person).count("verdict.ask_done") == 1
