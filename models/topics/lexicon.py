"""The words by which a topic is known, as written down in the lexicon folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from models.topics import spelling
from models.topics.matching import WordTree

_FOLDER = Path(__file__).with_name("lexicon")
_MASKS = "masks.yml"
_TAUGHT = 3  # weight of a word that was taught
_SHORTEST = 4  # letters; shorter ones without tone marks are found in too many other words


@dataclass(frozen=True)
class Term:
    label: str  # topic or topic/kind
    word: str  # as written in the lexicon
    weight: int
    parts: tuple[str, ...]  # what must follow one another in the text


@dataclass(frozen=True)
class Lexicon:
    tree: WordTree
    terms: dict[str, tuple[Term, ...]]  # by first part
    masks: frozenset[str]


_taught: tuple[tuple[str, str], ...] = ()  # word and label, by coordinators


def teach(words: dict[str, str]) -> None:
    """These words, and no others beside the written ones, stand for these labels from now on."""
    global _taught
    if tuple(sorted(words.items())) != _taught:
        _taught = tuple(sorted(words.items()))
        for built in (_terms, exact, toneless):
            built.cache_clear()


@cache
def exact() -> Lexicon:
    """To be compared with close texts."""
    return _built(str)


@cache
def toneless() -> Lexicon:
    """To be compared with rough texts."""
    return _built(spelling.rough, _SHORTEST)


def _built(shape: Any, shortest: int = 1) -> Lexicon:
    terms: dict[str, dict[tuple[str, str], Term]] = defaultdict(dict)
    for term in _terms():
        if min(len(shape(part)) for part in term.parts) < shortest:
            continue
        shaped = Term(term.label, term.word, term.weight, tuple(shape(part) for part in term.parts))
        terms[shaped.parts[0]].setdefault((shaped.label, "..".join(shaped.parts)), shaped)
    masks = frozenset(shape(word) for word in _masks())
    parts = {part for found in terms.values() for term in found.values() for part in term.parts}
    by_first = {first: tuple(found.values()) for first, found in terms.items()}
    return Lexicon(WordTree(parts | masks), by_first, masks)


@cache
def _terms() -> tuple[Term, ...]:
    """Central words first: a dialect word that says the same in central Thai adds nothing to them."""
    known: dict[tuple[str, tuple[str, ...]], Term] = {}
    taught = (Term(label, word, _TAUGHT, (spelling.close(word),)) for word, label in _taught)
    for term in (*_written(), *taught):
        known.setdefault((term.label, term.parts), term)
    return tuple(known.values())


def _written() -> Iterator[Term]:
    for label, variety in (
        (label, variety)
        for path in sorted(_FOLDER.glob("*.yml"))
        if path.name != _MASKS
        for label, varieties in _read(path).items()
        for variety in varieties.values()
    ):
        for weight in sorted(variety, reverse=True):
            for word in variety[weight].split():
                yield Term(label, word, weight, tuple(spelling.close(part) for part in word.split("..")))


@cache
def _masks() -> tuple[str, ...]:
    groups = _read(_FOLDER / _MASKS).values()
    return tuple(spelling.close(word) for group in groups for line in group for word in line.split())


def _read(path: Path) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=loader))
