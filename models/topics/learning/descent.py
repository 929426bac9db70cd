"""A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh and others, ICML 2008).

In plain Python, so that the same texts give the same weights on every machine.
"""

from __future__ import annotations

import random
from collections import Counter
from operator import itemgetter, mul

from models.topics.pieces import Features

Shown = tuple[tuple[int, ...], tuple[float, ...]]  # places of the features, and how much each says

_ROUNDS = 12
_HARDNESS = 1.0  # C: what a text on the wrong side costs
_LEAST = 2  # texts that must show a feature


def learn(shown: list[Features], answers: list[bool]) -> dict[str, float]:
    """The weights by which the texts that show these features are told yes from no, the bias under ""."""
    names, rows = places(shown)
    weights = descend(rows, answers, len(names))
    return dict(zip([*names, ""], weights, strict=True))


def places(shown: list[Features], most: int | None = None) -> tuple[list[str], list[Shown]]:
    """The features that more than one text shows, the commonest of them, by name; and each text by their places."""
    seen = Counter(name for found in shown for name in found)
    common = sorted(
        (name for name, times in seen.items() if times >= _LEAST), key=lambda name: (-seen[name], name)
    )
    names = sorted(common[:most])
    place = {name: at for at, name in enumerate(names)}
    rows = []
    for found in shown:
        kept = sorted((place[name], much) for name, much in found.items() if name in place)
        rows.append((tuple(at for at, _ in kept), tuple(much for _, much in kept)))
    return names, rows


def descend(rows: list[Shown], answers: list[bool], size: int, hardness: float = _HARDNESS) -> list[float]:
    """The weight of each place, and last the bias."""
    weights = [0.0] * (size + 1)
    softness = 1 / (2 * hardness)
    duals = [0.0] * len(rows)
    lengths = [1 + softness + sum(map(mul, much, much)) for _, much in rows]
    gets = [itemgetter(size, size, *at) for at, _ in rows]
    order, dice = list(range(len(rows))), random.Random(1)
    for _ in range(_ROUNDS):
        dice.shuffle(order)
        for at in order:
            found, much = rows[at]
            y = 1 if answers[at] else -1
            total = sum(map(mul, gets[at](weights), (1.0, 0.0, *much)))
            dual = max(0.0, duals[at] - (y * total - 1 + softness * duals[at]) / lengths[at])
            if dual != duals[at]:
                step = (dual - duals[at]) * y
                duals[at] = dual
                weights[size] += step
                for place, says in zip(found, much, strict=True):
                    weights[place] += step * says
    return weights
