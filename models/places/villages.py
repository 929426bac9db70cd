"""The village a text names, which no list of places holds: บ้านเหล่า, บ้านโนนทัน; not her house, not บ้านพัง."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from models.places import lexicon, marks
from models.places.words import dictionary
from models.thai.words import Words

_SHORTEST, _LONGEST = 5, 16  # letters of a name
_NO_VILLAGE = "ชาว|ลูก|เพื่อน|หลัง|หน้า|ข้าง|แม่|พ่อ|ไม่ใช่|ไม่ใช่ที่"  # before บ้าน
_HOUSE = re.compile(
    "".join(f"(?<!{word})" for word in _NO_VILLAGE.split("|")) + r"(?:บ้าน|(?<![ก-๙])บ\.\s?)(?!น้ำ)"
)
_ALONE = ("เหล่า", "โนน", "โคก", "ดง", "ดอน", "ทุ่ง", "หนอง", "กุด", "โพน", "ควน", "ซับ", "ม่วง")
_WITH_MORE = (
    *("นา", "ท่า", "วัง", "ป่า", "ศรี", "คำ", "หิน", "ร่อง", "สัน", "โพธิ์", "ไผ่", "ม่วง", "บ่อ", "ขาม"),
    *("หาด", "ปาง", "สระ", "ค้อ", "หัว", "ปาก", "ต้น", "ทราย", "ทับ", "พระ", "เนิน", "ลาด", "แหลม"),
)
_NAME_IS_OVER = re.compile(
    r"[^ก-๙]|น้ำ(?:$|ท่วม|ไม่|บ่|เข้า|ขึ้น|แล้ง|เสีย|ประปา|หลาก|ล้น|กิน|ใช้|มา|ป่า)|ไฟ|ฝน|ลม|ถนน|หลังคา"
    r"|(?:คน|มี|ไม่|บ่|แล้ง|ท่วม|พัง|ขาด|ดับ|เสีย|หนัก|มาก|แล้ว|เลย|ก็|กับ|และ|ที่|ของ|อยู่|มา|ไป|โดน|ถูก|เกิด|ทั้ง|ยัง|จะ"
    r"|นะ|ค่ะ|คะ|ครับ|จ้า|จ้ะ|เด้อ|เจ้า|ต้อง|ขอ|อยาก|ช่วย|เป็น|ตอน|ตั้งแต่|เมื่อ|วัน|หมู่|ตำบล|อำเภอ|จังหวัด|บ้าน|สะพาน|ท่อ"
    r"|ดิน|สอง|สาม|สี่|ห้า|หลัง|ทาง|ล้น|ขยะ|ตัน|เดือดร้อน|ไหม้|ร้อง|แจ้ง|ทำ|กำลัง|ใน|ให้|หมด|หลาย|ทุก)$"
)


def village_in(text: str) -> str | None:
    """Its name as it was written, with the บ้าน before it."""
    words = Words(text)
    names = (_name(text, words, match.end()) for match in _HOUSE.finditer(text))
    return next((f"บ้าน{name}" for name in names if name), None)


def _name(text: str, words: Words, start: int) -> str | None:
    listed = _listed(text, start)
    whole = _fitting([listed, *_pieces(words, start + len(listed))])
    if listed or marks.LIKE_A_VILLAGE.match(whole):
        return whole
    first = next(iter(_pieces(words, start)), "")
    return whole if first in _ALONE or (first in _WITH_MORE and whole != first) else None


def _listed(text: str, start: int) -> str:
    """The name of a tambon, which villages bear too, unless it is an everyday word."""
    name = lexicon.nested_names().longest(text, start) or ""
    is_word = name in dictionary() and not name.startswith(_WITH_MORE)
    return "" if len(name) < _SHORTEST or is_word else name


def _pieces(words: Words, start: int) -> Iterator[str]:
    return takewhile(lambda word: not _NAME_IS_OVER.match(word), words.after(start))


def _fitting(pieces: Iterable[str]) -> str:
    name = ""
    for piece in pieces:
        if len(name + piece) > _LONGEST:
            break
        name += piece
    return name
