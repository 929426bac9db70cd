"""From the regions to the centre and back: an officer weighs what is shared, and the answer comes down again."""

import json
from collections.abc import Callable
from threading import Thread

import pytest

from bot.simulator import an_id
from bot.words import say
from models import issues, people, reports, roles
from models.forums import escalation, nationwide, regional, resolutions
from models.issues import Issue
from tests.house import House
from tests.makers import planned_forums
from tests.nation import (
    HOMES,
    NAMES,
    WATER,
    a_coordinator_of,
    an_officer,
    concluded,
    on_duty,
    raised,
    reported,
    shared_by,
    somebody,
)
from tests.talk import Talk

CONCLUSION = "เสนอลดค่าไฟสูบน้ำเพื่อการเกษตร ให้การไฟฟ้าตอบภายใน 30 วัน"
DAY = "ศุกร์ 28 ส.ค. 2569"


def read_by(talk: Talk) -> str:
    said = [message for to, message in talk.house.said if to == talk.person]
    return "\n".join(say(m["key"], "th", m["values"]) + json.dumps(m, ensure_ascii=False) for m in said)


def a_shared_trouble(house: House) -> dict[str, list[Talk]]:
    planned_forums(house)
    found = shared_by(house, northeast=7, north=5, south=2)
    raised(house)
    return found


def resolved(house: House, region: str, text: str) -> None:
    """A region's own Forum has concluded something about its first issue."""
    with house.db() as db:
        heads = db.query(Issue).where(Issue.origin.is_(None)).order_by(Issue.id)
        issue = next(head for head in heads if head.region == region)
        resolutions.add(db, issue, "agreement", text)


# The officer looks


def test_the_officer_sees_what_is_shared_and_what_is_watched(house: House) -> None:
    a_shared_trouble(house)
    shared_by(house, topic=WATER, north=3, south=3)
    officer = an_officer(house)
    officer.says("งานของฉัน").taps("เรื่องร่วม").hears("centre.list")
    officer.reads("1) ", "ค่าไฟสูบน้ำ 3 ภาค 13 คนขึ้นไป ร่างวาระ", "2) ", "2 ภาค 5 คนขึ้นไป (เฝ้าดู)")
    officer.says("1").hears("centre.card", number="รวม-0001")
    officer.reads("ภาคอีสาน 7 คน 7 เรื่อง", "ภาคเหนือ 5 คน", "ภาคใต้ น้อยกว่า 5 คน", "“")
    officer.reads("หลายภาคแจ้งเรื่องเดียวกัน", f"ร่างวาระ เวทีส่วนกลาง {DAY}")
    officer.sees("วาระกลาง", "ไม่เข้า", "ขอภาค", "กลับไปรายการ")
    officer.says("2").hears("centre.watched").reads("น้ำกินน้ำใช้ (เฝ้าดู)", "คำที่ตรงกัน: ")
    officer.says("รวม-0001").hears("centre.card", number="รวม-0001")


def test_it_goes_onto_the_national_agenda_with_what_the_regions_resolved(house: House) -> None:
    a_shared_trouble(house)
    resolved(house, "northeast", "ขอผ่อนค่าไฟเป็นงวด")
    officer = an_officer(house)
    officer.says("เรื่องร่วม")
    officer.says("1 วาระกลาง").hears("centre.accepted", number="รวม-0001")
    officer.reads(DAY, "แนบข้อสรุปของภาค 1 ข้อ", "ยังขาดความเห็น ภาคเหนือ, ภาคใต้").sees("ขอภาค")
    officer.taps("ดูเรื่องนี้").reads("ภาคอีสาน สรุป: ขอผ่อนค่าไฟเป็นงวด", "เข้าวาระแล้ว")
    officer.says("เรื่องร่วม").says("๑ วาระกลาง").hears("centre.accepted", number="รวม-0001")


def test_it_is_dropped_with_a_reason_that_stays_to_be_seen(house: House) -> None:
    a_shared_trouble(house)
    officer = an_officer(house)
    officer.says("เรื่องร่วม").says("1 ไม่เข้า").hears("centre.why").taps("เวทีช่วยไม่ได้")
    officer.hears("centre.dropped", number="รวม-0001").reads("เพราะเวทีช่วยเรื่องนี้ไม่ได้")
    officer.taps("กลับไปรายการ").reads("ไม่เข้า เพราะเวทีช่วยเรื่องนี้ไม่ได้")
    officer.says("1 ไม่เข้า").hears("centre.closed", number="รวม-0001")
    house.ring()
    with house.db() as db:
        assert len(nationwide.all_of(db)) == 1
    officer.says("1 วาระกลาง").hears("centre.accepted", number="รวม-0001")
    officer.says("เรื่องร่วม").reads("เข้าวาระแล้ว")


