"""What a message turned out to say: its topics, its urgency and what the sender wants."""

from __future__ import annotations

from dataclasses import dataclass

SURE = 0.5  # a score from which a topic is taken for granted


@dataclass(frozen=True)
class Topic:
    topic: str
    kind: str | None
    score: float
    because: tuple[str, ...]

    @property
    def code(self) -> str:
        """water, disaster.flood"""
        return f"{self.topic}.{self.kind}" if self.kind else self.topic


@dataclass(frozen=True)
class Reading:
    topics: tuple[Topic, ...]  # best first
    is_report: bool
    urgency: str  # rescue, damage, chronic or none
    intent: str  # report, question, rsvp, thanks, greeting, test or other
    likely: tuple[Topic, ...] = ()  # what to ask about where no topic is sure


@dataclass(frozen=True)
class Rsvp:
    answer: str  # going, not_going or unsure
    people: int
