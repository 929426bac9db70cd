"""An issue is sent on to an organisation, which answers in its chat; nobody's name leaves the area."""

import json

import pytest

from bot.simulator import SOMCHAI, an_id
from bot.words import say
from models import issues, links, organisations, people, reports, roles
from models.forums.resolutions import Resolution
from models.issues import Issue
from tests.house import House
from tests.journeys.partnering import AGENCY, WANG_CHAI, WATERWORKS, a_partner, an_issue, an_organisation
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager
from tests.talk import Talk

REQUEST = "ขอให้ช่วยตรวจดูและแก้ไขเรื่องน้ำกินน้ำใช้"
VILLAGER = an_id("U", 0xB7)


def sent(house: House, words: str = "น้ำประปาไม่ไหล หมู่ 5") -> tuple[Talk, Talk]:
    """The leader sent the villager's issue to the agency's partner."""
    partner = a_partner(house, an_organisation(house))
    an_issue(house, words)
    leader = a_leader(house)
    leader.says("เรื่อง").says("1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน").hears("sending.sent")
    return leader, partner


def the_proposal(house: House, number: int = 1) -> Resolution:
    with house.db() as db:
        return db.get_one(Resolution, number)


def state(house: House, number: str = "ขก-0001") -> str:
    with house.db() as db:
        issue = issues.by_number(db, number)
        assert issue
        return issue.state


def told(house: House, line_id: str) -> list[str]:
    return [key for key in house.keys_to(line_id) if key.startswith(("partner.", "sending."))]


def all_said_to(house: House, talk: Talk) -> str:
    said = [message for to, message in house.said if to == talk.person]
    return "\n".join(say(m["key"], "th", m["values"]) + json.dumps(m, ensure_ascii=False) for m in said)


def test_a_number_and_a_name_send_an_issue_on(house: House) -> None:
    a_partner(house, an_organisation(house))
    an_issue(house)
    leader = a_leader(house)
    leader.says("เรื่อง").says("1 ส่ง อบต.").hears("sending.request", request=REQUEST).taps("ใช้ข้อความนี้")
    leader.hears("sending.sure", organisation=AGENCY).reads("วิชัย", REQUEST).taps("ยืนยัน")
    leader.hears("sending.sent", reached=1).reads("คนแจ้ง 1 คน")
    assert told(house, an_id("U", 0xB9)) == ["partner.card"]
    assert told(house, VILLAGER) == ["sending.reporters"]
    assert (state(house), the_proposal(house).state, the_proposal(house).forum_id) == (
        "forwarded",
        "sent",
        None,
    )
    a_villager(house, 0xB7, name="จันทร์เพ็ญ").says("ขก1").reads(f"ส่งหน่วยงานแล้ว {AGENCY}")


@pytest.mark.parametrize(
    "said", ["1 ส่ง อบต.", "๑ส่งอบต น้ำพอง", "1 ส่งให้ องค์การบริหารส่วนตำบลน้ำพอง", "ขก1 ส่งต่อ อบต"]
)
def test_it_is_understood_however_it_is_typed(house: House, said: str) -> None:
    an_organisation(house)
    an_organisation(house, WATERWORKS)
    an_issue(house)
    a_leader(house).says("เรื่อง").says(said).hears("sending.request")


def test_without_a_name_it_is_asked_to_whom(house: House) -> None:
    an_organisation(house)
    an_issue(house)
    leader = a_leader(house)
    for said in ("1 ส่ง", "ส่ง 1", "ขก-0001 ส่ง"):
        leader.says("เรื่อง").says(said).hears("sending.to_whom").sees(AGENCY)
    leader.says("อบต. น้ำพอง").hears("sending.request")


def test_the_card_of_an_issue_has_a_button_for_it(house: House) -> None:
    an_organisation(house)
    an_issue(house)
    leader = a_leader(house)
    leader.says("เรื่อง").says("1").taps("ส่งหน่วยงาน").hears("sending.to_whom", number="ขก-0001").sees(AGENCY)
    leader.says("กปภ").hears("sending.no_such").taps("เพิ่มหน่วยงาน").hears("organisations.sector")
    leader.taps("ภาครัฐและท้องถิ่น").hears("organisations.where").taps("อ.น้ำพอง").hears("organisations.added")
    leader.taps("ส่งเรื่องไปที่นี่").hears("sending.request").says("ขอให้มาดูปั๊มที่โรงสูบ").hears("sending.sure_by_letter")
    leader.taps("แก้ข้อความ").says("ขอให้ซ่อมปั๊ม").taps("เปลี่ยนหน่วยงาน").taps(AGENCY).reads(AGENCY, "ขอให้ซ่อมปั๊ม")


