"""How much a text sounds like the cries written for this project: letters, words and concepts, weighed.

The weights are learnt by `python -m tests.models.topics.training`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from models.thai.words import Words
from models.topics import concepts

FILE = Path(__file__).with_name("likeness.json")
SCALE = 100  # whole numbers in the file
BIAS = "bias"
_SIZES = (2, 3, 4, 5)  # letters of a bit
_BITS, _WORDS, _PAIRS, _CONCEPT = 1.5, 1.0, 0.7, 0.2  # how much each kind of feature may say
_WINDOW, _MOST_WINDOWS = 60, 20  # a cry may stand in the middle of a long letter
_ONLY_A_PART = 0.5  # what a part must sound louder than the whole

Features = dict[str, float]


def features(closed: str) -> Features:
    """Bits of the toneless text, words and pairs of words, concepts: the more there are of a kind, the less each says.

    No close text holds the marks < = | by which the kinds are told apart.
    """
    played = concepts.stage().play(closed)
    text = f" {played.toneless} "
    words = list(Words(concepts.numberless(closed)).after(0))
    found = _weighed((text[at : at + size] for size in _SIZES for at in range(len(text) - size + 1)), _BITS)
    found |= _weighed((f"={word}" for word in words), _WORDS)
    found |= _weighed((f"{one}|{other}" for one, other in pairwise(words)), _PAIRS)
    found |= dict.fromkeys((f"<{name}" for name in played.said), _CONCEPT)
    return found | dict.fromkeys((f"<<{name}" for name in played.meant), _CONCEPT)


def _weighed(names: Iterable[str], much: float) -> Features:
    kind = set(names)
    return dict.fromkeys(kind, much / len(kind) ** 0.5) if kind else {}


def score(closed: str) -> float:
    """Above 0 more like a cry than like ordinary talk; of a long text, the whole or its loudest part."""
    alone = (sum(said(part).values()) - _ONLY_A_PART for part in parts(closed))
    return max(sum(said(closed).values()), *alone, -9.0)


def parts(closed: str) -> Iterator[str]:
    """The stretches of a long text, each half over the one before; none of a short one."""
    if len(closed) <= _WINDOW * 3 // 2:
        return
    step = max(_WINDOW // 2, len(closed) // _MOST_WINDOWS)
    for at in range(0, len(closed) - _WINDOW // 2, step):
        yield closed[at : at + _WINDOW]


def said(closed: str) -> Features:
    """What each feature that we have a weight for adds."""
    weights = load()
    found = {BIAS: 1.0, **features(closed)}
    return {name: weights[name] * much / SCALE for name, much in found.items() if name in weights}


@cache
def load() -> dict[str, int]:
    return dict(json.loads(FILE.read_text(encoding="utf-8"))["weights"])
