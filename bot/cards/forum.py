"""The card of a Forum: what, when, where, what about, and the buttons to answer with."""

from typing import Any

from bot.cards import parts
from models.post.messages import Message


def invitation(message: Message, said: str, language: str) -> dict[str, Any]:
    first, when, *rest = said.split("\n")
    body = [parts.line(when, weight="bold"), *(parts.line(line) for line in rest)]
    return parts.bubble(said, body, parts.buttons(message, language), parts.band(first, parts.GREEN))
