"""Reads what comes again: ทุกวันพฤหัส, อังคารที่สองของเดือน, ทุกสิ้นเดือน."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from dateutil.rrule import rrulestr

from models.thai.by_months import weekday_of
from models.thai.numbers import SPOKEN, number

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAY = r"(?:วัน)?(?P<weekday>จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)"
_NTH = rf"(?P<nth>แรก|สุดท้าย|ที่\s*(?:{SPOKEN}))"
_RULES = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (
            rf"(?:ทุก\s*)?{_WEEKDAY}\s*{_NTH}\s*ของ(?:ทุก)?เดือน(?!\s*(?:หน้า|นี้|[ก-๙]+?(?:คม|ยน|พันธ์)|[มกพสตธ]\.))",
            "FREQ=MONTHLY;BYDAY={nth}{day}",
        ),
        (r"ทุก\s*วันที่\s*(?P<n>\d{1,2})(?:\s*ของ(?:ทุก)?เดือน)?", "FREQ=MONTHLY;BYMONTHDAY={n}"),
        (r"เดือนละ(?:ครั้ง|หน)\s*(?:ทุก)?วันที่\s*(?P<n>\d{1,2})", "FREQ=MONTHLY;BYMONTHDAY={n}"),
        (r"ทุก\s*สิ้นเดือน", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (rf"ทุก\s*(?P<n>{SPOKEN})\s*(?:สัปดาห์|อาทิตย์)\s*{_WEEKDAY}", "FREQ=WEEKLY;INTERVAL={n};BYDAY={day}"),
        (rf"ทุก\s*{_WEEKDAY}", "FREQ=WEEKLY;BYDAY={day}"),
        (r"ทุก\s*วัน(?!ที่)", "FREQ=DAILY"),
    )
)


def read_recurrence(text: str) -> tuple[str, int, int] | None:
    """The rule and where it stands in the text."""
    for pattern, rule in _RULES:
        match = pattern.search(text)
        if match:
            said = match.groupdict()
            day = _CODES[weekday_of(said["weekday"])] if said.get("weekday") else ""
            n = number(said["n"]) if said.get("n") else None
            return rule.format(day=day, n=n, nth=_nth(said.get("nth"))), *match.span()
    return None


def first_of(rule: str, at: time | None, ref: datetime) -> date | datetime | None:
    """The first occurrence not before ref."""
    naive = ref.replace(tzinfo=None)
    start = datetime.combine(naive.date(), at or time())
    every = re.sub(";INTERVAL=\\d+", "", rule)  # counted from the first, not from ref
    found = rrulestr(every, dtstart=start).after(naive if at else start, inc=True)
    if found is None:
        return None
    return datetime.combine(found.date(), at) if at else date(found.year, found.month, found.day)


def _nth(word: str | None) -> int:
    if word in (None, "แรก"):
        return 1
    return -1 if word == "สุดท้าย" else number(word.removeprefix("ที่")) or 1
