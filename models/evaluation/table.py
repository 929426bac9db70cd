"""The table of one list: each measure of the baselines and of the bot, beside the best known and the goal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from models.evaluation import baselines, lists, messages
from models.evaluation.messages import TRIGGERS, Line, Reads, Result

Row = tuple[str, dict[str, float | None]]  # measure, column to value


def knows(line: Line) -> bool:
    """Whether such lines can be judged."""
    return "text" in line and any(key in line for key in _KINDS)


def rows(name: str, lines: list[Line]) -> Iterator[Row]:
    """Of a list of this name; what kind it is can be seen by its first line."""
    kind = next(kind for key, kind in _KINDS.items() if key in lines[0])
    for measure, ways in kind(lines).items():
        best, goal = _goals().get(name, {}).get(measure, (None, None))
        yield measure, {**ways, "best known": best, "goal": goal}


def measures(result: Result, noisy: Result) -> dict[str, float]:
    return {
        "micro F1": result.tops.micro(),
        "macro F1": result.tops.macro(),
        "kinds, micro F1": result.labels.micro(),
        "trigger recall": result.triggers.recall("trigger"),
        "trigger precision": result.triggers.precision("trigger"),
        "disaster, unrest, energy macro F1": result.tops.macro(*TRIGGERS),
        "noisy macro F1": noisy.tops.macro(),
        "messages a second": result.speed(),
    }


def _messages(lines: list[Line]) -> dict[str, dict[str, float | None]]:
    ways: dict[str, Reads | None] = {
        "words": baselines.by_words,
        "regression": baselines.by_regression(),
        "ours": messages.labels_of,
    }
    found = {
        way: measures(messages.evaluate(lines, reads), messages.evaluate(lines, reads, messages.noisy))
        for way, reads in ways.items()
        if reads
    }
    table: dict[str, dict[str, float | None]] = {
        measure: {way: found[way][measure] for way in found} for measure in found["ours"]
    }
    if "intent" in lines[0]:
        table["report or not"] = {"ours": messages.report_or_not(lines).micro()}
    return table


def _shares(reads: Callable[[list[Line]], lists.Shares]) -> Callable[[list[Line]], Any]:
    return lambda lines: {measure: {"ours": share} for measure, share in reads(lines).items()}


_KINDS: dict[str, Callable[[list[Line]], dict[str, dict[str, float | None]]]] = {
    "labels": _messages,
    "danger": _shares(lists.cries),
    "status": _shares(lists.of_places),
    "expected": _shares(lists.of_dates),
}


@cache
def _goals() -> dict[str, Any]:
    return dict(yaml.safe_load(Path(__file__).with_name("goals.yml").read_text(encoding="utf-8")))
