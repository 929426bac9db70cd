"""Counts of what was rightly found, found too much and missed, by label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

_LEAST = 8  # a label with fewer messages says nothing in a mean


@dataclass
class Counts:
    right: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    taken_for: Counter[tuple[str, str]] = field(default_factory=Counter)  # (wanted, found instead)

    def add(self, wanted: set[str], allowed: set[str], found: set[str]) -> None:
        """`allowed`: labels that count neither as right nor as wrong."""
        missed, extra = wanted - found, found - wanted - allowed
        self.right.update(wanted & found)
        self.missed.update(missed)
        self.extra.update(extra)
        self.taken_for.update((one, other) for one in missed for other in extra)

    def precision(self, *labels: str) -> float:
        right, extra = self._sum(self.right, labels), self._sum(self.extra, labels)
        return right / (right + extra) if right else 0.0

    def recall(self, *labels: str) -> float:
        right, missed = self._sum(self.right, labels), self._sum(self.missed, labels)
        return right / (right + missed) if right else 0.0

    def f1(self, *labels: str) -> float:
        precision, recall = self.precision(*labels), self.recall(*labels)
        return 2 * precision * recall / (precision + recall) if precision else 0.0

    def micro(self) -> float:
        return self.f1(*{*self.right, *self.extra, *self.missed})

    def macro(self, *among: str) -> float:
        """The mean over the labels with enough messages, or over those `among` them."""
        labels = [label for label in self.labels(_LEAST) or self.labels() if not among or label in among]
        return sum(map(self.f1, labels)) / len(labels) if labels else 0.0

    def labels(self, least: int = 1) -> list[str]:
        """With so many messages, the commonest first."""
        return [label for label, times in (self.right + self.missed).most_common() if times >= least]

    @staticmethod
    def _sum(counter: Counter[str], labels: Iterable[str]) -> int:
        return sum(counter[label] for label in set(labels))
