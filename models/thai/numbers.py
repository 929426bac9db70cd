"""Small whole numbers as Thai says them: สาม, สิบเอ็ด, ยี่สิบห้า, 12, ๑๒."""

from __future__ import annotations

import re

from models.thai.normal import arabic

_UNITS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_DIGITS = {word: digit for digit, word in enumerate(_UNITS)} | {"เอ็ด": 1, "นึง": 1, "ยี่": 2, "ซาว": 2}
_UNIT = "(?:หนึ่ง|นึง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)"
SPOKEN = rf"(?:\d{{1,4}}|(?:ยี่|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)?สิบ(?:เอ็ด|{_UNIT})?|ซาว(?:เอ็ด|{_UNIT})?|{_UNIT})"
_TENS = re.compile("^(ยี่|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)?สิบ(.*)$")


def number(text: str) -> int | None:
    """The number, or None for anything that is none."""
    text = arabic(text.strip())
    if text.isdecimal():
        return int(text)
    if text.startswith("ซาว"):
        return 20 + _DIGITS.get(text[3:], 0)
    tens = _TENS.match(text)
    if tens:
        return 10 * _DIGITS.get(tens.group(1) or "หนึ่ง", 1) + _DIGITS.get(tens.group(2), 0)
    return _DIGITS.get(text)