def test_what_the_staff_summed_up_is_what_is_asked(house: House) -> None:
    an_organisation(house)
    an_issue(house)
    with house.db() as db:
        db.get_one(Issue, 1).summary = "เครื่องสูบเสียตั้งแต่ 1 ส.ค."
    leader = a_leader(house)
    leader.says("เรื่อง").says("1 ส่ง อบต.").hears("sending.request", request="เครื่องสูบเสียตั้งแต่ 1 ส.ค.")


def test_several_of_a_name_are_asked_about(house: House) -> None:
    an_organisation(house, "การประปา น้ำพอง"), an_organisation(house, "การประปาเขต 6", "40")
    an_issue(house)
    leader = a_leader(house)
    leader.says("เรื่อง").says("1 ส่ง การประปา").hears("sending.which").sees("การประปา น้ำพอง", "การประปาเขต 6")
    leader.taps("การประปาเขต 6").hears("sending.request")


def test_where_none_is_known_one_is_added(house: House) -> None:
    an_issue(house)
    leader = a_leader(house)
    leader.says("เรื่อง").says("1 ส่ง").hears("sending.nobody").says("อบต").hears(
        "sending.no_such", wanted="อบต"
    )
    assert "อบต." not in leader.labels


def test_an_organisation_of_another_region_is_not_found(house: House) -> None:
    an_organisation(house, "อบต.ควนลัง", "901101")
    an_issue(house)
    leader = a_leader(house)
    leader.says("เรื่อง").says("1 ส่ง อบต.ควนลัง").hears("sending.no_such")
    foreign = {
        "type": "postback",
        "data": f"sending/{_draft(house)}/organisation/1",
        "displayText": "อบต.ควนลัง",
    }
    leader.taps_old(foreign).hears("sending.no_such")
    assert state(house) == "received"


def _draft(house: House) -> int:
    from models.post import drafts

    with house.db() as db:
        draft = drafts.open_for(db, people.known_by(db, SOMCHAI).id)
        assert draft
        return draft.id


def test_an_unknown_number_is_said_to_be_unknown(house: House) -> None:
    an_organisation(house)
    leader = a_leader(house)
    leader.says("7 ส่ง อบต.").hears("area.no_number").says("ขก-0099 ส่ง อบต.").hears("sending.unknown")


def test_an_issue_of_another_area_is_unknown(house: House) -> None:
    an_organisation(house, scope=WANG_CHAI)
    an_issue(house, home=WANG_CHAI)
    leader = a_leader(house)
    leader.says("ขก-0001 ส่ง อบต.").hears("sending.unknown")
    leader.taps_old({"type": "postback", "data": "send/1", "displayText": "ส่งหน่วยงาน"}).hears(
        "sending.unknown"
    )


def test_a_villager_can_send_nothing(house: House) -> None:
    an_organisation(house)
    an_issue(house)
    villager = a_villager(house, 0xB8)
    villager.says("1 ส่ง อบต.")
    assert not [message for message in villager.heard if message["key"].startswith("sending.")]
    for data in ("send/1", "posted/1"):
        villager.taps_old({"type": "postback", "data": data, "displayText": "ส่ง"}).hears("work.not_yours")


def test_it_is_sent_once_to_one_organisation(house: House) -> None:
    leader, _ = sent(house)
    leader.says("เรื่อง").says("1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน").hears("sending.already").reads(
        "รอคำตอบ"
    )
    assert told(house, an_id("U", 0xB9)) == ["partner.card"]
    assert told(house, VILLAGER) == ["sending.reporters"]


def test_two_taps_on_the_same_button_send_once(house: House) -> None:
    a_partner(house, an_organisation(house))
    an_issue(house)
    leader = a_leader(house)
    leader.says("เรื่อง").says("1 ส่ง อบต.").taps("ใช้ข้อความนี้")
    yes = leader.button("ยืนยัน")
    leader.taps_old(yes).taps_old(yes).hears("talk.old_button")
    assert told(house, an_id("U", 0xB9)) == ["partner.card"]


