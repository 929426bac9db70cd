"""Leaders sign in who has no phone: read back, counted, undone; late names from the paper sheet."""

import pytest

from bot.simulator import SOMCHAI, THONGSUK, VILLAGE
from bot.words import say
from models import people, roles
from models.forums import attendance
from models.forums.attendance import Attendance
from tests.house import House
from tests.journeys.group_walks import a_tied_group, in_group
from tests.journeys.hall import cancelled, counted, hers, signed_in, the_hall
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager, planned_forums
from tests.talk import Talk


def names(house: House) -> list[tuple[str | None, str, str | None]]:
    with house.db() as db:
        rows = db.query(Attendance).filter(Attendance.name.is_not(None)).order_by(Attendance.id)
        return [(row.name, row.way, row.place) for row in rows]


def test_two_without_a_phone_are_read_back_and_signed_in(house: House) -> None:
    the_hall(house)
    leader = a_leader(house)
    leader.says("ลงชื่อ ยายคำ, ตาสี").hears("signing.sure", people=2).reads("ลงชื่อ 2 คน", "ยายคำ, ตาสี")
    leader.sees("ยืนยัน", "พิมพ์ชื่อใหม่", "ยกเลิก")
    assert names(house) == []
    leader.taps("ยืนยัน").hears("signing.done", people=2, came=2).reads("ลงชื่อให้แล้ว 2 คนค่ะ")
    assert names(house) == [("ยายคำ", "leader", NAM_PHONG), ("ตาสี", "leader", NAM_PHONG)]


@pytest.mark.parametrize(
    "said",
    [
        "มา ยายคำ, ตาสี",
        "ลงชื่อ ยายคำ และ ตาสี",
        "ลงชื่อ ยายคำกับตาสี",
        "ลงชื่อ\n1. ยายคำ\n2. ตาสี",
        "ลงชื่อให้ ยายคำ,ตาสีค่ะ",
        "ลงชื่อ: ยายคำ, ยายคำ, ตาสี",
    ],
)
def test_names_are_told_as_people_write_them(house: House, said: str) -> None:
    the_hall(house)
    a_leader(house).says(said).hears("signing.sure", named="ยายคำ, ตาสี").taps("ยืนยัน").hears("signing.done")


def test_the_word_alone_asks_for_the_names(house: House) -> None:
    the_hall(house)
    leader = a_leader(house)
    leader.says("ลงชื่อ").hears("signing.names").says("123, !!").hears("signing.unread")
    leader.says("ยายคำ ม.5, ตาสี ม.3, 9, งานเวที").hears("signing.sure").reads("อ่านไม่ออก: 9, งานเวที")
    leader.taps("พิมพ์ชื่อใหม่").hears("signing.names").says("ยายคำ").taps("ยืนยัน").hears("signing.done")
    assert names(house) == [("ยายคำ", "leader", NAM_PHONG)]


def test_who_is_there_already_is_told(house: House) -> None:
    the_hall(house)
    leader = a_leader(house)
    leader.says("ลงชื่อ ยายคำ").taps("ยืนยัน").says("ลงชื่อ ยาย คำ, ตาสี").taps("ยืนยัน")
    leader.hears("signing.done", people=1, there="ยาย คำ").reads("มีชื่ออยู่ก่อนแล้ว: ยาย คำ")
    leader.says("ลงชื่อ ตาสี").taps("ยืนยัน").hears("signing.all_there").reads("นามสกุล")
    assert counted(house)["came"] == 2


def test_who_signed_in_by_phone_is_not_signed_in_again_by_her_leader(house: House) -> None:
    the_hall(house)
    signed_in(house, 1)
    a_leader(house).says("ลงชื่อ คนที่มา0").taps("ยืนยัน").hears("signing.all_there")
    assert counted(house)["came"] == 1


def test_the_same_name_of_another_tambon_is_another_person(house: House) -> None:
    the_hall(house)
    a_leader(house).says("ลงชื่อ ยายคำ").taps("ยืนยัน")
    with house.db() as db:
        roles.grant(db, THONGSUK, "leader", "400702")
    Talk(house, THONGSUK).says("ลงชื่อ ยายคำ").taps("ยืนยัน").hears("signing.done", came=2)


def test_a_slip_is_undone_by_one_tap_and_only_once(house: House) -> None:
    the_hall(house)
    leader = a_leader(house)
    leader.says("ลงชื่อ ตาสี").taps("ยืนยัน")
    house.time.goes(minutes=1)
    leader.says("ลงชื่อ ยายคำ, ยายมี").taps("ยืนยัน")
    undo = leader.button("ลงผิด เอาออก")
    leader.taps("ลงผิด เอาออก").hears("signing.undone", people=2, came=1)
    leader.taps_old(undo).hears("talk.old_button")
    assert [name for name, _, _ in names(house)] == ["ตาสี"]


