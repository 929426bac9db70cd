"""What regions share goes up once: by topic and words within thirty days, or by an emergency call."""

from collections.abc import Callable
from datetime import timedelta
from threading import Thread

import pytest
from sqlalchemy import select

from models import clock, crowds, issues, people, reports
from models.forums import agenda, emergencies, escalation, nationwide, resolutions, shared, voices
from models.forums.agenda import AgendaItem
from models.forums.nationwide import Share
from models.issues import Issue
from models.people import Person
from scheduler.timetable import JOBS
from tests.house import House
from tests.makers import planned_forums
from tests.nation import (
    HOMES,
    WATER,
    an_officer,
    concluded,
    raised,
    reported,
    shared_by,
    somebody,
    the_national,
)


def the_issue(house: House, number: str = "รวม-0001") -> Issue:
    with house.db() as db:
        found = nationwide.by_number(db, number)
        assert found is not None
        return found


def behind(house: House, number: str = "รวม-0001") -> list[str]:
    with house.db() as db:
        found = nationwide.by_number(db, number)
        assert found is not None
        return [issue.number for issue in nationwide.linked(db, found)]


def test_three_regions_raise_one_issue_and_draft_it(house: House) -> None:
    planned_forums(house)
    shared_by(house, northeast=2, north=1, south=2)
    assert raised(house) == ["รวม-0001"]
    issue = the_issue(house)
    assert (issue.topic, issue.kind, issue.origin, issue.place) == (
        "energy",
        "electricity_price",
        "shared",
        None,
    )
    assert "ค่าไฟสูบน้ำ" in str(issue.summary)
    assert len(behind(house)) == 5
    with house.db() as db:
        [item] = agenda.items(db, the_national(house), "draft")
        assert item.issue.number == "รวม-0001"


def test_two_regions_are_only_watched(house: House) -> None:
    planned_forums(house)
    shared_by(house, northeast=4, north=4)
    assert raised(house) == []
    with house.db() as db:
        [watched] = escalation.rising(db, shared.told_lately(db))
        assert watched.regions == {"northeast", "north"}


def test_it_is_raised_once_however_often_the_job_runs(house: House) -> None:
    planned_forums(house)
    shared_by(house, northeast=1, north=1, south=1)
    assert raised(house) == ["รวม-0001"]
    house.time.goes(days=1)
    assert raised(house) == []
    house.ring()
    house.ring()
    with house.db() as db:
        [issue] = nationwide.all_of(db)
        assert len(db.scalars(select(AgendaItem).where(AgendaItem.issue_id == issue.id)).all()) == 1


def test_what_comes_later_joins_what_is_open(house: House) -> None:
    planned_forums(house)
    shared_by(house, northeast=1, north=1, south=1)
    raised(house)
    _, number = reported(house, "bkk_east", 1)
    reported(house, "bkk_east", 2, "ไฟถนนเสียสามดวง")
    assert raised(house) == []
    assert number in behind(house)
    assert len(behind(house)) == 4


def test_other_words_or_another_topic_are_another_trouble(house: House) -> None:
    shared_by(house, topic=WATER, northeast=1)
    reported(house, "north", 1, "แม่น้ำมีกลิ่นเหม็น ปลาลอยตาย", WATER)
    reported(house, "south", 1, "ท่อแตกหน้าโรงเรียน", WATER)
    assert raised(house) == []
    with house.db() as db:
        assert escalation.rising(db, shared.told_lately(db)) == []


def test_a_topic_without_kinds_needs_two_words_in_common(house: House) -> None:
    for region, words in (("north", "ประปาขุ่นมาก"), ("south", "ประปาไหลอ่อน"), ("northeast", "ประปาแพง")):
        reported(house, region, 1, words, WATER)
    assert raised(house) == []
    for region in ("north", "south", "northeast"):
        reported(house, region, 2, "น้ำประปาขุ่น มีตะกอนแดง", WATER)
    assert raised(house) == ["รวม-0001"]
    assert len(behind(house)) == 3
    assert "ตะกอน" in str(the_issue(house).summary)


def test_dialects_say_the_same(house: House) -> None:
    for region, words in (
        ("north", "น้ำประปาบ่ไหล"),
        ("south", "น้ำประปาไม่ไหล"),
        ("northeast", "น้ำประปาบ่ไหลจักมื้อ"),
    ):
        reported(house, region, 1, words, WATER)
    assert raised(house) == ["รวม-0001"]


def test_other_never_goes_up(house: House) -> None:
    shared_by(house, topic=("other", None), northeast=2, north=2, south=2)
    assert raised(house) == []


def test_what_is_older_than_thirty_days_does_not_count(house: House) -> None:
    shared_by(house, northeast=1)
    house.time.goes(days=20)
    shared_by(house, north=1)
    house.time.goes(days=11)
    shared_by(house, south=1)
    assert raised(house) == []
    reported(house, "northeast", 7)
    assert raised(house) == ["รวม-0001"]


