"""Finds the concepts of a word list in a text, and whether they make up a scene."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from models.thai import normal
from models.topics import spelling
from models.topics.matching import Masks, Span, WordTree

Spans = dict[str, list[Span]]  # by concept, in the order of the toneless text

_REACH = {">": 14, ">>": 4}  # letters between two concepts of a sequence
_LONG = 6  # a toneless word of so many letters is hardly another word
_SHORTEST = 3  # where the writer leaves tones out
_CHOICE = re.compile(r"\{([^}]*)\}")
_COORDINATES = re.compile(r"\d{1,3}\.\d{3,}")
_PHONE = re.compile(r"0[\d-]{8,11}")
_NUMBER = re.compile(r"(?<!\d)(?!(?:1669|1784|191|199)(?!\d))\d+")


@dataclass(frozen=True)
class Scene:
    name: str
    weight: int
    concepts: frozenset[str]
    sequences: tuple[tuple[str, ...], ...]  # concepts with arrows between them

    @classmethod
    def written(cls, line: str, weight: int) -> Scene:
        groups = tuple(tuple(group.split()) for group in line.split(" + "))
        concepts = frozenset(name for group in groups for name in group[::2])
        return cls(line, weight, concepts, tuple(group for group in groups if len(group) > 1))

    def seen(self, spans: Spans) -> bool:
        return self.concepts <= spans.keys() and all(_follow(group, spans) for group in self.sequences)


@dataclass(frozen=True)
class Played:
    toneless: str
    said: Spans  # with tones or without
    meant: Spans  # with their tones only


class Stage:
    """All concepts at once: one walk over the toneless text; tones are asked for where they tell words apart."""

    def __init__(self, concepts: dict[str, str], masks: Iterable[str]) -> None:
        self.concepts = frozenset(concepts)
        owners: dict[str, dict[str, tuple[str, ...]]] = {}
        for name, line in concepts.items():
            for word in set(expanded(line)):
                owned = owners.setdefault(normal.toneless(word), {})
                owned[name] = (*owned.get(name, ()), word)
        self._owners = {word: tuple(owned.items()) for word, owned in owners.items()}
        self._masks: dict[str, list[str]] = defaultdict(list)
        for word in masks:
            self._masks[normal.toneless(word)].append(word)
        self._tree = WordTree({*self._owners, *self._masks})

    def play(self, closed: str) -> Played:
        text = numberless(closed)
        toneless = normal.toneless(text)
        found = list(self._tree.find(toneless))
        trusted = _SHORTEST if spelling.lost_tones(closed) else _LONG
        masks = Masks(
            (start, end)
            for start, end, word in found
            if word in self._masks and (len(word) >= trusted or _stands(self._masks[word], text))
        )
        said: Spans = defaultdict(list)
        meant: Spans = defaultdict(list)
        for start, end, word in found:
            if masks.cross(start, end):
                continue
            for name, spellings in self._owners.get(word, ()):
                if _stands(spellings, text):
                    meant[name].append((start, end))
                    said[name].append((start, end))
                elif len(word) >= trusted:
                    said[name].append((start, end))
        return Played(toneless, dict(said), dict(meant))


def expanded(line: str) -> Iterator[str]:
    """{a,b}c is ac and bc."""
    for word in line.split():
        pieces = _CHOICE.split(word)
        choices = [piece.split(",") if at % 2 else [piece] for at, piece in enumerate(pieces)]
        yield from ("".join(choice) for choice in product(*choices))


def numberless(closed: str) -> str:
    """With pin for coordinates, phone for a telephone number and 0 for any other number."""
    return _NUMBER.sub("0", _PHONE.sub("phone", _COORDINATES.sub("pin", closed)))


def _stands(spellings: Iterable[str], text: str) -> bool:
    return any(word in text for word in spellings)


def _follow(sequence: tuple[str, ...], spans: Spans) -> bool:
    """Whether the concepts stand in this order, each within reach of the one before."""
    ends = sorted({end for _, end in spans[sequence[0]]})
    for arrow, name in zip(sequence[1::2], sequence[2::2], strict=True):
        reach = _REACH[arrow]
        ends = sorted({end for start, end in spans[name] if _between(start - reach, start, ends)})
    return bool(ends)


def _between(low: int, high: int, numbers: list[int]) -> bool:
    at = bisect.bisect_left(numbers, low)
    return at < len(numbers) and numbers[at] <= high
