"""Prints how well labelled messages are read: python -m tests.models.topics.measure FILE [part]."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models import topics
from tests.models.topics import disturbance

Row = dict[str, Any]
_LEAST = 8  # a label with fewer messages says nothing in a mean


@dataclass
class Counts:
    right: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def f1(self, labels: Iterable[str]) -> float:
        names = set(labels)
        right, extra, missed = (
            sum(counter[name] for name in names) for counter in (self.right, self.extra, self.missed)
        )
        return 2 * right / (2 * right + extra + missed) if right else 0.0

    def labels(self, least: int = 1) -> list[str]:
        return [name for name, n in (self.right + self.missed).most_common() if n >= least]

    def micro(self) -> float:
        return self.f1([*self.right, *self.extra, *self.missed])

    def macro(self) -> float:
        labels = self.labels(_LEAST) or self.labels()
        return sum(self.f1([label]) for label in labels) / len(labels)


def load(path: Path, part: str | None = None) -> list[Row]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if part in (None, row.get("part"))]


def top(labels: Iterable[str]) -> set[str]:
    return {label.replace("/", ".").split(".")[0] for label in labels} or {"other"}


def said(text: str) -> set[str]:
    return top(topic.topic for topic in topics.read(text).topics)


def count(rows: list[Row], change: Callable[[str], str] = str) -> Counts:
    counts = Counts()
    for row in rows:
        want, found = top(row["labels"]), said(change(row["text"]))
        allowed = top(row["also_ok"]) if row["also_ok"] else set()
        counts.right.update(want & found)
        counts.missed.update(want - found)
        counts.extra.update(found - want - allowed)
    return counts


def danger(rows: list[Row], change: Callable[[str], str] = str) -> tuple[float, float]:
    """Recall, and the share of ordinary messages taken for a cry for help."""
    cries = [topics.is_danger(change(row["text"])) for row in rows if row["danger"]]
    others = [topics.is_danger(change(row["text"])) for row in rows if not row["danger"]]
    return sum(cries) / len(cries), sum(others) / len(others)


def main(path: Path, part: str | None) -> None:
    rows = load(path, part)
    for name, change in disturbance.ALL.items():
        if "danger" in rows[0]:
            recall, alarms = danger(rows, change)
            sys.stdout.write(f"{name}: recall {recall:.3f} false alarms {alarms:.4f}\n")
        else:
            counts = count(rows, change)
            sys.stdout.write(
                f"{name}: micro {counts.micro():.3f} macro {counts.macro():.3f} of {len(rows)}\n"
            )
            if name == "as written":
                for label in counts.labels():
                    sys.stdout.write(f"  {label} {counts.f1([label]):.2f} {counts.right[label]} right")
                    sys.stdout.write(f" {counts.extra[label]} extra {counts.missed[label]} missed\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
