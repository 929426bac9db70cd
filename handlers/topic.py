"""What is it about? The commonest as buttons, all topics as two pages of names."""

from dataclasses import asdict
from typing import Any

from handlers.form import data
from models import topics
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap
from models.topics import Topic

COMMON = ("water", "disaster.flood", "energy.outage")  # what is tapped most, one above another
SHOWN = 11  # topics of the first page, beside "next" and "other"


def common(draft: Draft) -> list[Choice]:
    """What her words are most like, or what is tapped most."""
    asked = draft.answers.get("likely", COMMON)
    buttons = [tap(f"topic.{code}", data(draft, "topics", code)) for code in asked]
    return [*buttons, tap("topic.more", data(draft, "topics", "more"))]


def offered(draft: Draft, second_page: bool) -> Message:
    """All topics, on two pages of names."""
    every = [topic for topic in topics.TAXONOMY if topic != "other"]
    shown = every[SHOWN:] if second_page else every[:SHOWN]
    buttons = [tap(f"topic.{topic}", data(draft, "topics", topic)) for topic in shown]
    last = [tap("topic.other", data(draft, "topics", "other"))]
    onward = [] if second_page else [tap("place.next", data(draft, "topics", "more", 1))]
    return Message("report.topics", {}, (*buttons, *onward, *last))


def kinds(draft: Draft, topic: str) -> Message | None:
    """The kinds of a topic as buttons; None of a topic that has none."""
    buttons = [
        tap(f"topic.{topic}.{kind}", data(draft, "topics", f"{topic}.{kind}")) for kind in _kinds(topic)
    ]
    return Message("report.topics", {}, tuple(buttons)) if buttons else None


def _kinds(topic: str) -> tuple[str, ...]:
    return topics.TAXONOMY.get(topic, ())


def named(code: str) -> list[dict[str, Any]] | None:
    """The topic a button names: `water`, `disaster.flood`."""
    topic, _, kind = code.partition(".")
    known = topic in topics.TAXONOMY and (not kind or kind in topics.TAXONOMY[topic])
    return [asdict(Topic(topic, kind or None, 1.0, ()))] if known else None
