"""Cards of danger: telephone numbers to tap, and the alarm of whoever is on duty."""

from typing import Any

from bot.cards import parts
from models.post.messages import Message


def numbers(message: Message, said: str, language: str) -> dict[str, Any]:
    first, *rest = said.split("\n")
    calls = [
        {**parts.button(choice, language), "style": "primary", "color": parts.RED}
        for choice in message.choices
    ]
    return parts.bubble(said, [parts.line(line) for line in rest], calls, parts.band(first, parts.RED))


def alarm(message: Message, said: str, language: str) -> dict[str, Any]:
    first, *rest = said.split("\n")
    body = [parts.line(line) for line in rest] or [parts.line(first)]
    return parts.bubble(said, body, parts.buttons(message, language), parts.band(first, parts.RED))
