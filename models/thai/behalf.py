"""Reads a line that speaks for people without a telephone: for whom, how many they are, and what troubles them.

แทน ยายคำ ม.3 กับข้างบ้าน 3 คน บ่อน้ำแห้ง: ยายคำ, four people, "ม.3 บ่อน้ำแห้ง".
"""

import re
from dataclasses import dataclass

from models.thai.normal import arabic, normalise
from models.thai.numbers import SPOKEN, number

MOST = 999
_BEGIN = re.compile(
    r"^(?:ขอ|ช่วย)?\s*(?:แจ้ง|บอก|พูด|รายงาน|ร้อง)?(?:เรื่อง)?\s*แทน(?!ที่จะ|กัน|ไม่|ด้วย|ตัว)(?P<space>\s*)"
)
_TITLE = (
    r"(?:นางสาว|น\.\s?ส\.|นาย|นาง|ด\.\s?[ชญ]\.|เด็กชาย|เด็กหญิง|คุณ(?:ยาย|ตา|ลุง|ป้า|ครู|พ่อ|แม่)?|ผู้เฒ่า"
    r"|(?:พ่อ|แม่)(?:ใหญ่|เฒ่า|แก่|อุ๊ย|หลวง)?|อุ๊ย|ยาย|ตา|ลุง|ป้า|น้า|อา|ปู่|ย่า|พี่|น้อง|หลวง(?:พ่อ|ตา|พี่|ปู่)|ครู"
    r"|บัง|โต๊ะ|ก๊ะ|จ๊ะ|เมาะ|เจ๊|เฮีย|อาม่า|อากง)"
)
_NAME = re.compile(rf"{_TITLE}\s?[ก-๏]{{2,}}")
_BARE = re.compile(r"(?!ที่|คน|ใคร|ฉัน|ผม|หนู|เรา|เขา|กลุ่ม|ทุก|หลาย)[ก-๏]{2,14}(?=\s)")
_VILLAGE_AT_ITS_END = re.compile(r"ม\.\s?\d")
_FORMAL = re.compile(r"(?:นางสาว|น\.\s?ส\.|นาย|นาง|คุณ)")
_SURNAME = re.compile(r"\s([ก-๏]{2,})(?=\s)")
# What follows a name without a space before it: a village, or who else is meant.
_JOINED = re.compile(r"ม\.?\d|หมู่|กับ|และ|พร้อม|บ้านเลขที่")
_TELLS = re.compile(
    r"(?:น้ำ|ไฟ|ถนน|บ่อ|บ้าน|หนี้|ข้าว|ไม่|ป่วย|เดือดร้อน|ขอ|อยาก|โดน|ถูก|ไร้|ขาด|มี|ท่อ|สะพาน|ประปา|ที่ดิน|ฝาย|คลอง"
    r"|นา|ต้น|หลังคา|ฝน|ลม|ยา|เงิน|ค่า|ตก|ล้ม|หมู่|ม\.|ต\.|ตำบล|อ\.|อำเภอ|จ\.|กับ|และ|พร้อม|รวม|ทั้ง|อีก|\d)"
)
_PLACE = re.compile(r"(?:ม\.|หมู่(?:ที่)?|ต\.|ตำบล|อ\.|อำเภอ|จ\.|จังหวัด)\s*\S+")
_OTHERS = (
    r"(?:คน)?(?:ข้างบ้าน|เพื่อนบ้าน|ลูกหลาน|ลูก|หลาน|เหลน|สามี|ภรรยา|เมีย|ผัว|แฟน"
    r"|ครอบครัว|ญาติ|พี่น้อง|เพื่อน|คนในบ้าน|คนอื่น|ชาวบ้าน)"
)
_UNIT = r"(?:คน|ราย|ชีวิต|ครัวเรือน|หลังคาเรือน|ครอบครัว|หลัง)"
_MORE = re.compile(
    rf"(?:กับ|และ|พร้อม(?:กับ|ด้วย)?|รวมถึง|ทั้ง)\s*{_OTHERS}?\s*(?:อีก)?\s*(?<!\d)(?P<n>{SPOKEN})\s*{_UNIT}(?:ด้วยกัน)?"
    rf"|อีก\s*(?<!\d)(?P<n2>{SPOKEN})\s*{_UNIT}"
)
_TOTAL = re.compile(
    rf"(?:รวม(?:เป็น|ทั้งหมด|กัน)?|ทั้งหมด|ด้วยกัน|จำนวน)?\s*(?<!\d)(?P<n>{SPOKEN})\s*{_UNIT}(?:ด้วยกัน)?"
)
_WITH = re.compile(rf"(?:กับ|และ|พร้อม(?:กับ|ด้วย)?)\s*(?:{_NAME.pattern}|{_OTHERS})")
_GROUP = re.compile(
    r"(?:ชาวบ้าน|คนแก่|ผู้สูงอายุ|คนเฒ่าคนแก่|คนพิการ|ผู้ป่วย|เด็ก|เพื่อนบ้าน|คนใน(?:หมู่บ้าน|ชุมชน|ซอย)|ลูกบ้าน)"
    r"\S*?(?=\s|ม\.|หมู่|\d|$)"
)


