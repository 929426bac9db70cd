"""What is counted for the papers: of a month, the month before and the same month last year; of a budget year."""

from datetime import date

import pytest

from bot.simulator import an_id
from models import area_issues, issues, people, reports, roles
from models.forums import agenda, attendance, figures, gathering, paperwork, resolutions
from models.forums import forum as forums
from models.forums.forum import Forum
from models.papers import Office
from models.reports import Report
from models.topics import Topic
from tests.house import House
from tests.makers import planned_forums

AUGUST = date(2026, 8, 1)
KHON_KAEN, UDON, SONGKHLA = "400701", "410101", "900101"
WATER, FLOOD = Topic("water", None, 1.0, ()), Topic("disaster", "flood", 1.0, ())


def filed(house: House, at: str, place: str | None, topic: Topic = WATER, who: int = 0xB7) -> int:
    house.time.stands_at(at)
    with house.db() as db:
        person = people.known_by(db, an_id("U", who))
        where = {"code": place} if place else None
        return reports.file(db, person, "trouble", [], where, topics=[topic]).id


@pytest.fixture
def year(house: House) -> House:
    """Reports of two regions and of three months; the clock stands in the middle of August."""
    filed(house, "2025-08-01T00:00", KHON_KAEN)
    filed(house, "2025-08-31T23:59", UDON, FLOOD)
    filed(house, "2025-09-01T00:00", KHON_KAEN)
    filed(house, "2025-10-01T00:00", KHON_KAEN)
    filed(house, "2026-07-31T23:59", KHON_KAEN, FLOOD)
    filed(house, "2026-08-01T00:00", KHON_KAEN)
    filed(house, "2026-08-02T08:00", KHON_KAEN, FLOOD, 0xB8)
    filed(house, "2026-08-03T08:00", UDON, WATER, 0xB8)
    filed(house, "2026-08-04T08:00", SONGKHLA, WATER, 0xB9)
    filed(house, "2026-08-05T08:00", None, WATER, 0xBA)
    taken_back = filed(house, "2026-08-06T08:00", KHON_KAEN, WATER, 0xBB)
    house.time.stands_at("2026-08-15T09:00")
    with house.db() as db:
        report = db.get(Report, taken_back)
        assert report
        reports.withdraw(db, report)
    return house


def test_a_month_stands_beside_the_one_before_and_the_same_of_last_year(year: House) -> None:
    with year.db() as db:
        told = figures.situation(db, "northeast", AUGUST)
    places = {one.code: (one.now, one.before, one.year_ago, one.open) for one in told.places}
    assert places["40"] == (2, 1, 1, 6)
    assert places["41"] == (1, 0, 1, 2)
    assert places["34"] == (0, 0, 0, 0)
    assert len(places) == 20
    topics = {one.code: (one.now, one.before, one.year_ago, one.open) for one in told.topics}
    assert topics == {"water": (2, 0, 1, 5), "disaster.flood": (1, 1, 1, 3)}
    assert (told.reporters, told.until) == (2, date(2026, 8, 15))
    assert [one.days for one in told.open][:2] == [379, 349]
    with year.db() as db:
        assert figures.situation(db, "northeast", date(2026, 7, 1)).until is None, "that month is over"


def test_of_the_nation_regions_are_told_and_what_lies_nowhere(year: House) -> None:
    with year.db() as db:
        told = figures.situation(db, roles.NATIONAL, AUGUST)
    now = {one.code: one.now for one in told.places}
    assert now == {"north": 0, "northeast": 3, "central_west": 0, "bkk_east": 0, "south": 1, None: 1}


def concluded(year: House, state: str) -> None:
    with year.db() as db:
        issue = area_issues.listed(db, ["northeast"], "newest", 0, 1)[0]
        one = resolutions.add(db, issue, "agreement", "ขุดลอกคลอง")
        for step in {"done": ("accepted", "told_done", "done"), "asked": ()}[state]:
            assert resolutions.move(db, one, step)


def test_a_budget_year_is_told_by_its_months(year: House) -> None:
    planned_forums(year)
    concluded(year, "done")
    concluded(year, "asked")
    year.time.stands_at("2026-08-25T09:00")
    with year.db() as db:
        forums.close_past(db)
        forum = held(db)
        db.add_all(attendance.Attendance(forum_id=forum.id, name=name) for name in ("คำ", "สี", "ดำ"))
        told = figures.month_sheet(db, "northeast", AUGUST)
        nation = figures.month_sheet(db, roles.NATIONAL, AUGUST)
    months = {one.month: (one.reports, one.people) for one in told.months}
    assert list(months) == [
        *(date(2025, month, 1) for month in (10, 11, 12)),
        *(date(2026, month, 1) for month in range(1, 9)),
    ]
    assert (months[date(2025, 10, 1)], months[date(2026, 7, 1)], months[AUGUST]) == ((1, 1), (1, 1), (3, 2))
    august = told.months[-1]
    assert (august.forums, august.attended) == (1, 3)
    assert (august.conclusions, august.done, august.confirmed) == (2, 1, 1)
    provinces = {one.code: one.reports for one in told.places}
    assert (provinces["40"], provinces["41"], sum(provinces.values())) == (2, 1, 3)
    regions = {one.code: (one.reports, one.conclusions) for one in nation.places}
    assert (regions["northeast"], regions["south"]) == ((3, 2), (1, 0))
    assert nation.months[-1].reports == 5, "with the one that lies nowhere"
    assert nation.months[-1].forums == 5


