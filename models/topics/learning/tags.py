"""Learns the weights of models/topics/tags.txt: what tells the messages of a label from all others."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from models.topics import hits, pieces, spelling, tags
from models.topics.learning import descent, disturbance, sentences
from models.topics.pieces import Features
from models.topics.taxonomy import TAXONOMY

_TYPED = (str, disturbance.slips, disturbance.no_tones)
_INTENTS = ("report", "question", "rsvp", "thanks")
_HARDNESS, _OF_INTENTS = 0.06, 0.5  # topics lean on the lexicon, which no intent has
_KEPT = 12_000  # more features tell no better

Line = sentences.Line
_rows: list[descent.Shown] = []
_lines: list[Line] = []
_size = 0


def columns() -> tuple[str, ...]:
    """Every label, and what kind of message it is."""
    labels = (
        f"{topic}/{kind}" if kind else topic for topic, kinds in TAXONOMY.items() for kind in kinds or ("",)
    )
    return (*(label for label in labels if label != "other"), *_INTENTS, "damage")


def answer(line: Line, column: str) -> bool | None:
    """Whether the message is of that column; None where that could be said of it too."""
    if column in _INTENTS:
        return bool(line["intent"] == column)
    if column == "damage":
        return None if line["urgency"] == "none" else line["urgency"] != "chronic"
    label = column.replace("/", ".")
    if label in line["labels"]:
        return True
    return None if label in line["also_ok"] or label.split(".")[0] in line["also_ok"] else False


def shown(text: str) -> Features:
    found = pieces.cut(spelling.close(text))
    return tags.features(found, hits.weigh(found))


def learn(lines: list[Line]) -> tuple[tags.Numbers, dict[str, str]]:
    """As written, and typed with slips."""
    global _rows, _lines, _size
    _lines = [line for _ in _TYPED for line in lines]
    found = [shown(change(line["text"])) for change in _TYPED for line in lines]
    names, _rows = descent.places(found, _KEPT)
    _size = len(names)
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:  # it sees the rows as they are here
        weights = list(pool.map(_column, columns()))
    return _written(names, weights)


def _column(column: str) -> list[float]:
    answers = [answer(line, column) for line in _lines]
    known = [at for at, said in enumerate(answers) if said is not None]
    hardness = _OF_INTENTS if column in _INTENTS else _HARDNESS
    return descent.descend([_rows[at] for at in known], [bool(answers[at]) for at in known], _size, hardness)


def _written(names: list[str], weights: list[list[float]]) -> tuple[tags.Numbers, dict[str, str]]:
    """One letter a weight; the few weights of words are far louder than those of bits and have a scale of their own."""
    words = [at for at, name in enumerate(names) if tags.is_word(name)]
    bits = [at for at, name in enumerate(names) if not tags.is_word(name)]
    scales, word_scales = (_scales(weights, places) for places in (bits, words))
    rows = {
        names[at]: "".join(_letter(column[at] / scale) for column, scale in zip(weights, of, strict=True))
        for places, of in ((bits, scales), (words, word_scales))
        for at in places
    }
    biases = [round(column[-1], 4) for column in weights]
    return {"columns": [*columns()], "biases": biases, "scales": scales, "word_scales": word_scales}, rows


def _scales(weights: list[list[float]], places: list[int]) -> list[float]:
    """So that all but one weight in a thousand of a column can be written."""
    loud = [sorted(abs(column[at]) for at in places)[-1 - len(places) // 1000] for column in weights]
    return [round(most / tags.LOUDEST, 6) or 1.0 for most in loud]  # 1 where nothing is said


def _letter(weight: float) -> str:
    return chr(tags.NOUGHT + max(-tags.LOUDEST, min(tags.LOUDEST, round(weight))))


def write() -> None:
    """The same messages give the same file, byte for byte."""
    lines = sentences.learnt_from()
    tags.FILE.write_text(tags.written(*learn(lines), sentences.digest(lines)), encoding="utf-8")
    tags.load.cache_clear()
