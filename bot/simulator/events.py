"""Webhook events as LINE writes them: ids, sources, tokens, and the parts of a message."""

import secrets
from typing import Any

from bot.simulator.delivery import Event
from bot.simulator.world import BOT_ID, World

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SILENT = ("unfollow", "leave", "memberLeft", "unsend")


def ulid(milliseconds: int) -> str:
    """26 letters: 48 bits of time, 80 of chance."""
    figure = (milliseconds << 80) | secrets.randbits(80)
    return "".join(CROCKFORD[(figure >> shift) & 31] for shift in range(125, -1, -5))


def source(world: World, user: str | None, group: str | None, names: bool) -> dict[str, str]:
    if group is None:
        return {"type": "user", "userId": user or ""}
    named = {"userId": user} if user and names else {}
    return {"type": "group", "groupId": group, **named}


def event(world: World, kind: str, user: str | None, group: str | None, **parts: Any) -> Event:
    """One event; in a group only messages surely say who it was."""
    at = int(world.now() * 1000)
    names = kind in ("message", "messageEdited") or world.names_in_group_taps
    told: Event = {
        "type": kind,
        "mode": "active",
        "timestamp": at,
        "source": source(world, user, group, names),
        "webhookEventId": ulid(at),
        "deliveryContext": {"isRedelivery": False},
    }
    if kind not in SILENT:
        told["replyToken"] = world.reply_tokens.give(group or user or "")
    return told | parts


def message(kind: str, message_id: str, **parts: Any) -> dict[str, Any]:
    """A message as the bot hears it. Only what can be quoted has a quote token."""
    told = {"id": message_id, "type": kind, "markAsReadToken": secrets.token_urlsafe(24), **parts}
    if kind in ("text", "image", "video", "sticker"):
        told["quoteToken"] = secrets.token_urlsafe(48)
    return told


def mention_of_bot(text: str, bot_name: str) -> dict[str, Any]:
    """The mention part of a text in which the bot is called by name."""
    at = text.find(f"@{bot_name}")
    if at < 0:
        return {}
    index = len(text[:at].encode("utf-16-le")) // 2
    length = len(f"@{bot_name}".encode("utf-16-le")) // 2
    mentionee = {"index": index, "length": length, "type": "user", "userId": BOT_ID, "isSelf": True}
    return {"mention": {"mentionees": [mentionee]}}
