"""A leader brings the trouble of people without a telephone; they are counted, and named only if they agreed."""

import json

import pytest

from bot.simulator import NAEN, SOMCHAI, VILLAGE, an_id
from bot.words import say
from models import consent, crowds, export, people, reports, roles
from models.post.drafts import Draft
from models.reports import Report
from tests.house import House
from tests.journeys.group_walks import a_tied_group, in_group, joins
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager
from tests.talk import Talk
from tests.traces import traces

SAID = "แทน ยายคำหล้า ม.3 กับข้างบ้าน 3 คน บ่อน้ำแห้ง"
NAME = "ยายคำหล้า"


def the_leader(house: House, scope: str = NAM_PHONG) -> Talk:
    """One who agreed and lives there."""
    leader = a_leader(house, scope)
    with house.db() as db:
        person = people.known_by(db, leader.person)
        people.agree(person)
        people.settle(person, scope)
    return leader


def the_report(house: House, number: str = "ขก-0001") -> Report:
    with house.db() as db:
        found = reports.by_number(db, number)
        assert found
        _ = found.parts, found.topics
        return found


def people_in(house: House, number: str = "ขก-0001") -> int:
    with house.db() as db:
        report = reports.by_number(db, number)
        assert report
        return crowds.people_in(db, [report.issue])[report.issue.id]


def said_to(house: House, chat: str) -> str:
    said = [message for to, message in house.said if to == chat]
    return "\n".join(say(m["key"], "th", m["values"]) + json.dumps(m, ensure_ascii=False) for m in said)


def test_one_line_gives_a_number_and_asks_for_consent(house: House) -> None:
    leader = the_leader(house)
    leader.says(SAID).hears("speaking.filed", "speaking.consent", number="ขก-0001", people=4)
    leader.reads("ภัยแล้ง", "หมู่ 3 ต.น้ำพอง", "เดือดร้อน 4 คน", "ผู้แจ้งแทน สมชาย").sees("ขอแล้ว", "ยัง")
    report = the_report(house)
    assert (report.story, report.moo, report.for_people, report.for_name) == ("ม.3 บ่อน้ำแห้ง", 3, 4, None)
    leader.taps("ขอแล้ว").hears("speaking.named").reads(NAME, "ขก-0001")
    report = the_report(house)
    assert (report.for_name, report.consent_said) == (NAME, True)


def test_without_consent_the_name_is_dropped_and_the_trouble_stays(house: House) -> None:
    leader = the_leader(house)
    leader.says(SAID).taps("ยัง").hears("speaking.nameless").reads("ขก-0001")
    report = the_report(house)
    assert (report.for_name, report.consent_said, report.for_people) == (None, False, 4)
    with house.db() as db:
        assert db.query(Draft).count() == 0
    leader.says("ติดตามเรื่อง").hears("mine.list").reads("ขก-0001")


@pytest.mark.parametrize(("typed", "key"), [("ขอแล้วค่ะ", "speaking.named"), ("ยังไม่ได้ขอ", "speaking.nameless")])
def test_consent_may_be_typed(house: House, typed: str, key: str) -> None:
    the_leader(house).says(SAID).says(typed).hears(key)


def test_two_taps_tell_it_once(house: House) -> None:
    leader = the_leader(house)
    leader.says(SAID)
    yes, no = leader.button("ขอแล้ว"), leader.button("ยัง")
    leader.taps_old(no).hears("speaking.nameless").taps_old(yes).hears("talk.old_button")
    assert the_report(house).for_name is None


def test_who_is_spoken_for_counts_and_the_leader_does_not(house: House) -> None:
    leader = the_leader(house)
    leader.says(SAID).taps("ยัง")
    assert people_in(house) == 4
    leader.says("แทน ชาวบ้าน ม.3 สิบสองคน บ่อน้ำแห้ง").hears("speaking.filed")
    neighbour = a_villager(house, 0xB7)
    neighbour.says("แจ้งเรื่อง น้ำประปาไม่ไหล ครับ").taps("ส่งเรื่องนี้")
    with house.db() as db:
        from models import issues

        found = [issues.by_number(db, f"ขก-000{number}") for number in (1, 2, 3)]
        one, other, third = (issue for issue in found if issue)
        issues.merge(db, one, other)
        issues.merge(db, one, third)
        assert crowds.people_in(db, [one.head]) == {one.head.id: 17}
    leader.says("ขก-0003").reads("เดือดร้อนด้วยกัน 17 คน")


