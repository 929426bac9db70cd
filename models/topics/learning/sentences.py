"""The texts written for this project, and which of them are never learnt from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zlib import crc32

Line = dict[str, Any]

_FOLDER = Path(__file__).with_name("texts")


def load(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def is_held(text: str) -> bool:
    """Whether it is kept for measuring: every tenth text, by a hash that no computer and no order changes."""
    return crc32(text.encode()) % 10 == 0


def messages() -> list[Line]:
    """{"text", "labels", "also_ok", "urgency", "intent", "variety", "author"}, by file and line."""
    return [line for path in sorted(_FOLDER.glob("messages/*.jsonl")) for line in load(path)]


def learnt_from() -> list[Line]:
    """The messages that are not held back."""
    return [line for line in messages() if not is_held(line["text"])]


def cries() -> list[Line]:
    """{"text", "danger", "part"}: cries for rescue, and calm talk that could be mistaken for one."""
    return [line for path in sorted(_FOLDER.glob("cries/*.jsonl")) for line in load(path)]


def digest(lines: Iterable[Any]) -> int:
    """Of all that is learnt from: whoever changes a text has to learn anew."""
    return crc32(json.dumps(list(lines), sort_keys=True).encode())
