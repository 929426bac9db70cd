"""Reads the place that a villager's text names."""

from dataclasses import replace

from models.places import announced, bare, gazetteer, joining, lexicon, marks, masks
from models.places.found import Found, ambiguous, resolved
from models.places.mentions import Reading
from models.places.moo import moo_in
from models.places.villages import village_in
from models.thai.normal import arabic, normalise

STEPS = (
    announced.read_marked,
    announced.read_glued,
    masks.mask,
    masks.read_houses,
    bare.read_bare,
    bare.read_risky,
)


def in_text(text: str, home: str | None = None) -> Found:
    """The place the text names; `home`, a code of 2, 4 or 6 digits, tells namesakes apart."""
    reading = _collect(arabic(normalise(text)))
    around = _around(reading)
    if around:
        reading.mentions += bare.nested(reading, around)
    elif home and not reading.mentions:
        reading.mentions += bare.nested(reading, (home[:4],))
    return _settle(reading, home, moo_in(reading.text))


def _collect(text: str) -> Reading:
    """What the text mentions; each step leaves the letters it understood to no later one."""
    reading = Reading(text, bytearray(len(text)))
    for step in STEPS:
        step(reading)
    return reading


def _around(reading: Reading) -> tuple[str, ...]:
    """Where bare names are looked for: in what is named, or beside the tambons that may be meant."""
    outer = [m for m in reading.mentions if m.depth < 6 and not _any_capital(m.codes)]
    if outer:
        return tuple(code for mention in outer for code in mention.codes)
    return tuple({code[:2] for mention in reading.mentions if mention.depth == 6 for code in mention.codes})


def _settle(reading: Reading, home: str | None, moo: int | None) -> Found:
    """One place, one of several namesakes, several places, or none."""
    places = joining.join(reading.mentions)
    if not places:
        return _unnamed(reading, home, moo)
    places = [_told_apart(codes, home, reading.text) for codes in places]
    if len(places) > 1:
        named = tuple(code for codes in places if not _any_capital(codes) for code in codes)
        return Found("multiple", "multiple", moo=moo, candidates=named)
    (codes,) = places
    if len(codes) == 1:
        return resolved(codes[0], moo)
    return ambiguous(() if _any_capital(codes) else codes, moo)


def _any_capital(codes: tuple[str, ...]) -> bool:
    return codes == lexicon.district_names().codes(lexicon.CAPITAL)


def _told_apart(codes: tuple[str, ...], home: str | None, text: str) -> tuple[str, ...]:
    """Those of the postcode, else of the home, the nearest first; all when none is near."""
    if len(codes) == 1:
        return codes
    codes = _of_postcode(codes, text)
    for near in (home, (home or "")[:4], (home or "")[:2]):
        kept = tuple(code for code in codes if near and joining.related(code, near))
        if kept:
            return kept
    return codes


def _of_postcode(codes: tuple[str, ...], text: str) -> tuple[str, ...]:
    import geothai  # imported late: the command line must start fast

    written = marks.POSTCODE.search(text)
    served = geothai.by_postal_code(written[1]) if written else ()
    kept = tuple(code for code in codes if any(tambon.code.startswith(code) for tambon in served))
    return kept or codes


def _unnamed(reading: Reading, home: str | None, moo: int | None) -> Found:
    """A village or a หมู่ alone lies at home, when home is known; the village by its name may lie elsewhere."""
    village = village_in(reading.text)
    near_home = reading.village or moo or marks.AROUND_HOME.search(reading.text)
    if home and near_home and gazetteer.exists(home):
        return replace(resolved(home, moo), village=village)
    found = ambiguous((), moo) if reading.village or moo else Found("none")
    return replace(found, village=village)


def warm() -> None:
    """Read the names now rather than at the first text."""
    in_text("ต.วังชัย อ.น้ำพอง จ.ขอนแก่น บ้านหนองแวง ขอนแก่น หาดใหญ่")
