"""How an event reaches the bot: signed, at once (tests) or in the background in order per chat (the page)."""

import base64
import hashlib
import hmac
import json
import queue
import threading
from collections.abc import Callable
from typing import Any

from bot.simulator.knocking import NO_ANSWER, Knock, Knocker, answered
from bot.simulator.world import BOT_ID, World

Deliver = Callable[[bytes, dict[str, str]], int]
Event = dict[str, Any]


def sign(secret: str, body: bytes) -> str:
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


class Courier:
    """Carries events. A background courier has one thread a chat, so that a chat keeps its order."""

    def __init__(
        self, world: World, secret: str, deliver: Deliver | None, redeliver_failed: bool = False
    ) -> None:
        self.world = world
        self.secret = secret
        self.background = deliver is None
        self.deliver, self._knocker = deliver, Knocker()
        self.redeliver_failed = redeliver_failed
        self._bags: dict[str, queue.Queue[list[Event] | None]] = {}

    def carry(self, chat: str, events: list[Event]) -> None:
        if not self.background:
            self.hand_over(events)
            return
        with self.world.lock:
            if chat not in self._bags:
                self._bags[chat] = queue.Queue()
                threading.Thread(target=self._walk, args=(self._bags[chat],), daemon=True).start()
        self._bags[chat].put(events)

    def hand_over(self, events: list[Event]) -> int:
        """Deliver now; a failed delivery is tried once more if the bot's owner asked for that."""
        if not self.world.webhook_active:
            return NO_ANSWER
        knock = self.knock(events)
        if self.redeliver_failed and not knock.fine:
            knock = self.knock([self.again(event) for event in events])
        return knock.status

    def knock(self, events: list[Event], address: str | None = None) -> Knock:
        """One call, to `address` or to where the webhook is set; and how it went."""
        told = {"destination": BOT_ID, "events": events}
        body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "LineBotWebhook/2.0",
            "X-Line-Signature": sign(self.secret, body),
        }
        address = address or self.world.webhook_endpoint
        record = self.world.record(
            {"direction": "webhook", "method": "POST", "path": address or "(deliver)"}
            | {"headers": headers, "body": told, "status": None, "response": None}
        )
        knock = self._carry(address, body, headers)
        with self.world.lock:
            record["status"] = knock.status
            record["changed"] = self.world.next_change()
        return knock

    def _carry(self, address: str, body: bytes, headers: dict[str, str]) -> Knock:
        if self.deliver is not None:
            return answered(self.deliver(body, headers))
        return self._knocker.knock(address, body, headers)

    def again(self, event: Event) -> Event:
        """The same event and token once more, marked as redelivered."""
        if "replyToken" in event:
            self.world.reply_tokens.renew(event["replyToken"])
        return {**event, "deliveryContext": {"isRedelivery": True}}

    def stop(self) -> None:
        for bag in self._bags.values():
            bag.put(None)
        self._knocker.stop()

    def _walk(self, bag: "queue.Queue[list[Event] | None]") -> None:
        while (events := bag.get()) is not None:
            self.hand_over(events)
