"""Cards of danger: telephone numbers to tap, how many are trapped, the alarm of whoever is on duty.

They are low, so that the numbers stay in sight above the question.
"""

from typing import Any

from bot.cards import parts
from models.post.messages import Message


def numbers(message: Message, said: str, language: str) -> dict[str, Any]:
    first, *rest = said.split("\n")
    calls = [
        {**parts.button(choice, language), "style": "primary", "color": parts.RED}
        for choice in message.choices
    ]
    body = [parts.line(line) for line in rest]
    return parts.bubble(said, body, parts.pairs(calls), parts.band(first, parts.RED))


def trapped(message: Message, said: str, language: str) -> dict[str, Any]:
    body = [*parts.lines(said), *parts.pairs(parts.buttons(message, language))]
    return parts.bubble(said, body, [])


def where(message: Message, said: str, language: str) -> dict[str, Any]:
    """The pin's button stays on the card; LINE's own stands above the keyboard until the next message."""
    drawn = [parts.button(parts.lasting(choice), language) for choice in message.choices]
    *told, question = said.split("\n")
    lines = [*(parts.line(one) for one in told), parts.line(question, weight="bold")]
    card = parts.bubble(said, [*lines, *parts.pairs(drawn)], [])
    pins = [choice for choice in message.choices if choice.kind == "location"]
    return {**card, "quickReply": parts.above_keyboard(pins, language)}


def alarm(message: Message, said: str, language: str) -> dict[str, Any]:
    first, *rest = said.split("\n")
    body = [parts.line(line) for line in rest] or [parts.line(first)]
    return parts.bubble(said, body, parts.buttons(message, language), parts.band(first, parts.RED))
