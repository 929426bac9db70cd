"""What one topic takes from another: street light against outage, bomb against transformer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from models.topics import spelling

Weights = dict[str, tuple[int, tuple[str, ...]]]


@dataclass(frozen=True)
class Rule:
    when: tuple[str, ...]
    drop: tuple[str, ...]
    unless: tuple[str, ...]


def settle(closed: str, weights: Weights) -> Weights:
    """The weights that are left when every rule has spoken."""
    for rule in load():
        if any(label in weights for label in rule.drop) and _applies(rule, closed):
            weights = {label: weight for label, weight in weights.items() if label not in rule.drop}
    return weights


def _applies(rule: Rule, closed: str) -> bool:
    return any(word in closed for word in rule.when) and not any(word in closed for word in rule.unless)


@cache
def load() -> tuple[Rule, ...]:
    rows = yaml.safe_load(Path(__file__).with_name("rules.yml").read_text(encoding="utf-8"))
    return tuple(Rule(_words(row["when"]), tuple(row["drop"].split()), _words(row["unless"])) for row in rows)


def _words(line: str) -> tuple[str, ...]:
    return tuple(spelling.close(word) for word in line.split())
