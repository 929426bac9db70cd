"""Joins the mentions of a text by their codes into the one place, or the several, that they mean."""

from collections.abc import Iterable
from dataclasses import replace

from models.places.lexicon import tambon_names
from models.places.mentions import Mention

Codes = tuple[str, ...]

_MOST = 30  # places in one text


def join(mentions: list[Mention]) -> list[Codes]:
    """One entry a place; several codes in an entry are namesakes."""
    mentions = sorted(mentions, key=lambda mention: mention.start)
    kept = _marked_beats_bare(_once([_in_line(mention, mentions) for mention in mentions]))
    narrowed = [codes for mention in kept if (codes := _narrow(mention, kept))]
    narrowed = [_towards(codes, narrowed) for codes in narrowed]
    return _merged([codes for codes in narrowed if not _covered(codes, narrowed)])


def _once(mentions: list[Mention]) -> list[Mention]:
    """What is named again says nothing new; who names more places than anybody means to is heard of the first."""
    first = {(mention.codes, mention.marked): mention for mention in reversed(mentions)}
    return sorted(first.values(), key=lambda mention: mention.start)[:_MOST]


def _in_line(mention: Mention, mentions: list[Mention]) -> Mention:
    """หนองจอก ท่ายาง เพชรบุรี: a district's bare name before another district is its tambon."""
    after = next((m for m in mentions if m.start == mention.end + 1 and m.depth == 4), None)
    if mention.marked or after is None or mention.depth == 6:
        return mention
    inside = tuple(code for code in tambon_names().codes(mention.word) if code.startswith(after.codes))
    return replace(mention, codes=inside) if inside else mention


def related(one: str, other: str) -> bool:
    """Does one lie in the other?"""
    return one.startswith(other) or other.startswith(one)


def _fit(some: Iterable[str], others: Codes) -> bool:
    return any(related(one, other) for one in some for other in others)


def _marked_beats_bare(mentions: list[Mention]) -> list[Mention]:
    marked = [m for m in mentions if m.marked]
    if not marked:
        return mentions
    return [m for m in mentions if m.marked or any(_fit(m.codes, sure.codes) for sure in marked)]


def _narrow(mention: Mention, mentions: list[Mention]) -> Codes:
    """Its codes that lie in the districts and provinces named beside it; none when they contradict it."""
    outer = [m for m in mentions if m.depth < mention.depth]
    if not outer:
        return mention.codes
    districts = tuple(code for m in outer if m.depth == 4 for code in m.codes)
    provinces = tuple(code for m in outer if m.depth == 2 for code in m.codes)
    both = tuple(code for code in mention.codes if code.startswith(districts) and code.startswith(provinces))
    either = tuple(code for code in mention.codes if code.startswith(districts or provinces))
    return both or either or tuple(code for code in mention.codes if code.startswith(provinces))


def _towards(codes: Codes, others: list[Codes]) -> Codes:
    """An outer name keeps only its codes that hold an inner one: อ.เมือง of the one ต. named."""
    inner = [code for other in others if len(other[0]) > len(codes[0]) for code in other]
    return tuple(code for code in codes if any(one.startswith(code) for one in inner)) or codes


def _covered(codes: Codes, others: list[Codes]) -> bool:
    deeper = [other for other in others if len(other[0]) > len(codes[0])]
    return any(_fit(codes, other) for other in deeper)


def _merged(entries: list[Codes]) -> list[Codes]:
    """The same name twice is one place."""
    places: list[Codes] = []
    for codes in sorted(entries, key=len):
        if not any(set(codes) & set(known) for known in places):
            places.append(codes)
    return sorted(places, key=entries.index)
