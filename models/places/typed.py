"""Finds places by the name somebody typed when asked where they live, misspelt ones too."""

import re
from collections.abc import Iterable
from functools import cache

from models.places import lexicon
from models.places.centres import warm as warm_centres
from models.places.gazetteer import codes, dictionary_order, name
from models.places.reading import in_text
from models.places.reading import warm as warm_reading
from models.places.spelling import near_spellings
from models.thai.normal import arabic, normalise

_BEFORE_A_NAME = re.compile(
    r"^(?:บ้าน(?:ผม|ฉัน|หนู|ของ)?อยู่|อยู่ที่|อยู่|ที่|แถว|จังหวัด|อำเภอ|เขต|ตำบล|แขวง|เทศบาล(?:ตำบล|เมือง|นคร)?|อบต\.?|[จอต]\.)\s*"
)
_AFTER_A_NAME = re.compile(r"(?:นะ)?(?:ครับ|คับ|ค่ะ|คะ|จ้า|จ้ะ|ครับผม)?[\s.]*$")
_LETTERS_TO_BEGIN = 2


def search(name: str, within: str | None = None, limit: int = 10) -> tuple[str, ...]:
    """Places that may be meant, best first; `within` keeps to one province or district."""
    text = arabic(normalise(name))
    found = in_text(text, within)
    said = [found.code] if found.code else list(found.candidates)
    if len(said) == 1 and len(said[0]) < 6:
        finer = _misspelt(text, said[0])
        said = [*finer, *said] if found.level == "province" else [*said, *finer]
    offered = _within([*said, *_named(text)], within) or _misspelt(text, within or "")
    return tuple(dict.fromkeys(offered))[:limit]


def _within(found: Iterable[str], within: str | None) -> list[str]:
    return [code for code in found if code.startswith(within or "") and code != within]


def _named(text: str) -> list[str]:
    """Exactly this name at any level, then names that begin with it."""
    asked = _stripped(text)
    spoken = [*lexicon.province_names().codes(asked), *lexicon.district_names().codes(asked)]
    same = [code for code in codes() if name(code) == asked]
    longer = [code for code in codes() if name(code).startswith(asked) and len(asked) >= _LETTERS_TO_BEGIN]
    longer.sort(key=lambda code: (len(code), dictionary_order(name(code))))
    return [*spoken, *same, *longer]


def _misspelt(text: str, within: str) -> list[str]:
    """Places in there whose spelling is close to a word of the text that names none itself."""
    words = [word for part in text.split(" ") if (word := _stripped(part)) and not _is_known(word)]
    return [
        code for word in words for code in near_spellings(word) if code.startswith(within) and code != within
    ]


def _stripped(text: str) -> str:
    text = _AFTER_A_NAME.sub("", text)
    while text != (shorter := _BEFORE_A_NAME.sub("", text)):
        text = shorter
    return text


def _is_known(word: str) -> bool:
    names = (lexicon.province_names(), lexicon.district_names(), lexicon.nested_names())
    return any(lexicon_.codes(word) for lexicon_ in names)


@cache
def warm() -> None:
    """Load all that answers need, at start rather than in the first answer."""
    warm_reading()
    warm_centres()
