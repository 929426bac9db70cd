"""Weighs the words found in a text and says which topics they speak for."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.topics import lexicon, rules, spelling
from models.topics.lexicon import Lexicon, Term
from models.topics.reading import Topic

_REACH = 14  # letters between the parts of a two-part term
_ENOUGH = 2
_LONG = 7  # a toneless word of so many letters is hardly another word


@dataclass(frozen=True)
class Hit:
    term: Term
    start: int
    end: int


def topics(closed: str) -> tuple[Topic, ...]:
    """The topics of a close text, best first; empty when no word speaks for one."""
    hits = _hits(closed, lexicon.exact())
    hits += _rough_hits(closed, {hit.term.word for hit in hits})
    weighed = rules.settle(closed, {label: _weigh(found) for label, found in _by_label(hits).items()})
    found = [_topic(label, *weight) for label, weight in weighed.items() if weight[0] >= _ENOUGH]
    return tuple(sorted(found, key=lambda topic: -topic.score))


def _rough_hits(closed: str, known: set[str]) -> list[Hit]:
    careless = spelling.lost_tones(closed)
    return [
        hit
        for hit in _hits(spelling.rough(closed), lexicon.toneless())
        if hit.term.word not in known and (careless or sum(map(len, hit.term.parts)) >= _LONG)
    ]


def _hits(text: str, words: Lexicon) -> list[Hit]:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    masked: list[tuple[int, int]] = []
    for start, end, word in words.tree.find(text):
        spans[word].append((start, end))
        if word in words.masks:
            masked.append((start, end))
    for word, found in spans.items():
        spans[word] = [span for span in found if not _inside(span, masked)]
    return [
        hit for word, found in spans.items() for hit in _complete(words.terms.get(word, ()), found, spans)
    ]


def _inside(span: tuple[int, int], masked: Iterable[tuple[int, int]]) -> bool:
    start, end = span
    return any(a <= start and end <= b and (a, b) != span for a, b in masked)


def _complete(
    terms: tuple[Term, ...], found: list[tuple[int, int]], spans: dict[str, list[tuple[int, int]]]
) -> list[Hit]:
    hits = []
    for term in terms:
        ends = found if len(term.parts) == 1 else spans.get(term.parts[1], [])
        hit = _first(term, found, ends)
        if hit:
            hits.append(hit)
    return hits


def _first(term: Term, heads: list[tuple[int, int]], tails: list[tuple[int, int]]) -> Hit | None:
    if not heads or not tails:
        return None
    if len(term.parts) == 1:
        return Hit(term, *heads[0])
    for start, end in heads:
        at = bisect.bisect_left(tails, (end, 0))
        if at < len(tails) and tails[at][0] <= end + _REACH:
            return Hit(term, start, tails[at][1])
    return None


def _by_label(hits: list[Hit]) -> dict[str, list[Hit]]:
    labels: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        labels[hit.term.label].append(hit)
    return labels


def _weigh(hits: list[Hit]) -> tuple[int, tuple[str, ...]]:
    """The sum over words that do not overlap, the weightiest and longest first."""
    taken: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (-hit.term.weight, hit.start - hit.end)):
        if all(hit.end <= other.start or other.end <= hit.start for other in taken):
            taken.append(hit)
    return sum(hit.term.weight for hit in taken), tuple(
        hit.term.word.replace("..", " … ") for hit in taken[:4]
    )


def _topic(label: str, weight: int, because: tuple[str, ...]) -> Topic:
    topic, _, kind = label.partition("/")
    return Topic(topic, kind or None, round(1 - 0.5 ** min(weight, 8), 3), because)
