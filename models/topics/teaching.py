"""Words that coordinators teach: whether a word may be learnt, and what it means from then on."""

from __future__ import annotations

from functools import cache

from models.topics import lexicon, spelling
from models.topics.learning import sentences

_SHORTEST, _LONGEST = 3, 20  # letters; a button holds no more
_TOO_OFTEN = 0.004  # of the messages about something else


def fits(word: str) -> bool:
    """Whether it is neither too short to mean anything nor too long for a word."""
    return len(spelling.close(word)) >= _SHORTEST and len(word) <= _LONGEST


def objection(word: str, code: str) -> str | None:
    """Why the word cannot stand for the topic `disaster.flood`: known or common; None when it can."""
    closed, label = spelling.close(word), code.replace(".", "/")
    if any(term.label == label for term in lexicon.exact().terms.get(closed, ())):
        return "known"
    others = [text for text, labels in _messages() if code not in labels]
    return "common" if sum(closed in text for text in others) > len(others) * _TOO_OFTEN else None


@cache
def _messages() -> tuple[tuple[str, frozenset[str]], ...]:
    """Our own messages, close, with all labels they may have."""
    return tuple(
        (spelling.close(line["text"]), frozenset((*line["labels"], *line["also_ok"])))
        for line in sentences.messages()
    )
