"""The digest of an area: what is new there, what waits, what is asked, who comes; once a day for each person."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column, selectinload

from models import area_issues, clock, listings, places, questions, roles
from models.base import Base, Id, insert_once
from models.forums import drafting, opinions
from models.forums import forum as forums
from models.forums.invitations import COMING, Rsvp
from models.forums.opinions import RegionAsked
from models.people import Person
from models.post.messages import Choice, Message, tap
from models.powers import POWERS
from models.roles import Role
from models.thai.calendar import day_of

DAY, WEEK = timedelta(days=1), timedelta(days=7)
LINES, FRESH_LINES = 8, 5  # lines of a digest, and how many of them what is new may fill
BARS, PLACES = 5, 4
TAMBON = 6  # figures of its code
NEWS = (
    "urgent",
    "asked",
    "silent",
    "going",
    "proposed",
    "touching",
)  # what makes a morning worth telling beside new reports
Where = tuple[str | None, int | None]  # code, village


class Digest(Base):
    """Somebody had her digest of this day; `at` is the moment from which the next one counts."""

    __tablename__ = "digests"
    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    day: Mapped[date]
    at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("person_id", "day"),)


def claim(db: Session, person: Person) -> bool:
    """Whether the digest of today is still to be said to her; only one clock ever wins it."""
    now = clock.now()
    return insert_once(db, Digest, person_id=person.id, day=day_of(now), at=now)


def last_before_today(db: Session, person: Person) -> datetime:
    """Since when things are new to her. What nobody ever told her is new for a week."""
    before = select(func.max(Digest.at)).where(
        Digest.person_id == person.id, Digest.day < day_of(clock.now())
    )
    return db.scalar(before) or clock.now() - WEEK


def due(db: Session, moment: datetime) -> list[tuple[Person, list[str]]]:
    """Whoever acts where something happened before `moment` and since her last digest, with her scopes."""
    latest = _stirred(db, moment)
    had, last = _had_today(db), _last_before_today(db)
    found = []
    for person, scopes in _on_duty(db, latest).items():
        newest = max(latest[scope] for scope in scopes if scope in latest)
        if person.id not in had and newest > last.get(person.id, moment - WEEK):
            found.append((person, scopes))
    return found


def _on_duty(db: Session, scopes: Iterable[str]) -> dict[Person, list[str]]:
    """Everybody who acts in any of these scopes, with all her scopes: a deputy in the holder's stead."""
    answers = select(Role).where(Role.role.in_(POWERS["answer_for"])).order_by(Role.id)
    whole = answers.options(selectinload(Role.person), selectinload(Role.deputy))
    acting = {role.actor for role in db.scalars(whole.where(Role.scope.in_(list(scopes))))}
    ids = [person.id for person in acting if person.blocked_at is None]
    found: dict[Person, list[str]] = {}
    for role in db.scalars(whole.where(or_(Role.person_id.in_(ids), Role.deputy_id.in_(ids)))):
        if role.actor.id in ids:
            found.setdefault(role.actor, []).append(role.scope)
    return found


def _had_today(db: Session) -> set[int]:
    return set(db.scalars(select(Digest.person_id).where(Digest.day == day_of(clock.now()))))


def _last_before_today(db: Session) -> dict[int, datetime]:
    before = select(Digest.person_id, func.max(Digest.at)).where(Digest.day < day_of(clock.now()))
    return {person_id: at for person_id, at in db.execute(before.group_by(Digest.person_id))}


def _stirred(db: Session, moment: datetime) -> dict[str, datetime]:
    """Every scope in which something happened in the week before, and when it last did."""
    since = moment - WEEK
    filed = [(place, at) for place, _, at in area_issues.places_since(db, [roles.NATIONAL], since)]
    still = area_issues.fell_silent(db, since, moment)
    happened = [*filed, *still, *questions.asked_since(db, since), *_answers(db, since)]
    stirred = [(scope, at) for place, at in happened for scope in roles.scopes_over(place)]
    latest: dict[str, datetime] = {}
    for scope, at in [*stirred, *_asked_by_the_centre(db)]:
        if at <= moment:
            latest[scope] = max(at, latest.get(scope, at))
    for region, at in (one for one in _proposals(db, since) if one[1] <= moment):
        latest[region] = max(at, latest.get(region, at))
    return latest


def _proposals(db: Session, since: datetime) -> list[tuple[str, datetime]]:
    """For which region's Forum something was proposed, and when: its coordinators hear of it, nobody below."""
    found = drafting.proposed_since(db, places.REGIONS, since)
    return [(item.forum.region, item.proposed_at) for item in found if item.proposed_at]


def _asked_by_the_centre(db: Session) -> list[tuple[str, datetime]]:
    """Scopes of those who are asked how a situation touches their region."""
    waiting = opinions.waiting(db, places.REGIONS)
    return [
        (scope, one.asked_at)
        for one in waiting
        for scope in (one.region, *places.provinces_of_region(one.region))
    ]


def _answers(db: Session, since: datetime) -> list[tuple[str | None, datetime]]:
    said = select(Person.place, Rsvp.answered_at).join(Rsvp, Rsvp.person_id == Person.id)
    coming = said.where(Rsvp.answered_at > since, Rsvp.answer.in_(COMING))
    return [(place, at) for place, at in db.execute(coming)]


