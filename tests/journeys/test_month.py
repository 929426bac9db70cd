"""A month in a minute: what has to hold when five tambons have gone all the way."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.words import name, say
from models import clock, issues, reports
from models.forums.resolutions import Resolution
from models.issues import STATES
from models.post import outbox
from models.post.inbox import Event
from models.post.outbox import Parcel
from models.reports import Report
from models.tellings import MOST, Telling
from models.thai.calendar import BANGKOK
from tests.conftest import an_empty_database, an_engine
from tests.house import House, TestClock
from tests.journeys.month import ANSWER, ASKED_MORE, DEED, JOINED, LAST, LEFT_OUT, MANY, MORE, Month, Region
from tests.nation import NAMES
from tests.talk import Talk

BEFORE = ("twin.shared", "issue.on_agenda", "issue.not_on_agenda", "issue.carried")
AFTER = ("result.concluded", "result.proposed", "result.talked", "result.carried")
ASKED = ("verdict.ask_done", "verdict.ask_due")
pytestmark = pytest.mark.timeout(240)  # a month takes ten seconds where nothing else runs
FORUM_DAY = datetime(2026, 8, 20, tzinfo=BANGKOK)


@pytest.fixture(scope="module")
def month(migrated: Path, worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Month]:
    """Gone through once; the tests look at it and ask in its chats."""
    time = TestClock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "machine_now", time.now)
        url = an_empty_database(migrated, tmp_path_factory.mktemp("month"), worker_id)
        with an_engine(url) as engine:
            house = House(engine, time)
            yield Month(house).goes_by()
            house.stop()


def pushed(month: Month, talk: Talk) -> list[tuple[datetime, str]]:
    """What she was told without having asked, in order."""
    hers = select(Parcel).where(Parcel.chat == talk.person, Parcel.lane == outbox.NOTICE)
    with month.house.db() as db:
        rows = db.scalars(hers.order_by(Parcel.id)).all()
        return [(row.created_at, message["key"]) for row in rows for message in row.messages]


def told(month: Month, talk: Talk) -> list[str]:
    return [key for _, key in pushed(month, talk)]


def heard(month: Month, talk: Talk, key: str) -> str:
    """The one time that she was told this, in Thai."""
    [values] = [m["values"] for to, m in month.house.said if to == talk.person and m["key"] == key]
    return say(key, "th", values)


def states(month: Month) -> dict[str, list[str]]:
    """Of each region, how far each of its eight reports has come."""
    with month.house.db() as db:
        return {
            region.name: [_state(reports.by_number(db, number)) for number in region.numbers]
            for region in month.regions
        }


def _state(report: Report | None) -> str:
    assert report is not None
    return "withdrawn" if report.withdrawn_at else report.issue.head.state


def test_everybody_reported_and_was_given_a_number_of_her_own(month: Month) -> None:
    numbers = [number for _, number in month.reporters]
    assert len(numbers) == len(set(numbers)) == 40
    with month.house.db() as db:
        assert set(db.scalars(select(Report)).all()) == {reports.by_number(db, one) for one in numbers}


def test_every_report_has_come_to_one_state(month: Month) -> None:
    def five(state: str, last: str) -> list[str]:
        return [*[state] * MANY, "discussed", "dropped", last]

    assert states(month) == {
        "northeast": five("contested", "withdrawn"),
        "north": five("done", "agenda"),
        "central_west": five("accepted", "received"),
        "bkk_east": five("stuck", "received"),
        "south": five("working", "received"),
    }


def test_every_history_ends_in_the_state_it_is_in(month: Month) -> None:
    with month.house.db() as db:
        for _, number in month.reporters:
            report = reports.by_number(db, number)
            assert report is not None
            steps = [step.state for step in report.history]
            assert steps[0] == "received"
            assert steps[-1] == ("dropped" if report.withdrawn_at else report.issue.head.state)
            assert set(steps) <= set(STATES)
            assert report.issue.history[-1].state == report.issue.state


def test_each_reads_under_her_number_how_far_it_is(month: Month) -> None:
    for region, found in zip(month.regions, states(month).values(), strict=True):
        for talk, number, state in zip(region.people, region.numbers, found, strict=True):
            talk.says("ยกเลิก").says("ติดตามเรื่อง").hears("mine.list").reads(
                number, name(f"state.{state}", "th")
            )
            [line] = talk.heard[0]["values"]["reports"]
            assert (line["number"], line["state"]) == (number, state)
            talk.says(number).hears("mine.one", number=number)
            assert len(say("mine.one", "th", talk.heard[0]["values"]).split("\n")) <= 4


# Every step that concerns her was told to her


def test_who_suffers_from_the_shared_trouble_was_told_every_step(month: Month) -> None:
    for region in month.regions:
        asked = ASKED[region in (month.east, month.south)]
        for talk, number in region.sufferers:
            # Of merging they are told once; who came after that reads it under her number.
            merging = [] if talk is region.sufferers[JOINED][0] else ["twin.shared"]
            steps = [*merging, "issue.on_agenda", "result.concluded", asked, "regional.told"]
            assert told(month, talk) == steps, number
            assert "พฤหัสบดี 20 ส.ค. 2569" in heard(month, talk, "issue.on_agenda")
            result = heard(month, talk, "result.concluded")
            assert DEED in result
            assert f"{region.leads} ภายในอังคาร 25 ส.ค. 2569" in result
            assert DEED in heard(month, talk, asked)
            assert ANSWER in heard(month, talk, "regional.told")


def test_who_was_asked_for_more_heard_that_it_was_talked_of(month: Month) -> None:
    for region in month.regions:
        talk = region.people[ASKED_MORE]
        assert told(month, talk) == ["more.asked", "issue.on_agenda", "result.talked"]
        assert MORE in heard(month, talk, "more.asked")
        assert "ยังต้องดูเงินก่อน" in heard(month, talk, "result.talked")
        assert "tend.answered" in month.house.keys_to(region.leader.person)


def test_what_is_not_on_the_agenda_was_told_with_its_reason(month: Month) -> None:
    for region in month.regions:
        talk = region.people[LEFT_OUT]
        assert told(month, talk) == ["issue.not_on_agenda"]
        assert "เพราะเวทีช่วยเรื่องนี้ไม่ได้" in heard(month, talk, "issue.not_on_agenda")
        talk.says(region.numbers[LEFT_OUT]).reads("ไม่เข้าเวที", "เวทีช่วยเรื่องนี้ไม่ได้")


def test_what_was_not_reached_goes_on_and_what_was_taken_back_is_quiet(month: Month) -> None:
    last = {region.name: told(month, region.people[LAST]) for region in month.regions}
    carried = {"north": ["issue.on_agenda", "result.carried"]}
    assert last == {region.name: carried.get(region.name, []) for region in month.regions}


def test_everything_was_told_under_her_own_number(month: Month) -> None:
    own = {talk.person: number for talk, number in month.reporters}
    seen = Counter(
        (to, message["values"]["number"])
        for to, message in month.house.said
        if to in own and message["key"] in (*BEFORE, *AFTER, *ASKED, "regional.told", "more.asked")
    )
    assert seen
    assert {(to, own[to]) for to, _ in seen} == set(seen)


# Not too often


def test_nobody_was_pushed_more_often_than_allowed(month: Month) -> None:
    for talk, number in month.reporters:
        found = pushed(month, talk)
        for part, keys in (("before", BEFORE), ("after", AFTER), ("asked", ASKED)):
            assert sum(key in keys for _, key in found) <= MOST[part], (number, found)
        assert sum(at < FORUM_DAY for at, _ in found) <= 2, (number, found)
        assert sum(key == "regional.told" for _, key in found) <= 1


def test_the_ceiling_is_kept_for_every_issue(month: Month) -> None:
    with month.house.db() as db:
        spent = Counter((row.issue_id, row.about) for row in db.scalars(select(Telling)))
    assert {about.split("/")[0] for _, about in spent} == set(MOST)
    assert not [of for of, times in spent.items() if times > MOST[of[1].split("/")[0]]]


# People's veto


def test_one_no_keeps_it_open_with_both_views(month: Month) -> None:
    region = month.northeast
    assert deeds(month, region) == ["contested"]
    both = ("ยังไม่เรียบร้อย", "แก้แล้ว 4 ยังเหมือนเดิม 1")
    for talk, number in region.sufferers:
        talk.says(number).reads(*both)
    region.coordinator.says(region.trouble).hears("area.one").reads(*both)
    assert "verdict.contested" in month.house.keys_to(region.leader.person)
    assert "verdict.contested" in month.house.keys_to(region.coordinator.person)


def test_where_all_say_yes_it_is_done_and_only_there(month: Month) -> None:
    found = {region.name: deeds(month, region) for region in month.regions}
    assert found == {
        "northeast": ["contested"],
        "north": ["done"],
        "central_west": ["told_done"],
        "bkk_east": ["stuck"],
        "south": ["working"],
    }


def deeds(month: Month, region: Region) -> list[str]:
    with month.house.db() as db:
        issue = issues.by_number(db, region.trouble)
        assert issue is not None
        rows = select(Resolution).where(Resolution.issue_id == issue.id)
        return [one.state for one in db.scalars(rows)]


def test_what_is_not_done_comes_back_to_the_next_forum(month: Month) -> None:
    month.northeast.coordinator.says("ร่างวาระ").hears("agenda.list").reads(f"1) {month.northeast.trouble}")
    month.east.coordinator.says("ร่างวาระ").hears("agenda.list").reads(f"1) {month.east.trouble}")
    month.north.coordinator.says("ร่างวาระ").hears("agenda.list").reads(f"1) {month.north.numbers[LAST]}")
    said = json.dumps(month.north.coordinator.heard, ensure_ascii=False)
    assert month.north.trouble not in said


# To the centre and back


def test_the_answer_of_the_centre_came_back_under_the_number_of_the_first_day(month: Month) -> None:
    for region in month.regions:
        first, number = region.people[0], region.numbers[0]
        first.says(number).hears("mine.one", number=number).reads(f"เวทีส่วนกลางตอบ “{ANSWER}")
        with month.house.db() as db:
            issue = issues.by_number(db, number)
            assert issue is not None
            assert issue.raised_to_id is not None


def test_only_one_trouble_went_up(month: Month) -> None:
    with month.house.db() as db:
        raised = {report.issue.head.raised_to_id for report in db.scalars(select(Report))} - {None}
    assert len(raised) == 1


def test_the_officer_was_asked_for_nothing_that_is_done(month: Month) -> None:
    assert "result.remind" not in month.house.keys_to(month.officer.person)


def test_no_name_of_a_villager_reached_the_officer(month: Month) -> None:
    said = [message for to, message in month.house.said if to == month.officer.person]
    read = "\n".join(say(m["key"], "th", m["values"]) + json.dumps(m, ensure_ascii=False) for m in said)
    assert "centre.card" in read
    secrets = [*NAMES, "สกุล", *(part for talk, number in month.reporters for part in (talk.person, number))]
    assert not [secret for secret in secrets if secret in read]


# The house itself


def test_nothing_was_refused_and_nothing_set_aside(month: Month) -> None:
    with month.house.db() as db:
        assert set(db.scalars(select(Parcel.state))) == {"sent"}
        assert set(db.scalars(select(Event.state))) == {"done"}


def test_after_a_week_silence_closes_what_nobody_denied_and_nothing_else(month: Month) -> None:
    """The last of all: the clock goes on."""
    month.house.time.stands_at("2026-09-01T10:05")
    month.house.ring()
    assert deeds(month, month.central) == ["done"]
    assert deeds(month, month.northeast) == ["contested"]
    month.central.people[1].says("ติดตามเรื่อง").hears("mine.list").reads("แก้ไขแล้ว")
