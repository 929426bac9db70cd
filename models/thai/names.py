"""Tells whether a line is somebody's name, or a list of names, as people write them when they are asked."""

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

_BETWEEN = re.compile(r"[,;、\n]|และ|กับ")
_NUMBERED = re.compile(r"^\s*[0-9๐-๙]{1,3}\s*[.)]\s*")
_ON_A_LIST = regex.compile(r"\p{L}[\p{L}\p{M}\p{Nd}.'’()\- ]+")
_FEWEST = 2  # letters of a name


def listed_names(text: str) -> tuple[list[str], list[str]]:
    """The names of a line or of a list, each once; and what stands between them and is none."""
    names: list[str] = []
    unread: list[str] = []
    for part in _BETWEEN.split(text):
        said = " ".join(_END.sub("", _NUMBERED.sub("", part)).split())
        if said and _is_on_a_list(said):
            names += [said] if said not in names else []
        elif said:
            unread.append(said)
    return names, unread


def _is_on_a_list(said: str) -> bool:
    """ "ยายคำ ม.5" is a name here; "ไป 2 คน" is not."""
    letters = sum(letter.isalpha() for letter in said)
    readable = _ON_A_LIST.fullmatch(said) is not None and letters >= _FEWEST
    return (
        readable
        and len(said) <= LONGEST
        and len(said.split()) <= MOST_WORDS
        and not _TALK.search(said.lower())
    )


def person_name(text: str) -> str | None:
    """The name a line holds; None where it says something else."""
    said = _END.sub("", _LEAD.sub("", " ".join(text.split())))
    is_talk = _TALK.search(said.lower()) is not None
    too_much = len(said) > LONGEST or len(said.split()) > MOST_WORDS
    return said if _LETTERS.fullmatch(said) and not is_talk and not too_much else None