def test_what_was_dropped_long_ago_is_not_taken_up_beside_its_successor(house: House) -> None:
    a_shared_trouble(house)
    officer = an_officer(house)
    officer.says("เรื่องร่วม").says("1 ไม่เข้า").taps("เวทีช่วยไม่ได้")
    button = officer.taps("ดูเรื่องนี้").button("วาระกลาง")
    house.time.goes(days=31)
    shared_by(house, northeast=1, north=1, south=1)
    house.ring()
    officer.taps_old(button).hears("centre.closed", number="รวม-0001")


def test_the_same_words_mean_the_list_that_was_looked_at_last(house: House) -> None:
    a_shared_trouble(house)
    officer = an_officer(house)
    officer.says("เรื่องในพื้นที่").hears("area.list").says("เรื่องร่วม")
    officer.says("1 วาระ").hears("centre.accepted", number="รวม-0001")
    officer.says("เรื่องในพื้นที่").says("1 ไม่เข้า").hears("agenda.why")
    officer.says("เรื่องร่วม").says("1 ไม่เข้า").hears("centre.why")


def test_what_is_accepted_can_still_be_left_out_for_the_next_forum(house: House) -> None:
    a_shared_trouble(house)
    officer = an_officer(house)
    officer.says("เรื่องร่วม").says("1 วาระกลาง").taps("ไม่เข้า").taps("รอเวทีหน้า")
    officer.hears("centre.dropped").taps("ดูเรื่องนี้").reads("ไม่เข้า").sees("วาระกลาง")
    officer.taps("วาระกลาง").hears("centre.accepted")


def test_without_a_national_forum_nothing_can_be_accepted(house: House) -> None:
    shared_by(house, northeast=1, north=1, south=1)
    raised(house)
    officer = an_officer(house)
    officer.says("เรื่องร่วม").reads("ยังไม่มีเวทีส่วนกลาง", "น้อยกว่า 5 คน")
    officer.says("1 วาระกลาง").hears("centre.no_forum").sees("จัดเวที")
    planned_forums(house)
    house.ring()
    officer.says("1 วาระกลาง").hears("centre.accepted")


def test_what_two_regions_share_can_be_raised_by_hand(house: House) -> None:
    planned_forums(house)
    shared_by(house, north=3, south=3)
    officer = an_officer(house)
    officer.says("เรื่องร่วม").says("1 วาระกลาง").hears("centre.accepted", number="รวม-0001")
    officer.says("1").hears("centre.card", number="รวม-0001")
    officer.says("1 ไม่เข้า").hears("centre.why")
    officer.says("เรื่องร่วม").reads("เข้าวาระแล้ว")
    with house.db() as db:
        assert len(nationwide.all_of(db)) == 1


def test_looking_at_what_is_watched_raises_nothing(house: House) -> None:
    planned_forums(house)
    shared_by(house, north=3, south=3)
    officer = an_officer(house)
    officer.says("เรื่องร่วม").says("1").says("1 แจกภาค").hears("centre.not_concluded")
    button = officer.says("1 ไม่เข้า").hears("centre.why").button("เวทีช่วยไม่ได้")
    with house.db() as db:
        assert nationwide.all_of(db) == []
    officer.taps_old(button).hears("centre.dropped", number="รวม-0001")
    officer.says("เรื่องร่วม").reads("ไม่เข้า เพราะเวทีช่วยเรื่องนี้ไม่ได้")


def test_a_national_forum_that_is_called_off_leaves_it_for_the_next(house: House) -> None:
    a_shared_trouble(house)
    officer = an_officer(house)
    officer.says("เรื่องร่วม").says("1 วาระกลาง").hears("centre.accepted")
    with house.db() as db:
        called_off = escalation.next_forum(db)
        assert called_off is not None
        called_off.state = "cancelled"
    house.time.goes(days=20)
    house.ring()
    officer.says("เรื่องร่วม").says("1").reads("เข้าวาระแล้ว เวทีส่วนกลาง ศุกร์ 25 ก.ย. 2569")


