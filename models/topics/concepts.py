"""Which of the concepts of concepts.yml a text speaks of: word classes that say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import yaml

from models.thai import normal
from models.topics import spelling
from models.topics.matching import Masks, WordTree

_FILE = Path(__file__).with_name("concepts.yml")

_LONG = 6  # a toneless word of so many letters is hardly another word
_SHORTEST = 3  # where the writer leaves tones out
_CHOICE = re.compile(r"\{([^}]*)\}")
_COORDINATES = re.compile(r"\d{1,3}\.\d{3,}")
_PHONE = re.compile(r"0[\d-]{8,11}")
_NUMBER = re.compile(r"(?<!\d)(?!(?:1669|1784|191|199)(?!\d))\d+")


@dataclass(frozen=True)
class Played:
    toneless: str
    heard: list[tuple[int, str]]  # where a concept stands: <name, and <<name where its tones tell it apart


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

    def play(self, text: str) -> Played:
        """Of a close text without numbers."""
        toneless = normal.toneless(text)
        found = list(self._tree.find(toneless))
        trusted = _SHORTEST if spelling.lost_tones(text) else _LONG
        masks = Masks(
            (start, end)
            for start, end, word in found
            if word in self._masks and (len(word) >= trusted or _stands(self._masks[word], text))
        )
        heard: list[tuple[int, str]] = []
        for start, end, word in found:
            if word in self._owners and not masks.cross(start, end):
                heard += ((start + 1, name) for name in self._names(word, text, len(word) >= trusted))
        return Played(toneless, sorted(heard))

    def _names(self, word: str, text: str, trusted: bool) -> Iterator[str]:
        """With tones only where they tell words apart: without them หนี้ is หนี and ข่าว is ข้าว."""
        for name, spellings in self._owners[word]:
            meant = _stands(spellings, text)
            if meant or trusted:
                yield f"<{name}"
            if meant:
                yield f"<<{name}"


@cache
def stage() -> Stage:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    written = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=loader)
    return Stage(written["concepts"], written["masks"].split())


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
