"""What hurried fingers do to a sentence, the same way each time."""

from __future__ import annotations

import random
from collections.abc import Callable

from models.thai import normal


def _dice(text: str) -> random.Random:
    return random.Random(text)


def no_tones(text: str) -> str:
    return normal.toneless(text)


def some_tones_lost(text: str) -> str:
    dice = _dice(text)
    return "".join(letter for letter in text if letter not in normal.TONES or dice.random() > 0.6)


def repeated(text: str) -> str:
    """The last letter of each stretch drawn out: แล้ววววว."""
    return " ".join(word + word[-1:] * 4 if not word[-1:].isdigit() else word for word in text.split(" "))


def stray_spaces(text: str) -> str:
    dice = _dice(text)
    return "".join(letter + (" " if dice.random() < 0.1 else "") for letter in text)


def slips(text: str) -> str:
    """Letters dropped, doubled or swapped, one in thirty."""
    dice, letters = _dice(text), list(text)
    for at in range(len(letters) - 1):
        throw = dice.random()
        if throw < 0.01:
            letters[at] = ""
        elif throw < 0.02:
            letters[at] *= 2
        elif throw < 0.033:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


ALL: dict[str, Callable[[str], str]] = {
    "as written": str,
    "no tone marks": no_tones,
    "some tone marks lost": some_tones_lost,
    "letters repeated": repeated,
    "stray spaces": stray_spaces,
    "slips": slips,
}
