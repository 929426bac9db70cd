"""One trouble told by several people: one issue, and every number stays good."""

import pytest

from bot.simulator import Person, an_id
from models import issues, reports, roles
from models.issues import Issue
from tests.house import House
from tests.journeys.test_area import a_report
from tests.makers import a_coordinator, a_leader, a_villager
from tests.talk import Talk

WATER = "น้ำประปาหมู่ 5 ไม่ไหลมาสามวันแล้ว"
ALSO_WATER = "น้ำประปาหมู่ 5 ไม่ไหล เดือดร้อนมาก"


def an_issue(house: House, number: str) -> Issue:
    with house.db() as db:
        found = issues.by_number(db, number)
        assert found is not None
        return found


def told(house: House, words: str, figure: int) -> Talk:
    return a_villager(house, figure, name=f"คนที่ {figure}").says(words).taps("ส่งเรื่องนี้")


def test_a_neighbour_with_the_same_trouble_joins_by_one_tap(house: House) -> None:
    first = a_report(house, WATER)
    second = told(house, ALSO_WATER, 0xB8).hears("report.filed", "twin.ask", people=1)
    second.taps("ร่วมด้วย").hears("twin.joined", "report.wish", number="ขก-0002", people=2)
    second.says("ขก 2").hears("mine.one").reads(f"รวมกับเรื่อง {first} แล้ว")
    third = told(house, ALSO_WATER, 0xB9).hears("report.filed", "twin.ask", people=2).taps("ร่วมด้วย")
    third.hears("twin.joined", "report.wish", people=3)
    leader = a_leader(house).says("เรื่อง").hears("area.list", open=1).reads("3 คน")
    leader.taps("1").hears("area.one", people=3).reads(
        first, "เดือดร้อนด้วยกัน 3 คน", "น้ำประปาหมู่ 5 ไม่ไหล เดือดร้อนมาก"
    )


def test_the_list_of_who_joined_tells_how_far_it_has_come(house: House) -> None:
    first = a_report(house, WATER)
    second = told(house, ALSO_WATER, 0xB8).taps("ร่วมด้วย").taps("ข้าม")
    second.says("ติดตามเรื่อง").hears("mine.list").reads("ขก-0002", "รวมกับเรื่องเดียวกัน")
    with house.db() as db:
        found = issues.by_number(db, first)
        assert found
        assert issues.change(db, found, "agenda", "northeast-2569-08")
    second.says("ติดตามเรื่อง").hears("mine.list").reads("ขก-0002", "เข้าวาระแล้ว")


def test_another_trouble_stays_another_and_a_tap_parts_them_again(house: House) -> None:
    a_report(house, WATER)
    second = (
        told(house, ALSO_WATER, 0xB8)
        .taps("คนละเรื่อง")
        .hears("twin.kept_apart", "report.wish", number="ขก-0002")
    )
    second.taps("ร่วมด้วย").hears("twin.joined", "report.wish").taps("ไม่ใช่ แยกออก").hears("twin.kept_apart")
    second.taps("ไม่ใช่ แยกออก").hears("talk.old_button")
    a_leader(house).says("เรื่อง").hears("area.list", open=2)


def test_a_second_tap_on_joining_says_the_same_again(house: House) -> None:
    a_report(house, WATER)
    second = (
        told(house, ALSO_WATER, 0xB8)
        .taps("ร่วมด้วย")
        .taps("ร่วมด้วย")
        .hears("twin.joined", "report.wish", people=2)
    )
    second.says("ขก2").hears("mine.one")


def test_what_was_closed_meanwhile_is_not_joined(house: House) -> None:
    first = a_report(house, WATER)
    second = told(house, ALSO_WATER, 0xB8)
    with house.db() as db:
        found = issues.by_number(db, first)
        assert found
        issues.change(db, found, "dropped", "beyond")
    second.taps("ร่วมด้วย").hears("twin.over", number="ขก-0002")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (WATER, "ไฟดับทั้งหมู่บ้าน"),
        (WATER, "น้ำประปาหมู่ 9 ขุ่นมากเหม็นคลอรีน"),
        ("มีคนขายยาบ้าหลังวัด", "มีวัยรุ่นขายยาบ้าหลังวัด"),
    ],
)
def test_a_neighbour_is_not_asked_about_what_is_another_trouble_or_nobodys_business(
    house: House, before: str, after: str
) -> None:
    a_report(house, before)
    told(house, after, 0xB8).hears("report.filed", "report.wish")


