"""Words that coordinators teach: whether a word may be learnt, and what it means from then on."""

from __future__ import annotations

from functools import cache

from models.thai import normal
from models.topics import lexicon, spelling
from models.topics.learning import sentences

_SHORTEST, _LONGEST = 3, 20  # letters; a button holds no more
_TOO_OFTEN = 0.004  # of the messages about something else


def fits(word: str) -> bool:
    """Whether it is neither too short to mean anything nor too long for a word."""
    return len(spelling.close(word)) >= _SHORTEST and len(word) <= _LONGEST


def objection(word: str, code: str) -> str | None:
    """Why the word cannot stand for the topic `disaster.flood`: known or common; None when it can."""
    label, typed = code.replace(".", "/"), normal.normalise(word)
    if any(term.label == label for term in lexicon.exact().terms.get(spelling.close(word), ())):
        return "known"
    others = [text for text, labels in _messages() if code not in labels]
    return "common" if sum(typed in text for text in others) > len(others) * _TOO_OFTEN else None


@cache
def _messages() -> tuple[tuple[str, frozenset[str]], ...]:
    """Our own messages as they were typed, with all labels they may have."""
    return tuple(
        (line["text"], frozenset((*line["labels"], *line["also_ok"]))) for line in sentences.messages()
    )
