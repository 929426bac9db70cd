"""What was to be talked of and was not goes on to the next monthly Forum of its region, by itself."""

from datetime import timedelta

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from models import clock, issues, tellings
from models.base import changed
from models.forums import agenda
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.forums.forum import Forum
from models.issues import Issue

WRITTEN_DOWN_WITHIN = timedelta(days=2)  # so long after a Forum its conclusions may still come in


def carry_over(db: Session) -> None:
    for item in _left(db):
        following = forums.next_in(db, item.forum.region, "monthly")
        if following is not None:
            _carry(db, item, following)


def _left(db: Session) -> list[AgendaItem]:
    """Accepted items of Forums that are over or were called off, whose issue nobody talked of."""
    now = clock.now()
    written = or_(Forum.closed_at.is_not(None), Forum.at <= now - WRITTEN_DOWN_WITHIN)
    over = or_(Forum.state == "cancelled", and_(Forum.at <= now, written))
    rows = select(AgendaItem).join(AgendaItem.forum).join(AgendaItem.issue)
    untouched = rows.where(AgendaItem.state == "accepted", Issue.state == "agenda", over)
    return list(db.scalars(untouched.order_by(Forum.at, AgendaItem.position, AgendaItem.id)))


def _carry(db: Session, item: AgendaItem, following: Forum) -> None:
    """Once, however many clocks ring; what stands there already by somebody's decision stays so."""
    agenda.hold(db, following)
    mark = update(AgendaItem).where(AgendaItem.id == item.id, AgendaItem.state == "accepted")
    if not changed(db, mark.values(state="carried")):
        return
    db.refresh(item)
    there = agenda.item_of(db, following, item.issue)
    if there is not None and there.state != "draft":
        return
    if there is None:
        there = AgendaItem(forum_id=following.id, issue_id=item.issue_id)
        db.add(there)
    there.state, there.carried_from_id, there.forum = "accepted", item.id, following
    db.flush()
    agenda.put_at(db, there, _followed_up(db, following))
    _tell(db, item, following)


def _followed_up(db: Session, forum: Forum) -> int:
    """Before what is new, behind what was carried over already."""
    return sum(one.carried_from_id is not None for one in agenda.agenda(db, forum))


def _tell(db: Session, item: AgendaItem, forum: Forum) -> None:
    """Whoever was told with the results that it is carried over is not told again."""
    issue = item.issue
    issues.held(db, [issue])
    issues.write(db, issue, "agenda", forum.number)
    if tellings.was_told(db, issue, "after", item.forum_id):
        return
    tellings.tell(db, issue, "before", forum.id, "issue.carried", **agenda.when(forum))