def test_another_cannot_undo_it(house: House) -> None:
    the_hall(house)
    leader = a_leader(house)
    leader.says("ลงชื่อ ตาสี").taps("ยืนยัน")
    undo = leader.button("ลงผิด เอาออก")
    for talk in (a_coordinator(house), a_villager(house, 0xB9, name="คำ")):
        talk.taps_old(undo).hears("talk.old_button")
    assert len(names(house)) == 1


def test_at_most_thirty_at_once(house: House) -> None:
    the_hall(house)
    leader = a_leader(house)
    many = ", ".join(f"นางสมศรี ที่{'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมย'[nth]}" for nth in range(31))
    leader.says(f"ลงชื่อ {many}").hears("signing.too_many")
    leader.says(f"ลงชื่อ {many.rpartition(',')[0]}").hears("signing.sure", people=30).taps("ยืนยัน")
    leader.hears("signing.done", people=30)


def test_too_early_it_is_said_when(house: House) -> None:
    planned_forums(house)
    leader = a_leader(house)
    leader.says("ลงชื่อ ยายคำ").hears("signing.early").reads("เวลา 06.00 น.")
    leader.says("มา ยายคำ, ตาสี")
    assert not [one for one in leader.heard if one["key"].startswith("signing")]


def test_before_the_day_the_word_alone_says_that_a_leader_comes_herself(house: House) -> None:
    planned_forums(house)
    with house.db() as db:
        roles.grant(db, a_villager(house).person, "leader", NAM_PHONG)
    talk = a_villager(house)
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    talk.says("ลงชื่อ").hears("rsvp.going", "sheet.sector")


def test_no_forum_at_all(house: House) -> None:
    a_leader(house).says("ลงชื่อ ยายคำ").hears("signing.none")


def test_after_the_forum_names_come_from_the_paper_sheet(house: House) -> None:
    the_hall(house)
    house.time.stands_at("2026-08-24T10:00")
    leader = a_leader(house)
    leader.says("ลงชื่อย้อน ยายคำ, ตาสี").hears("signing.sure").reads("20 ส.ค. 2569").taps("ยืนยัน")
    leader.hears("signing.done").says("ลงชื่อ ยายมี").taps("ยืนยัน")
    assert [way for _, way, _ in names(house)] == ["paper"] * 3
    assert counted(house)["by_way"] == {"self": 0, "leader": 0, "paper": 3}


def test_a_paper_sheet_may_be_written_in_while_the_forum_is_on(house: House) -> None:
    the_hall(house, "2026-08-20T13:00")
    a_leader(house).says("ลงชื่อย้อน ยายคำ").taps("ยืนยัน").hears("signing.done")
    assert names(house) == [("ยายคำ", "paper", NAM_PHONG)]


def test_after_a_week_it_is_too_late(house: House) -> None:
    forum = the_hall(house)
    leader = a_leader(house)
    leader.says("ลงชื่อ ยายคำ").taps("ยืนยัน")
    house.time.stands_at("2026-08-27T09:01")
    leader.taps("ลงชื่อเพิ่ม").hears("signing.over").says("ลงชื่อย้อน ตาสี").hears("signing.early")
    assert counted(house)["came"] == 1
    assert forum.id


def test_of_several_forums_it_is_asked_which(house: House) -> None:
    the_hall(house)
    with house.db() as db:
        roles.grant(db, THONGSUK, "officer", roles.NATIONAL)
    officer = Talk(house, THONGSUK)
    officer.says("ลงชื่อ ยายคำ, ตาสี").hears("signing.which").reads("ภาคอีสาน", "ภาคใต้")
    id_ = hers(house, "south").id
    button = next(
        one for one in house.line.buttons_for(THONGSUK) if one.action.get("data", "").endswith(f"/{id_}")
    )
    officer.taps_old(button.action).hears("signing.sure", region="south").taps("ยืนยัน").hears("signing.done")
    assert names(house) == [("ยายคำ", "leader", "south"), ("ตาสี", "leader", "south")]


def test_a_forum_called_off_meanwhile_takes_no_names(house: House) -> None:
    the_hall(house)
    leader = a_leader(house)
    leader.says("ลงชื่อ ยายคำ").hears("signing.sure")
    cancelled(house, "ฝนตกหนัก")
    leader.taps("ยืนยัน").hears("rsvp.cancelled")
    assert names(house) == []


