"""The words of the lexicon that stand in a text, and how much they speak for each label."""

from __future__ import annotations

import bisect
from collections import defaultdict
from dataclasses import dataclass

from models.thai.words import Words
from models.topics import lexicon, rules, spelling
from models.topics.lexicon import Lexicon, Term
from models.topics.matching import Masks, Span
from models.topics.pieces import Pieces

_REACH = 14  # letters between the parts of a two-part term
_SHORT = 4  # letters; so short a word must be whole, for it hides in many others
_LONG = 7  # a toneless word of so many letters is hardly another word


@dataclass(frozen=True)
class Hit:
    term: Term
    start: int
    end: int


def weigh(pieces: Pieces) -> rules.Weights:
    """Label to weight and the words that carry it, when every rule has spoken."""
    closed, words = pieces.text, pieces.words
    exact = [hit for hit in _hits(closed, lexicon.exact()) if _stands_alone(hit, words)]
    rough = _rough_hits(closed, {hit.term.word for hit in exact})
    shown = {hit: words.whole(hit.start, hit.end) for hit in exact if len(hit.term.parts) == 1}
    labels = _by_label([*exact, *rough])
    return rules.settle(closed, {label: _weigh(found, shown) for label, found in labels.items()})


def _stands_alone(hit: Hit, words: Words) -> bool:
    """Whether a short word is one by itself; next to misspelt pieces it is believed."""
    short = len(hit.term.parts) == 1 and hit.end - hit.start <= _SHORT
    return not (short and words.splits(hit.start, hit.end))


def _rough_hits(closed: str, known: set[str]) -> list[Hit]:
    careless = spelling.lost_tones(closed)
    return [
        hit
        for hit in _hits(spelling.rough(closed), lexicon.toneless())
        if hit.term.word not in known and (careless or sum(map(len, hit.term.parts)) >= _LONG)
    ]


def _hits(text: str, words: Lexicon) -> list[Hit]:
    spans: dict[str, list[Span]] = defaultdict(list)
    for start, end, word in words.tree.find(text):
        spans[word].append((start, end))
    masks = Masks(span for word in words.masks & spans.keys() for span in spans[word])
    for word, found in spans.items():
        spans[word] = [span for span in found if not masks.hold(*span)]
    return [
        hit for word, found in spans.items() for hit in _complete(words.terms.get(word, ()), found, spans)
    ]


def _complete(terms: tuple[Term, ...], found: list[Span], spans: dict[str, list[Span]]) -> list[Hit]:
    hits = []
    for term in terms:
        ends = found if len(term.parts) == 1 else spans.get(term.parts[1], [])
        hit = _first(term, found, ends)
        if hit:
            hits.append(hit)
    return hits


def _first(term: Term, heads: list[Span], tails: list[Span]) -> Hit | None:
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


def _weigh(hits: list[Hit], shown: dict[Hit, str]) -> tuple[int, tuple[str, ...]]:
    """The sum over words that do not overlap, the weightiest and longest first."""
    taken: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (-hit.term.weight, hit.start - hit.end)):
        if all(hit.end <= other.start or other.end <= hit.start for other in taken):
            taken.append(hit)
    return sum(hit.term.weight for hit in taken), tuple(
        shown.get(hit) or hit.term.word.replace("..", " … ") for hit in taken[:4]
    )
