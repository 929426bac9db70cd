"""The poster for the door: for whoever asked for it, for a day; its code opens the chat with the words ready."""

from typing import Any
from urllib.parse import unquote

import pytest

from bot.papers import qr
from bot.simulator import THONGSUK
from models import consent, facts, people, roles
from models.forums.posters import Poster
from tests.house import House
from tests.journeys.hall import cancelled, hers, the_hall
from tests.makers import a_coordinator, a_leader, a_villager, planned_forums
from tests.talk import Talk


def address(talk: Talk) -> str:
    return "/m/" + str(talk.button("เปิดป้าย")["uri"]).partition("/m/")[2]


def asks(talk: Talk) -> Talk:
    """Her region's Forum; for the national one there is a poster too."""
    return talk.says("ป้ายลงชื่อ").taps("พฤ. 20 ส.ค.")


def opened(house: House, path: str, status: int = 200) -> Any:
    answer = house.web.get(path)
    assert answer.status_code == status
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    return answer


@pytest.fixture
def naen(house: House) -> Talk:
    planned_forums(house)
    with house.db() as db:
        facts.tell(db, "bot", basic_id="@216ru")
    return a_coordinator(house)


def test_a_coordinator_opens_the_poster(house: House, naen: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    coded: list[str] = []
    draw = qr.svg
    monkeypatch.setattr(qr, "svg", lambda said: coded.append(said) or draw(said))  # type: ignore[func-returns-value]
    figures = str(hers(house).check_in)
    asks(naen).hears("poster.link", figures=figures).reads(f"เลขลงชื่อ {figures}", "อย่าส่งต่อ")
    page = opened(house, address(naen)).text
    for words in (
        "ลงชื่อเข้าเวที",
        f"ลงชื่อเข้าเวที {figures}",
        "เวทีฟอรัมภาคอีสาน",
        "20 สิงหาคม 2569",
        "หอประชุมอำเภอน้ำพอง",
        "<svg",
    ):
        assert words in page
    assert [unquote(one) for one in coded] == [f"https://line.me/R/oaMessage/@216ru/?ลงชื่อเข้าเวที {figures}"]


def test_the_words_behind_the_code_sign_her_in(house: House, naen: Talk) -> None:
    forum = the_hall(house)
    asks(naen)
    a_villager(house).says(f"ลงชื่อเข้าเวที {forum.check_in}").hears("checkin.signed")


def test_a_leader_gets_it_beside_who_comes(house: House, naen: Talk) -> None:
    leader = a_leader(house)
    leader.says("ใครไป").sees("ป้ายลงชื่อ").taps("ป้ายลงชื่อ").hears("poster.link")
    assert opened(house, address(leader)).text
    assert asks(naen).button("เปิดป้าย")["uri"] != leader.button("เปิดป้าย")["uri"], "each has a link of her own"


def test_the_same_link_for_half_a_day_and_after_a_day_it_is_closed(house: House, naen: Talk) -> None:
    path = address(asks(naen))
    house.time.goes(hours=11)
    assert address(asks(naen)) == path
    house.time.goes(hours=2)
    assert address(asks(naen)) != path
    house.time.goes(hours=11)
    assert "ลิงก์นี้ปิดแล้ว" in opened(house, path, 404).text


def test_it_closes_with_the_role(house: House, naen: Talk) -> None:
    path = address(asks(naen))
    with house.db() as db:
        roles.revoke(db, people.known_by(db, naen.person), "coordinator", "northeast")
    opened(house, path, 404)


def test_it_leaves_with_the_person(house: House, naen: Talk) -> None:
    asks(naen)
    with house.db() as db:
        consent.erase(db, people.known_by(db, naen.person))
        assert db.query(Poster).all() == []


def test_old_links_are_dropped_at_night(house: House, naen: Talk) -> None:
    asks(naen)
    house.time.goes(days=2)
    house.ring()
    with house.db() as db:
        assert db.query(Poster).all() == []


def test_while_our_own_name_is_not_known_the_words_are_there_to_be_typed(house: House) -> None:
    planned_forums(house)
    leader = a_leader(house)
    with house.db() as db:
        facts.tell(db, "bot", basic_id="")
    path = address(leader.says("ป้ายลงชื่อ"))
    with house.db() as db:
        facts.tell(db, "bot", basic_id="")
    page = opened(house, path).text
    assert "<svg" not in page
    assert f'ลงชื่อเข้าเวที <span class="figures">{hers(house).check_in}<' in page


def test_in_english(house: House, naen: Talk) -> None:
    page = opened(house, address(asks(naen)) + "?lang=en").text
    assert f'check in <span class="figures">{hers(house).check_in}<' in page


def test_no_poster_for_a_villager_of_nothing_or_of_what_is_over(house: House) -> None:
    a_villager(house).says("ป้ายลงชื่อ").hears("work.not_yours")
    naen = a_coordinator(house)
    naen.says("ป้ายลงชื่อ").hears("poster.none")
    forum = the_hall(house)
    data = {"type": "postback", "data": f"forum_of/{forum.id}/poster"}
    a_villager(house).taps_old(data).hears("work.not_yours")
    a_leader(house, "810101").taps_old(data).hears("talk.old_button")
    naen.taps_old(data).hears("poster.link")
    path = address(naen)
    house.time.stands_at("2026-08-21T10:00")
    naen.taps_old(data).hears("rsvp.past")
    cancelled(house)
    naen.taps_old(data).hears("rsvp.cancelled")
    house.time.stands_at("2026-08-21T08:00")
    assert "งดแล้ว" in opened(house, path).text


def test_of_several_forums_it_is_asked_which(house: House, naen: Talk) -> None:
    with house.db() as db:
        roles.grant(db, THONGSUK, "officer", roles.NATIONAL)
    officer = Talk(house, THONGSUK)
    officer.says("ป้ายลงชื่อ").hears("poster.which").reads("ภาคใต้").taps(officer.labels[0]).hears("poster.link")
