"""Tells the time: the only place that reads it.

`now()` is the moment that decides what is due; a rehearsal may move it with `standing_at`.
`machine_now()` is the machine's own, for leases, back-off and time-outs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

_stands_at: datetime | None = None


def machine_now() -> datetime:
    return datetime.now(UTC)


def now() -> datetime:
    return _stands_at or machine_now()


def is_rehearsal() -> bool:
    return _stands_at is not None


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """Make `now()` answer `moment` in every thread of this process."""
    global _stands_at
    _stands_at = moment.astimezone(UTC)
    try:
        yield
    finally:
        _stands_at = None
