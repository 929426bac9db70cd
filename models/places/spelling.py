"""Names of places close to a misspelt one: อุบลราชทานี is near อุบลราชธานี."""

from collections.abc import Iterable
from functools import cache

from models.places.gazetteer import codes, name
from models.thai.normal import toneless

_SAME_SOUND = str.maketrans("ศษฎฏฐฑฒธถณญฬฆฃฅภใ", "สสดตทททททนยลคคคพไ")
_SHORTEST, _LONG, _VERY_LONG = 4, 8, 12


def near_spellings(word: str) -> list[str]:
    """Codes of the places whose names differ by a letter or two, the closest first, the largest first."""
    heard = _heard(word)
    if len(heard) < _SHORTEST:
        return []
    allowed = 1 + (len(heard) >= _LONG) + (len(heard) >= _VERY_LONG)
    found = []
    for spelling, named in _spellings().items():
        if abs(len(spelling) - len(heard)) <= allowed and _shares(heard, spelling, allowed):
            distance = _distance(heard, spelling)
            found += [(distance, len(code), code) for code in named if distance <= allowed]
    return [code for _, _, code in sorted(found)]


def _heard(word: str) -> str:
    return toneless(word).translate(_SAME_SOUND)


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for code in codes():
        heard = _heard(name(code))
        known[heard] = (*known.get(heard, ()), code)
    return known


def _shares(one: str, other: str, allowed: int) -> bool:
    """Each error spoils few letters: a cheap look before the costly count."""
    return len(set(one) - set(other)) <= allowed and len(set(other) - set(one)) <= allowed


def _distance(one: str, other: str) -> int:
    row: Iterable[int] = range(len(other) + 1)
    for place, letter in enumerate(one, 1):
        above, line = list(row), [place]
        for column, other_letter in enumerate(other):
            swap = above[column] + (letter != other_letter)
            line.append(min(above[column + 1] + 1, line[column] + 1, swap))
        row = line
    return list(row)[-1]