def test_nobody_is_asked_whether_her_own_trouble_is_her_own(house: House) -> None:
    talk = told(house, WATER, 0xB8).taps("ข้าม")
    talk.says(ALSO_WATER).taps("ส่งเรื่องนี้").hears("report.filed", "report.wish")


def test_another_persons_button_merges_nothing(house: House) -> None:
    a_report(house, WATER)
    button = told(house, ALSO_WATER, 0xB8).button("ร่วมด้วย")
    a_villager(house, 0xB9).taps_old(button).hears("talk.old_button")
    a_villager(house, 0xB9).taps_old({"type": "postback", "data": "twin/99/x/same"}).hears("talk.old_button")


def three_reports(house: House) -> list[str]:
    brought = ((0xB8, WATER), (0xB9, "น้ำไม่มา"), (0xBA, "ไฟดับทั้งหมู่บ้าน"))
    return [a_report(house, words, figure=figure) for figure, words in brought]


def test_a_leader_merges_by_numbers_and_parts_again(house: House) -> None:
    first, second, third = three_reports(house)
    leader = a_leader(house).says("เรื่อง").hears("area.list", open=3)
    neighbour = Talk(house, a_villager(house, 0xB9).person)
    leader.says("รวม 2 3").hears("merge.done", number=first, people=2)
    neighbour.says("ขก2").hears("mine.one").reads(f"รวมกับเรื่อง {first} แล้ว")
    assert [message["values"]["number"] for _, message in house.said if message["key"] == "twin.shared"] == [
        first,
        second,
    ], "each is told under her own number"
    leader.says("เรื่อง").hears("area.list", open=2).taps("เลิกรวม").hears("merge.parted", number=second)
    leader.says("เรื่อง").hears("area.list", open=3).says("1 รวม 2").hears("merge.done", people=2)
    leader.says("แยก 2").hears("merge.parted", number=third).says("แยก 2").hears("merge.nothing_to_part")


@pytest.mark.parametrize("typed", ["รวม 1+2", "รวม 1 กับ 2", "1 รวม 2", "รวม ๑ ๒", "1 กับ 2 รวม", "1รวมกับ2"])
def test_however_it_is_typed(house: House, typed: str) -> None:
    three_reports(house)
    a_leader(house).says("เรื่อง").says(typed).hears("merge.done", people=2)


def test_the_likeliest_twin_is_found_by_one_number_and_on_the_card(house: House) -> None:
    three_reports(house)
    leader = a_leader(house).says("เรื่อง").says("1 รวม").hears("merge.none_alike")
    leader.taps("กลับไปรายการ").says("ดู 3").taps("ทำต่อกับเรื่องนี้").taps("เรื่องคล้ายกัน").hears("merge.alike")
    leader.taps("รวมกับ ขก-0002").hears("merge.done", people=2).taps("ดูเรื่องนี้").hears("area.one", people=2)
    leader.says("รวม 2 3").hears("merge.not_possible")


def test_numbers_that_are_not_there_are_said_kindly(house: House) -> None:
    three_reports(house)
    leader = a_leader(house).says("รวม 1 2").hears("area.no_number")
    leader.says("เรื่อง").says("รวม 1 9").hears("area.no_number").says("9 สรุป น้ำแห้ง").hears("area.no_number")


def test_only_who_answers_there_merges(house: House) -> None:
    three_reports(house)
    one, other = an_issue(house, "ขก-0001"), an_issue(house, "ขก-0002")
    taps = (f"merge/{one.id}/{other.id}", f"unmerge/{other.id}", f"alike/{one.id}", f"tend/{one.id}/sum_up")
    with house.db() as db:
        roles.grant(db, a_villager(house, 0xB7).person, "coordinator", "south")
    for person in (a_villager(house, 0xB6), a_villager(house, 0xB7)):
        for data in taps:
            person.taps_old({"type": "postback", "data": data}).hears("work.not_yours")
    assert an_issue(house, "ขก-0002").head_id is None


