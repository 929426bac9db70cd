"""`เรื่องในพื้นที่`: the open reports of somebody's scope, a page of numbers at a time, and each with its story."""

from handlers import attached, work
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from handlers.my_reports import NUMBER
from models import area_reports, listings, reports, roles
from models.area_reports import ORDERS
from models.post.messages import Choice, tap
from models.post.messages import name as named
from models.reports import Report
from models.thai.normal import arabic

SHOWN, HISTORY = 4, 4
STORY = 1000  # letters of it on a card


def begin(turn: Turn) -> Answer:
    return _page(turn, ORDERS[0], 0)


def _scopes(turn: Turn) -> list[str]:
    return roles.scopes_with(turn.db, turn.person, "see_reports")


def _page(turn: Turn, order: str, page: int) -> Answer:
    scopes = _scopes(turn)
    if not scopes:
        return work.not_yours(turn)
    found = area_reports.listed(turn.db, scopes, order, page * SHOWN, SHOWN + 1)
    shown = found[:SHOWN]
    if not shown:
        return one("area.none", (tap("work.questions", "open/questions"),), scopes=scopes)
    numbers = listings.numbers(turn.db, turn.person.id, "report", [report.id for report in shown])
    lines = [area_reports.line(report, number) for report, number in zip(shown, numbers, strict=True)]
    choices = [
        named(str(number), f"area/see/{report.id}/{order}")
        for report, number in zip(shown, numbers, strict=True)
    ]
    onward = [tap("place.next", f"area/list/{order}/{page + 1}")] if len(found) > SHOWN else []
    other = ORDERS[1 - ORDERS.index(order)]
    turned = tap(f"area.{other}", f"area/list/{other}/0")
    count = area_reports.count_open(turn.db, scopes)
    values = {"scopes": scopes, "open": count, "order": order, "numbered": lines}
    return one("area.list", (*choices, *onward, turned), **values)


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
    report = hers_to_see(turn, number)
    return shown(turn, report, order) if report else _unknown()


def _after(turn: Turn, number: str, order: str) -> Answer:
    report = hers_to_see(turn, number)
    if report is None:
        return _unknown()
    further = area_reports.after(turn.db, _scopes(turn), order, report)
    return shown(turn, further, order) if further else one("area.last", (back(order),))


def hers_to_see(turn: Turn, number: str) -> Report | None:
    """A report of her scope; one that lies elsewhere is not found, as for everyone."""
    report = turn.db.get(Report, int(number)) if number.isdecimal() and len(number) < 16 else None
    may = report is not None and roles.may(turn.db, turn.person, "see_reports", report.place)
    return report if may else None


def _unknown() -> Answer:
    return one("area.unknown", (back(),))


def fix(report: Report) -> Choice:
    return tap("area.fix", f"retopic_of/{report.id}")


def back(order: str = ORDERS[0]) -> Choice:
    return tap("area.back", f"area/list/{order}/0")


def by_report_number(turn: Turn) -> Answer | None:
    """A report's own number, from one who may see it and did not bring it."""
    said = NUMBER.fullmatch(arabic(turn.words))
    report = reports.by_number(turn.db, f"{said[1]}-{int(said[2]):04d}") if said else None
    if report is None or report.person_id == turn.person.id:
        return None
    return shown(turn, report, ORDERS[0]) if hers_to_see(turn, str(report.id)) else None


def shown(turn: Turn, report: Report, order: str) -> Answer:
    """All that is known of it; who brought it only for those who may know."""
    knows = roles.may(turn.db, turn.person, "see_names", report.place)
    history = [[change.state, change.at.isoformat()] for change in report.history[-HISTORY:]]
    values = {
        "number": report.number,
        "danger": report.danger,
        "name": report.person.name if knows else None,
        "topics": [[topic.topic, topic.kind] for topic in reports.shown_topics(report)],
        "place": report.place,
        "moo": report.moo,
        "story": " ".join(report.story.split())[:STORY],
        "wish": report.wish,
        "trapped": report.trapped,
        "photos": report.count("photo"),
        "voices": report.count("voice"),
        "history": history,
    }
    opened = attached.way(turn.db, turn.person, report)
    onward = tap("place.next", f"area/next/{report.id}/{order}")
    return one("area.one", (*opened, fix(report), onward, back(order)), **values)
