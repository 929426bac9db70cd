"""Keeping, being told of dates, photos in papers: three questions, each at its moment, each taken back by a tap."""

import pytest

from models import consent, consents, people
from models.consents import INVITATIONS, PHOTOS
from tests.house import House
from tests.makers import a_stranger, a_villager, planned_forums, the_forum
from tests.talk import Talk

HOME = "ต.วังชัย อ.น้ำพอง ขอนแก่น"
INVITING = "2026-08-06T10:00"


def states(house: House, talk: Talk) -> dict[str, str]:
    with house.db() as db:
        person = people.known_by(db, talk.person)
        return {what: consents.state(db, person, what) for what in consents.EVERY}


def a_newcomer(house: House) -> Talk:
    """She agreed to be kept and told us her home; the rest is not answered yet."""
    talk = a_stranger(house)
    talk.follows().taps("ตกลง ให้เก็บได้").says(HOME)
    return talk


def test_each_consent_is_a_question_of_its_own(house: House) -> None:
    talk = a_stranger(house)
    talk.follows().hears("welcome.hello", "consent.ask").sees("ตกลง ให้เก็บได้", "อ่านก่อน", "ยังไม่ตกลง")
    talk.taps("ตกลง ให้เก็บได้").hears("consent.thanks", "home.ask").sees("ตกลง บอกวันนัด", "ไม่ต้องบอก", "อีสาน")
    assert states(house, talk) == {"keeping": "yes", "invitations": "asked", "photos": "unasked"}
    talk.taps("ตกลง บอกวันนัด").hears("consent.invitations_yes", "home.ask")
    talk.says(HOME).hears("home.done").sees("แจ้งเรื่อง")
    assert states(house, talk) == {"keeping": "yes", "invitations": "yes", "photos": "unasked"}


def test_whoever_passes_over_the_dates_is_asked_once_more_and_loses_nothing(house: House) -> None:
    talk = a_newcomer(house)
    talk.hears("home.done", "consent.invitations").sees("แจ้งเรื่อง", "ตกลง บอกวันนัด")
    talk.says("น้ำท่วมบ้านสามหลัง").taps("ส่งเรื่องนี้").hears("report.filed", "report.wish")
    talk.taps("ข้าม").hears("report.no_wish")
    talk.taps("ตกลง บอกวันนัด").hears("consent.invitations_yes")


def test_only_who_agreed_to_dates_is_invited(house: House) -> None:
    planned_forums(house)
    asked, agreed = a_newcomer(house), a_villager(house, 0xB4)
    house.time.stands_at(INVITING)
    house.ring()
    assert "forum.invitation" in house.keys_to(agreed.person)
    assert "forum.invitation" not in house.keys_to(asked.person)


def test_whoever_says_that_she_comes_is_told_of_that_forum_until_she_wants_no_news(house: House) -> None:
    planned_forums(house)
    talk = a_newcomer(house)
    house.time.stands_at(INVITING)
    house.ring()
    talk.says("เวทีครั้งหน้า").taps("ไป").hears("rsvp.going", "sheet.sector")
    house.time.stands_at("2026-08-19T17:01")
    house.ring()
    assert house.keys_to(talk.person)[-1] == "forum.reminder_day_before"
    talk.says("เลิกรับข่าว")
    house.time.stands_at("2026-08-20T06:01")
    house.ring()
    assert "forum.reminder_last" not in house.keys_to(talk.person)
    assert the_forum(house).at


