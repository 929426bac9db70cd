"""Thailand's provinces, districts and tambons: their DOPA codes, names and order.

Names and codes: GeoThai (https://pypi.org/project/geothai), data under CC BY 4.0.
"""

import re
from functools import cache
from sys import intern
from typing import Literal

Level = Literal["province", "district", "tambon"]

BANGKOK = "10"
_LEVELS: dict[int, Level] = {2: "province", 4: "district", 6: "tambon"}
_VARIANT = re.compile(r"\s*\(.*\)")
_TONE = re.compile("[็-์]")
_LEAD_VOWEL = re.compile("([เ-ไ])([ก-ฮ])")


@cache
def _thai() -> dict[str, str]:
    return {code: intern(_bare(thai, code)) for code, thai, _ in _everything()}


@cache
def _english() -> dict[str, str]:
    return {code: english for code, _, english in _everything()}


def _everything() -> list[tuple[str, str, str]]:
    import geothai  # imported late: the command line must start fast

    provinces = [(p.code, p.name_th, p.name_en) for p in geothai.provinces()]
    districts = [(d.code, d.name_th, d.name_en) for p in provinces for d in geothai.districts(p[0])]
    tambons = [(t.code, t.name_th, t.name_en) for d in districts for t in geothai.subdistricts(d[0])]
    return [*provinces, *districts, *tambons]


def _bare(name: str, code: str) -> str:
    name = _VARIANT.sub("", name)
    return name.removeprefix("เขต") if len(code) == 4 and code.startswith(BANGKOK) else name


def codes() -> tuple[str, ...]:
    """Every code, provinces first, then districts, then tambons."""
    return tuple(_thai())


def exists(code: str) -> bool:
    """Is it the code of a place as it stands today?"""
    return code in _thai()


def nearest_known(code: str) -> str:
    """The code itself, or what holds it: tambons are abolished, and what was kept before must still be said."""
    return next((code[:size] for size in (6, 4, 2) if exists(code[:size])), code)


def level(code: str) -> Level:
    """Whether the code is a province's, a district's or a tambon's."""
    return _LEVELS[len(code)]


def parent(code: str) -> str | None:
    """The code of the district or province around it."""
    return code[:-2] if len(code) > 2 else None


def name(code: str, language: str = "th") -> str:
    """The bare name, without ต., อ., เขต or จ."""
    return _english()[code] if language == "en" else _thai()[code]


def is_capital(district: str) -> bool:
    """Is it the district people call just เมือง?"""
    return len(district) == 4 and district.endswith("01") and not district.startswith(BANGKOK)


def districts_in(province: str) -> tuple[str, ...]:
    """Its districts, the capital's first, then as in a Thai dictionary."""
    return tuple(_children().get(province, ()))


def tambons_in(district: str) -> tuple[str, ...]:
    """Its tambons, or a Bangkok district's แขวง, as in a Thai dictionary."""
    return tuple(_children().get(district, ()))


@cache
def _children() -> dict[str, list[str]]:
    below: dict[str, list[str]] = {}
    for code in codes():
        below.setdefault(parent(code) or "", []).append(code)
    for children in below.values():
        children.sort(key=lambda code: (not is_capital(code), dictionary_order(name(code))))
    return below


def dictionary_order(thai: str) -> tuple[str, str]:
    """A sorting key: leading vowels count after their consonant, tones last."""
    return _LEAD_VOWEL.sub(r"\2\1", _TONE.sub("", thai)), "".join(_TONE.findall(thai))
