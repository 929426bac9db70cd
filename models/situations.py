"""What happens in the nation or the world and touches regions: a row of its own, and an issue for the agenda."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock
from models.base import Base, Id
from models.forums import escalation, nationwide
from models.issues import Issue
from models.people import Person

LONGEST_TITLE, LONGEST_SOURCE, LONGEST_LINK = 80, 60, 500


class Situation(Base):
    __tablename__ = "situations"
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id", ondelete="CASCADE"), unique=True)
    title: Mapped[str]
    source: Mapped[str | None]  # who tells of it
    link: Mapped[str | None]
    topics: Mapped[list[Any]]  # codes: disaster.flood
    regions: Mapped[list[Any]]  # that it touches
    since: Mapped[date]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    issue: Mapped[Issue] = relationship()


def make(db: Session, by: Person, title: str, topics: list[str], **more: Any) -> Situation:
    """Write it down and draft it for the national agenda. `more`: source, link, regions, since."""
    topic, _, kind = topics[0].partition(".") if topics else ("", "", "")
    issue = nationwide.open_one(db, nationwide.SITUATION, topic or None, kind or None, title)
    situation = Situation(issue_id=issue.id, issue=issue, title=title, topics=topics, made_by=by.id, **more)
    db.add(situation)
    db.flush()
    escalation.on_next_forum(db, issue)
    return situation


def of(db: Session, issue: Issue) -> Situation | None:
    return db.scalar(select(Situation).where(Situation.issue_id == issue.id))


def link_in(text: str) -> str | None:
    """The address a line holds, if a browser may open it: http or https, with a host."""
    found = next((word for word in text.split() if "://" in word), "")
    parts = urlsplit(found) if found.isprintable() and len(found) <= LONGEST_LINK else None
    is_web = parts is not None and parts.scheme.lower() in ("http", "https") and "." in (parts.hostname or "")
    return found if is_web else None
