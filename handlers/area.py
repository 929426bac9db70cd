"""`เรื่องในพื้นที่`: the open issues of somebody's scope, a page of numbers at a time, and each with its story."""

from typing import Any

from handlers import attached, deed_card, lessons, work
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from handlers.my_reports import NUMBER
from models import area_issues, crowds, issues, listings, reports, roles, twins
from models.area_issues import ORDERS
from models.issues import Issue
from models.post.messages import Choice, tap
from models.post.messages import name as named
from models.reports import Report
from models.thai.normal import arabic

SHOWN, HISTORY = 4, 4
STORY, ALSO = 1000, 2  # letters of it on a card, and how many of those who say the same


def begin(turn: Turn) -> Answer:
    return _page(turn, ORDERS[0], 0)


def _scopes(turn: Turn) -> list[str]:
    return roles.scopes_with(turn.db, turn.person, "see_reports")


def _page(turn: Turn, order: str, page: int) -> Answer:
    scopes = _scopes(turn)
    if not scopes:
        return work.not_yours(turn)
    found = area_issues.listed(turn.db, scopes, order, page * SHOWN, SHOWN + 1)
    shown = found[:SHOWN]
    if not shown:
        return one("area.none", (tap("work.questions", "open/questions"),), scopes=scopes)
    numbers = listings.numbers(turn.db, turn.person.id, "issue", [issue.id for issue in shown])
    lines = area_issues.lines(turn.db, shown, numbers)
    alike = _mark_alike(turn, shown, lines)
    choices = [
        named(str(number), f"area/see/{issue.id}/{order}")
        for issue, number in zip(shown, numbers, strict=True)
    ]
    onward = [tap("place.next", f"area/list/{order}/{page + 1}")] if len(found) > SHOWN else []
    other = ORDERS[1 - ORDERS.index(order)]
    turned = tap(f"area.{other}", f"area/list/{other}/0")
    count = area_issues.count_open(turn.db, scopes)
    values = {"scopes": scopes, "open": count, "order": order, "numbered": lines}
    return one("area.list", (*choices, *alike, *onward, turned), **values)


def _mark_alike(turn: Turn, shown: list[Issue], lines: list[dict[str, Any]]) -> list[Choice]:
    """Say beside a line that it is like an earlier one; a button merges the first two that are."""
    found = twins.pairs(turn.db, shown)
    number_of = {issue.id: line["line"] for issue, line in zip(shown, lines, strict=True)}
    for issue, line in zip(shown, lines, strict=True):
        line["like"] = number_of.get(found.get(issue.id, 0), 0)
    merging = [(number_of[one], number_of[other], one, other) for other, one in found.items()]
    return [
        tap("merge.both", f"merge/{one}/{other}", one=first, other=second)
        for first, second, one, other in merging[:1]
    ]


def tapped(turn: Turn) -> Answer:
    if not _scopes(turn):
        return work.not_yours(turn)
    match [*step(turn, 1), *step(turn, 2), *step(turn, 3)]:
        case ["list", order, page] if order in ORDERS and page.isdecimal() and len(page) < 6:
            return _page(turn, order, int(page))
        case ["see", number, order] if order in ORDERS:
            return _seen(turn, number, order)
        case ["next", number, order] if order in ORDERS:
            return _after(turn, number, order)
    return one("talk.old_button")


def seen(turn: Turn, number: int) -> Answer:
    return _seen(turn, str(number), ORDERS[0]) if _scopes(turn) else work.not_yours(turn)


def _seen(turn: Turn, number: str, order: str) -> Answer:
    issue = hers_to_see(turn, number)
    return shown(turn, issue, order) if issue else _unknown()


def _after(turn: Turn, number: str, order: str) -> Answer:
    issue = hers_to_see(turn, number)
    if issue is None:
        return _unknown()
    further = area_issues.after(turn.db, _scopes(turn), order, issue)
    return shown(turn, further, order) if further else one("area.last", (back(order),))


def hers_to_see(turn: Turn, number: str) -> Issue | None:
    """An issue of her scope, as it goes on; one that lies elsewhere is not found, as for everyone."""
    issue = issues.by_id(turn.db, number)
    may = issue is not None and roles.may(turn.db, turn.person, "see_reports", issue.place)
    return issue.head if issue and may else None


def _unknown() -> Answer:
    return one("area.unknown", (back(),))


def fix(issue: Issue) -> Choice:
    return tap("area.fix", f"retopic_of/{issue.id}")


def back(order: str = ORDERS[0]) -> Choice:
    return tap("area.back", f"area/list/{order}/0")


def by_report_number(turn: Turn) -> Answer | None:
    """An issue's own number, from one who may see it and did not bring it."""
    said = NUMBER.fullmatch(arabic(turn.words))
    issue = issues.by_number(turn.db, f"{said[1]}-{int(said[2]):04d}") if said else None
    if issue is None or reports.brought(turn.db, turn.person.id, issue):
        return None
    seen = hers_to_see(turn, str(issue.id))
    return shown(turn, seen, ORDERS[0]) if seen else None


def shown(turn: Turn, issue: Issue, order: str) -> Answer:
    """All that is known of it; who brought it only for those who may know."""
    told = reports.of_issue(turn.db, issue)
    opened = [way for report in told for way in attached.way(turn.db, turn.person, report)][:1]
    onward = tap("place.next", f"area/next/{issue.id}/{order}")
    do, send = tap("tend.more", f"tend/{issue.id}"), tap("sending.begin", f"send/{issue.id}")
    proof = deed_card.proof(turn.db, turn.person, issue)
    choices = (*opened, *proof, do, send, *lessons.way(turn, issue), onward, back(order))
    return one("area.one", choices, **_told(turn, issue, told))


def _told(turn: Turn, issue: Issue, told: list[Report]) -> dict[str, Any]:
    knows = roles.may(turn.db, turn.person, "see_names", issue.place)
    first = told[0] if told else None
    people = crowds.people_in(turn.db, [issue]).get(issue.id, 0)
    return {
        "number": issue.number,
        "danger": issue.cried_at is not None,
        "name": first.person.name if first and knows else None,
        "for_name": next((report.for_name for report in told if report.for_name), None) if knows else None,
        "topics": [[row.topic, row.kind] for row in reports.shown_topics(first)] if first else issue.named,
        "place": issue.place,
        "moo": issue.moo,
        "summary": issue.summary,
        "story": " ".join(first.story.split())[:STORY] if first else None,
        "also": [" ".join(report.story.split()) for report in told[1:] if report.story][:ALSO],
        "people": people if people > 1 else 0,
        "wish": first.wish if first else None,
        "trapped": first.trapped if first else None,
        "photos": sum(report.count("photo") for report in told),
        "voices": sum(report.count("voice") for report in told),
        "history": [[step.state, step.at.isoformat(), step.detail] for step in issue.history[-HISTORY:]],
        "resolved": deed_card.story(turn.db, issue),
    }
