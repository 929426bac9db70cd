"""CODI's five regions, the seven areas, the letters of report numbers."""

import pytest

from models import places
from models.places.regions import provinces


def test_five_regions_hold_every_province_once() -> None:
    sizes = {region: len(places.provinces_of_region(region)) for region in places.REGIONS}
    assert sizes == {"north": 17, "northeast": 20, "central_west": 14, "bkk_east": 12, "south": 14}
    assert sum(sizes.values()) == len(provinces()) == 77


def test_a_place_of_any_size_has_a_region() -> None:
    assert [places.region_of(code) for code in ("40", "4007", "400702")] == ["northeast"] * 3
    assert places.region_of("99") is None


def test_regions_are_named_as_people_say_them() -> None:
    assert places.region_name("northeast") == "ภาคอีสาน"
    assert places.region_name("south") == "ภาคใต้"
    assert all(places.region_name(region, "en") for region in places.REGIONS)


def test_seven_areas_are_offered_in_order() -> None:
    assert places.areas() == ("เหนือ", "อีสาน", "กลาง", "ตะวันออก", "ตะวันตก", "ใต้", "กรุงเทพฯ ปริมณฑล")
    assert [len(places.provinces_in(area)) for area in places.areas()] == [17, 20, 13, 8, 7, 14, 6]


def test_bangkok_comes_first_and_the_rest_as_in_a_dictionary() -> None:
    around = [places.name(code) for code in places.provinces_in("กรุงเทพฯ ปริมณฑล")]
    assert around[:3] == ["กรุงเทพมหานคร", "นครปฐม", "นนทบุรี"]
    assert [places.name(code) for code in places.provinces_in("ใต้")][:3] == ["กระบี่", "ชุมพร", "ตรัง"]


def test_a_province_may_stand_in_two_areas() -> None:
    assert all("63" in places.provinces_in(area) for area in ("เหนือ", "ตะวันตก"))


def test_no_two_provinces_share_their_letters() -> None:
    letters = [places.abbreviation(code) for code in provinces()]
    assert len(set(letters)) == 77
    assert places.abbreviation("40") == "ขก"
    assert all(2 <= len(each) <= 3 for each in letters)


@pytest.mark.parametrize("column", ["name_th", "codi_region", "area", "effective", "confidence"])
def test_every_province_is_described_in_full(column: str) -> None:
    assert all(row[column] for row in provinces().values())
