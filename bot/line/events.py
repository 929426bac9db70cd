"""LINE's JSON -> inputs, from plain dicts: the library's parser loses fields on unknown values."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from handlers.inputs import (
    Edited,
    Followed,
    Heard,
    Input,
    Joined,
    Left,
    Photo,
    Pin,
    Sticker,
    Tap,
    Unfollowed,
    Unheard,
    Unsent,
    Voice,
    Words,
)

Json = Mapping[str, Any]


def chat_of(event: Json) -> str | None:
    """The person, group or room an event happened in."""
    source = _dict(event.get("source"))
    for field in ("groupId", "roomId", "userId"):
        if isinstance(source.get(field), str) and source[field]:
            return str(source[field])
    return None


def message_id_of(event: Json) -> str | None:
    about = event.get("unsend") if event.get("type") == "unsend" else event.get("message")
    found = _dict(about).get("messageId" if event.get("type") == "unsend" else "id")
    return str(found) if found else None


def heard_in(event: Json) -> Heard:
    """What an event says. What we do not know becomes `Unheard`: kept, and skipped politely."""
    source = _dict(event.get("source"))
    sender = source.get("userId")
    group = source.get("type") in ("group", "room") or "groupId" in source
    token = event.get("replyToken")
    return Heard(
        chat=chat_of(event) or "",
        where="group" if group else "user",
        sender=sender if isinstance(sender, str) else None,
        input=_input(event),
        reply_token=token if isinstance(token, str) and event.get("mode") != "standby" else None,
        at=_moment(event.get("timestamp")),
    )


def _input(event: Json) -> Input:
    kind = str(event.get("type"))
    read = KINDS.get(kind)
    try:
        return read(event) if read else Unheard(kind)
    except (KeyError, TypeError, ValueError):
        return Unheard(kind)


def _message(event: Json) -> Input:
    message = event["message"]
    read = MESSAGES.get(str(message.get("type")))
    return read(message) if read else Unheard(str(message.get("type")), polite=True)


def _words(message: Json) -> Words:
    mentions = _dict(message.get("mention")).get("mentionees") or []
    addressed = any(_dict(mention).get("isSelf") is True for mention in mentions)
    return Words(str(message["text"]), str(message["id"]), addressed)


def _pin(message: Json) -> Pin:
    address = " ".join(str(message[field]) for field in ("title", "address") if message.get(field))
    return Pin(float(message["latitude"]), float(message["longitude"]), address or None, str(message["id"]))


def _sticker(message: Json) -> Sticker:
    return Sticker(tuple(str(word) for word in message.get("keywords") or ()))


def _edited(event: Json) -> Edited:
    return Edited(str(event["message"]["id"]), str(event["message"]["text"]))


MESSAGES: dict[str, Callable[[Json], Input]] = {
    "text": _words,
    "image": lambda message: Photo(str(message["id"])),
    "audio": lambda message: Voice(str(message["id"])),
    "location": _pin,
    "sticker": _sticker,
}

KINDS: dict[str, Callable[[Json], Input]] = {
    "message": _message,
    "messageEdited": _edited,
    "postback": lambda event: Tap(str(event["postback"]["data"])),
    "follow": lambda _: Followed(),
    "unfollow": lambda _: Unfollowed(),
    "join": lambda _: Joined(),
    "leave": lambda _: Left(),
    "unsend": lambda event: Unsent(str(event["unsend"]["messageId"])),
}


def _moment(timestamp: Any) -> datetime:
    try:
        return datetime.fromtimestamp(int(timestamp) / 1000, UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _dict(value: Any) -> Json:
    return value if isinstance(value, Mapping) else {}
