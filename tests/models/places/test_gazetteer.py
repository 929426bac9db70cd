"""Provinces, districts and tambons, and what they are called."""

from models import places
from models.places.gazetteer import codes


def test_every_place_lies_in_one_above_it() -> None:
    above = [places.parent(code) for code in codes()]
    assert all(code is None or places.exists(code) for code in above)
    assert above.count(None) == 77
    assert {len(code) for code in codes()} == {2, 4, 6}


def test_the_country_is_whole() -> None:
    assert [sum(len(code) == length for code in codes()) for length in (2, 4, 6)] == [77, 928, 7436]
    assert [places.level(code) for code in ("40", "4007", "400702")] == ["province", "district", "tambon"]


def test_every_place_is_found_by_walking_down_the_buttons() -> None:
    provinces = {code for area in places.areas() for code in places.provinces_in(area)}
    districts = [d for p in provinces for d in places.districts_in(p)]
    tambons = [t for d in districts for t in places.tambons_in(d)]
    assert (len(provinces), len(districts), len(tambons)) == (77, 928, 7436)


def test_names_are_bare() -> None:
    assert [places.name(code) for code in ("40", "4007", "400702")] == ["ขอนแก่น", "น้ำพอง", "วังชัย"]
    assert places.name("1047") == "บางนา"
    assert places.name("450109") == "ปอภาร"
    assert places.name("400702", "en") == "Wang Chai"
    assert not [code for code in codes() if "(" in places.name(code) or places.name(code).startswith("เขต")]


def test_the_capital_district_comes_first_then_the_dictionary_order() -> None:
    khon_kaen = [places.name(code) for code in places.districts_in("40")]
    assert khon_kaen[:5] == ["เมืองขอนแก่น", "กระนวน", "เขาสวนกวาง", "โคกโพธิ์ไชย", "ชนบท"]
    assert places.districts_in("14")[0] == "1401"
    assert places.name(places.tambons_in("4007")[0]) == "กุดน้ำใส"
    assert places.tambons_in("400702") == ()


def test_a_place_is_written_as_on_an_envelope() -> None:
    assert places.full_name("400702", 5) == "หมู่ 5 ต.วังชัย อ.น้ำพอง จ.ขอนแก่น"
    assert places.full_name("400101") == "ต.ในเมือง อ.เมือง จ.ขอนแก่น"
    assert places.full_name("104703") == "แขวงบางนาใต้ เขตบางนา กรุงเทพฯ"
    assert places.full_name("40") == "จ.ขอนแก่น"
    assert places.full_name("400702", 5, "en") == "Moo 5, Wang Chai, Nam Phong, Khon Kaen"


def test_a_place_is_short_on_a_button() -> None:
    shown = [places.short_name(code) for code in ("400702", "4007", "40", "104703", "1047", "10")]
    assert shown == ["ต.วังชัย", "อ.น้ำพอง", "จ.ขอนแก่น", "แขวงบางนาใต้", "เขตบางนา", "กรุงเทพฯ"]
    assert places.short_name("400702", 5) == "หมู่ 5 ต.วังชัย"
    assert places.short_name("4001") == "อ.เมืองขอนแก่น"


def test_a_tambon_that_is_no_more_is_said_by_what_holds_it() -> None:
    assert not places.exists("104701")
    assert places.full_name("104701") == "เขตบางนา กรุงเทพฯ"
    assert places.short_name("104701", 3, "en").startswith("Moo 3, Bang Na")
