"""`ร่างวาระ`: the coordinator accepts, leaves off and orders by numbers and by buttons; leaders propose."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from bot.simulator import NAEN, SOMCHAI, THONGSUK
from models import issues, listings, people, roles
from models.forums import agenda, drafting, invitations
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.forums.forum import Forum
from tests.house import House
from tests.journeys.asked import an_officer
from tests.makers import a_coordinator, a_leader, a_villager, planned_forums, the_forum
from tests.talk import Talk
from tests.troubles import FIRST, a_trouble, an_item, goes_to, issue_of

ELSEWHERE = "400702"


def three(house: House) -> list[str]:
    """Three troubles, the one of most people first."""
    planned_forums(house)
    return [
        a_trouble(house, topic, heads=heads) for topic, heads in (("water", 5), ("land", 3), ("health", 1))
    ]


def opened(house: House) -> Talk:
    return a_coordinator(house).says("ร่างวาระ").hears("agenda.list")


def accepted(house: House) -> list[str]:
    forum = the_forum(house)
    with house.db() as db:
        return [item.issue.number for item in agenda.agenda(db, db.merge(forum))]


def test_it_has_grown_by_itself_and_shows_what_presses_most_first(house: House) -> None:
    three(house)
    naen = a_coordinator(house)
    house.ring()
    assert an_item(house, "ขก-0001").state == "draft"
    naen.says("งานเวที").taps("ร่างวาระ").hears("agenda.list").reads(
        "ยังเป็นร่าง 3 เรื่อง", "1) ขก-0001 น้ำกินน้ำใช้ ต.น้ำพอง 5 คน", "2) ขก-0006 ที่ดินทำกิน", "3) ขก-0009 สุขภาพ"
    )


def test_numbers_put_items_onto_the_agenda_and_their_people_hear_of_it(house: House) -> None:
    first, second, third = three(house)
    naen = opened(house)
    naen.says("2 วาระ").hears("agenda.accepted").reads("เป็นเรื่องที่ 1", second).sees("เอาออก", "กลับไปร่างวาระ")
    told = [to for to, message in house.said if message["key"] == "issue.on_agenda"]
    assert len(told) == len(set(told)) == 3
    naen.says("วาระ ๓").hears("agenda.accepted").reads("เป็นเรื่องที่ 2", third)
    naen.says("ร่างวาระ").reads(f"1) {second}", f"2) {third}", f"3) {first}", "เข้าวาระแล้ว 2 เรื่อง")
    assert issue_of(house, second).state == "agenda"


def test_a_reason_is_a_button_and_what_is_left_off_can_come_back(house: House) -> None:
    first, _, third = three(house)
    naen = opened(house)
    naen.says("3 ไม่เข้า").hears("agenda.why", number=third)
    naen.sees("ส่งหน่วยงานแล้ว", "รอเวทีหน้า", "เวทีช่วยไม่ได้", "ต้องรู้เพิ่ม", "ยกเลิก").taps("เวทีช่วยไม่ได้")
    naen.hears("agenda.dropped").reads("เพราะเวทีช่วยเรื่องนี้ไม่ได้", third).sees("ใส่คืน")
    assert (an_item(house, third).reason, issue_of(house, third).state) == ("beyond", "dropped")
    assert any(message["key"] == "issue.not_on_agenda" for _, message in house.said)
    naen.taps("กลับไปร่างวาระ").taps("เรื่องที่ไม่เข้า").hears("agenda.left_out").reads(
        f"1) {third}", "เวทีช่วยเรื่องนี้ไม่ได้"
    )
    naen.says("1 ใส่คืน").hears("agenda.restored").reads(third).sees("เข้าวาระ")
    assert (an_item(house, third).state, issue_of(house, third).state) == ("draft", "received")
    naen.says("ร่างวาระ").reads(f"3) {third}").says("1 เข้าวาระค่ะ").reads(first)


def test_what_was_accepted_is_taken_off_with_a_reason_and_put_back(house: House) -> None:
    first, *_ = three(house)
    naen = (
        opened(house)
        .says("1 วาระ")
        .taps("เอาออก")
        .hears("agenda.why")
        .taps("รอเวทีหน้า")
        .hears("agenda.dropped")
    )
    assert issue_of(house, first).state == "received"
    naen.taps("ใส่คืน").hears("agenda.restored").taps("เข้าวาระ").hears("agenda.accepted")
    assert accepted(house) == [first]


def test_the_order_is_changed_by_words_and_by_buttons(house: House) -> None:
    first, second, third = three(house)
    naen = opened(house)
    for number in (1, 2, 3):
        naen.says(f"{number} วาระ")
    assert accepted(house) == [first, second, third]
    naen.says("ร่างวาระ").says("3 ขึ้น").hears("agenda.moved").reads(f"2) {third}", f"3) {second}")
    naen.says("1 ลง").reads(f"1) {third}", f"2) {first}").says("3 ไปที่ 1").reads(f"1) {second}", f"2) {third}")
    assert accepted(house) == [second, third, first]
    naen.says("1 ขึ้น").hears("agenda.moved").says("1 ไปที่ 99").reads(f"3) {second}")
    naen.taps("3").hears("agenda.accepted_one").sees("เลื่อนขึ้น", "เลื่อนลง", "เอาออก").taps("เลื่อนขึ้น")
    assert accepted(house) == [third, second, first]


def test_what_is_not_on_the_agenda_has_no_place_in_it(house: House) -> None:
    first, *_ = three(house)
    opened(house).says("1 ขึ้น").hears("agenda.not_on", number=first).says("1 ไปที่ 2").hears("agenda.not_on")


def test_a_number_or_ดู_opens_an_item_of_the_list_looked_at_last(house: House) -> None:
    first, second, _ = three(house)
    naen = (
        opened(house).says("ดู 2").hears("agenda.draft_one").reads(second).sees("เข้าวาระ", "ไม่เข้า", "ดูเรื่องเต็ม")
    )
    naen.says("1").hears("agenda.draft_one").reads(first).taps("ดูเรื่องเต็ม").hears("area.one", number=first)
    naen.says("เรื่องในพื้นที่").hears("area.list").says("1").hears("area.one").says("ดู 2").hears("area.one")
    naen.says("ร่างวาระ").says("3").hears("agenda.draft_one").taps("ไม่เข้า").taps("ยกเลิก").hears(
        "agenda.draft_one"
    )


def test_a_page_of_many(house: House) -> None:
    planned_forums(house)
    for _ in range(10):
        a_trouble(house)
    naen = opened(house).reads("8) ").taps("ถัดไป").hears("agenda.list").reads("9) ", "10) ")
    naen.says("10 วาระ").hears("agenda.accepted").reads("เป็นเรื่องที่ 1")


def test_from_the_list_of_the_area_it_goes_to_the_next_monthly_forum(house: House) -> None:
    number, *_ = three(house)
    naen = a_coordinator(house)
    naen.says("เรื่องในพื้นที่").hears("area.list").says("3 วาระ").hears("agenda.accepted").reads(number)
    assert accepted(house) == [number]
    naen.says("เรื่องในพื้นที่").says("3 วาระ").hears("agenda.known").says("1 ไม่เข้า").hears("agenda.why").taps(
        "ต้องรู้เพิ่ม"
    )
    naen.hears("agenda.dropped")
    assert issue_of(house, "ขก-0009").state == "needs_info"
    naen.says("1 ไม่เข้า").hears("agenda.known_out").reads("ยังต้องรู้เพิ่ม")


def test_from_the_digest_too(house: House) -> None:
    three(house)
    naen = (
        a_coordinator(house)
        .says("เช้า")
        .reads("1) ขก-0009")
        .says("1 วาระ")
        .hears("agenda.accepted")
        .reads("ขก-0009")
    )
    assert accepted(house) == ["ขก-0009"]
    naen.says("๒ วาระ").hears("agenda.accepted").reads("ขก-0006")


def test_which_forum_where_there_are_several(house: House) -> None:
    three(house)
    with house.db() as db:
        at = house.time.moment.replace(day=6, hour=13)
        forums.plan_one(db, "situation", "northeast", at, topic="land")
    naen = (
        a_coordinator(house).says("ร่างวาระ").hears("agenda.which").reads("ที่ดินทำกิน").taps("พฤ. 6 ส.ค. 13.00")
    )
    naen.hears("agenda.list").reads("1) ขก-0006")
    officer = an_officer(house).says("ร่างวาระ").hears("forum.which_region").taps("ภาคอีสาน")
    officer.hears("agenda.which").taps("พฤ. 20 ส.ค. 09.00").hears("agenda.list")


def test_without_a_forum_there_is_no_draft(house: House) -> None:
    a_trouble(house)
    naen = a_coordinator(house).says("ร่างวาระ").hears("agenda.none").sees("จัดเวที")
    naen.says("เรื่องในพื้นที่").says("1 วาระ").hears("agenda.no_forum")


def test_a_draft_without_anything_in_it(house: House) -> None:
    planned_forums(house)
    a_coordinator(house).says("ร่างวาระ").hears("agenda.empty")


# What cannot be done is said kindly


def test_a_number_that_is_not_there(house: House) -> None:
    three(house)
    naen = a_coordinator(house)
    naen.says("1 วาระ").hears("agenda.no_number").sees("ร่างวาระ", "เรื่องในพื้นที่").says("ร่างวาระ")
    naen.says("9 วาระ").hears("agenda.no_number").says("0 ไม่เข้า").hears("agenda.no_number")
    house.time.goes(days=1)
    naen.says("1 วาระ").hears("agenda.no_number")


def test_once_accepted_it_is_said_so_and_nobody_is_told_again(house: House) -> None:
    three(house)
    naen = opened(house).says("1 วาระ")
    told = len(house.said)
    naen.says("1 วาระ").hears("agenda.known").reads("เป็นเรื่องที่ 1")
    assert [message["key"] for _, message in house.said[told:]] == ["agenda.known"]


def test_what_was_mended_meanwhile_does_not_come_onto_the_agenda(house: House) -> None:
    first, *_ = three(house)
    naen = opened(house)
    goes_to(house, first, "done")
    naen.says("1 วาระ").hears("agenda.cannot", number=first).reads("แก้ไขแล้ว")


def test_what_stands_at_another_forum_is_named_with_it(house: House) -> None:
    first, *_ = three(house)
    naen = opened(house)
    with house.db() as db:
        at = house.time.moment.replace(day=6, hour=13)
        other = forums.plan_one(db, "situation", "northeast", at, topic="water")
        issue = issues.by_number(db, first)
        assert issue
        agenda.accept(db, other, issue)
    naen.says("1 วาระ").hears("agenda.elsewhere", number=first).reads("พฤหัสบดี 6 ส.ค. 2569")


def test_a_number_that_was_merged_goes_on_under_its_head(house: House) -> None:
    first, second, _ = three(house)
    naen = opened(house)
    with house.db() as db:
        one, other = issues.by_number(db, first), issues.by_number(db, second)
        assert one
        assert other
        assert issues.merge(db, one, other)
    naen.says("2 วาระ").hears("agenda.joined", "agenda.accepted", joined=second, number=first).reads(first)
    assert accepted(house) == [first]
    naen.says("ร่างวาระ").reads(f"1) {first} น้ำกินน้ำใช้ ต.น้ำพอง 5 คน")
    assert second not in "".join(json.dumps(message) for message in naen.heard)


@pytest.mark.parametrize("what", ["over", "cancelled"])
def test_a_forum_that_is_over_or_called_off(house: House, what: str) -> None:
    three(house)
    naen = opened(house)
    button, page = naen.button("1"), naen.button("2")
    put = naen.taps("1").button("เข้าวาระ")
    if what == "over":
        house.time.stands_at("2026-08-20T09:10")
    else:
        forum = the_forum(house)
        with house.db() as db:
            invitations.cancel(db, db.merge(forum), "น้ำท่วมทาง")
    key = {"over": "rsvp.past", "cancelled": "rsvp.cancelled"}[what]
    for tapped in (button, page, put):
        naen.taps_old(tapped).hears(key).sees("ร่างวาระ")
    with house.db() as db:
        assert set(db.scalars(select(AgendaItem.state))) == {"draft"}


def test_what_belongs_to_another_region_is_not_hers(house: House) -> None:
    three(house)
    naen = opened(house)
    put = naen.taps("1").button("เข้าวาระ")
    with house.db() as db:
        naen_herself = people.known_by(db, NAEN)
        roles.revoke(db, naen_herself, "coordinator", "northeast")
        roles.give(db, naen_herself, "coordinator", "south")
    naen.taps_old(put).hears("talk.old_button").says("1 วาระ").hears("work.not_yours")
    assert accepted(house) == []


@pytest.mark.parametrize(
    "data",
    [
        "agenda",
        "agenda/list/x/0",
        "agenda/list/999/0",
        "agenda/drop/1/1/poem",
        "agenda/poem/1/1",
        "agenda/see/1/99",
    ],
)
def test_garbage_in_a_buttons_data(house: House, data: str) -> None:
    three(house)
    opened(house).taps_old({"type": "postback", "data": data}).hears("talk.old_button")


def test_a_villager_has_no_draft_and_her_words_stay_hers(house: House) -> None:
    three(house)
    talk = a_villager(house)
    talk.says("ร่างวาระ").hears("work.not_yours").says("1 วาระ").hears("help.lost")


# Leaders propose


def test_a_leader_proposes_and_the_coordinator_decides(house: House) -> None:
    planned_forums(house)
    quiet, loud = a_trouble(house), a_trouble(house, heads=3)
    leader, naen = a_leader(house), a_coordinator(house)
    leader.says("เรื่อง").hears("area.list").says("2 วาระ").hears("agenda.proposed").reads(quiet).sees(
        "ไม่เสนอแล้ว"
    )
    assert (an_item(house, quiet).state, issue_of(house, quiet).state) == ("draft", "received")
    house.ring()
    naen.says("ร่างวาระ").reads(f"1) {loud}", f"2) {quiet} น้ำกินน้ำใช้ ต.น้ำพอง ตำบลเสนอ")
    leader.says("เรื่อง").says("2 วาระ").taps("ไม่เสนอแล้ว").hears("agenda.unproposed", number=quiet)
    naen.says("ร่างวาระ")
    assert "ตำบลเสนอ" not in json.dumps(naen.heard, ensure_ascii=False)
    assert an_item(house, quiet).proposed_at is None


def test_a_leader_only_proposes(house: House) -> None:
    planned_forums(house)
    number = a_trouble(house)
    leader = a_leader(house).says("เรื่อง")
    leader.says("1 ไม่เข้า").hears("agenda.only_planners").says("1 ขึ้น").hears("agenda.only_planners")
    leader.says("ร่างวาระ").hears("work.not_yours")
    opened(house).says("1 วาระ")
    leader.says("1 วาระ").hears("agenda.known")
    leader_elsewhere = Talk(house, THONGSUK)
    with house.db() as db:
        roles.grant(db, THONGSUK, "leader", ELSEWHERE)
    leader_elsewhere.says("1 วาระ").hears("agenda.no_number")
    leader_elsewhere.taps_old({"type": "postback", "data": f"unpropose/1/{issue_of(house, number).id}"})
    leader_elsewhere.hears("work.not_yours")


def test_a_leader_hears_why_something_was_left_off(house: House) -> None:
    planned_forums(house)
    a_trouble(house)
    leader = a_leader(house).says("เรื่อง")
    opened(house).says("1 ไม่เข้า").taps("รอเวทีหน้า")
    leader.says("1 วาระ").hears("agenda.known_out").reads("ขอไว้เวทีครั้งหน้า")
    assert an_item(house, "ขก-0001").state == "dropped"


def test_proposals_stand_in_the_coordinators_digest_once(house: House) -> None:
    planned_forums(house)
    a_trouble(house)
    a_coordinator(house)
    leader = a_leader(house)
    house.time.stands_at("2026-08-04T07:30")
    house.ring()
    house.time.stands_at("2026-08-04T10:00")
    leader.says("เรื่อง").says("1 วาระ").hears("agenda.proposed")
    house.said.clear()
    for day in (5, 6):
        house.time.stands_at(f"2026-08-0{day}T07:30")
        house.ring()
    digests = [(to, m["values"]["proposed"]) for to, m in house.said if m["key"].startswith("digest.")]
    assert digests == [(NAEN, 1)]
    assert SOMCHAI not in [to for to, _ in digests], "who proposed it knows"


# At once


def both(house: House, *acts: object) -> list[object]:
    """Done by several at the same moment, each in a transaction of its own."""

    def done(act: object) -> object:
        with house.sessions.begin() as db:
            forum = forums.next_in(db, "northeast", "monthly")
            assert forum
            return act(db, forum)  # type: ignore[operator]

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(done, acts))


def an_issue(db: object, number: str) -> issues.Issue:
    found = issues.by_number(db, number)  # type: ignore[arg-type]
    assert found
    return found


def test_two_coordinators_accept_different_items_at_once(house: House) -> None:
    numbers = three(house)
    house.ring()
    acts = [
        lambda db, forum, number=number: agenda.accept(db, forum, an_issue(db, number))
        for number in (*numbers, *numbers)
    ]
    assert all(both(house, *acts))
    assert sorted(accepted(house)) == sorted(numbers)
    with house.db() as db:
        assert sorted(position or 0 for position in db.scalars(select(AgendaItem.position))) == [1, 2, 3]
    told = [
        step.detail
        for number in numbers
        for step in issue_of(house, number).history
        if step.state == "agenda"
    ]
    assert told == ["northeast-2569-08"] * 3


def test_one_accepts_and_one_leaves_off_at_once(house: House) -> None:
    first, *_ = three(house)
    house.ring()
    accepts = lambda db, forum: agenda.accept(db, forum, an_issue(db, first)) is not None  # noqa: E731
    drops = lambda db, forum: agenda.drop(db, forum, an_issue(db, first), "next_forum")  # noqa: E731
    assert both(house, accepts, drops) == [True, True]
    item, issue = an_item(house, first), issue_of(house, first)
    assert (item.state, issue.state) in (("accepted", "agenda"), ("dropped", "received"))
    assert (item.position is None) == (item.state == "dropped")


def test_two_order_the_same_list_at_once(house: House) -> None:
    numbers = three(house)
    naen = opened(house)
    for number in (1, 2, 3):
        naen.says(f"{number} วาระ")

    def moves(number: str, place: int) -> object:
        def move(db: object, forum: Forum) -> bool:
            item = agenda.item_of(db, forum, an_issue(db, number))  # type: ignore[arg-type]
            assert item
            return agenda.put_at(db, item, place)  # type: ignore[arg-type]

        return move

    assert both(house, *(moves(number, 1) for number in (*numbers, *reversed(numbers)))) == [True] * 6
    assert sorted(accepted(house)) == sorted(numbers)
    with house.db() as db:
        assert sorted(position or 0 for position in db.scalars(select(AgendaItem.position))) == [1, 2, 3]


def test_two_coordinators_in_chat(house: House) -> None:
    first, second, third = three(house)
    naen = opened(house)
    with house.db() as db:
        roles.grant(db, THONGSUK, "coordinator", "northeast")
    thongsuk = Talk(house, THONGSUK).says("ร่างวาระ")
    naen.says("3 วาระ").hears("agenda.accepted").reads(third)
    thongsuk.says("1 วาระ").hears("agenda.accepted").reads(first, "เป็นเรื่องที่ 2")
    thongsuk.says("3 วาระ").hears("agenda.known").says("3 ไม่เข้า").taps("รอเวทีหน้า").hears("agenda.dropped")
    naen.says("2 วาระ").hears("agenda.accepted").reads(second, "เป็นเรื่องที่ 2")
    assert accepted(house) == [first, second]


def test_reports_and_people_behind_the_draft_are_counted_once(house: House) -> None:
    planned_forums(house)
    number = a_trouble(house, heads=2)
    again = a_trouble(house, heads=2, first=FIRST + 1)
    with house.db() as db:
        one, other = issues.by_number(db, number), issues.by_number(db, again)
        assert one
        assert other
        issues.merge(db, one, other)
    opened(house).reads(f"1) {number} น้ำกินน้ำใช้ ต.น้ำพอง 3 คน")
    forum = the_forum(house)
    with house.db() as db:
        assert len(drafting.drafts(db, db.merge(forum))) == 1


def test_the_numbers_of_the_draft_are_merged_as_they_stand_there(house: House) -> None:
    """What she reads last is what she means: in the list of the area these numbers are others."""
    first, second, third = three(house)
    naen = a_coordinator(house).says("เรื่องในพื้นที่").reads(f"1) {third}", f"3) {first}")
    naen.says("ร่างวาระ").reads(f"1) {first}", f"2) {second}").says("1 รวม 2")
    assert issue_of(house, second).state == "merged"
    assert issue_of(house, third).state == "received"
    naen.says("ร่างวาระ").reads(f"1) {first}", f"2) {third}")


def test_the_card_of_an_issue_has_a_button_for_it(house: House) -> None:
    planned_forums(house)
    number = a_trouble(house)
    leader, naen = a_leader(house), a_coordinator(house)
    leader.says("เรื่องในพื้นที่").taps("1").taps("ทำต่อกับเรื่องนี้").taps("เสนอเข้าวาระ").hears("agenda.proposed").reads(
        number
    )
    naen.says("เรื่องในพื้นที่").taps("1").taps("ทำต่อกับเรื่องนี้").taps("เข้าวาระ").hears("agenda.accepted").reads(
        number
    )
    assert accepted(house) == [number]
    assert "เข้าวาระ" not in naen.says("1").taps("ทำต่อกับเรื่องนี้").hears("tend.what").labels
    put = {"type": "postback", "data": f"put/{issue_of(house, number).id}"}
    a_villager(house, 0xBA).taps_old(put).hears("work.not_yours")
    leader.taps_old(put).hears("agenda.known").taps_old({"type": "postback", "data": "put/x"}).hears(
        "talk.old_button"
    )


def test_a_number_of_what_regions_share_is_not_one_of_an_older_list(house: House) -> None:
    three(house)
    officer = an_officer(house).says("เรื่องในพื้นที่").hears("area.list")
    house.time.goes(minutes=1)
    with house.db() as db:
        listings.numbers(db, people.known_by(db, officer.person).id, "shared", [77])
    officer.says("1 วาระ").hears("centre.gone")
    assert accepted(house) == []
