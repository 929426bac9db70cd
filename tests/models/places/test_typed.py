"""Where do you live? as people type it."""

import pytest

from models.places import full_name, name, search


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("น้ำพอง", "4007"),
        ("ต.วังชัย", "400702"),
        ("บ้านอยู่วารินชำราบ อุบล", "3415"),
        ("อุบล", "34"),
        ("อยู่ขอนแก่นค่ะ", "40"),
        ("กทม", "10"),
        ("เลย", "42"),
        ("อุบลราชทานี", "34"),
        ("สุราดทานี", "84"),
        ("วารินชำลาบ", "3415"),
        ("อ.น้ำพ่อง จ.ขอนแก่น", "4007"),
        ("หาดใหย่", "9011"),
    ],
)
def test_the_place_meant_comes_first(typed: str, first: str) -> None:
    assert search(typed)[:1] == (first,), [full_name(code) for code in search(typed)]


def test_namesakes_are_all_offered() -> None:
    assert len(search("ต.ท่าข้าม", limit=20)) == 14


def test_a_name_is_also_offered_at_its_other_levels() -> None:
    assert [code for code in search("น้ำพอง") if name(code) == "น้ำพอง"] == ["4007", "400701"]


def test_the_search_stays_inside_what_is_known() -> None:
    assert search("หนองบัว", within="71") == ("710106",)
    assert search("หนองบัว", within="7101") == ("710106",)


@pytest.mark.parametrize("typed", ["", "สวัสดีครับ", "น้ำท่วม", "555", "?"])
def test_what_is_no_name_finds_nothing(typed: str) -> None:
    assert search(typed) == ()


def test_no_more_are_offered_than_asked_for() -> None:
    assert len(search("หนองบัว", limit=3)) == 3
