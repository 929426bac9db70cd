"""How much a text sounds like the cries written for this project: concepts and bits of words, weighed."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

from models.topics.scenes import Played

FILE = Path(__file__).with_name("likeness.json")
SCALE = 100  # whole numbers in the file
_SIZES = (2, 3, 4)  # letters of a bit


def features(played: Played) -> dict[str, float]:
    """The concepts said, and the bits of the toneless text, weighing less in a longer one."""
    text = f" {played.toneless} "
    bits = {text[at : at + size] for size in _SIZES for at in range(len(text) - size + 1)}
    weight = 3 / math.sqrt(len(bits) + 20)
    found = dict.fromkeys(bits, weight)
    found.update(dict.fromkeys((f"concept {name}" for name in played.said), 1.0))
    return found


def score(played: Played) -> float:
    """Above 0 more like a cry than like ordinary talk."""
    weights = load()
    return (
        weights["bias"] + sum(weights.get(name, 0) * much for name, much in features(played).items())
    ) / SCALE


@cache
def load() -> dict[str, int]:
    return dict(json.loads(FILE.read_text(encoding="utf-8")))
