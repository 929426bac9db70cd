"""Is hers the trouble her neighbours told of? Asked once, when we know what it is and where."""

from handlers.inputs import Turn
from models import crowds, reports, twins
from models.issues import Issue
from models.post.messages import Message, tap
from models.reports import Report


def ask(turn: Turn, report: Report) -> list[Message]:
    """The question, or nothing where there is no trouble like hers. What neighbours wrote is not shown."""
    other = twins.for_neighbour(turn.db, report.issue)
    if other is None or reports.brought_any(turn.db, turn.person.id, other):
        return []
    same = tap("twin.same", f"twin/{report.issue_id}/{other.id}/same", loud=True)
    differs = tap("twin.differs", f"twin/{report.issue_id}/{other.id}/differs")
    return [Message("twin.ask", {**described(turn, other), "summary": other.summary}, (same, differs))]


def described(turn: Turn, issue: Issue) -> dict[str, object]:
    people = crowds.people_in(turn.db, [issue]).get(issue.id, 0)
    return {"topics": issue.named, "place": issue.place, "moo": issue.moo, "people": people}
