"""A webhook that only listens: for tests that look at what LINE would have told the bot."""

import json
from typing import Any


class Listener:
    """What was delivered. answers: the statuses it gives, one a call; 200 when none is left."""

    def __init__(self) -> None:
        self.calls: list[tuple[bytes, dict[str, str]]] = []
        self.answers: list[int] = []

    def __call__(self, body: bytes, headers: dict[str, str]) -> int:
        self.calls.append((body, headers))
        return self.answers.pop(0) if self.answers else 200

    @property
    def events(self) -> list[dict[str, Any]]:
        return [event for body, _ in self.calls for event in json.loads(body)["events"]]
