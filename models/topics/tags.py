"""How much a text is like the messages written for each label: bits of letters and words of the lexicon, weighed.

The weights are learnt by `python -m bot train`. In tags.txt a line is a feature and a letter for each column: O says
nothing, letters after it speak for the label, letters before it against it.
"""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.topics.pieces import Features, Pieces, summed
from models.topics.rules import Weights

FILE = Path(__file__).with_name("tags.txt")
NOUGHT, LOUDEST = ord("O"), 46  # letters from ! to }
STRONG = 2  # weight of the lexicon from which a label may stand by itself
_MOST = 4
_SAYS = 0.7  # a word of the lexicon

Margins = dict[str, float]
Numbers = dict[str, list[Any]]


@dataclass(frozen=True)
class Learnt:
    columns: list[str]
    biases: list[float]
    scales: list[float]  # what one step of the alphabet is worth, for bits of letters
    word_scales: list[float]  # for words of the lexicon
    rows: dict[
        str, int
    ]  # the letters of a feature as one number of 32 bits a column: numbers add up in one go


def features(pieces: Pieces, weights: Weights) -> Features:
    return summed((row, row.names) for row in pieces.bits) | lexical(weights)


def is_word(name: str) -> bool:
    """Whether it is a feature of the lexicon."""
    return name.startswith("<")


def lexical(weights: Weights) -> Features:
    """What the lexicon says, of the topic too where it names a kind."""
    found: Features = {}
    for label, (weight, _) in weights.items():
        much = _SAYS * min(weight, _MOST) / 2
        for name in {label, label.split("/")[0]}:
            found[f"<{name}"] = max(found.get(f"<{name}", 0.0), much)
        if weight >= STRONG:
            found[f"<<{label}"] = _SAYS
    return found if any(weight >= STRONG for weight, _ in weights.values()) else found | {"<none": _SAYS}


def margins(pieces: Pieces, weights: Weights) -> Margins:
    """Of each column: above 0 more like its messages than like all others."""
    learnt = load()
    get, totals = learnt.rows.get, list(learnt.biases)
    for row in pieces.bits:
        known = [letters for letters in map(get, row.names) if letters]
        _add(totals, known, row.share(len(row.names)), learnt.scales)
    for name, much in lexical(weights).items():
        _add(totals, [learnt.rows[name]] if name in learnt.rows else [], much, learnt.word_scales)
    return dict(zip(learnt.columns, totals, strict=True))


def loudest(pieces: Pieces, weights: Weights, label: str, most: int) -> Features:
    """What says most for a label; bits of letters and words of the lexicon, for explaining."""
    learnt, at = load(), load().columns.index(label)
    said: Features = {}
    for name, much in features(pieces, weights).items():
        if name in learnt.rows:
            scale = (learnt.word_scales if is_word(name) else learnt.scales)[at]
            said[name] = much * scale * ((learnt.rows[name] >> 32 * at & 0xFFFFFFFF) - NOUGHT)
    return {name: round(said[name], 3) for name in sorted(said, key=lambda name: (-said[name], name))[:most]}


def _add(totals: list[float], rows: list[int], much: float, scales: list[float]) -> None:
    if rows:
        nought = NOUGHT * len(rows)
        letters = array("I", sum(rows).to_bytes(4 * len(totals), "little"))
        for at, (letter, scale) in enumerate(zip(letters, scales, strict=True)):
            totals[at] += much * scale * (letter - nought)


def written(columns: Numbers, rows: dict[str, str], digest: int) -> str:
    """`columns`: all of Learnt but the rows."""
    lines = (f"{name}\t{rows[name]}" for name in sorted(rows))
    return "\n".join((json.dumps({"learnt_from": digest, **columns}), *lines)) + "\n"


@cache
def load() -> Learnt:
    head, *lines = FILE.read_text(encoding="utf-8").splitlines()
    told = json.loads(head)
    del told["learnt_from"]
    rows = dict(line.split("\t") for line in lines)
    numbers = {name: int.from_bytes(letters.encode("utf-32-le"), "little") for name, letters in rows.items()}
    return Learnt(**told, rows=numbers)
