"""What the centre decides of a trouble: onto the national agenda or not, which regions are asked, who is answered."""

from collections.abc import Callable
from typing import Any

from handlers import centre_card, centre_sent
from handlers.inputs import Answer, Turn, one
from models.forums import escalation, nationwide, opinions, regional
from models.forums.shared import Trouble
from models.issues import CLOSED, Issue
from models.post.messages import Choice, tap

REASONS = ("forwarded", "next_forum", "beyond", "needs_info")
LIST = tap("centre.list", "open/shared")


def handle_of(row: Issue | Trouble) -> int:
    """What is watched has no number of its own: it is found by the first issue in it."""
    return row.id if isinstance(row, Issue) else -row.ids[0]


def _back(row: Issue | Trouble) -> Choice:
    return tap("centre.see", f"centre/see/{handle_of(row)}")


def _raised(turn: Turn, row: Issue | Trouble) -> Issue:
    """What is only watched is raised by whoever decides something of it."""
    return row if isinstance(row, Issue) else escalation.raise_by_hand(turn.db, row)


def _about(row: Issue | Trouble) -> dict[str, Any]:
    return {"topics": row.named, "phrase": row.summary if isinstance(row, Issue) else row.phrase}


def _accept(turn: Turn, row: Issue | Trouble, _more: str) -> Answer:
    if escalation.next_forum(turn.db) is None:
        return one("centre.no_forum", (tap("plan.begin", "open/plan"), _back(row)))
    issue = _raised(turn, row)
    placed = (
        None if escalation.has_successor(turn.db, issue) else escalation.accept(turn.db, issue, turn.person)
    )
    if placed is None:
        return one("centre.closed", (_back(issue), LIST), **centre_card.named(issue))
    values = {
        **centre_card.named(issue),
        "at": placed.forum.at.isoformat(),
        "resolved_count": len(centre_card.resolved(turn.db, issue)),
        "lacking": centre_card.lacking(turn.db, issue),
    }
    ask = [tap("centre.ask", f"centre/ask/{issue.id}")] if values["lacking"] else []
    return one(
        "centre.accepted", (*ask, _back(issue), tap("centre.drop", f"centre/drop/{issue.id}")), **values
    )


def _drop(turn: Turn, row: Issue | Trouble, reason: str) -> Answer:
    if isinstance(row, Issue) and row.state in CLOSED:
        return one("centre.closed", (_back(row), LIST), **centre_card.named(row))
    if reason not in REASONS:
        buttons = tuple(tap(f"centre.why_{why}", f"centre/drop/{handle_of(row)}/{why}") for why in REASONS)
        return one("centre.why", (*buttons, _back(row)), **_about(row))
    issue = _raised(turn, row)
    escalation.drop(turn.db, issue, reason, turn.person)
    return one("centre.dropped", (_back(issue), LIST), **centre_card.named(issue), why_not=reason)


def _ask(turn: Turn, row: Issue | Trouble, _more: str) -> Answer:
    """Ask who lacks an opinion; whoever was asked before is reminded, once."""
    issue = _raised(turn, row)
    lacking = centre_card.lacking(turn.db, issue)
    if not lacking:
        return one("centre.all_heard", (_back(issue),))
    asked = opinions.ask(turn.db, issue, lacking, turn.person)
    reminded = opinions.remind(turn.db, issue, [one for one in lacking if one not in asked])
    unstaffed = centre_sent.ask(turn.db, issue, asked) + centre_sent.remind(turn.db, issue, reminded)
    if not asked and not reminded:
        return one("centre.all_asked", (_back(issue),), lacking=lacking)
    values = {"asked_regions": asked, "reminded_regions": reminded, "unstaffed": unstaffed}
    return one("centre.asked", (_back(issue), LIST), **values)


def _hand_out(turn: Turn, row: Issue | Trouble, _more: str) -> Answer:
    if isinstance(row, Trouble) or not regional.conclusions(turn.db, row):
        return one("centre.not_concluded", (_back(row),), **_about(row))
    issue, new = row, regional.hand_out(turn.db, row, turn.person)
    unstaffed = centre_sent.to_check(turn.db, new)
    every = regional.answers(turn.db, issue)
    if not every:
        return one("centre.nobody_asked", (_back(issue),))
    found = nationwide.shares(turn.db, nationwide.behind(issue))
    values = {"handed_to": [[answer.region, answer.state] for answer in every], "unstaffed": unstaffed}
    people = nationwide.said_of_all(found)
    return one(
        "centre.handed_out" if new else "centre.handed_before", (_back(issue),), **values, crowd=people
    )


DOES: dict[str, Callable[[Turn, Issue | Trouble, str], Answer]] = {
    "accept": _accept,
    "drop": _drop,
    "ask": _ask,
    "hand_out": _hand_out,
}
