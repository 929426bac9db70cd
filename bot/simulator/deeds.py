"""What the chat page may ask for, by name: the deeds of people, and the faults of the developers' panel."""

import base64
from collections.abc import Callable
from typing import Any

from bot.simulator.phone import Phone

Told = dict[str, Any]


def _data(written: str) -> bytes:
    """Bytes from base64, with or without the head of a data: address."""
    return base64.b64decode(written.partition("base64,")[2] or written)


def _sends_photos(phone: Phone, told: Told) -> None:
    phone.sends_photos(told["user"], [_data(photo) for photo in told["photos"]], told.get("group"))


def _pins(phone: Phone, told: Told) -> None:
    lat, lon, title = float(told["lat"]), float(told["lon"]), told.get("title")
    if told.get("group"):
        phone.pins_in(told["group"], told["user"], lat, lon, title)
    else:
        phone.pins(told["user"], lat, lon, title, told.get("address"))


def _sends_sticker(phone: Phone, told: Told) -> None:
    phone.sends_sticker(told["user"], told["package"], told["sticker"], told["keywords"], told.get("group"))


DEEDS: dict[str, Callable[[Phone, Told], object]] = {
    "says": lambda phone, told: phone.says(told["user"], told["text"], told.get("group")),
    "sends_photos": _sends_photos,
    "sends_voice": lambda phone, told: phone.sends_voice(
        told["user"], _data(told["data"]), int(told["ms"]), told.get("group")
    ),
    "sends_sticker": _sends_sticker,
    "pins": _pins,
    "taps": lambda phone, told: phone.taps(
        told["user"], told["action"], told.get("group"), told.get("picked")
    ),
    "follows": lambda phone, told: phone.follows(told["user"]),
    "blocks": lambda phone, told: phone.blocks(told["user"]),
    "unblocks": lambda phone, told: phone.unblocks(told["user"]),
    "joins_group": lambda phone, told: phone.joins_group(told["group"]),
    "leaves_group": lambda phone, told: phone.leaves_group(told["group"]),
    "unsends": lambda phone, told: phone.unsends(told["user"], told["message_id"]),
    "edits": lambda phone, told: phone.edits(told["user"], told["group"], told["message_id"], told["text"]),
}


def _quota_gone(phone: Phone) -> None:
    phone.world.quota.limit = phone.world.quota.used


def _token_expired(phone: Phone) -> None:
    phone.world.faults.token_expired = True


def _again(phone: Phone) -> None:
    """The last webhook call once more, as LINE may do."""
    told = [one for one in phone.world.exchange if one["direction"] == "webhook" and one["body"]["events"]]
    for event in told[-1]["body"]["events"] if told else []:
        phone.redelivers(event)


def _all_well(phone: Phone) -> None:
    phone.world.faults.clear()
    phone.world.quota.limit = None


FAULTS: dict[str, Callable[[Phone], None]] = {
    "quota_gone": _quota_gone,
    "next_500": lambda phone: phone.world.fail_next(500),
    "next_429": lambda phone: phone.world.fail_next(429),
    "lost_answer": lambda phone: phone.world.drop_next(),
    "token_expired": _token_expired,
    "reply_tokens_expired": lambda phone: phone.world.expire_reply_tokens(),
    "webhook_again": _again,
    "all_well": _all_well,
}