@pytest.mark.parametrize("gone", ["withdrawn", "done"])
def test_what_is_over_does_not_count(house: House, gone: str) -> None:
    shared_by(house, northeast=1, north=1)
    _, number = reported(house, "south", 1)
    with house.db() as db:
        issue = issues.by_number(db, number)
        assert issue is not None
        issues.change(db, issue, "done" if gone == "done" else "dropped", gone)
    assert raised(house) == []


def test_what_was_dropped_rests_for_thirty_days(house: House) -> None:
    planned_forums(house)
    officer = an_officer(house)
    shared_by(house, northeast=1, north=1, south=1)
    raised(house)
    with house.db() as db:
        issue = nationwide.by_number(db, "รวม-0001")
        assert issue is not None
        assert escalation.drop(db, issue, "beyond", people.known_by(db, officer.person))
        assert not escalation.drop(db, issue, "beyond", people.known_by(db, officer.person))
    for _ in range(3):
        house.time.goes(days=9)
        shared_by(house, northeast=1, north=1, south=1)
        assert raised(house) == []
    house.time.goes(days=4)
    assert raised(house) == ["รวม-0002"]
    assert len(behind(house, "รวม-0002")) == 9


def test_what_waits_for_the_next_forum_is_drafted_there(house: House) -> None:
    planned_forums(house)
    officer = an_officer(house)
    shared_by(house, northeast=1, north=1, south=1)
    raised(house)
    first = the_national(house)
    with house.db() as db:
        issue = nationwide.by_number(db, "รวม-0001")
        assert issue is not None
        escalation.drop(db, issue, "next_forum", people.known_by(db, officer.person))
    assert raised(house) == []
    house.time.moment = first.at + timedelta(days=1)
    house.ring()
    with house.db() as db:
        assert [item.issue.number for item in agenda.items(db, the_national(house), "draft")] == ["รวม-0001"]
        assert [item.reason for item in agenda.items(db, first, "dropped")] == ["next_forum"]


def test_without_a_national_forum_it_is_drafted_once_one_is_planned(house: House) -> None:
    shared_by(house, northeast=1, north=1, south=1)
    assert raised(house) == ["รวม-0001"]
    with house.db() as db:
        assert db.scalars(select(AgendaItem)).all() == []
    planned_forums(house)
    raised(house)
    with house.db() as db:
        assert len(agenda.items(db, the_national(house), "draft")) == 1


def an_emergency(house: House, topic: str | None = "disaster.flood") -> None:
    with house.db() as db:
        caller = people.known_by(db, somebody(house, 0x99, "แนน").person)
        at = clock.now() + timedelta(hours=3)
        emergencies.call(db, caller, ["4007"], at, topic=topic, reason=None, place="หอประชุม")


def test_an_emergency_in_one_region_is_enough(house: House) -> None:
    planned_forums(house)
    flood = ("disaster", "flood")
    _, number = reported(house, "northeast", 1, "น้ำเข้าบ้านแล้ว", flood)
    reported(house, "south", 1, "ท่วมสวนยาง", flood)
    assert raised(house) == []
    an_emergency(house)
    assert raised(house) == ["รวม-0001"]
    assert (the_issue(house).origin, behind(house)) == ("emergency", [number])
    assert raised(house) == []


@pytest.mark.parametrize(("topic", "days"), [(None, 0), ("other", 0), ("disaster.flood", 31)])
def test_an_emergency_counts_with_a_topic_and_for_thirty_days(
    house: House, topic: str | None, days: int
) -> None:
    an_emergency(house, topic)
    house.time.goes(days=days)
    assert raised(house) == []


def test_an_emergency_that_was_called_off_does_not_count(house: House) -> None:
    an_emergency(house)
    with house.db() as db:
        emergencies.call_off(db, emergencies.lately(db)[0])
    assert raised(house) == []


def test_after_the_answer_only_new_troubles_count(house: House) -> None:
    planned_forums(house)
    officer = an_officer(house)
    shared_by(house, northeast=1, north=1, south=1)
    raised(house)
    concluded(house, "ขอลดค่าไฟสูบน้ำ")
    from models.forums import regional

    with house.db() as db:
        issue, by = nationwide.by_number(db, "รวม-0001"), people.known_by(db, officer.person)
        assert issue is not None
        for answer in regional.hand_out(db, issue, by):
            regional.send(db, answer, by)
    assert raised(house) == []
    for region in ("northeast", "north", "south"):
        reported(house, region, 5)
    assert raised(house) == ["รวม-0002"]
    assert len(behind(house, "รวม-0002")) == 3


def test_the_job_is_on_the_timetable(house: House) -> None:
    [job] = [job for job in JOBS if job.name == "raise_shared"]
    shared_by(house, northeast=1, north=1, south=1)
    with house.db() as db:
        job.does(db)
        assert len(nationwide.all_of(db)) == 1


def at_once(*does: Callable[[], object]) -> None:
    threads = [Thread(target=one) for one in does]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_clocks_at_once_raise_it_once(house: House) -> None:
    planned_forums(house)
    shared_by(house, northeast=2, north=2, south=2)
    found: list[list[str]] = []
    at_once(*[lambda: found.append(raised(house))] * 4)
    assert sorted(found, key=len) == [[], [], [], ["รวม-0001"]]