def test_names_are_seen_by_who_may_see_names_and_by_nobody_else(house: House) -> None:
    leader, naen = the_leader(house), a_coordinator(house)
    leader.says(SAID).taps("ขอแล้ว")
    with house.db() as db:
        roles.grant(db, an_id("U", 0xB9), "officer", roles.NATIONAL)
    officer = a_villager(house, 0xB9, name="ฟาตีมะห์")
    naen.says("ขก-0001").hears("area.one").reads(f"แจ้งแทน {NAME}", "เดือดร้อนด้วยกัน 4 คน")
    officer.says("ขก-0001").hears("area.one")
    assert NAME not in said_to(house, officer.person)


def test_in_a_group_nobody_is_named_and_the_rest_is_asked_apart(house: House) -> None:
    a_tied_group(house)
    leader = the_leader(house)
    in_group(house, f"ฟอรัม {SAID}", SOMCHAI)
    assert house.keys_to(VILLAGE)[-1] == "speaking.filed_in_group"
    told = said_to(house, VILLAGE)
    assert "ขก-0001" in told
    assert "เดือดร้อน 4 คน" in told
    assert NAME not in told
    assert "สมชาย" not in told
    assert house.keys_to(SOMCHAI) == ["speaking.consent"]
    leader.taps("ขอแล้ว").hears("speaking.named")
    assert the_report(house).for_name == NAME
    leader.says("ติดตามเรื่อง").reads("ขก-0001")


def test_two_in_a_row_in_a_group_keep_two_names(house: House) -> None:
    a_tied_group(house)
    leader = the_leader(house)
    in_group(house, f"ฟอรัม {SAID}", SOMCHAI)
    first = leader.button("ขอแล้ว")
    in_group(house, "ฟอรัม แทน ตาสี ม.4 ไฟดับ", SOMCHAI)
    leader.taps("ขอแล้ว").taps_old(first)
    assert [the_report(house, number).for_name for number in ("ขก-0001", "ขก-0002")] == [NAME, "ตาสี"]


def test_a_talk_that_is_open_in_her_chat_stays_open(house: House) -> None:
    a_tied_group(house)
    leader = the_leader(house)
    leader.says("ถามเจ้าหน้าที่")
    in_group(house, f"ฟอรัม {SAID}", SOMCHAI)
    leader.says("กองทุนเปิดวันไหนคะ").hears("ask.sure")


def test_in_a_group_only_leaders_speak_for_others(house: House) -> None:
    a_tied_group(house)
    in_group(house, f"ฟอรัม {SAID}")
    assert house.keys_to(VILLAGE)[-1] == "speaking.leaders_in_group"
    with house.db() as db:
        assert db.query(Report).count() == 0


def test_a_group_that_is_nowhere_is_asked_to_say_where(house: House) -> None:
    joins(house)
    the_leader(house)
    in_group(house, f"ฟอรัม {SAID}", SOMCHAI)
    assert house.keys_to(VILLAGE)[-1] == "speaking.tie_first"


def test_a_leader_of_elsewhere_speaks_for_nobody_in_that_group(house: House) -> None:
    a_tied_group(house)
    the_leader(house, "400702")
    in_group(house, f"ฟอรัม {SAID}", SOMCHAI)
    assert house.keys_to(VILLAGE)[-1] == "speaking.not_there"


def test_in_a_group_a_line_that_names_nobody_is_answered_with_how(house: House) -> None:
    a_tied_group(house)
    the_leader(house)
    for said in ("ฟอรัม แทน", "ฟอรัม แทน ยายคำ ม.3", "ฟอรัม แทน ที่ประชุม"):
        in_group(house, said, SOMCHAI)
        assert house.keys_to(VILLAGE)[-1] == "speaking.how", said


def test_a_villager_who_speaks_for_another_brings_a_trouble_like_any(house: House) -> None:
    villager = a_villager(house)
    villager.says("แทน ยายคำ ม.3 บ่อน้ำแห้ง ไม่มีน้ำกิน").hears("report.sure")
    villager.says("แจ้งแทน").hears("speaking.for_leaders")


