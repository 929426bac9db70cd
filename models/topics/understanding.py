"""Reads a whole message: danger first, then what the sender wants, then the topics."""

from __future__ import annotations

from models.thai import words
from models.topics import classifier, danger, intent, rsvp, rules, spelling
from models.topics.reading import Reading, Topic

_PRESSING = {
    ("disaster", kind) for kind in ("flood", "storm", "fire", "landslide", "earthquake")
} | {("unrest", "violence"), ("unrest", "border"), ("energy", "outage")}  # fmt: skip
_OTHER = Topic("other", None, 0.5, ())


def read(text: str) -> Reading:
    """The topics, best first, whether it is a report, how urgent, and what the sender wants."""
    closed = spelling.close(text)
    if danger.heard_in(closed):
        return Reading(classifier.topics(closed), True, "rescue", "report")
    said = intent.small_talk(closed)
    if said:
        return Reading((), False, "none", said)
    if rsvp.read_closed(closed):
        return Reading((), False, "none", "rsvp")
    return _told(closed)


def warm() -> None:
    """Loads every list, so that the first message waits no longer than the next."""
    read("น้ำท่วมบ้านแล้วครับ")
    words.warm()
    danger.warm()
    rules.load()
    rsvp.warm()
    intent.warm()


def _told(closed: str) -> Reading:
    found = classifier.topics(closed)
    if intent.asks(closed):
        return Reading(found, False, "none", "question")
    if not found and not intent.complains(closed):
        return Reading((), False, "none", "other")
    pressing = any((topic.topic, topic.kind) in _PRESSING for topic in found)
    return Reading(found or (_OTHER,), True, intent.urgency(closed, pressing), "report")
