"""Message objects: what a bot can say, kind by kind, and the quick replies under it."""

import re
from typing import Any

from bot.simulator.checks import actions, flex
from bot.simulator.checks.rules import (
    Check,
    Path,
    Problem,
    anything,
    by_type,
    every,
    listed,
    matching,
    number,
    one_of,
    seen,
    shape,
    text,
    web_address,
)
from bot.simulator.checks.templates import template

PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([0-9A-Za-z_]{1,20})\}|[{}]")
MOST_NAMES, MOST_MENTIONS, MOST_EMOJI = 100, 20, 20
ALT_TEXT = text(1500)
QUICK_ITEM = shape(
    {"type": one_of("action"), "imageUrl": web_address, "action": actions.in_quick_reply}, ("type", "action")
)
SENDER_NAME = every(seen(20, 0), matching(r"(?is)(?!line$).*"))
ALWAYS: dict[str, Check] = {
    "type": anything,
    "quickReply": shape({"items": listed(QUICK_ITEM, 1, 13)}, ("items",)),
    "sender": shape({"name": SENDER_NAME, "iconUrl": web_address}),
}
LINE_EMOJI: dict[str, Check] = {"productId": text(100), "emojiId": text(100)}
EMOJI = shape(LINE_EMOJI | {"index": number(0, 5000)}, ("index", *LINE_EMOJI))


def _emoji_stand_on_dollars(value: Any, where: Path, found: list[Problem]) -> None:
    words, emojis = value.get("text"), value.get("emojis")
    if not isinstance(words, str) or not isinstance(emojis, list):
        return
    units = words.encode("utf-16-le", "surrogatepass")
    for position, one in enumerate(emojis):
        at = one.get("index") if isinstance(one, dict) else None
        if isinstance(at, int) and units[2 * at : 2 * at + 2] != b"$\0":
            found.append(Problem((*where, "emojis", position, "index"), "must point at a $"))


def _filled_in(value: Any, where: Path, found: list[Problem]) -> None:
    """Each {name} of a textV2 needs its substitution; a brace meant as a brace is doubled."""
    words, given = value.get("text"), value.get("substitution", {})
    if not isinstance(words, str) or not isinstance(given, dict):
        return
    for hit in PLACEHOLDER.finditer(words):
        if hit.group() in ("{", "}"):
            found.append(Problem((*where, "text"), "a brace must be doubled"))
        elif hit.group(1) and hit.group(1) not in given:
            found.append(Problem((*where, "text"), f"no substitution for {hit.group(1)}"))
    kinds = [one.get("type") for one in given.values() if isinstance(one, dict)]
    if kinds.count("mention") > MOST_MENTIONS or kinds.count("emoji") > MOST_EMOJI:
        found.append(Problem((*where, "substitution"), "at most 20 mentions and 20 emoji"))


def _substitution(value: Any, where: Path, found: list[Problem]) -> None:
    if not isinstance(value, dict) or len(value) > MOST_NAMES:
        found.append(Problem(where, f"must be an object of at most {MOST_NAMES} names"))
        return
    for name, one in value.items():
        if not re.fullmatch(r"[0-9A-Za-z_]{1,20}", name):
            found.append(Problem((*where, name), "invalid name"))
        SUBSTITUTE(one, (*where, name), found)


WHOM = by_type(
    {
        "user": shape({"type": anything, "userId": matching("U[0-9a-f]{32}")}, ("userId",)),
        "all": shape({"type": anything}),
    }
)
SUBSTITUTE = by_type(
    {
        "mention": shape({"type": anything, "mentionee": WHOM}, ("mentionee",)),
        "emoji": shape(LINE_EMOJI | {"type": anything}, tuple(LINE_EMOJI)),
    }
)
AREA = shape(dict.fromkeys(("x", "y", "width", "height"), number(0, 2000)), ("x", "y", "width", "height"))
ON_MAP: dict[str, Check] = {"type": anything, "area": AREA, "label": text(100, 0)}
IMAGEMAP_ACTION = by_type(
    {
        "uri": shape(ON_MAP | {"linkUri": actions.uri}, ("linkUri", "area")),
        "message": shape(ON_MAP | {"text": text(400)}, ("text", "area")),
        "clipboard": shape(ON_MAP | {"clipboardText": text(1000)}, ("clipboardText", "area")),
    }
)
FILM: dict[str, Check] = {"originalContentUrl": web_address, "previewImageUrl": web_address}
IMAGEMAP: dict[str, Check] = {
    "baseUrl": web_address,
    "altText": ALT_TEXT,
    "baseSize": shape({"width": one_of(1040), "height": number(1, 10_000)}, ("width", "height")),
    "actions": listed(IMAGEMAP_ACTION, 1, 50),
    "video": shape(
        FILM | {"area": AREA, "externalLink": shape({"linkUri": actions.uri, "label": text(30)})},
        ("originalContentUrl", "previewImageUrl", "area"),
    ),
}
PLACE: dict[str, Check] = {
    "title": text(100),
    "address": text(100),
    "latitude": number(-90, 90, whole=False),
    "longitude": number(-180, 180, whole=False),
}


def _kind(fields: dict[str, Check], *needed: str) -> Check:
    return shape(ALWAYS | fields, needed)


QUOTE: dict[str, Check] = {"quoteToken": text(1000)}
WORDS: dict[str, Check] = {"text": text(5000), **QUOTE}
message = by_type(
    {
        "text": every(_kind(WORDS | {"emojis": listed(EMOJI, 0, 20)}, "text"), _emoji_stand_on_dollars),
        "textV2": every(_kind(WORDS | {"substitution": _substitution}, "text"), _filled_in),
        "sticker": _kind(
            {"packageId": matching(r"\d+"), "stickerId": matching(r"\d+"), **QUOTE}, "packageId", "stickerId"
        ),
        "image": _kind(FILM, "originalContentUrl", "previewImageUrl"),
        "video": _kind(FILM | {"trackingId": text(100)}, "originalContentUrl", "previewImageUrl"),
        "audio": _kind(
            {"originalContentUrl": web_address, "duration": number(1, 86_400_000)},
            "originalContentUrl",
            "duration",
        ),
        "location": _kind(PLACE, *PLACE),
        "imagemap": _kind(IMAGEMAP, "baseUrl", "altText", "baseSize", "actions"),
        "template": _kind({"altText": ALT_TEXT, "template": template}, "altText", "template"),
        "flex": _kind({"altText": ALT_TEXT, "contents": flex.container}, "altText", "contents"),
    }
)
messages = listed(message, 1, 5)
