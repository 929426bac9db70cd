"""`งานค้าง`: what somebody took on, or what is owed in her area, and each step of it by a tap or a line of words."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from handlers import by_when, deed_card, spoken
from handlers.by_when import NO_DATE
from handlers.form import Form, Question, data, step
from handlers.forums import hall
from handlers.inputs import Answer, Photo, Tap, Turn, Words, one
from handlers.story import fetch
from models import listings, roles
from models.forums import conclusions, follow_up, resolutions, takers
from models.forums.resolutions import NEXT, Resolution
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap

SHOWN = 8
NO_PHOTO = ""
LIST = tap("deed.list", "open/deeds")
STRAIGHT = ("working", "sent", "received")  # steps that need no more words


def begin(turn: Turn) -> Answer:
    scopes = roles.scopes_with(turn.db, turn.person, "answer_for")
    mine = follow_up.owed_by(turn.db, turn.person)
    found = follow_up.owed_in(turn.db, scopes, turn.person) if scopes else mine
    if not found:
        return one("deed.none")
    shown = found[:SHOWN]
    numbers = listings.numbers(turn.db, turn.person.id, "deed", [one.id for one in shown])
    rows = [follow_up.line(one, number) for one, number in zip(shown, numbers, strict=True)]
    buttons = tuple(name(str(number), f"deed/{one.id}") for one, number in zip(shown, numbers, strict=True))
    return one("deed.list", buttons, owed=len(found), owed_lines=rows)


def by_words(turn: Turn) -> Answer | None:
    """ "2 เสร็จ", "3 ติด ...": of the list that was shown today."""
    said = spoken.of_deed(turn.words) if isinstance(turn.input, Words) else None
    if said is None:
        return None
    number, verb, why = said
    meant = listings.meant(turn.db, turn.person.id, "deed", number)
    if meant is None:
        return one("deed.no_such", (LIST,)) if _has_list(turn) else None
    return _do(turn, str(meant), verb.removeprefix("deed_"), why)


def _has_list(turn: Turn) -> bool:
    return listings.meant(turn.db, turn.person.id, "deed", 1) is not None


def seen(turn: Turn, number: int) -> Answer:
    return _do(turn, str(number), "", "")


def tapped(turn: Turn) -> Answer:
    return _do(turn, "".join(step(turn, 1)), "".join(step(turn, 2)), "")


def _do(turn: Turn, number: str, verb: str, why: str) -> Answer:
    deed = resolutions.by_id(turn.db, number)
    if deed is None:
        return one("talk.old_button")
    if not deed_card.may_see(turn, deed):
        return _not_yours()
    if deed.state == "withdrawn":
        return one("deed.withdrawn", deed=deed.text)
    return VERBS.get(verb, _shown)(turn, deed, why)


def _not_yours() -> Answer:
    return one("deed.not_yours", (LIST,))


def _shown(turn: Turn, deed: Resolution, _why: str) -> Answer:
    return deed_card.shown(turn, deed)


def _only_asked(act: Callable[[Turn, Resolution], Answer]) -> Callable[[Turn, Resolution, str], Answer]:
    """For whoever was asked to take it on, while it is asked."""

    def guarded(turn: Turn, deed: Resolution, _why: str) -> Answer:
        if deed.taker_id != turn.person.id:
            return _not_yours()
        if deed.state not in ("asked", "contested"):
            return deed_card.shown(turn, deed)
        return act(turn, deed)

    return guarded


def _accept(turn: Turn, deed: Resolution) -> Answer:
    takers.accept(turn.db, deed, turn.person)
    return one("deed.accepted", (*follow_up.steps(deed), LIST), **takers.told(deed))


def _not_me(turn: Turn, deed: Resolution) -> Answer:
    takers.decline(turn.db, deed, turn.person, None)
    return one("deed.thanks_not_you")


def _cannot(turn: Turn, deed: Resolution) -> Answer:
    return STEP.begin(turn, deed=deed.id, what="cannot")


def _straight(turn: Turn, deed: Resolution, state: str) -> Answer:
    if not resolutions.move(turn.db, deed, state, by_id=turn.person.id):
        return deed_card.shown(turn, deed)
    return one("deed.moved", (tap("deed.see", f"deed/{deed.id}"), LIST), deed=deed.text, deed_state=state)


def _asks(what: str, state: str) -> Callable[[Turn, Resolution, str], Answer]:
    """A step that is told in more than a tap, where one may follow."""

    def begun(turn: Turn, deed: Resolution, why: str) -> Answer:
        if state not in NEXT[deed.state] and not (what == "stuck" and deed.state == "stuck"):
            return deed_card.shown(turn, deed)
        return STEP.begin(turn, deed=deed.id, what=what, **({"why": why} if why else {}))

    return begun


def _date(turn: Turn, deed: Resolution, _why: str) -> Answer:
    return STEP.begin(turn, deed=deed.id, what="date")


VERBS: dict[str, Callable[[Turn, Resolution, str], Answer]] = {
    "accept": _only_asked(_accept),
    "not_me": _only_asked(_not_me),
    "cannot": _only_asked(_cannot),
    "done": _asks("done", "told_done"),
    "stuck": _asks("stuck", "stuck"),
    "date": _date,
    "working": lambda turn, deed, _: _straight(turn, deed, "working"),
    "sent": lambda turn, deed, _: _straight(turn, deed, "sent"),
    "received": lambda turn, deed, _: _straight(turn, deed, "received"),
}


def _deed(turn: Turn, draft: Draft) -> Resolution:
    deed = turn.db.get(Resolution, draft.answers["deed"])
    assert deed, "resolutions are withdrawn, never deleted, while their issue stands"
    return deed


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def _only(*wanted: str) -> Callable[[dict[str, Any]], bool]:
    return lambda answers: answers["what"] in wanted


def _ask_why(turn: Turn, draft: Draft) -> Message:
    key = "deed.why_not" if draft.answers["what"] == "cannot" else "deed.why_stuck"
    return Message(key, {"deed": _deed(turn, draft).text}, (_cancel(draft),))


def _takes_why(turn: Turn, draft: Draft) -> str | Message | None:
    if isinstance(turn.input, Tap):
        return None
    return hall.named(turn.words, 300) or _ask_why(turn, draft)


def _ask_until(turn: Turn, draft: Draft) -> Message:
    key = "deed.new_day" if draft.answers["what"] == "stuck" else "deed.their_day"
    return by_when.asked(draft, "until", key)


def _takes_until(turn: Turn, draft: Draft) -> str | Message | None:
    return by_when.taken(turn, draft, "until", "deed.new_day_again")


def _ask_photo(turn: Turn, draft: Draft) -> Message:
    skip = tap("skip", data(draft, "photo", "none"))
    return Message("deed.photo", {"deed": _deed(turn, draft).text}, (skip, _cancel(draft)))


def _takes_photo(turn: Turn, draft: Draft) -> str | Message | None:
    if isinstance(turn.input, Photo):
        fetch(turn)
        return turn.input.message_id
    if step(turn, 3) == ["none"] or spoken.means(turn.words, "skip"):
        return NO_PHOTO
    return _ask_photo(turn, draft) if turn.words and not turn.meaning.trouble else None


def _finish(turn: Turn, draft: Draft) -> Answer:
    deed, answers = _deed(turn, draft), dict(draft.answers)
    drafts.drop(turn.db, draft)
    if not deed_card.may_see(turn, deed):
        return _not_yours()
    return FINISH[answers["what"]](turn, deed, answers)


def _declined(turn: Turn, deed: Resolution, answers: dict[str, Any]) -> Answer:
    if not takers.decline(turn.db, deed, turn.person, answers["why"]):
        return deed_card.shown(turn, deed)
    return one("deed.thanks_not_you")


def _stuck(turn: Turn, deed: Resolution, answers: dict[str, Any]) -> Answer:
    until = answers["until"]
    if not resolutions.move(turn.db, deed, "stuck", answers["why"], by_id=turn.person.id):
        resolutions.say_more(turn.db, deed, answers["why"], turn.person.id)
    if until != NO_DATE:
        conclusions.put_off(deed, date.fromisoformat(until))
    due = deed.due.isoformat() if deed.due else None
    return one(
        "deed.is_stuck", (*follow_up.steps(deed), LIST), deed=deed.text, because=answers["why"], due=due
    )


def _dated(turn: Turn, deed: Resolution, answers: dict[str, Any]) -> Answer:
    until = answers["until"]
    conclusions.put_off(deed, None if until == NO_DATE else date.fromisoformat(until))
    due = deed.due.isoformat() if deed.due else None
    return one("deed.dated", (tap("deed.see", f"deed/{deed.id}"),), deed=deed.text, due=due)


def _done(turn: Turn, deed: Resolution, answers: dict[str, Any]) -> Answer:
    photo = answers["photo"] or None
    if not follow_up.is_told_done(turn.db, deed, turn.person, photo, answers.get("why")):
        return deed_card.shown(turn, deed)
    return one("deed.told_done", (LIST,), deed=deed.text)


FINISH: dict[str, Callable[[Turn, Resolution, dict[str, Any]], Answer]] = {
    "cannot": _declined,
    "stuck": _stuck,
    "date": _dated,
    "done": _done,
}

STEP = Form(
    "deed_step",
    (
        Question("why", _ask_why, _takes_why, _only("cannot", "stuck")),
        Question("until", _ask_until, _takes_until, _only("stuck", "date")),
        Question("photo", _ask_photo, _takes_photo, _only("done"), early=(Photo,)),
    ),
    _finish,
    stays_open=timedelta(hours=1),
)
