"""Names that a marker announces: จ. อ. ต., เขต, แขวง, อบต., เทศบาล."""

import re

from models.places import lexicon, marks
from models.places.gazetteer import BANGKOK
from models.places.lexicon import Lexicon
from models.places.mentions import Reading
from models.places.words import dictionary, isolated
from models.thai.words import Words

_THAI = re.compile("[ก-๛]{1,24}")
_ABBREVIATED = re.compile(r"[ก-ฮ]{1,3}\.")


def read_marked(reading: Reading) -> None:
    """The longest name that follows a marker, since Thai has no spaces to end it."""
    for match in marks.MARKER.finditer(reading.text):
        start = marks.AFTER_MARKER.match(reading.text, match.end()).end()  # type: ignore[union-attr]
        if match.lastgroup and reading.free(match.start(), match.end()):
            _read_one(reading, match.lastgroup, match[0], start)


def _read_one(reading: Reading, kind: str, marker: str, start: int) -> None:
    for names in _kinds(kind, marker):
        word = names.longest(reading.text, start)
        if (
            word is None
            or _is_no_name(reading.text, marker, word, start)
            or _goes_on(reading.text, start + len(word))
        ):
            continue
        codes = names.codes(word)
        if kind == marks.TOWN and len(codes[0]) == 2:
            codes = tuple(code + "01" for code in codes)
        if marker.endswith("เขต"):
            codes = _of_bangkok(reading, word, codes, start)
        if codes:
            reading.add(word, codes, start, marked=True)
            return


def _is_no_name(text: str, marker: str, word: str, start: int) -> bool:
    """ตำบลและอำเภอ, อบต.ควรมาดู, เขตเมือง: an everyday word follows the marker."""
    if word == lexicon.CAPITAL:
        return marker.endswith("เขต")
    if not marks.JUST_WORDS.match(word):
        return False
    if marker in ("ตำบล", "อำเภอ"):
        return not marks.WORD_ENDS.match(text, start + len(word)) or text.endswith(
            " และ", 0, start + len(word)
        )
    return marker not in ("ต.", "อ.")


def _goes_on(text: str, end: int) -> bool:
    """ต.คูหาสวัน: letters follow that begin no word, so the name is a longer one that we do not know."""
    rest = _THAI.match(text, end)
    if not rest or marks.MARKER.match(text, end) or _ABBREVIATED.match(text, end):
        return False
    first = next(Words(rest[0]).after(0))
    return first not in dictionary() and not lexicon.bare_names().longest(text, end)


def _of_bangkok(reading: Reading, word: str, codes: tuple[str, ...], start: int) -> tuple[str, ...]:
    """เขต is Bangkok's word; elsewhere (เขตหาดใหญ่) it counts when no longer name begins there."""
    inside = tuple(code for code in codes if code.startswith(BANGKOK))
    longer = lexicon.nested_names().longest(reading.text, start)
    return inside or (codes if longer == word else ())


def _kinds(kind: str, marker: str) -> tuple[Lexicon, ...]:
    if marker == "แขวง":
        return (lexicon.khwaeng_names(),)
    if kind == marks.PROVINCE:
        return (lexicon.province_names(),)
    if kind == marks.TAMBON:
        return (lexicon.tambon_names(),)
    if kind == marks.DISTRICT:
        return (lexicon.district_names(),)
    return lexicon.district_names(), lexicon.province_names(), lexicon.tambon_names()


def read_glued(reading: Reading) -> None:
    """ตวังชัย อน้ำพอง, as hurried fingers type."""
    for match in marks.GLUED.finditer(reading.text):
        names = _kinds(marks.GLUED_KINDS[match["letter"]], match["letter"])[0]
        word = names.longest(reading.text, match.end())
        end = match.end() + len(word or "")
        if (
            word
            and len(word) >= 4
            and isolated(reading.text, match.start(), end)
            and reading.free(match.start(), end)
        ):
            reading.add(word, names.codes(word), match.end(), marked=True)