def test_unknown_numbers_and_old_buttons_are_answered_kindly(house: House) -> None:
    officer = an_officer(house)
    officer.says("เรื่องร่วม").hears("centre.none")
    officer.says("7 วาระกลาง").hears("centre.no_such")
    for data in ("see/77", "accept/-5", "drop/x", "hand_out/99999999999999999999", "ask/-"):
        officer.taps_old({"type": "postback", "data": f"centre/{data}"}).hears("centre.gone")
    for data in ("", "list", "list/x", "list/9999999", "dance/1"):
        assert officer.taps_old({"type": "postback", "data": f"centre/{data}"}).heard
    for data in ("opinion_of", "opinion_of/7/north", "regional_of/7/send", "regional_of/x", "regional_of"):
        officer.taps_old({"type": "postback", "data": data}).hears("work.not_yours")


def test_what_was_watched_and_is_gone_is_not_found(house: House) -> None:
    _, number = reported(house, "north", 1)
    reported(house, "south", 1)
    officer = an_officer(house).says("เรื่องร่วม").reads("(เฝ้าดู)")
    with house.db() as db:
        issue = issues.by_number(db, number)
        assert issue is not None
        issues.change(db, issue, "done")
    officer.says("1").hears("centre.gone")


@pytest.mark.parametrize("role", ["coordinator", "province", "partner", "academic"])
def test_who_does_not_serve_the_centre_is_refused_kindly(house: House, role: str) -> None:
    a_shared_trouble(house)
    scope = {"coordinator": "northeast", "province": "40"}.get(role, roles.NATIONAL)
    talk = on_duty(house, 0x92, "คำ", role, scope)
    for said in ("เรื่องร่วม", "สถานการณ์", "1 วาระกลาง", "3 ถามภาค", "1 แจกภาค"):
        talk.says(said).hears("work.not_yours")
    with house.db() as db:
        issue_id = nationwide.all_of(db)[0].id
    for verb in ("see", "accept", "drop", "ask", "hand_out"):
        talk.taps_old({"type": "postback", "data": f"centre/{verb}/{issue_id}"}).hears("work.not_yours")
    talk.says("งานของฉัน")
    assert "เรื่องร่วม" not in talk.labels
    talk.says("รวม-0001").hears("mine.unknown")


def test_numbers_of_another_list_keep_their_meaning(house: House) -> None:
    a_shared_trouble(house)
    officer = an_officer(house)
    officer.says("เรื่องร่วม").says("1").hears("centre.card")
    officer.says("เรื่องในพื้นที่").hears("area.list")
    assert "รวม-" not in read_by(officer).split("area.list")[-1]
    officer.says("1").hears("area.one")
    officer.says("เรื่องร่วม").says("ดู 1").hears("centre.card")


# What the centre reads


def test_no_name_no_phone_and_no_place_reaches_the_officer(house: House) -> None:
    planned_forums(house)
    for nth, region in enumerate(HOMES):
        told = (
            "ค่าไฟสูบน้ำแพงมาก โทร 081-234-5678 ด่วน",
            "ยายบุญมากับลุงแก้ว เป็นหนี้ค่าไฟสูบน้ำ",
            "ค่าไฟสูบน้ำแพง บ้านเลขที่ 45/2 หมู่ 5 ต.วังชัย",
            "นางจันทร์เพ็ญ ใจดี หนี้ค่าไฟสูบน้ำ 1-2345-67890-12-3",
            "ค่าไฟสูบน้ำแพง พิกัด 16.43210,102.82360",
        )
        for more, words in enumerate(told):
            reported(house, region, 10 * nth + more, words)
        reported(house, region, 10 * nth + 9)
    raised(house)
    resolved(house, "north", "นายทองใบ สกุลดี ไปคุยกับการไฟฟ้า")
    officer = an_officer(house)
    coordinator = a_coordinator_of(house, "south")
    officer.says("เรื่องร่วม").says("1").says("1 วาระกลาง").says("1 ถามภาค")
    coordinator.taps("ตอบ").says("ช่วย นางคำมี ใจดี เบอร์ 089 123 4567 ด้วย")
    concluded(house, CONCLUSION)
    officer.says("1 แจกภาค").says("1").says("รวม-0001").says("เรื่องร่วม")
    read = read_by(officer)
    assert "“" in read
    with house.db() as db:
        numbers = [
            report.number for person in db.query(people.Person) for report in reports.of_person(db, person.id)
        ]
        line_ids = [person.line_id for person in db.query(people.Person)]
    secrets = [
        *NAMES,
        "สกุล",
        "ยาย",
        "ลุง",
        "ใจดี",
        "คำมี",
        "081",
        "4567",
        "45/2",
        "หมู่",
        "วังชัย",
        "1-2345",
        "16.43",
        "102.82",
    ]
    assert not [secret for secret in (*secrets, *numbers, *line_ids, *HOMES.values()) if secret in read]


