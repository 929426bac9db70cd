"""Short words that stand for a whole wish, read from spoken.yml."""

from functools import cache
from pathlib import Path

import yaml

from models.thai.normal import normalise

NOT_OPENING = {"yes", "skip", "sticker_yes", "sticker_no", "called"}


@cache
def _meanings() -> dict[str, frozenset[str]]:
    rows = yaml.safe_load(Path(__file__).with_name("spoken.yml").read_text(encoding="utf-8"))
    return {meaning: frozenset(bare(str(said)) for said in spoken) for meaning, spoken in rows.items()}


def bare(text: str) -> str:
    """Words as they are compared: normalised, without spaces and closing marks."""
    return "".join(normalise(text).split()).strip(".!?\"'“”ๆฯ")


def means(text: str, meaning: str) -> bool:
    return bare(text) in _meanings()[meaning]


def opening(text: str) -> str | None:
    """The wish that a whole message stands for."""
    said = bare(text)
    return next((m for m, spoken in _meanings().items() if m not in NOT_OPENING and said in spoken), None)
