"""When a Forum's door is open: who signs in by its figures, and until when names are written in later."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import clock, roles
from models.forums import forum as forums
from models.forums.forum import STILL_ON, Forum
from models.people import Person
from models.places import REGIONS

OPENS_BEFORE = timedelta(hours=3)
LATE = timedelta(days=7)  # so long after a Forum the paper sheet is written in


def by_figures(db: Session, figures: str) -> Forum | None:
    return db.scalar(select(Forum).where(Forum.check_in == figures))


def opens_at(forum: Forum) -> datetime:
    return forum.at - OPENS_BEFORE


def is_open(forum: Forum, at: datetime | None = None) -> bool:
    """Whether people sign in themselves at this moment."""
    moment = at or clock.now()
    return forum.state != "cancelled" and opens_at(forum) <= moment <= forum.at + STILL_ON


def takes_names(forum: Forum) -> bool:
    """Whether others may still be written in."""
    return is_open(forum) or (forum.state != "cancelled" and _is_late(forum))


def _is_late(forum: Forum) -> bool:
    return forum.at <= clock.now() <= forum.at + LATE


def with_door(db: Session) -> list[Forum]:
    """Those whose door opens, is open, or was within the last days; the latest first."""
    now = clock.now()
    span = Forum.at.between(now - LATE, now + OPENS_BEFORE)
    rows = select(Forum).where(span, Forum.state != "cancelled", Forum.kind != "emergency")
    return list(db.scalars(rows.order_by(Forum.at.desc(), Forum.id)))


def on_or_next(db: Session) -> list[Forum]:
    """Those that are on and those ahead; of the monthly ones of a region only the next."""
    found: dict[object, Forum] = {}
    for forum in forums.on_or_planned(db):
        found.setdefault(forum.region if forum.kind == "monthly" else forum.id, forum)
    return list(found.values())


def may_see(db: Session, forum: Forum, person: Person) -> bool:
    """Who comes: for whom a part of the Forum's area is hers; of the national one regions see their own people."""
    scopes = roles.scopes_with(db, person, "see_comers")
    if roles.NATIONAL in scopes:
        return True
    if forum.region == roles.NATIONAL:
        return any(scope in REGIONS for scope in scopes)
    return any(forum.region in roles.scopes_over(scope) for scope in scopes)


def scope_of(db: Session, forum: Forum, person: Person) -> str | None:
    """Where those come from whom this person signs in: the nearest of her scopes that the Forum is for."""
    if not may_see(db, forum, person):
        return None
    scopes = roles.scopes_with(db, person, "see_comers")
    near = [scope for scope in scopes if scope != roles.NATIONAL and forum.region in roles.scopes_over(scope)]
    return max(near, key=lambda scope: len(roles.scopes_over(scope)), default=forum.region)
