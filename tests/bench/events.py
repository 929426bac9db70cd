"""Deliveries as LINE sends them: distinct, signed, ready to be written to a socket."""

import base64
import hmac
import json
from collections.abc import Iterator
from itertools import count
from typing import Any

SECRET = "a secret for the benchmark"
PEOPLE = 5000
TEXTS = ("น้ำท่วมบ้านสามหลัง ข้าวของเสียหายหมด", "ไฟดับทั้งหมู่บ้านตั้งแต่เมื่อคืน", "น้ำประปาไม่ไหลมาสามวันแล้ว")
HEAD = (
    b"POST /callback HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: LineBotWebhook/2.0\r\n"
    b"Content-Type: application/json; charset=utf-8\r\nX-Line-Signature: %b\r\nContent-Length: %d\r\n\r\n%b"
)


def event_id(run: str, number: int) -> str:
    return f"{run}{number:0{26 - len(run)}d}"


def event(run: str, number: int, who: str | None = None) -> dict[str, Any]:
    """60 % Thai words, 30 % taps, 10 % new friends."""
    told: dict[str, Any] = {
        "mode": "active",
        "timestamp": 1785000000000 + number,
        "source": {"type": "user", "userId": who or f"U{number % PEOPLE:032x}"},
        "webhookEventId": event_id(run, number),
        "deliveryContext": {"isRedelivery": False},
        "replyToken": f"{number:032x}",
    }
    if number % 10 < 6:
        text = {"id": str(number), "type": "text", "quoteToken": "q" * 60, "text": TEXTS[number % 3]}
        return {"type": "message", "message": text} | told
    if number % 10 < 9:
        return {"type": "postback", "postback": {"data": f"rsvp/{number}/going"}} | told
    return {"type": "follow", "follow": {"isUnblocked": False}} | told


def body_of(*events: dict[str, Any]) -> bytes:
    told = {"destination": "U" + "b" * 32, "events": events}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def request(run: str, number: int) -> bytes:
    body = body_of(event(run, number))
    signature = base64.b64encode(hmac.digest(SECRET.encode(), body, "sha256"))
    return HEAD % (signature, len(body), body)


class Requests:
    """Numbered requests of one run, none of them used twice. Some are built before they are needed."""

    def __init__(self, run: str) -> None:
        self._run, self._numbers = run, count()
        self._built: list[tuple[int, bytes]] = []

    def build(self, how_many: int) -> None:
        numbers = [next(self._numbers) for _ in range(how_many - len(self._built))]
        self._built += [(number, request(self._run, number)) for number in numbers]

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        return self

    def __next__(self) -> tuple[int, bytes]:
        if not self._built:
            raise StopIteration
        return self._built.pop()
