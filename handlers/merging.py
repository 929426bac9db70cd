"""One trouble told by several becomes one issue, by its reporter or by staff, and comes apart again."""

from handlers import area, neighbours, tending, work
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from handlers.wish import WISH
from models import crowds, issues, reports, roles, tellings, twins
from models.issues import Issue
from models.post.messages import Choice, Message, tap


def tapped_by_reporter(turn: Turn) -> Answer:
    """twin/7/3/same: her issue, that of her neighbours, and what she says of them."""
    mine, other = (issues.by_id(turn.db, "".join(step(turn, at))) for at in (1, 2))
    if mine is None or other is None or not reports.brought(turn.db, turn.person.id, mine):
        return one("talk.old_button")
    match step(turn, 3):
        case ["same"]:
            return _joined(turn, mine, other)
        case ["apart"]:
            return _parted(turn, mine)
    return Answer([_apart_said(mine), *_wish(turn, mine)])


def _apart_said(mine: Issue) -> Message:
    return Message("twin.kept_apart", {"number": mine.number}, (_story(mine),))


def _wish(turn: Turn, mine: Issue) -> list[Message]:
    """What would have been asked at once, had there been no neighbours."""
    report = reports.by_number(turn.db, mine.number)
    return WISH.begin(turn, report=report.id).messages if report and report.wish is None else []


def _joined(turn: Turn, mine: Issue, other: Issue) -> Answer:
    head = issues.merge(turn.db, mine, other, turn.person.id)
    if head is None and mine.head is not other.head:
        return one("twin.over", (_story(mine),), number=mine.number)
    people = crowds.people_in(turn.db, [mine.head]).get(mine.head.id, 0)
    apart = tap("twin.apart", f"twin/{mine.id}/{other.id}/apart")
    joined = Message("twin.joined", {"number": mine.number, "people": people}, (_story(mine), apart))
    return Answer([joined, *_wish(turn, mine)])


def _parted(turn: Turn, mine: Issue) -> Answer:
    """She may only take back a merging of her own."""
    is_hers = bool(mine.history) and mine.history[-1].by_id == turn.person.id
    if not is_hers or not issues.unmerge(turn.db, mine, turn.person.id):
        return one("talk.old_button")
    return Answer([_apart_said(mine)])


def _story(issue: Issue) -> Choice:
    return tap("main.mine", f"mine/{issue.number}")


def typed(turn: Turn, found: list[Issue], _rest: str) -> Answer:
    """`รวม 1 2`, and `1 รวม` for what is likest to it."""
    if len(found) > 1:
        return _merged(turn, found)
    alike = twins.likely(turn.db, found[0])
    return _merged(turn, [found[0], alike[0]]) if alike else one("merge.none_alike", (tending.LIST,))


def alike(turn: Turn) -> Answer:
    """A tap on `เรื่องคล้ายกัน` on the card of an issue: alike/7."""
    issue = area.hers_to_see(turn, "".join(step(turn, 1)))
    if issue is None:
        return work.not_yours(turn)
    found = twins.likely(turn.db, issue)
    if not found:
        return one("merge.none_alike", (tending.LIST,))
    lines = [{"number": other.number, **neighbours.described(turn, other)} for other in found]
    choices = [tap("merge.with", f"merge/{issue.id}/{other.id}", number=other.number) for other in found]
    return one("merge.alike", (*choices, tending.LIST), number=issue.number, alike=lines)


def tapped(turn: Turn) -> Answer:
    """merge/7/3: these two are one trouble."""
    found = [area.hers_to_see(turn, "".join(step(turn, at))) for at in (1, 2)]
    known = [issue for issue in found if issue is not None]
    return _merged(turn, known) if len(known) == len(found) else work.not_yours(turn)


def _merged(turn: Turn, found: list[Issue]) -> Answer:
    """All of them become one, and those behind them are told that others share their trouble."""
    joined, parted = found[0].head, None
    for other in found[1:]:
        two = {joined, other.head}
        head = issues.merge(turn.db, joined, other, turn.person.id)
        if head is not None:
            joined, parted = head, (two - {head}).pop()
    if parted is None:
        return one("merge.not_possible", (tending.LIST,))
    people = crowds.people_in(turn.db, [joined]).get(joined.id, 0)
    tellings.tell(turn.db, joined, "before", "merging", "twin.shared", most=1, people=people)
    choices = (tap("merge.see", f"area/see/{joined.id}/newest"), tap("merge.undo", f"unmerge/{parted.id}"))
    return one("merge.done", choices, number=joined.number, people=people)


def apart_typed(turn: Turn, found: list[Issue], _rest: str) -> Answer:
    """`แยก 1`: what was merged into it last comes apart."""
    parts = [part for part in issues.all_of(turn.db, found[0]) if part.merged_into_id]
    return _apart(turn, parts[-1]) if parts else one("merge.nothing_to_part", (tending.LIST,))


def apart(turn: Turn) -> Answer:
    issue = issues.by_id(turn.db, "".join(step(turn, 1)))
    if issue is None or not roles.may(turn.db, turn.person, "see_reports", issue.place):
        return work.not_yours(turn)
    return _apart(turn, issue)


def _apart(turn: Turn, issue: Issue) -> Answer:
    if not issues.unmerge(turn.db, issue, turn.person.id):
        return one("merge.nothing_to_part", (tending.LIST,))
    see = tap("merge.see", f"area/see/{issue.id}/newest")
    return one("merge.parted", (see, tending.LIST), number=issue.number)
