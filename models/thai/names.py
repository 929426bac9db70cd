"""Tells whether a line is somebody's name, as people write it when they are asked for it."""

import re

import regex

LONGEST, MOST_WORDS = 60, 5
_LEAD = re.compile(r"^(?:ฉัน|ผม|ดิฉัน|หนู)?\s*(?:ชื่อ(?:จริง|เต็ม)?|คือ)\s*(?:คือ|ว่า)?\s*")
_END = re.compile(r"\s*(?:นะคะ|นะครับ|ค่ะ|คะ|ครับผม|ครับ|คับ|จ้า|จ้ะ|เจ้า|เด้อ)+\s*$")
_LETTERS = regex.compile(r"[\p{L}\p{M}.'’\- ]{2,}")
_TALK = re.compile(
    r"^(?:ไม่|อยาก|เดี๋ยว|ยัง|ไว้|ขอ|แล้ว|ได้|โอเค|รับทราบ|ตกลง|ใช่|ทราบ|เวที|มี|ไป|ตอบ|ok|okay|yes|no)(?!\w)"
    r"|^(?:ไม่|อยาก|เดี๋ยว|ยังไม่|ไว้|ขอ|เวที)|ไหม|อะไร|กี่|ไหน|เมื่อไ|เมื่อไหร|ทำไม|ยังไง|อย่างไร|หรือเปล่า|หรือยัง|ทีหลัง|ก่อนนะ|มั้ย"
)


def person_name(text: str) -> str | None:
    """The name a line holds; None where it says something else."""
    said = _END.sub("", _LEAD.sub("", " ".join(text.split())))
    is_talk = _TALK.search(said.lower()) is not None
    too_much = len(said) > LONGEST or len(said.split()) > MOST_WORDS
    return said if _LETTERS.fullmatch(said) and not is_talk and not too_much else None
