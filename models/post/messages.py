"""What we want to say, in no language yet: a key, its values, and the choices offered with it."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal

Kind = Literal["tap", "link", "page", "chat", "location", "camera", "name", "when"]


@dataclass(frozen=True)
class Choice:
    """One button. `says` is a key of words/*/buttons.yml, or for kind `name` the bare name itself.

    `does` is what comes back when it is tapped (`rsvp/7/going`), a link's address (`tel:1669`), or the path of
    a page of ours (`f/TOKEN`), whose address the edge completes; for kind `chat` a key of words/*/buttons.yml that
    is put into the box of the chat with us.
    """

    says: str
    does: str = ""
    kind: Kind = "tap"
    values: dict[str, Any] = field(default_factory=dict)
    loud: bool = False  # the one most people want


@dataclass(frozen=True)
class Message:
    """A sentence by its key (`report.filed`); values are plain JSON, moments as ISO text."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()


def tap(says: str, does: str, loud: bool = False, **values: Any) -> Choice:
    return Choice(says, does, "tap", values, loud)


def name(says: str, does: str) -> Choice:
    """A choice from a list of names, shown as it stands."""
    return Choice(says, does, "name")


def link(says: str, address: str, **values: Any) -> Choice:
    return Choice(says, address, "link", values)


def page(says: str, path: str, **values: Any) -> Choice:
    """A page of our own; the edge knows where the world reaches it."""
    return Choice(says, path, "page", values)


def in_chat(says: str, types: str, loud: bool = False, **values: Any) -> Choice:
    """Out of a group into one's own chat with us, with words ready in the box."""
    return Choice(says, types, "chat", values, loud)


def pick_moment(says: str, does: str, soonest: datetime, latest: datetime) -> Choice:
    """LINE's own wheel of days and hours; the moment comes back beside the tap."""
    return Choice(says, does, "when", {"soonest": soonest.isoformat(), "latest": latest.isoformat()})


def where_you_are() -> Choice:
    """LINE's own button that sends a pin."""
    return Choice("place.pin", kind="location", loud=True)


def packed(messages: list[Message]) -> list[dict[str, Any]]:
    return [asdict(message) for message in messages]


def unpacked(rows: list[dict[str, Any]]) -> list[Message]:
    return [
        Message(row["key"], row["values"], tuple(Choice(**choice) for choice in row["choices"]))
        for row in rows
    ]
