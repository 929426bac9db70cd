"""Who comes: seats, coming over a line, the sheet at the door, and the list for those who may see it."""

from bot.simulator import SOMCHAI, THONGSUK
from bot.words import say
from models import people, roles
from models.forums import forum as forums
from models.forums import invitations
from models.forums.forum import Forum
from models.forums.invitations import Rsvp
from tests.house import House
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager, planned_forums, the_forum
from tests.talk import Talk

INVITING = "2026-08-06T09:00"
LINK = "https://meet.example.org/abc"


def invited(house: House, *figures: int, **particulars: object) -> list[Talk]:
    planned_forums(house)
    talks = [a_villager(house, figure, name=f"คน{figure}") for figure in figures]
    with house.db() as db:
        forum = db.merge(the_forum(house))
        for name, value in particulars.items():
            setattr(forum, name, value)
    house.time.stands_at(INVITING)
    house.ring()
    return talks


def rsvp_of(house: House, talk: Talk) -> Rsvp:
    with house.db() as db:
        found = invitations.rsvp_of(db, the_forum(house), people.known_by(db, talk.person))
        assert found is not None
        return found


# Seats and the line


def test_a_full_hall_is_said_as_it_is(house: House) -> None:
    first, second = invited(house, 0xB1, 0xB2, capacity=2)
    first.taps("ไปหลายคน").taps("2").hears("rsvp.going", "sheet.sector")
    second.taps("ไป").hears("rsvp.full").reads("ครบ 2 ที่นั่ง", "ไม่มีการจองคิว").sees(
        "ลองกด ไป อีกครั้ง", "ไม่สะดวก ฝากเรื่อง"
    )
    assert "ร่วมออนไลน์" not in second.labels
    first.taps("เปลี่ยนคำตอบ").taps("ไม่สะดวก ฝากเรื่อง")
    second.taps("ลองกด ไป อีกครั้ง").hears("rsvp.going", "sheet.sector").reads("พฤหัสบดี 20 ส.ค. 2569", "09.00 น.")


def test_a_full_hall_with_a_line_offers_it(house: House) -> None:
    first, second = invited(house, 0xB1, 0xB2, capacity=1, online_url=LINK)
    first.sees("ร่วมออนไลน์").taps("ไป")
    second.taps("ไป").hears("rsvp.full").taps("ร่วมออนไลน์").hears("rsvp.online", "sheet.sector")
    second.reads("ร่วมออนไลน์", "พฤหัสบดี 20 ส.ค. 2569", "09.00 น.").sees("เข้าห้องออนไลน์")
    assert second.button("เข้าห้องออนไลน์") == {"type": "uri", "label": "เข้าห้องออนไลน์", "uri": LINK}
    with house.db() as db:
        assert invitations.counts(db, the_forum(house)) == {"going": 2, "people": 2, "not_going": 0}


def test_fewer_seats_than_people(house: House) -> None:
    first, second = invited(house, 0xB1, 0xB2, capacity=5)
    first.taps("ไปหลายคน").taps("3")
    second.says("ไป 4 คน").hears("rsvp.few_seats").reads("เหลือ 2 ที่นั่ง").taps("ไปหลายคน").taps("2")
    second.hears("rsvp.going", "sheet.sector", people=2)
    first.taps("เปลี่ยนคำตอบ").taps("ไปหลายคน").taps("4").hears("rsvp.few_seats").reads("เหลือ 3 ที่นั่ง")
    assert rsvp_of(house, first).people == 3


def test_the_link_is_shown_only_to_who_comes_online(house: House) -> None:
    hall, online = invited(house, 0xB1, 0xB2, online_url=LINK)
    hall.taps("ไป")
    online.says("ร่วมออนไลน์").hears("rsvp.online", "sheet.sector")
    for moment in ("2026-08-19T17:00", "2026-08-20T06:00"):
        house.time.stands_at(moment)
        house.ring()
    assert house.keys_to(online.person)[-2:] == [
        "forum.reminder_day_before_online",
        "forum.reminder_last_online",
    ]
    assert house.keys_to(hall.person)[-2:] == ["forum.reminder_day_before", "forum.reminder_last"]
    assert LINK not in str(house.line.heard_by(hall.person))
    online.says("เวทีครั้งหน้า").hears("rsvp.mine_online").sees("เข้าห้องออนไลน์")


def test_a_link_that_changes_or_goes_is_told_to_who_comes_online(house: House) -> None:
    hall, online = invited(house, 0xB1, 0xB2, online_url=LINK)
    hall.taps("ไป")
    online.taps("ร่วมออนไลน์").taps("ข้าม").taps("ข้าม")
    naen = a_coordinator(house)
    naen.says("รายละเอียดเวที").taps("พฤ. 20 ส.ค.").taps("ลิงก์ออนไลน์").says(
        "https://meet.example.org/new"
    ).hears("details.kept", "details.card")
    assert house.keys_to(online.person)[-1] == "forum.link_new"
    naen.taps("ลิงก์ออนไลน์").taps("ลบออก").hears("details.cleared", "details.card")
    assert house.keys_to(online.person)[-1] == "forum.link_gone"
    online.taps("ร่วมออนไลน์").hears("rsvp.again")
    assert "forum.link_new" not in house.keys_to(hall.person)


