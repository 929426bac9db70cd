"""What is it about? The commonest as buttons, all topics as two pages of names."""

from dataclasses import asdict
from typing import Any

from handlers.form import data, step
from handlers.inputs import Turn, Words
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


def ask(_turn: Turn, draft: Draft) -> Message:
    """Which topic, to somebody who knows them: then which kind."""
    return offered(draft, second_page=False)


def takes(turn: Turn, draft: Draft) -> str | Message | None:
    """Its code, with the kind where the topic has kinds; words only ask again."""
    if isinstance(turn.input, Words):
        return ask(turn, draft)
    code = "".join(step(turn, 3))
    if code == "more":
        return offered(draft, second_page=True)
    return _kinds(draft, code) or (code if named(code) else None)


def _kinds(draft: Draft, topic: str) -> Message | None:
    """The kinds of a topic as buttons; None of a topic that has none."""
    codes = [f"{topic}.{kind}" for kind in topics.TAXONOMY.get(topic, ())]
    buttons = tuple(tap(f"topic.{code}", data(draft, "topics", code)) for code in codes)
    return Message("report.topics", {}, buttons) if buttons else None


def named(code: str) -> list[dict[str, Any]] | None:
    """The topic a button names: `water`, `disaster.flood`."""
    topic, _, kind = code.partition(".")
    known = topic in topics.TAXONOMY and (not kind or kind in topics.TAXONOMY[topic])
    return [asdict(Topic(topic, kind or None, 1.0, ()))] if known else None
