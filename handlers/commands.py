"""What is typed to the numbers of a list: "รวม 1 2", "1 รวม 3", "2 สรุป ปั๊มเสีย". The whole table on one page."""

import re
from collections.abc import Callable

from handlers import merging, sending_on, spoken, tending
from handlers.inputs import Answer, Turn, Words, one
from models import issues, listings, roles
from models.forums import agenda
from models.issues import Issue
from models.thai.normal import arabic

# The meaning of a verb (spoken.yml) -> what it does.
COMMANDS: dict[str, Callable[[Turn, list[Issue], str], Answer]] = {
    "number_merge": merging.typed,
    "number_unmerge": merging.apart_typed,
    "number_sum_up": tending.sum_up,
    "number_ask": tending.ask_typed,
    "number_send": sending_on.typed,
}
NUMBERS = r"\d{1,3}(?:(?:\s|\+|,|" + "|".join(spoken.JOINTS) + r")+\d{1,3})*"
FIRST = r"({verbs})\s*({numbers})\s*()"
AFTER = r"({numbers})\s*({verbs})(.*)"


def typed(turn: Turn) -> Answer | None:
    """A command to numbers of the issues she was shown today, from somebody who sees issues of an area."""
    found = _said(turn)
    if found is None or not roles.scopes_with(turn.db, turn.person, "see_reports"):
        return None
    verb, numbers, rest = found
    meant = [_meant(turn, number) for number in numbers]
    known = [issue for issue in meant if issue is not None]
    if not known or len(known) < len(meant):
        return one("area.no_number", (tending.LIST,))
    return COMMANDS[verb](turn, known, rest)


def is_one(turn: Turn) -> bool:
    """Whether what she types is such a command: it tells of others' troubles, and is no cry of her own."""
    return _said(turn) is not None and bool(roles.scopes_with(turn.db, turn.person, "see_reports"))


def _meant(turn: Turn, number: int) -> Issue | None:
    """The issue behind a number of the list she looked at last: of issues, or the draft of an agenda."""
    kind = listings.shown_last(turn.db, turn.person.id, ("issue", "agenda")) or "issue"
    id_ = listings.meant(turn.db, turn.person.id, kind, number)
    item = agenda.by_id(turn.db, id_) if id_ and kind == "agenda" else None
    found = item.issue if item else issues.by_id(turn.db, str(id_)) if id_ and kind == "issue" else None
    may = found is not None and roles.may(turn.db, turn.person, "see_reports", found.place)
    return found if may else None


def _said(turn: Turn) -> tuple[str, list[int], str] | None:
    if not isinstance(turn.input, Words):
        return None
    text = arabic(turn.words).strip()
    spoken_as = spoken.number_commands(tuple(COMMANDS))
    verbs = "|".join(sorted(map(re.escape, spoken_as), key=len, reverse=True))
    first = re.fullmatch(FIRST.format(verbs=verbs, numbers=NUMBERS), text)
    after = re.fullmatch(AFTER.format(verbs=verbs, numbers=NUMBERS), text, re.DOTALL)
    if first:
        return spoken_as[first[1]], _numbers(first[2]), ""
    return _after(spoken_as[after[2]], after[1], after[3].strip()) if after else None


def _after(verb: str, numbers: str, rest: str) -> tuple[str, list[int], str]:
    """ "1 รวม 3" means both numbers."""
    joins = verb == "number_merge" and re.fullmatch(NUMBERS, rest)
    return (verb, _numbers(f"{numbers} {rest}"), "") if joins else (verb, _numbers(numbers), rest)


def _numbers(said: str) -> list[int]:
    return list(dict.fromkeys(map(int, re.findall(r"\d+", said))))
