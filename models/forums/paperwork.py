"""The papers of a Forum: which there are, and what each tells, read from the tables when it is opened."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import clock
from models.forums import figures, gathering
from models.forums import forum as forums
from models.forums.forum import Forum
from models.papers import (
    Agenda,
    Invitation,
    Letters,
    Minutes,
    MonthSheet,
    Office,
    Register,
    Row,
    Situation,
)
from models.people import Person

FIRST = ("agenda", "situation", "register", "invitation", "minutes")
FURTHER = ("letters", "month", "table")
LOOK_BACK = timedelta(days=45)
Told = Agenda | Situation | Register | Invitation | Minutes | Letters | MonthSheet | tuple[Row, ...]


def possible(forum: Forum) -> tuple[str, ...]:
    """The papers that make sense of a Forum as it stands; of one that was called off there are none."""
    if forum.state == "cancelled" or forum.kind == "emergency":
        return ()
    is_over = forums.is_past(forum)
    return tuple(one for one in (*FIRST, *FURTHER) if not (is_over and one == "invitation"))


def lately(db: Session, regions: Iterable[str]) -> list[Forum]:
    """The Forums of these regions that papers are made for: those ahead, and those of the last weeks."""
    recent = select(Forum).where(Forum.region.in_([*regions]), Forum.at > clock.now() - LOOK_BACK)
    kept = recent.where(Forum.kind != "emergency", Forum.state != "cancelled")
    return list(db.scalars(kept.order_by(Forum.at, Forum.id)))


def told(db: Session, forum: Forum, paper: str, reader: Person, office: Office) -> Told | None:
    """What a paper tells whoever opens it; None if there is no such paper of this Forum any more."""
    if paper not in possible(forum):
        return None
    ways: dict[str, Callable[[], Told]] = {
        "agenda": lambda: gathering.agenda_of(db, forum),
        "situation": lambda: figures.situation(db, forum.region, forum.month),
        "register": lambda: gathering.register(db, forum, reader),
        "invitation": lambda: gathering.invitation(db, forum, office),
        "minutes": lambda: gathering.minutes(db, forum),
        "letters": lambda: gathering.letters(db, forum, office),
        "month": lambda: figures.month_sheet(db, forum.region, forum.month),
        "table": lambda: figures.table(db, forum.region, forum.month),
    }
    return ways[paper]()
