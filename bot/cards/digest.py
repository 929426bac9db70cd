"""The card of a digest: what is new and what waits, and a small bar chart of topics drawn out of boxes."""

from typing import Any

from bot.cards import parts
from bot.words import name
from bot.words.spoken import topic_name
from models.post.messages import Message

Json = dict[str, Any]
TRACK, LIGHT, DARK = "#ECEFF1", "#A5D6B9", parts.GREEN
HEIGHT = "8px"


def digest(message: Message, said: str, language: str) -> Json:
    first, *rest = said.split("\n")
    body = [parts.line(line) for line in rest]
    chart = _chart(message.values["bars"], language)
    if chart and body:
        chart = [{"type": "separator", "margin": "md"}, *chart]
    drawn = [*body, *chart] or [parts.line(first)]
    return parts.bubble(said, drawn, parts.buttons(message, language), parts.band(first, parts.GREEN))


def _chart(bars: list[list[Any]], language: str) -> list[Json]:
    """A bar for each topic, as wide as its week beside the longest one; the day is the dark part of it."""
    if not bars:
        return []
    most = max(week for *_, week in bars)
    drawn = [
        _bar(topic_name(topic, kind, language, name), day, week, most) for topic, kind, day, week in bars
    ]
    return [*drawn, parts.line(name("legend", language), size="xs", color=parts.GREY)]


def _bar(topic: str, day: int, week: int, most: int) -> Json:
    label = [
        parts.line(topic, size="sm", flex=1),
        parts.line(f"{day} / {week}", size="sm", flex=0, align="end"),
    ]
    of_the_day = _strip(DARK, _percent(day, week), []) if day else {"type": "filler"}
    of_the_week = _strip(LIGHT, _percent(week, most), [of_the_day])
    track = _strip(TRACK, "100%", [of_the_week])
    above: Json = {"type": "box", "layout": "horizontal", "contents": label}
    return {"type": "box", "layout": "vertical", "spacing": "xs", "contents": [above, track]}


def _percent(part: int, whole: int) -> str:
    return f"{max(1, round(100 * part / whole))}%"


def _strip(color: str, width: str, contents: list[Json]) -> Json:
    return {
        "type": "box",
        "layout": "horizontal",
        "width": width,
        "height": HEIGHT,
        "cornerRadius": "4px",
        "backgroundColor": color,
        "contents": contents or [{"type": "filler"}],
    }