def test_a_role_that_ended_meanwhile_signs_nobody_in(house: House) -> None:
    the_hall(house)
    leader = a_leader(house)
    leader.says("ลงชื่อ ยายคำ").hears("signing.sure")
    with house.db() as db:
        roles.revoke(db, people.known_by(db, SOMCHAI), "leader", NAM_PHONG)
    leader.taps("ยืนยัน").hears("work.not_yours")
    assert names(house) == []


def test_a_villager_signs_in_only_herself(house: House) -> None:
    the_hall(house)
    talk = a_villager(house)
    talk.says("ลงชื่อ ยายคำ, ตาสี").hears("checkin.only_own").says("มา ยายคำ, ตาสี").hears("help.lost")
    assert names(house) == []


def test_before_the_day_a_villager_who_types_it_is_not_sent_to_a_desk(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    talk.says("ลงชื่อ ด้วยคนค่ะ")
    assert "checkin.only_own" not in [message["key"] for message in talk.heard]


def test_a_leader_of_another_region_has_no_such_forum(house: House) -> None:
    planned_forums(house)
    south = hers(house, "south")
    with house.db() as db:
        db.merge(south).at = south.at.replace(day=25)
    house.time.stands_at("2026-08-20T08:30")
    a_leader(house, "810101").says("ลงชื่อ ยายคำ").hears("signing.early").reads("ภาคใต้")


def test_what_is_typed_for_another_signs_nobody_in(house: House) -> None:
    the_hall(house)
    asker, leader = a_villager(house), a_leader(house)
    asker.says("ถามเจ้าหน้าที่").says("ไปถึงแล้วต้องทำอะไรคะ").taps("ส่งคำถาม")
    leader.taps("ตอบ").says("ลงชื่อ ที่โต๊ะหน้าหอประชุม")
    assert "signing.sure" not in [message["key"] for message in leader.heard]


def test_a_report_of_a_leader_is_a_report(house: House) -> None:
    the_hall(house)
    a_leader(house).says("มา ช่วยดูหน่อย น้ำท่วมบ้านสามหลัง ข้าวของเสียหาย").hears("report.sure")


def test_those_she_signed_in_stay_when_a_leader_is_erased(house: House) -> None:
    the_hall(house)
    leader = a_leader(house)
    leader.says("ลงชื่อ ยายคำ").taps("ยืนยัน").says("ลบข้อมูล").taps("ลบทั้งหมด")
    assert names(house) == [("ยายคำ", "leader", NAM_PHONG)]


# In a group


def read_there(house: House) -> str:
    said = [message for to, message in house.said if to == VILLAGE]
    return say(said[-1]["key"], "th", said[-1]["values"])


def last_there(house: House) -> str:
    return house.keys_to(VILLAGE)[-1]


def test_in_a_tied_group_a_word_confirms(house: House) -> None:
    the_hall(house)
    a_tied_group(house)
    a_leader(house)
    in_group(house, "ฟอรัม ลงชื่อ ยายคำ, ตาสี", SOMCHAI)
    assert last_there(house) == "group_door.sure"
    assert "ยายคำ, ตาสี" in read_there(house)
    in_group(house, "ฟอรัม ยืนยัน")  # by another
    assert last_there(house) == "group_door.nothing_waits"
    in_group(house, "ฟอรัม ยืนยัน", SOMCHAI)
    assert last_there(house) == "group_door.done"
    assert names(house) == [("ยายคำ", "leader", NAM_PHONG), ("ตาสี", "leader", NAM_PHONG)]
    in_group(house, "ฟอรัม ยืนยัน", SOMCHAI)
    assert last_there(house) == "group_door.nothing_waits"
    in_group(house, "ฟอรัม มา ยายคำ", SOMCHAI)
    in_group(house, "ฟอรัม ยืนยัน", SOMCHAI)
    assert last_there(house) == "group_door.all_there"
    in_group(house, "ฟอรัม เอาชื่อออก", SOMCHAI)
    assert last_there(house) == "group_door.undone"
    assert names(house) == []
    in_group(house, "ฟอรัม เอาชื่อออก", SOMCHAI)
    assert last_there(house) == "group_door.nothing_waits"


def test_a_villager_in_a_group_is_kindly_refused(house: House) -> None:
    the_hall(house)
    a_tied_group(house)
    in_group(house, "ฟอรัม ลงชื่อ ยายคำ")
    assert last_there(house) == "group_door.leaders_only"


def test_a_leader_of_elsewhere_in_a_group_is_kindly_refused(house: House) -> None:
    the_hall(house)
    a_tied_group(house)
    a_leader(house, "400702")
    in_group(house, "ฟอรัม ลงชื่อ ยายคำ", SOMCHAI)
    assert last_there(house) == "group_door.leaders_only"


def test_in_a_group_too_early_too_many_and_after_the_hour(house: House) -> None:
    planned_forums(house)
    a_tied_group(house)
    a_leader(house)
    in_group(house, "ฟอรัม ลงชื่อ ยายคำ", SOMCHAI)
    assert last_there(house) == "signing.early"
    house.time.stands_at("2026-08-20T08:30")
    in_group(house, "ฟอรัม ลงชื่อ 12, 13", SOMCHAI)
    assert last_there(house) == "signing.unread"
    in_group(house, "ฟอรัม ลงชื่อ ยายคำ", SOMCHAI)
    house.time.goes(minutes=61)
    in_group(house, "ฟอรัม ยืนยัน", SOMCHAI)
    assert last_there(house) == "group_door.nothing_waits"
    assert names(house) == []


def test_a_group_without_an_area_is_asked_for_it(house: House) -> None:
    the_hall(house)
    house.line.joins_group(VILLAGE)
    house.settle()
    a_leader(house)
    in_group(house, "ฟอรัม ลงชื่อ ยายคำ", SOMCHAI)
    assert last_there(house) == "group.area"


# Who is here


def test_who_is_here_as_counts_and_names_within_ones_scope(house: House) -> None:
    forum = the_hall(house)
    near = a_villager(house, name="บุญมา")
    far = a_villager(house, 0xB7, home="410101", name="มาลี")
    for talk in (near, far):
        talk.says(f"เช็กอิน {forum.check_in}")
    leader, naen = a_leader(house), a_coordinator(house)
    leader.says("ลงชื่อ ยายคำ").taps("ยืนยัน")
    leader.says("ใครมาแล้ว").hears("arrivals.counts").reads("มาแล้ว 3 คน", "ในพื้นที่ของคุณ 2 คน", "ต.น้ำพอง 2")
    leader.taps("รายชื่อ").hears("arrivals.names").reads("1. บุญมา ต.น้ำพอง", "2. ยายคำ ต.น้ำพอง")
    assert "มาลี" not in str(leader.heard)
    naen.says("ใครไป").sees("ใครมาแล้ว", "ป้ายลงชื่อ").taps("ใครมาแล้ว").hears("arrivals.counts")
    naen.reads("มาแล้ว 3 คน", "มาเองโดยไม่ได้ตอบไว้ 3 คน").taps("รายชื่อ").reads("มาลี", "ยายคำ")


def test_the_centre_counts_and_reads_no_names(house: House) -> None:
    forum = the_hall(house)
    a_villager(house, name="บุญมา").says(f"เช็กอิน {forum.check_in}")
    with house.db() as db:
        roles.grant(db, THONGSUK, "officer", roles.NATIONAL)
    officer = Talk(house, THONGSUK)
    officer.says("ใครมาแล้ว").hears("arrivals.which")
    officer.taps_old({"type": "postback", "data": f"forum_of/{forum.id}/arrived"}).hears("arrivals.counts")
    assert "รายชื่อ" not in officer.labels
    officer.taps_old({"type": "postback", "data": f"forum_of/{forum.id}/arrived/0"}).hears("arrivals.counts")
    assert "บุญมา" not in str(house.line.heard_by(officer.person))


def test_from_many_tambons_provinces_are_counted(house: House) -> None:
    forum = the_hall(house)
    with house.db() as db:
        for nth in range(20):
            person = people.known_by(db, f"U{nth:032x}")
            people.settle(person, f"4001{nth + 1:02d}" if nth < 16 else "410101")
            attendance.sign_in(db, forum, person)
    a_coordinator(house).says("ใครมาแล้ว").reads("จ.ขอนแก่น 16", "จ.อุดรธานี 4")


def test_nobody_is_here_yet_and_no_door_was_open(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("ใครมาแล้ว").hears("arrivals.none")
    the_hall(house)
    naen.says("ใครมาแล้ว").hears("arrivals.counts").reads("มาแล้ว 0 คน")


def test_a_long_list_of_names_goes_on_by_a_tap(house: House) -> None:
    forum = the_hall(house)
    with house.db() as db:
        by = people.known_by(db, SOMCHAI)
        many = [f"นางสาวชื่อยาวมากที่สุดในหมู่บ้านคนที่ {nth}" for nth in range(170)]
        attendance.sign_in_names(db, forum, many, NAM_PHONG, by, "paper")
    naen = a_coordinator(house).says("ใครมาแล้ว").taps("รายชื่อ")
    naen.hears(*["arrivals.names"] * 4, "comers.more").reads("160. ", "อีก 10 ชื่อ").taps("ถัดไป").reads("170. ")