def test_photos_are_asked_about_once_and_only_when_there_is_one(house: House) -> None:
    talk = a_newcomer(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ข้าม").hears("report.no_wish")
    house.time.goes(minutes=20)
    talk.sends_photos(1).taps("น้ำท่วม").taps("ส่งเรื่องนี้").taps("ข้าม").hears("report.no_wish", "consent.photos")
    talk.taps("ตกลง ใช้รูปได้").hears("consent.photos_yes")
    house.time.goes(minutes=20)
    talk.sends_photos(1).taps("น้ำท่วม").taps("ส่งเรื่องนี้").taps("ข้าม").hears("report.no_wish")
    assert states(house, talk)[PHOTOS] == "yes"


def test_a_newcomer_is_asked_about_her_first_photo_when_she_looks_at_that_report(house: House) -> None:
    talk = a_stranger(house)
    talk.sends_photos(1).taps("น้ำท่วม").taps("ส่งเรื่องนี้").hears("report.filed", "consent.ask")
    talk.taps("ตกลง ให้เก็บได้").says(HOME).hears("home.done", "consent.invitations")
    talk.says("ติดตามเรื่อง").taps(talk.number).hears("mine.one", "consent.photos").taps("ไม่ให้ใช้รูป")
    talk.says(talk.number).hears("mine.one")
    assert states(house, talk)[PHOTOS] == "no"


def test_an_answer_is_to_the_wording_that_was_read(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = a_stranger(house)
    talk.follows()
    read = consents.WORDING
    monkeypatch.setattr(consents, "WORDING", "9999-01")
    talk.taps("ตกลง ให้เก็บได้").taps("ไม่ต้องบอก").says("ข้อมูลของฉัน").taps("ตกลง บอกวันนัด")
    with house.db() as db:
        kept = consents.history(db, people.known_by(db, talk.person))
    assert [(one.what, one.answer, one.wording) for one in kept] == [
        ("keeping", "asked", read),
        ("keeping", "yes", read),
        ("invitations", "asked", "9999-01"),
        ("invitations", "no", "9999-01"),
        ("invitations", "yes", "9999-01"),
    ]


def test_silence_about_keeping_is_kept_as_what_it_was(house: House) -> None:
    talk = a_stranger(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").hears("report.filed", "consent.ask")
    house.time.goes(days=7, minutes=1)
    house.ring()
    assert states(house, talk) == {"keeping": "no", "invitations": "unasked", "photos": "unasked"}
    with house.db() as db:
        kept = consents.history(db, people.known_by(db, talk.person))
    assert [(one.what, one.answer) for one in kept] == [("keeping", "asked"), ("keeping", "silence")]
    talk.says("สวัสดี").hears("help.greeting")


def test_a_no_to_keeping_takes_the_others_back(house: House) -> None:
    talk = a_villager(house)
    with house.db() as db:
        consent.refuse(db, people.known_by(db, talk.person))
    assert states(house, talk) == {"keeping": "no", "invitations": "no", "photos": "no"}


def test_my_data_shows_each_and_changes_each(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วมบ้านสามหลัง").taps("ส่งเรื่องนี้")
    talk.says("ข้อมูลของฉัน").hears("consent.mine", count=1, invitations_are="yes", photos_are="yes")
    talk.sees("ไม่ต้องบอก", "ไม่ให้ใช้รูป", "อ่านทั้งหมด", "ลบข้อมูล").reads("ตกลงแล้ว")
    talk.taps("ไม่ต้องบอก").hears("consent.invitations_no").taps("ข้อมูลของฉัน")
    talk.sees("ตกลง บอกวันนัด").taps("ไม่ให้ใช้รูป").hears("consent.photos_no")
    assert states(house, talk) == {"keeping": "yes", "invitations": "no", "photos": "no"}
    talk.taps("ข้อมูลของฉัน").taps("ตกลง ใช้รูปได้").hears("consent.photos_yes")


def test_without_keeping_there_is_nothing_to_show_or_to_agree_to(house: House) -> None:
    button = a_villager(house, 0xB4).says("ข้อมูลของฉัน").button("ไม่ให้ใช้รูป")
    stranger = a_stranger(house)
    stranger.follows().taps("ยังไม่ตกลง").says("ข้อมูลของฉัน").hears("consent.nothing_kept")
    stranger.taps_old(button).hears("consent.nothing_kept")


def test_silence_of_seven_days_is_a_no_to_each_apart(house: House) -> None:
    planned_forums(house)
    talk = a_newcomer(house)
    house.time.goes(days=6)
    house.ring()
    assert states(house, talk)[INVITATIONS] == "asked"
    house.time.goes(days=1, minutes=1)
    house.ring()
    house.ring()
    assert states(house, talk) == {"keeping": "yes", "invitations": "silence", "photos": "unasked"}
    with house.db() as db:
        said = [one.answer for one in consents.history(db, people.known_by(db, talk.person))]
    assert said == ["asked", "yes", "asked", "silence"]
    talk.says("ข้อมูลของฉัน").hears("consent.mine", invitations_are="no").taps("ตกลง บอกวันนัด")
    assert states(house, talk)[INVITATIONS] == "yes"


@pytest.mark.parametrize(
    "data", ["consent/photos", "consent/photos/maybe", "consent/x/yes", "consent/photos/yes/no"]
)
def test_garbage_in_a_button_changes_nothing(house: House, data: str) -> None:
    talk = a_villager(house)
    talk.taps_old({"type": "postback", "label": "x", "data": data})
    assert talk.heard
    assert states(house, talk)[PHOTOS] == "yes"


def test_each_answer_is_kept_with_its_wording_and_moment(house: House) -> None:
    talk = a_newcomer(house)
    with house.db() as db:
        kept = consents.history(db, people.known_by(db, talk.person))
        assert [(one.what, one.answer, one.wording) for one in kept] == [
            ("keeping", "asked", consents.WORDING),
            ("keeping", "yes", consents.WORDING),
            ("invitations", "asked", consents.WORDING),
        ]
