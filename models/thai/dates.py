"""Reads the day, the hour or the stretch of time that a Thai sentence names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from models.thai import clocks, days, recurrences, retelling, stretches
from models.thai.calendar import here
from models.thai.clocks import Clock
from models.thai.found import Days
from models.thai.normal import arabic, normalise
from models.thai.numbers import SPOKEN, number

_NO_DATES = re.compile(
    r"0\d{1,2}[-\s]?\d{3}[-\s]?\d{3,4}|(?:บ้านเลขที่|เลขที่|ครั้งที่|ที่\s*พม\.?|ซอย|ม\.|หมู่)\s*\d+(?:/\d+)?(?:/\d+)?"
    r"|(?<!\d)\d+(?:\.\d+)?\s*(?:ซม|เมตร|กม|บาท|คน|ชุด|ไร่|กิโล)"
    r"|(?:อัตรา(?:ส่วน)?|สัดส่วน|สเกล|มาตราส่วน)\s*\d+\s*:\s*\d+|(?<!\d)\d+/\d+\s*(?:นิ้ว|หุน|ถ้วย|ไร่)|เที่ยง(?=ธรรม|แท้)|กี่\s*(?:โมง|ทุ่ม|วัน|เดือน)|ทุ่ม(?=เท|เงิน|งบ|ทุน|ตัว|สุด)"
    rf"|ตี\s*{SPOKEN}\s*(?:ที|ครั้ง|หน|คน|ตัว)|(?:ลอย|ดาว|อัง)\s*อังคาร|ดาว(?:พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อังคาร|จันทร์)"
    r"|(?:นาย|นาง(?:สาว)?|น\.ส\.|ลุง|ป้า|ยาย|ตา|พี่|น้อง|น้า|อา|ครู|หมอ|กำนัน|ผู้ใหญ่|แม่|พ่อ|ไอ้|อี)(?:จันทร์|อังคาร|พุธ|ศุกร์|เสาร์|อาทิตย์)"
)
_IN_HOURS = re.compile(rf"อีก\s*(?:(?P<half>ครึ่ง)\s*ชั่วโมง|(?P<n>{SPOKEN})\s*(?P<unit>ชั่วโมง|ชม\.?|นาที))")
_HOURS_AGO = re.compile(rf"(?P<n>{SPOKEN})\s*(?P<unit>ชั่วโมง|ชม\.?|นาที)(?:ที่แล้ว|ก่อน)")
_UNTIL = re.compile(r"^\s*(?:น\.?)?\s*(?:-|–|(?:ไป)?(?:จน)?ถึง|ยัน|จน|ไปถึง)\s*$")
_LAST_NIGHT = "เมื่อคืน"
_LAST_NIGHT_ENDS = 6


@dataclass(frozen=True)
class DateReading:
    kind: str  # date, datetime, time, interval, recurrence or null
    value: str | None = None
    alternatives: tuple[str, ...] = ()
    span: str = ""
    rule: str | None = None  # RRULE of a recurrence


NOTHING = DateReading("null")


def read_date(text: str, ref: datetime) -> DateReading:
    """What the text says of time, seen from ref; kind null when it says nothing sure."""
    ref, text = here(ref), retelling.retold(_cleared(text))
    whole = _read(text, ref)
    for part in retelling.moved(text):
        found = _read(part, ref)
        if found.kind == "time" and found.value and whole.kind == "datetime" and whole.value:
            return DateReading("datetime", whole.value.partition("T")[0] + found.value, (), found.span)
        if found.kind != "null":
            return found
    return whole


def _read(text: str, ref: datetime) -> DateReading:
    if days.impossible(text, ref.date()):
        return NOTHING
    return _soon(text, ref) or _again(text, ref) or _once(text, ref)


def impossible_date(text: str, ref: datetime) -> str | None:
    """The words naming a day no calendar has, as 31 ก.พ.; None when there are none."""
    return days.impossible(_cleared(text), here(ref).date())


def _cleared(text: str) -> str:
    """Normalised, with numbers that are no dates struck out letter by letter, so that places stay."""
    return _NO_DATES.sub(lambda found: "#" * len(found.group()), arabic(normalise(text)))


def _soon(text: str, ref: datetime) -> DateReading | None:
    found = _IN_HOURS.search(text) or _HOURS_AGO.search(text)
    if not found:
        return None
    said = found.groupdict()
    minutes = 30 if said.get("half") else (number(said["n"]) or 0) * (1 if said["unit"] == "นาที" else 60)
    ahead = timedelta(minutes=minutes if found.re is _IN_HOURS else -minutes)
    return DateReading("datetime", _said(ref + ahead), (), found.group())


def _again(text: str, ref: datetime) -> DateReading | None:
    found = recurrences.read_recurrence(text)
    if not found:
        return None
    rule, start, end = found
    hours = clocks.read_clocks(text, (start, end))
    first = recurrences.first_of(rule, hours[0].at if hours else None, ref)
    return DateReading("recurrence", _said(first), (), text[start:end], rule) if first else None


def _once(text: str, ref: datetime) -> DateReading:
    day = stretches.read_days(text, ref.date())
    hours = clocks.read_clocks(text, (day.start, day.end) if day else (0, 0))
    if day is None:
        return _hours_alone(hours, text) if hours else NOTHING
    start, end = day.start, day.end
    if hours and (day.last is None):
        start, end = min(start, hours[0].start), max(end, hours[-1].end)
        return _at(day, hours, text, text[start:end].strip())
    kind = "interval" if day.last else "date"
    others = tuple(_stretch(*other) for other in day.others)
    return DateReading(kind, _stretch(day.first, day.last), others, text[start:end].strip())


def _at(day: Days, hours: list[Clock], text: str, span: str) -> DateReading:
    first = _shifted_night(day.first, hours[0].at, text)
    until = _until(hours, text)
    if until:
        last = first + timedelta(days=until < hours[0].at)  # into the night
        value = f"{_said(datetime.combine(first, hours[0].at))}/{_said(datetime.combine(last, until))}"
        return DateReading("interval", value, (), span)
    moments = [datetime.combine(other, hours[0].at) for other, _ in day.others]
    if hours[0].other:
        moments.append(datetime.combine(first, hours[0].other))
    return DateReading(
        "datetime", _said(datetime.combine(first, hours[0].at)), tuple(map(_said, moments)), span
    )


def _hours_alone(hours: list[Clock], text: str) -> DateReading:
    span, until = text[hours[0].start : hours[-1].end], _until(hours, text)
    if until:
        return DateReading("interval", f"{_hour(hours[0].at)}/{_hour(until)}", (), span)
    others = (_hour(hours[0].other),) if hours[0].other else ()
    return DateReading("time", _hour(hours[0].at), others, span)


def _until(hours: list[Clock], text: str) -> time | None:
    if len(hours) < 2 or not _UNTIL.match(text[hours[0].end : hours[1].start]):
        return None
    return hours[1].at


def _shifted_night(day: date, at: time, text: str) -> date:
    """Last night at nine was yesterday; last night at two was today."""
    if _LAST_NIGHT in text and at.hour >= _LAST_NIGHT_ENDS and "เมื่อวาน" not in text:
        return day - timedelta(days=1)
    return day


def _stretch(first: date, last: date | None) -> str:
    return f"{first.isoformat()}/{last.isoformat()}" if last else first.isoformat()


def _said(when: date) -> str:
    return f"{when:%Y-%m-%dT%H:%M}" if isinstance(when, datetime) else when.isoformat()


def _hour(at: time | None) -> str:
    return f"T{at:%H:%M}" if at else ""
