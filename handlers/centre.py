"""`เรื่องร่วม`: what regions share, as the centre sees it: by numbers, a card of each, and what is decided of it.

No name, no number of a person and no place nearer than a region or province is shown here.
"""

import re

from handlers import centre_card, centre_deeds, spoken
from handlers.centre_card import POWER
from handlers.centre_deeds import LIST, handle_of
from handlers.form import step
from handlers.inputs import Answer, Turn, Words, one
from handlers.my_reports import NUMBER
from handlers.work import not_yours
from models import issues, listings, roles
from models.forums import escalation, nationwide, regional, shared
from models.forums.shared import Trouble
from models.issues import CLOSED, Issue
from models.post.messages import Choice, name, tap
from models.thai.normal import arabic

SHOWN = 8
KIND = "shared"  # of the list whose numbers are meant
VERBS = {
    "to_national": "accept",
    "ask_regions": "ask",
    "hand_out": "hand_out",
    "agenda_accept": "accept",
    "agenda_off": "drop",
    "see_number": "see",
}
ONLY_HERE = spoken.CENTRE_VERBS  # which stand in no other list


def may(turn: Turn) -> bool:
    return bool(roles.scopes_with(turn.db, turn.person, POWER))


def begin(turn: Turn) -> Answer:
    return _page(turn, 0) if may(turn) else not_yours(turn)


def _page(turn: Turn, page: int) -> Answer:
    rows = _rows(turn)
    shown, is_more = rows[page * SHOWN : (page + 1) * SHOWN], len(rows) > (page + 1) * SHOWN
    if not shown:
        return one("centre.none", (tap("work.situation", "open/situation"),))
    ids = [handle_of(row) for row in shown]
    numbers = listings.numbers(turn.db, turn.person.id, KIND, ids)
    lines = [centre_card.line(turn.db, row, number) for row, number in zip(shown, numbers, strict=True)]
    choices = [name(str(number), f"centre/see/{of}") for number, of in zip(numbers, ids, strict=True)]
    onward = [tap("place.next", f"centre/list/{page + 1}")] if is_more else []
    return one("centre.list", (*choices, *onward), shared=lines)


def _rows(turn: Turn) -> list[Issue | Trouble]:
    """What is open, what is only watched yet, and what was dropped lately."""
    every = nationwide.all_of(turn.db)
    is_over = [issue.state in CLOSED or regional.is_answered(turn.db, issue) for issue in every]
    standing = [issue for issue, over in zip(every, is_over, strict=True) if not over]
    watched = escalation.rising(turn.db, shared.told_lately(turn.db))
    return [*standing, *watched, *escalation.dropped_lately(turn.db)]


def _found(turn: Turn, handle: str) -> Issue | Trouble | None:
    """What a number or a button means by now: what was only watched may have been raised since."""
    if not handle.startswith("-"):
        return nationwide.by_id(turn.db, handle)
    watched = escalation.rising(turn.db, shared.told_lately(turn.db))
    holding = (one for one in watched if handle[1:] in map(str, one.ids))
    first = issues.by_id(turn.db, handle[1:])
    return next(holding, None) or (nationwide.of(turn.db, first) if first else None)


def tapped(turn: Turn) -> Answer:
    if not may(turn):
        return not_yours(turn)
    match [*step(turn, 1), *step(turn, 2), *step(turn, 3)]:
        case ["list", page] if page.isdecimal() and len(page) < 6:
            return _page(turn, int(page))
        case [verb, handle, *more] if verb == "see" or verb in centre_deeds.DOES:
            return _do(turn, verb, handle, "".join(more))
    return one("talk.old_button")


def by_command(turn: Turn) -> Answer | None:
    """`1 วาระกลาง`, `1 ไม่เข้า`, `3 ถามภาค`, `1 แจกภาค`, `ดู 2`."""
    said = _said(turn)
    if said is None or not said[0]:
        return None
    if not may(turn):
        return not_yours(turn) if said[0] in ONLY_HERE else None
    return _meant(turn, *said) if said[0] in ONLY_HERE or _is_shown(turn) else None


def by_bare_number(turn: Turn) -> Answer | None:
    """`2`, while this list is the one she looked at last."""
    said = _said(turn)
    return (
        _meant(turn, "see_number", said[1])
        if said and not said[0] and may(turn) and _is_shown(turn)
        else None
    )


def _is_shown(turn: Turn) -> bool:
    return listings.shown_last(turn.db, turn.person.id) == KIND


def _meant(turn: Turn, verb: str, number: int) -> Answer:
    meant = listings.meant(turn.db, turn.person.id, KIND, number)
    return _do(turn, VERBS[verb], str(meant)) if meant else one("centre.no_such", (LIST,))


def _said(turn: Turn) -> tuple[str, int] | None:
    """What is to be done, and with which number of the list; a bare number has no verb."""
    if not isinstance(turn.input, Words):
        return None
    bare = spoken.bare(arabic(turn.words))
    found = re.fullmatch(r"(?P<first>\d{1,3})(?P<verb>\D*)|(?P<before>\D+)(?P<last>\d{1,3})", bare)
    if found is None:
        return None
    verb, number = found["verb"] or found["before"] or "", int(found["first"] or found["last"])
    if not verb:
        return "", number
    return next(((one, number) for one in VERBS if spoken.means(verb, one)), None)


def by_number(turn: Turn) -> Answer | None:
    """รวม-0001, typed by who serves the centre."""
    said = NUMBER.fullmatch(arabic(turn.words))
    issue = nationwide.by_number(turn.db, f"{said[1]}-{int(said[2]):04d}") if said else None
    return _see(turn, issue) if issue and may(turn) else None


def _do(turn: Turn, verb: str, handle: str, more: str = "") -> Answer:
    row = _found(turn, handle)
    if row is None:
        return one("centre.gone", (LIST,))
    return _see(turn, row) if verb == "see" else centre_deeds.DOES[verb](turn, row, more)


def _see(turn: Turn, row: Issue | Trouble) -> Answer:
    if isinstance(row, Trouble):
        up = tap("centre.raise", f"centre/accept/{handle_of(row)}")
        ask = tap("centre.ask", f"centre/ask/{handle_of(row)}")
        return one("centre.watched", (up, ask, LIST), **centre_card.of_trouble(turn.db, row))
    return one("centre.card", (*_choices(turn, row), LIST), **centre_card.of_issue(turn.db, row))


def _choices(turn: Turn, issue: Issue) -> list[Choice]:
    """What may be done with it as it stands."""
    placed = escalation.item(turn.db, issue)
    state = placed.state if placed else "draft"
    concluded = regional.conclusions(turn.db, issue) and not regional.is_answered(turn.db, issue)
    is_closed = issue.state in CLOSED
    offered = {
        "accept": issue.state != "done" and state in ("draft", "dropped"),
        "drop": not is_closed and state in ("draft", "accepted"),
        "ask": not is_closed and bool(centre_card.lacking(turn.db, issue)),
        "hand_out": bool(concluded),
    }
    may_be = [verb for verb, is_offered in offered.items() if is_offered]
    return [tap(f"centre.{verb}", f"centre/{verb}/{issue.id}", loud=verb == "accept") for verb in may_be]
