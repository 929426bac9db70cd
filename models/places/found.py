"""What was found when a text or a pin was read for a place."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["resolved", "ambiguous", "none", "multiple"]


@dataclass(frozen=True, slots=True)
class Found:
    """The place a text names, as DOPA codes.

    `level` is also "village" when only a หมู่, a บ้าน or an unplaced อ.เมือง is named, and "multiple".
    """

    status: Status
    level: str | None = None
    province: str | None = None
    district: str | None = None
    subdistrict: str | None = None
    moo: int | None = None
    candidates: tuple[str, ...] = ()
    village: str | None = None  # a village no list holds, where nothing else says where it is

    @property
    def code(self) -> str | None:
        """The deepest code that is certain."""
        return self.subdistrict or self.district or self.province


@dataclass(frozen=True, slots=True)
class PinPlace:
    """The tambon a pin lies in, or None when it lies abroad; not `sure` asks for a tap to confirm."""

    code: str | None
    distance_km: float | None = None
    sure: bool = False
    others: tuple[str, ...] = ()

    @property
    def status(self) -> Literal["thailand", "abroad"]:
        """Whether it is ours to know."""
        return "thailand" if self.code else "abroad"


_LEVELS = {2: "province", 4: "district", 6: "subdistrict"}


def resolved(code: str, moo: int | None = None) -> Found:
    """Exactly this place."""
    district = code[:4] if len(code) >= 4 else None
    tambon = code if len(code) == 6 else None
    return Found("resolved", _LEVELS[len(code)], code[:2], district, tambon, moo)


def ambiguous(codes: tuple[str, ...], moo: int | None = None) -> Found:
    """One of these; without any, somewhere in a village nobody can tell from its namesakes."""
    level = _LEVELS[len(codes[0])] if codes else "village"
    return Found("ambiguous", level, moo=moo, candidates=tuple(sorted(codes)))
