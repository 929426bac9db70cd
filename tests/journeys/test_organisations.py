"""Organisations are known by name, sector and area; whoever answers there adds them; codes make partners of people."""

import pytest

from bot.simulator import SOMCHAI, an_id
from models import codes, organisations, people, roles
from models.organisations import SECTORS, Organisation
from tests.house import House
from tests.journeys.partnering import AGENCY, WANG_CHAI, WATERWORKS, a_partner, an_issue, an_organisation
from tests.journeys.staff_walks import newest_code
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager, planned_forums


def all_of_them(house: House) -> list[tuple[str, str, str]]:
    with house.db() as db:
        return [(one.name, one.sector, one.scope) for one in db.query(Organisation).order_by(Organisation.id)]


def test_one_is_added_by_name_sector_and_area(house: House) -> None:
    leader = a_leader(house)
    leader.says("งานของฉัน").taps("หน่วยงาน").hears("organisations.none").taps("เพิ่มหน่วยงาน").hears(
        "organisations.name"
    )
    leader.says("  อบต. น้ำพอง ").sees("องค์กรชุมชน", "ประชาสังคม", "ภาครัฐและท้องถิ่น", "เอกชน", "สื่อ", "วิชาการ")
    leader.says("ราชการ").hears("organisations.sector").taps("ภาครัฐ").hears("organisations.where").taps(
        "ต.น้ำพอง"
    )
    leader.hears("organisations.added").reads("อบต. น้ำพอง", "ภาครัฐและท้องถิ่น", "ต.น้ำพอง")
    assert all_of_them(house) == [("อบต. น้ำพอง", "agency", NAM_PHONG)]
    leader.says("หน่วยงาน").hears("organisations.shown", known=1).reads("1) อบต. น้ำพอง ภาครัฐและท้องถิ่น ต.น้ำพอง")


