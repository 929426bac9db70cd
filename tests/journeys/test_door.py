"""At the door of a Forum: signing in by its figures, known to us or not, and taking it back."""

import pytest

from models import consent, people
from models.forums import check_in
from models.forums import forum as forums
from models.forums.forum import Forum
from tests.house import House
from tests.journeys.hall import THE_DAY, a_newcomer, cancelled, counted, hers, signed_in, the_hall
from tests.makers import a_coordinator, a_villager, planned_forums


def test_a_villager_signs_in_by_the_figures_on_the_poster(house: House) -> None:
    forum = the_hall(house)
    signed_in(house, 2)
    talk = a_villager(house)
    talk.says(f"ลงชื่อเข้าเวที {forum.check_in}").hears("checkin.signed", came=3)
    talk.reads("ลงชื่อแล้วค่ะ", "เวทีฟอรัมภาคอีสาน พฤหัสบดี 20 ส.ค. 2569", "มาแล้ว 3 คน", "เอาออกได้")
    talk.sees("ไม่ใช่ฉัน เอาออก")
    assert counted(house) == {
        "registered": 0,
        "came": 3,
        "came_unregistered": 3,
        "by_way": {"self": 3, "leader": 0, "paper": 0},
    }


@pytest.mark.parametrize("said", ["เช็กอิน {0}", "เช็คอิน{0}ค่ะ", "ลงชื่อเข้าเวที{0}", "ลงชื่อ {0}", "check in {0}"])
def test_she_may_say_it_in_other_words(house: House, said: str) -> None:
    forum = the_hall(house)
    a_villager(house).says(said.format(forum.check_in)).hears("checkin.signed")


def test_thai_figures_count_too(house: House) -> None:
    forum = the_hall(house)
    thai = str(forum.check_in).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    a_villager(house).says(f"ลงชื่อเข้าเวที {thai}").hears("checkin.signed")


def test_twice_is_said_and_counts_once_and_can_be_undone(house: House) -> None:
    forum = the_hall(house)
    talk = a_villager(house)
    talk.says(f"เช็กอิน {forum.check_in}").says(f"เช็กอิน {forum.check_in}").hears("checkin.already", came=1)
    out = talk.button("ไม่ใช่ฉัน เอาออก")
    talk.taps("ไม่ใช่ฉัน เอาออก").hears("checkin.out")
    assert counted(house)["came"] == 0
    talk.taps_old(out).hears("checkin.out").taps("ลงชื่อใหม่").hears("checkin.signed", came=1)


def test_the_count_tells_who_had_said_that_she_comes(house: House) -> None:
    planned_forums(house)
    goes, stays = a_villager(house), a_villager(house, 0xB7, name="คำ")
    walks_in = a_villager(house, 0xB8, name="สี")
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    goes.taps("ไป")
    stays.taps("ไม่สะดวก")
    house.time.stands_at(THE_DAY)
    for talk in (goes, stays, walks_in):
        talk.says(f"ลงชื่อเข้าเวที {hers(house).check_in}")
    count = counted(house)
    assert (count["registered"], count["came"], count["came_unregistered"]) == (1, 3, 2)


