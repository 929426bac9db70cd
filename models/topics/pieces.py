"""The pieces by which a text is likened to texts that were learnt: bits of letters, words, pairs of words, concepts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from models.thai import normal
from models.thai.words import Words
from models.topics import concepts

Features = dict[str, float]

_SIZES = (2, 3, 4, 5)  # letters of a bit
_BITS, _WORDS, _PAIRS, _CONCEPTS = 0.75, 1.0, 0.7, 0.7  # how much each kind of piece may say
_WINDOW, _MOST_WINDOWS = 60, 20  # letters; a cry may stand in the middle of a long letter


@dataclass(frozen=True)
class Row:
    """Pieces of one kind in the order in which they stand: the more there are, the less each says."""

    names: list[str]
    starts: Sequence[int]
    much: float

    def within(self, start: int, end: int) -> slice:
        return slice(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def share(self, count: int) -> float:
        """What each of so many pieces may say."""
        return self.much / count**0.5 if count else 0.0


@dataclass(frozen=True)
class Pieces:
    """No close text holds the marks < = | by which the kinds are told apart."""

    text: str  # close, without numbers
    words: Words
    length: int  # of the toneless text, in which all starts are counted
    rows: tuple[Row, ...]

    def features(self, start: int = 0, end: int | None = None) -> Features:
        """Of the stretch, or of the whole."""
        last = self.length if end is None else end
        return summed((row, row.names[row.within(start, last)]) for row in self.rows)

    @property
    def bits(self) -> tuple[Row, ...]:
        """The rows of bits of letters alone."""
        return self.rows[: len(_SIZES)]

    def windows(self) -> Iterator[tuple[int, int]]:
        """The stretches of a long text, each half over the one before; none of a short one."""
        if self.length > _WINDOW * 3 // 2:
            step = max(_WINDOW // 2, self.length // _MOST_WINDOWS)
            yield from ((at, at + _WINDOW) for at in range(0, self.length - _WINDOW // 2, step))


def summed(said: Iterable[tuple[Row, list[str]]]) -> Features:
    """What the names of each row may say together."""
    found: Features = {}
    for row, names in said:
        for name in names:
            found[name] = found.get(name, 0.0) + row.share(len(names))
    return found


def cut(closed: str) -> Pieces:
    """The pieces of a close text."""
    text = concepts.numberless(closed)
    played = concepts.stage().play(text)
    toneless = f" {played.toneless} "
    words = Words(text)
    names = list(words.after(0))
    starts = list(accumulate((len(normal.toneless(word)) for word in names), initial=1))[:-1]
    bits = ([toneless[at : at + size] for at in range(len(toneless) - size + 1)] for size in _SIZES)
    return Pieces(
        text,
        words,
        len(toneless),
        (
            *(Row(row, range(len(row)), _BITS) for row in bits),
            Row([f"={word}" for word in names], starts, _WORDS),
            Row([f"{one}|{other}" for one, other in pairwise(names)], starts[:-1], _PAIRS),
            Row([name for _, name in played.heard], [at for at, _ in played.heard], _CONCEPTS),
        ),
    )
