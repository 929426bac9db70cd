"""Finds every listed word in a text in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import ahocorasick

Span = tuple[int, int]


class WordTree:
    """All the words of a list in one automaton (Aho and Corasick, 1975)."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for word in words:
            self._automaton.add_word(word, word)
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and word of each occurrence, those inside others too, in the order in which they end."""
        if not self._automaton:
            return
        for last, word in self._automaton.iter(text):
            yield last + 1 - len(word), last + 1, word


class Masks:
    """Stretches of a text in which shorter words mean nothing, by the letters they cover."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._over: dict[int, list[Span]] = defaultdict(list)
        for span in spans:
            for at in range(*span):
                self._over[at].append(span)

    def hold(self, start: int, end: int) -> bool:
        """Whether the stretch lies in a longer one."""
        over = self._over.get(start, ())
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in over)

    def cross(self, start: int, end: int) -> bool:
        """Whether a stretch that overlaps reaches beyond."""
        over = (*self._over.get(start, ()), *self._over.get(end - 1, ()))
        return any(a < start or b > end for a, b in over)
