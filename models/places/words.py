"""Whether a bare name stands as a word of its own, and is not cut out of ขอน|แก่นสาร."""

import re
from functools import cache

from models.places.lexicon import between_letters

_LONGEST = 12
_NEWS = re.compile("น้ำ|ไฟ|ฝน|ดิน|ลม|ถนน|คน|มี|ไม่|แล้ง|ป่า|ช้าง|ควัน|ฝุ่น|หมอก|ตลาด|บ้าน|ทาง|แล้ว|หนัก|นะ|ค่ะ|ครับ")
_GLUED = re.compile("(?:จังหวัด|เมือง|นคร|ชาว|อำเภอ|ตำบล|เขต)")

_OF = re.compile("(?:คน|ชาว|ที่|แถว|อยู่|ใน|จาก)$")


@cache
def dictionary() -> frozenset[str]:
    """Thai's everyday words."""
    from pythainlp.corpus import thai_words  # imported late: the command line must start fast

    return frozenset(thai_words())


def stands_alone(text: str, start: int, end: int) -> bool:
    """No longer word holds the name, and no word reaches into it from either side."""
    if isolated(text, start, end):
        return True
    return not (_held(text, start, end) or _cut_right(text, start, end) or _cut_left(text, start, end))


def isolated(text: str, start: int, end: int) -> bool:
    """Between blanks or the text's ends."""
    return not (text[start - 1 : start] if start else "").strip() and not text[end : end + 1].strip(" ,./ๆฯ")


def _held(text: str, start: int, end: int) -> bool:
    words = dictionary()
    for left in range(max(0, start - _LONGEST), start + 1):
        for right in range(end, min(len(text), end + _LONGEST) + 1):
            longer = right - left > end - start
            if longer and text[left:right] in words and not _GLUED.match(text, left, start):
                return True
    return False


def _cut_right(text: str, start: int, end: int) -> bool:
    if _NEWS.match(text, end):
        return False
    words = dictionary()
    heads = [cut for cut in range(start + 2, end) if text[start:cut] in words]
    tails = range(end + 1, min(len(text), end + _LONGEST) + 1)
    return any(text[cut:to] in words and between_letters(text, cut, to) for cut in heads for to in tails)


def _cut_left(text: str, start: int, end: int) -> bool:
    if _OF.search(text, 0, start):
        return False
    words = dictionary()
    cuts = [cut for cut in range(start + 1, end - 1) if text[cut:end] in words]
    return any(text[left:cut] in words for cut in cuts for left in range(max(0, start - _LONGEST), start))