def test_online_is_no_answer_where_there_is_no_link(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.says("ร่วมออนไลน์").hears("help.lost")


# The sheet


def test_sector_and_name_after_going(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").hears("rsvp.going", "sheet.sector")
    talk.sees("มาเอง", "องค์กรชุมชน", "ประชาสังคม", "ภาครัฐและท้องถิ่น", "เอกชน", "สื่อ", "วิชาการ", "ข้าม").taps(
        "องค์กรชุมชน"
    )
    talk.hears("sheet.name").says("นางบุญมา สีดาค่ะ").hears("sheet.kept").reads("นางบุญมา สีดา", "องค์กรชุมชน")
    rsvp = rsvp_of(house, talk)
    assert (rsvp.sector, rsvp.sheet_name) == ("community", "นางบุญมา สีดา")
    talk.taps("แก้ใบลงทะเบียน").hears("sheet.sector").taps("มาเอง").taps("คน177").hears("sheet.kept").reads(
        "มาเอง"
    )


def test_both_can_be_skipped_and_are_not_asked_again(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").taps("ข้าม").hears("sheet.name").says("ข้าม").hears("sheet.none")
    talk.says("เวทีครั้งหน้า").taps("เปลี่ยนคำตอบ").taps("ไม่สะดวก ฝากเรื่อง").taps("เปลี่ยนคำตอบ").taps("ไป").hears(
        "rsvp.going"
    )


def test_an_answer_taken_back_and_given_again_is_asked_nothing(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.says("ไป").hears("rsvp.going", "sheet.sector").taps("ไม่ใช่ ยกเลิกคำตอบ").hears("rsvp.undone")
    talk.says("คนละเรื่องค่ะ").hears("help.lost")
    talk.says("ไป").hears("rsvp.going")


def test_leaving_keeps_what_was_told(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").taps("วิชาการ").says("ยกเลิก").hears("sheet.kept").reads("วิชาการ")
    assert rsvp_of(house, talk).answer == "going"


def test_what_was_told_once_is_offered_the_next_time(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").taps("ประชาสังคม").says("บุญมา สีดา")
    house.time.stands_at("2026-09-04T09:00")
    house.ring()
    talk.taps("ไป").hears("rsvp.going", "sheet.same").reads("บุญมา สีดา", "ประชาสังคม").sees("แก้ใบลงทะเบียน")
    assert rsvp_of(house, talk).sheet_name == "บุญมา สีดา"


def test_it_swallows_nothing_that_comes_next(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").says("ขอบคุณค่ะ").hears("sheet.name")
    talk.says("น้ำท่วมบ้านสามหลัง ข้าวของเสียหาย").hears("report.sure").says("ยกเลิก")
    talk.says("ไม่ไปแล้ว").hears("rsvp.not_going", "entrust.what").says("ไป")
    talk.hears("rsvp.going")


def test_danger_goes_before_the_sheet(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").taps("มาเอง").hears("sheet.name").says("ช่วยด้วย น้ำท่วมถึงคอ")
    assert talk.heard[0]["key"] == "danger.numbers"


def test_words_after_another_tap_are_no_name(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").taps("มาเอง").hears("sheet.name")
    talk.taps_old({"type": "postback", "data": "open/help"}).hears("help.how_to").says("ลุงมี คนดี").hears(
        "help.lost"
    )
    assert rsvp_of(house, talk).sheet_name is None


def test_a_question_is_no_name(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").taps("มาเอง").says("เวทีเริ่มกี่โมงคะ")
    assert "sheet.kept" not in [message["key"] for message in talk.heard]


def test_a_report_half_told_is_not_interrupted(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    going = talk.button("ไป")
    talk.says("แจ้งเรื่อง").hears("report.story").taps_old(going).hears("rsvp.going")
    talk.says("ไฟดับทั้งหมู่บ้าน").hears("report.sure")


def test_a_question_that_could_be_skipped_gives_way(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    going = talk.button("ไป")
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps_old(going).hears("rsvp.going", "sheet.sector")


def test_a_name_leaves_with_the_person(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").taps("มาเอง").says("บุญมา สีดา").says("ลบข้อมูล").taps("ลบทั้งหมด")
    with house.db() as db:
        assert db.query(Rsvp).all() == []


def test_an_old_button_of_the_sheet(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").taps("ข้าม").taps("ข้าม")
    change = talk.button("แก้ใบลงทะเบียน")
    house.time.stands_at("2026-08-20T10:00")
    talk.taps_old(change).hears("talk.old_button")


# Who comes


def test_counts_by_sector_and_tambon_and_names_within_ones_scope(house: House) -> None:
    near, far = invited(house, 0xB1, 0xB2)
    with house.db() as db:
        people.settle(people.known_by(db, far.person), "410101")
    near.taps("ไปหลายคน").taps("3").taps("องค์กรชุมชน").says("บุญมา สีดา")
    far.taps("ไป").taps("ข้าม").taps("ข้าม")
    leader, naen = a_leader(house), a_coordinator(house)
    leader.says("ใครไป").hears("comers.counts").reads("ไป 3 คน", "องค์กรชุมชน 3", "ต.น้ำพอง 3").taps("รายชื่อ")
    leader.hears("comers.names").reads("1. บุญมา สีดา 3 คน ต.น้ำพอง")
    naen.says("ใครไป").reads("ไป 4 คน", "ไม่ได้บอก 1").taps("รายชื่อ").reads("บุญมา สีดา", "คน178")


def test_the_centre_sees_counts_and_no_names(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป").taps("มาเอง").says("บุญมา สีดา")
    with house.db() as db:
        roles.grant(db, THONGSUK, "officer", roles.NATIONAL)
    officer = Talk(house, THONGSUK)
    officer.says("ใครไป").hears("forum.which_region").taps("ภาคอีสาน").hears("comers.counts")
    assert "รายชื่อ" not in officer.labels
    number = next(forum for forum in _coming(house) if forum.region == "northeast").id
    officer.taps_old({"type": "postback", "data": f"forum_of/{number}/comers"}).reads("ไป 1 คน", "มาเอง 1")
    officer.taps_old({"type": "postback", "data": f"forum_of/{number}/comers/0"}).hears("comers.counts")
    assert "บุญมา" not in str(house.line.heard_by(officer.person))


def _coming(house: House) -> list[Forum]:
    with house.db() as db:
        return forums.upcoming(db)


def test_a_long_list_is_split_and_goes_on_by_a_tap(house: House) -> None:
    invited(house, 0xB1)
    with house.db() as db:
        forum = db.merge(the_forum(house))
        for number in range(180):
            person = people.known_by(db, f"U{number:032x}")
            people.agree(person)
            people.settle(person, NAM_PHONG)
            person.name = "สมาชิกเวทีชุมชนตำบลน้ำพองผู้มีชื่อยาวมากที่สุดในหมู่บ้าน" * 2
            invitations.answer(db, forum, person, "going")
    naen = a_coordinator(house)
    naen.says("ใครไป").taps("รายชื่อ").hears(*["comers.names"] * 4, "comers.more").reads("160. ", "อีก 20 ชื่อ")
    naen.taps("ถัดไป").hears("comers.names").reads("180. ")
    for message in house.line.heard_by(naen.person):
        assert len(str(message.get("text", "")).encode("utf-16-le")) // 2 <= 5000
        assert not str(message.get("text", "")).endswith("…")


def test_nobody_yet_and_no_forum_yet(house: House) -> None:
    leader = a_leader(house)
    leader.says("ใครไป").hears("comers.none")
    planned_forums(house)
    house.time.stands_at("2026-08-17T09:00")
    leader.says("ใครไป").hears("comers.counts").reads("ไป 0 คน")


def test_it_can_still_be_asked_at_the_door(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    talk.taps("ไป")
    house.time.stands_at("2026-08-20T10:00")
    house.ring()
    with house.db() as db:
        roles.grant(db, SOMCHAI, "leader", NAM_PHONG)
    Talk(house, SOMCHAI).says("ใครไป").reads("ไป 1 คน")


def test_the_texts_of_a_list_name_each_person_once() -> None:
    first = {"nth": 1, "name": "บุญมา", "people": 2, "answer": "going", "place": "400701"}
    rows = [first, {"nth": 2, "name": None, "people": 1, "answer": "online", "place": None}]
    assert say("comers.names", "th", {"comers": rows}) == "1. บุญมา 2 คน ต.น้ำพอง\n2. ไม่ได้บอกชื่อ ออนไลน์"


def test_of_two_forums_one_is_chosen(house: House) -> None:
    (talk,) = invited(house, 0xB1)
    house.time.stands_at("2026-08-18T09:00")
    naen = a_coordinator(house)
    naen.says("จัดเวที").taps("น้ำท่วม").says("22 ส.ค. 9 โมง").says("ศาลาวัดโนน").taps("ยืนยัน")
    talk.taps("ไป")
    naen.says("งานของฉัน").taps("ใครไป").hears("comers.which").reads("น้ำท่วม").taps("ส. 22 ส.ค.").reads(
        "ไป 1 คน"
    )
    naen.taps_old({"type": "postback", "data": "comers/poem"}).hears("comers.which")