def test_what_comes_of_an_unrest_is_counted_and_not_quoted(house: House) -> None:
    shared_by(house, topic=("unrest", "violence"), north=6, south=6, northeast=6)
    raised(house)
    officer = an_officer(house).says("เรื่องร่วม")
    officer.says("1").hears("centre.card").reads("ภาคใต้ 6 คน")
    assert officer.heard[0]["values"]["quotes"] == []


# The regions are asked


def test_a_region_is_asked_for_its_opinion_and_answers_in_words(house: House) -> None:
    a_shared_trouble(house)
    north, south = a_coordinator_of(house, "north"), a_coordinator_of(house, "south")
    officer = an_officer(house)
    officer.says("เรื่องร่วม").says("1").taps("ขอภาค").hears("opinion.asked", "centre.asked")
    officer.reads("ถามแล้วค่ะ ภาคเหนือ, ภาคอีสาน, ภาคใต้", "ภาคอีสาน ยังไม่มีผู้ประสานงาน ส่งถึงส่วนกลางแทน")
    north.says("สวัสดี")
    assert "opinion.asked" in house.keys_to(north.person)
    button = {"type": "postback", "data": opinion_button(house, north)}
    north.taps_old(button).hears("opinion.what").says("😀").hears("opinion.again")
    north.says("น้ำท่วมด้วย ค่าไฟแพงด้วย อยากได้มิเตอร์แยก").hears("opinion.kept", region="north")
    north.taps("แก้").says("อยากได้มิเตอร์แยก").reads("“อยากได้มิเตอร์แยก”")
    officer.says("1").reads("ภาคเหนือ ว่า: “อยากได้มิเตอร์แยก”", "ถามแล้ว รอตอบ ภาคอีสาน, ภาคใต้")
    assert "น้ำท่วมด้วย" not in say("centre.card", "th", officer.heard[0]["values"])
    assert house.keys_to(south.person) == ["opinion.asked"]
    officer.says("1 ถามภาค").reads("เตือนอีกครั้งแล้วค่ะ ภาคอีสาน, ภาคใต้")
    assert house.keys_to(south.person) == ["opinion.asked"] * 2
    officer.says("1 ถามภาค").hears("centre.all_asked").reads("ภาคอีสาน, ภาคใต้")
    assert house.keys_to(north.person).count("opinion.asked") == 1


def opinion_button(house: House, talk: Talk) -> str:
    """The newest button by which she answers the centre."""
    said = [choice for to, message in house.said if to == talk.person for choice in message["choices"]]
    return str([choice["does"] for choice in said if choice["does"].startswith("opinion_of/")][-1])


def test_a_region_cannot_speak_for_another(house: House) -> None:
    a_shared_trouble(house)
    north, south = a_coordinator_of(house, "north"), a_coordinator_of(house, "south")
    an_officer(house).says("เรื่องร่วม").says("1 ถามภาค")
    south.taps_old({"type": "postback", "data": opinion_button(house, north)}).hears("work.not_yours")
    somebody(house, 0x93, "คำ").taps_old({"type": "postback", "data": opinion_button(house, north)}).hears(
        "work.not_yours"
    )


def test_an_opinion_that_comes_too_late_is_thanked_for(house: House) -> None:
    a_shared_trouble(house)
    north = a_coordinator_of(house, "north")
    officer = an_officer(house)
    officer.says("เรื่องร่วม").says("1 ถามภาค")
    north.taps("ตอบ")
    officer.says("1 ไม่เข้า").taps("เวทีช่วยไม่ได้")
    north.says("อยากได้มิเตอร์แยก").hears("opinion.over")
    north.taps_old({"type": "postback", "data": opinion_button(house, north)}).hears("opinion.over")


def test_when_every_region_was_heard_nobody_is_asked(house: House) -> None:
    a_shared_trouble(house)
    for region in ("northeast", "north", "south"):
        resolved(house, region, "ขอผ่อนค่าไฟเป็นงวด")
    officer = an_officer(house).says("เรื่องร่วม").says("1 ถามภาค").hears("centre.all_heard")
    officer.says("1")
    assert "ขอภาค" not in officer.labels


# And back


