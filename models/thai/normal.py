"""Brings typed Thai into one spelling, so that the same word is always the same letters."""

from __future__ import annotations

import re
import unicodedata

TONES = "่้๊๋"
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_SPLIT_AM = re.compile(f"ํ([{TONES}]?)า|([{TONES}])ํา")
_LONG_RUN = re.compile(r"([^\d])\1{2,}")
_BLANKS = re.compile(r"\s+")
_VOWELS_ABOVE_BELOW, _FOLLOWING = "ัิีึืฺุู", "ะาำๅ"
_MARKS = f"{_VOWELS_ABOVE_BELOW}{TONES}์ํ๎"
_OUT_OF_ORDER = re.compile(
    f"[{TONES}์][{_VOWELS_ABOVE_BELOW}็ํ๎]|[{_FOLLOWING}][{TONES}]|[{TONES}]{{2}}|ํ[{TONES}]*า|ๅ|เเ"
    f"|([ะ-ฺเ-ๅ็์-๎]) *\\1|(?:^| )[{_MARKS}็]"
)
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_WITHOUT_TONES = str.maketrans("", "", TONES + "์็")


def normalise(text: str) -> str:
    """The same text in one spelling: น้ํา and นำ้ become น้ำ, ท่วมมมม becomes ท่วม; what is normal stays."""
    while (plain := _plainer(text)) != text:
        text = plain
    return text


def _plainer(text: str) -> str:
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).lower()
    text = _SPLIT_AM.sub(lambda m: (m.group(1) or m.group(2) or "") + "ำ", text).replace("เเ", "แ")
    text = _LONG_RUN.sub(r"\1", text)
    return _reordered(_BLANKS.sub(" ", text)).strip()


def toneless(text: str) -> str:
    """Without tone marks, ์ and ็, which hurried fingers lose first."""
    return text.translate(_WITHOUT_TONES)


def arabic(text: str) -> str:
    """With ๑๒๓ written 123."""
    return text.translate(_TO_ARABIC)


def _reordered(text: str) -> str:
    """As PyThaiNLP orders letters and marks; asked only where it would change something, for it is slow."""
    if not _OUT_OF_ORDER.search(text):
        return text
    from pythainlp.util import normalize  # imported late: costs a tenth of a second

    return str(normalize(text))
