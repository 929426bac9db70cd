"""`ประวัติ ต.ท่าเสียว`: what an area remembers of two years, as counts and numbers; nobody's name."""

from typing import Any

from handlers import spoken, welcome
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import places, roles, topics
from models.forums import memory
from models.issues import OPEN
from models.places import REGIONS
from models.post import drafts
from models.post.messages import Choice, name, tap
from models.roles import NATIONAL

POWER = "see_reports"
SHOWN, MOST = 6, 10  # issues of a page; places to choose from
TOPICS = 6
LONGEST, MOST_WORDS = 40, 4  # letters and words behind ours; a longer line tells something else


def begin(turn: Turn) -> Answer:
    """Of one's own scope; of several, which."""
    scopes = roles.scopes_with(turn.db, turn.person, POWER)
    if not scopes:
        return not_yours(turn)
    return _told(turn, scopes[0]) if len(scopes) == 1 else _which(scopes)


def by_place(turn: Turn) -> Answer | None:
    asked = place_asked(turn.words)
    if asked is None:
        return None
    mine, is_known = meant(turn, asked)
    if not roles.scopes_with(turn.db, turn.person, POWER):
        tells = topics.read(asked).is_report or drafts.open_for(turn.db, turn.person.id) is not None
        return not_yours(turn) if is_known and not tells else None
    if len(mine) > 1:
        return _which(mine)
    if mine:
        return _told(turn, mine[0])
    return one("memory.not_there" if is_known else "memory.unknown")


def place_asked(words: str) -> str | None:
    asked = spoken.of_place(words)
    is_short = asked and len(asked) <= LONGEST and len(asked.split()) <= MOST_WORDS
    return asked if is_short else None


def meant(turn: Turn, asked: str) -> tuple[list[str], bool]:
    """The areas meant that she may look at, one alone if it was read for sure; and whether any was found."""
    surely, maybe = _named(turn, asked)
    sure = may_see(turn, surely)
    return (sure, True) if sure else (may_see(turn, maybe), bool(surely or maybe))


def _named(turn: Turn, asked: str) -> tuple[list[str], list[str]]:
    """What these words name for sure, and what they may name."""
    region = NATIONAL if spoken.means(asked, "nationwide") else places.region_named("".join(asked.split()))
    if region:
        return [region], []
    found = places.in_text(asked, turn.person.place)
    is_sure = found.status == "resolved" and found.code and not found.village
    near = [*found.candidates, *places.search(asked, limit=MOST)]
    return ([found.code] if found.code and is_sure else []), list(dict.fromkeys(near))


def may_see(turn: Turn, found: list[str]) -> list[str]:
    return [scope for scope in found if roles.may(turn.db, turn.person, POWER, scope)][:MOST]


def _which(scopes: list[str]) -> Answer:
    return one("memory.which", tuple(_button(scope) for scope in scopes[:MOST]))


def _button(scope: str) -> Choice:
    if scope in REGIONS or scope == NATIONAL:
        return tap(f"region.{scope}", f"memory/of/{scope}")
    return name(" ".join(filter(None, (places.short_name(scope), _province(scope)))), f"memory/of/{scope}")


def _province(scope: str) -> str:
    return places.abbreviation(scope[:2]) if len(scope) > 2 else ""


def tapped(turn: Turn) -> Answer:
    scope = "".join(step(turn, 2))
    known = scope in (*REGIONS, NATIONAL) or places.exists(scope)
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return not_yours(turn)
    if not known or not may_see(turn, [scope]):
        return one("talk.old_button", welcome.MAIN)
    match [*step(turn, 1), *step(turn, 3)]:
        case ["of", *_]:
            return _told(turn, scope)
        case ["open", page] if page.isdecimal() and len(page) < 5:
            return _open(turn, scope, int(page))
        case ["done", page] if page.isdecimal() and len(page) < 5:
            return _done(turn, scope, int(page))
    return one("talk.old_button", welcome.MAIN)


def counted(turn: Turn, scope: str) -> dict[str, Any]:
    """What there was, as counts."""
    named = [[topic, kind, count] for (topic, kind), count in memory.topics(turn.db, [scope])]
    return {
        "scopes": [scope],
        "issues": str(memory.count(turn.db, [scope])),
        "by_topic": named[:TOPICS],
        "mended": memory.count(turn.db, [scope], "done"),
        "open": memory.count(turn.db, [scope], *OPEN),
    }


def _told(turn: Turn, scope: str) -> Answer:
    values = counted(turn, scope)
    if values["issues"] == "0":
        return one("memory.nothing", scopes=[scope])
    done = memory.done(turn.db, [scope], 0, 1)
    ways = (
        *((tap("memory.done", f"memory/done/{scope}/0"),) if done else ()),
        *((tap("memory.open", f"memory/open/{scope}/0"),) if values["open"] else ()),
    )
    return one("memory.counts", ways, **values)


def _open(turn: Turn, scope: str, page: int) -> Answer:
    found = memory.open_ones(turn.db, [scope], page * SHOWN, SHOWN + 1)
    shown = found[:SHOWN]
    if not shown:
        return _told(turn, scope)
    rows = [[issue.number, issue.named, issue.place, issue.moo, issue.state] for issue in shown]
    numbers = (name(issue.number, f"area/see/{issue.id}/longest") for issue in shown)
    onward = _onward(f"memory/open/{scope}/{page + 1}", len(found) > SHOWN)
    return one("memory.still_open", (*numbers, *onward, _back(scope)), scopes=[scope], troubles=rows)


def _done(turn: Turn, scope: str, page: int) -> Answer:
    found = memory.done(turn.db, [scope], page * SHOWN, SHOWN + 1)
    shown = found[:SHOWN]
    if not shown:
        return _told(turn, scope)
    rows = [[one.issue.head.number, one.text, one.moved_at.isoformat()] for one in shown]
    onward = _onward(f"memory/done/{scope}/{page + 1}", len(found) > SHOWN)
    return one("memory.resolved", (*onward, _back(scope)), scopes=[scope], resolved_here=rows)


def _onward(way: str, more: bool) -> tuple[Choice, ...]:
    return (tap("place.next", way),) if more else ()


def _back(scope: str) -> Choice:
    return tap("memory.back", f"memory/of/{scope}")
