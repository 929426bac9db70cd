"""What is stuck for two months, or proposed as policy, goes up a level by itself: a draft for the agenda there."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import clock, places
from models.base import insert_once
from models.forums import agenda, follow_up
from models.forums import forum as forums
from models.forums.agenda import TALKED_OF, AgendaItem
from models.forums.forum import Forum
from models.forums.resolutions import Resolution, ResolutionChange
from models.roles import NATIONAL

TWO_MONTHS, A_DAY = timedelta(days=60), timedelta(days=1)
CLIMBED = "climbed"  # in the history, beside the number of the Forum it went to


def climb(db: Session) -> None:
    """Where no Forum is planned yet, it waits for one."""
    for resolution in (*_stuck(db), *_policies(db)):
        forum = _one_level_up(db, resolution)
        if forum is not None and follow_up.claim(db, resolution, "climbed_at"):
            _put(db, resolution, forum)


def _stuck(db: Session) -> list[Resolution]:
    rows = select(Resolution).where(Resolution.state == "stuck", Resolution.climbed_at.is_(None))
    long = rows.where(Resolution.moved_at <= clock.now() - TWO_MONTHS)
    return list(db.scalars(long.order_by(Resolution.id)))


def _policies(db: Session) -> list[Resolution]:
    """What is proposed as policy goes up the day after, when what was mistyped has been put right."""
    rows = select(Resolution).where(Resolution.state == "raised", Resolution.climbed_at.is_(None))
    return list(db.scalars(rows.where(Resolution.made_at <= clock.now() - A_DAY).order_by(Resolution.id)))


def _one_level_up(db: Session, resolution: Resolution) -> Forum | None:
    """The next Forum of its region; if the region has talked of it already, that of the nation."""
    forum = resolution.forum
    region = resolution.issue.head.region or (forum.region if forum else None)
    if region not in places.REGIONS or (forum is not None and forum.region == NATIONAL):
        return None
    talked_of = _was_talked_of(db, resolution, region)
    return forums.next_in(db, NATIONAL if talked_of else region, "monthly")


def _was_talked_of(db: Session, resolution: Resolution, region: str) -> bool:
    """On the agenda of a Forum of the whole region, not of a part of it."""
    items = (
        select(Forum)
        .join(AgendaItem, AgendaItem.forum_id == Forum.id)
        .where(
            AgendaItem.issue_id == resolution.issue.head.id,
            AgendaItem.state.in_(TALKED_OF),
            Forum.region == region,
            Forum.at <= clock.now(),
        )
    )
    return any(not forum.areas for forum in db.scalars(items))


def _put(db: Session, resolution: Resolution, forum: Forum) -> None:
    head = resolution.issue.head
    if agenda.item_of(db, forum, head) is None:
        draft = {"forum_id": forum.id, "issue_id": head.id, "state": "draft"}
        insert_once(db, AgendaItem, **draft, added_at=clock.now())
    step = ResolutionChange(state=CLIMBED, detail=forum.number, at=clock.now())
    resolution.history.append(step)
    db.flush()
    follow_up.tell_coordinators(
        db, resolution, "deed.climbed", {"region": forum.region, "at": forum.at.isoformat()}
    )
