"""A day or a stretch of days as it was found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Days:
    first: date
    start: int
    end: int
    last: date | None = None  # of a stretch
    others: tuple[tuple[date, date | None], ...] = ()
