"""What somebody types when something is wrong: the place named there is the place, the topic is the topic."""

from dataclasses import dataclass
from typing import Any

from models import places, topics
from models.places import Found
from models.thai import denial
from models.topics import Topic


@dataclass(frozen=True)
class Correction:
    topics: tuple[Topic, ...]
    place: dict[str, Any]  # code, moo: what is named of it
    candidates: tuple[str, ...]  # namesakes, one of which is meant
    denies: str | None  # what she says is not so: topics or place
    asks: str | None  # that of it which she does not set right


def read(words: str, near: str | None) -> Correction:
    """`near`: where it lies as we know it."""
    holds, denied = denial.parted(words)
    named, found = _topics(holds), places.in_text(holds, near)
    place = _place(found, near)
    denies = _about(denied, near) if denied else None
    is_set_right = named or place or found.candidates
    return Correction(named, place, found.candidates, denies, None if is_set_right else denies)


def _topics(words: str) -> tuple[Topic, ...]:
    return tuple(topic for topic in topics.read(words).topics if topic.topic != "other")


def _place(found: Found, near: str | None) -> dict[str, Any]:
    """A place that is not the one we know, or another village's number in it."""
    moo = {"moo": found.moo} if found.moo else {}
    is_named = found.status == "resolved" and found.code and not found.village
    if is_named and not (near or "").startswith(str(found.code)):
        return {"code": found.code, **moo}
    return moo


def _about(words: str, near: str | None) -> str | None:
    if _topics(words):
        return "topics"
    return "place" if places.in_text(words, near).status != "none" else None