def message(db: Session, person: Person, scopes: Sequence[str]) -> Message:
    """The digest of these scopes. Single reports stand in it only for those who may know who brought them."""
    since = last_before_today(db, person)
    fresh = [(place, moo) for place, moo, _ in area_issues.places_since(db, scopes, since)]
    oldest = area_issues.listed(db, scopes, "longest", 0, 1)
    near = [scope for scope in scopes if scope in roles.scopes_with(db, person, "see_names")]
    touching = _touching(db, person)
    values = {
        "name": person.name,
        "at": clock.now().isoformat(),
        "new": len(fresh),
        "urgent": area_issues.count_urgent(db, scopes),
        "open": area_issues.count_open(db, scopes),
        "silent": area_issues.count_silent(db, scopes),
        "waited": area_issues.days_waited(oldest[0]) if oldest else 0,
        "by_place": _by_place(fresh, scopes),
        "numbered": _lines(db, person, near, since) if near else [],
        "bars": _bars(db, scopes),
        "asked": questions.count_open(db, scopes, person),
        "proposed": _proposed(db, person, since),
        "touching": touching.issue.summary if touching else None,
        **_coming(db, scopes),
    }
    is_news = fresh or any(values.get(name) for name in NEWS)
    ways = _choices(touching, proposed=values["proposed"])
    return Message("digest.morning" if is_news else "digest.quiet", values, ways)


def _proposed(db: Session, person: Person, since: datetime) -> int:
    """How many items were proposed for the Forums she plans."""
    planned = [one for one in places.REGIONS if roles.may(db, person, "plan_forums", one)]
    return len(drafting.proposed_since(db, planned, since)) if planned else 0


def _choices(touching: RegionAsked | None, proposed: int) -> tuple[Choice, ...]:
    draft = (tap("forum.agenda", "open/agenda"),) if proposed else ()
    usual = (tap("work.reports", "open/reports", loud=True), tap("work.questions", "open/questions"), *draft)
    if touching is None:
        return usual
    return *usual, tap("opinion.to_centre", f"opinion_of/{touching.issue_id}/{touching.region}")


def _touching(db: Session, person: Person) -> RegionAsked | None:
    """What the centre asks the region of those who coordinate it, or one of its provinces."""
    scopes = roles.scopes_with(db, person, "speak_for_region")
    regions = {scope if scope in places.REGIONS else places.region_of(scope) for scope in scopes}
    return next(iter(opinions.waiting(db, [one for one in places.REGIONS if one in regions])), None)


def _lines(db: Session, person: Person, scopes: Sequence[str], since: datetime) -> list[dict[str, Any]]:
    """Danger first, then what is new, then what waits longest."""
    pressing = area_issues.urgent(db, scopes, LINES)
    fresh = area_issues.opened_since(db, scopes, since, FRESH_LINES)
    waiting = area_issues.listed(db, scopes, "longest", 0, LINES)
    shown = list(dict.fromkeys((*pressing, *fresh, *waiting)))[:LINES]
    numbers = listings.numbers(db, person.id, "issue", [issue.id for issue in shown])
    return area_issues.lines(db, shown, numbers)


def _by_place(fresh: Iterable[Where], scopes: Sequence[str]) -> list[list[Any]]:
    """Where most came from, one level below the widest scope: [code, village, how many]."""
    found = Counter(_part(where, scopes) for where in fresh)
    return [[code, moo, count] for (code, moo), count in found.most_common(PLACES)]


def _part(where: Where, scopes: Sequence[str]) -> Where:
    code, moo = where
    if code is None:
        return None, None
    if roles.NATIONAL in scopes:
        return places.region_of(code), None
    if any(scope in places.REGIONS for scope in scopes):
        return code[:2], None
    widest = min(len(scope) for scope in scopes)
    return code[: widest + 2], moo if widest == TAMBON else None


def _bars(db: Session, scopes: Sequence[str]) -> list[list[Any]]:
    """The commonest topics: [topic, kind, how many in a day, how many in a week]."""
    now = clock.now()
    filed = area_issues.topics_since(db, scopes, now - WEEK)
    week = Counter(topic for topic, _ in filed)
    day = Counter(topic for topic, at in filed if at > now - DAY)
    return [[*topic, day[topic], count] for topic, count in week.most_common(BARS)]


def _coming(db: Session, scopes: Sequence[str]) -> dict[str, Any]:
    """Who of these scopes comes to the next Forum they were invited to; several of one day are told together."""
    regions = {_region(scope) for scope in scopes}
    everywhere = roles.NATIONAL in scopes
    invited = [forum for forum in forums.upcoming(db) if forum.invited_at is not None]
    theirs = [forum for forum in invited if everywhere or forum.region in regions]
    same_day = [forum for forum in theirs if day_of(forum.at) == day_of(theirs[0].at)]
    if not same_day:
        return {}
    said = select(func.count(), func.sum(Rsvp.people)).join(Person, Rsvp.person_id == Person.id)
    at_these = (Rsvp.forum_id.in_([forum.id for forum in same_day]), Rsvp.answer.in_(COMING))
    going, heads = db.execute(said.where(*at_these, roles.inside(Person.place, scopes))).one()
    region = {"region": same_day[0].region} if len(same_day) == 1 else {}
    return {**region, "forum_at": same_day[0].at.isoformat(), "going": going, "people": heads or 0}


def _region(scope: str) -> str | None:
    return scope if scope in places.REGIONS else places.region_of(scope)
