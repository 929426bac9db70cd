"""A Forum: when and where people meet; planned by a region's rule, moved or cancelled by people."""

import secrets
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ForeignKey, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock, places
from models.base import Base, Id, Unique, changed
from models.forums import recurrence
from models.roles import NATIONAL, scopes_over
from models.thai.calendar import BANGKOK

PLAN_AHEAD = timedelta(days=45)
INVITE_BEFORE = timedelta(days=14)
ASK_PLACE_BEFORE = timedelta(days=21)
LATEST_PLANNING = timedelta(days=1)  # nobody can come to a Forum they hear of the same day
LAST_REMINDER = timedelta(hours=3)
STILL_ON = timedelta(hours=12)  # so long after its beginning people still ask who came
FIGURES_STAY = timedelta(days=30)  # so long after a Forum its figures mean no other
SITUATION_NOTICE = timedelta(days=1), timedelta(days=7)
NATIONAL_AFTER = 8  # days after the regions' third Thursday
OPEN = ("planned", "invited")
LETTERS = {"situation": "s", "emergency": "e"}  # in the number of a Forum beside the monthly ones


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
    check_in: Mapped[str | None] = mapped_column(index=True, unique=True)  # four figures, typed at the door
    draft_shown_at: Mapped[datetime | None]  # when those who come were shown the draft agenda
    closed_at: Mapped[datetime | None]  # when its results were told
    surveyed_at: Mapped[datetime | None]  # when those who came were asked how it was
    token: Mapped[Unique] = mapped_column(default=lambda: secrets.token_urlsafe(9))  # of its public page
    called_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    cancelled_because: Mapped[str | None]  # in the words of whoever called it off
    invite_at: Mapped[datetime]
    invited_at: Mapped[datetime | None]
    place_asked_at: Mapped[datetime | None]
    reminded_day_before_at: Mapped[datetime | None]
    roll_called_at: Mapped[datetime | None]  # of an emergency call: when its caller was told who answered
    reminded_last_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=0)  # how often its time, its place or its link changed

    @property
    def day_before(self) -> datetime:
        """17.00 in Bangkok on the day before."""
        day = self.at.astimezone(BANGKOK).date() - timedelta(days=1)
        return datetime.combine(day, time(17), BANGKOK)


def number_of(region: str, month: date) -> str:
    return f"{region}-{month.year + 543}-{month.month:02d}"


def rules(db: Session) -> list[Rule]:
    """The rule of every region and of the national Forum; made with the default where there is none."""
    for region in (*places.REGIONS, NATIONAL):
        if db.get(Rule, region) is None:
            db.add(Rule(region=region, after_days=NATIONAL_AFTER if region == NATIONAL else 0))
    db.flush()
    return list(db.scalars(select(Rule).order_by(Rule.region)))


def plan_ahead(db: Session) -> list[Forum]:
    """Write down every monthly Forum of the weeks to come that is not yet."""
    now, planned = clock.now(), []
    for rule in rules(db):
        hour = time.fromisoformat(rule.hour)
        span = now + LATEST_PLANNING, now + PLAN_AHEAD
        for month, at in recurrence.occurrences(rule.rule, hour, *span, rule.after_days):
            number = number_of(rule.region, month)
            if db.scalar(select(Forum.id).where(Forum.number == number)) is None:
                planned.append(_plan(rule, number, month, at))
    db.add_all(planned)
    db.flush()
    for forum in planned:
        figures(db, forum)
    return planned


def _plan(rule: Rule, number: str, month: date, at: datetime) -> Forum:
    return Forum(
        number=number, region=rule.region, month=month, at=at, place=rule.place, invite_at=at - INVITE_BEFORE
    )


def meets_usually(db: Session, region: str, place: str) -> None:
    """From now on the monthly Forum of a region meets there; also those planned that have no place yet."""
    rule = next(rule for rule in rules(db) if rule.region == region)
    rule.place = place
    for forum in coming_in(db, region):
        if forum.kind == "monthly" and forum.place is None:
            forum.place = place


def plan_one(db: Session, kind: str, region: str, at: datetime, **more: Any) -> Forum:
    """Write down a Forum beside the monthly ones, to be invited at once: northeast-2569-08-s1.

    Of two planned in the same moment one fails on the number, and its event is tried again.
    """
    at = at.astimezone(UTC)
    month = at.astimezone(BANGKOK).date().replace(day=1)
    begun = f"{number_of(region, month)}-{LETTERS[kind]}"
    taken = db.scalar(select(func.count()).where(Forum.number.startswith(begun, autoescape=True))) or 0
    how = {"kind": kind, "region": region, "month": month, "at": at, "invite_at": clock.now(), **more}
    forum = Forum(number=f"{begun}{taken + 1}", **how)
    db.add(forum)
    db.flush()
    figures(db, forum)
    return forum


