"""CODI's five regions and the seven areas people know: which province stands where (regions.csv)."""

from collections.abc import Iterable
from functools import cache

from models.places.gazetteer import BANGKOK, dictionary_order, name
from models.places.tables import listed, rows

REGIONS = ("north", "northeast", "central_west", "bkk_east", "south")
_AREAS = ("เหนือ", "อีสาน", "กลาง", "ตะวันออก", "ตะวันตก", "ใต้", "กรุงเทพฯ ปริมณฑล")
_AS_PEOPLE_SAY = {"northeast": "ภาคอีสาน", "national": "ส่วนกลาง"}
_IN_ENGLISH = {
    "north": "North",
    "northeast": "Northeast",
    "central_west": "Central and West",
    "bkk_east": "Bangkok and East",
    "south": "South",
    "national": "National",
}


@cache
def provinces() -> dict[str, dict[str, str]]:
    """The lines of regions.csv by province code."""
    return {row["province_code"]: row for row in rows("regions.csv")}


def region_of(code: str) -> str | None:
    """The CODI region of a province, district or tambon code."""
    row = provinces().get(code[:2])
    return row["codi_region"] if row else None


def region_name(region: str, language: str = "th") -> str:
    """The region as people say it: ภาคอีสาน; or what is beside the regions: ส่วนกลาง."""
    if language == "en":
        return _IN_ENGLISH[region]
    return _AS_PEOPLE_SAY.get(region) or provinces()[provinces_of_region(region)[0]]["codi_region_th"]


def formal_region_name(region: str) -> str:
    """The region in official Thai: ภาคตะวันออกเฉียงเหนือ, ส่วนกลาง."""
    if region not in REGIONS:
        return region_name(region)
    return provinces()[provinces_of_region(region)[0]]["codi_region_th"].replace("กรุงเทพฯ", name(BANGKOK))


@cache
def region_named(said: str) -> str | None:
    """The region whose whole name this is, without blanks, with or without ภาค."""
    names = {"".join(region_name(region).split()).removeprefix("ภาค"): region for region in REGIONS}
    return names.get(said.removeprefix("ภาค"))


def provinces_of_region(region: str) -> tuple[str, ...]:
    """The region's provinces, as in a Thai dictionary, Bangkok first."""
    return _in_order(code for code, row in provinces().items() if row["codi_region"] == region)


def areas() -> tuple[str, ...]:
    """The seven areas a person is offered first."""
    return _AREAS


@cache
def provinces_in(area: str) -> tuple[str, ...]:
    """The area's provinces, as in a Thai dictionary, Bangkok first; some stand in two areas."""
    return _in_order(code for code, row in provinces().items() if area in listed(row["area"]))


def abbreviation(province_code: str) -> str:
    """The province's letters in a report's number: ขก."""
    return provinces()[province_code[:2]]["abbr_th"]


def _in_order(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(codes, key=lambda code: (code != BANGKOK, dictionary_order(name(code)))))
