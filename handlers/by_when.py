"""By when is something to be done? A day as people say it, by a button, or none yet."""

from datetime import date, timedelta

from handlers import spoken
from handlers.form import data, step
from handlers.inputs import Tap, Turn
from models import clock
from models.post.drafts import Draft
from models.post.messages import Message, tap
from models.thai import conclusion
from models.thai.calendar import day_of

OFFERED = (timedelta(days=7), timedelta(days=30))
NO_DATE = "none"
WRONG = {"past": "conclude.past", "impossible": "conclude.impossible", "far": "conclude.far"}


def asked(draft: Draft, question: str, key: str, far: str | None = None) -> Message:
    """Two days are offered, and none; of a day too far away it is asked whether it is meant."""
    today = day_of(clock.now())
    meant = (tap("conclude.meant", data(draft, question, far)),) if far else ()
    days = [(today + ahead).isoformat() for ahead in OFFERED]
    offered = () if far else tuple(tap("when.on", data(draft, question, day), at=day) for day in days)
    none = tap("conclude.no_date", data(draft, question, NO_DATE))
    cancel = tap("cancel", data(draft, "drop"))
    return Message(key, {"due": far}, (*meant, *offered, none, cancel))


def taken(turn: Turn, draft: Draft, question: str, again: str) -> str | Message | None:
    """A day as ISO text; `again` is asked where none is found."""
    if isinstance(turn.input, Tap):
        return _tapped("".join(step(turn, 3)))
    found = conclusion.due_of(turn.words, clock.now())
    if found.wrong:
        far = found.day.isoformat() if found.day else None
        return asked(draft, question, WRONG[found.wrong], far)
    if found.day:
        return found.day.isoformat()
    says_none = spoken.means(turn.words, "skip") or spoken.means(turn.words, "no_date")
    return NO_DATE if says_none else asked(draft, question, again)


def _tapped(given: str) -> str | None:
    if given == NO_DATE:
        return NO_DATE
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return None
    return given if conclusion.checked(day, clock.now()).day else None
