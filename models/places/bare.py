"""Names without a marker: those that say where by themselves, and those that do so beside a known place."""

from collections.abc import Iterator

from models.places import lexicon, marks
from models.places.gazetteer import BANGKOK
from models.places.masks import in_a_name
from models.places.mentions import Mention, Reading
from models.places.words import dictionary, isolated, stands_alone


def read_bare(reading: Reading) -> None:
    """Provinces, spoken names and unmistakable districts."""
    names = lexicon.bare_names()
    for start in range(len(reading.text)):
        if reading.taken[start]:
            continue
        word = names.longest(reading.text, start)
        codes = names.codes(word or "")
        if word and _says_where(reading, codes, start, start + len(word)):
            reading.add(word, codes, start, marked=_goes_on(reading, start, len(codes[0])))


def _says_where(reading: Reading, codes: tuple[str, ...], start: int, end: int) -> bool:
    """A name by itself: no part of a longer one, no road with its number, no three stray letters."""
    text = reading.text
    if not _is_free_word(reading, start, end) or in_a_name(text, (start, end)):
        return False
    if _is_a_road(text, codes, start, end) or marks.VERB.match(text, start):
        return False
    return end - start > 3 or _has_room(text, start)


def _is_a_road(text: str, codes: tuple[str, ...], start: int, end: int) -> bool:
    """ลาดพร้าว 71, พุทธมณฑลสาย 4, the end of รัชดา-ลาดพร้าว."""
    if marks.ROAD_LINE.match(text, end) or marks.END_OF_ROAD.search(text, max(0, start - 4), start):
        return True
    of_bangkok = len(codes[0]) > 2 and codes[0].startswith(BANGKOK)
    return of_bangkok and bool(marks.ROAD_NUMBER.match(text, end))


def _has_room(text: str, start: int) -> bool:
    """A blank, ที่ or ท่วม before it: the name is not the tail of some other word."""
    before = text[max(0, start - 6) : start]
    if not before.strip() or before.endswith(" "):
        return True
    return bool(marks.PLACED.search(before) or marks.HAPPENED.search(before))


def _goes_on(reading: Reading, start: int, depth: int) -> bool:
    """จ.ตรัง และ พัทลุง: the marker counts for both."""
    before = max((m for m in reading.mentions if m.end <= start), key=lambda m: m.end, default=None)
    if before is None or not before.marked or before.depth != depth:
        return False
    return bool(marks.AND.fullmatch(reading.text, before.end, start))


def _is_free_word(reading: Reading, start: int, end: int) -> bool:
    return reading.free(start, end) and stands_alone(reading.text, start, end)


def read_risky(reading: Reading) -> None:
    """ชาวแพร่ is a place though แพร่ is a word."""
    for match in marks.RISKY.finditer(reading.text):
        word = match["of"] or match["near"] or match["after"]
        start, codes = match.end() - len(word), lexicon.province_names().codes(word)
        if match["after"] and not _beside_its_own(reading.text, start, codes[0]):
            continue
        if _is_free_word(reading, start, match.end()):
            reading.add(word, codes, start, marked=False)


def _beside_its_own(text: str, start: int, code: str) -> bool:
    """สองแคว น่าน: a district or tambon of the province stands before it."""
    names = lexicon.nested_names()
    for left in range(max(0, start - 20), start - 2):
        word = names.longest(text, left) or ""
        if left + len(word) == start - 1 and any(inner.startswith(code) for inner in names.codes(word)):
            return True
    return False


def nested(reading: Reading, around: tuple[str, ...]) -> Iterator[Mention]:
    """Bare names of districts and tambons that lie in the places already known."""
    names = lexicon.nested_names()
    for start in range(len(reading.text)):
        if reading.taken[start]:
            continue
        word = names.longest(reading.text, start) or ""
        inside = [code for code in names.codes(word) if code.startswith(around) and code not in around]
        codes = tuple(code for code in inside if len(code) == min(map(len, inside)))
        if codes and _is_name(reading, codes, start, start + len(word)):
            reading.take(start, start + len(word))
            yield Mention(word, codes, start, start + len(word), False)


def _is_name(reading: Reading, codes: tuple[str, ...], start: int, end: int) -> bool:
    """Everyday words count only as districts after ที่ or แถว, or as one line of an address."""
    text, word = reading.text, reading.text[start:end]
    if not _is_free_word(reading, start, end) or _is_a_road(text, codes, start, end):
        return False
    everyday = len(word) < 5 or word in dictionary() or marks.EVERYDAY.match(word)
    if not everyday and (reading.mentions or _has_room(text, start)):
        return True
    if word in lexicon.refused_nested():
        return False
    if len(codes[0]) == 4 and marks.PLACED.search(text, 0, start):
        return True
    beside = any(m.start == end + 1 or m.end == start - 1 for m in reading.mentions)
    return beside and isolated(text, start, end)
