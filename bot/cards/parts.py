"""Pieces all cards share: text, button, bubble, and the row of names above the keyboard."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import quote

from bot.line.limits import (
    ALT_TEXT,
    CHOICES_IN_A_CARD,
    MESSAGES_A_CALL,
    QUICK_REPLIES,
    fit_label,
    fit_text,
)
from bot.words import label
from models.post.messages import Choice, Message
from models.thai.calendar import here

Json = dict[str, Any]
LOCATION_SCREEN = "https://line.me/R/nv/location/"  # in a 1:1 chat on a phone
DANGEROUS = ("danger.button", "answering.my_danger")  # buttons of somebody in danger
GREEN, RED, INK, GREY = "#0B7A4B", "#C62828", "#1A1A1A", "#5F6368"

__all__ = ["CHOICES_IN_A_CARD", "MESSAGES_A_CALL", "bubble", "card", "lines", "listed", "text"]


def text(said: str) -> Json:
    return {"type": "text", "text": fit_text(said)}


def listed(message: Message, said: str, language: str) -> Json:
    return {**text(said), "quickReply": above_keyboard(message.choices, language)}


def above_keyboard(choices: Iterable[Choice], language: str) -> Json:
    """A row that is gone with the next message."""
    items = [{"type": "action", "action": action(choice, language)} for choice in choices]
    return {"items": items[:QUICK_REPLIES]}


def card(message: Message, said: str, language: str) -> Json:
    """Lines, and the choices as buttons one under another."""
    return bubble(said, lines(said), buttons(message, language))


def bubble(said: str, body: list[Json], footer: list[Json], header: Json | None = None) -> Json:
    contents: Json = {
        "type": "bubble",
        "size": "mega",
        "body": {"type": "box", "layout": "vertical", "spacing": "sm", "contents": body},
    }
    if header is not None:
        contents["header"] = header
    if footer:
        contents["footer"] = {"type": "box", "layout": "vertical", "spacing": "sm", "contents": footer}
    return {"type": "flex", "altText": fit_text(said, ALT_TEXT), "contents": contents}


def lines(said: str) -> list[Json]:
    """The first line is what the card is about."""
    first, *rest = said.split("\n")
    return [line(first, weight="bold"), *(line(one) for one in rest)]


def line(said: str, **look: Any) -> Json:
    """Text that grows with the letters the reader has chosen in LINE."""
    return {
        "type": "text",
        "text": said or " ",
        "wrap": True,
        "scaling": True,
        "size": "md",
        "color": INK,
        **look,
    }


def buttons(message: Message, language: str) -> list[Json]:
    return [button(choice, language) for choice in message.choices]


def chat_with_us(choice: Choice, language: str, basic_id: str) -> str:
    """LINE's own address that opens a chat with us, the words in its box; one who is no friend yet may become one."""
    words = label(choice.does, language, choice.values)
    return f"https://line.me/R/oaMessage/{quote(basic_id, safe='')}/?{quote(words, safe='')}"


def lasting(choice: Choice) -> Choice:
    """LINE takes its pin button above the keyboard only; on a card a link opens the same screen."""
    return replace(choice, kind="link", does=LOCATION_SCREEN) if choice.kind == "location" else choice


def pairs(drawn: list[Json]) -> list[Json]:
    """Buttons two in a row, where everything must be seen without scrolling."""
    rows = [drawn[start : start + 2] for start in range(0, len(drawn), 2)]
    return [{"type": "box", "layout": "horizontal", "spacing": "sm", "contents": row} for row in rows]


def button(choice: Choice, language: str) -> Json:
    danger = choice.says in DANGEROUS
    style = {"style": "primary", "color": RED if danger else GREEN} if choice.loud or danger else {}
    return {
        "type": "button",
        "height": "sm",
        "style": "secondary",
        "scaling": True,
        "action": action(choice, language),
        **style,
    }


def shown_on(choice: Choice, language: str) -> str:
    """What a button says."""
    return choice.says if choice.kind == "name" else label(choice.says, language, choice.values)


def action(choice: Choice, language: str) -> Json:
    says = shown_on(choice, language)
    shown = fit_label(says)
    if choice.kind == "link":
        return {"type": "uri", "label": shown, "uri": choice.does}
    if choice.kind == "when":
        return _picker(choice, shown)
    if choice.kind in ("location", "camera"):
        return {"type": choice.kind, "label": shown}
    return {"type": "postback", "label": shown, "data": choice.does, "displayText": says}


def _picker(choice: Choice, shown: str) -> Json:
    """LINE's wheel of days and hours, in Bangkok's time; between its ends must lie a minute at least."""
    ends = {
        name: f"{here(datetime.fromisoformat(choice.values[of])):%Y-%m-%dT%H:%M}"
        for name, of in (("initial", "soonest"), ("min", "soonest"), ("max", "latest"))
    }
    return {"type": "datetimepicker", "label": shown, "data": choice.does, "mode": "datetime", **ends}


def band(said: str, color: str) -> Json:
    """A coloured band across the top of a card."""
    title = line(said, color="#FFFFFF", weight="bold", size="lg")
    return {"type": "box", "layout": "vertical", "backgroundColor": color, "contents": [title]}