def test_the_one_that_has_come_further_goes_on(house: House) -> None:
    first, second, _ = three_reports(house)
    with house.db() as db:
        found = issues.by_number(db, second)
        assert found
        issues.change(db, found, "agenda", "northeast-2569-08")
    a_leader(house).says("เรื่อง").says("รวม 2 3").hears("merge.done", number=second)
    a_villager(house, 0xB8).says(first).hears("mine.one").reads(f"รวมกับเรื่อง {second} แล้ว")


def test_what_was_merged_before_comes_along_and_parts_as_a_whole(house: House) -> None:
    first, second, third = three_reports(house)
    with house.db() as db:
        one, two, three = (issues.by_number(db, number) for number in (first, second, third))
        assert one
        assert two
        assert three
        issues.merge(db, two, three)
        assert issues.merge(db, one, two) is one
        assert [part.number for part in issues.all_of(db, three)] == [first, second, third]
        assert issues.merge(db, three, one) is None, "they are one already"
        assert issues.unmerge(db, two)
        assert (three.head.number, two.head.number) == (second, second)
        assert len(reports.of_issue(db, three)) == 2
        assert [step.state for step in three.history] == ["received", "merged"]
        assert [step.state for step in two.history] == ["received", "merged", "received"]


def test_who_takes_her_report_back_leaves_the_others_their_issue(house: House) -> None:
    first, _, _ = three_reports(house)
    leader = a_leader(house).says("เรื่อง").says("รวม 2 3").hears("merge.done", number=first, people=2)
    a_villager(house, 0xB8).says(first).taps("ผิด แก้เรื่อง").taps("ถอนเรื่องนี้").hears("mend.withdrawn")
    leader.says(first).hears("area.one", people=0).reads("น้ำไม่มา")
    a_villager(house, 0xB8).says("ติดตามเรื่อง").hears("mine.list").reads("ถอนแล้ว")
    a_villager(house, 0xB9).says("ขก2").taps("ผิด แก้เรื่อง").taps("ถอนเรื่องนี้")
    leader.says("เรื่อง").hears("area.list", open=1)


def test_who_is_erased_leaves_the_others_the_number_they_know(house: House) -> None:
    first, _, third = three_reports(house)
    leader = a_leader(house).says("เรื่อง").says("รวม 2 3").hears("merge.done")
    a_villager(house, 0xB8).says("ลบข้อมูล").taps("ลบทั้งหมด")
    a_villager(house, 0xBA).says("ลบข้อมูล").taps("ลบทั้งหมด")
    leader.says(first).hears("area.one").reads("น้ำไม่มา").says(third).hears("mine.unknown")
    a_villager(house, 0xB9).says("ขก2").hears("mine.one").reads(f"รวมกับเรื่อง {first} แล้ว")


def test_a_summary_is_kept_read_back_and_may_be_changed(house: House) -> None:
    three_reports(house)
    leader = a_leader(house).says("เรื่อง").says("3 สรุป เครื่องสูบน้ำเสีย คนจมน้ำตายไปแล้วช่วยด้วย")
    leader.hears("tend.summed_up", number="ขก-0001").taps("แก้").hears("tend.ask_summary")
    leader.sends_photos().hears("tend.only_words").says("ปั๊มเสีย").hears("tend.summed_up", summary="ปั๊มเสีย")
    leader.taps("ดูเรื่องนี้").hears("area.one", summary="ปั๊มเสีย").says("2 สรุป").hears("tend.ask_summary")
    leader.says("ยกเลิก").hears("talk.stopped")


def test_more_is_asked_of_the_reporter_and_her_answer_comes_back(house: House) -> None:
    three_reports(house)
    leader, boonma = a_leader(house), Talk(house, a_villager(house, 0xB8).person)
    leader.says("เรื่อง").says("3 ขอข้อมูล ปั๊มเสียวันไหน").hears("tend.sure", asked="ปั๊มเสียวันไหน")
    leader.says("ปั๊มเสียตั้งแต่เมื่อไร").hears("tend.sure", asked="ปั๊มเสียตั้งแต่เมื่อไร").taps("ส่งคำถาม")
    leader.hears("tend.asked", number="ขก-0001")
    assert an_issue(house, "ขก-0001").state == "needs_info"
    assert [to for to, message in house.said if message["key"] == "more.asked"] == [boonma.person]
    boonma.says("ขก1").reads("ขอข้อมูลเพิ่ม").taps("ตอบ").hears("more.what").says("ตั้งแต่วันพุธ")
    boonma.hears("more.thanks", number="ขก-0001")
    assert [m["values"]["answered"] for to, m in house.said if m["key"] == "tend.answered"] == ["ตั้งแต่วันพุธ"]
    assert an_issue(house, "ขก-0001").state == "received"
    a_villager(house, 0xB9).taps_old({"type": "postback", "data": "more/ขก-0001/1"}).hears("talk.old_button")


