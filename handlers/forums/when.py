"""On which day, at what hour? As people say it, by a button or by LINE's own wheel, within the days allowed."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from handlers.form import Question, always, data, step
from handlers.inputs import Tap, Turn
from models import clock
from models.post.drafts import Draft
from models.post.messages import Choice, Message, pick_moment, tap
from models.thai.calendar import BANGKOK, here, read_moment
from models.thai.dates import read_date
from models.thai.normal import arabic

HOURS = ("09:00", "10:00", "13:00", "14:00")
DAYS_SHOWN = 7
FAR_YEAR = re.compile(r"(?<!\d)(?:2[7-9]|[3-9]\d)\d\d(?!\d)")  # no year anybody means, in either era
Limits = Callable[[Turn, Draft], tuple[datetime, datetime]]
Said = tuple[date | None, time | None]


def questions(limits: Limits, applies: Callable[[dict[str, Any]], bool] = always) -> tuple[Question, ...]:
    return (
        Question(
            "day",
            lambda turn, draft: _asked_day(turn, draft, limits, "when.day"),
            lambda turn, draft: _takes_day(turn, draft, limits),
            applies,
            carries=("hour",),
        ),
        Question(
            "hour",
            lambda turn, draft: _asked_hour(draft, "when.hour"),
            lambda turn, draft: _takes_hour(turn, draft, limits),
            applies,
        ),
    )


def moment(draft: Draft) -> datetime | None:
    """The moment that was told."""
    day, hour = draft.answers.get("day"), draft.answers.get("hour")
    return _joined(date.fromisoformat(day), time.fromisoformat(hour)) if day and hour else None


def within(turn: Turn, draft: Draft, limits: Limits) -> Message | None:
    """What to say if the moment has meanwhile come too near; the day is asked again."""
    at = moment(draft)
    wrong = _wrong(at, at, limits(turn, draft)) if at else "when.again"
    if wrong is None:
        return None
    for gone in ("day", "hour"):
        draft.answers.pop(gone, None)
    draft.asked = "day"
    return _asked_day(turn, draft, limits, wrong)


def _asked_day(turn: Turn, draft: Draft, limits: Limits, key: str) -> Message:
    soonest, latest = limits(turn, draft)
    first = here(soonest).date()
    days = [first + timedelta(days=more) for more in range(DAYS_SHOWN)]
    named = [_day_button(draft, day) for day in days if day <= here(latest).date()]
    wheel = pick_moment("when.pick", data(draft, "day", "picked"), _next_minute(soonest), latest)
    values = {"soonest": soonest.isoformat(), "latest": latest.isoformat()}
    return Message(key, values, (*named, wheel, _cancel(draft)))


def _day_button(draft: Draft, day: date) -> Choice:
    return tap("when.on", data(draft, "day", day.isoformat()), at=_joined(day, time(12)).isoformat())


def _next_minute(moment: datetime) -> datetime:
    """The wheel turns by minutes."""
    return moment.replace(second=0, microsecond=0) + timedelta(minutes=1)


def _takes_day(turn: Turn, draft: Draft, limits: Limits) -> str | Message | None:
    if not isinstance(turn.input, Tap) and turn.meaning.trouble:
        return None
    found = _tapped(turn, turn.input) if isinstance(turn.input, Tap) else _said(turn.words)
    if turn.meaning.no_such_date or FAR_YEAR.search(arabic(turn.words)):
        return _asked_day(turn, draft, limits, "when.no_such_day")
    if not found:
        return _asked_day(turn, draft, limits, "when.again")
    day, hour = _best(found, draft, limits(turn, draft))
    if hour is not None:
        draft.answers["hour"] = f"{hour:%H:%M}"
    if day is None:
        return _asked_day(turn, draft, limits, "when.day")
    return _checked(turn, draft, limits, day) or day.isoformat()


def _checked(turn: Turn, draft: Draft, limits: Limits, day: date) -> Message | None:
    """What is wrong with a day, or with a day and its hour."""
    hour = draft.answers.get("hour")
    first, last = _span(day, time.fromisoformat(hour) if hour else None)
    wrong = _wrong(first, last, limits(turn, draft))
    if wrong is None:
        return None
    draft.answers.pop("hour", None)
    return _asked_day(turn, draft, limits, wrong)


def _best(found: list[Said], draft: Draft, limits: tuple[datetime, datetime]) -> Said:
    """Of several readings the first that is allowed: next Thursday is this week's or that of the week after."""
    kept = draft.answers.get("hour")
    for day, hour in found:
        known = hour or (time.fromisoformat(kept) if kept else None)
        if day is not None and _wrong(*_span(day, known), limits) is None:
            return day, hour
    return found[0]


def _span(day: date, hour: time | None) -> tuple[datetime, datetime]:
    """The moments that a day, or a day and an hour, can mean."""
    return _joined(day, hour or time.min), _joined(day, hour or time(23, 59))


def _wrong(first: datetime, last: datetime, limits: tuple[datetime, datetime]) -> str | None:
    soonest, latest = limits
    if last <= clock.now():
        return "when.past"
    if last < soonest:
        return "when.too_soon"
    return "when.too_late" if first > latest else None


def _tapped(turn: Turn, tapped: Tap) -> list[Said]:
    given = (tapped.picked or "") if step(turn, 3) == ["picked"] else "".join(step(turn, 3))
    try:
        found = read_moment(given)
    except ValueError:
        return []
    return [(found.date(), found.time() if "T" in given.upper() else None)]


def _said(words: str) -> list[Said]:
    """The readings of a line: the likeliest first; of a stretch its beginning."""
    read = read_date(words, clock.now())
    values = [value.split("/")[0] for value in (read.value or "", *read.alternatives)]
    return [_parts(value) for value in values if value]


def _parts(value: str) -> Said:
    day, _, hour = value.partition("T")
    return (date.fromisoformat(day) if day else None, time.fromisoformat(hour) if hour else None)


def _asked_hour(draft: Draft, key: str) -> Message:
    day = date.fromisoformat(draft.answers["day"])
    named = [
        tap("when.at", data(draft, "hour", hour), at=_joined(day, time.fromisoformat(hour)).isoformat())
        for hour in HOURS
    ]
    return Message(key, {"at": _joined(day, time(12)).isoformat()}, (*named, _cancel(draft)))


def _takes_hour(turn: Turn, draft: Draft, limits: Limits) -> str | Message | None:
    is_trouble = not isinstance(turn.input, Tap) and turn.meaning.trouble
    if is_trouble or "day" not in draft.answers:
        return None
    found = _tapped_hour("".join(step(turn, 3))) if isinstance(turn.input, Tap) else _said(turn.words)
    hour = next((hour for _, hour in found if hour), None)
    day = next((day for day, _ in found if day), None) or date.fromisoformat(draft.answers["day"])
    wrong = _wrong(*_span(day, hour), limits(turn, draft))
    if wrong is not None:
        return _asked_day(turn, draft, limits, wrong)
    draft.answers["day"] = day.isoformat()
    return f"{hour:%H:%M}" if hour else _asked_hour(draft, "when.hour_again")


def _tapped_hour(given: str) -> list[Said]:
    return [(None, time.fromisoformat(given))] if given in HOURS else []


def _joined(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, BANGKOK)


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))