def test_reporters_hear_of_two_organisations_before_a_forum_and_no_more(house: House) -> None:
    for name in (AGENCY, "การประปา น้ำพอง", "กลุ่มน้ำบ้านโนน"):
        a_partner(house, an_organisation(house, name))
    an_issue(house)
    leader = a_leader(house)
    for name in ("อบต", "การประปา", "กลุ่มน้ำ"):
        leader.says(f"ขก1 ส่ง {name}").taps("ใช้ข้อความนี้").taps("ยืนยัน").hears("sending.sent")
    assert told(house, VILLAGER) == ["sending.reporters"] * 2
    assert "คนแจ้ง" not in say("sending.sent", "th", leader.heard[0]["values"])


def test_where_nobody_is_in_line_it_goes_by_letter(house: House) -> None:
    an_organisation(house)
    an_issue(house)
    leader = a_leader(house)
    leader.says("เรื่อง").says("1 ส่ง อบต.").taps("ใช้ข้อความนี้").hears("sending.sure_by_letter").reads(
        "ส่งเป็นหนังสือ"
    )
    leader.taps("ยืนยัน").hears("sending.by_letter")
    assert (state(house), the_proposal(house).state, told(house, VILLAGER)) == ("received", "draft", [])
    leader.says("เรื่อง").says("1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน").hears("sending.by_letter")
    posted = leader.button("ส่งแล้ว")
    leader.taps_old(posted).hears("sending.by_post").taps_old(posted).hears("sending.already")
    assert (state(house), told(house, VILLAGER)) == ("forwarded", ["sending.reporters"])


def test_what_is_withdrawn_is_sent_nowhere(house: House) -> None:
    an_organisation(house)
    an_issue(house)
    leader = a_leader(house)
    leader.says("เรื่อง").says("1 ส่ง อบต.").taps("ใช้ข้อความนี้")
    yes = leader.button("ยืนยัน")
    with house.db() as db:
        report = reports.by_number(db, "ขก-0001")
        assert report
        reports.withdraw(db, report)
    leader.taps_old(yes).hears("sending.closed").reads("ไม่เข้าเวที")
    leader.says("ขก1 ส่ง อบต.").hears("sending.closed")


def test_of_merged_issues_the_one_that_goes_on_is_sent_and_everybody_hears_under_her_own_number(
    house: House,
) -> None:
    a_partner(house, an_organisation(house))
    an_issue(house)
    an_issue(house, "น้ำประปาไม่มาสองวัน", 0xB8)
    with house.db() as db:
        issues.merge(db, db.get_one(Issue, 1), db.get_one(Issue, 2))
    leader = a_leader(house)
    leader.says("ขก2 ส่ง อบต.").taps("ใช้ข้อความนี้").reads("ขก-0001").taps("ยืนยัน").hears(
        "sending.sent", reached=2
    )
    heard = [m["values"]["number"] for to, m in house.said if m["key"] == "sending.reporters"]
    assert heard == ["ขก-0001", "ขก-0002"]
    card = next(m for _, m in house.said if m["key"] == "partner.card")
    assert card["values"]["people"] == 2


def test_no_name_and_no_word_of_a_villager_reaches_the_organisation(house: House) -> None:
    partner = a_partner(house, an_organisation(house))
    with house.db() as db:
        people.known_by(db, VILLAGER).phone = "0812345678"
    an_issue(house, "น้ำประปาไม่ไหล บ้านป้าศรีสมร หมู่ 5")
    leader = a_leader(house)
    leader.says("ขก1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน")
    partner.says("งานที่ได้รับ").taps("1").taps("รับไปดำเนินการ").taps("ข้าม").taps("กำลังทำ").says("งานที่ได้รับ")
    said = all_said_to(house, partner)
    assert "หมู่ 5" in said
    assert not [secret for secret in ("จันทร์เพ็ญ", "ศรีสมร", "0812345678", VILLAGER) if secret in said]


@pytest.mark.parametrize(("words", "village"), [("น้ำประปาไม่ไหล", True), ("มีคนขายยาบ้าในหมู่บ้าน", False)])
def test_of_crime_not_even_the_village_is_told(house: House, words: str, village: bool) -> None:
    _, partner = sent(house, f"{words} หมู่ 5")
    assert ("หมู่ 5" in all_said_to(house, partner)) is village


def _link(house: House) -> str | None:
    card = [m for _, m in house.said if m["key"] == "partner.card"][-1]
    return next((choice["does"] for choice in card["choices"] if choice["kind"] == "page"), None)