def figures(db: Session, forum: Forum) -> str:
    """The four figures by which people sign in at its door; drawn once."""
    if forum.check_in is None:
        none_yet = update(Forum).where(Forum.id == forum.id, Forum.check_in.is_(None))
        db.execute(none_yet.values(check_in=_free_figures(db)))
        db.refresh(forum)
    assert forum.check_in, "drawn now, or by another just before"
    return forum.check_in


def _free_figures(db: Session) -> str:
    """What no Forum is called by; one that has been over for long gives up its own."""
    lately = select(Forum.check_in).where(Forum.at > clock.now() - FIGURES_STAY)
    taken = set(db.scalars(lately))
    drawn = next(four for four in iter(_four_figures, None) if four not in taken)
    db.execute(update(Forum).where(Forum.check_in == drawn).values(check_in=None))
    return drawn


def _four_figures() -> str:
    return f"{1000 + secrets.randbelow(9000)}"


def twin(db: Session, region: str, topic: str, at: datetime) -> Forum | None:
    """A coming Forum of the region about the same topic on the same day."""
    day = at.astimezone(BANGKOK).date()
    same = (forum for forum in coming_in(db, region) if forum.topic == topic)
    return next((forum for forum in same if forum.at.astimezone(BANGKOK).date() == day), None)


def claim(db: Session, forum: Forum, column: str) -> bool:
    """Take a thing to do once: sets the moment in `column` if it is still empty."""
    mark = update(Forum).where(Forum.id == forum.id, getattr(Forum, column).is_(None))
    return bool(changed(db, mark.values({column: clock.now()})))


def next_in(db: Session, region: str, kind: str | None = None) -> Forum | None:
    """The next Forum of a whole region that people can still come to."""
    whole = (forum for forum in coming_in(db, region) if not forum.areas and kind in (None, forum.kind))
    return next(whole, None)


def coming_in(db: Session, region: str) -> list[Forum]:
    return [forum for forum in upcoming(db) if forum.region == region]


def concerns(forum: Forum, place: str | None) -> bool:
    """Whether somebody who lives there belongs to those a Forum is for."""
    return not {*(forum.areas or [forum.region])}.isdisjoint(scopes_over(place)) if place else False


def is_past(forum: Forum) -> bool:
    return forum.at <= clock.now()


def upcoming(db: Session) -> list[Forum]:
    coming = select(Forum).where(Forum.state.in_(OPEN), Forum.at > clock.now())
    return list(db.scalars(coming.order_by(Forum.at, Forum.id)))


def planned(db: Session) -> list[Forum]:
    """Those ahead that people were invited to or will be; an emergency call has answers and ways of its own."""
    return [forum for forum in upcoming(db) if forum.kind != "emergency"]


def on_or_planned(db: Session) -> list[Forum]:
    """Those, and before them what began within the last hours."""
    began = select(Forum).where(Forum.at <= clock.now(), Forum.at > clock.now() - STILL_ON)
    on = began.where(Forum.state.in_((*OPEN, "held")), Forum.kind != "emergency")
    return [*db.scalars(on.order_by(Forum.at, Forum.id)), *planned(db)]


def is_open(forum: Forum) -> bool:
    return forum.state in OPEN and not is_past(forum)


def previous(db: Session, forum: Forum) -> Forum | None:
    """The monthly Forum of the region before this one, cancelled ones left out."""
    before = select(Forum).where(
        Forum.region == forum.region,
        Forum.kind == "monthly",
        Forum.at < forum.at,
        Forum.state != "cancelled",
    )
    return db.scalar(before.order_by(Forum.at.desc()).limit(1))


def by_token(db: Session, token: str) -> Forum | None:
    return db.scalar(select(Forum).where(Forum.token == token)) if token.isprintable() else None


def by_id(db: Session, given: str) -> Forum | None:
    """The Forum a button names."""
    return db.get(Forum, int(given)) if given.isdecimal() and len(given) < 16 else None


def by_number(db: Session, number: str) -> Forum | None:
    return db.scalar(select(Forum).where(Forum.number == number))


def close_past(db: Session) -> None:
    """What has begun is held."""
    db.execute(update(Forum).where(Forum.state.in_(OPEN), Forum.at <= clock.now()).values(state="held"))
