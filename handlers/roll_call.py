"""`ใครตอบ`: who has answered an emergency call, counted as it stands; and calling it off."""

from typing import Any

from sqlalchemy.orm import Session

from handlers.form import step
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import roles
from models.forums import emergencies
from models.forums import forum as forums
from models.forums.emergencies import HELP
from models.forums.forum import Forum
from models.post.messages import Choice, tap

PLACES = 8  # told apart
POWER = "see_comers"


def begin(turn: Turn) -> Answer:
    """Of the newest call that concerns her area."""
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return not_yours(turn)
    found = [forum for forum in emergencies.lately(turn.db) if _may(turn, forum, POWER)]
    return _counted(turn, found[-1]) if found else one("roll_call.none")


def standing(turn: Turn) -> Answer | None:
    """The newest call that is still on and that she may call off, with the button for it."""
    found = [
        one
        for one in emergencies.lately(turn.db)
        if forums.is_open(one) and _may(turn, one, "call_emergency")
    ]
    return _counted(turn, found[-1]) if found else None


def _may(turn: Turn, forum: Forum, power: str) -> bool:
    """Over what holds one of its areas, or over a part of one."""
    own = roles.scopes_with(turn.db, turn.person, power)
    over = {scope for area in forum.areas for scope in roles.scopes_over(area)}
    return any(scope in over or not set(forum.areas).isdisjoint(roles.scopes_over(scope)) for scope in own)


def tapped(turn: Turn) -> Answer:
    forum = forums.by_id(turn.db, "".join(step(turn, 1)))
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return not_yours(turn)
    if forum is None or forum.kind != "emergency" or not _may(turn, forum, POWER):
        return one("talk.old_button")
    match step(turn, 2):
        case ["call_off"]:
            return _asked_off(turn, forum)
        case ["call_off_now"]:
            return _called_off(turn, forum)
    return _counted(turn, forum)


def _counted(turn: Turn, forum: Forum) -> Answer:
    return one("roll_call.counts", choices(forum), **numbers(turn.db, forum))


def choices(forum: Forum) -> tuple[Choice, ...]:
    look = tap("roll_call.look", f"roll_call/{forum.id}")
    off = (tap("roll_call.call_off", f"roll_call/{forum.id}/call_off"),) if forums.is_open(forum) else ()
    return (look, *off)


def numbers(db: Session, forum: Forum) -> dict[str, Any]:
    """Who was called and who has answered, as it is read."""
    roll = emergencies.roll_call(db, forum)
    return {
        **emergencies.described(forum),
        "called": str(roll.called),
        "groups": roll.groups,
        "going": str(roll.answers["going"] + roll.answers["online"]),
        "not_going": str(roll.answers["not_going"]),
        "help": roll.answers[HELP],
        "needs": roll.needs.most_common(),
        "silent": str(roll.silent),
        "answered_from": roll.from_where[:PLACES],
    }


def _asked_off(turn: Turn, forum: Forum) -> Answer:
    """Only whoever may call may call off."""
    if not _may(turn, forum, "call_emergency"):
        return not_yours(turn)
    if not forums.is_open(forum):
        return _counted(turn, forum)
    sure = tap("plan.confirm", f"roll_call/{forum.id}/call_off_now", loud=True)
    keep = tap("roll_call.keep", f"roll_call/{forum.id}")
    return one("roll_call.sure", (sure, keep), **numbers(turn.db, forum))


def _called_off(turn: Turn, forum: Forum) -> Answer:
    if not _may(turn, forum, "call_emergency"):
        return not_yours(turn)
    if not forums.is_open(forum):
        return _counted(turn, forum)
    told = emergencies.call_off(turn.db, forum)
    again = (tap("emergency.begin", "open/emergency"),)
    return one("roll_call.done", again, **emergencies.described(forum), reached=str(told))
