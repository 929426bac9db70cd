"""Names that are no places to be: roads, schools, rivers, people, and villages that have many namesakes."""

from models.places import lexicon, marks
from models.places.mentions import Reading
from models.places.words import dictionary


def mask(reading: Reading) -> None:
    """Names of roads, schools, rivers and people are no places."""
    for match in marks.NO_PLACE.finditer(reading.text):
        start, end = match.end(), _name_end(reading.text, match.end())
        if end > start and reading.free(start, end) and not in_a_name(reading.text, match.span("word")):
            reading.take(match.start(), end)
    _routes(reading)


def in_a_name(text: str, span: tuple[int, int]) -> bool:
    """The สะพาน of บางสะพาน and the คลอง of คลองเตย announce nothing."""
    first, last = span
    for start in range(max(0, first - 10), first + 1):
        for names in (lexicon.bare_names(), lexicon.nested_names()):
            end = start + len(names.longest(text, start) or "")
            if end > last or (start < first and end == last):
                return True
    return False


def _routes(reading: Reading) -> None:
    for match in marks.DASH.finditer(reading.text):
        for start in range(max(0, match.start() - 20), match.start()):
            word = lexicon.bare_names().longest(reading.text, start)
            if word and start + len(word) == match.start():
                end = _name_end(reading.text, match.end())
                if end > match.end():
                    reading.take(start, end)
                break


def _name_end(text: str, start: int) -> int:
    """Where the name that begins here ends, with the -B of a road A-B and the B of a road AB."""
    bare = len(lexicon.bare_names().longest(text, start) or "")
    end = start + max(bare, len(lexicon.nested_names().longest(text, start) or ""))
    dash = marks.DASH.match(text, end)
    if end > start and dash:
        return _name_end(text, dash.end())
    return _name_end(text, end) if bare else end


def read_houses(reading: Reading) -> None:
    """บ้านหนองแวง is one of many villages; it hides the names inside its own."""
    for match in marks.HOUSE.finditer(reading.text):
        if not reading.free(match.start(), match.end()):
            continue
        if not match["estate"] and lexicon.bare_names().longest(reading.text, match.start()):
            continue
        end = _village_end(reading.text, match.end())
        if end and reading.free(match.start(), end):
            reading.village = True
            reading.take(match.start(), end)


def _village_end(text: str, start: int) -> int | None:
    like = marks.LIKE_A_VILLAGE.match(text, start)
    word = lexicon.nested_names().longest(text, start)
    if word and (like or (len(word) >= 5 and word not in dictionary())):
        return start + len(word)
    return like.end() if like else None