def with_a_photo(house: House, words: str, agreed: bool) -> None:
    talk = a_villager(house, 0xB7)
    with house.db() as db:
        people.known_by(db, talk.person).photos = agreed
    talk.says(f"แจ้งเรื่อง {words} ครับ").taps("ส่งเรื่องนี้").taps("ข้าม")
    talk.sends_photos(2).sends_voice()


def test_photos_are_shown_to_the_organisation_as_long_as_who_sent_them_agrees(house: House) -> None:
    partner = a_partner(house, an_organisation(house))
    with_a_photo(house, "น้ำประปาไม่ไหล", agreed=True)
    a_leader(house).says("ขก1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน")
    way = _link(house)
    assert way
    with house.db() as db:
        link = links.good(db, way.removeprefix("m/"))
        assert link
        assert [kind for kind, _ in links.opens(link)] == ["photo", "photo"]
        people.known_by(db, VILLAGER).photos = False
    assert house.web.get(f"/{way}").status_code == 404
    with house.db() as db:
        people.known_by(db, VILLAGER).photos = True
        left = people.known_by(db, partner.person)
        db.query(organisations.Membership).filter_by(person_id=left.id).delete()
    assert house.web.get(f"/{way}").status_code == 404


@pytest.mark.parametrize(("words", "agreed"), [("น้ำประปาไม่ไหล", False), ("มีการชุมนุมปิดถนนหน้าศาลากลาง", True)])
def test_photos_stay_without_consent_and_always_of_unrest(house: House, words: str, agreed: bool) -> None:
    a_partner(house, an_organisation(house))
    with_a_photo(house, words, agreed)
    a_leader(house).says("ขก1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน").hears("sending.sent")
    assert _link(house) is None


def test_the_organisation_takes_it_on_and_the_sender_hears_each_step_once(house: House) -> None:
    leader, partner = sent(house)
    partner.taps("รับไปดำเนินการ").hears("partner.taken", "partner.by_when").says("15 ก.ย.").hears(
        "partner.noted_due"
    )
    partner.reads("อังคาร 15 ก.ย. 2569")
    assert (state(house), str(the_proposal(house).due)) == ("accepted", "2026-09-15")
    partner.taps("กำลังทำ").hears("partner.noted_working").taps("ติดขัด").says("รออะไหล่เครื่องสูบ").hears(
        "partner.noted_stuck"
    )
    assert state(house) == "stuck"
    partner.taps("กำลังทำ").taps("เสร็จแล้ว").hears("partner.photo").sends_photos(1).hears("partner.noted_done")
    assert (state(house), the_proposal(house).state) == ("working", "told_done")
    with house.db() as db:
        assert db.get_one(Resolution, 1).history[-1].message_id
    assert told(house, leader.person)[-6:] == [
        *("partner.told_accepted", "partner.told_due", "partner.told_working"),
        *("partner.told_stuck", "partner.told_working", "partner.told_done"),
    ]
    assert told(house, VILLAGER) == ["sending.reporters"]


def test_a_day_may_be_left_out_and_must_lie_ahead(house: House) -> None:
    _, partner = sent(house)
    partner.taps("รับไปดำเนินการ").says("เดี๋ยวดูก่อน").hears("partner.by_when_again").says("1 ก.ค. 2569").hears(
        "partner.past"
    )
    partner.says("ข้าม").hears("partner.noted_accepted").taps("กำหนดวัน").says("20 ส.ค.").hears(
        "partner.noted_due"
    )
    partner.taps("กำหนดวัน").says("25 ส.ค.").hears("partner.noted_due").reads("25 ส.ค.")
    assert told(house, SOMCHAI).count("partner.told_due") == 2


def test_two_taps_take_it_on_once(house: House) -> None:
    _, partner = sent(house)
    take = partner.button("รับไปดำเนินการ")
    partner.taps_old(take).taps_old(take).hears("partner.already").reads("รับไว้แล้ว")
    assert told(house, SOMCHAI).count("partner.told_accepted") == 1


def test_it_is_done_without_a_photo_too(house: House) -> None:
    _, partner = sent(house)
    partner.taps("รับไปดำเนินการ").taps("ข้าม").taps("เสร็จแล้ว").says("ไม่มีรูปนะ").hears("partner.photo")
    partner.taps("ข้าม").hears("partner.noted_done")
    done = {"type": "postback", "data": "partner/1/told_done", "displayText": "เสร็จแล้ว"}
    partner.taps_old(done).hears("partner.already")