def test_more_can_be_answered_by_voice_and_nobody_is_asked_who_cannot_be_reached(house: House) -> None:
    three_reports(house)
    leader, boonma = a_leader(house), Talk(house, a_villager(house, 0xB8).person)
    leader.says("เรื่อง").says("ดู 3").taps("ทำต่อกับเรื่องนี้").taps("ขอข้อมูลเพิ่ม").hears("tend.what_to_ask")
    leader.says("ปั๊มเสียวันไหน").taps("แก้").says("ปั๊มของใคร").taps("ส่งคำถาม").hears("tend.asked")
    boonma.taps("ตอบ").sends_voice().hears("more.thanks")
    boonma.blocks()
    leader.says("3 ขอข้อมูล ซ่อมหรือยัง").hears("tend.nobody")


def test_the_number_of_pushes_before_a_forum_is_kept_small(house: House) -> None:
    three_reports(house)
    leader = a_leader(house).says("เรื่อง").says("รวม 2 3").says("รวม 1 3")
    leader.hears("merge.done", people=3)
    assert sum(message["key"] == "twin.shared" for _, message in house.said) == 2


def test_the_coordinator_sees_how_many_share_it_and_no_digest_counts_it_twice(house: House) -> None:
    three_reports(house)
    naen = a_coordinator(house).says("เรื่อง").says("รวม 2 3").says("เช้า").hears("digest.morning", open=2)
    naen.reads("2 คน")


def test_what_looks_alike_in_a_list_is_marked_and_merged_by_one_tap(house: House) -> None:
    first, second, _ = three_reports(house)
    leader = a_leader(house).says("เรื่อง").reads(f"3) {first}", "(คล้ายข้อ 2)").taps("รวม 2+3")
    leader.hears("merge.done", number=first, people=2).says("เรื่อง").hears("area.list", open=2)
    assert "รวม" not in "".join(leader.labels)
    assert second


def test_an_issue_that_left_with_its_reporter_is_summed_up_no_more(house: House) -> None:
    first, _, _ = three_reports(house)
    leader = a_leader(house).says("เรื่อง").says("3 สรุป").hears("tend.ask_summary", number=first)
    a_villager(house, 0xB8).says("ลบข้อมูล").taps("ลบทั้งหมด")
    leader.says("ปั๊มเสีย").hears("area.unknown")


def test_what_does_not_move_for_two_weeks_is_said_to_who_answers_for_it(house: House) -> None:
    three_reports(house)
    naen = a_coordinator(house).says("เช้า").hears("digest.morning", silent=0)
    house.time.stands_at("2026-08-18T07:30")
    house.ring()
    pushed = [
        message for to, message in house.said if message["key"] == "digest.morning" and to == naen.person
    ]
    assert [message["values"]["silent"] for message in pushed] == [0, 3]
    naen.reads("ไม่ขยับเกิน 14 วัน 3 เรื่อง").says("เรื่อง").says("1 ขอข้อมูล ไฟมาหรือยัง").taps("ส่งคำถาม")
    naen.says("เช้า").hears("digest.morning", silent=2)


def test_a_newcomer_is_asked_when_she_has_told_where_she_lives(house: House) -> None:
    a_report(house, WATER)
    new = Talk(house, an_id("U", 0xBC))
    house.line.world.add_person(Person(new.person, "ใหม่"))
    new.says(ALSO_WATER).taps("ส่งเรื่องนี้").taps("ตกลง").says("ต.น้ำพอง อ.น้ำพอง จ.ขอนแก่น")
    new.taps("ร่วมด้วย").hears("twin.joined", "report.wish", people=2)
