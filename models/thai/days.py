"""Reads days and stretches of days: 15 ส.ค. 69, มะรืน, เสาร์หน้า, ต้นเดือนหน้า, วันพระหน้า."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from models.thai import by_months, feasts, months
from models.thai.by_months import weekday_of
from models.thai.calendar import ERA
from models.thai.found import Days
from models.thai.numbers import SPOKEN, number

_YEAR = r"(?:\s*(?:พ\.ศ\.|พศ|ค\.ศ\.|คศ|ปี)?\s*(?P<year>(?:25|20)\d\d|[67]\d)(?!\d|[.:]\d|\s*คน))?"
_WEEKDAY = r"(?P<weekday>จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)"
# A weekday without วัน stands by itself or after such a word: not in โนนจันทร์.
_BEFORE_WEEKDAY = (
    "ถึง", "ยัน", "และ", "กับ", "หรือ", "เป็น", "จาก", "ทุก", "เช้า", "บ่าย",
    "คืน", "เย็น", "นัด", "ไป", "มา", "ให้", "ก่อน", "หลัง", "ภายใน", "แต่",
    "ตั้งแต่", "คือ", "เอา", "ได้", "ว่า", "วาง", "เจอ", "ประชุม",
)  # fmt: skip
_BARE = "(?:(?<![ก-๛])" + "".join(f"|(?<={word})" for word in _BEFORE_WEEKDAY) + ")"
_WAS_BEFORE = re.compile(r"เมื่อ\s*(?:วันที่)?\s*(?:วัน\S*\s*ที่)?\s*$")
_WAS_AFTER = re.compile(r"\s*(?:ที่ผ่านมา|ที่แล้ว|ปีก่อน|ปีที่แล้ว)")
# วันเสาร์ที่แล้ว, สองอาทิตย์ก่อน: what stands there before it makes it another reader's.
_NOT_A_WEEK = re.compile(rf"(?:จันทร์|อังคาร|พุธ|พฤหัส|พฤหัสบดี|ศุกร์|เสาร์|{SPOKEN}\s*)$")
_NEAR = 24  # letters before a day that tell what it is
_LEAP_YEAR = 2028  # without a year 29 February may be meant
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


Reader = Callable[[re.Match[str], date], "Days | None"]


def one(text: str, today: date) -> Days | None:
    """The first day or stretch that is named; the more exact way of saying wins."""
    for pattern, reader in _READERS:
        for match in pattern.finditer(text):
            found = reader(match, today)
            if found:
                return found
    return None


def impossible(text: str, today: date) -> str | None:
    """The words of a day that no calendar has."""
    for pattern in (_DATE, _SLASHES):
        for match in pattern.finditer(text):
            day, month, year = _parts(match)
            if not months.exists(months.common_era(year) if year else _LEAP_YEAR, month, day):
                return match.group().strip()
    return None


def _parts(match: re.Match[str]) -> tuple[int, int, int | None]:
    said = match.groupdict()
    month = int(said["month"]) if said["month"].isdecimal() else months.month_of(said["month"])
    return int(said["day"]), month, int(said["year"]) if said.get("year") else None


def _on(day: int, month: int, year: int | None, today: date) -> date | None:
    """That day; without a year its next occurrence."""
    if year is not None:
        year = months.common_era(year)
        return date(year, month, day) if months.exists(year, month, day) else None
    for candidate in range(today.year, today.year + 5):
        if months.exists(candidate, month, day) and date(candidate, month, day) >= today:
            return date(candidate, month, day)
    return None


def _date(match: re.Match[str], today: date) -> Days | None:
    day = _on(*_parts(match), today)
    if day and _is_past(match) and not match.groupdict().get("year") and day > today:
        day = _on(day.day, day.month, day.year - 1 + ERA, today)
    return Days(day, *match.span()) if day else None


def _before(match: re.Match[str]) -> str:
    """The letters that stand right before it."""
    return match.string[max(0, match.start() - _NEAR) : match.start()]


def _is_past(match: re.Match[str]) -> bool:
    """เมื่อวันที่ 5 ส.ค., ตั้งแต่ 28 ก.ย. ที่ผ่านมา"""
    return bool(_WAS_BEFORE.search(_before(match)) or _WAS_AFTER.match(match.string, match.end()))


def _stretch(match: re.Match[str], today: date) -> Days | None:
    day, month, year = _parts(match)
    last = _on(day, month, year, today)
    if not last:
        return None
    said = match.groupdict()
    start_month = months.month_of(said["month0"]) if said.get("month0") else month
    first = _on(int(said["day0"]), start_month, last.year, today)
    return Days(first, *match.span(), last=last) if first and first <= last else None


def _iso(match: re.Match[str], today: date) -> Days | None:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    year = months.common_era(year)
    return Days(date(year, month, day), *match.span()) if months.exists(year, month, day) else None


def _day_of_month(match: re.Match[str], today: date) -> Days | None:
    day, ahead = int(match["day"]), {"หน้า": 1, "นี้": 0}.get(match["which"] or "")
    before = _before(match)
    if (
        ahead is None
        and re.search(r"(?:ตั้งแต่|เมื่อ)\s*$", before)
        and ("แล้ว" in match.string or before.endswith("เมื่อ"))
    ):
        month = months.shifted(today, -1 if day > today.day else 0)
        return (
            Days(month.replace(day=day), *match.span())
            if months.exists(month.year, month.month, day)
            else None
        )
    for by in (ahead,) if ahead is not None else range(13):
        first = months.shifted(today, by)
        if months.exists(first.year, first.month, day) and (
            ahead is not None or first.replace(day=day) >= today
        ):
            return Days(first.replace(day=day), *match.span())
    return None


def _weekend(match: re.Match[str], today: date) -> Days:
    monday = today - today.weekday() * _DAY + (_WEEK if match["which"] == "หน้า" else 0 * _DAY)
    return Days(monday + 5 * _DAY, *match.span(), last=monday + 6 * _DAY)


def _week(match: re.Match[str], today: date) -> Days:
    by = {"หน้า": 1, "นี้": 0}.get(match["which"], -1)
    monday = today - today.weekday() * _DAY + by * _WEEK
    others: tuple[tuple[date, date | None], ...] = ()
    if match["word"] == "อาทิตย์" and by == 1:
        others = ((monday - _DAY, None), (monday + 6 * _DAY, None))
    return Days(monday, *match.span(), last=monday + 6 * _DAY, others=others)


def _weekday(match: re.Match[str], today: date) -> Days:
    at = weekday_of(match["weekday"])
    monday = today - today.weekday() * _DAY
    following = today + ((at - today.weekday() - 1) % 7 + 1) * _DAY
    which = (match["which"] or "").replace(" ", "")
    if not which and _before(match).rstrip().endswith("เมื่อ"):
        which = "ที่ผ่านมา"
    if which in ("ที่ผ่านมา", "ที่แล้ว", "ก่อน"):
        return Days(following - _WEEK - (_WEEK if at == today.weekday() else 0 * _DAY), *match.span())
    if which in ("หน้า", "สัปดาห์หน้า", "อาทิตย์หน้า"):
        ahead = monday + _WEEK + at * _DAY
        unsure = which == "หน้า" and following != ahead
        return Days(ahead, *match.span(), others=((following, None),) if unsure else ())
    return Days(monday + at * _DAY if which == "นี้" and at >= today.weekday() else following, *match.span())


def _relative(match: re.Match[str], today: date) -> Days:
    by = {"มะรืน": 2, "พรุ่งนี้": 1, "เมื่อวานซืน": -2, "เมื่อวาน": -1, "เมื่อคืน": 0}.get(match["word"], 0)
    return Days(today + by * _DAY, *match.span())


def _counted(match: re.Match[str], today: date) -> Days | None:
    n = number(match["n"])
    if n is None:
        return None
    if match["unit"] == "เดือน":
        first = months.shifted(today, n)
        return Days(
            first.replace(day=min(today.day, months.last_day(first.year, first.month).day)), *match.span()
        )
    return Days(today + n * (_DAY if match["unit"] == "วัน" else _WEEK), *match.span())


def _counted_back(match: re.Match[str], today: date) -> Days | None:
    n = number(match["n"])
    return None if n is None else Days(today - n * (_DAY if match["unit"] == "วัน" else _WEEK), *match.span())


def _feast(match: re.Match[str], today: date) -> Days | None:
    found = feasts.find(match.group(), today)
    return Days(found[0], *match.span(), last=found[1]) if found else None


_DAY_MONTH = rf"(?P<day>\d{{1,2}})\s*(?:เดือน)?\s*(?P<month>{months.PATTERN})(?![ก-ฮ]*ง)\.?{_YEAR}"
_DATE = re.compile(rf"(?<![\d/])(?<!\d\.){_DAY_MONTH}")
_SLASHES = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?:/(?=\d{1,2}(?!\d))|-(?=\d{1,2}-))(?P<month>\d{1,2})(?:[/-](?P<year>(?:25|20)\d\d|\d\d))?(?![\d/-])"
)


def _exact_readers() -> Iterator[tuple[str | re.Pattern[str], Reader]]:
    dash = r"\s*(?:-|–|ถึง)\s*"
    yield (
        rf"(?<!\d)(?P<day0>\d{{1,2}})\s*(?:(?P<month0>{months.PATTERN})\.?)?{dash}{_DAY_MONTH}",
        _stretch,
    )
    yield r"(?<!\d)(?P<year>(?:25|20)\d\d)-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)", _iso
    yield _DATE, _date
    yield _SLASHES, _date
    yield rf"เดือน\s*(?P<month>{months.PATTERN})\s*วันที่\s*(?P<day>\d{{1,2}}){_YEAR}", _date
    yield rf"วันที่\s*(?P<day>\d{{1,2}})\s*เดือน\s*(?P<month>\d{{1,2}}){_YEAR}", _date
    yield (
        rf"วันที่\s*(?P<day0>\d{{1,2}}){dash}(?:วันที่\s*)?(?P<day>\d{{1,2}})\s*เดือน(?P<which>หน้า|นี้)",
        by_months.days_of_month,
    )
    yield (
        rf"(?:วัน)?{_WEEKDAY}\s*(?P<nth>แรก|สุดท้าย|ที่\s*{SPOKEN})\s*ของ\s*เดือน\s*(?P<of>หน้า|นี้|{months.PATTERN}){_YEAR}",
        by_months.nth_weekday,
    )
    year0 = r"(?:\s*(?:พ\.ศ\.)?\s*(?P<year0>25\d\d|[67]\d(?!\d)))?"
    yield (
        rf"(?<!\d)(?<!\d )(?P<month0>{months.PATTERN}){year0}{dash}(?:เดือน)?\s*(?P<month>{months.PATTERN}){_YEAR}",
        by_months.month_to_month,
    )
    yield r"ปีงบ(?:ประมาณ)?\s*(?:พ\.ศ\.)?\s*(?P<year>25\d\d|[67]\d)(?!\d)", by_months.budget_year


def _looser_readers() -> Iterator[tuple[str, Reader]]:
    yield r"วันที่\s*(?P<day>\d{1,2})(?!\d|[/-]\d)(?:\s*เดือน(?P<which>หน้า|นี้))?", _day_of_month
    yield feasts.PATTERN, _feast
    yield rf"(?P<part>ต้น|กลาง|ปลาย|สิ้น)?(?P<name>เดือน(?:หน้า|นี้|ที่แล้ว|ก่อน)|เดือน{months.PATTERN})", by_months.month
    yield rf"(?P<part>ต้น|กลาง|ปลาย|สิ้น)?(?P<name>{months.PATTERN})(?=นี้|\s*$)", by_months.month
    yield r"(?P<part>ต้น|กลาง|ปลาย|สิ้น)เดือน(?!ที่|ก่อน|ละ)", by_months.part_of_month
    yield r"(?<!ของ)ปี(?P<which>หน้า|ที่แล้ว|ก่อน)(?!\s*วัน|\s*เดือน)", by_months.next_year
    yield r"สิ้นปี(?P<next>หน้า)?", by_months.year_end
    yield r"เสาร์\s*-?\s*อาทิตย์\s*(?P<which>นี้|หน้า)?", _weekend
    yield (
        r"(?<!วัน)(?P<word>สัปดาห์|อาทิตย์)\s*(?P<which>หน้า|นี้|ที่แล้ว|ก่อน)",
        lambda match, today: None if _NOT_A_WEEK.search(_before(match)) else _week(match, today),
    )
    yield rf"(?:อีก|ภายใน)\s*(?P<n>{SPOKEN})\s*(?P<unit>วัน|อาทิตย์|สัปดาห์|เดือน)(?!ที่)", _counted
    which = r"(?P<which>ที่ผ่านมา|ที่แล้ว|ก่อน|(?:สัปดาห์|อาทิตย์)?หน้า|นี้|ที่จะถึง(?:นี้)?)?"
    yield rf"(?:วัน|{_BARE}){_WEEKDAY}\s*{which}", _weekday
    yield rf"(?P<n>{SPOKEN})\s*(?P<unit>วัน|อาทิตย์|สัปดาห์)(?:ที่แล้ว|ก่อน)", _counted_back
    yield "(?P<word>พรุ่งนี้|มะรืน|เมื่อวานซืน|เมื่อวาน|เมื่อคืน|วันนี้|คืนนี้|เย็นนี้|เช้านี้|บ่ายนี้)(?:นี้)?", _relative


_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader) for pattern, reader in (*_exact_readers(), *_looser_readers())
)
