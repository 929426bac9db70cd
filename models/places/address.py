"""Reads the address line that comes with a pin, Thai or romanised: Nam Phong, Khon Kaen 40140."""

import re
from functools import cache

from models.places.gazetteer import codes, name
from models.places.reading import in_text
from models.places.regions import provinces

_THAI = re.compile("[ก-๙]")
_KINDS = re.compile(
    r"\b(?:tambon|tumbon|amphoe|amphur|khet|khwaeng|chang ?wat|sub-?\s?district|district|province"
    r"|thailand|moo \d+)\b|\d"
)
_NOT_LETTERS = re.compile("[^a-z]")
_ABROAD = re.compile(
    r"(?:^|[\s,])(?:laos?(?: pdr)?|myanmar(?: \(burma\))?|burma|cambodia|malaysia|vietnam|china"
    r"|สปป\.? ?ลาว|ลาว|เมียนมา(?:ร์)?|พม่า|กัมพูชา|มาเลเซีย|เวียดนาม)[\s\d.]*$"
)
_ALSO = {"krungthep": "10", "krungthepmahanakhon": "10", "ayutthaya": "14", "korat": "30", "pattaya": "2004"}


def is_abroad(address: str) -> bool:
    """Does the address end in a neighbour's name?"""
    return bool(_ABROAD.search(address.lower()))


def place_of(address: str) -> str | None:
    """The deepest code the address names."""
    return in_text(address).code if _THAI.search(address) else _romanised(address)


def _romanised(address: str) -> str | None:
    """Read from the end, since addresses grow from small to large."""
    known = ""
    for part in reversed(address.lower().split(",")):
        inside = [code for code in _spellings().get(_squashed(part), ()) if _lies_in(code, known)]
        if inside:
            known = min(inside, key=len)
    return known or None


def _lies_in(code: str, known: str) -> bool:
    return code.startswith(known) and len(code) > len(known) if known else len(code) == 2 or _is_only(code)


def _is_only(code: str) -> bool:
    return len(_spellings()[_squashed(name(code, "en").lower())]) == 1


def _squashed(part: str) -> str:
    part = _NOT_LETTERS.sub("", _KINDS.sub(" ", part))
    return "mueang" + part.removeprefix("muang") if part.startswith("muang") else part


@cache
def _spellings() -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for code in codes():
        known.setdefault(_squashed(name(code, "en").lower()), []).append(code)
    for spelling, code in _also():
        known.setdefault(spelling, []).append(code)
    return known


def _also() -> list[tuple[str, str]]:
    return [*_ALSO.items(), *((_squashed(row["name_en"].lower()), code) for code, row in provinces().items())]
