"""/forums, /f/<token> and the .ics: what anybody may know, in Thai and English, and nothing more."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from bot.words import sentences
from models import people
from models.forums import forum as forums
from models.forums import invitations
from models.forums.forum import Forum
from models.thai.calendar import BANGKOK
from tests.house import House
from tests.makers import a_villager, planned_forums, the_forum

LINK = "https://meet.example.org/secret"


def told(house: House, **particulars: Any) -> Forum:
    planned_forums(house)
    with house.db() as db:
        forum = db.merge(the_forum(house))
        for name, value in particulars.items():
            setattr(forum, name, value)
        return forum


def page(house: House, path: str) -> str:
    answer = house.web.get(path)
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    return str(answer.text)


def event(house: House, forum: Forum) -> Any:
    answer = house.web.get(f"/f/{forum.token}.ics")
    assert answer.content_type == "text/calendar; charset=utf-8; method=PUBLISH"
    whole = Calendar.from_ical(answer.data)
    assert whole["METHOD"] == "PUBLISH"
    assert [str(zone["TZID"]) for zone in whole.walk("VTIMEZONE")] == ["Asia/Bangkok"]
    [found] = whole.walk("VEVENT")
    return found


def test_all_forums_ahead_by_region(house: House) -> None:
    forum = told(house)
    shown = page(house, "/forums")
    for words in ("ภาคอีสาน", "ภาคใต้", "ส่วนกลาง", "วันพฤหัสบดีที่ 20 สิงหาคม 2569", "วันศุกร์ที่ 28 สิงหาคม 2569"):
        assert words in shown
    assert f'href="/f/{forum.token}"' in shown


def test_without_any_forum_it_says_so(house: House) -> None:
    assert page(house, "/forums").count("ยังไม่มีวันนัด") == 6


def test_a_forums_page_says_what_when_where_and_how_many(house: House) -> None:
    forum = told(
        house,
        linked_halls=["อบต.บึงงาม"],
        online_url=LINK,
        capacity=120,
        programme="09.00 เปิดเวที\n10.00 <b>น้ำท่วม</b>",
        note="มีอาหารกลางวัน",
    )
    villager = a_villager(house, name="บุญมา สีดา")
    with house.db() as db:
        person = people.known_by(db, villager.person)
        invitations.answer(db, db.merge(forum), person, "going", 3).sheet_name = "นางบุญมา"
    shown = page(house, f"/f/{forum.token}")
    for words in ("ภาคอีสาน", "09.00 น.", "หอประชุมอำเภอน้ำพอง", "อบต.บึงงาม", "120", "มีอาหารกลางวัน", "3 คน"):
        assert words in shown
    assert "&lt;b&gt;น้ำท่วม&lt;/b&gt;" in shown
    assert "ร่วมออนไลน์ได้" in shown
    for secret in (LINK, "บุญมา", "สีดา"):
        assert secret not in shown


def test_topics_people_raised_stand_there(house: House) -> None:
    forum = told(house)
    a_villager(house).says("น้ำประปาไม่ไหลมาสามวันแล้ว").taps("ส่งเรื่องนี้")
    assert "น้ำกินน้ำใช้" in page(house, f"/f/{forum.token}")


def test_it_speaks_english_to_who_asks(house: House) -> None:
    forum = told(house)
    shown = page(house, f"/f/{forum.token}?lang=en")
    assert 'lang="en"' in shown
    assert "Thursday 20 August 2026 (B.E. 2569)" in shown
    assert "National" in page(house, "/forums?lang=en")
    assert "ภาคอีสาน" in page(house, f"/f/{forum.token}?lang=xx")


def test_called_off_or_over_it_says_so(house: House) -> None:
    forum = told(house, online_url=LINK)
    house.time.stands_at("2026-08-20T10:00")
    assert "ผ่านไปแล้ว" in page(house, f"/f/{forum.token}")
    with house.db() as db:
        invitations.cancel(db, db.merge(forum), "นางบุญมาป่วย")
    shown = page(house, f"/f/{forum.token}")
    assert "งดแล้ว" in shown
    assert "บุญมา" not in shown


@pytest.mark.parametrize("path", ["/f/nothing", "/f/nothing.ics", "/f/..%2f..%2fetc"])
def test_a_link_that_leads_nowhere(house: House, path: str) -> None:
    assert house.web.get(path).status_code == 404


def test_a_cut_link_is_answered_kindly(house: House) -> None:
    answer = house.web.get("/f/nothing")
    assert "ไม่พบหน้านี้" in answer.text
    assert answer.status_code == 404


def test_no_script_and_no_foreign_source(house: House) -> None:
    forum = told(house)
    for path in ("/forums", f"/f/{forum.token}"):
        answer = house.web.get(path)
        assert "<script" not in answer.text
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "http" not in answer.text.replace("http-equiv", "")


def test_the_calendar_has_the_hour_of_bangkok(house: House) -> None:
    forum = told(house, note="มีอาหารกลางวัน")
    found = event(house, forum)
    assert found["DTSTART"].dt == datetime(2026, 8, 20, 9, tzinfo=BANGKOK)
    assert found["DTSTART"].dt.utcoffset() == timedelta(hours=7)
    assert found["DTSTART"].params["TZID"] == "Asia/Bangkok"
    assert str(found["SUMMARY"]) == "เวทีฟอรัมภาคอีสาน"
    assert str(found["LOCATION"]) == "หอประชุมอำเภอน้ำพอง"
    assert str(found["DESCRIPTION"]) == "มีอาหารกลางวัน"
    assert str(found["URL"]) == f"http://127.0.0.1:8000/f/{forum.token}"
    assert (found["SEQUENCE"], str(found["STATUS"])) == (0, "CONFIRMED")


def test_a_move_and_a_cancellation_reach_the_calendar_under_one_name(house: House) -> None:
    forum = told(house)
    first = event(house, forum)
    with house.db() as db:
        invitations.move(db, db.merge(forum), datetime(2026, 8, 25, 13, 30, tzinfo=BANGKOK), "วัดโนน")
    moved = event(house, forum)
    with house.db() as db:
        found = forums.by_token(db, forum.token)
        assert found is not None
        invitations.cancel(db, found)
    gone = event(house, forum)
    assert {str(one["UID"]) for one in (first, moved, gone)} == {"northeast-2569-08@forum-bot"}
    assert [one["SEQUENCE"] for one in (first, moved, gone)] == [0, 1, 2]
    assert [str(one["STATUS"]) for one in (first, moved, gone)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert moved["DTSTART"].dt == datetime(2026, 8, 25, 13, 30, tzinfo=BANGKOK)


def test_each_sentence_of_the_pages_is_shown_somewhere() -> None:
    from pathlib import Path

    shown = "\n".join(
        file.read_text(encoding="utf-8")
        for file in (Path(__file__).parents[2] / "bot" / "pages").rglob("*")
        if file.suffix in (".html", ".py")
    )
    put_together = ("page.kind_", "page.paper_")
    written = [key for key in sentences("th") if key.startswith("page.") and not key.startswith(put_together)]
    assert [key for key in written if f'"{key}"' not in shown] == []
