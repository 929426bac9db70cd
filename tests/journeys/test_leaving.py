"""Every talk can be left and taken up again; what is old, doubled or strange gets a kind answer."""

from sqlalchemy import func, select

from models.post import inbox
from models.reports import Report
from tests.house import House
from tests.makers import a_stranger, a_villager


def reports_in(house: House) -> int:
    with house.db() as db:
        return db.scalar(select(func.count()).select_from(Report)) or 0


def test_leaving_in_the_middle_and_resuming(house: House) -> None:
    talk = a_villager(house)
    talk.says("ถนนเข้าหมู่บ้านพังหมดแล้ว รถเข้าไม่ได้").hears("report.sure")
    talk.says("ยกเลิก").hears("talk.left").sees("ทำต่อ", "ทิ้งไปเลย")
    house.time.goes(days=1)
    talk.says("แจ้งเรื่อง").hears("report.unsent").reads("ถนนเข้าหมู่บ้าน")
    talk.taps("ทำต่อ").hears("report.sure").taps("ส่งเรื่องนี้").hears("report.filed", "report.wish")


def test_a_talk_that_was_thrown_away_is_gone(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").says("ยกเลิก").taps("ทิ้งไปเลย").hears("talk.dropped")
    talk.says("แจ้งเรื่อง").hears("report.story")


def test_leaving_when_nothing_is_open(house: House) -> None:
    a_villager(house).says("ยกเลิก").hears("talk.nothing_open")


def test_yesterdays_button_gets_a_kind_answer(house: House) -> None:
    talk = a_villager(house)
    button = talk.says("ไฟดับทั้งหมู่บ้าน").button("บอกตำแหน่ง")
    talk.taps("ส่งเรื่องนี้")
    house.time.goes(days=1)
    talk.taps_old(button).hears("report.already", number="ขก-0001")


def test_a_button_nobody_knows_any_more(house: House) -> None:
    a_villager(house).taps_old({"type": "postback", "data": "poem/7"}).hears("talk.old_button")


def test_garbage_in_a_button_is_an_old_button(house: House) -> None:
    talk = a_villager(house)
    for data in ("", "/", "rsvp", "rsvp/x/going", "rsvp/99999999999999999999/going", "report/1/topics/🙂",
                 "home/1/home/area/99", "mine/x", "danger/9/trapped/1-2", "consent", "open", "forum/x"):  # fmt: skip
        talk.taps_old({"type": "postback", "data": data})
        assert len(talk.heard) >= 1, data
    with house.sessions() as db:
        assert inbox.counts(db)["set_aside"] == 0


def test_two_taps_at_once_file_one_report(house: House) -> None:
    talk = a_villager(house)
    button = talk.says("ไฟดับทั้งหมู่บ้าน").button("ส่งเรื่องนี้")
    with talk.burst():
        talk.taps_old(button)
        talk.taps_old(button)
    talk.hears("report.filed", "report.wish", "report.already", number="ขก-0001")
    assert reports_in(house) == 1


def test_trouble_after_a_number_starts_a_new_report(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").hears("report.filed", "report.wish")
    talk.says("น้ำประปาไม่ไหลด้วยค่ะ สามวันแล้ว").hears("report.sure")
    talk.taps("ส่งเรื่องนี้").hears("report.filed", "report.wish", number="ขก-0002")


def test_a_photo_after_a_number_is_added_to_it(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้")
    talk.sends_photos(1).hears("report.added", number="ขก-0001", photos=1)
    house.time.goes(minutes=20)
    talk.sends_photos(1).hears("report.topic")


def test_five_thousand_characters_are_a_report_like_any_other(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วม" + "ม" * 4990).hears("report.sure").taps("ส่งเรื่องนี้").hears("report.filed", "report.wish")


def test_only_emoji(house: House) -> None:
    a_villager(house).says("😭😭😭").hears("help.lost")


def test_a_sticker_without_an_invitation_is_not_ignored(house: House) -> None:
    a_villager(house).sends_sticker("ok").hears("help.lost")


def test_a_file_we_cannot_open(house: House) -> None:
    a_villager(house).sends_file().hears("help.cannot")


def test_a_date_that_does_not_exist_is_said_and_the_report_goes_on(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วมตั้งแต่วันที่ 31 กุมภาพันธ์").hears("report.sure_of_date").reads("31 กุมภาพันธ์", "ไม่มีในปฏิทิน")


def test_who_does_not_agree_leaves_nothing_behind(house: House) -> None:
    talk = a_stranger(house)
    talk.says("เขาแอบทิ้งน้ำเสียลงคลอง ปลาตายหมด").taps("ส่งเรื่องนี้").hears("report.filed", "consent.ask")
    talk.taps("อ่านก่อน").hears("consent.more").taps("ยังไม่ตกลง").hears("consent.refused")
    assert reports_in(house) == 0
    talk.taps("เวทีครั้งหน้า").hears("forum.which_region")
    talk.says("น้ำเสียยังไหลลงคลองอยู่").hears("consent.needed").sees("ตกลง ให้เก็บได้")
    talk.says("ช่วยด้วย ลูกจมน้ำ").hears("danger.numbers", "danger.trapped")


def test_seven_days_of_silence_are_a_no(house: House) -> None:
    talk = a_stranger(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").hears("report.filed", "consent.ask")
    house.time.goes(days=6)
    house.ring()
    assert reports_in(house) == 1
    house.time.goes(days=1)
    house.ring()
    assert reports_in(house) == 0


def test_erasing_asks_once_and_leaves_nothing(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้")
    talk.says("ลบข้อมูล").hears("erase.sure").taps("ลบทั้งหมด").hears("erase.done")
    assert reports_in(house) == 0
    talk.says("ติดตามเรื่อง").hears("mine.none")


def test_a_bare_stop_asks_which(house: House) -> None:
    talk = a_villager(house)
    talk.says("เลิก").hears("news.which").taps("เลิกรับข่าว").hears("news.off")
    talk.taps("รับข่าวเหมือนเดิม").hears("news.on")


def test_a_number_is_found_however_it_is_typed(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ข้าม").hears("report.no_wish")
    for typed in ("ขก-0001", "ขก1", "ขก 0001", "ขก.๑"):
        talk.says(typed).hears("mine.one", number="ขก-0001")


def test_the_topic_the_place_and_the_kind_can_be_mended(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("แก้เรื่อง").hears("report.what_to_edit")
    talk.taps("แก้ชนิดเรื่อง").hears("report.kind").taps("ขอเสนอ").hears("report.sure").reads("ข้อเสนอ")
    talk.taps("แก้เรื่อง").taps("แก้หัวข้อ").hears("report.topic").taps("น้ำท่วม").reads("น้ำท่วม")
    talk.taps("บอกตำแหน่ง").hears("report.place").says("อำเภอหาดใหญ่ สงขลา").hears("report.sure").reads(
        "หาดใหญ่"
    )
    talk.taps("แก้เรื่อง").taps("เล่าใหม่").hears("report.story").says("ถนนขาด").hears("report.sure").reads(
        "ถนนขาด"
    )
    talk.taps("ส่งเรื่องนี้").hears("report.filed", "report.wish", number="สข-0001")


def test_unsending_takes_the_words_out_everywhere(house: House) -> None:
    talk = a_villager(house)
    event = house.line.says(talk.person, "เจ้าพ่อบ่อนข่มขู่ชาวบ้าน ยิงปืนขู่เมื่อวาน")
    house.settle()
    house.line.unsends(talk.person, event["message"]["id"])
    house.settle()
    assert "เจ้าพ่อบ่อน" not in everything_in(house)


def everything_in(house: House) -> str:
    from models.base import Base

    with house.sessions() as db:
        return "\n".join(
            str(row) for table in Base.metadata.sorted_tables for row in db.execute(select(table))
        )


def test_unsending_after_the_number_empties_the_report(house: House) -> None:
    talk = a_villager(house)
    event = house.line.says(talk.person, "ไฟดับทั้งหมู่บ้านโนนสะอาด")
    house.settle()
    talk.taps("ส่งเรื่องนี้")
    house.line.unsends(talk.person, event["message"]["id"])
    house.settle()
    assert "โนนสะอาด" not in everything_in(house)
    assert reports_in(house) == 1


def test_a_second_report_after_a_finished_wish_is_a_report_of_its_own(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วมบ้านสามหลัง").taps("ส่งเรื่องนี้").says("อยากให้ขุดลอกคลอง").hears("report.wished")
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").hears("report.filed", "report.wish", number="ขก-0002")


def test_a_trouble_without_a_topic_keeps_its_number_in_sight(house: House) -> None:
    talk = a_villager(house)
    talk.says("แจ้งเรื่อง").says("ศาลาเก่าแล้วค่ะ").hears("report.sure").reads("เรื่องเดือดร้อน")
    talk.taps("ส่งเรื่องนี้").reads("เรื่องที่ ขก-0001")


def test_a_number_typed_in_the_middle_of_a_report_shows_that_report(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ข้าม")
    talk.says("น้ำประปาไม่ไหลมาสามวันแล้ว").hears("report.sure").says("ขก 1").hears("mine.one", number="ขก-0001")
    talk.taps("ส่งเรื่องนี้").hears("report.filed", "report.wish", number="ขก-0002")


def test_a_story_of_many_lines_is_shown_on_one(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วม\nบ้าน\nสามหลัง\n\nข้าวของ\nเสียหาย").reads("“น้ำท่วม บ้าน สามหลัง ข้าวของ เสียหาย”")


def test_photos_in_one_breath_with_a_new_trouble_belong_to_it(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ข้าม")
    with talk.burst():
        talk.sends_photos(2)
        talk.says("น้ำประปาไม่ไหลมาสามวันแล้ว")
    talk.hears("report.sure", photos=2)


def test_only_an_unsent_report_is_offered_by_its_button(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").says("ยกเลิก").says("ติดตามเรื่อง").hears("mine.unsent").taps("ทำต่อ").hears(
        "report.sure"
    )


def test_a_photo_taken_back_before_it_was_fetched_is_never_kept(house: House) -> None:
    from models.media import Media

    talk = a_villager(house)
    [event] = house.line.sends_photos(talk.person, [b"photo"])
    house.answer()
    house.line.unsends(talk.person, event["message"]["id"])
    house.settle()
    with house.sessions() as db:
        assert db.scalars(select(Media)).all() == []


def test_the_alarm_of_a_person_who_does_not_agree_goes_out_all_the_same(house: House) -> None:
    from tests.makers import a_coordinator

    coordinator, talk = a_coordinator(house, "south"), a_stranger(house)
    talk.says("ช่วยด้วย อยู่ จ.สงขลา น้ำถึงคอ").taps("1-2 คน").taps("ข้าม").taps("ยังไม่ตกลง").hears("consent.refused")
    assert "duty.danger" in house.keys_to(coordinator.person)
    assert "น้ำถึงคอ" not in everything_in(house)


def test_unsending_one_of_two_messages_of_a_filed_report_keeps_its_topic(house: House) -> None:
    talk = a_villager(house)
    event = house.line.says(talk.person, "ไฟดับทั้งหมู่บ้าน")
    house.settle()
    talk.says("ไฟดับมาสองวันแล้ว").taps("ส่งเรื่องนี้")
    house.line.unsends(talk.person, event["message"]["id"])
    house.settle()
    talk.says("ขก 1").hears("mine.one").reads("ไฟฟ้าดับ")
    with house.sessions() as db:
        assert inbox.counts(db)["set_aside"] == inbox.counts(db)["waiting"] == 0


def test_trouble_told_while_home_is_asked_is_a_report_and_home_is_asked_again(house: House) -> None:
    talk = a_stranger(house)
    talk.says("สวัสดี").taps("ตกลง").hears("consent.thanks", "home.ask")
    talk.says("ไฟดับทั้งหมู่บ้าน ต.วังชัย อ.น้ำพอง ขอนแก่น").hears("report.sure").taps("ส่งเรื่องนี้")
    talk.hears("report.filed", "home.ask", number="ขก-0001")


def test_who_said_no_is_asked_before_anything_is_kept(house: House) -> None:
    talk = a_stranger(house)
    talk.says("สวัสดี").taps("ยังไม่ตกลง").hears("consent.refused")
    for words in ("แจ้งเรื่อง", "ย้ายบ้าน", "เลิกรับข่าว"):
        talk.says(words).hears("consent.needed")
    talk.sends_photos(1).hears("consent.needed")


def test_an_old_refusal_after_agreeing_asks_before_it_erases(house: House) -> None:
    talk = a_stranger(house)
    refusal = talk.says("สวัสดี").button("ยังไม่ตกลง")
    talk.taps("ตกลง").taps("ข้าม").says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้")
    talk.taps_old(refusal).hears("erase.sure")
    assert reports_in(house) == 1


def test_a_wish_is_a_wish_and_skipping_may_be_typed(house: House) -> None:
    talk = a_villager(house)
    for number, wish in enumerate(("ซ่อมสะพาน", "ขอถุงยังชีพ", "ปราบยาบ้า", "ไม่ให้น้ำท่วมอีก"), 1):
        talk.says("สะพานไม้ข้ามคลองพัง").taps("ส่งเรื่องนี้")
        talk.says(wish).hears("report.wished", number=f"ขก-{number:04d}")
    talk.says("สะพานไม้ข้ามคลองพัง").taps("ส่งเรื่องนี้").says("ไม่มีค่ะ").hears("report.no_wish")


def test_polite_endings_change_nothing(house: House) -> None:
    talk = a_villager(house)
    talk.says("วิธีใช้ค่ะ").hears("help.how_to")
    talk.says("ไฟดับทั้งหมู่บ้าน").says("ยกเลิกครับ").hears("talk.left")
    talk.says("แจ้งเรื่องค่ะ").hears("report.unsent")
    talk.says("ลบข้อมูลนะคะ").hears("erase.sure")


def test_typing_what_a_button_says_is_tapping_it(house: House) -> None:
    talk = a_stranger(house)
    talk.says("สวัสดี").says("ตกลง ให้เก็บได้").hears("consent.thanks", "home.ask").says("อีสาน").hears(
        "place.province"
    )
    talk.says("ขอนแก่น").hears("place.district").says("ข้าม").hears("home.done", "consent.invitations")
    talk.says("ไฟดับทั้งหมู่บ้าน").says("ส่งเรื่องนี้ค่ะ").hears("report.filed", "report.wish")


def test_no_at_the_last_question_asks_what_to_mend(house: House) -> None:
    a_villager(house).says("ไฟดับทั้งหมู่บ้าน").says("ผิดแล้วค่ะ").hears("report.what_to_edit")
