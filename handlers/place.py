"""Where? By pin, by a typed name, or by buttons from seven areas down to a tambon."""

from typing import Any

from handlers import spoken
from handlers.form import data, step
from handlers.inputs import Pin, Turn, Words
from models import places, reports
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap, where_you_are
from models.reports import Report

PAGE = 10
LABEL = 22  # letters of a button, marks above and below counted
Place = dict[str, Any]


def ask(draft: Draft, question: str, key: str) -> Message:
    """The first question shows the seven areas at once."""
    areas = [name(area, data(draft, question, "area", number)) for number, area in enumerate(places.areas())]
    return Message(key, {}, (where_you_are(), *areas, _skip(draft, question, "none")))


def takes(turn: Turn, draft: Draft, question: str) -> Place | Message | None:
    """A place {code, moo, lat, lon}, or a question that leads nearer to it."""
    if isinstance(turn.input, Pin):
        return _pinned(turn.input, draft, question)
    if isinstance(turn.input, Words):
        return _typed(turn, draft, question)
    match [*step(turn, 3), *step(turn, 4), *step(turn, 5)]:
        case ["area", number, *page] if number.isdecimal() and int(number) < len(places.areas()):
            return _area(draft, question, int(number), _page(page))
        case ["in", code, *page] if places.exists(code):
            return _inside(draft, question, code, _page(page))
        case ["at", code] if places.exists(code):
            return {"code": code}
        case ["none"]:
            return {}
        case ["again"]:
            return ask(draft, question, "place.again")
    return None


def _page(given: list[str]) -> int:
    return int(given[0]) if given and given[0].isdecimal() else 0


def _pinned(pin: Pin, draft: Draft, question: str) -> Place | Message:
    found = places.at_pin(pin.latitude, pin.longitude, pin.address)
    if found.code is None:
        return ask(draft, question, "place.abroad")
    return {"code": found.code, "lat": pin.latitude, "lon": pin.longitude}


def _typed(turn: Turn, draft: Draft, question: str) -> Place | Message | None:
    if draft.form == "home" and turn.meaning.trouble:
        return None  # her trouble goes before where she lives
    if spoken.means(turn.words, "skip"):
        return {}
    found = turn.meaning.place
    if found.status == "resolved" and not found.village:
        return {"code": found.code, "moo": found.moo}
    meant = found.candidates or places.search(turn.words, limit=PAGE)
    if not meant and found.village and draft.form in ("report", "mend") and turn.person.place:
        draft.answers["village"] = found.village  # no list holds it: it is shown as she wrote it
        return {}
    if not meant:
        return None if turn.meaning.trouble else ask(draft, question, "place.unknown")
    return which(draft, question, tuple(meant[:PAGE]))


def which(draft: Draft, question: str, codes: tuple[str, ...]) -> Message:
    """Which of these namesakes is meant?"""
    choices = [name(_told_apart(code), data(draft, question, "at", code)) for code in codes]
    last = (_again(draft, question), _skip(draft, question, "none"))
    return Message("place.which", {}, (*choices, *last))


def pin_down(pin: Pin, report: Report) -> None:
    """A pin that came after the number says where the trouble is."""
    found = places.at_pin(pin.latitude, pin.longitude, pin.address)
    reports.locate(report, {"code": found.code, "lat": pin.latitude, "lon": pin.longitude})


def _told_apart(code: str) -> str:
    """A name short enough for a button that tells it from its namesakes."""
    if len(code) == 2:
        return places.name(code)
    whole = f"{places.short_name(code)} {places.name(code[:2])}"
    return whole if len(whole) <= LABEL else f"{places.short_name(code)} {places.abbreviation(code[:2])}"


def _area(draft: Draft, question: str, number: int, page: int) -> Message:
    codes = places.provinces_in(places.areas()[number])
    more = data(draft, question, "area", number, page + 1)
    skip = _skip(draft, question, "none")
    return _list("place.province", {}, draft, question, (codes, page, more), (skip, _again(draft, question)))


def _inside(draft: Draft, question: str, code: str, page: int) -> Message | Place:
    is_province = places.level(code) == "province"
    codes = places.districts_in(code) if is_province else places.tambons_in(code)
    if not codes:
        return {"code": code}
    more = data(draft, question, "in", code, page + 1)
    skip = _skip(draft, question, "at", code)
    key = "place.district" if is_province else "place.tambon"
    values = {"place": code}
    return _list(key, values, draft, question, (codes, page, more), (skip, _again(draft, question)))


def _list(
    key: str,
    values: dict[str, Any],
    draft: Draft,
    question: str,
    listed: tuple[tuple[str, ...], int, str],
    last: tuple[Choice, ...],
) -> Message:
    codes, page, more = listed
    shown = codes[page * PAGE : (page + 1) * PAGE]
    deeper = [
        name(places.name(code), data(draft, question, *(("at", code) if len(code) == 6 else ("in", code))))
        for code in shown
    ]
    onward = [tap("place.next", more)] if len(codes) > (page + 1) * PAGE else []
    return Message(key, values, (*deeper, *onward, *last))


def _skip(draft: Draft, question: str, *where: str) -> Choice:
    return tap("skip", data(draft, question, *where))


def _again(draft: Draft, question: str) -> Choice:
    return tap("place.other", data(draft, question, "again"))