def held(db: object) -> Forum:
    found = forums.by_number(db, "northeast-2569-08")  # type: ignore[arg-type]
    assert found is not None
    return found


def test_the_table_has_every_trouble_of_the_budget_year_once(year: House) -> None:
    planned_forums(year)
    with year.db() as db:
        newest, second = area_issues.listed(db, ["northeast"], "newest", 0, 2)
        goes_on = issues.merge(db, newest, second)
        assert goes_on
        item = agenda.accept(db, held(db), goes_on)
        assert item
        for who in (0xB7, 0xB8):
            db.add(agenda.Support(item_id=item.id, person_id=people.known_by(db, an_id("U", who)).id))
        resolutions.add(db, goes_on, "lesson", "ช่วยกันขุด", held(db))
        number, rows = goes_on.number, figures.table(db, "northeast", AUGUST)
    by_number = {row.number: row for row in rows}
    assert len(rows) == len(by_number) == 4, "neither what is older, merged, taken back nor from elsewhere"
    row = by_number[number]
    assert (row.people, row.supports, row.conclusion, row.state) == (1, 2, "ช่วยกันขุด", "discussed")
    assert row.meeting
    assert row.meeting.nth == "8/2569"
    assert rows[0].filed == date(2025, 10, 1)


def test_a_long_table_is_asked_for_in_parts(year: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with year.db() as db:
        whole = figures.table(db, roles.NATIONAL, AUGUST)
        monkeypatch.setattr(figures, "AT_ONCE", 2)
        assert figures.table(db, roles.NATIONAL, AUGUST) == whole
    assert len(whole) == 7, "what was taken back is not told"


def test_what_was_merged_after_it_was_concluded_keeps_its_conclusion(year: House) -> None:
    concluded(year, "asked")
    with year.db() as db:
        newest, second = area_issues.listed(db, ["northeast"], "longest", 5, 2)
        goes_on = issues.merge(db, newest, second)
        assert goes_on
        told = {row.number: row.conclusion for row in figures.table(db, "northeast", AUGUST)}
    assert [one for one in told.values() if one] == ["ขุดลอกคลอง"]


def test_only_open_conclusions_of_earlier_forums_of_the_region_are_followed_up(year: House) -> None:
    planned_forums(year)
    with year.db() as db:
        issue, other = area_issues.listed(db, ["northeast"], "newest", 0, 2)
        august, south = held(db), forums.by_number(db, "south-2569-08")
        september = forums.by_number(db, "northeast-2569-09")
        assert september
        late = resolutions.add(db, issue, "agreement", "ข้อหนึ่ง", august, due=date(2026, 9, 30))
        soon = resolutions.add(db, other, "agreement", "ข้อสอง", august, due=date(2026, 9, 1))
        resolutions.add(db, issue, "lesson", "บทเรียน", august)
        resolutions.add(db, issue, "agreement", "ภาคใต้", south)
        resolutions.add(db, issue, "agreement", "เวทีนี้เอง", september)
        assert resolutions.move(db, late, "accepted")
        told = gathering.agenda_of(db, september)
        assert [one.text for one in told.open] == [soon.text, late.text]
        assert [one.state for one in told.open] == ["asked", "accepted"]
        assert told.before
        assert told.before.at == august.at


@pytest.mark.parametrize(
    ("state", "kind", "without"),
    [
        ("planned", "monthly", set()),
        ("held", "monthly", {"invitation"}),
        ("cancelled", "monthly", {*paperwork.FIRST, *paperwork.FURTHER}),
        ("invited", "emergency", {*paperwork.FIRST, *paperwork.FURTHER}),
    ],
)
def test_which_papers_make_sense(house: House, state: str, kind: str, without: set[str]) -> None:
    planned_forums(house)
    with house.db() as db:
        forum = held(db)
        forum.state, forum.kind = state, kind
        if state == "held":
            house.time.stands_at("2026-08-21T09:00")
        assert {*paperwork.FIRST, *paperwork.FURTHER} - {*paperwork.possible(forum)} == without
        reader = people.known_by(db, an_id("U", 0xB7))
        for paper in without:
            assert paperwork.told(db, forum, paper, reader, Office("พอช.")) is None
        assert paperwork.told(db, forum, "poem", reader, Office("พอช.")) is None
