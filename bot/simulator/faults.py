"""What can go wrong on purpose: refusals, lost answers, slowness."""

import threading
from dataclasses import dataclass, field


@dataclass
class Fault:
    times: int
    path: str | None = None
    status: int | None = None  # none: the connection is closed without an answer
    headers: dict[str, str] = field(default_factory=dict)
    after_accepting: bool = False


class Faults:
    def __init__(self) -> None:
        self.waiting: list[Fault] = []
        self.delay = 0.0
        self.token_expired = False
        self._lock = threading.Lock()

    def add(self, fault: Fault) -> None:
        with self._lock:
            self.waiting.append(fault)

    def next_for(self, path: str) -> Fault | None:
        """The fault this call meets, counted down."""
        with self._lock:
            for fault in self.waiting:
                if fault.path is None or fault.path in path:
                    fault.times -= 1
                    self.waiting = [one for one in self.waiting if one.times > 0]
                    return fault
        return None

    def clear(self) -> None:
        with self._lock:
            self.waiting, self.delay, self.token_expired = [], 0.0, False
