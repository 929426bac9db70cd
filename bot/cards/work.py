"""The card of a menu of staff: everything somebody may do, two buttons in a row so that all is seen at once."""

from typing import Any

from bot.cards import parts
from models.post.messages import Message


def menu(message: Message, said: str, language: str) -> dict[str, Any]:
    return parts.bubble(said, parts.lines(said), parts.pairs(parts.buttons(message, language)))
