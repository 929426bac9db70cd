"""The load: keep-alive connections, one delivery each at a time, as fast as they are answered or at a rate."""

import gc
import selectors
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.bench.connection import Connection

CONNECTIONS = 32
PATIENCE = 3.0  # seconds to wait for what is still unanswered at the end


@dataclass
class Result:
    """What came back. Waits are in seconds, counted from when a request was meant to be sent."""

    acked: list[int] = field(default_factory=list)
    refused: int = 0
    waits: list[float] = field(default_factory=list)
    in_time: int = 0  # of the acknowledged, how many before the end
    seconds: float = 0.0
    busy: float = 0.0  # share of its core the load itself used

    @property
    def rate(self) -> float:
        return self.in_time / self.seconds if self.seconds else 0.0

    def wait(self, share: float) -> float:
        """Milliseconds that `share` of the requests did not exceed."""
        ordered = sorted(self.waits)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 if ordered else 0.0


class Load:
    def __init__(self, port: int, requests: Iterator[tuple[int, bytes]], rate: float | None = None) -> None:
        self._selector, self.result = selectors.DefaultSelector(), Result()
        self._requests, self._pause = requests, 1 / rate if rate else 0.0
        self._free = [Connection(port) for _ in range(CONNECTIONS)]
        for one in self._free:
            self._selector.register(one.socket, selectors.EVENT_READ, one)
        self._open, self._due, self._end = CONNECTIONS, 0.0, 0.0

    def run(self, seconds: float) -> Result:
        gc.disable()
        began, used = time.perf_counter(), time.process_time()
        self._due, self._end = began, began + seconds
        while self._open and self._step(time.perf_counter(), self._end):
            pass
        self.result.seconds = min(time.perf_counter() - began, seconds)
        self.result.busy = (time.process_time() - used) / (time.perf_counter() - began)
        for key in list(self._selector.get_map().values()):
            key.data.socket.close()
        self._selector.close()
        gc.enable()
        return self.result

    def _step(self, now: float, end: float) -> bool:
        while self._free and self._due <= now < end and self._ask(now):
            pass
        if now >= end and (len(self._free) >= self._open or now > end + PATIENCE):
            return False
        resting = now < end and self._free and self._due - now > 0.0015
        ready = self._selector.select(0.001 if resting or not self._free or now >= end else 0)
        for key, _ in ready:
            self._hear(key.data)
        if not ready and self._free and now < end:
            time.sleep(0.00002)
        return True

    def _ask(self, now: float) -> bool:
        number, request = next(self._requests, (-1, b""))
        if number < 0:
            self._due = float("inf")
            return False
        one = self._free.pop()
        try:
            one.ask(number, request, self._due if self._pause else now)
        except ConnectionError:
            self._drop(one)
        self._due += self._pause
        return True

    def _hear(self, one: Connection) -> None:
        try:
            status = one.answer()
        except ConnectionError:
            self._drop(one)
            return
        if status is None:
            return
        if status == 200:
            now = time.perf_counter()
            self.result.acked.append(one.number)
            self.result.waits.append(now - one.since)
            self.result.in_time += now <= self._end
        else:
            self.result.refused += 1
        self._free.append(one)

    def _drop(self, one: Connection) -> None:
        self._selector.unregister(one.socket)
        one.socket.close()
        self._open -= 1
