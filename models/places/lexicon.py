"""Names of places as they stand in texts, and the longest one that begins at a letter."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from models.places.gazetteer import BANGKOK, codes, is_capital, name
from models.places.regions import provinces
from models.places.tables import HERE, listed, rows

CAPITAL = "เมือง"
_MARKS = re.compile("[ะ-ฺๅ็-๎]")
_TOO_COMMON = 5  # tambons elsewhere of a district's name: then, bare, it is as likely a village
_RISKY_PROVINCES = {"เลย", "ตาก", "แพร่", "น่าน"}
_LONG_RUN = re.compile(r"(.)\1{2,}")  # normalise() makes กกกุง into กุง
_LATIN = re.compile("[a-z]")
_LATIN_SHORTEST = 5


class Lexicon:
    """Names and the codes they may mean."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        gathered: dict[str, dict[str, None]] = {}
        for word, code in pairs:
            gathered.setdefault(word, {})[code] = None
        self._codes = {word: tuple(known) for word, known in gathered.items()}
        lengths: dict[str, set[int]] = {}
        for word in self._codes:
            lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {start: tuple(sorted(known, reverse=True)) for start, known in lengths.items()}

    def codes(self, word: str) -> tuple[str, ...]:
        """What the name may mean."""
        return self._codes.get(word, ())

    def words(self) -> Iterable[str]:
        """Every name."""
        return self._codes

    def at(self, text: str, start: int) -> Iterator[str]:
        """The names that begin there and end between two letters, the longest first."""
        for length in self._lengths.get(text[start : start + 2], ()):
            word = text[start : start + length]
            if word in self._codes and between_letters(text, start, start + length):
                yield word

    def longest(self, text: str, start: int) -> str | None:
        """The longest name that begins there."""
        return next(self.at(text, start), None)


def between_letters(text: str, start: int, end: int) -> bool:
    """No vowel or tone is torn from its consonant, no Latin word is cut."""
    after = text[end : end + 1]
    before = text[start - 1] if start else ""
    if _MARKS.match(after) or "เ" <= before <= "ไ":
        return False
    latin = _LATIN.match(text[start])
    return not (latin and (_LATIN.match(before) or _LATIN.match(after)))


@cache
def province_names() -> Lexicon:
    """After จ. or จังหวัด: every name, spoken and short ones too."""
    return Lexicon([*_official(2), *_colloquial("colloquial"), *_colloquial("colloquial_risky"), *_letters()])


@cache
def district_names() -> Lexicon:
    """After อ. or เขต; เมือง alone may be any capital."""
    capitals = [code for code in codes() if is_capital(code)]
    spoken = [*_official(2), *_colloquial("colloquial"), *_colloquial("colloquial_risky")]
    of_capitals = [
        (CAPITAL + word.removeprefix(CAPITAL), code + "01") for word, code in spoken if code != BANGKOK
    ]
    unnamed = [(CAPITAL, code) for code in capitals]
    return Lexicon([*_official(4), *of_capitals, *unnamed, *_spoken(4)])


@cache
def tambon_names() -> Lexicon:
    """After ต., แขวง or อบต."""
    return Lexicon(_official(6))


@cache
def khwaeng_names() -> Lexicon:
    """After แขวง, which is Bangkok's word; old ones stand for what they became."""
    from geothai.abolished import abolished_areas

    today = [pair for pair in _official(6) if pair[1].startswith(BANGKOK)]
    named = {word for word, _ in today}
    old = [a for a in abolished_areas() if len(a.code) == 6 and a.code.startswith(BANGKOK) and a.successors]
    became = [(a.name_th, a.successors[0] if len(a.successors) == 1 else a.successors[0][:4]) for a in old]
    return Lexicon([*today, *(pair for pair in became if pair[0] not in named)])


@cache
def bare_names() -> Lexicon:
    """Names that say where even without a marker: provinces, spoken names, unmistakable districts."""
    safe = [pair for pair in _official(2) if pair[0] not in _RISKY_PROVINCES]
    spoken = [*_colloquial("colloquial"), *_spoken(2, bare=True)]
    known = {word for word, _ in (*safe, *spoken)}
    refused = refused_bare()
    districts = [*_official(4), *_spoken(4, bare=True)]
    named = [pair for pair in districts if pair[0] not in refused | known]
    return Lexicon([*safe, *spoken, *named, *_romanised()])


@cache
def nested_names() -> Lexicon:
    """Names that count without a marker only beside the district or province around them."""
    return Lexicon([*_official(6), *_official(4), *_spoken(4)])


@cache
def refused_bare() -> frozenset[str]:
    """District names that say nothing bare."""
    written = set(_words("refused_bare.txt"))
    districts = [pair for pair in _official(4) if len(tambon_names().codes(pair[0])) > _TOO_COMMON]
    return frozenset(written | {word for word, _ in districts})


@cache
def refused_nested() -> frozenset[str]:
    """Tambon names that are everyday words even in an address without markers."""
    return frozenset(_words("refused_nested.txt"))


def _words(file: str) -> Iterator[str]:
    for line in (HERE / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


@cache
def _official(length: int) -> tuple[tuple[str, str], ...]:
    named = [(name(code), code) for code in codes() if len(code) == length]
    joined = [(word.replace("-", ""), code) for word, code in named if "-" in word]
    hurried = [(_LONG_RUN.sub(r"\1", word), code) for word, code in named if _LONG_RUN.search(word)]
    return (*named, *joined, *hurried)


def _colloquial(column: str) -> Iterator[tuple[str, str]]:
    for code, row in provinces().items():
        yield from ((word.lower(), code) for word in listed(row[column]))


def _letters() -> Iterator[tuple[str, str]]:
    yield from ((row["abbr_th"], code) for code, row in provinces().items())


def _spoken(length: int, bare: bool = False) -> Iterator[tuple[str, str]]:
    for row in rows("spoken_names.csv"):
        if len(row["code"]) == length and (row["bare"] == "yes" or not bare):
            yield row["name"], row["code"]


def _romanised() -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    for code in codes():
        word = name(code, "en").lower()
        if len(code) < 6 and len(word) >= _LATIN_SHORTEST:
            seen.setdefault(word, code)
    for word, code in seen.items():
        yield word, code
        yield word.replace(" ", ""), code
