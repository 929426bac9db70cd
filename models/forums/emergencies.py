"""An emergency call: who is called to meet, what they are told, and who has answered."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from models import clock, people, places, roles
from models.forums import audience, in_groups, telling
from models.forums import forum as forums
from models.forums.forum import STILL_ON, Forum
from models.forums.invitations import TAKEN_BACK, Rsvp
from models.people import Person
from models.post import ledger, outbox, postman, recall
from models.post.messages import Message, in_chat, tap

SOONEST, LATEST = timedelta(minutes=30), timedelta(days=3)
ROLL_CALL_AFTER = timedelta(minutes=30)
NEEDS = ("boat", "food", "medicine", "shelter", "bedridden")
HELP = "help"  # the answer of somebody who needs help first


@dataclass(frozen=True)
class RollCall:
    called: int
    groups: int
    answers: Counter[str]  # persons: going, online, not_going, help
    heads: int  # of those who come to the hall
    needs: Counter[str]
    silent: int  # of those who were called; who read it in a group may answer too
    from_where: list[tuple[str | None, int]]  # persons who answered, the most first


def _called(db: Session, areas: list[str]) -> tuple[ColumnElement[bool], ...]:
    """Those who live there and did not refuse, silence being no refusal; and all who answer for any part of it.

    A call to meet about a danger rests on the protection of lives, not on the consent to monthly dates.
    """
    lives_there = or_(*map(people.lives_in, areas))
    agrees = and_(Person.keeping != "no", Person.invitations.is_not(False))
    answers = Person.id.in_([person.id for person in roles.around(db, areas)])
    return or_(and_(lives_there, agrees), answers), Person.blocked_at.is_(None)


def count(db: Session, areas: list[str], but: Person) -> int:
    wanted = select(func.count()).select_from(Person).where(*_called(db, areas), Person.id != but.id)
    return db.scalar(wanted) or 0


def call(db: Session, caller: Person, areas: list[str], at: datetime, **particulars: str | None) -> Forum:
    """Write the call down and put it before everything else that waits."""
    region = next(scope for scope in roles.scopes_over(areas[0]) if scope in places.REGIONS)
    forum = forums.plan_one(
        db, "emergency", region, at, areas=areas, called_by=caller.id, state="invited", **particulars
    )
    forum.invited_at = clock.now()
    for language in people.languages(db):
        _push(db, forum, "call", message(forum), _line_ids(db, forum, caller, language), language)
    in_groups.tell(db, forum, "call", to_group(forum), audience.groups_in(db, areas), lane=outbox.CALL)
    return forum


def _line_ids(db: Session, forum: Forum, caller: Person, language: str) -> Iterator[str]:
    spoken = Person.language == language
    wanted = select(Person.line_id).where(*_called(db, forum.areas), Person.id != caller.id, spoken)
    yield from db.scalars(wanted.order_by(Person.id).execution_options(yield_per=5000))


def _push(
    db: Session, forum: Forum, what: str, said: Message, ids: Iterator[str], language: str, **how: object
) -> int:
    how = {"lane": outbox.CALL, "language": language, "forum_id": forum.id, "until": forum.at, **how}
    return outbox.multicast(db, f"{what}/{forum.id}/{language}", ids, said, **how)


def described(forum: Forum) -> dict[str, object]:
    return {**telling.described(forum), "about": [forum.reason, forum.topic]}


def message(forum: Forum) -> Message:
    online = (tap("rsvp.online", f"called/{forum.id}/online"),) if forum.online_url else ()
    answers = (
        tap("called.going", f"called/{forum.id}/going", loud=True),
        *online,
        tap("called.not_going", f"called/{forum.id}/not_going"),
        tap("called.help", f"called/{forum.id}/help"),
    )
    return Message("emergency.call", described(forum), answers)


def to_group(forum: Forum) -> Message:
    ways = (
        in_chat("called.going", "chat.going", loud=True, number=forum.id),
        in_chat("called.not_going", "chat.not_going", number=forum.id),
        in_chat("called.help", "chat.help", number=forum.id),
    )
    return Message("emergency.to_group", described(forum), ways)


def call_off(db: Session, forum: Forum) -> int:
    """Whoever may have heard the call, person or group, is told once; what still waits is not said any more.

    Where a call is in LINE's hands just now, this is said after it.
    """
    if not forums.is_open(forum):
        return 0
    forum.state = "cancelled"
    forum.revision += 1
    db.flush()
    doubtful = recall.stop(db, forum.id)
    called = doubtful | ledger.recipients(db, f"call/{forum.id}/", sent=True)
    groups = audience.groups_in(db, forum.areas)
    knowing = in_groups.heard(db, forum, "call", groups, doubtful)
    said = Message("emergency.called_off", described(forum))
    how = {"due_at": clock.now() + (postman.LEASE if doubtful else timedelta())}
    in_groups.tell(db, forum, "called_off", said, knowing, lane=outbox.CALL, **how)
    return sum(
        _push(db, forum, "called_off", said, _reached(db, called, language), language, **how)
        for language in people.languages(db)
    )


def _reached(db: Session, called: set[str], language: str) -> Iterator[str]:
    spoken = select(Person.line_id).where(Person.language == language, Person.blocked_at.is_(None))
    yield from (line_id for line_id in db.scalars(spoken.order_by(Person.id)) if line_id in called)


def roll_call(db: Session, forum: Forum) -> RollCall:
    answered = select(Rsvp, Person.place, Person.line_id).join(Person, Person.id == Rsvp.person_id)
    rows = list(db.execute(answered.where(Rsvp.forum_id == forum.id, Rsvp.answer != TAKEN_BACK)))
    places = Counter(place for _, place, _ in rows)
    called = ledger.recipients(db, f"call/{forum.id}/")
    return RollCall(
        called=len(called),
        groups=ledger.count(db, f"group/call/{forum.id}/"),
        answers=Counter(rsvp.answer for rsvp, _, _ in rows),
        heads=sum(rsvp.people for rsvp, _, _ in rows if rsvp.answer == "going"),
        needs=Counter(rsvp.need for rsvp, _, _ in rows if rsvp.need),
        silent=len(called - {line_id for _, _, line_id in rows}),
        from_where=sorted(places.items(), key=lambda row: (-row[1], row[0] or "~")),
    )


def was_called(db: Session, forum: Forum, person: Person) -> bool:
    """Or lives where it is for: whoever read it in a group may answer too."""
    lives_there = any(area in roles.scopes_over(person.place) for area in forum.areas)
    return lives_there or person.line_id in ledger.recipients(db, f"call/{forum.id}/")


def open_for(db: Session, person: Person) -> Forum | None:
    """The newest call that is still on and was for this person: what a bare "ไปค่ะ" is about."""
    on = (forum for forum in reversed(lately(db)) if forums.is_open(forum))
    return next((forum for forum in on if was_called(db, forum, person)), None)


def lately(db: Session) -> list[Forum]:
    """Calls that are ahead or began within the last hours, the oldest first."""
    since = clock.now() - STILL_ON
    called = select(Forum).where(Forum.kind == "emergency", Forum.at > since)
    return list(db.scalars(called.order_by(Forum.id)))


def owed_a_roll_call(db: Session) -> list[Forum]:
    """Calls whose caller has not been told yet who answered."""
    due = clock.now() - ROLL_CALL_AFTER
    return [
        forum
        for forum in lately(db)
        if forum.state != "cancelled" and forum.invited_at and forum.invited_at <= due
    ]
