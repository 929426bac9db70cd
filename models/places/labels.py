"""Says where a place is, the way one writes it on an envelope or on a button."""

from models.places.gazetteer import BANGKOK, is_capital, name, nearest_known

_PREFIXES = {2: "จ.", 4: "อ.", 6: "ต."}
_FORMAL_PREFIXES = {2: "จังหวัด", 4: "อำเภอ", 6: "ตำบล"}
_BANGKOK_PREFIXES = {4: "เขต", 6: "แขวง"}
_BANGKOK_SHORT = "กรุงเทพฯ"


def full_name(code: str, moo: int | None = None, language: str = "th") -> str:
    """The whole place, no longer than needed: หมู่ 5 ต.วังชัย อ.น้ำพอง จ.ขอนแก่น."""
    known = nearest_known(code)
    chain = [known[:length] for length in range(len(known), 0, -2)]
    if language == "en":
        return ", ".join([*_moo(moo, "Moo"), *(name(part, "en") for part in chain)])
    return " ".join([*_moo(moo, "หมู่"), *(_labelled(part, of_province=True) for part in chain)])


def short_name(code: str, moo: int | None = None, language: str = "th") -> str:
    """The place's own name with its kind: ต.วังชัย, เขตบางนา, กรุงเทพฯ."""
    if language == "en":
        return ", ".join([*_moo(moo, "Moo"), name(nearest_known(code), "en")])
    return " ".join([*_moo(moo, "หมู่"), _labelled(nearest_known(code))])


def formal_name(code: str, moo: int | None = None) -> str:
    """The whole place in official Thai: หมู่ที่ 5 ตำบลวังชัย อำเภอน้ำพอง จังหวัดขอนแก่น."""
    known = nearest_known(code)
    chain = (known[:length] for length in range(len(known), 0, -2))
    return " ".join([*_moo(moo, "หมู่ที่"), *map(_formal, chain)])


def _formal(code: str) -> str:
    if code == BANGKOK:
        return name(code)
    kinds = _BANGKOK_PREFIXES if code.startswith(BANGKOK) else _FORMAL_PREFIXES
    return kinds[len(code)] + name(code)


def village_name(village: str, moo: int | None = None, language: str = "th") -> str:
    """A village by the name it was given: หมู่ 4 บ้านหนองแวง."""
    if language == "en":
        return ", ".join([*_moo(moo, "Moo"), village])
    return " ".join([*_moo(moo, "หมู่"), village])


def _moo(moo: int | None, word: str) -> list[str]:
    return [f"{word} {moo}"] if moo else []


def _labelled(code: str, of_province: bool = False) -> str:
    if code == BANGKOK:
        return _BANGKOK_SHORT
    if code.startswith(BANGKOK):
        return _BANGKOK_PREFIXES[len(code)] + name(code)
    if of_province and is_capital(code) and name(code) == "เมือง" + name(code[:2]):
        return "อ.เมือง"  # the province follows at once
    return _PREFIXES[len(code)] + name(code)
