"""How much a text sounds like the cries written for this project: its pieces, weighed.

The weights are learnt by `python -m bot train`.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import repeat
from pathlib import Path

from models.topics.pieces import Features, Pieces

FILE = Path(__file__).with_name("likeness.json")
SCALE = 100  # whole numbers in the file
BIAS = "bias"
_ONLY_A_PART = 0.15  # what a part must sound louder than the whole


def score(found: Pieces) -> float:
    """Above 0 more like a cry than like ordinary talk; of a long text, the whole or its loudest part."""
    weights = load()
    loud = [list(map(weights.get, row.names, repeat(0))) for row in found.rows]

    def of(start: int, end: int) -> float:
        total = float(weights[BIAS])
        for row, numbers in zip(found.rows, loud, strict=True):
            part = numbers[row.within(start, end)]
            total += row.share(len(part)) * sum(part)
        return total / SCALE

    return max(of(0, found.length), *(of(*window) - _ONLY_A_PART for window in found.windows()), -9.0)


def said(pieces: Pieces) -> Features:
    """What each feature of the whole text that we have a weight for adds."""
    weights, found = load(), {BIAS: 1.0, **pieces.features()}
    return {name: weights[name] * much / SCALE for name, much in found.items() if name in weights}


@cache
def load() -> dict[str, int]:
    return dict(json.loads(FILE.read_text(encoding="utf-8"))["weights"])
