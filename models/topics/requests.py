"""What may be asked of an organisation about a topic: a plain line to send as it is, or to put in better words."""

from functools import cache
from pathlib import Path

import yaml


@cache
def _read() -> dict[str, str]:
    rows: dict[str, str] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return rows


def request_of(topic: str | None, kind: str | None = None) -> str:
    rows = _read()
    return rows.get(f"{topic}.{kind}") or rows.get(topic or "") or rows["other"]