def test_who_comes_over_the_line_signs_in_by_the_same_figures(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    forum = hers(house)
    with house.db() as db:
        db.merge(forum).online_url = "https://meet.example.org/abc"
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    talk.taps("ร่วมออนไลน์")
    house.time.stands_at(THE_DAY)
    talk.says(f"เช็กอิน {hers(house).check_in}").hears("checkin.signed")
    assert counted(house)["came_unregistered"] == 0


def test_a_newcomer_agrees_first_and_then_she_is_in(house: House) -> None:
    forum = the_hall(house)
    talk = a_newcomer(house)
    talk.says(f"ลงชื่อเข้าเวที {forum.check_in}").hears("checkin.wait", "consent.ask").reads("ภาคอีสาน")
    assert counted(house)["came"] == 0
    talk.taps("ตกลง ให้เก็บได้").hears("checkin.signed", "consent.thanks", "home.ask", came=1)
    talk.taps_old({"type": "postback", "data": "consent/yes"})
    assert counted(house)["came"] == 1


def test_she_is_in_also_if_she_agrees_after_the_door_has_closed(house: House) -> None:
    forum = the_hall(house)
    talk = a_newcomer(house)
    talk.says(f"ลงชื่อเข้าเวที {forum.check_in}")
    house.time.stands_at("2026-08-21T10:00")
    talk.taps("ตกลง ให้เก็บได้").hears("checkin.signed", "consent.thanks", "home.ask")


def test_she_does_not_agree_and_nothing_is_kept(house: House) -> None:
    forum = the_hall(house)
    talk = a_newcomer(house)
    talk.says(f"ลงชื่อเข้าเวที {forum.check_in}").taps("ยังไม่ตกลง").hears("consent.refused")
    assert counted(house)["came"] == 0
    talk.says(f"ลงชื่อเข้าเวที {forum.check_in}").hears("checkin.wait", "consent.ask")
    talk.taps("ตกลง ให้เก็บได้").hears("checkin.signed", "consent.thanks", "home.ask")


def test_a_forum_called_off_before_she_agrees_signs_nobody_in(house: House) -> None:
    forum = the_hall(house)
    talk = a_newcomer(house)
    talk.says(f"ลงชื่อเข้าเวที {forum.check_in}")
    cancelled(house)
    talk.taps("ตกลง ให้เก็บได้").hears("consent.thanks", "home.ask")
    assert counted(house)["came"] == 0


@pytest.mark.parametrize(
    ("moment", "key"),
    [
        ("2026-08-20T05:59", "checkin.early"),
        ("2026-08-20T06:00", "checkin.signed"),
        ("2026-08-20T21:00", "checkin.signed"),
        ("2026-08-20T21:01", "checkin.over"),
        ("2026-08-06T09:00", "checkin.early"),
    ],
)
def test_the_door_opens_three_hours_before_and_closes_twelve_after(
    house: House, moment: str, key: str
) -> None:
    forum = the_hall(house, moment)
    talk = a_villager(house)
    talk.says(f"ลงชื่อเข้าเวที {forum.check_in}").hears(key)
    if key == "checkin.early":
        talk.reads("ลงชื่อได้ตั้งแต่ พฤหัสบดี 20 ส.ค. 2569 เวลา 06.00 น.")
    assert counted(house)["came"] == (key == "checkin.signed")


def test_a_forum_that_was_called_off_says_so(house: House) -> None:
    forum = the_hall(house)
    cancelled(house, "น้ำท่วมทาง")
    a_villager(house).says(f"ลงชื่อเข้าเวที {forum.check_in}").hears("rsvp.cancelled").reads("น้ำท่วมทาง")
    assert counted(house)["came"] == 0


def other_figures(house: House, nth: int = 0) -> str:
    with house.db() as db:
        taken = {one.check_in for one in db.query(Forum)}
    return [str(figures) for figures in range(1000, 9999) if str(figures) not in taken][nth]


def test_wrong_figures_are_said_kindly_and_not_guessed_for_long(house: House) -> None:
    forum = the_hall(house)
    talk = a_villager(house)
    for nth in range(5):
        talk.says(f"เช็กอิน {other_figures(house, nth)}").hears("checkin.unknown")
    talk.says(f"เช็กอิน {forum.check_in}").hears("checkin.too_many")
    a_villager(house, 0xB7, name="คำ").says(f"เช็กอิน {forum.check_in}").hears("checkin.signed")
    house.time.goes(minutes=61)
    talk.says(f"เช็กอิน {forum.check_in}").hears("checkin.signed")


@pytest.mark.parametrize("said", ["เช็กอิน 12", "ลงชื่อเข้าเวที 48211", "เช็กอิน 999999999"])
def test_too_few_or_too_many_figures(house: House, said: str) -> None:
    the_hall(house)
    a_villager(house).says(said).hears("checkin.unknown")


def test_the_word_alone_says_how(house: House) -> None:
    talk = a_villager(house)
    talk.says("เช็กอิน").hears("checkin.how").says("ลงชื่อเข้าเวที").hears("checkin.how")
    the_hall(house)
    talk.says("ลงชื่อ").hears("checkin.how")


def test_the_word_alone_before_the_day_still_answers_an_invitation(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    talk.says("ลงชื่อ").hears("rsvp.going", "sheet.sector")


def test_it_goes_before_a_talk_that_is_open(house: House) -> None:
    forum = the_hall(house)
    talk = a_villager(house)
    talk.says("แจ้งเรื่อง").says(f"เช็กอิน {forum.check_in}").hears("checkin.signed")
    talk.says("ไฟดับทั้งหมู่บ้าน").hears("report.sure")


def test_danger_goes_before_the_door(house: House) -> None:
    forum = the_hall(house)
    talk = a_villager(house).says(f"ช่วยด้วย น้ำถึงคอแล้ว ลงชื่อ {forum.check_in}")
    assert talk.heard[0]["key"] == "danger.numbers"


@pytest.mark.parametrize(
    "data", ["checkin", "checkin/x/out", "checkin/999999/out", "checkin/1/in/1", "checkin/1"]
)
def test_garbage_in_a_buttons_data(house: House, data: str) -> None:
    the_hall(house)
    a_villager(house).taps_old({"type": "postback", "data": data}).hears("talk.old_button")


def test_every_forum_has_figures_of_its_own(house: House) -> None:
    planned_forums(house)
    with house.db() as db:
        every = forums.upcoming(db)
        given = [forum.check_in for forum in every]
        assert len(set(given)) == len(given) > 5
        assert all(one is not None and len(one) == 4 and one.isdecimal() for one in given)
        assert check_in.by_figures(db, str(given[0])) is every[0]


def test_figures_of_what_is_long_over_may_come_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    old = the_hall(house)
    drawn = iter([str(old.check_in), "4821"])
    monkeypatch.setattr(forums, "_four_figures", lambda: next(drawn))
    with house.db() as db:
        lately = forums.plan_one(db, "situation", "south", house.time.now())
        assert lately.check_in == "4821"
    house.time.goes(days=40)
    drawn = iter([str(old.check_in)])
    with house.db() as db:
        again = forums.plan_one(db, "situation", "south", house.time.now())
        assert again.check_in == old.check_in
        found = check_in.by_figures(db, str(old.check_in))
        assert found is again
        assert db.get_one(Forum, old.id).check_in is None


def test_that_she_came_leaves_with_her(house: House) -> None:
    forum = the_hall(house)
    talk = a_villager(house)
    talk.says(f"เช็กอิน {forum.check_in}")
    with house.db() as db:
        consent.erase(db, people.known_by(db, talk.person))
    assert counted(house)["came"] == 0


def test_operators_read_how_many_came(house: House) -> None:
    from bot.commands.tables import forum_lines

    the_hall(house)
    signed_in(house, 2)
    a_coordinator(house)
    with house.db() as db:
        told = {line["number"]: line["attended"] for line in forum_lines(db)}
    assert (told["northeast-2569-08"], told["south-2569-08"]) == (2, 0)
