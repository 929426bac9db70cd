"""Of a group only what is addressed to us is kept."""

from collections.abc import Mapping
from typing import Any

from bot.line.events import is_in_group
from handlers import spoken

KEPT_KINDS = ("join", "leave", "postback", "unsend")  # without words of anybody
WORDS = ("message", "messageEdited")
LONGEST_CALL = 20  # letters


def is_for_us(event: Mapping[str, Any], bot: Any = None) -> bool:
    """Everything of a 1:1 chat; of a group a call by name, a mention, or what concerns us.

    `bot` is our own user id, as a delivery's `destination` says it.
    """
    if not is_in_group(event):
        return True
    if event.get("type") not in WORDS:
        return event.get("type") in KEPT_KINDS
    message = event.get("message")
    return isinstance(message, Mapping) and message.get("type") == "text" and _calls_us(message, bot)


def _calls_us(message: Mapping[str, Any], bot: Any) -> bool:
    text = message.get("text")
    return isinstance(text, str) and (_mentions_us(message, bot) or _names_us(text))


def _names_us(text: str) -> bool:
    return spoken.called(text[:LONGEST_CALL]) is not None


def _mentions_us(message: Mapping[str, Any], bot: Any) -> bool:
    mention = message.get("mention")
    mentionees = mention.get("mentionees") if isinstance(mention, Mapping) else None
    return isinstance(mentionees, list) and any(_is_us(one, bot) for one in mentionees)


def _is_us(mentionee: Any, bot: Any) -> bool:
    if not isinstance(mentionee, Mapping):
        return False
    same = isinstance(bot, str) and bot != "" and mentionee.get("userId") == bot
    return same or mentionee.get("isSelf") is True
