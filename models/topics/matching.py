"""Finds every listed word in a text in one pass: a tree of letters, walked from each letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

Span = tuple[int, int]

_END = ""
_STOP = "\0"  # after the text; in no word


class WordTree:
    """All the words of a list as paths of letters; a path that leads to one word only ends in it at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._root: dict[str, Any] = {}
        for word in words:
            _plant(self._root, word)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and word of each occurrence, those inside others too."""
        root, text = self._root, text + _STOP
        for start, letter in enumerate(text):
            node = root.get(letter)
            end = start + 1
            while node is not None:
                if node.__class__ is str:
                    if text.startswith(node, start):
                        yield start, start + len(node), node
                    break
                if _END in node:
                    yield start, end, node[_END]
                node = node.get(text[end])
                end += 1


def _plant(node: dict[str, Any], word: str) -> None:
    for depth, letter in enumerate(word, 1):
        below = node.get(letter)
        if below is None or below == word:
            node[letter] = word
            return
        if below.__class__ is str:
            node[letter] = {below[depth : depth + 1]: below}  # its next letter, or the end
        node = node[letter]
    node[_END] = word


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
