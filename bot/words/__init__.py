"""say(key, language, values): every sentence of ours, from one YAML file a subject.

A sentence is a list of lines. A line that names a value which is missing or empty is left out.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from bot.words.centre import CENTRE
from bot.words.deeds import DEEDS
from bot.words.door import DOOR
from bot.words.items import ITEMS
from bot.words.lines import LINES
from bot.words.partners import PARTNERS
from bot.words.spoken import SPEAKERS, spoken

HERE = Path(__file__).parent
EVERY_SPEAKER = {**SPEAKERS, **LINES, **ITEMS, **CENTRE, **PARTNERS, **DOOR, **DEEDS}
LANGUAGES = tuple(sorted(folder.name for folder in HERE.iterdir() if (folder / "buttons.yml").exists()))


@cache
def sentences(language: str) -> dict[str, tuple[str, ...]]:
    """All sentences of a language by their key, `subject.name`."""
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted((HERE / language).glob("*.yml")):
        rows: dict[str, str | list[str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
        for name, lines in rows.items():
            key = name if file.stem == "buttons" else f"{file.stem}.{name}"
            prefix = "button/" if file.stem == "buttons" else ""
            found[prefix + key] = (lines,) if isinstance(lines, str) else tuple(lines)
    return found


def placeholders(line: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(line) if field}


def say(key: str, language: str, values: Mapping[str, Any]) -> str:
    """The sentence in this language; one not written yet is said in Thai."""
    lines = sentences(language).get(key) or sentences("th")[key]
    known = spoken(values, language if key in sentences(language) else "th", name, EVERY_SPEAKER)
    said = (line.format_map(known) for line in lines if _can_say(line, known))
    return "\n".join(re.sub(" {2,}", " ", line).strip() for line in said)


def _can_say(line: str, known: Mapping[str, Any]) -> bool:
    return all(known.get(name) or name.endswith("_or_none") for name in placeholders(line))


def label(key: str, language: str, values: Mapping[str, Any]) -> str:
    return say(f"button/{key}", language, values)


def name(key: str, language: str) -> str:
    """The name of a thing: a topic, a state, a role."""
    return (sentences(language).get(f"names.{key}") or sentences("th")[f"names.{key}"])[0]