def handed_out(house: House) -> tuple[dict[str, list[Talk]], Talk, Talk]:
    """The villagers, the coordinator of the north, and the officer, once the answers are in the regions."""
    villagers = a_shared_trouble(house)
    north, officer = a_coordinator_of(house, "north"), an_officer(house)
    officer.says("เรื่องร่วม").says("1 วาระกลาง")
    concluded(house, CONCLUSION)
    officer.says("1 แจกภาค").hears("regional.check", "regional.check", "centre.handed_out")
    return villagers, north, officer


def test_the_conclusion_comes_back_to_everybody_who_reported(house: House) -> None:
    villagers, north, officer = handed_out(house)
    officer.reads("ภาคเหนือ รอตรวจ", "ผู้แจ้งเดิม 13 คนขึ้นไป", "ภาคอีสาน, ภาคใต้ ยังไม่มีผู้ประสานงาน")
    assert house.keys_to(north.person) == ["regional.check"]
    north.taps("ส่งให้ผู้แจ้ง").hears("regional.sent", reached="5").reads("ส่งให้ผู้แจ้งภาคเหนือแล้วค่ะ 5 คน")
    for talk in villagers["north"]:
        assert house.keys_to(talk.person) == ["regional.told"]
        [told] = [message for to, message in house.said if to == talk.person]
        assert told["values"]["answer_lines"] == CONCLUSION
        talk.says("ติดตามเรื่อง").taps(told["values"]["number"]).hears(
            "mine.one", number=told["values"]["number"]
        )
        talk.reads("ขึ้นเวทีส่วนกลางแล้ว", "เวทีส่วนกลางตอบ “เสนอลดค่าไฟสูบน้ำ")
    for talk in villagers["northeast"]:
        assert house.keys_to(talk.person) == []
    officer.says("เรื่องร่วม").says("1").reads("ภาคเหนือ ส่งแล้ว", "ภาคใต้ รอตรวจ")
    officer.says("1 แจกภาค").hears("centre.handed_before")
    assert house.keys_to(north.person).count("regional.check") == 1


def test_the_price_is_shown_before_and_the_words_can_be_changed(house: House) -> None:
    villagers, north, _ = handed_out(house)
    [check] = [message for to, message in house.said if to == north.person]
    read = say("regional.check", "th", check["values"])
    for words in ("ผู้แจ้งในภาค 5 คน 5 เรื่อง", "ถ้าส่ง ใช้ 5 ข้อความ", CONCLUSION):
        assert words in read
    north.taps("แก้").hears("regional.words").says("ก\nข\nค\nง").hears("regional.words_again")
    north.says("ส่วนกลางขอลดค่าไฟให้แล้ว\nรู้ผลใน 30 วัน").hears("regional.check").reads("รู้ผลใน 30 วัน")
    north.taps("ส่งให้ผู้แจ้ง").hears("regional.sent")
    [told] = [message for to, message in house.said if to == villagers["north"][0].person]
    assert told["values"]["answer_lines"] == "ส่วนกลางขอลดค่าไฟให้แล้ว\nรู้ผลใน 30 วัน"


def test_it_is_sent_once_and_the_second_is_told_by_whom(house: House) -> None:
    villagers, north, _ = handed_out(house)
    second = on_duty(house, 0x94, "ต้น", "coordinator", "north")
    button = north.button("ส่งให้ผู้แจ้ง")
    north.taps("แก้")
    second.taps_old(button).hears("regional.sent")
    north.says("คำใหม่ทั้งหมด").hears("regional.sent_before", name="ต้น")
    north.taps_old(button).hears("regional.sent_before").reads("โดย ต้น จันทร์ 3 ส.ค. 2569")
    assert [house.keys_to(talk.person) for talk in villagers["north"]] == [["regional.told"]] * 5


def test_an_answer_belongs_to_its_region(house: House) -> None:
    _, north, officer = handed_out(house)
    button = north.button("ส่งให้ผู้แจ้ง")
    south = a_coordinator_of(house, "south")
    province = on_duty(house, 0x95, "คำ", "province", "50")
    for talk in (south, province):
        talk.taps_old(button).hears("work.not_yours")
    officer.taps_old(button).hears("regional.sent")


def test_where_nobody_coordinates_the_next_one_up_checks_it(house: House) -> None:
    _, _, officer = handed_out(house)
    assert house.keys_to(officer.person).count("regional.check") == 2


