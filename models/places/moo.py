"""The number of a village: หมู่ที่ 5, ม.5, หมู่ห้า; not a school's ม.5, nor 5 ม. of water."""

import re

_NAMES = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ", "สิบเอ็ด", "สิบสอง")
_WORDS = {word: number for number, word in enumerate(_NAMES, 1)}
_SHORT = "ม"
_MOO = re.compile(
    r"(?:หมู่\s?ที่|หมู่|(?<!\d)(?:(?<![ก-๙])(?:ม\.\s?ที่|ม\.?(?=\d)|(?<!\d\s)ม\.?)|(?<=[ก-๙])(?<!โรงเรียน)(?<!เรียน)(?<!ชั้น)(?<!จบ)(?<!ลูก)(?<!เด็ก)(?<!ก)ม\.(?=\d))|(?<![a-z])moo)[\s.]*"
    rf"(?P<number>\d{{1,2}}(?![\d/:.]\d|\d)|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
    r"(?!\s?(?:ค\.|ซม|เมตร|บาท|เณร))"
)
_SCHOOL = re.compile(r"(?:ชั้น|(?<!โรง)เรียน|เทอม|ทุน|เด็ก|จบ|ลูก|สอบ|ถึง|ครู|ห้อง|รุ่น)\s?\S{0,6}\s?$")
_SCHOOL_IS_NEAR = 14


def moo_in(text: str) -> int | None:
    """The village's number; none when two are named."""
    found = {_value(match["number"]) for match in _MOO.finditer(text) if not _is_school(text, match)} - {0}
    return found.pop() if len(found) == 1 else None


def _value(number: str) -> int:
    return _WORDS.get(number) or int(number)


def _is_school(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    return match[0].startswith(_SHORT) and bool(_SCHOOL.search(text, max(0, start - _SCHOOL_IS_NEAR), start))
