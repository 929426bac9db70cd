"""`บทเรียน`: how a trouble of this kind was solved elsewhere, shown to whoever has one before her."""

from handlers import work
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from models import issues, roles
from models.forums import lessons
from models.issues import Issue
from models.post.messages import Choice, tap


def way(turn: Turn, issue: Issue) -> tuple[Choice, ...]:
    """The button; none where nobody has told of such a trouble."""
    return (tap("lesson.see", f"lessons/{issue.id}"),) if lessons.like(turn.db, issue) else ()


def tapped(turn: Turn) -> Answer:
    issue = issues.by_id(turn.db, "".join(step(turn, 1)))
    if issue is None or not roles.may(turn.db, turn.person, "see_reports", issue.place):
        return work.not_yours(turn)
    found = lessons.like(turn.db, issue)
    back = (tap("lesson.back", f"area/see/{issue.id}/newest"),)
    return one(
        "lesson.two" if found else "lesson.none", back, topics=issue.named, lessons=lessons.lines(found)
    )
