"""What a region says of an issue of the whole nation: who was asked, who has answered, who is reminded once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock, roles
from models.base import Base, Id, changed, insert_once
from models.forums.nationwide import SITUATION
from models.issues import CLOSED, Issue
from models.people import Person

IN_DIGEST = timedelta(days=7)  # so long a question stands in the digest
LONGEST = 500  # letters of an answer


class RegionAsked(Base):
    """A region was asked what it says of an issue of the whole nation."""

    __tablename__ = "regions_asked"
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id", ondelete="CASCADE"))
    region: Mapped[str]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    reminded_at: Mapped[datetime | None]
    issue: Mapped[Issue] = relationship()

    __table_args__ = (UniqueConstraint("issue_id", "region"),)


class RegionSaid(Base):
    """What somebody said for her region; without words: it does not touch us."""

    __tablename__ = "regions_said"
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id", ondelete="CASCADE"), index=True)
    region: Mapped[str]
    text: Mapped[str | None]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(default=clock.now)


def ask(db: Session, issue: Issue, regions: Sequence[str], by: Person) -> list[str]:
    """Ask these regions; answers with those that were not asked before."""
    row = {"issue_id": issue.id, "by_id": by.id, "asked_at": clock.now()}
    return [region for region in regions if insert_once(db, RegionAsked, region=region, **row)]


def remind(db: Session, issue: Issue, regions: Sequence[str]) -> list[str]:
    """Those of these regions that were asked, have not answered and were not reminded before."""
    silent = [one.region for one in asked(db, issue) if one.region in regions]
    return [region for region in silent if region not in answered(db, issue) and _claim(db, issue, region)]


def _claim(db: Session, issue: Issue, region: str) -> bool:
    first = (
        RegionAsked.issue_id == issue.id,
        RegionAsked.region == region,
        RegionAsked.reminded_at.is_(None),
    )
    mark = update(RegionAsked).where(*first).values(reminded_at=clock.now())
    return bool(changed(db, mark))


def say(db: Session, issue: Issue, region: str, text: str | None, by: Person) -> None:
    """Keep what she says for her region, in the place of what she said before."""
    hers = select(RegionSaid).where(
        RegionSaid.issue_id == issue.id, RegionSaid.region == region, RegionSaid.by_id == by.id
    )
    said = db.scalar(hers) or RegionSaid(issue_id=issue.id, region=region, by_id=by.id)
    said.text, said.at = text, clock.now()
    db.add(said)
    db.flush()


def asked(db: Session, issue: Issue) -> list[RegionAsked]:
    return list(
        db.scalars(select(RegionAsked).where(RegionAsked.issue_id == issue.id).order_by(RegionAsked.id))
    )


def said(db: Session, issue: Issue) -> list[RegionSaid]:
    """The oldest first."""
    return list(db.scalars(select(RegionSaid).where(RegionSaid.issue_id == issue.id).order_by(RegionSaid.id)))


def answered(db: Session, issue: Issue) -> set[str]:
    return {one.region for one in said(db, issue)}


def waiting(db: Session, regions: Sequence[str]) -> list[RegionAsked]:
    """Which situations these regions were asked about lately without having answered, the oldest first."""
    since = clock.now() - IN_DIGEST
    lately = select(RegionAsked).join(RegionAsked.issue).where(RegionAsked.asked_at > since)
    open_ones = lately.where(
        RegionAsked.region.in_(regions), Issue.origin == SITUATION, Issue.state.not_in(CLOSED)
    )
    unanswered = ~(
        select(RegionSaid.id)
        .where(RegionSaid.issue_id == RegionAsked.issue_id, RegionSaid.region == RegionAsked.region)
        .exists()
    )
    return list(db.scalars(open_ones.where(unanswered).order_by(RegionAsked.id)))


def speakers(db: Session, region: str) -> list[Person]:
    """Who coordinates the region, or, where nobody does, whoever is next above."""
    return roles.coordinators_of(db, region)
