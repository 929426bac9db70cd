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
PICKERS = ("datetime", "date", "time")
LONGEST_ID = 128  # letters; LINE's have 33 at most, and a database cannot index any length


def chat_of(event: Json) -> str | None:
    """The person, group or room an event happened in."""
    source = _dict(event.get("source"))
    return _id(source.get("groupId")) or _id(source.get("roomId")) or _id(source.get("userId"))


def message_id_of(event: Json) -> str | None:
    if event.get("type") == "unsend":
        return _id(_dict(event.get("unsend")).get("messageId"))
    return _id(_dict(event.get("message")).get("id"))


def is_in_group(event: Json) -> bool:
    source = _dict(event.get("source"))
    return source.get("type") in ("group", "room") or "groupId" in source or "roomId" in source


def is_group(chat: str | None) -> bool:
    """By its id: groups begin with C, rooms with R, people with U."""
    return bool(chat) and str(chat)[0] in "CR"


def heard_in(event: Json) -> Heard:
    """What an event says. What we do not know becomes `Unheard`: kept, and skipped politely."""
    token = event.get("replyToken")
    return Heard(
        chat=chat_of(event) or "",
        where="group" if is_in_group(event) else "user",
        sender=_id(_dict(event.get("source")).get("userId")),
        input=_input(event),
        reply_token=token if isinstance(token, str) and event.get("mode") != "standby" else None,
        at=_moment(event.get("timestamp")),
    )


def _input(event: Json) -> Input:
    kind = _name(event.get("type"))
    read = KINDS.get(kind)
    try:
        return read(event) if read else Unheard(kind)
    except (KeyError, TypeError, ValueError, OverflowError):
        return Unheard(kind)


def _message(event: Json) -> Input:
    message = _part(event, "message")
    kind = _name(message.get("type"))
    read = MESSAGES.get(kind)
    return read(message) if read else Unheard(kind, polite=True)


def _words(message: Json) -> Words:
    mentions = _list(_dict(message.get("mention")).get("mentionees"))
    addressed = any(_dict(mention).get("isSelf") is True for mention in mentions)
    return Words(_text(message, "text"), _text(message, "id"), addressed)


def _pin(message: Json) -> Pin:
    latitude, longitude = float(message["latitude"]), float(message["longitude"])
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # nor NaN
        raise ValueError("not on this earth")
    told = [message.get("title"), message.get("address")]
    address = " ".join(one for one in told if isinstance(one, str) and one)
    return Pin(latitude, longitude, address or None, _text(message, "id"))


def _sticker(message: Json) -> Sticker:
    return Sticker(tuple(word for word in _list(message.get("keywords")) if isinstance(word, str)))


def _tap(event: Json) -> Input:
    """A tap; a date picker says the moment beside it."""
    postback = _part(event, "postback")
    params = _dict(postback.get("params"))
    picked = next((params[mode] for mode in PICKERS if isinstance(params.get(mode), str)), None)
    return Tap(_text(postback, "data"), picked)


def _edited(event: Json) -> Edited:
    message = _part(event, "message")
    return Edited(_text(message, "id"), _text(message, "text"))


MESSAGES: dict[str, Callable[[Json], Input]] = {
    "text": _words,
    "image": lambda message: Photo(_text(message, "id")),
    "audio": lambda message: Voice(_text(message, "id")),
    "location": _pin,
    "sticker": _sticker,
}

KINDS: dict[str, Callable[[Json], Input]] = {
    "message": _message,
    "messageEdited": _edited,
    "postback": _tap,
    "follow": lambda _: Followed(),
    "unfollow": lambda _: Unfollowed(),
    "join": lambda _: Joined(),
    "leave": lambda _: Left(),
    "unsend": lambda event: Unsent(_text(_part(event, "unsend"), "messageId")),
}


def _moment(timestamp: Any) -> datetime:
    try:
        return datetime.fromtimestamp(int(timestamp) / 1000, UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _id(value: Any) -> str | None:
    return value if isinstance(value, str) and 0 < len(value) <= LONGEST_ID else None


def _name(value: Any) -> str:
    """The name of a kind, to be shown; a kind without a proper name is none we know."""
    return value[:LONGEST_ID] if isinstance(value, str) else "nameless"


def _text(of: Json, field: str) -> str:
    if not isinstance(of[field], str):
        raise TypeError(f"{field} is no text")
    return str(of[field])


def _part(of: Json, field: str) -> Json:
    if not isinstance(of[field], Mapping):
        raise TypeError(f"{field} has no parts")
    return _dict(of[field])


def _dict(value: Any) -> Json:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
