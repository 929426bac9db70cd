"""Puts days and hours as people say them, in every dialect, into the words that the readers of dates know."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from models.thai import months
from models.thai.numbers import SPOKEN, number

_BEFORE_MONTH = re.compile(rf"(?P<n>{SPOKEN})(?=\s*(?:เดือน)?\s*{months.PATTERN})")
_AFTER_DAY = re.compile(rf"(?<=วันที่)\s*(?P<n>{SPOKEN})")
# The new day of what was moved or set right; the old one is told before it.
_MOVED = re.compile(
    r"(?:เลื่อน|เปลี่ยน|ย้าย|เดิม|ไม่ใช่|บ่แม่น|บ่ใช่|แก้|ไม่ว่าง|ไม่สะดวก|ไม่ได้).*?(?:ไปเป็น|มาเป็น|เป็น|ไป(?=วัน|ที่\s*\d|\d))(?P<new>.+)$"
)
_DENIED = re.compile(r"(?:ไม่ใช่|บ่แม่น|บ่ใช่)(?:วันที่\s*)?\S+")


def retold(text: str) -> str:
    """The normalised text in the words of the readers."""
    for pattern, plain in _table():
        text = pattern.sub(plain, text)
    return _AFTER_DAY.sub(_digits, _BEFORE_MONTH.sub(_digits, text))


def moved(text: str) -> tuple[str, ...]:
    """Where a day is told that holds no more: the parts in which the one that holds may stand, likeliest first."""
    found = _MOVED.search(text)
    held = _DENIED.sub("", text)
    return (*((found["new"],) if found else ()), *((held,) if held not in (text, "") else ()))


def _digits(found: re.Match[str]) -> str:
    return str(number(found["n"]))


@cache
def _table() -> tuple[tuple[re.Pattern[str], str], ...]:
    groups = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return tuple((re.compile(said), plain) for group in groups.values() for said, plain in group.items())
