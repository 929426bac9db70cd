"""Learns the weights of models/topics/likeness.json: what tells a cry for rescue from any other talk."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator

from models.topics import likeness, pieces, spelling
from models.topics.learning import descent, disturbance, sentences
from models.topics.pieces import Features

_TYPED = (str, disturbance.slips, disturbance.no_tones)
_LETTERS = 8  # so many calm sentences for each letter made of four
_KEPT = 24_000  # more features hear no better
_MAY_CRY = re.compile("ช่วย|จ้วย|ซอย|ติดอยู่|ติดบน|ติดเตียง|หลังคา|help|ยิง|ปืน|มีด|ไหม้|ทับ|ระเบิด|จรวด|จม|พะ")

Example = tuple[Features, bool]


def told() -> dict[str, bool]:
    """Every text that is known to be a cry, or not to be one."""
    written = {line["text"]: line["urgency"] == "rescue" for line in sentences.messages()}
    return written | {line["text"]: line["danger"] for line in sentences.cries()}


def examples(*left_out: str) -> list[Example]:
    """As written, and typed with slips; `left_out`: parts that are not learnt from."""
    others = {line["text"] for line in sentences.cries() if line["part"] in left_out}
    learnt = {text: cry for text, cry in told().items() if not sentences.is_held(text) and text not in others}
    typed = {change(text): cry for change in _TYPED for text, cry in learnt.items()}
    return [
        *((pieces.cut(spelling.close(text)).features(), cry) for text, cry in typed.items()),
        *((part, False) for part in _parts_of_calm_letters(learnt)),
    ]


def _parts_of_calm_letters(learnt: dict[str, bool]) -> Iterator[Features]:
    """Pieces of long texts, cut anywhere, as they are looked at; no piece of these is a cry."""
    calm, dice = [text for text, cry in learnt.items() if not cry], random.Random(7)
    letters = [" ".join(dice.sample(calm, 4)) for _ in range(len(calm) // _LETTERS)]
    for text in (*calm, *letters):
        found = pieces.cut(spelling.close(text))
        yield from (found.features(*window) for window in found.windows())


def learn(told: list[Example]) -> dict[str, int]:
    """The weights that say most, in whole numbers."""
    seen = Counter(name for found, _ in told for name in found)
    weights = descent.learn([found for found, _ in told], [cry for _, cry in told])
    bias = weights.pop("")
    loud = sorted(weights, key=lambda name: (-abs(weights[name]) * seen[name] ** 0.5, name))[:_KEPT]
    kept = {name: round(weights[name] * likeness.SCALE) for name in sorted(loud)}
    return {name: number for name, number in kept.items() if number} | {
        likeness.BIAS: round(bias * likeness.SCALE)
    }


def digest() -> int:
    return sentences.digest(sorted(told().items()))


def write() -> None:
    """The same sentences give the same file, byte for byte."""
    learnt = {"learnt_from": digest(), "weights": learn(examples())}
    written = json.dumps(learnt, ensure_ascii=False, separators=(",", ":"), indent=0)
    likeness.FILE.write_text(written + "\n", encoding="utf-8")
    likeness.load.cache_clear()
