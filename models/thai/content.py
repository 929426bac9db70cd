"""The words of a text that say what it is about: without small words, numbers and what every report says."""

from __future__ import annotations

import re
from functools import cache

from models.thai.dialects import central
from models.thai.normal import normalise

_THAI = re.compile("[ก-๎]{2,}")
# What people say in a report of anything; that two of them say it makes no likeness.
_IN_EVERY_REPORT = """
    ชาวบ้าน บ้าน หมู่บ้าน หมู่ ตำบล อำเภอ จังหวัด ชุมชน คน พวก เรา แจ้ง เรื่อง ปัญหา เดือดร้อน ลำบาก ช่วย ช่วยเหลือ หน่วยงาน แก้ไข ดูแล
    วัน วันนี้ เมื่อวาน เดือน ปี ตอนนี้ สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ หลัง ครัวเรือน ไหว ทั้งหมด สวัสดี ขอบคุณ ครับ ค่ะ คะ จ้า
"""


def words_in_order(text: str) -> tuple[str, ...]:
    """Every word as it stands, in central Thai."""
    from pythainlp.tokenize import word_tokenize  # imported late: its dictionary costs half a second

    return tuple(word_tokenize(central(normalise(text)), engine="nlpo3"))


def content(text: str) -> frozenset[str]:
    return frozenset(word for word in words_in_order(text) if _says_something(word))


def _says_something(word: str) -> bool:
    return bool(_THAI.fullmatch(word)) and word not in _small()


@cache
def _small() -> frozenset[str]:
    from pythainlp.corpus import thai_stopwords

    return frozenset((*thai_stopwords(), *_IN_EVERY_REPORT.split()))
