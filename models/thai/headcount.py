"""How many people does a line name? สามคน, 5 คน, ๑๒, อยู่กันสองคน; figures or spoken numbers."""

import re

from models.thai.normal import arabic, normalise
from models.thai.numbers import SPOKEN, number

_COUNTED = re.compile(rf"(?P<n>\d{{1,4}}|{SPOKEN})\s*(?:คน|ท่าน|ชีวิต|ราย)")
_BARE = re.compile(rf"^(?:ประมาณ|ราว|สัก|ซัก)?\s*(?P<n>\d{{1,4}}|{SPOKEN})\s*(?:ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ|นะ)*$")


def headcount(text: str) -> int | None:
    """The people counted in a text, or a number that stands alone; None if there is none."""
    told = arabic(normalise(text)).strip()
    found = _COUNTED.search(told) or _BARE.match(told)
    return number(found["n"]) if found else None
