"""The clock invites a region to its monthly Forum; people answer with a tap and may change their mind."""

from sqlalchemy import func, select

from bot.simulator import NAEN
from models import people
from models.forums import invitations
from models.forums.forum import Forum
from models.post.outbox import Parcel
from tests.house import House
from tests.makers import a_coordinator, a_stranger, a_villager, planned_forums, the_forum
from tests.talk import Talk

INVITING = "2026-08-06T09:00"  # fourteen days before พฤหัสบดี 20 ส.ค. 2569


def invited(house: House) -> Talk:
    planned_forums(house)
    talk = a_villager(house)
    house.time.stands_at(INVITING)
    house.ring()
    return talk


def test_everyone_of_the_region_is_invited_fourteen_days_before(house: House) -> None:
    planned_forums(house)
    near, far = a_villager(house), a_villager(house, 0xB3, home="900101", name="ฟาติมะฮ์")
    house.time.stands_at("2026-08-06T08:59")
    house.ring()
    assert house.keys_to(near.person) == []
    house.time.stands_at(INVITING)
    house.ring()
    near.hears("forum.invitation").reads("ภาคอีสาน", "พฤหัสบดี 20 ส.ค. 2569", "09.00 น.", "หอประชุมอำเภอน้ำพอง")
    near.sees("ไป", "ไปหลายคน", "ไม่สะดวก ฝากเรื่อง")
    far.hears("forum.invitation").reads("ภาคใต้")


