"""`จัดเวที`: a Forum about one topic, within a week, invited at once; the price is shown before it goes."""

from datetime import datetime, timedelta
from typing import Any

from handlers import topic
from handlers.form import Form, Question, data, step
from handlers.forums import hall, price, when, which
from handlers.forums.place import takes_sure
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import area_issues, clock, roles
from models.forums import forum as forums
from models.forums import invitations, telling
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap
from models.thai.calendar import here

LATELY = timedelta(days=30)
SHOWN = 4  # topics above "others"
SHORT = 60  # letters: more than the name of a topic is a trouble being told


def begin(turn: Turn) -> Answer:
    own = which.regions(turn)
    if not own:
        return not_yours(turn)
    price.learn(turn.db)
    return PLAN.begin(turn, **({"region": own[0]} if len(own) == 1 else {}))


def _ask_region(turn: Turn, draft: Draft) -> Message:
    named = [tap(f"region.{one}", data(draft, "region", one)) for one in which.regions(turn)]
    return Message("forum.which_region", {}, (*named, _cancel(draft)))


def _takes_region(turn: Turn, draft: Draft) -> str | None:
    given = "".join(step(turn, 3))
    return given if given in which.regions(turn) else None


def _ask_topic(turn: Turn, draft: Draft) -> Message:
    """What people of the region raised lately comes first."""
    raised = area_issues.raised_since(turn.db, draft.answers["region"], clock.now() - LATELY, SHOWN)
    codes = [f"{topic}.{kind}" if kind else topic for topic, kind in raised]
    shown = list(dict.fromkeys((*codes, *topic.COMMON)))[:SHOWN]
    named = [_topic_button(draft, code) for code in shown]
    return Message("plan.topic", {}, (*named, tap("topic.more", data(draft, "topics", "more"))))


def _topic_button(draft: Draft, code: str) -> Choice:
    return tap("plan.topic", data(draft, "topics", code), topics=pairs(code))


def pairs(code: str) -> list[list[str | None]]:
    """A topic's code as it is spoken of in sentences."""
    name, _, kind = code.partition(".")
    return [[name, kind or None]]


def _takes_topic(turn: Turn, draft: Draft) -> str | Message | None:
    if isinstance(turn.input, Tap):
        given = "".join(step(turn, 3))
        if given == "more":
            return topic.offered(draft, second_page=bool(step(turn, 4)))
        return given if topic.named(given) else None
    if len(turn.words) > SHORT:
        return None
    read = next((one.code for one in turn.meaning.reading.topics), None)
    return read or Message("plan.topic_again", {}, topic.offered(draft, second_page=False).choices)


def limits(_turn: Turn, _draft: Draft) -> tuple[datetime, datetime]:
    """From a day ahead to the end of the seventh day."""
    soonest, latest = forums.SITUATION_NOTICE
    last = here(clock.now() + latest).replace(hour=23, minute=59, second=0, microsecond=0)
    return clock.now() + soonest, last


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    told = draft.answers
    at = when.moment(draft)
    assert at, "asked only when day and hour are known"
    about = {"region": told["region"], "topics": pairs(told["topics"]), "at": at.isoformat()}
    edits = (tap("edit.topic", data(draft, "edit", "topics")), tap("plan.when", data(draft, "edit", "day")))
    if forums.twin(turn.db, told["region"], told["topics"], at):
        return Message("plan.twin", about, (*edits, _cancel(draft)))
    values = {"hall": told["hall"] or None, **price.of_inviting(turn.db, told["region"])}
    several = len(which.regions(turn)) > 1
    last = tap("plan.region", data(draft, "edit", "region")) if several else _cancel(draft)
    place = tap("forum.place_again", data(draft, "edit", "hall"))
    confirm = tap("plan.confirm", data(draft, "sure", "yes"), loud=True)
    return Message("plan.sure", {**about, **values}, (confirm, *edits, place, last))


def _planned(turn: Turn, draft: Draft) -> Answer:
    told = draft.answers
    if not roles.may(turn.db, turn.person, which.POWER, told["region"]):
        drafts.drop(turn.db, draft)
        return not_yours(turn)
    told.pop("sure")
    late = when.within(turn, draft, limits)
    at = when.moment(draft)
    if late is not None or at is None:
        return Answer([late] if late else [])
    if forums.twin(turn.db, told["region"], told["topics"], at):
        return PLAN.ask(turn, draft)  # somebody else was quicker
    drafts.drop(turn.db, draft)
    particulars: dict[str, Any] = {"topic": told["topics"], "place": told["hall"] or None}
    forum = forums.plan_one(turn.db, "situation", told["region"], at, called_by=turn.person.id, **particulars)
    invited = invitations.invite(turn.db, forum)
    values = {**telling.described(forum), "topics": pairs(told["topics"]), "invited": str(invited)}
    return one("plan.done", changes(forum), **values)


def changes(forum: forums.Forum) -> tuple[Choice, ...]:
    """What can be done with a Forum that stands."""
    verbs = ("move", "call_off", "details", "comers")
    return tuple(tap(f"forum.{verb}", f"forum_of/{forum.id}/{verb}") for verb in verbs)


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


PLAN = Form(
    "plan",
    (
        Question("region", _ask_region, _takes_region),
        Question("topics", _ask_topic, _takes_topic),
        *when.questions(limits),
        Question(
            "hall",
            lambda turn, draft: hall.ask(draft, "forum.ask_place", may_skip=True),
            lambda turn, draft: hall.takes(turn, draft, may_skip=True),
        ),
        Question("sure", _ask_sure, takes_sure),
    ),
    _planned,
)
