"""The clock as a thread of the worker, for a small server."""

from collections.abc import Callable

from models.database import Sessions
from scheduler import clock


def start(sessions: Sessions) -> Callable[[], None]:
    scheduler = clock.start(sessions)
    return lambda: scheduler.shutdown(wait=False)
