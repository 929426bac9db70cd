"""render(messages, language) -> LINE messages. CARDS: which shape a sentence takes, on one page."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.cards import parts
from bot.cards.danger import alarm, numbers, trapped, where
from bot.cards.digest import digest
from bot.cards.forum import invitation
from bot.cards.work import menu
from bot.words import say
from models.post.messages import Choice, Message

LOCAL = "http://127.0.0.1:8000"
Card = Callable[[Message, str, str], dict[str, Any]]

CARDS: dict[str, Card] = {
    "danger.numbers": numbers,
    "danger.trapped": trapped,
    "danger.noted": trapped,
    "danger.where": where,
    "danger.in_group": numbers,
    "digest.morning": digest,
    "digest.quiet": digest,
    "duty.danger": alarm,
    "emergency.call": alarm,
    "emergency.to_group": alarm,
    "forum.invitation": invitation,
    "group.invitation": invitation,
    "group.moved": invitation,
    "work.menu": menu,
    "forum.menu": menu,
    "forum.menu_empty": menu,
    "papers.of": menu,
    "forum.moved": invitation,
}


def render(
    messages: list[Message], language: str, public_url: str = LOCAL, basic_id: str = ""
) -> list[dict[str, Any]]:
    """LINE message objects, at most five. `basic_id`: ours, by which a chat with us is opened; "" while unknown."""
    shown = messages[: parts.MESSAGES_A_CALL]
    return [_drawn(_addressed(message, language, public_url, basic_id), language) for message in shown]


def _addressed(message: Message, language: str, public_url: str, basic_id: str) -> Message:
    """Pages of ours, and chats with us, become links, now that it is known where the world reaches us."""
    spoken = "" if language == "th" else f"lang={language}"

    def address(choice: Choice) -> Choice:
        if choice.kind == "page":
            return replace(choice, kind="link", does=_joined(f"{public_url}/{choice.does}", spoken))
        if choice.kind == "chat":
            return replace(choice, kind="link", does=parts.chat_with_us(choice, language, basic_id))
        return choice

    known = (choice for choice in message.choices if choice.kind != "chat" or basic_id)
    return replace(message, choices=tuple(map(address, known)))


def _joined(address: str, spoken: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{spoken}" if spoken else address


def _drawn(message: Message, language: str) -> dict[str, Any]:
    said = say(message.key, language, message.values)
    card = CARDS.get(message.key)
    if card is not None:
        return card(message, said, language)
    if not message.choices:
        return parts.text(said)
    return parts.listed(message, said, language) if _is_list(message) else parts.card(message, said, language)


def _is_list(message: Message) -> bool:
    """Names to choose from, and LINE's own pin button, go in a row above the keyboard."""
    many = len(message.choices) > parts.CHOICES_IN_A_CARD
    return many or any(choice.kind in ("name", "location") for choice in message.choices)
