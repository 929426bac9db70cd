"""Parts a line into what it says and what it denies: หมู่ 7 ไม่ใช่หมู่ 5, ไม่ใช่น้ำท่วม น้ำไม่ไหล."""

import re

_PLACE = r"(?:หมู่(?:ที่)?|ม\.|ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)"
_NOT = "(?:ไม่ใช่|มิใช่|บ่ใช่|บ่แม่น)(?!แค่|เพียง|เฉพาะ|ว่า)"
_DENIED = re.compile(
    rf"(?:^{_NOT}(?=\S|\s*{_PLACE})|(?<=\S)\s*{_NOT}\s*)"  # at the beginning, before a blank, it is a bare no
    rf"\s*(?:อยู่|ที่(?!\s)|เรื่อง)*(?P<what>(?:{_PLACE}\s*)?\S+?)(?=\s|แต่|เป็น|$)"
)
_NO = re.compile(rf"^{_NOT}(?=\s|$)")


def parted(text: str) -> tuple[str, str]:
    """What holds, and what does not."""
    denied = [found["what"] for found in _DENIED.finditer(text)]
    holds = _NO.sub("", _DENIED.sub(" ", text))
    return " ".join(holds.split()), " ".join(denied)