def test_how_it_is_said_is_told(house: House) -> None:
    leader = the_leader(house)
    for said in ("แทน", "แทน ยายคำ", "แทน ยายคำ หมู่ 3", "แทน คนที่ 3"):
        leader.says(said).hears("speaking.how")
    leader.says("งานของฉัน").taps("แจ้งแทนคนอื่น").hears("speaking.how")


def test_a_place_may_be_named_and_must_be_hers(house: House) -> None:
    leader, naen = the_leader(house), a_coordinator(house)
    leader.says("แทน ยายคำ ต.วังชัย อ.น้ำพอง ขอนแก่น บ่อน้ำแห้ง").hears("speaking.not_there")
    naen.says("แทน ยายคำ ม.3 บ่อน้ำแห้ง").hears("speaking.where")
    naen.says("แทน ยายคำ ม.3 ต.วังชัย อ.น้ำพอง ขอนแก่น บ่อน้ำแห้ง").hears(
        "speaking.filed", "speaking.consent", "consent.ask", place="400702"
    )


def test_what_sounds_like_it_and_is_none_stays_what_it_was(house: House) -> None:
    leader = the_leader(house)
    leader.says("แทนที่จะซ่อมถนนที่พัง กลับไปทำที่อื่น ถนนพังมาก")
    assert not [m for m in leader.heard if m["key"].startswith("speaking.")]


def test_a_cry_for_somebody_is_a_cry(house: House) -> None:
    the_leader(house).says("แทน ยายคำ ม.3 น้ำท่วมถึงคอแล้ว ช่วยด้วย").hears("danger.numbers", "danger.trapped")


def test_who_is_not_kept_is_asked_first(house: House) -> None:
    leader = the_leader(house)
    with house.db() as db:
        people.known_by(db, SOMCHAI).keeping = "no"
    leader.says("แทน ตาสี ม.3 ของหาย").hears("consent.needed")


def test_taking_the_report_back_takes_the_name_out(house: House) -> None:
    leader = the_leader(house)
    leader.says(SAID).taps("ขอแล้ว").says("ติดตามเรื่อง").taps("ขก-0001").taps("ผิด แก้เรื่อง").taps("ถอนเรื่องนี้")
    assert the_report(house).for_name is None


def test_unsending_the_line_takes_the_name_out_of_report_and_draft(house: House) -> None:
    leader = the_leader(house)
    for consented in (True, False):
        sent = house.line.says(leader.person, SAID)["message"]["id"]
        house.settle()
        if consented:
            leader.taps("ขอแล้ว")
        house.line.unsends(leader.person, sent)
        house.settle()
    assert traces(house.engine, (NAME,)) == set()
    leader.taps("ขอแล้ว").hears("talk.old_button")


def test_editing_the_line_puts_no_name_into_the_story(house: House) -> None:
    a_tied_group(house)
    leader = the_leader(house)
    sent = house.line.says(leader.person, f"ฟอรัม {SAID}", group=VILLAGE)["message"]["id"]
    house.settle()
    house.line.edits(leader.person, VILLAGE, sent, "ฟอรัม แทน ยายคำหล้า ม.3 ไฟดับสองวัน")
    house.settle()
    assert the_report(house).story == "ม.3 ไฟดับสองวัน"


def test_the_leader_copies_and_erases_what_she_brought(house: House) -> None:
    leader = the_leader(house)
    leader.says(SAID).taps("ขอแล้ว")
    with house.db() as db:
        person = people.known_by(db, leader.person)
        [copied] = export.of(db, person)["reports"]
        assert (copied["for_people"], copied["consent_said"]) == (4, True)
        consent.erase(db, person)
    assert traces(house.engine, (NAME,)) == set()


def test_the_coordinator_is_no_leader_of_elsewhere(house: House) -> None:
    a_coordinator(house, "south")
    Talk(house, NAEN).says("แทน ยายคำ ม.3 ต.น้ำพอง อ.น้ำพอง ขอนแก่น บ่อน้ำแห้ง").hears("speaking.not_there")
    with house.db() as db:
        assert not roles.may(db, people.known_by(db, NAEN), "speak_for", NAM_PHONG)


def test_a_leader_who_was_never_asked_is_asked_in_her_own_chat(house: House) -> None:
    a_tied_group(house)
    a_leader(house)
    in_group(house, f"ฟอรัม {SAID}", SOMCHAI)
    assert house.keys_to(SOMCHAI) == ["speaking.consent", "consent.ask"]
