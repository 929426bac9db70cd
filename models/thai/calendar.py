"""Days and hours as people here say them, in the Buddhist Era, and which days nobody works."""

from __future__ import annotations

import csv
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

BANGKOK = ZoneInfo("Asia/Bangkok")
ERA = 543
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
SHORT_WEEKDAYS = ("จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา.")
MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SATURDAY = 5
_OPENS, _CLOSES = time(8, 30), time(16, 30)  # of offices
_OVERRIDES = Path(__file__).with_name("holidays.csv")


def day_of(when: date) -> date:
    """The day in Thailand; a moment without zone is taken to be Thai time."""
    if not isinstance(when, datetime):
        return when
    return here(when).date()


def here(moment: datetime) -> datetime:
    """The same moment on a clock in Bangkok."""
    return moment.astimezone(BANGKOK) if moment.tzinfo else moment.replace(tzinfo=BANGKOK)


def read_moment(given: str) -> datetime:
    """An ISO time; without an offset it is Bangkok's. ValueError if there is no such moment."""
    found = datetime.fromisoformat(given)
    return found if found.tzinfo else found.replace(tzinfo=BANGKOK)


def say_day(when: date, language: str = "th") -> str:
    """Short: พฤหัสบดี 20 ส.ค. 2569 or Thu 20 Aug 2026 (B.E. 2569)."""
    day = day_of(when)
    if language == "en":
        name, month = ENGLISH_WEEKDAYS[day.weekday()][:3], ENGLISH_MONTHS[day.month - 1][:3]
        return f"{name} {day.day} {month} {day.year} (B.E. {day.year + ERA})"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {SHORT_MONTHS[day.month - 1]} {day.year + ERA}"


def say_short_day(when: date, language: str = "th") -> str:
    """For a button: พฤ. 20 ส.ค. or Thu 20 Aug."""
    day = day_of(when)
    if language == "en":
        return f"{ENGLISH_WEEKDAYS[day.weekday()][:3]} {day.day} {ENGLISH_MONTHS[day.month - 1][:3]}"
    return f"{SHORT_WEEKDAYS[day.weekday()]} {day.day} {SHORT_MONTHS[day.month - 1]}"


def say_date(when: date, language: str = "th") -> str:
    """Long: วันพฤหัสบดีที่ 20 สิงหาคม 2569 or Thursday 20 August 2026 (B.E. 2569)."""
    day = day_of(when)
    if language == "en":
        name, month = ENGLISH_WEEKDAYS[day.weekday()], ENGLISH_MONTHS[day.month - 1]
        return f"{name} {day.day} {month} {day.year} (B.E. {day.year + ERA})"
    return f"วัน{WEEKDAYS[day.weekday()]}ที่ {day.day} {MONTHS[day.month - 1]} {day.year + ERA}"


def say_hour(moment: datetime, language: str = "th") -> str:
    """09.00 น. or 09:00."""
    return say_clock(moment, language) + ("" if language == "en" else " น.")


def say_clock(moment: datetime, language: str = "th") -> str:
    """The hour without its word, for a button: 09.00 or 09:00."""
    return f"{here(moment):%H:%M}" if language == "en" else f"{here(moment):%H.%M}"


def say_moment(moment: datetime, language: str = "th") -> str:
    """Day and hour: พฤหัสบดี 20 ส.ค. 2569 เวลา 09.00 น."""
    joint = ", " if language == "en" else " เวลา "
    return say_day(moment, language) + joint + say_hour(moment, language)


def is_holiday(when: date) -> bool:
    """Whether the whole country has a public holiday; a weekend alone is none."""
    day = day_of(when)
    ruling = _overrides().get(day)
    return day in _public_days(day.year) if ruling is None else ruling


def is_working_day(when: date) -> bool:
    """Neither a weekend nor a national holiday."""
    return day_of(when).weekday() < _SATURDAY and not is_holiday(when)


def next_working_day(when: date) -> date:
    """This day if people work on it, else the first one after it."""
    day = day_of(when)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def a_working_day_later(moment: datetime) -> datetime:
    """The same hour on the next working day; what comes while offices are closed counts from their opening."""
    counted = _in_office_hours(here(moment))
    following = next_working_day(counted.date() + timedelta(days=1))
    return datetime.combine(following, counted.time(), BANGKOK)


def _in_office_hours(at: datetime) -> datetime:
    is_over = at.time() > _CLOSES
    day = next_working_day(at.date() + timedelta(days=1) if is_over else at.date())
    is_open = day == at.date() and at.time() >= _OPENS
    return at if is_open else datetime.combine(day, _OPENS, BANGKOK)


def day_named(name: str, start: date) -> date | None:
    """The first public day with this name in it, from then on; days that stand in for one are left out."""
    for year in (start.year, start.year + 1):
        for day, names in _names_of_days(year):
            if day >= start and any(name in one and not one.startswith("ชดเชย") for one in names.split("; ")):
                return day
    return None


@cache
def _names_of_days(year: int) -> tuple[tuple[date, str], ...]:
    from holidays import country_holidays  # imported late: costs a tenth of a second

    return tuple(sorted(country_holidays("TH", years=year, language="th").items()))


@cache
def _public_days(year: int) -> frozenset[date]:
    from holidays import country_holidays  # imported late: costs a tenth of a second

    return frozenset(country_holidays("TH", years=year))


@cache
def _overrides() -> dict[date, bool]:
    """Late cabinet decisions the package does not know: true adds a holiday, false withdraws one."""
    with _OVERRIDES.open(encoding="utf-8", newline="") as rows:
        return {
            date.fromisoformat(row["date"]): row["holiday"] == "yes"
            for row in csv.DictReader(rows)
            if row["scope"] == "national"
        }
