"""The two shapes in which texts and terms are compared: close, and rough for hurried typing."""

from __future__ import annotations

import re

from models.thai import dialects, normal

_GAPS = re.compile(r"[\s!?,;:…\"'“”()\[\]*~_ๆ฿|<>=+]+|\.(?!\d)|\.{2,}")
_DOUBLES = re.compile(r"([ก-๛])\1+")
_LETTER = re.compile("[ก-ฮ]")
_TONE = re.compile("[่-๋]")
_FEW_TONES = 0.07


def close(text: str) -> str:
    """Normalised, in central Thai, without blanks and stops: strays between letters are common."""
    spaced = dialects.central(normal.arabic(normal.normalise(text)))
    return dialects.central(_GAPS.sub("", spaced))  # once more, for dialect words torn by blanks


def undoubled(closed: str) -> str:
    """A close text without doubled letters."""
    return _DOUBLES.sub(r"\1", closed)


def rough(closed: str) -> str:
    """A close text without tone marks and doubled letters."""
    return undoubled(normal.toneless(closed))


def lost_tones(closed: str) -> bool:
    """Whether the writer seems to leave tone marks out: Thai has one for about five consonants."""
    letters = len(_LETTER.findall(closed))
    return len(_TONE.findall(closed)) < letters * _FEW_TONES
