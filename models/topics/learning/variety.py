"""How varied the texts are that we learn from: what is stamped from one mould teaches little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import quantiles

from models.thai.words import Words
from models.topics import spelling

_OPENING = 3  # words
_BIT = 5  # letters
_RAREST = 12  # bits by which texts that could be alike are found
_ALIKE = 0.6  # shared bits from which two texts are nearly the same


@dataclass(frozen=True)
class Variety:
    texts: int
    distinct_openings: float  # share of texts of which no other begins with the same three words
    nearly_the_same: float  # share of texts that have most of their letters in common with another
    letters: tuple[int, int, int]  # a quarter, half, three quarters of the texts are not longer


def of(texts: Iterable[str]) -> Variety:
    closed = [spelling.close(text) for text in texts]
    openings = Counter(_opening(text) for text in closed)
    alone = sum(times for times in openings.values() if times == 1)
    low, middle, high = quantiles(map(len, closed), n=4)
    return Variety(
        len(closed),
        alone / len(closed),
        _alike(closed) / len(closed),
        (round(low), round(middle), round(high)),
    )


def _opening(text: str) -> str:
    words = Words(text).after(0)
    return "".join(word for word, _ in zip(words, range(_OPENING), strict=False))


def _alike(texts: list[str]) -> int:
    """How many texts share most bits with an earlier one; only texts that share a rare bit are compared."""
    bits = [{text[at : at + _BIT] for at in range(len(text) - _BIT + 1)} for text in texts]
    times = Counter(bit for some in bits for bit in some)
    owners: dict[str, list[int]] = {}
    alike = 0
    for at, some in enumerate(bits):
        rare = sorted((bit for bit in some if times[bit] > 1), key=lambda bit: (times[bit], bit))[:_RAREST]
        others = {other for bit in rare for other in owners.get(bit, ())}
        alike += any(_share(some, bits[other]) > _ALIKE for other in others)
        for bit in rare:
            owners.setdefault(bit, []).append(at)
    return alike


def _share(some: set[str], others: set[str]) -> float:
    return len(some & others) / len(some | others)