def test_people_are_counted_once_in_their_region(house: House) -> None:
    shared_by(house, northeast=6, north=1, south=1)
    reported(house, "northeast", 0)
    raised(house)
    with house.db() as db:
        found = nationwide.shares(db, nationwide.behind(nationwide.all_of(db)[0]))
    assert found == [Share("northeast", 6, 7), Share("north", 1, 1), Share("south", 1, 1)]
    assert nationwide.said_of_all(found) == ["least", 8]


def test_an_agenda_counts_the_people_of_all_regions_but_not_the_few(house: House) -> None:
    shared_by(house, northeast=6, north=5, south=3)
    reported(house, "northeast", 0)
    raised(house)
    with house.db() as db:
        [nation] = nationwide.all_of(db)
        regional_ones = nationwide.linked(db, nation)
        counted = crowds.people_in(db, [nation, regional_ones[0]])
    assert counted == {nation.id: 12, regional_ones[0].id: 1}


def test_those_whom_somebody_spoke_for_are_counted(house: House) -> None:
    shared_by(house, northeast=2, north=5, south=5)
    raised(house)
    with house.db() as db:
        [nation] = nationwide.all_of(db)
        [report] = reports.of_issue(db, nationwide.linked(db, nation)[0])
        report.for_people = 7
        db.flush()
        found = {share.region: share.people for share in nationwide.shares(db, nationwide.behind(nation))}
        assert found == {"northeast": 8, "north": 5, "south": 5}
        assert crowds.people_in(db, [nation]) == {nation.id: 18}


@pytest.mark.parametrize(
    ("people_of", "said"),
    [
        ([1, 1, 1], ["few", 5]),
        ([4, 4, 4], ["least", 5]),
        ([5, 6, 7], ["exact", 18]),
        ([20, 6, 3], ["least", 27]),
        ([], ["exact", 0]),
    ],
)
def test_few_people_cannot_be_reckoned_out(people_of: list[int], said: list[object]) -> None:
    assert nationwide.said_of_all([Share("north", count, 1) for count in people_of]) == said


def quotes_of(house: House, *told: str, topic: tuple[str, str | None] = ("livelihood", None)) -> list[str]:
    numbers = [reported(house, list(HOMES)[nth % 5], nth, words, topic)[1] for nth, words in enumerate(told)]
    with house.db() as db:
        heads = [issues.by_number(db, number) for number in numbers]
        return voices.quotes(db, [head.id for head in heads if head])


def test_three_voices_of_several_regions(house: House) -> None:
    told = [f"ราคาข้าวตกต่ำมาก ขาดทุนทุกไร่ {word}" for word in ("จริง", "แท้", "นัก", "ด้วย")]
    found = quotes_of(house, *told)
    assert len(found) == 3
    assert set(found) <= set(told)


@pytest.mark.parametrize(
    "told",
    [
        "นางคำมี ใจดี เป็นหนี้นายทุน ยึดที่นาไปแล้ว",
        "ยายบุญมากับหลานไม่มีข้าวกินสามวันแล้ว",
        "ผู้ใหญ่สมศักดิ์ไม่ยอมรับเรื่องของพวกเรา",
        "หนี้ท่วมหัวแล้ว บ้านเลขที่ 45/2 หมู่ 5",
        "หนี้นอกระบบ ต.วังชัย อ.น้ำพอง ทวงโหดมาก",
        "สั้น",
    ],
)
def test_who_or_where_is_never_quoted(house: House, told: str) -> None:
    assert quotes_of(house, told) == []


def test_numbers_in_a_voice_are_masked(house: House) -> None:
    assert quotes_of(house, "เป็นหนี้นอกระบบ โทรทวงทุกวัน เบอร์ 081-234-5678") == ["เป็นหนี้นอกระบบ โทรทวงทุกวัน เบอร์ …"]


def test_of_unrest_nobody_is_quoted(house: House) -> None:
    assert quotes_of(house, "มีเสียงปืนดังทุกคืน นอนไม่หลับเลย", topic=("unrest", "violence")) == []


@pytest.mark.parametrize("keeping", ["no", "asked", "unasked"])
def test_who_did_not_agree_is_not_quoted(house: House, keeping: str) -> None:
    talk, number = reported(house, "north", 1, "ราคาข้าวตกต่ำมาก ขาดทุนทุกไร่", ("livelihood", None))
    with house.db() as db:
        person = db.scalar(select(Person).where(Person.line_id == talk.person))
        issue = issues.by_number(db, number)
        assert person
        assert issue
        person.keeping = keeping
        assert voices.quotes(db, [issue.id]) == []


def test_a_region_resolved_it_without_naming_anybody(house: House) -> None:
    _, number = reported(house, "north", 1)
    with house.db() as db:
        issue = issues.by_number(db, number)
        assert issue is not None
        resolutions.add(db, issue, "agreement", "ขอผ่อนค่าไฟเป็นงวด", taker="กฟภ.")
        resolutions.add(db, issue, "agreement", "นางคำมี ใจดี ไปคุยกับการไฟฟ้า")
        assert voices.resolved(db, [issue.id]) == [("north", "ขอผ่อนค่าไฟเป็นงวด")]
