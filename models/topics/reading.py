"""What a message turned out to say: its topics, its urgency and what the sender wants."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    topic: str
    kind: str | None
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    topics: tuple[Topic, ...]  # best first
    is_report: bool
    urgency: str  # rescue, damage, chronic or none
    intent: str  # report, question, rsvp, thanks, greeting, test or other


@dataclass(frozen=True)
class Rsvp:
    answer: str  # going, not_going or unsure
    people: int
