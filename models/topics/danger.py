"""Hears a cry for rescue, even one that never names the trouble."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from models.topics import spelling

_ENOUGH = 3
_HINT = 1
_HINTS_ENOUGH = 4  # when nothing but hints is heard
_NAMES = re.compile(r"<(\w+)>")
_THAI = re.compile("[\u0e01-\u0e4e]+")


@dataclass(frozen=True)
class Heard:
    plain: str
    rough: str
    careless: bool


@dataclass(frozen=True)
class Signal:
    name: str
    weight: int
    toned: re.Pattern[str]
    toneless: re.Pattern[str]
    needs_tones: bool  # without them it is another word, unless the writer leaves all tones out

    def heard(self, words: Heard) -> bool:
        if self.toned.search(words.plain):
            return True
        return (words.careless or not self.needs_tones) and bool(self.toneless.search(words.rough))


@dataclass(frozen=True)
class Ear:
    always: Signal
    alarms: tuple[Signal, ...]
    hints: tuple[Signal, ...]
    calms: tuple[Signal, ...]


def is_danger(text: str) -> bool:
    """Whether somebody must be rescued now."""
    return heard_in(spelling.close(text))


def heard_in(closed: str) -> bool:
    """The same for a close text."""
    words, ear = _heard(closed), load()
    if ear.always.heard(words):
        return True
    heavy = sum(signal.weight for signal in ear.alarms if signal.heard(words))
    alarm = heavy + sum(signal.weight for signal in ear.hints if signal.heard(words))
    enough = _ENOUGH if heavy else _HINTS_ENOUGH
    return alarm >= enough and alarm - _calmed(ear, words) >= enough


def _calmed(ear: Ear, words: Heard) -> int:
    """Only words with their tones calm: without them หนี้ is หนี and ข่าว is ข้าว."""
    return sum(signal.weight for signal in ear.calms if signal.toned.search(words.plain))


def signals(text: str) -> dict[str, int]:
    """What was heard and what it weighs; for explaining and for tuning."""
    words, ear = _heard(spelling.close(text)), load()
    found = {signal.name: signal.weight for signal in (*ear.alarms, *ear.hints) if signal.heard(words)}
    found |= {signal.name: -signal.weight for signal in ear.calms if signal.toned.search(words.plain)}
    return found | ({"always": _ENOUGH} if ear.always.heard(words) else {})


def _heard(closed: str) -> Heard:
    return Heard(spelling.undoubled(closed), spelling.rough(closed), spelling.lost_tones(closed))


@cache
def load() -> Ear:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    written = yaml.load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"), Loader=loader)
    words = written["words"]
    always = _signal("always", {"weight": _ENOUGH, "patterns": written["always"]}, words)
    signals = [_signal(name, row, words) for name, row in written["signals"].items()]
    alarms = tuple(signal for signal in signals if signal.weight > _HINT)
    hints = tuple(signal for signal in signals if signal.weight == _HINT)
    calms = tuple(_signal(name, row, words) for name, row in written["calm"].items())
    return Ear(always, alarms, hints, calms)


def _signal(name: str, row: dict[str, Any], words: dict[str, str]) -> Signal:
    pattern = "|".join(_spelt_out(line, words) for line in row["patterns"])
    toned = re.compile(_each_word(spelling.undoubled, pattern))
    toneless = re.compile(_each_word(spelling.rough, pattern))
    return Signal(name, row["weight"], toned, toneless, row.get("toned", False))


def _spelt_out(line: str, words: dict[str, str]) -> str:
    while _NAMES.search(line):
        line = _NAMES.sub(lambda found: words[found.group(1)], line)
    return line.replace("..", ".{0,12}")


def _each_word(shape: Any, pattern: str) -> str:
    return _THAI.sub(lambda found: str(shape(found.group())), pattern)
