"""Learns the weights of models/topics/likeness.json: python -m tests.models.topics.training."""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from pathlib import Path

from models.topics import danger, likeness, spelling
from tests.models.topics import disturbance, measure

_HERE = Path(__file__).parent
_ROUNDS = 12
_SETTLED = 6  # the last rounds, whose mean is kept
_PACE = 0.3
_PULL = 0.003  # towards nothing
_CRY = 2.0  # a missed cry costs so many false alarms
_LEAST = 3  # times a bit must have been seen
_KEPT = 6000

Example = tuple[dict[str, float], bool]


def examples(*left_out: str) -> list[Example]:
    """Every project-written sentence, as written and typed with slips."""
    rows = measure.load(_HERE / "danger.jsonl")
    told = [(row["text"], row["danger"]) for row in rows if row["part"] not in left_out]
    for name in ("village.jsonl", "village_messages.jsonl"):
        told += [(row["text"], False) for row in measure.load(_HERE / name) if not _plain_cry(row["text"])]
    quiet = [text for text, cry in told if not cry]
    dice = random.Random(7)
    told += [(" ".join(dice.sample(quiet, 3)), False) for _ in range(len(quiet) // 3)]  # long ones
    told += [(disturbance.slips(text), cry) for text, cry in told]
    return [(seen(text), cry) for text, cry in told]


def _plain_cry(text: str) -> bool:
    """By its scenes alone: such a village report must not be learnt as ordinary talk."""
    return sum(weight for name, weight in danger.signals(text).items() if name != "likeness") >= 3


def seen(text: str) -> dict[str, float]:
    return likeness.features(danger.load().stage.play(spelling.close(text)))


def learn(told: list[Example]) -> dict[str, float]:
    """Logistic regression with a step of its own for every weight; the mean of the last rounds."""
    times = Counter(name for found, _ in told for name in found)
    weights = {"bias": 0.0} | {name: 0.0 for name, n in times.items() if n >= _LEAST}
    steps = dict.fromkeys(weights, 1e-6)
    known = [({"bias": 1.0} | {k: v for k, v in found.items() if k in weights}, cry) for found, cry in told]
    means = dict.fromkeys(weights, 0.0)
    dice = random.Random(1)
    for done in range(_ROUNDS):
        dice.shuffle(known)
        for found, cry in known:
            _step(weights, steps, found, cry)
        if done >= _ROUNDS - _SETTLED:
            means = {name: mean + weights[name] / _SETTLED for name, mean in means.items()}
    return means


def _step(weights: dict[str, float], steps: dict[str, float], found: dict[str, float], cry: bool) -> None:
    total = sum(weights[name] * much for name, much in found.items())
    wrong = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - cry
    if cry:
        wrong *= _CRY
    for name, much in found.items():
        slope = wrong * much + _PULL * weights[name]
        steps[name] += slope * slope
        weights[name] -= _PACE * slope / math.sqrt(steps[name])


def whole(weights: dict[str, float]) -> dict[str, int]:
    """The weightiest, in whole numbers."""
    kept = sorted(weights, key=lambda name: (-abs(weights[name]), name))[:_KEPT]
    numbers = {name: round(weights[name] * likeness.SCALE) for name in sorted({*kept, "bias"})}
    return {name: number for name, number in numbers.items() if number or name == "bias"}


def main() -> None:
    weights = whole(learn(examples(*sys.argv[1:])))
    likeness.FILE.write_text(
        json.dumps(weights, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    likeness.load.cache_clear()


if __name__ == "__main__":
    main()
