"""A Forum: when and where people meet; planned by a region's rule, moved or cancelled by people."""

import secrets
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock, places
from models.base import Base, Id, Unique
from models.forums import recurrence
from models.thai.calendar import BANGKOK

PLAN_AHEAD = timedelta(days=45)
INVITE_BEFORE = timedelta(days=14)
ASK_PLACE_BEFORE = timedelta(days=21)
LATEST_PLANNING = timedelta(days=1)  # nobody can come to a Forum they hear of the same day
LAST_REMINDER = timedelta(hours=3)
OPEN = ("planned", "invited")


class Rule(Base):
    """How a region's monthly Forum recurs, and where it usually meets."""

    __tablename__ = "forum_rules"
    region: Mapped[str] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(default=recurrence.THIRD_THURSDAY)  # RFC 5545
    after_days: Mapped[int] = mapped_column(default=0)  # the day itself lies so many days after the rule's
    hour: Mapped[str] = mapped_column(default="09:00")
    place: Mapped[str | None]


class Forum(Base):
    __tablename__ = "forums"
    id: Mapped[Id]
    number: Mapped[Unique]  # northeast-2569-08
    kind: Mapped[str] = mapped_column(default="monthly")  # monthly, situation, emergency
    region: Mapped[str] = mapped_column(index=True)  # one of the five, or "national"
    areas: Mapped[list[Any]] = mapped_column(default=list)  # scopes that are invited; none: the whole region
    topic: Mapped[str | None]  # what a situation Forum is about: disaster.flood
    reason: Mapped[str | None]  # why it is called, in the caller's words
    month: Mapped[date]
    state: Mapped[str] = mapped_column(default="planned")  # planned, invited, cancelled, held
    at: Mapped[datetime]
    place: Mapped[str | None]
    linked_halls: Mapped[list[Any]] = mapped_column(default=list)  # other halls that take part over a line
    online_url: Mapped[str | None]
    capacity: Mapped[int | None]  # seats in the hall
    programme: Mapped[str | None]
    note: Mapped[str | None]  # a line on fare and food
    token: Mapped[Unique] = mapped_column(default=lambda: secrets.token_urlsafe(9))  # of its public page
    called_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    invite_at: Mapped[datetime]
    invited_at: Mapped[datetime | None]
    place_asked_at: Mapped[datetime | None]
    reminded_day_before_at: Mapped[datetime | None]
    reminded_last_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=0)  # how often it moved

    @property
    def day_before(self) -> datetime:
        """17.00 in Bangkok on the day before."""
        day = self.at.astimezone(BANGKOK).date() - timedelta(days=1)
        return datetime.combine(day, time(17), BANGKOK)


def number_of(region: str, month: date) -> str:
    return f"{region}-{month.year + 543}-{month.month:02d}"


def rules(db: Session) -> list[Rule]:
    """The rule of every region; made with the default where there is none."""
    for region in places.REGIONS:
        if db.get(Rule, region) is None:
            db.add(Rule(region=region))
    db.flush()
    return list(db.scalars(select(Rule).order_by(Rule.region)))


def plan_ahead(db: Session) -> list[Forum]:
    """Write down every monthly Forum of the weeks to come that is not yet."""
    now, planned = clock.now(), []
    for rule in rules(db):
        hour = time.fromisoformat(rule.hour)
        coming = recurrence.occurrences(rule.rule, hour, now + LATEST_PLANNING, now + PLAN_AHEAD)
        for month, at in coming:
            number = number_of(rule.region, month)
            if db.scalar(select(Forum.id).where(Forum.number == number)) is None:
                planned.append(_plan(rule, number, month, at))
    db.add_all(planned)
    db.flush()
    return planned


def _plan(rule: Rule, number: str, month: date, at: datetime) -> Forum:
    return Forum(
        number=number, region=rule.region, month=month, at=at, place=rule.place, invite_at=at - INVITE_BEFORE
    )


def claim(db: Session, forum: Forum, column: str) -> bool:
    """Take a thing to do once: sets the moment in `column` if it is still empty."""
    mark = update(Forum).where(Forum.id == forum.id, getattr(Forum, column).is_(None))
    return bool(db.execute(mark.values({column: clock.now()})).rowcount)  # type: ignore[attr-defined]


def next_in(db: Session, region: str) -> Forum | None:
    """The next Forum of a region that people can still come to."""
    coming = select(Forum).where(Forum.region == region, Forum.state.in_(OPEN), Forum.at > clock.now())
    return db.scalar(coming.order_by(Forum.at).limit(1))


def is_past(forum: Forum) -> bool:
    return forum.at <= clock.now()


def upcoming(db: Session) -> list[Forum]:
    coming = select(Forum).where(Forum.state.in_(OPEN), Forum.at > clock.now())
    return list(db.scalars(coming.order_by(Forum.at, Forum.id)))


def previous(db: Session, forum: Forum) -> Forum | None:
    """The Forum of the region before this one, cancelled ones left out."""
    before = select(Forum).where(
        Forum.region == forum.region, Forum.at < forum.at, Forum.state != "cancelled"
    )
    return db.scalar(before.order_by(Forum.at.desc()).limit(1))


def by_number(db: Session, number: str) -> Forum | None:
    return db.scalar(select(Forum).where(Forum.number == number))


def close_past(db: Session) -> None:
    """What has begun is held."""
    db.execute(update(Forum).where(Forum.state.in_(OPEN), Forum.at <= clock.now()).values(state="held"))
