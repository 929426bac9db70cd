"""`เรียกเวทีฉุกเฉิน`: areas, reason, hour and place, the price, a word that is typed; then everybody there is called."""

from datetime import datetime

from handlers import emergency_areas, roll_call, spoken
from handlers.form import Form, Question, data, step
from handlers.forums import hall, price, when
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import clock, roles, topics
from models.forums import audience, emergencies, in_groups
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap

POWER = emergency_areas.POWER
REASONS = ("disaster.flood", "disaster.storm", "disaster.fire", "unrest.violence")
LONGEST = 100  # letters of a reason


def begin(turn: Turn) -> Answer:
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return not_yours(turn)
    price.learn(turn.db)
    return EMERGENCY.begin(turn)


def _ask_reason(turn: Turn, draft: Draft) -> Message:
    named = (tap("plan.topic", data(draft, "reason", code), topics=[code.split(".")]) for code in REASONS)
    return Message("emergency.reason", {}, (*named, _cancel(draft)))


def _takes_reason(turn: Turn, draft: Draft) -> dict[str, str | None] | Message | None:
    """A topic by a tap, or a line in the caller's own words, whatever it names."""
    given = "".join(step(turn, 3))
    if isinstance(turn.input, Tap):
        return {"topic": given, "words": None} if given in REASONS else None
    words = hall.named(turn.words, LONGEST)
    if words is None:
        return Message("emergency.reason_again", {}, _ask_reason(turn, draft).choices)
    found = topics.read(words).topics
    code = ".".join(filter(None, (found[0].topic, found[0].kind))) if found else None
    return {"topic": code, "words": words}


def limits(_turn: Turn, _draft: Draft) -> tuple[datetime, datetime]:
    return clock.now() + emergencies.SOONEST, clock.now() + emergencies.LATEST


def _about(draft: Draft) -> dict[str, object]:
    told, at = draft.answers, when.moment(draft)
    reason = told["reason"]
    about = {"scopes": told["areas"], "about": [reason["words"], reason["topic"]], "hall": told["hall"]}
    return {**about, "at": at.isoformat() if at else None}


def _ask_sure(turn: Turn, draft: Draft, key: str = "emergency.sure") -> Message:
    """What it is, whom it reaches, what it costs; nothing is sent before the word is typed."""
    areas = draft.answers["areas"]
    told = audience.groups_in(turn.db, areas)
    invited = emergencies.count(turn.db, areas, turn.person)
    messages = invited + in_groups.heads(told)
    counts = {
        "invited": str(invited),
        "groups": len(told),
        "uncounted": sum(group.members is None for group in told),
        "messages": str(messages),
        "quota": price.of(turn.db, messages),
    }
    edits = (
        tap("emergency.areas", data(draft, "edit", "areas")),
        tap("emergency.reason", data(draft, "edit", "reason")),
        tap("plan.when", data(draft, "edit", "day")),
        tap("forum.place_again", data(draft, "edit", "hall")),
    )
    return Message(key, {**_about(draft), **counts}, (*edits, _cancel(draft)))


def _takes_sure(turn: Turn, draft: Draft) -> str | Message:
    if not isinstance(turn.input, Tap) and spoken.means(turn.words, "call_now"):
        return "yes"
    return _ask_sure(turn, draft, "emergency.not_sure")


def _called(turn: Turn, draft: Draft) -> Answer:
    told = draft.answers
    if not all(roles.may(turn.db, turn.person, POWER, area) for area in told["areas"]):
        drafts.drop(turn.db, draft)
        return not_yours(turn)
    told.pop("sure")
    late = when.within(turn, draft, limits)
    at = when.moment(draft)
    if late is not None or at is None:
        return Answer([late] if late else [])
    drafts.drop(turn.db, draft)
    reason = told["reason"]
    particulars = {"topic": reason["topic"], "reason": reason["words"], "place": told["hall"]}
    forum = emergencies.call(turn.db, turn.person, told["areas"], at, **particulars)
    return one("emergency.done", roll_call.choices(forum), **roll_call.numbers(turn.db, forum))


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


EMERGENCY = Form(
    "emergency",
    (
        Question("areas", emergency_areas.ask, emergency_areas.takes, carries=("picked",)),
        Question("reason", _ask_reason, _takes_reason),
        *when.questions(limits),
        Question("hall", lambda turn, draft: hall.ask(draft, "forum.ask_place"), hall.takes),
        Question("sure", _ask_sure, _takes_sure),
    ),
    _called,
    quotes=True,
)
