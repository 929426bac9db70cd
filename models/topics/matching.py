"""Finds every listed word in a text in one pass: a tree of letters, walked from each letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

_END = ""


class WordTree:
    """All the words of a list as paths of letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._root: dict[str, Any] = {}
        for word in words:
            node = self._root
            for letter in word:
                node = node.setdefault(letter, {})
            node[_END] = word

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and word of each occurrence, those inside others too."""
        for start, letter in enumerate(text):
            node = self._root.get(letter)
            end = start + 1
            while node is not None:
                if _END in node:
                    yield start, end, node[_END]
                node = node.get(text[end]) if end < len(text) else None
                end += 1
