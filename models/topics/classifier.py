"""Says which topics a text speaks for: what it is like, and the words of the lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from models.topics import hits, tags
from models.topics.pieces import Pieces
from models.topics.reading import SURE, Topic
from models.topics.rules import Weights
from models.topics.tags import Margins

KINDS = (
    "report",
    "question",
    "rsvp",
    "thanks",
    "damage",
)  # columns that are no topics; damage: no lasting trouble

_ENOUGH = -0.2
_PERHAPS = -0.4  # enough for the likeliest label where no other is
_TOLD = -0.6  # the same where no word of the lexicon stands, in what sounds very much like a report
_REPORT = 0.7
_ASKED = 3
_STEEPNESS = 4.0  # how fast a margin becomes a sure score


@dataclass(frozen=True)
class Classified:
    topics: tuple[Topic, ...]  # best first
    likely: tuple[Topic, ...]  # what to ask about where nothing is sure
    kinds: Margins  # of KINDS: above 0 more like a report, a question, ... than like other talk


def classify(pieces: Pieces) -> Classified:
    weights = hits.weigh(pieces)
    margins = tags.margins(pieces, weights)
    kinds = {name: margins.pop(name) for name in KINDS}
    found = sorted(margins, key=lambda label: -margins[label])
    is_told = kinds["report"] > _REPORT and not any(weight >= tags.STRONG for weight, _ in weights.values())
    perhaps = _TOLD if is_told else _PERHAPS
    enough = [label for label in found if margins[label] > _ENOUGH] or [
        label for label in found[:1] if margins[label] > perhaps
    ]
    topics, likely = (
        tuple(_topic(label, margins[label], weights) for label in labels)
        for labels in (enough, found[:_ASKED])
    )
    unsure = bool(topics) and topics[0].score < SURE
    return Classified(topics, likely if unsure else (), kinds)


def _topic(label: str, margin: float, weights: Weights) -> Topic:
    topic, _, kind = label.partition("/")
    score = 1 / (1 + 2.718 ** (-_STEEPNESS * (margin - _ENOUGH)))
    return Topic(topic, kind or None, round(score, 3), weights.get(label, (0, ()))[1])