def test_what_it_received_is_listed_by_numbers(house: House) -> None:
    leader, partner = sent(house)
    an_issue(house, "ถนนพังเป็นหลุม", 0xB8)
    house.time.goes(minutes=5)
    leader.says("ขก2 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน")
    partner.says("งานที่ได้รับ").hears("partner.list").reads("1) ขก-0002", "2) ขก-0001", "รอคำตอบ")
    partner.says("2").hears("partner.card", number="ขก-0001").says("งานของฉัน").taps("งานที่ได้รับ").taps("1")
    partner.hears("partner.card", number="ขก-0002").sees("รับไปดำเนินการ", "ส่งต่อ", "ขอข้อมูลเพิ่ม")


def test_it_hands_an_issue_back_and_the_sender_decides(house: House) -> None:
    water = a_partner(house, an_organisation(house, WATERWORKS, "4007"), 0xBA, "ปรีชา")
    leader, partner = sent(house)
    partner.taps("ส่งต่อ").hears("partner.to_whom").says("กปภ").hears("partner.handed_back")
    assert told(house, water.person) == []
    assert told(house, leader.person)[-1] == "partner.told_pass"
    partner.says("งานที่ได้รับ").hears("partner.none")
    leader.taps("ส่งไปที่นั่น").hears("sending.sure", organisation=WATERWORKS).reads(REQUEST).taps("ยืนยัน").hears(
        "sending.sent"
    )
    assert told(house, water.person) == ["partner.card"]
    assert [the_proposal(house, number).state for number in (1, 2)] == ["withdrawn", "sent"]
    partner.taps_old({"type": "postback", "data": "partner/1/accept", "displayText": "รับ"}).hears(
        "partner.gone"
    )


def test_it_may_hand_it_back_for_one_nobody_knows(house: House) -> None:
    leader, partner = sent(house)
    partner.taps("ส่งต่อ").says("ชลประทาน").hears("partner.handed_back", other="ชลประทาน")
    leader.taps("เลือกที่อื่น").hears("sending.to_whom").says("ชลประทาน").hears("sending.no_such").taps(
        "เพิ่มหน่วยงาน"
    )
    leader.taps("ภาครัฐและท้องถิ่น").taps("จ.ขอนแก่น").taps("ส่งเรื่องไปที่นี่").hears("sending.sure_by_letter")
    leader.taps("ยืนยัน").hears("sending.by_letter")
    assert [the_proposal(house, number).state for number in (1, 2)] == ["withdrawn", "draft"]


def test_it_asks_back_and_whoever_is_on_duty_answers(house: House) -> None:
    naen = a_coordinator(house)
    a_partner(house, an_organisation(house))
    an_issue(house)
    naen.says("เรื่อง").says("1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน").hears("sending.sent")
    leader, partner = a_leader(house), Talk(house, an_id("U", 0xB9))
    partner.taps("ขอข้อมูลเพิ่ม").hears("partner.what").says("บ่อของหมู่บ้านหรือของประปา").hears("partner.asked_back")
    assert state(house) == "needs_info"
    assert [told(house, one.person)[-1] for one in (leader, naen)] == ["partner.wants"] * 2
    leader.taps("ตอบ").hears("partner.tell").says("ของหมู่บ้านค่ะ").hears("partner.told_more")
    partner.sees("รับไปดำเนินการ")
    assert told(house, partner.person)[-1] == "partner.more"
    assert state(house) == "forwarded"
    with house.db() as db:
        said = [step.detail for step in db.get_one(Resolution, 1).history]
    assert said[-2:] == ["บ่อของหมู่บ้านหรือของประปา", "ของหมู่บ้านค่ะ"]


def test_only_who_answers_for_the_place_can_tell_more(house: House) -> None:
    _, partner = sent(house)
    partner.taps("ขอข้อมูลเพิ่ม").says("บ่อไหน")
    tell = {"type": "postback", "data": "partner_wants/1", "displayText": "ตอบ"}
    a_villager(house, 0xB8).taps_old(tell).hears("sending.unknown")
    with house.db() as db:
        roles.grant(db, an_id("U", 0xB8), "leader", WANG_CHAI)
    Talk(house, an_id("U", 0xB8)).taps_old(tell).hears("sending.unknown")