def test_who_has_two_numbers_is_told_once_under_the_first(house: House) -> None:
    planned_forums(house)
    talk, first = reported(house, "north", 1)
    _, second = reported(house, "north", 1)
    shared_by(house, south=1, northeast=1)
    raised(house)
    north, officer = a_coordinator_of(house, "north"), an_officer(house)
    concluded(house, CONCLUSION)
    officer.says("เรื่องร่วม").says("1 แจกภาค")
    north.taps("ส่งให้ผู้แจ้ง").hears("regional.sent", reached="1")
    told = [message["values"]["number"] for to, message in house.said if to == talk.person]
    assert told == [first]
    talk.says(second).hears("mine.one").reads("เวทีส่วนกลางตอบ")


def test_who_blocked_us_or_took_it_back_is_not_told(house: House) -> None:
    villagers, north, _ = handed_out(house)
    gone, back = villagers["north"][:2]
    gone.blocks()
    with house.db() as db:
        [report] = reports.of_person(db, people.known_by(db, back.person).id)
        reports.withdraw(db, report)
    north.taps("ส่งให้ผู้แจ้ง").hears("regional.sent", reached="3")
    assert house.keys_to(back.person) == house.keys_to(gone.person) == []


def test_merged_troubles_are_told_too(house: House) -> None:
    villagers, north, _ = handed_out(house)
    newcomer, number = reported(house, "north", 77, "มิเตอร์สูบน้ำหมุนเร็ว", ("energy", "outage"))
    with house.db() as db:
        [mine] = reports.of_person(db, people.known_by(db, villagers["north"][0].person).id)
        issue = issues.by_number(db, number)
        assert issue is not None
        issues.merge(db, mine.issue, issue)
    north.taps("ส่งให้ผู้แจ้ง").hears("regional.sent", reached="6")
    newcomer.says(number).reads("เวทีส่วนกลางตอบ")


def test_nothing_is_handed_out_before_something_is_concluded(house: House) -> None:
    a_shared_trouble(house)
    officer = an_officer(house).says("เรื่องร่วม")
    officer.says("1 แจกภาค").hears("centre.not_concluded").reads("ค่าไฟ")
    officer.says("1")
    assert "แจกภาค" not in officer.labels


def test_a_story_says_nothing_of_the_centre_before_it_is_accepted(house: House) -> None:
    villagers = a_shared_trouble(house)
    talk, officer = villagers["north"][0], an_officer(house)
    talk.says("ติดตามเรื่อง").taps(talk.labels[0])
    assert "ส่วนกลาง" not in read_by(talk)
    officer.says("เรื่องร่วม").says("1 วาระกลาง")
    talk.says("ติดตามเรื่อง").taps(talk.labels[0]).reads("ขึ้นเวทีส่วนกลางแล้ว")


def at_once(*does: Callable[[], object]) -> None:
    threads = [Thread(target=one) for one in does]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_of_two_coordinators_who_press_at_once_one_sends(house: House) -> None:
    villagers, north, _ = handed_out(house)
    second = on_duty(house, 0x94, "ต้น", "coordinator", "north")
    told: list[int | None] = []

    def presses(line_id: str) -> None:
        with house.sessions.begin() as db:
            [answer] = [
                one for one in regional.answers(db, nationwide.all_of(db)[0]) if one.region == "north"
            ]
            told.append(regional.send(db, answer, people.known_by(db, line_id)))

    at_once(*(lambda one=one: presses(one) for one in (north.person, second.person) * 2))
    assert sorted(told, key=str) == [5, None, None, None]
    house.send()
    assert [house.keys_to(talk.person) for talk in villagers["north"]] == [["regional.told"]] * 5


def test_two_officers_at_once_hand_it_out_once(house: House) -> None:
    a_shared_trouble(house)
    officer = an_officer(house)
    concluded(house, CONCLUSION)
    made: list[int] = []

    def hands_out() -> None:
        with house.sessions.begin() as db:
            by = people.known_by(db, officer.person)
            made.append(len(regional.hand_out(db, nationwide.all_of(db)[0], by)))

    at_once(hands_out, hands_out, hands_out)
    assert sum(made) == 3


def test_erasing_takes_her_out_of_what_the_centre_sees(house: House) -> None:
    villagers = a_shared_trouble(house)
    talk = villagers["south"][0]
    talk.says("ลบข้อมูล").taps("ลบทั้งหมด")
    officer = an_officer(house).says("รวม-0001").hears("centre.card")
    [south] = [row for row in officer.heard[0]["values"]["by_region"] if row[0] == "south"]
    assert south == ["south", ["few", 5], 1]
    assert an_id("U", 1) not in read_by(officer)
