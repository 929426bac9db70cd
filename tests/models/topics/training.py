"""Learns the weights of models/topics/likeness.json: python -m tests.models.topics.training.

A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh and others, ICML 2008).
Every tenth sentence, by a hash of its text, is never learnt from: the tests measure on those.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from models.topics import likeness, spelling
from models.topics.likeness import Features
from tests.models.topics import disturbance, measure

_HERE = Path(__file__).parent
_ROUNDS = 12
_HARDNESS = 1.0  # C: what a sentence on the wrong side costs
_LEAST = 2  # sentences that must show a feature
_TYPED = (str, disturbance.slips, disturbance.no_tones)
_LETTERS = 8  # so many calm sentences for each letter made of four
_KEPT = 20_000  # more features hear no better
# Places and villages were written for other lessons; what may be a cry in them is left out.
_MAY_CRY = re.compile("ช่วย|จ้วย|ซอย|ติดอยู่|ติดบน|ติดเตียง|หลังคา|help|ยิง|ปืน|มีด|ไหม้|ทับ|ระเบิด|จรวด|จม|พะ")
_CALM = ("village", "village_messages", "../places/places", "../places/more", "../thai/dates")

Example = tuple[Features, int]  # 1 for a cry, -1 for anything else


def is_held(text: str) -> bool:
    return crc32(text.encode()) % 10 == 0


def sentences() -> dict[str, bool]:
    """Every sentence of the project that is known to be a cry, or not to be one."""
    calm = (row["text"] for name in _CALM for row in measure.load(_HERE / f"{name}.jsonl"))
    told = {text: False for text in calm if not _MAY_CRY.search(text)}
    for name in ("danger.jsonl", "danger_authors.jsonl"):
        told |= {row["text"]: row["danger"] for row in measure.load(_HERE / name)}
    return told


def examples(*left_out: str) -> list[Example]:
    """As written, and typed with slips; `left_out`: parts of danger_authors.jsonl."""
    others = {row["text"] for row in measure.load(_HERE / "danger_authors.jsonl") if row["part"] in left_out}
    learnt = {text: cry for text, cry in sentences().items() if not is_held(text) and text not in others}
    typed = {change(text): cry for change in _TYPED for text, cry in learnt.items()}
    return [
        *((likeness.features(spelling.close(text)), 1 if cry else -1) for text, cry in typed.items()),
        *((likeness.features(part), -1) for part in _parts_of_calm_letters(learnt)),
    ]


def _parts_of_calm_letters(learnt: dict[str, bool]) -> Iterator[str]:
    """Pieces of long texts, cut anywhere, as they are looked at; no piece of these is a cry."""
    calm, dice = [text for text, cry in learnt.items() if not cry], random.Random(7)
    letters = [" ".join(dice.sample(calm, 4)) for _ in range(len(calm) // _LETTERS)]
    for text in (*calm, *letters):
        yield from likeness.parts(spelling.close(text))


def learn(told: list[Example]) -> dict[str, float]:
    """The weights of the features that more than one sentence shows."""
    seen = Counter(name for found, _ in told for name in found)
    names = sorted(name for name, times in seen.items() if times >= _LEAST)
    place = {name: at for at, name in enumerate(names)}
    rows = [
        (sorted((place[name], much) for name, much in found.items() if name in place), y) for found, y in told
    ]
    weights = _descend(rows, len(names))
    loud = sorted(range(len(names)), key=lambda at: (-abs(weights[at]) * seen[names[at]] ** 0.5, names[at]))
    return {names[at]: weights[at] for at in loud[:_KEPT]} | {likeness.BIAS: weights[len(names)]}


def _descend(rows: list[tuple[list[tuple[int, float]], int]], size: int) -> list[float]:
    weights = [0.0] * (size + 1)  # the last is the bias
    softness = 1 / (2 * _HARDNESS)
    duals = [0.0] * len(rows)
    lengths = [1 + softness + sum(much * much for _, much in row) for row, _ in rows]
    order, dice = list(range(len(rows))), random.Random(1)
    for _ in range(_ROUNDS):
        dice.shuffle(order)
        for at in order:
            row, y = rows[at]
            total = weights[size] + sum([weights[place] * much for place, much in row])
            dual = max(0.0, duals[at] - (y * total - 1 + softness * duals[at]) / lengths[at])
            if dual != duals[at]:
                step = (dual - duals[at]) * y
                duals[at] = dual
                weights[size] += step
                for place, much in row:
                    weights[place] += step * much
    return weights


def whole(weights: dict[str, float]) -> dict[str, int]:
    numbers = {name: round(weights[name] * likeness.SCALE) for name in sorted(weights)}
    return {name: number for name, number in numbers.items() if number or name == likeness.BIAS}


def digest() -> int:
    """Of all that is learnt from: whoever changes a sentence has to learn anew."""
    return crc32(json.dumps(sorted(sentences().items())).encode())


def main() -> None:
    """The same sentences give the same file, byte for byte."""
    learnt = {"learnt_from": digest(), "weights": whole(learn(examples(*sys.argv[1:])))}
    written = json.dumps(learnt, ensure_ascii=False, separators=(",", ":"), indent=0)
    likeness.FILE.write_text(written + "\n", encoding="utf-8")
    likeness.load.cache_clear()


if __name__ == "__main__":
    main()