@dataclass(frozen=True)
class Behalf:
    """`name` is None where a group is meant; `trouble` is what is left: places and what is wrong."""

    name: str | None
    people: int
    trouble: str

    @property
    def tells(self) -> bool:
        """Whether anything is told beside a place."""
        return any(letter.isalpha() for letter in _PLACE.sub(" ", self.trouble))


def read(text: str) -> Behalf | None:
    """For whom a line speaks; None where it speaks for nobody."""
    said = arabic(normalise(text)).strip()
    begun = _BEGIN.match(said)
    if begun is None:
        return None
    rest = said[begun.end() :]
    name = _name(rest) or (_untitled(rest) if begun["space"] else None)
    group = _GROUP.match(rest)
    if group:
        name, left = None, rest[group.end() :]
    elif name:
        left = rest[len(name) :]
    else:
        return None
    people, left = _people(left, alone=1 if name else 0)
    return Behalf(_tidy(name) if name else None, people, _tidy(left))


def begins(text: str) -> bool:
    """Whether a line begins as one that speaks for others."""
    begun = _BEGIN.match(arabic(normalise(text)).strip())
    return begun is not None and bool(begun["space"] or begun.end() == len(normalise(text).strip()))


def _name(rest: str) -> str | None:
    """A title and a name, with the surname where the title is a formal one."""
    found = _NAME.match(rest)
    if found is None:
        return None
    joined = _JOINED.search(found[0], 3)
    end = joined.start() if joined else found.end() - bool(_VILLAGE_AT_ITS_END.match(rest, found.end() - 1))
    surname = _SURNAME.match(rest, end) if _FORMAL.match(rest) and not joined else None
    return rest[: surname.end()] if surname and not _TELLS.match(surname[1]) else rest[:end]


def _untitled(rest: str) -> str | None:
    """A bare name: the first word, where it is none of a trouble."""
    found = _BARE.match(rest)
    return found[0] if found and not _TELLS.match(found[0]) else None


def _people(left: str, alone: int) -> tuple[int, str]:
    """How many they are, and the line without it. Who is joined to one named comes on top."""
    more = _MORE.search(left)
    if more:
        heads = number(more["n"] or more["n2"]) or 0
        total = _TOTAL.search(left[: more.start()] + " " + left[more.end() :])
        if total and "รวม" in total[0]:
            return _people(left[: more.start()] + " " + left[more.end() :], alone)
        return _sane(alone + heads), _without(left, more)
    total = _TOTAL.search(left)
    if total:
        return _sane(number(total["n"]) or 1), _WITH.sub(" ", _without(left, total))
    beside = _WITH.findall(left)
    return _sane(alone + len(beside)), _WITH.sub(" ", left)


def _without(left: str, found: re.Match[str]) -> str:
    return f"{left[: found.start()]} {left[found.end() :]}"


def _sane(people: int) -> int:
    return min(max(people, 1), MOST)


def _tidy(said: str) -> str:
    return " ".join(said.split()).strip(" ,.-:")
