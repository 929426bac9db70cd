"""What may be used once: reply tokens, and the retry keys of calls that were accepted."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

LIFETIME = 60.0
LAST_CHANCE = 20 * 60.0
KEY_LIFETIME = 24 * 3600.0


@dataclass
class ReplyToken:
    chat: str
    made_at: float
    good_until: float
    used: bool = False


class ReplyTokens:
    """A token answers one event once, within a minute of its (re)delivery."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self.lifetime = LIFETIME
        self.given: dict[str, ReplyToken] = {}

    def give(self, chat: str) -> str:
        token = uuid.uuid4().hex
        self.given[token] = ReplyToken(chat, self.now(), self.now() + self.lifetime)
        return token

    def renew(self, token: str) -> None:
        """A redelivered event opens its token again, unless used or twenty minutes old."""
        known = self.given.get(token)
        if known and not known.used and self.now() - known.made_at <= LAST_CHANCE:
            known.good_until = self.now() + self.lifetime

    def good(self, token: str) -> ReplyToken | None:
        known = self.given.get(token)
        return known if known and not known.used and self.now() <= known.good_until else None

    def expire(self) -> None:
        for known in self.given.values():
            known.good_until = float("-inf")


@dataclass
class Accepted:
    request_id: str
    call: str
    body: bytes
    answer: dict[str, Any]
    at: float


class RetryKeys:
    """The calls LINE has accepted under a key; a key is forgotten after a day."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self.accepted: dict[str, Accepted] = {}

    def seen(self, key: str) -> Accepted | None:
        known = self.accepted.get(key)
        return known if known and self.now() - known.at < KEY_LIFETIME else None

    def keep(self, key: str, accepted: Accepted) -> None:
        self.accepted[key] = accepted


def is_retry_key(key: str) -> bool:
    try:
        return str(uuid.UUID(key)) == key.lower()
    except ValueError:
        return False
