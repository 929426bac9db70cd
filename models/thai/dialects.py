"""Puts dialect words and common slips of typing into central Thai, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("dialects.yml")


def central(text: str) -> str:
    """The normalised text with dialect words put into central Thai."""
    pattern, standard = _table()
    return pattern.sub(lambda found: standard[found.group()], text)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = sorted(_rows(), key=lambda row: -len(row[1]))
    pattern = "|".join(f"{re.escape(word)}{around}" for around, word, _ in rows)
    return re.compile(pattern), {word: standard for _, word, standard in rows}


def _rows() -> Iterator[tuple[str, str, str]]:
    dialects = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=_loader())
    for words in dialects.values():
        for key, standard in words.items():
            yield _row(str(key), str(standard))


def _row(key: str, standard: str) -> tuple[str, str, str]:
    word, before, after = [*key.split("|", 2), "", ""][:3]
    behind = f"(?<!{before}{word})" if before else ""
    if after and not after.startswith("("):
        after = f"(?={after})"
    return behind + after, word, standard


def _loader() -> type[yaml.SafeLoader]:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
