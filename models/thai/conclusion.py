"""Reads what a secretary types while people talk: "วาระ 2 สรุป เปลี่ยนเครื่องสูบน้ำ ผู้รับไปทำ กองช่าง ภายใน 15 ก.ย."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.thai.calendar import day_of
from models.thai.dates import impossible_date, read_date
from models.thai.normal import arabic, normalise
from models.thai.numbers import SPOKEN, number

COMMUNITY = "ชุมชนทำเอง"  # how it is written down that people do it themselves
MOST_AHEAD = timedelta(days=731)
_NEAR = 18  # letters between ภายใน and its date
_DUE_LENGTH = 60

_VERBS = (
    ("policy", r"(?:ข้อ)?เสนอ(?:เชิง|เป็น)?นโยบาย"),
    ("lesson", "บทเรียน"),
    ("proposal", "ข้อเสนอ(?:ถึงหน่วยงาน)?|เสนอ(?:หน่วยงาน)?"),
    ("agreement", "ข้อตกลง(?:ร่วม)?|ตกลง(?:กัน)?(?:ว่า)?"),
    ("said", "(?:พูด)?คุย(?:กัน)?(?:ว่า)?|หารือ(?:กัน)?(?:ว่า)?"),
    ("concluded", "(?:ข้อ)?สรุป(?:ว่า)?|(?:ลง)?มติ(?:ที่ประชุม)?(?:ว่า)?"),
)
_VERB = "|".join(f"(?P<{name}>{words})" for name, words in _VERBS)
_ITEM = rf"(?:\d{{1,2}}\s*\.\s*)?(?P<item>{SPOKEN})"
_AGENDA = r"(?:ระเบียบ)?วาระ(?:ที่)?"
_AFTER = r"\s*[:：\-–]?\s*"
_HEADS = tuple(
    re.compile(head + _AFTER)
    for head in (
        rf"{_AGENDA}\s*{_ITEM}(?!\d)\s*[.):]?\s*(?:{_VERB})?",
        rf"\d{{1,2}}\s*\.\s*(?P<item>\d{{1,2}})(?!\d)\s*[.):]?\s*(?:{_VERB})",
        rf"(?:{_VERB})\s*(?:ของ)?{_AGENDA}\s*{_ITEM}(?!\d)",
    )
)

_AGENCY = (
    r"อบต|อบจ|อ\.บ\.ต|เทศบาล|เทศบัญญัติ|ที่ว่าการ|อำเภอ|จังหวัด|สำนักงาน|สนง\.?|กรม(?!การ)|กระทรวง|การไฟฟ้า|การประปา|กฟภ|กปภ"
    r"|กอง(?:ช่าง|คลัง|สาธารณสุข|สวัสดิการ|การศึกษา)|ชลประทาน|โรงพยาบาล|รพ\.?สต|รพ\.|ธนาคาร|ธ\.?ก\.?ส|ตำรวจ|สภ\."
    r"|พมจ|ปภ|พอช|แขวงทาง|ทางหลวง|ศูนย์ดำรงธรรม|หน่วยงาน|ราชการ|สาธารณสุข(?:อำเภอ|จังหวัด)|เกษตร(?:อำเภอ|จังหวัด)"
    r"|ป่าไม้|ที่ดิน(?:อำเภอ|จังหวัด)|มหาวิทยาลัย|โรงเรียน|ปศุสัตว์|ประมง(?:อำเภอ|จังหวัด)|พัฒนาที่ดิน|นายอำเภอ|ผู้ว่า"
)
_AN_AGENCY = re.compile(rf"(?:{_AGENCY})")
_SELF = re.compile(r"(?:ชุมชน|ชาวบ้าน|คนในหมู่บ้าน|หมู่บ้าน|พวกเรา|เรา)\s*(?:จะ|ลงมือ|ช่วยกัน)*ทำ(?:กัน)?เอง")
_NOBODY = re.compile(r"ยังไม่มี(?:ผู้|คน)(?:ที่)?(?:รับไปทำ|รับผิดชอบ|รับ|ทำ)|ยังไม่รู้(?:ว่า)?ใคร(?:ทำ|รับ)?")
_TAKER = re.compile(
    r"(?:ผู้|คน)(?:ที่)?(?:จะ)?(?:รับไปทำ|รับไปดำเนินการ|รับผิดชอบ|ดำเนินการ|รับงาน|รับ(?=[\s:])|ทำ(?=[\s:]))"
    r"(?:คือ|เป็น|ได้แก่)?\s*:?|รับไปทำ(?:โดย|คือ)?\s*:?|(?:รับผิดชอบ|ทำ)โดย\s*:?"
    rf"|โดย(?=\s*(?:นาย|นาง|น\.ส\.|คุณ|กำนัน|ผู้ใหญ่|{_AGENCY}))"
)
_NO_DATE = re.compile(r"(?:ยัง)?ไม่(?:มี)?กำหนด(?:วัน|เวลา|เสร็จ)*|ไม่มีกำหนด")
_DONE = r"(?:(?:ให้|แล้ว|จะ|ทำ|ต้อง)*เสร็จ|กำหนด(?:เสร็จ|วัน|ส่ง)?)"
_DUE = re.compile(
    rf"(?:{_DONE}\s*)?(?:ภายใน|ก่อน|ไม่เกิน|ไม่ช้ากว่า)|{_DONE}\s*(?:ใน|วันที่|ถึง|ที่)?\s*(?=\d|วันที่|สิ้น|เดือน|ปลาย|พรุ่งนี้|มะรืน)"
)
_FAR_YEAR = re.compile(r"(?<!\d)(?:2[7-9]|[3-9]\d)\d\d(?!\d)")  # no year anybody means, in either era
_TAIL = re.compile(r"^[\s.,]*(?:2[56]\d\d(?!\d))?\s*(?:นี้)?\s*")
_POLITE = re.compile(r"\s*(?:นะ)?(?:ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ)\s*$")
_EDGES = " \t,;:·-–|/"


@dataclass(frozen=True)
class Due:
    """By when: a day, or what is wrong with what was said: past, impossible, far."""

    day: date | None = None
    wrong: str | None = None


@dataclass(frozen=True)
class Conclusion:
    item: int  # as the agenda numbers it
    verb: str  # concluded, said, agreement, proposal, policy, lesson
    text: str
    taker: str | None = None  # "" where it is said that there is nobody yet
    due: Due = Due()
    no_date: bool = False  # it is said that no day is known yet


def read(text: str, now: datetime) -> Conclusion | None:
    """What is concluded about which item; None where a line is no conclusion."""
    line = _POLITE.sub("", " ".join(text.split()))
    head = next((found for pattern in _HEADS if (found := pattern.match(line))), None)
    item = number(head["item"]) if head else None
    if head is None or item is None:
        return None
    said, rest = head.groupdict(), line[head.end() :]
    verb = next((name for name, _ in _VERBS if said.get(name)), None)
    if verb is None and not _TAKER.search(rest):
        return None
    if verb == "said":
        return Conclusion(item, verb, rest.strip(_EDGES))
    return _taken_apart(item, verb or "concluded", rest, now)


def _taken_apart(item: int, verb: str, rest: str, now: datetime) -> Conclusion:
    rest, no_date = _without(_NO_DATE, rest)
    rest, due = _without_due(rest, now)
    rest, nobody = _without(_NOBODY, rest)
    rest, by_themselves = _without(_SELF, rest)
    text, taker = _taker(rest)
    if by_themselves:
        taker = COMMUNITY
    return Conclusion(item, verb, text, "" if nobody and not taker else taker, due, no_date)


def _without(pattern: re.Pattern[str], rest: str) -> tuple[str, bool]:
    found = pattern.search(rest)
    return (
        (f"{rest[: found.start()].rstrip()} {rest[found.end() :].lstrip()}", True) if found else (rest, False)
    )


def _taker(rest: str) -> tuple[str, str | None]:
    """Who stands behind ผู้รับไปทำ; where nothing does, in front of it."""
    mark = _TAKER.search(rest)
    if mark is None:
        return rest.strip(_EDGES), None
    before, after = rest[: mark.start()].strip(_EDGES), rest[mark.end() :].strip(_EDGES)
    if after:
        again = _TAKER.search(after)
        return before, (after[: again.start()] if again else after).strip(_EDGES) or None
    agencies = [
        found.start() for found in _AN_AGENCY.finditer(before) if before[: found.start()].endswith(" ")
    ]
    cut = agencies[0] if agencies else before.rfind(" ") + 1
    return (before[:cut].strip(_EDGES), before[cut:].strip(_EDGES) or None) if cut else (before, None)


def _without_due(rest: str, now: datetime) -> tuple[str, Due]:
    """The line without its date, and the date; ก่อนหน้าฝน is none."""
    for mark in _DUE.finditer(rest):
        end = next((found.start() for found in _TAKER.finditer(rest, mark.end())), len(rest))
        told = rest[mark.end() : min(end, mark.end() + _DUE_LENGTH)]
        length, due = _dated(told, now)
        if length:
            after = _TAIL.sub("", rest[mark.end() + length :])
            return f"{rest[: mark.start()].rstrip()} {after}".rstrip(), due
    return rest, Due()


def _dated(told: str, now: datetime) -> tuple[int, Due]:
    """How many letters at the beginning tell a day, and which."""
    wrong = impossible_date(told, now)
    if wrong and _begins(told, wrong):
        return _end_of(told, wrong), Due(wrong="impossible")
    found = read_date(f"ภายใน {told}", now)
    span = found.span.removeprefix("ภายใน").strip()
    if found.value is None or not _begins(told, span) or found.value.startswith("T"):
        return 0, Due()
    return _end_of(told, span), due_of(told[: _end_of(told, span) + 6], now)


def _begins(told: str, span: str) -> bool:
    return 0 <= arabic(normalise(told)).find(span) <= _NEAR


def _end_of(told: str, span: str) -> int:
    """Where the words end that were read; normalising changes no more than blanks and marks here."""
    at = arabic(told).lower().find(span)
    return at + len(span) if at >= 0 else len(told)


def due_of(words: str, now: datetime) -> Due:
    """A day by which something is to be done, as people say it; of a stretch its end."""
    if impossible_date(words, now):
        return Due(wrong="impossible")
    if _FAR_YEAR.search(arabic(words)):
        return Due(wrong="impossible")
    value = next(
        (found.value for said in (words, f"ภายใน {words}") if (found := read_date(said, now)).value), None
    )
    day = _day(value)
    return Due() if day is None else checked(day, now)


def checked(day: date, now: datetime) -> Due:
    today = day_of(now)
    if day < today:
        return Due(wrong="past")
    return Due(day, "far" if day > today + MOST_AHEAD else None)


def _day(value: str | None) -> date | None:
    last = (value or "").split("/")[-1].partition("T")[0]
    return date.fromisoformat(last) if last else None


def is_agency(taker: str | None) -> bool:
    """Whether it is an office that is asked: a Forum proposes to it, and cannot agree for it."""
    return bool(taker and _AN_AGENCY.search(taker))
