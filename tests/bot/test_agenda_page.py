"""The public page of a Forum shows its agenda once the draft was shown, and what was left off with its reason."""

from models import clock, issues
from models.forums import agenda, drafting
from tests.house import House
from tests.makers import planned_forums, the_forum
from tests.troubles import a_trouble


def the_page(house: House, language: str = "th", shown: bool = True) -> str:
    forum = the_forum(house)
    with house.db() as db:
        db.merge(forum).draft_shown_at = clock.now() if shown else None
    return house.web.get(f"/f/{forum.token}?lang={language}").text


def with_items(house: House) -> tuple[str, str, str]:
    planned_forums(house)
    on, draft, out = a_trouble(house, "water", heads=2), a_trouble(house, "land"), a_trouble(house, "health")
    forum = the_forum(house)
    with house.db() as db:
        one = db.merge(forum)
        drafting.grow(db, one)
        found = [issues.by_number(db, number) for number in (on, out)]
        assert found[0]
        assert found[1]
        agenda.accept(db, one, found[0])
        agenda.drop(db, one, found[1], "beyond")
        found[0].moo = 9
    return on, draft, out


def test_nothing_of_it_before_the_draft_was_shown(house: House) -> None:
    numbers = with_items(house)
    page = the_page(house, shown=False)
    assert not [number for number in numbers if number in page]
    assert "วาระ" not in page


def test_agenda_draft_and_what_was_left_off(house: House) -> None:
    on, draft, out = with_items(house)
    page = the_page(house)
    for said in (f"{on} น้ำกินน้ำใช้ ต.น้ำพอง", f"{draft} ที่ดินทำกิน ต.น้ำพอง", f"{out} สุขภาพ ต.น้ำพอง"):
        assert said in page
    assert page.index(on) < page.index(draft) < page.index(out)
    assert "เพราะเวทีช่วยเรื่องนี้ไม่ได้" in page
    for hidden in ("ม.9", "หมู่ 9", "คน3584", "เดือดร้อนมาก"):
        assert hidden not in page
    english = the_page(house, "en")
    assert "household water" in english
    assert "a Forum cannot help with it" in english


def test_of_a_forum_that_is_over_the_agenda_stays_and_the_draft_goes(house: House) -> None:
    on, draft, out = with_items(house)
    forum = the_forum(house)
    the_page(house)
    house.time.stands_at("2026-08-20T12:00")
    page = house.web.get(f"/f/{forum.token}").text
    assert on in page
    assert out in page
    assert draft not in page
