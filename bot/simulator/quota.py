"""The month's messages: counted per person reached, never for a reply."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Quota:
    """LINE's months turn in Japan's time."""

    def __init__(self, now: Callable[[], float], limit: int | None = None) -> None:
        self.now = now
        self.limit = limit
        self.by_month: Counter[str] = Counter()

    def month(self) -> str:
        return f"{datetime.fromtimestamp(self.now(), UTC) + timedelta(hours=9):%Y-%m}"

    @property
    def used(self) -> int:
        return self.by_month[self.month()]

    @used.setter
    def used(self, count: int) -> None:
        self.by_month[self.month()] = count

    def has_room_for(self, count: int) -> bool:
        return self.limit is None or self.used + count <= self.limit
