"""The topics a trouble can have, and the kinds within a topic."""

from __future__ import annotations

from pathlib import Path

import yaml


def _load() -> dict[str, tuple[str, ...]]:
    rows = yaml.safe_load(Path(__file__).with_name("taxonomy.yml").read_text(encoding="utf-8"))
    return {str(topic): tuple(kinds) for topic, kinds in rows.items()}


TAXONOMY: dict[str, tuple[str, ...]] = _load()
