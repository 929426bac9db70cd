"""This machine: Python, the time zone, the letters we draw with, memory and disk."""

import sys
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.doctor.case import Case
from bot.doctor.findings import Finding, ok, skipped, warning, wrong

RUNNING, OLDEST = sys.version_info[:3], (3, 11)
HERE = "Asia/Bangkok"
GB, MB = 1024**3, 1024**2
LITTLE_DISK, NO_DISK = GB, 200 * MB
LITTLE_MEMORY = 150 * MB


def python(_case: Case) -> Finding:
    version = ".".join(map(str, RUNNING))
    if RUNNING < OLDEST:
        return wrong(version, "machine.python")
    return ok(version)


def time_zone(_case: Case) -> Finding:
    try:
        ZoneInfo.no_cache(HERE)
    except ZoneInfoNotFoundError:
        return wrong(f"{HERE} is not known", "machine.time_zone")
    return ok(f"{HERE} is known")


def letters(_case: Case) -> Finding:
    from PIL import features

    from bot.papers.letters import letters as drawn

    try:
        name = " ".join(filter(None, drawn(20).getname()))
    except OSError:
        return wrong("Sarabun cannot be opened", "machine.font")
    if not features.check("raqm"):
        return warning(f"{name}, but Thai marks would stand in the wrong places", "machine.raqm")
    return ok(f"{name}, shaped by raqm")


def memory(case: Case) -> Finding:
    available = _available(case.memory)
    if available is None:
        return skipped("this system does not tell")
    if available < LITTLE_MEMORY:
        return warning(f"{size(available)} free", "machine.memory")
    return ok(f"{size(available)} free")


def _available(meminfo: Path) -> int | None:
    """Bytes that Linux says programs may still take; None on other systems."""
    if not meminfo.exists():
        return None
    rows = dict(row.split(":", 1) for row in meminfo.read_text(encoding="ascii").splitlines() if ":" in row)
    return int(rows["MemAvailable"].split()[0]) * 1024 if "MemAvailable" in rows else None


def disk(case: Case) -> Finding:
    folder = _standing(case.file.parent if case.file else Path())
    free = case.free_on(folder)
    found = f"{size(free)} free in {folder.resolve()}"
    if case.file is None:
        found += "; the database's own disk is not seen from here"
    if free < NO_DISK:
        return wrong(found, "machine.disk")
    if free < LITTLE_DISK:
        return warning(found, "machine.disk")
    return ok(found)


def _standing(folder: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    return next(one for one in (folder, *folder.absolute().parents) if one.exists())


def size(count: int) -> str:
    return f"{count / GB:.1f} GB" if count >= GB else f"{count // MB} MB"
