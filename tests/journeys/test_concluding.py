"""While people talk a secretary types what they conclude: read back, put right, kept under a number."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from bot.simulator import BOONMA, SOMCHAI
from models import people, roles
from models.forums import agenda, conclusions
from models.forums.attendance import Attendance, Secretary
from models.forums.conclusions import Said
from models.forums.forum import Forum
from tests.deeds import a_forum, a_reporter, issue_of, newest, state_of
from tests.house import House
from tests.makers import a_coordinator, a_leader, a_villager
from tests.talk import Talk


@pytest.fixture
def numbers(house: House) -> list[str]:
    """Two troubles, the items 1 and 2 of the Forum that is on."""
    told = [a_reporter(house, figure)[1] for figure in (0xB7, 0xB8)]
    a_forum(house, *told)
    return told


def test_one_line_is_read_back_with_weekday_and_year_and_kept(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 2 สรุป เปลี่ยนเครื่องสูบน้ำ ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.")
    naen.hears("conclude.sure_agreement", number=numbers[1], nth=2)
    naen.reads("วาระ 2", numbers[1], "“เปลี่ยนเครื่องสูบน้ำ”", "ป้าแดง ภายในอังคาร 15 ก.ย. 2569", "ถูกต้องไหมคะ")
    naen.taps("ถูกต้อง").hears("conclude.kept", conclusion=1)
    kept = newest(house)
    assert (kept.kind, kept.text, kept.taker, kept.due) == (
        *("agreement", "เปลี่ยนเครื่องสูบน้ำ", "ป้าแดง"),
        date(2026, 9, 15),
    )
    assert state_of(house, numbers[1]) == "discussed"
    assert state_of(house, numbers[0]) == "agenda"


def test_what_an_office_is_asked_is_a_proposal_and_can_be_turned(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระที่ ๒ มติ เปลี่ยนเครื่องสูบ ผู้ทำ กองช่าง อบต. ภายใน ๑๕ ก.ย.")
    naen.hears("conclude.sure_proposal").reads("เสนอถึง กองช่าง อบต.").taps("มีคนมารับในเวที")
    naen.hears("conclude.sure_agreement").reads("กองช่าง อบต. ภายในอังคาร 15 ก.ย. 2569").taps("เป็นข้อเสนอ")
    naen.hears("conclude.sure_proposal").says("ถูกต้องค่ะ").hears("conclude.kept")
    kept = newest(house)
    assert (kept.kind, kept.state, kept.due, kept.taker) == ("proposal", "draft", None, "กองช่าง อบต.")


def test_what_is_missing_is_asked(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลองหน้าวัด").hears("conclude.who").sees("ชุมชนทำเอง", "ยังไม่มีผู้รับ")
    naen.taps("ชุมชนทำเอง").hears("conclude.by_when").says("อีกนานเลย").hears("conclude.by_when")
    naen.says("31 ก.ย.").hears("conclude.impossible").says("1 ส.ค. 2569").hears("conclude.past")
    naen.says("15 ก.ย. 2575").hears("conclude.far").reads("พุธ 15 ก.ย. 2575").says("15 ก.ย.")
    naen.hears("conclude.sure_agreement").reads("ชุมชนทำเอง ภายในอังคาร 15 ก.ย. 2569").taps("ยกเลิก")
    naen.hears("talk.stopped").says("ข้อสรุป").hears("conclude.none")


def test_a_day_in_the_line_that_cannot_be_meant_is_asked_again(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้ทำ ป้าแดง ภายใน 31 ก.ย.").hears("conclude.impossible")
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้ทำ ป้าแดง ภายใน 1 ส.ค. 2569").hears("conclude.past")
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้ทำ ป้าแดง ภายใน 1 ส.ค. 2575").hears("conclude.far")
    naen.taps("ใช่ วันนั้น").hears("conclude.sure_agreement").reads("1 ส.ค. 2575")


def test_no_day_and_nobody_are_allowed_once_asked(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ ป้าแดง").hears("conclude.by_when").taps("ยังไม่กำหนดวัน")
    naen.hears("conclude.sure_agreement").taps("ถูกต้อง").hears("conclude.kept")
    assert newest(house).due is None
    naen.says("วาระ 1 สรุป แจกถังน้ำ").taps("ยังไม่มีผู้รับ").hears("conclude.sure_agreement").reads("ผู้รับไปทำ ยังไม่มี")
    naen.taps("ถูกต้อง").hears("conclude.kept", asked=None)
    assert newest(house).taker is None


def test_each_part_is_put_right_before_it_is_kept(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").taps("แก้").hears("conclude.mend")
    naen.taps("แก้ข้อความ").hears("conclude.what").says("ลอกคลองหน้าวัด").hears("conclude.sure_agreement")
    naen.taps("แก้").taps("แก้ผู้รับไปทำ").hears("conclude.who").says("กำนันมี").reads("กำนันมี ภายใน")
    naen.says("แก้").taps("แก้วันเสร็จ").says("30 วัน").reads("เสาร์ 19 ก.ย. 2569")
    naen.taps("แก้").taps("แก้วาระ").hears("conclude.which_item").says("๒").reads("วาระ 2").taps("ถูกต้อง")
    kept = newest(house)
    assert (kept.text, kept.taker, kept.due) == ("ลอกคลองหน้าวัด", "กำนันมี", date(2026, 9, 19))
    assert kept.issue.number == numbers[1]


def test_an_item_that_is_not_there_is_chosen_by_its_number(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 9 สรุป ลอกคลอง ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").hears("conclude.no_such_item", nth=9)
    naen.reads("1)", numbers[0], "2)", numbers[1]).says("7").hears("conclude.no_such_item", nth=7).taps("2")
    naen.hears("conclude.sure_agreement", number=numbers[1])


def test_policies_and_lessons_need_no_taker(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 เสนอนโยบาย ลดค่าไฟสูบน้ำ").hears("conclude.sure_policy").taps("ถูกต้อง")
    assert (newest(house).kind, newest(house).state) == ("policy", "raised")
    naen.says("4.2 บทเรียน ทำฝายน้ำล้นกันเอง").hears("conclude.sure_lesson", number=numbers[1]).taps("ถูกต้อง")
    assert (newest(house).kind, newest(house).state, newest(house).number) == ("lesson", "kept", 2)


def test_what_was_said_is_kept_beside_it_and_can_be_taken_out(house: House, numbers: list[str]) -> None:
    forum_id = _forum(house)
    naen = a_coordinator(house)
    naen.says("วาระ 1 คุย เครื่องสูบเสียมาสองเดือน").hears("conclude.noted", number=numbers[0])
    naen.says("วาระ 1 คุย ช่างบอกว่าต้องเปลี่ยน").hears("conclude.noted")
    assert _said(house, forum_id) == "เครื่องสูบเสียมาสองเดือน\nช่างบอกว่าต้องเปลี่ยน"
    naen.taps("เอาออก").hears("conclude.unsaid")
    assert _said(house, forum_id) == "เครื่องสูบเสียมาสองเดือน"
    assert state_of(house, numbers[0]) == "discussed"


def _forum(house: House) -> int:
    with house.db() as db:
        return db.query(Forum).one().id


def _said(house: House, forum_id: int) -> str | None:
    with house.db() as db:
        return agenda.agenda(db, db.get_one(Forum, forum_id))[0].said


def test_a_secretary_writes_and_a_leader_who_is_none_does_not(house: House, numbers: list[str]) -> None:
    leader, villager = a_leader(house), a_villager(house)
    for talk in (leader, villager):
        talk.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ ป้าแดง").hears("conclude.not_secretary")
        talk.says("ข้อสรุป").hears("work.not_yours").says("แก้ข้อสรุป 1").hears("conclude.not_secretary")
    with house.db() as db:
        person = people.known_by(db, SOMCHAI)
        db.add(Secretary(forum_id=db.query(Forum).one().id, person_id=person.id))
    leader.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").taps("ถูกต้อง")
    leader.hears("conclude.kept", "deed.asked_instead").says("ข้อสรุป").hears("conclude.list")
    assert "เผยแพร่ผล" not in leader.labels
    villager.taps_old(tapping(f"resolution/{newest(house).id}/yes")).hears("work.not_yours")
    villager.taps_old(tapping(f"conclusions/{_forum(house)}/yes")).hears("work.not_yours")


def tapping(data: str) -> dict[str, str]:
    return {"type": "postback", "data": data}


def test_whose_power_ended_meanwhile_keeps_nothing(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.")
    with house.db() as db:
        roles.revoke(db, people.known_by(db, naen.person), "coordinator", "northeast")
    naen.taps("ถูกต้อง").hears("work.not_yours")


def test_before_and_long_after_a_forum_it_is_told_kindly(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง").hears("conclude.no_forum").says("ข้อสรุป").hears("conclude.no_forum")
    number = a_reporter(house)[1]
    a_forum(house, number)
    for days, key in ((6, "conclude.who"), (2, "conclude.no_forum")):
        house.time.goes(days=days)
        naen.says("วาระ 1 สรุป ลอกคลอง").hears(key)


def test_a_forum_without_an_agenda_takes_no_conclusion(house: House) -> None:
    a_forum(house)
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง").hears("conclude.no_agenda").says("ข้อสรุป").hears("conclude.no_agenda")


def test_of_several_forums_it_is_asked_which(house: House) -> None:
    numbers = [a_reporter(house, 0xB7)[1], a_reporter(house, 0xB8, "900101")[1]]
    a_forum(house, numbers[0])
    a_forum(house, numbers[1], region="south")
    a_forum(house, region="north")
    officer = a_leader(house, "national", "officer")
    officer.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").hears("conclude.which_forum")
    officer.taps("ภาคใต้").hears("conclude.sure_agreement", number=numbers[1]).taps("ถูกต้อง")
    officer.says("วาระ 1 สรุป ลอกคลอง").taps("ภาคเหนือ").hears("conclude.no_agenda").taps("ยกเลิก")
    officer.says("ข้อสรุป").hears("conclude.which_forum").taps("ภาคใต้").hears("conclude.list")
    officer.says("ข้อสรุป").taps("ภาคอีสาน").hears("conclude.none")


def test_the_list_and_putting_right_by_number(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    for text in ("ลอกคลอง", "แจกถังน้ำ"):
        naen.says(f"วาระ 1 สรุป {text} ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").taps("ถูกต้อง")
    naen.says("ข้อสรุป").hears("conclude.list").reads("1. (วาระ 1) ลอกคลอง ป้าแดง", "2. (วาระ 1) แจกถังน้ำ")
    naen.says("แก้ข้อสรุป ๒").hears("conclude.sure_agreement").taps("แก้").taps("แก้ข้อความ").says("แจกถังน้ำสิบใบ")
    naen.taps("ถูกต้อง").hears("conclude.changed", conclusion=2)
    kept = newest(house)
    assert kept.text == "แจกถังน้ำสิบใบ"
    assert kept.history[-1].detail == "แจกถังน้ำ / ป้าแดง / 2026-09-15"
    naen.says("ลบข้อสรุป 2").hears("conclude.drop_sure").taps("ไม่ลบ").hears("conclude.list")
    naen.says("ลบข้อสรุป 2").taps("ลบข้อสรุป").hears("conclude.dropped")
    assert newest(house).state == "withdrawn"
    naen.says("ลบข้อสรุป 2").hears("conclude.no_such").says("แก้ข้อสรุป 7").hears("conclude.no_such")
    naen.says("วาระ 1 สรุป ขุดบ่อ ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").taps("ถูกต้อง").hears(
        "conclude.kept", conclusion=3
    )


def test_a_conclusion_left_open_is_offered_after_the_next(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง").hears("conclude.who")
    naen.says("วาระ 2 สรุป ขุดบ่อ ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").taps("ถูกต้อง").hears("conclude.kept")
    naen.taps("ทำต่อ").hears("conclude.who").reads("ลอกคลอง")


def test_words_of_danger_in_a_conclusion_are_no_cry(house: House, numbers: list[str]) -> None:
    line = "วาระ 1 สรุป ช่วยด้วย น้ำท่วมถึงคอ ให้ซ้อมอพยพ ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย."
    a_coordinator(house).says(line).hears("conclude.sure_agreement")
    a_villager(house).says(line).hears("danger.numbers", "danger.trapped")


def test_the_taker_is_found_by_his_name_and_asked(house: House, numbers: list[str]) -> None:
    naen, leader = a_coordinator(house), a_leader(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ ลุงสมชาย ภายใน 15 ก.ย.").taps("ถูกต้อง")
    assert naen.heard[0]["values"]["asked"] == "สมชาย"
    assert house.keys_to(leader.person)[-1] == "deed.asked"
    leader.taps("รับไปทำ").hears("deed.accepted")
    assert (newest(house).state, state_of(house, numbers[0])) == ("accepted", "accepted")
    leader.taps_old(tapping(f"deed/{newest(house).id}/accept")).hears("deed.one")


def test_who_was_signed_in_is_found_too_and_of_two_the_secretary_picks(
    house: House, numbers: list[str]
) -> None:
    first, second = a_villager(house, 0xC1, name="สมศรี ใจดี"), a_villager(house, 0xC2, name="สมศรี มีสุข")
    with house.db() as db:
        for talk in (first, second):
            person = people.known_by(db, talk.person)
            db.add(Attendance(forum_id=db.query(Forum).one().id, person_id=person.id))
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ สมศรี ภายใน 15 ก.ย.").taps("ถูกต้อง")
    naen.hears("conclude.kept", "conclude.which_taker").taps("2. สมศรี มีสุข").hears("conclude.asked")
    assert house.keys_to(second.person) == ["deed.asked"]
    assert house.keys_to(first.person) == []


def test_for_what_people_do_themselves_the_leader_is_asked(house: House, numbers: list[str]) -> None:
    naen, leader = a_coordinator(house), a_leader(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ชุมชนทำเอง ภายใน 15 ก.ย.").taps("ถูกต้อง")
    assert house.keys_to(leader.person) == ["deed.asked_instead"]
    leader.taps("รับไปทำ").hears("deed.accepted")
    assert newest(house).taker == "ชุมชนทำเอง"


@pytest.mark.parametrize(("button", "why"), [("ไม่ใช่ฉัน", None), ("ทำไม่ได้", "ต้องเกี่ยวข้าวทั้งเดือน")])
def test_who_does_not_take_it_says_so_and_another_is_found(
    house: House, numbers: list[str], button: str, why: str | None
) -> None:
    naen, leader = a_coordinator(house), a_leader(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ สมชาย ภายใน 15 ก.ย.").taps("ถูกต้อง")
    leader.taps(button)
    if why:
        leader.hears("deed.why_not").says(why)
    leader.hears("deed.thanks_not_you")
    assert house.keys_to(naen.person)[-1] == "deed.declined"
    assert (newest(house).state, newest(house).taker_id) == ("declined", None)
    leader.taps_old(tapping(f"deed/{newest(house).id}/accept")).hears("deed.not_yours")
    naen.taps("ดูข้อนี้").hears("deed.one").taps("แก้ข้อสรุป").taps("แก้").taps("แก้ผู้รับไปทำ").says("ป้าแดง")
    naen.taps("ถูกต้อง").hears("conclude.changed")
    assert newest(house).state == "asked"


def test_secretaries_who_type_at_once_lose_nothing(house: House, numbers: list[str]) -> None:
    forum_id = _forum(house)
    with house.db() as db:
        writers = [people.known_by(db, f"U{figure:032x}").id for figure in range(6)]

    def types(writer: int) -> None:
        with house.sessions.begin() as db:
            item = agenda.agenda(db, db.get_one(Forum, forum_id))[writer % 2]
            person = people.by_id(db, writer)
            assert person
            conclusions.note(db, item, f"คุย{writer}", person)
        with house.sessions.begin() as db:
            item = agenda.agenda(db, db.get_one(Forum, forum_id))[writer % 2]
            conclusions.keep(
                db, item, Said("agreement", f"ทำ{writer}", "แดง"), people.by_id(db, writer) or person
            )

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(types, writers))
    with house.db() as db:
        forum = db.get_one(Forum, forum_id)
        kept = conclusions.of_forum(db, forum)
        assert [one.number for one in kept] == [1, 2, 3, 4, 5, 6]
        assert {one.text for one in kept} == {f"ทำ{writer}" for writer in writers}
        said = "\n".join(item.said or "" for item in agenda.agenda(db, forum)).split("\n")
        assert sorted(said) == sorted(f"คุย{writer}" for writer in writers)


GARBAGE = (
    *(
        "deed",
        "deed/x",
        "deed/999",
        "deed/1/what",
        "resolution/1/taker/x",
        "resolution/x/yes",
        "unsay",
        "unsay/1",
    ),
    *(
        "unsay/x/y",
        "conclusions/x",
        "conclude/1/due/2020-13-99",
        "lessons/0",
        "verdict/x/fixed",
        "verdict/9/no",
    ),
)


@pytest.mark.parametrize("data", GARBAGE)
def test_garbage_in_a_button_is_answered(house: House, numbers: list[str], data: str) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").taps("ถูกต้อง")
    assert naen.taps_old(tapping(data)).heard
    assert Talk(house, BOONMA).taps_old(tapping(data)).heard
    assert issue_of(house, numbers[0])


def test_two_taps_keep_one_conclusion(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.")
    button = naen.button("ถูกต้อง")
    naen.taps("ถูกต้อง").hears("conclude.kept").taps_old(button).hears("talk.old_button")
    naen.says("ข้อสรุป").hears("conclude.list")
    assert [row["line"] for row in naen.heard[0]["values"]["conclusion_lines"]] == [1]


def test_a_coordinator_of_another_region_changes_nothing(house: House, numbers: list[str]) -> None:
    naen = a_coordinator(house)
    naen.says("วาระ 1 สรุป ลอกคลอง ผู้รับไปทำ ป้าแดง ภายใน 15 ก.ย.").taps("ถูกต้อง")
    south = a_leader(house, "south", "coordinator")
    south.says("วาระ 1 สรุป ลอกคลอง").hears("conclude.no_forum").says("ลบข้อสรุป 1").hears("conclude.no_forum")
    kept = newest(house).id
    for data in (f"resolution/{kept}/yes", f"resolution/{kept}/mend", f"conclusions/{_forum(house)}"):
        south.taps_old(tapping(data)).hears("work.not_yours")
    south.taps_old(tapping(f"deed/{kept}/stuck")).hears("deed.not_yours")
    assert newest(house).state == "asked"
