"""Telephone numbers for somebody in danger (emergency_numbers.csv)."""

from functools import cache
from typing import NamedTuple

from models.places.tables import rows

_EVERYWHERE = "*"


class EmergencyNumber(NamedTuple):
    """A number to tap, with what it is for."""

    number: str
    label_th: str
    label_en: str


@cache
def emergency_numbers(province: str | None) -> tuple[EmergencyNumber, ...]:
    """The numbers for a province, most urgent first: everywhere's, with its own replacing or added."""
    wanted: dict[str, dict[str, str]] = {}
    for scope in (_EVERYWHERE, (province or "")[:2]):
        wanted |= {row["number"]: row for row in _lines() if row["province_code"] == scope}
    in_order = sorted(wanted.values(), key=lambda row: int(row["order"]))
    shown = [row for row in in_order if row["label_th"]]
    return tuple(EmergencyNumber(row["number"], row["label_th"], row["label_en"]) for row in shown)


@cache
def _lines() -> tuple[dict[str, str], ...]:
    return tuple(rows("emergency_numbers.csv"))
