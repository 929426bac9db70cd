"""Which tambon a pin lies in."""

import pytest

from models.places import at_pin, exists, name, region_of
from models.places.centres import nearest
from models.places.tables import rows

IN_EVERY_REGION = [
    (16.70, 102.85, "400702", "northeast"),
    (18.787, 98.993, "5001", "north"),
    (13.361, 100.985, "2001", "bkk_east"),
    (14.352, 100.566, "1401", "central_west"),
    (7.009, 100.474, "9011", "south"),
]


@pytest.mark.parametrize(("lat", "lon", "code", "region"), IN_EVERY_REGION)
def test_a_pin_in_each_region_falls_where_it_should(lat: float, lon: float, code: str, region: str) -> None:
    found = at_pin(lat, lon)
    assert found.code
    assert found.code.startswith(code)
    assert region_of(found.code) == region


@pytest.mark.parametrize(
    "point", [(35.68, 139.69), (9.0, 101.5), (8.0, 96.0), (21.5, 100.0), (0.0, 0.0), (16.06, 108.2)]
)
def test_abroad_or_far_at_sea_there_is_no_tambon(point: tuple[float, float]) -> None:
    assert at_pin(*point).code is None
    assert at_pin(*point).status == "abroad"


@pytest.mark.parametrize(
    "address", ["Vientiane, Laos", "นครหลวงเวียงจันทน์ ลาว", "Vientiane Prefecture, Lao PDR"]
)
def test_across_the_border_the_address_tells(address: str) -> None:
    assert at_pin(17.96, 102.61, address).code is None
    assert at_pin(17.96, 102.61, "ศรีเชียงใหม่ หนองคาย ประเทศไทย").code


def test_near_the_border_a_thai_tambon_with_lao_in_its_name_is_thai() -> None:
    assert at_pin(19.75, 99.7, "ต.จอมหมอกแก้ว อ.แม่ลาว จ.เชียงราย").code


@pytest.mark.parametrize(
    "address",
    [
        "หมู่ 5 ต.บัวเงิน อ.น้ำพอง จ.ขอนแก่น 40140",
        "Bua Ngoen, Nam Phong District, Khon Kaen 40140, Thailand",
        "Tambon Bua Ngoen, Amphoe Nam Phong, Chang Wat Khon Kaen 40140",
    ],
)
def test_the_tambon_of_the_address_is_preferred_in_the_same_district(address: str) -> None:
    found = at_pin(16.70, 102.85, address)
    assert found.code
    assert (name(found.code), found.sure) == ("บัวเงิน", True)


def test_an_address_far_from_the_pin_is_not_believed() -> None:
    assert at_pin(16.70, 102.85, "ต.ท่าข้าม อ.หาดใหญ่ จ.สงขลา").code == "400702"


def test_tambons_newer_than_the_centres_are_known_by_their_address() -> None:
    assert at_pin(13.66, 100.62, "แขวงบางนาใต้ เขตบางนา กรุงเทพมหานคร 10260").code == "104703"


def test_a_pin_between_two_centres_is_not_sure_and_offers_others() -> None:
    found = at_pin(7.88, 98.39)
    assert not found.sure
    assert found.others
    assert found.code not in found.others


def test_every_centre_is_nearest_to_itself_and_a_place_of_today() -> None:
    for row in list(rows("tambon_centres.csv"))[::25]:
        distance, code = nearest(float(row["lat"]), float(row["lon"]))[0]
        assert distance == 0
        assert exists(code)
