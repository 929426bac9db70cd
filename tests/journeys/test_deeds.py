"""What somebody took on has a clock: called to mind, told done or stuck; not done while one who reported says no."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from bot.words import say
from handlers import spoken
from models import issues, people, reports, roles
from models.forums import verdicts
from models.forums.resolutions import Resolution
from models.issues import Issue
from tests.deeds import a_deed, a_forum, a_neighbour, a_reporter, at, deed, merged, newest, state_of
from tests.house import House
from tests.makers import NAM_PHONG, a_coordinator, a_leader, a_villager
from tests.talk import Talk

DUE = date(2026, 9, 15)


def tapping(data: str) -> dict[str, str]:
    return {"type": "postback", "data": data}


class Town:
    """Three who report the same, under one number; one more trouble; who took the first on; the coordinator."""

    def __init__(self, house: House) -> None:
        self.house = house
        told = [a_reporter(house, figure) for figure in (0xB7, 0xB8, 0xB9, 0xBA)]
        self.first, self.second, self.third, self.other = (talk for talk, _ in told)
        self.numbers = [number for _, number in told]
        merged(house, self.numbers[0], *self.numbers[1:3])
        a_forum(house, self.numbers[0], self.numbers[3])
        self.naen, self.taker = a_coordinator(house), a_neighbour(house, 0xC1, "สมหญิง")
        self.deed = a_deed(house, self.numbers[0], self.taker, due=DUE)

    @property
    def reporters(self) -> list[Talk]:
        return [self.first, self.second, self.third]

    @property
    def states(self) -> tuple[str, str]:
        return deed(self.house, self.deed).state, state_of(self.house, self.numbers[0])

    def answers(self, talk: Talk, said: str) -> Talk:
        return talk.taps_old(tapping(f"verdict/{self.deed}/{said}"))


@pytest.fixture
def town(house: House) -> Town:
    return Town(house)


def test_who_took_it_on_is_reminded_twice_and_says_how_far_it_is(house: House, town: Town) -> None:
    for moment, keys in (
        ("2026-09-11T09:00", []),
        ("2026-09-12T08:00", []),
        ("2026-09-12T09:00", ["deed.due_soon"]),
        ("2026-09-13T09:00", ["deed.due_soon"]),
        ("2026-09-15T09:00", ["deed.due_soon", "deed.due"]),
        ("2026-09-15T16:00", ["deed.due_soon", "deed.due"]),
    ):
        at(house, moment)
        told = [key for key in house.keys_to(town.taker.person) if key.startswith("deed.")]
        assert told == keys, moment
    town.taker.taps("กำลังทำ").hears("deed.moved").reads("กำลังทำ")
    assert town.states == ("working", "working")
    town.taker.taps("ดูข้อนี้").hears("deed.one")
    assert "กำลังทำ" not in town.taker.labels


def test_told_done_with_a_photo_and_everybody_behind_it_is_asked(house: House, town: Town) -> None:
    at(house, "2026-09-15T09:00")
    town.taker.taps("เสร็จแล้ว").hears("deed.photo").says("เดี๋ยวส่งนะ").hears("deed.photo")
    town.taker.sends_photos(1).hears("deed.told_done")
    assert town.states == ("told_done", "accepted")
    assert deed(house, town.deed).history[-1].message_id
    for talk, number in zip(town.reporters, town.numbers, strict=False):
        assert house.keys_to(talk.person)[-1] == "verdict.ask_done"
        asked = [message for to, message in house.said if to == talk.person][-1]
        assert asked["values"]["number"] == number
        words = say(asked["key"], "th", asked["values"])
        assert {"แก้แล้ว", "ดีขึ้นบ้าง", "ยังเหมือนเดิม", "ไม่แน่ใจ"} <= set(talk.labels)
        assert all(part in words for part in ("น้ำกินน้ำใช้", "น้ำพอง", "เปลี่ยนเครื่องสูบน้ำ"))
    assert "verdict.ask_done" not in house.keys_to(town.other.person)


def told_done(house: House, town: Town) -> None:
    at(house, "2026-09-15T09:00")
    town.taker.taps("เสร็จแล้ว").taps("ข้าม").hears("deed.told_done")


def test_it_is_done_when_all_have_answered_and_nobody_says_no(house: House, town: Town) -> None:
    told_done(house, town)
    town.first.taps("แก้แล้ว").hears("verdict.kept_fixed")
    town.second.taps("ดีขึ้นบ้าง").hears("verdict.kept_better")
    assert town.states == ("told_done", "accepted")
    town.third.taps("ไม่แน่ใจ").hears("verdict.kept_unsure")
    assert town.states == ("done", "done")
    house.time.goes(days=20)
    house.ring()
    town.second.taps_old(tapping(f"verdict/{town.deed}/same")).hears("verdict.kept_same")
    assert town.states == ("contested", "contested")


def test_nobody_says_it_is_fixed_and_it_waits_a_week(house: House, town: Town) -> None:
    told_done(house, town)
    for talk in town.reporters:
        talk.taps("ดีขึ้นบ้าง")
    assert town.states[0] == "told_done"
    at(house, "2026-09-22T09:30")
    assert town.states == ("done", "done")


def test_a_week_of_silence_closes_it(house: House, town: Town) -> None:
    told_done(house, town)
    at(house, "2026-09-21T09:30")
    assert town.states[0] == "told_done"
    at(house, "2026-09-22T09:30")
    assert town.states == ("done", "done")


def test_one_no_keeps_it_open_and_both_views_stay_visible(house: House, town: Town) -> None:
    told_done(house, town)
    town.first.taps("แก้แล้ว")
    town.second.taps("แก้แล้ว")
    town.third.taps("ยังเหมือนเดิม").hears("verdict.kept_same").reads("เรื่องนี้ยังไม่ปิด")
    assert town.states == ("contested", "contested")
    at(house, "2026-10-30T09:30")
    assert town.states == ("contested", "contested")
    story = (
        town.first.says(town.numbers[0])
        .hears("mine.one")
        .reads("ผู้รับบอกว่าเสร็จ แต่ยังไม่เรียบร้อย", "แก้แล้ว 2 ยังเหมือนเดิม 1")
    )
    lines = say("mine.one", "th", story.heard[0]["values"]).split("\n")
    assert len(lines) <= 4
    town.naen.says(town.numbers[0]).hears("area.one").reads("แก้แล้ว 2 ยังเหมือนเดิม 1", "เปลี่ยนเครื่องสูบน้ำ")
    town.naen.taps_old(tapping(f"deed/{town.deed}")).hears("deed.one").reads("แก้แล้ว 2 ยังเหมือนเดิม 1")


def test_the_no_is_told_once_a_day_to_who_took_it_and_the_coordinator(house: House, town: Town) -> None:
    told_done(house, town)
    for talk in (town.first, town.second):
        talk.taps("ยังเหมือนเดิม")
    for talk in (town.taker, town.naen):
        assert house.keys_to(talk.person).count("verdict.contested") == 1
    house.time.goes(days=1)
    town.third.taps("ยังเหมือนเดิม")
    assert house.keys_to(town.naen.person).count("verdict.contested") == 2
    words = say("verdict.contested", "th", town.naen.house.said[-1][1]["values"]) if town.naen else ""
    assert "บุญ" not in words


def test_an_answer_can_be_changed_and_the_newest_counts(house: House, town: Town) -> None:
    told_done(house, town)
    town.first.taps("ยังเหมือนเดิม").taps("เปลี่ยนคำตอบ").hears("verdict.again").taps("แก้แล้ว")
    assert town.states[0] == "told_done"
    for talk in (town.second, town.third):
        talk.taps("แก้แล้ว")
    assert town.states == ("done", "done")
    with house.db() as db:
        assert verdicts.counts(db, db.get_one(Resolution, town.deed)) == [["fixed", 3]]


def test_told_done_again_after_a_no_everybody_is_asked_again_and_the_no_stands(
    house: House, town: Town
) -> None:
    told_done(house, town)
    town.first.taps("ยังเหมือนเดิม")
    house.time.goes(days=3)
    town.taker.says("งานค้าง").says("1 เสร็จแล้วครับ").taps("ข้าม").hears("deed.told_done")
    assert house.keys_to(town.second.person).count("verdict.ask_done") == 2
    assert town.states[0] == "told_done"
    house.time.goes(days=8)
    house.ring()
    assert town.states == ("contested", "contested")
    town.first.taps("แก้แล้ว")
    house.ring()
    assert town.states == ("done", "done")


def test_only_those_who_reported_it_answer(house: House, town: Town) -> None:
    told_done(house, town)
    stranger = a_villager(house)
    for talk in (stranger, town.other, town.taker):
        town.answers(talk, "same").hears("verdict.not_yours")
    assert town.states[0] == "told_done"
    town.answers(town.first, "wonderful").hears("verdict.again")


def test_whoever_took_her_report_back_has_no_say_any_more(house: House, town: Town) -> None:
    told_done(house, town)
    town.third.taps("ยังเหมือนเดิม")
    assert town.states[0] == "contested"
    with house.db() as db:
        report = reports.by_number(db, town.numbers[2])
        assert report
        reports.withdraw(db, report)
        assert verdicts.counts(db, db.get_one(Resolution, town.deed)) == []
    town.answers(town.third, "fixed").hears("verdict.not_yours")


def test_the_day_after_it_was_due_everybody_is_asked_whatever_is_told(house: House, town: Town) -> None:
    at(house, "2026-09-15T10:00")
    assert "verdict.ask_due" not in house.keys_to(town.first.person)
    for moment in ("2026-09-16T08:00", "2026-09-16T09:00", "2026-09-17T09:00"):
        at(house, moment)
    for talk in town.reporters:
        assert house.keys_to(talk.person).count("verdict.ask_due") == 1
    town.first.taps("ยังเหมือนเดิม")
    assert town.states == ("contested", "contested")
    town.first.taps("เปลี่ยนคำตอบ").taps("ดีขึ้นบ้าง")
    assert town.states == ("working", "working")


def test_before_it_is_asked_no_button_answers(house: House, town: Town) -> None:
    town.answers(town.first, "same").hears("verdict.over")
    assert town.states[0] == "accepted"


def test_stuck_tells_why_and_may_name_a_new_day(house: House, town: Town) -> None:
    at(house, "2026-09-15T09:00")
    town.taker.taps("ติดขัด").hears("deed.why_stuck").says("รออะไหล่จากกรุงเทพฯ").hears("deed.new_day")
    town.taker.says("ไม่แน่").hears("deed.new_day_again").says("31 ก.ย.").hears("conclude.impossible")
    town.taker.says("30 ก.ย.").hears("deed.is_stuck").reads("รออะไหล่จากกรุงเทพฯ", "พุธ 30 ก.ย. 2569")
    assert town.states == ("stuck", "stuck")
    assert deed(house, town.deed).due == date(2026, 9, 30)
    at(house, "2026-09-27T09:00")
    assert house.keys_to(town.taker.person)[-1] == "deed.due_soon"


def test_a_list_of_what_is_owed_and_answers_by_number(house: House, town: Town) -> None:
    far = a_deed(house, town.numbers[3], town.taker, due=date(2026, 8, 31), text="สำรวจบ้านเสียหาย")
    a_deed(house, town.numbers[3], town.taker, text="ตั้งกองทุน")
    house.time.stands_at("2026-09-02T10:00")
    town.taker.says("งานค้าง").hears("deed.list", owed=3)
    town.taker.reads("1) สำรวจบ้านเสียหาย", "(เลยมา 2 วัน)", "2) เปลี่ยนเครื่องสูบน้ำ", "(อีก 13 วัน)", "3) ตั้งกองทุน")
    town.taker.says("2").hears("deed.one", number=town.numbers[0])
    town.taker.says("3 ติด ยังไม่มีเงิน").hears("deed.new_day").taps("ยังไม่กำหนดวัน").hears("deed.is_stuck")
    assert (newest(house).state, newest(house).history[-1].detail) == ("stuck", "ยังไม่มีเงิน")
    town.taker.says("๑ เสร็จ").hears("deed.photo").taps("ข้าม").hears("deed.told_done")
    assert deed(house, far).state == "told_done"
    town.taker.says("2 กำลังทำ").hears("deed.moved").says("9 เสร็จ").hears("deed.no_such")
    town.taker.says("งานค้าง").hears("deed.list", owed=2)
    town.naen.says("ค้าง").hears("deed.list", owed=2)
    town.other.says("งานค้าง").hears("deed.none")


def test_a_number_means_nothing_to_who_saw_no_list(house: House, town: Town) -> None:
    keys = [m["key"] for m in town.taker.says("2 เสร็จ").heard]
    assert not [key for key in keys if key.startswith("deed.")]


@pytest.mark.parametrize("said", ["2 ติดตาม", "2 ติดต่อใคร", "2 คน", "เสร็จ", "20/9 เสร็จ"])
def test_what_only_looks_like_a_step_is_none(said: str) -> None:
    assert spoken.of_deed(said) is None


def test_others_cannot_move_it(house: House, town: Town) -> None:
    for verb in ("done", "accept", "working", "stuck", "date", ""):
        town.other.taps_old(tapping(f"deed/{town.deed}/{verb}")).hears("deed.not_yours")
    town.naen.taps_old(tapping(f"deed/{town.deed}/accept")).hears("deed.not_yours")
    assert town.states[0] == "accepted"


def test_a_step_that_does_not_follow_shows_how_it_stands(house: House, town: Town) -> None:
    told_done(house, town)
    for verb in ("done", "working", "stuck", "accept"):
        town.taker.taps_old(tapping(f"deed/{town.deed}/{verb}")).hears("deed.one")
    with house.db() as db:
        db.get_one(Resolution, town.deed).state = "withdrawn"
    town.taker.taps_old(tapping(f"deed/{town.deed}/working")).hears("deed.withdrawn")


def test_the_photo_opens_for_those_who_see_the_story(house: House, town: Town) -> None:
    at(house, "2026-09-15T09:00")
    town.taker.taps("เสร็จแล้ว").sends_photos(1).hears("deed.told_done")
    town.first.says(town.numbers[0]).hears("mine.one").sees("ดูรูปที่ทำเสร็จ")
    link = town.first.button("ดูรูปที่ทำเสร็จ")["uri"]
    found = re.search(r"/m/[^?]+", link)
    assert found
    assert house.web.get(found[0]).status_code == 200
    assert "image" in str(house.web.get(f"{found[0]}/0").mimetype)
    house.time.goes(days=2)
    assert house.web.get(found[0]).status_code == 404


def test_who_took_it_on_and_was_forgotten_is_reminded_of_nothing(house: House, town: Town) -> None:
    town.taker.says("ลบข้อมูล").taps("ลบทั้งหมด").hears("erase.done")
    at(house, "2026-09-15T09:00")
    assert "deed.due" not in house.keys_to(town.taker.person)
    town.naen.says("งานค้าง").hears("deed.list", owed=1)


def test_an_answer_while_the_issue_is_merged_is_not_lost(house: House, town: Town) -> None:
    told_done(house, town)
    with house.db() as db:
        other = issues.by_number(db, town.numbers[3])
        head = issues.by_number(db, town.numbers[0])
        assert other
        assert head
        pair = (head.id, other.id)
        voices = [people.known_by(db, talk.person).id for talk in town.reporters]

    def merges(_: int) -> None:
        with house.sessions.begin() as db:
            assert issues.merge(db, db.get_one(Issue, pair[1]), db.get_one(Issue, pair[0]))

    def says(person_id: int) -> None:
        with house.sessions.begin() as db:
            person = people.by_id(db, person_id)
            assert person
            verdicts.answer(db, db.get_one(Resolution, town.deed), person, "same")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda act: act[0](act[1]), [*((says, one) for one in voices), (merges, 0)]))
    with house.db() as db:
        assert verdicts.counts(db, db.get_one(Resolution, town.deed)) == [["same", 3]]
        heads = {db.get_one(Issue, number).head for number in pair}
        assert len(heads) == 1
        assert db.get_one(Resolution, town.deed).state == "contested"
        assert [step.state for step in heads.pop().history].count("merged") == 0
    town.answers(town.other, "fixed").hears("verdict.kept_fixed")


def test_a_leader_sees_and_moves_what_is_owed_in_her_tambon(house: House, town: Town) -> None:
    leader = a_leader(house, NAM_PHONG)
    leader.says("งานค้าง").hears("deed.list", owed=1).taps("1").hears("deed.one").taps("กำลังทำ").hears(
        "deed.moved"
    )
    assert town.states[0] == "working"
    far = a_leader(house, "900101")
    with house.db() as db:
        roles.revoke(db, people.known_by(db, leader.person), "leader", NAM_PHONG)
    far.says("งานค้าง").hears("deed.none").taps_old(tapping(f"deed/{town.deed}")).hears("deed.not_yours")
