"""Messages with their labels: {"text", "labels", "also_ok"}, and "intent" where it is known."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from models import topics
from models.evaluation.counts import Counts
from models.topics.learning import disturbance

Line = dict[str, Any]
Reads = Callable[[str], set[str]]  # text to labels, "disaster" and "disaster.flood" alike

TRIGGERS = ("disaster", "unrest", "energy")


@dataclass
class Read:
    text: str
    wanted: set[str]
    found: set[str]
    seconds: float


@dataclass
class Result:
    tops: Counts = field(default_factory=Counts)
    labels: Counts = field(default_factory=Counts)  # kinds too
    triggers: Counts = field(default_factory=Counts)  # whether it is a disaster, unrest or energy
    read: list[Read] = field(default_factory=list)

    def wrong(self) -> list[Read]:
        return [one for one in self.read if top(one.wanted) != top(one.found)]

    def slowest(self) -> list[Read]:
        return sorted(self.read, key=lambda one: -one.seconds)

    def speed(self) -> float:
        """Messages a second."""
        return len(self.read) / sum(one.seconds for one in self.read)


def labels_of(text: str) -> set[str]:
    """As the bot reads them."""
    return {one.code for one in topics.read(text).topics}


def noisy(text: str) -> str:
    """Typed in a hurry: slips, lost tone marks, letters drawn out."""
    return disturbance.repeated(disturbance.slips(disturbance.some_tones_lost(text)))


def evaluate(lines: Iterable[Line], reads: Reads = labels_of, change: Callable[[str], str] = str) -> Result:
    result = Result()
    for line in lines:
        text = change(line["text"])
        start = time.perf_counter()
        found = reads(text) or {"other"}
        seconds = time.perf_counter() - start
        _add(result, set(line["labels"]) or {"other"}, set(line.get("also_ok", ())), found)
        result.read.append(Read(text, set(line["labels"]), found, seconds))
    return result


def report_or_not(lines: Iterable[Line]) -> Counts:
    """Whether a message was rightly taken for a report."""
    counts = Counts()
    for line in lines:
        wanted, found = line["intent"] == "report", topics.read(line["text"]).is_report
        counts.add({_named(wanted)}, set(), {_named(found)})
    return counts


def top(labels: Iterable[str]) -> set[str]:
    return {label.split(".")[0] for label in labels} or {"other"}


def _add(result: Result, wanted: set[str], allowed: set[str], found: set[str]) -> None:
    may = top(allowed) if allowed else set()
    result.tops.add(top(wanted), may, top(found))
    result.labels.add(wanted, allowed | {label for label in found if label.split(".")[0] in allowed}, found)
    result.triggers.add(_trigger(top(wanted)), _trigger(may), _trigger(top(found)))


def _trigger(tops: set[str]) -> set[str]:
    return {"trigger"} if tops & set(TRIGGERS) else set()


def _named(is_report: bool) -> str:
    return "report" if is_report else "other"