def test_a_coordinator_picks_the_area_from_her_region_down(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("หน่วยงาน").taps("เพิ่มหน่วยงาน").says("เครือข่ายลุ่มน้ำพอง").taps("ประชาสังคม")
    naen.taps("ถัดไป").taps("จ.อุบลราชธานี").sees("ทั้งพื้นที่นี้").taps("ทั้งพื้นที่นี้").hears("organisations.added")
    naen.taps("หน่วยงานทั้งหมด").taps("เพิ่มหน่วยงาน").says("ม.ขอนแก่น").taps("วิชาการ").says("ขอนแก่น").hears(
        "organisations.added"
    )
    assert [scope for _, _, scope in all_of_them(house)] == ["34", "40"]


def test_an_area_that_is_not_hers_is_refused(house: House) -> None:
    leader = a_leader(house)
    leader.says("หน่วยงาน").taps("เพิ่มหน่วยงาน").says("อบต.ควนลัง").taps("ภาครัฐ").says("หาดใหญ่ สงขลา")
    leader.hears("organisations.not_there").says("ภาคใต้").hears("organisations.not_there").says(
        "กกกกก"
    ).hears("scope.unknown")
    leader.says("อ.น้ำพอง ขอนแก่น").hears("organisations.added")


@pytest.mark.parametrize("again", ["อบต.น้ำพอง", "อบต. น้ำพอง"])
def test_one_that_stands_already_is_shown_instead_of_made_twice(house: House, again: str) -> None:
    an_organisation(house)
    leader = a_leader(house)
    leader.says("หน่วยงาน").taps("เพิ่มหน่วยงาน").says(again).taps("ภาครัฐ").taps("ต.น้ำพอง").hears(
        "organisations.known"
    )
    assert len(all_of_them(house)) == 1
    leader.says("หน่วยงาน").taps("เพิ่มหน่วยงาน").says(again).taps("ภาครัฐ").says("อ.น้ำพอง ขอนแก่น").hears(
        "organisations.added"
    )


def test_a_name_must_be_readable(house: House) -> None:
    a_leader(house).says("หน่วยงาน").taps("เพิ่มหน่วยงาน").says("😀").hears("organisations.name_again")


def test_a_name_that_tells_of_danger_is_no_cry_here(house: House) -> None:
    leader = a_leader(house)
    leader.says("หน่วยงาน").taps("เพิ่มหน่วยงาน").says("มูลนิธิช่วยด้วยใจ").taps("ประชาสังคม").hears(
        "organisations.where"
    )


def test_it_is_changed_and_one_thing_may_stay(house: House) -> None:
    an_organisation(house), an_organisation(house, WATERWORKS)
    leader = a_leader(house)
    leader.says("หน่วยงาน").says("2").hears("organisations.one").taps("แก้").taps("เหมือนเดิม").taps(
        "เอกชน"
    ).taps("เหมือนเดิม")
    leader.hears("organisations.changed", organisation=AGENCY)
    assert all_of_them(house)[0] == (AGENCY, "private", NAM_PHONG)
    leader.taps("แก้").says(WATERWORKS).taps("เหมือนเดิม").taps("เหมือนเดิม").hears("organisations.known")
    assert all_of_them(house)[0][0] == AGENCY


def test_it_is_taken_out_only_if_nothing_hangs_on_it(house: House) -> None:
    an_organisation(house), an_organisation(house, WATERWORKS)
    a_partner(house, an_organisation(house))
    leader = a_leader(house)
    leader.says("หน่วยงาน").taps("1").taps("เอาออก").hears("organisations.removed", organisation=WATERWORKS)
    leader.taps("หน่วยงานทั้งหมด").taps("2").reads("รับเรื่องในไลน์ 1 คน").taps("เอาออก").hears(
        "organisations.in_use"
    )
    assert [name for name, _, _ in all_of_them(house)] == [AGENCY]
    gone = {"type": "postback", "data": "organisations/remove/2", "displayText": "เอาออก"}
    leader.taps_old(gone).hears("organisations.gone")


def test_one_that_was_sent_something_stays(house: House) -> None:
    an_organisation(house)
    an_issue(house)
    leader = a_leader(house)
    leader.says("ขก1 ส่ง อบต.").taps("ใช้ข้อความนี้").taps("ยืนยัน").hears("sending.by_letter")
    leader.says("หน่วยงาน").taps("1").taps("เอาออก").hears("organisations.in_use")


def test_who_answers_elsewhere_sees_and_changes_nothing(house: House) -> None:
    an_organisation(house)
    leader = a_leader(house, WANG_CHAI)
    leader.says("หน่วยงาน").hears("organisations.none")
    for deed in ("see", "code", "change", "remove"):
        tap = {"type": "postback", "data": f"organisations/{deed}/1", "displayText": deed}
        leader.taps_old(tap).hears("organisations.gone")
        a_villager(house, 0xB8).taps_old(tap).hears("work.not_yours")
    assert len(all_of_them(house)) == 1


def test_one_that_holds_her_place_is_seen_and_not_changed(house: House) -> None:
    an_organisation(house, WATERWORKS, "40")
    leader = a_leader(house)
    leader.says("หน่วยงาน").taps("1").hears("organisations.one")
    assert "แก้" not in leader.labels


def test_many_are_shown_a_page_at_a_time(house: House) -> None:
    for number in range(8):
        an_organisation(house, f"กลุ่มที่ {number}")
    leader = a_leader(house)
    leader.says("หน่วยงาน").reads("6) กลุ่มที่ 5").taps("ถัดไป").reads("8) กลุ่มที่ 7").says("8").reads("กลุ่มที่ 7")


def test_a_code_from_its_card_makes_a_partner(house: House) -> None:
    an_organisation(house)
    naen = a_coordinator(house)
    naen.says("หน่วยงาน").taps("1").taps("ออกรหัสให้").hears("organisations.coded", organisation=AGENCY)
    newcomer = a_villager(house, 0xB8, name="วิชัย")
    code = newest_code(naen)
    newcomer.says(code).hears("joining.partner").reads(AGENCY).taps("งานที่ได้รับ").hears("partner.none")
    with house.db() as db:
        person = people.known_by(db, newcomer.person)
        assert [(role.role, role.scope) for role in roles.of(db, person)] == [("partner", NAM_PHONG)]
        assert [one.name for one in organisations.of(db, person)] == [AGENCY]
    a_villager(house, 0xB9).says(code).hears("joining.no_such")


def test_a_code_for_a_partner_asks_for_which_organisation(house: House) -> None:
    (
        an_organisation(house),
        an_organisation(house, WATERWORKS, "4007"),
        an_organisation(house, "ควนลัง", "901101"),
    )
    naen = a_coordinator(house)
    naen.says("ออกรหัส").taps("ภาคีพัฒนา").hears("giving.organisation")
    assert "ควนลัง" not in naen.labels
    naen.says("ควนลัง").hears("giving.organisation").says("กปภ").hears(
        "organisations.coded", organisation=WATERWORKS
    )
    naen.says("ออกรหัส").taps("ภาคีพัฒนา").taps(AGENCY).hears("organisations.coded", organisation=AGENCY)
    naen.says("ออกรหัส").taps("ภาคีพัฒนา").taps("ข้าม").hears("giving.code", scope=roles.NATIONAL)


def test_a_province_gives_codes_for_organisations_of_its_own(house: House) -> None:
    an_organisation(house, "เทศบาลอุบล", "3401")
    province = a_leader(house, "40", "province")
    province.says("ออกรหัส").taps("ภาคีพัฒนา").hears("giving.no_organisation")
    assert "ข้าม" not in province.labels
    an_organisation(house)
    province.says("ออกรหัส").taps("ภาคีพัฒนา").taps(AGENCY).hears("organisations.coded")


def test_a_leader_gives_no_codes(house: House) -> None:
    an_organisation(house)
    leader = a_leader(house)
    leader.says("หน่วยงาน").taps("1")
    assert "ออกรหัสให้" not in leader.labels
    leader.taps_old({"type": "postback", "data": "organisations/code/1", "displayText": "รหัส"}).hears(
        "work.not_yours"
    )


def test_a_code_dies_with_its_organisation(house: House) -> None:
    found = an_organisation(house)
    with house.db() as db:
        giver = people.known_by(db, SOMCHAI)
        figures = codes.make_for_partner(db, organisations.by_id(db, str(found.id)) or found, giver).code
        organisations.remove(db, organisations.by_id(db, str(found.id)) or found)
    a_villager(house, 0xB8).says(figures).hears("joining.no_such")


def test_a_partner_of_a_tambon_is_not_called_to_the_national_forum(house: House) -> None:
    a_partner(house, an_organisation(house))
    with house.db() as db:
        roles.grant(db, an_id("U", 0xBA), "partner", roles.NATIONAL)
        assert [person.line_id for person in roles.sent_to_national(db)] == [an_id("U", 0xBA)]


def test_the_sheet_at_the_door_offers_her_organisation(house: House) -> None:
    planned_forums(house)
    partner = a_partner(house, an_organisation(house))
    partner.says("เวทีครั้งหน้า").taps("ไป").hears("rsvp.going", "sheet.sector").sees(AGENCY).taps(AGENCY)
    partner.taps("วิชัย").hears("sheet.kept").reads("ภาครัฐและท้องถิ่น")


def test_a_guest_without_an_organisation_is_told_so(house: House) -> None:
    with house.db() as db:
        roles.grant(db, an_id("U", 0xB8), "partner", roles.NATIONAL)
    a_villager(house, 0xB8).says("งานที่ได้รับ").hears("partner.no_organisation")
    a_villager(house, 0xB9).says("งานที่ได้รับ").hears("work.not_yours")


def test_every_sector_can_be_chosen(house: House) -> None:
    leader = a_leader(house)
    for number, label in enumerate(("องค์กรชุมชน", "ประชาสังคม", "ภาครัฐและท้องถิ่น", "เอกชน", "สื่อ", "วิชาการ")):
        leader.says("หน่วยงาน").taps("เพิ่มหน่วยงาน").says(f"แห่งที่ {number}").taps(label).taps("ต.น้ำพอง")
    assert [sector for _, sector, _ in all_of_them(house)] == list(SECTORS)


def test_her_memberships_are_copied_and_leave_with_her(house: House) -> None:
    from models import consent, export

    partner = a_partner(house, an_organisation(house))
    with house.db() as db:
        person = people.known_by(db, partner.person)
        assert len(export.of(db, person)["memberships"]) == 1
        consent.erase(db, person)
        assert export.of(db, person)["memberships"] == []


def test_what_two_add_at_once_stands_once(house: House) -> None:
    with house.db() as db:
        maker = people.known_by(db, SOMCHAI)
        first, is_new = organisations.make(db, "อบต.น้ำพอง", "agency", NAM_PHONG, maker)
        second, is_new_too = organisations.make(db, "อบต. น้ำพอง", "civil", NAM_PHONG, maker)
    assert (is_new, is_new_too, first.id == second.id) == (True, False, True)
