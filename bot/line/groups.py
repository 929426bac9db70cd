"""Of a group only what is addressed to us is kept."""

from collections.abc import Mapping
from typing import Any

from handlers import spoken

KEPT_KINDS = ("join", "leave", "memberJoined", "memberLeft", "postback", "unsend", "messageEdited")


def is_for_us(event: Mapping[str, Any]) -> bool:
    """Everything of a 1:1 chat; of a group a call by name, a mention, or what concerns us."""
    source = event.get("source")
    if not isinstance(source, Mapping) or source.get("type") not in ("group", "room"):
        return True
    if event.get("type") != "message":
        return event.get("type") in KEPT_KINDS
    message = event.get("message")
    return isinstance(message, Mapping) and message.get("type") == "text" and _calls_us(message)


def _calls_us(message: Mapping[str, Any]) -> bool:
    text = message.get("text")
    if not isinstance(text, str):
        return False
    mention = message.get("mention")
    mentionees = mention.get("mentionees") if isinstance(mention, Mapping) else None
    if isinstance(mentionees, list) and any(
        isinstance(m, Mapping) and m.get("isSelf") is True for m in mentionees
    ):
        return True
    return spoken.means(text.strip().partition(" ")[0][:20], "called")
