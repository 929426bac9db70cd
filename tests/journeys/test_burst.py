"""What comes in one breath gets one answer, and nothing that is owed is lost by it."""

from sqlalchemy import select

from models.people import Person
from models.reports import Report
from tests.house import House
from tests.makers import a_stranger, a_villager
from tests.talk import Talk

TROUBLE = "น้ำท่วมบ้านสามหลัง 3 วันแล้วค่ะ"


def calls_to(house: House, talk: Talk) -> int:
    return len(house.line.heard_by(talk.person))


def keeping_of(house: House, talk: Talk) -> str:
    with house.sessions() as db:
        found = db.scalar(select(Person.keeping).where(Person.line_id == talk.person))
    return str(found)


def says_all(talk: Talk, *words: str) -> None:
    with talk.burst():
        for said in words:
            talk.says(said)
            talk.house.answer()
            talk.house.time.goes(seconds=1)


def test_a_greeting_and_a_trouble_get_one_answer(house: House) -> None:
    talk = a_villager(house)
    says_all(talk, "สวัสดีค่ะ", TROUBLE)
    talk.hears("report.sure").reads("น้ำท่วม")
    assert calls_to(house, talk) == 1


def test_a_strangers_greeting_and_trouble_get_one_answer_and_consent_when_it_is_due(house: House) -> None:
    talk = a_stranger(house)
    says_all(talk, "สวัสดีค่ะ", TROUBLE)
    talk.hears("report.sure")
    assert keeping_of(house, talk) == "unasked"
    talk.taps("ส่งเรื่องนี้").hears("report.filed", "consent.ask").taps("ตกลง").hears("consent.thanks", "home.ask")


def test_a_lone_greeting_is_answered_when_the_breath_is_over(house: House) -> None:
    talk = a_villager(house)
    house.line.says(talk.person, "สวัสดีค่ะ")
    house.answer()
    house.send()
    assert calls_to(house, talk) == 0
    house.settle()
    assert calls_to(house, talk) == 1
    assert house.keys_to(talk.person) == ["help.greeting"]


def test_a_strangers_lone_greeting_is_answered_with_the_question_of_consent(house: House) -> None:
    talk = a_stranger(house)
    talk.says("สวัสดีค่ะ").hears("welcome.hello", "consent.ask").sees("ตกลง ให้เก็บได้")
    assert keeping_of(house, talk) == "asked"


def test_who_was_never_asked_has_not_refused_after_seven_days(house: House) -> None:
    talk = a_stranger(house)
    says_all(talk, "สวัสดีค่ะ", TROUBLE)
    talk.says("ยกเลิก").hears("talk.left")
    house.time.goes(days=7)
    house.ring()
    talk.says(TROUBLE).hears("report.sure")


def test_who_was_asked_long_ago_stays_asked_when_she_greets_in_one_breath(house: House) -> None:
    talk = a_stranger(house)
    talk.says(TROUBLE).taps("ส่งเรื่องนี้").hears("report.filed", "consent.ask")
    house.time.goes(days=3)
    says_all(talk, "สวัสดีค่ะ", "ไฟดับทั้งหมู่บ้าน")
    talk.hears("report.sure")
    assert keeping_of(house, talk) == "asked"
    house.time.goes(days=4)
    house.ring()
    with house.sessions() as db:
        assert db.scalars(select(Report)).all() == []


def test_greeting_twice_is_answered_once(house: House) -> None:
    for talk, answer in (
        (a_villager(house, 0xB9, name="คำมี"), ["help.greeting"]),
        (a_stranger(house), ["welcome.hello", "consent.ask"]),
    ):
        says_all(talk, "สวัสดีค่ะ", "สวัสดีตอนเช้านะคะ", "หนูชื่อคำมี")
        talk.hears(*answer)


def test_a_greeting_by_sticker_waits_too(house: House) -> None:
    talk = a_stranger(house)
    with talk.burst():
        talk.sends_sticker("hello")
        talk.says(TROUBLE)
    talk.hears("report.sure")


def test_a_greeting_before_a_cry_gives_way_to_the_numbers(house: House) -> None:
    talk = a_stranger(house)
    says_all(talk, "สวัสดีค่ะ", "ช่วยด้วย น้ำถึงคอแล้ว")
    talk.hears("danger.numbers", "danger.trapped").taps("1-2 คน").taps("ข้าม")
    talk.hears("danger.told", "consent.ask")


def test_a_greeting_before_an_opening_word_keeps_the_question_of_consent(house: House) -> None:
    talk = a_stranger(house)
    says_all(talk, "สวัสดีค่ะ", "วิธีใช้")
    talk.hears("help.how_to", "consent.ask")
    assert keeping_of(house, talk) == "asked"


def test_thanks_beside_a_photo_do_not_hide_where_the_photo_went(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ข้าม")
    with talk.burst():
        talk.sends_photos(1)
        talk.says("ขอบคุณค่ะ")
    talk.hears("report.added", photos=1)


def test_words_beside_a_photo_go_where_the_photo_goes(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ข้าม")
    with talk.burst():
        talk.sends_photos(1)
        talk.says("ตรงนี้ค่ะ")
    talk.hears("report.added", photos=1)
    with house.sessions() as db:
        assert db.scalars(select(Report)).one().story == "ไฟดับทั้งหมู่บ้าน\nตรงนี้ค่ะ"
    talk.says("ตรงนี้ค่ะ").hears("help.lost")


def test_a_greeting_beside_a_photo_is_no_story(house: House) -> None:
    talk = a_stranger(house)
    with talk.burst():
        talk.sends_photos(1)
        talk.says("สวัสดีค่ะ")
    talk.hears("report.topic", photos=1)
    talk.taps("น้ำท่วม").hears("report.sure").reads("รูป 1")


def test_photos_whose_place_was_told_stay_there_when_a_greeting_and_a_trouble_follow(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้").taps("ข้าม").sends_photos(1).hears("report.added", photos=1)
    says_all(talk, "สวัสดีค่ะ", "น้ำประปาไม่ไหลมาสามวันแล้ว")
    talk.hears("report.sure", photos=0)


def test_a_greeting_that_went_out_already_is_not_taken_back(house: House) -> None:
    talk = a_stranger(house)
    talk.says("สวัสดีค่ะ").says(TROUBLE).hears("report.sure")
    assert keeping_of(house, talk) == "asked"
