"""Where the words of a Thai text begin and end, as PyThaiNLP cuts it."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator
from functools import cached_property


class Words:
    """The words of a normalised text, cut when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _edges(self) -> list[int]:
        from pythainlp.tokenize import word_tokenize  # imported late: its dictionary costs half a second

        edges = [0]
        for word in word_tokenize(self._text, engine="nlpo3"):
            edges.append(edges[-1] + len(word))
        return edges

    def whole(self, start: int, end: int) -> str:
        """The stretch, drawn out to the edges of its words."""
        first = bisect.bisect_right(self._edges, start) - 1
        last = bisect.bisect_left(self._edges, end)
        return self._text[self._edges[first] : self._edges[last]]

    def after(self, start: int) -> Iterator[str]:
        """The words from there on; the first may be what is left of one."""
        first = bisect.bisect_right(self._edges, start)
        for begin, end in itertools.pairwise([start, *self._edges[first:]]):
            yield self._text[begin:end]

    def splits(self, start: int, end: int) -> bool:
        """Whether an edge of the stretch lies inside a word of the dictionary: of นา in นามสกุล it does."""
        return self._cut(start) or self._cut(end)

    def _cut(self, at: int) -> bool:
        last = bisect.bisect_left(self._edges, at)
        if self._edges[last] == at:
            return False
        return self._text[self._edges[last - 1] : self._edges[last]] in _dictionary()


def _dictionary() -> frozenset[str]:
    from pythainlp.corpus import thai_words

    return frozenset(thai_words())


def warm() -> None:
    """Loads the dictionary, so that the first text waits no longer than the next."""
    Words("น้ำท่วม").splits(0, 4)