def test_the_partner_of_another_organisation_can_do_nothing_with_it(house: House) -> None:
    other = a_partner(house, an_organisation(house, WATERWORKS), 0xBA, "ปรีชา")
    sent(house)
    for deed in ("see", "accept", "pass", "more", "working", "told_done", "stuck", "by_when"):
        tap = {"type": "postback", "data": f"partner/1/{deed}", "displayText": deed}
        other.taps_old(tap).hears("partner.not_yours")
        a_villager(house, 0xB8).taps_old(tap).hears("work.not_yours")
    assert (state(house), the_proposal(house).state) == ("forwarded", "sent")


def test_who_left_the_organisation_in_the_middle_of_a_talk_ends_nothing(house: House) -> None:
    _, partner = sent(house)
    partner.taps("รับไปดำเนินการ").taps("ข้าม").taps("ติดขัด")
    with house.db() as db:
        left = people.known_by(db, partner.person)
        db.query(organisations.Membership).filter_by(person_id=left.id).delete()
    partner.says("รองบประมาณ").hears("partner.not_yours")
    assert the_proposal(house).state == "received"


def test_what_all_reporters_took_back_is_not_taken_on(house: House) -> None:
    _, partner = sent(house)
    with house.db() as db:
        report = reports.by_number(db, "ขก-0001")
        assert report
        reports.withdraw(db, report)
    partner.taps("รับไปดำเนินการ").hears("partner.closed")
    partner.taps_old({"type": "postback", "data": "partner/99/accept", "displayText": "รับ"}).hears(
        "partner.not_yours"
    )
    partner.taps_old({"type": "postback", "data": "partner/1/dance", "displayText": "รับ"}).hears(
        "talk.old_button"
    )


def test_where_the_sender_is_gone_whoever_is_on_duty_hears_the_answer(house: House) -> None:
    naen = a_coordinator(house)
    leader, partner = sent(house)
    with house.db() as db:
        roles.revoke(db, people.known_by(db, leader.person), "leader", NAM_PHONG)
    partner.taps("รับไปดำเนินการ")
    assert "partner.told_accepted" in told(house, naen.person)
    assert "partner.told_accepted" not in told(house, leader.person)


def test_words_of_danger_in_a_request_are_no_cry(house: House) -> None:
    an_organisation(house)
    an_issue(house)
    leader = a_leader(house)
    leader.says("เรื่อง").says("1 ส่ง อบต.").says("ช่วยด้วย น้ำถึงคอแล้วเมื่อคืน ขอเรือ").hears("sending.sure_by_letter")
    leader.says("ยกเลิก").hears("talk.stopped")


def test_a_partner_who_is_forgotten_leaves_what_was_sent_standing(house: House) -> None:
    leader, partner = sent(house)
    partner.taps("รับไปดำเนินการ").taps("ข้าม")
    partner.says("ลบข้อมูล").taps("ลบทั้งหมด").hears("erase.done")
    with house.db() as db:
        left = db.get_one(Resolution, 1)
        assert (left.state, left.taker_id, left.organisation.name if left.organisation else "") == (
            "received",
            None,
            AGENCY,
        )
        assert not organisations.members(db, left.organisation_id or 0)
        assert not roles.of(db, people.known_by(db, partner.person))
    leader.says("ขก1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน").hears("sending.already")


def test_where_it_answers_by_letter_staff_press_for_it(house: House) -> None:
    an_organisation(house)
    an_issue(house)
    leader, naen = a_leader(house), a_coordinator(house)
    leader.says("ขก1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน").taps("ส่งแล้ว").taps("หน่วยงานตอบแล้ว").hears(
        "partner.card"
    )
    naen.taps_old(leader.button("รับไปดำเนินการ")).hears("partner.taken", "partner.by_when").says(
        "20 ส.ค."
    ).hears("partner.noted_due")
    assert (state(house), the_proposal(house).taker_id, str(the_proposal(house).due)) == (
        "accepted",
        None,
        "2026-08-20",
    )
    assert told(house, leader.person)[-1] in ("partner.told_accepted", "partner.told_due")
    assert "partner.told_accepted" not in told(house, naen.person)
    a_partner(house, an_organisation(house))
    leader.taps_old({"type": "postback", "data": "partner/1/working", "displayText": "ทำ"}).hears(
        "partner.not_yours"
    )