def test_the_invitation_names_what_was_raised_since_the_last_forum(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    talk.says("น้ำประปาไม่ไหลมาสามวันแล้ว").taps("ส่งเรื่องนี้")
    house.time.stands_at(INVITING)
    talk._from = len(house.said)
    house.ring()
    talk.hears("forum.invitation").reads("น้ำกินน้ำใช้")


def test_going_and_a_change_of_mind(house: House) -> None:
    talk = invited(house)
    talk.taps("ไป").hears("rsvp.going", "sheet.sector", people=1)
    talk.reads("พฤหัสบดี 20 ส.ค. 2569", "09.00 น.", "หอประชุมอำเภอน้ำพอง")
    talk.taps("เปลี่ยนคำตอบ").hears("rsvp.again").taps("ไม่สะดวก ฝากเรื่อง").hears(
        "rsvp.not_going", "entrust.what"
    )
    talk.taps("เปลี่ยนคำตอบ").taps("ไปหลายคน").hears("rsvp.how_many").taps("4").hears("rsvp.going", people=4)
    with house.db() as db:
        assert invitations.counts(db, the_forum(house)) == {"going": 1, "people": 4, "not_going": 0}


def test_how_many_may_be_typed(house: House) -> None:
    talk = invited(house)
    talk.taps("ไปหลายคน").says("๑๒ คนค่ะ").hears("rsvp.going", "sheet.sector", people=12)


def test_plain_words_after_an_invitation_are_an_answer_that_one_tap_undoes(house: House) -> None:
    talk = invited(house)
    talk.says("ไป 2 คนจ้า").hears("rsvp.going", "sheet.sector", people=2).sees("ไม่ใช่ ยกเลิกคำตอบ")
    talk.taps("ไม่ใช่ ยกเลิกคำตอบ").hears("rsvp.undone")
    with house.db() as db:
        assert invitations.counts(db, the_forum(house))["going"] == 0


def test_a_number_beside_going_is_how_many_come(house: House) -> None:
    talk = invited(house)
    talk.taps("ไป").taps("ข้าม").taps("ข้าม")
    for said, many in (("ไปค่ะ 3", 3), ("ไปจ้ะ ๒", 2), ("ไปสามค่ะ", 3), ("4 คนไป", 4)):
        talk.says(said).hears("rsvp.going", people=many).reads(f"ไป {many} คน")
    talk.taps("ไม่ใช่ ยกเลิกคำตอบ").says("ไป 3 โมง").hears("help.lost").says("ไปมา 3 วันแล้ว").hears("help.lost")


def test_a_sticker_after_an_invitation_is_an_answer_too(house: House) -> None:
    talk = invited(house)
    talk.sends_sticker("OK", "Agree").hears("rsvp.going", "sheet.sector", people=1)
    talk.taps("ไม่ใช่ ยกเลิกคำตอบ").hears("rsvp.undone")
    talk.sends_sticker("Sorry").hears("rsvp.not_going", "entrust.what")


def test_those_who_come_are_reminded_twice_and_nobody_else(house: House) -> None:
    talk, other = invited(house), a_villager(house, 0xB9, name="คำมี")
    talk.taps("ไป")
    house.time.stands_at("2026-08-19T16:59")
    house.ring()
    assert house.keys_to(talk.person)[-2:] == ["rsvp.going", "sheet.sector"]
    house.time.stands_at("2026-08-19T17:00")
    house.ring()
    assert house.keys_to(talk.person)[-1] == "forum.reminder_day_before"
    house.time.stands_at("2026-08-20T06:00")
    house.ring()
    assert house.keys_to(talk.person)[-1] == "forum.reminder_last"
    house.ring()
    assert house.keys_to(talk.person).count("forum.reminder_last") == 1
    assert house.keys_to(other.person) == []


def test_a_forum_that_moves_is_told_to_those_who_come(house: House) -> None:
    talk = invited(house)
    talk.taps("ไป")
    with house.db() as db:
        forum = db.get(Forum, the_forum(house).id)
        assert forum is not None
        invitations.move(db, forum, house.time.moment.replace(day=27, hour=13), "ศาลากลางหมู่บ้าน")
    talk._from = len(house.said)
    house.settle()
    talk.hears("forum.moved").reads("พฤหัสบดี 27 ส.ค. 2569", "13.00 น.", "ศาลากลางหมู่บ้าน")
    house.time.stands_at("2026-08-26T17:00")
    house.ring()
    assert house.keys_to(talk.person)[-1] == "forum.reminder_day_before"


def test_a_forum_called_off_is_told_and_its_buttons_say_so(house: House) -> None:
    talk = invited(house)
    talk.taps("ไป")
    with house.db() as db:
        forum = db.get(Forum, the_forum(house).id)
        assert forum is not None
        invitations.cancel(db, forum)
    talk._from = len(house.said)
    house.settle()
    talk.hears("forum.cancelled").taps("ไป").hears("rsvp.cancelled", "forum.invitation")


def test_a_button_of_a_forum_that_is_over(house: House) -> None:
    talk = invited(house)
    house.time.stands_at("2026-08-21T10:00")
    talk.taps("ไป").hears("rsvp.past", "forum.invitation").reads("17 ก.ย. 2569")


def test_without_a_usual_place_the_coordinator_is_asked(house: House) -> None:
    planned_forums(house, hall=None)
    coordinator, talk = a_coordinator(house), a_villager(house)
    house.time.stands_at("2026-08-03T09:00")
    house.ring()
    coordinator.hears("duty.place").taps("บอกสถานที่").hears("forum.ask_place")
    house.time.stands_at(INVITING)
    house.ring()
    talk.hears("forum.invitation").reads("สถานที่จะแจ้งให้ทราบ").taps("ไป")
    coordinator.taps("บอกสถานที่").says("วัดโพธิ์ชัย บ้านโนน").hears("forum.place_sure").taps("ใช่")
    coordinator.hears("forum.placed")
    assert house.keys_to(talk.person)[-1] == "forum.moved"
    house.ring()
    assert house.keys_to(NAEN).count("duty.place") == 1


def test_the_place_may_be_kept_for_every_month(house: House) -> None:
    planned_forums(house, hall=None)
    coordinator = a_coordinator(house)
    house.ring()
    coordinator.taps("บอกสถานที่").says("วัดโพธิ์ชัย บ้านโนน").taps("ใช่").hears("forum.placed")
    coordinator.taps("ใช้ที่นี่ทุกเดือน").hears("forum.usual").reads("วัดโพธิ์ชัย บ้านโนน")
    house.time.stands_at("2026-09-01T09:00")
    house.ring()
    assert the_forum(house).place == "วัดโพธิ์ชัย บ้านโนน"
    assert house.keys_to(NAEN).count("duty.place") == 1
    button = {"type": "postback", "data": f"place_of/{the_forum(house).id}/every_month"}
    a_villager(house, 0xB9).taps_old(button).hears("talk.old_button")


def test_nobody_but_who_answers_for_the_region_may_name_the_place(house: House) -> None:
    planned_forums(house)
    button = {"type": "postback", "data": f"place_of/{the_forum(house).id}"}
    a_villager(house).taps_old(button).hears("talk.old_button")


def test_who_joins_after_the_sending_gets_the_invitation_once(house: House) -> None:
    planned_forums(house)
    house.time.stands_at(INVITING)
    house.ring()
    talk = a_stranger(house)
    talk.follows().hears("welcome.hello", "consent.ask").taps("ตกลง").taps("ตกลง บอกวันนัด")
    talk.says("ต.วังชัย อ.น้ำพอง ขอนแก่น").hears("home.done", "forum.invitation")
    talk.says("ย้ายบ้าน").hears("home.ask").says("อ.หาดใหญ่ จ.สงขลา").hears("home.done", "forum.invitation")
    talk.says("ย้ายบ้าน").says("ต.วังชัย อ.น้ำพอง ขอนแก่น").hears("home.done")


def test_who_was_invited_and_moves_away_and_back_is_not_invited_again(house: House) -> None:
    talk = invited(house)
    talk.says("ย้ายบ้าน").says("อ.หาดใหญ่ จ.สงขลา").says("ย้ายบ้าน").says("ต.วังชัย อ.น้ำพอง ขอนแก่น")
    talk.hears("home.done")


def test_who_wants_no_news_is_not_invited(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    talk.says("เลิกรับข่าว").hears("news.off")
    house.time.stands_at(INVITING)
    house.ring()
    assert house.keys_to(talk.person) == ["news.off"]
    talk.says("เวทีครั้งหน้า").hears("forum.invitation")


def test_a_stranger_may_ask_when_the_next_forum_is(house: House) -> None:
    planned_forums(house)
    talk = a_stranger(house)
    talk.says("เวทีครั้งหน้า").hears("forum.which_region").taps("ภาคใต้").hears("forum.date").reads(
        "ภาคใต้", "20 ส.ค."
    )


def test_a_clock_that_stood_still_for_three_days_catches_up_once(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    house.time.stands_at("2026-08-09T10:00")
    house.ring()
    house.ring()
    assert house.keys_to(talk.person) == ["forum.invitation"]


def test_the_months_ahead_are_planned_and_shifted_off_holidays(house: House) -> None:
    house.time.stands_at("2026-11-20T09:00")
    house.ring()
    assert the_forum(house).number == "northeast-2569-12"
    with house.db() as db:
        assert (
            db.scalar(select(func.count()).select_from(Forum)) == 7
        )  # the national one of November is ahead, too


def test_a_thousand_members_are_three_calls_and_each_is_reached_once(house: House) -> None:
    from bot.commands.seeding import seed_members

    planned_forums(house)
    with house.db() as db:
        seed_members(db, 1200, "northeast")
        reached = set(people.living_in(db, ["northeast"], "th"))
    for line_id in reached:
        house.line.world.add_person(_someone(line_id))
    house.time.stands_at(INVITING)
    house.ring()
    with house.db() as db:
        rows = list(db.scalars(select(Parcel.recipients).where(Parcel.idempotency_key.startswith("invite/"))))
    assert sorted(map(len, rows)) == [200, 500, 500]
    assert {to for to, _ in house.said} == reached
    assert len(house.said) == 1200


def _someone(line_id: str):  # type: ignore[no-untyped-def]
    from bot.simulator import Person

    return Person(line_id, "สมาชิก")


def test_trouble_told_after_how_many_was_tapped_is_a_report(house: House) -> None:
    talk = invited(house)
    talk.taps("ไปหลายคน").taps("4").hears("rsvp.going", "sheet.sector", people=4)
    talk.says("น้ำท่วมบ้าน 3 หลัง ข้าวของเสียหาย").hears("report.sure")
    talk.taps("ไปหลายคน").says("ไฟดับ 5 หลังทั้งซอย").hears("report.sure")


def test_the_next_forum_shows_the_answer_she_gave(house: House) -> None:
    talk = invited(house)
    talk.taps("ไปหลายคน").says("ห้าคนค่ะ").hears("rsvp.going", "sheet.sector", people=5)
    talk.says("เวทีครั้งหน้า").hears("rsvp.mine_going", people=5).sees("เปลี่ยนคำตอบ")
    talk.sends_sticker("ok").hears("rsvp.mine_going")


def test_a_count_that_cannot_be_is_asked_again(house: House) -> None:
    talk = invited(house)
    talk.taps("ไปหลายคน").says("500").hears("rsvp.how_many").says("สิบ")
    talk.hears("rsvp.going", "sheet.sector", people=10)


def test_who_wants_no_news_is_not_reminded(house: House) -> None:
    talk = invited(house)
    talk.taps("ไป").says("เลิกรับข่าว")
    house.time.stands_at("2026-08-19T17:00")
    house.ring()
    assert "forum.reminder_day_before" not in house.keys_to(talk.person)
