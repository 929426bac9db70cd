""" "วาระ 2 สรุป ...": a conclusion typed while people talk, read back before it is kept; what is missing is asked."""

from datetime import date, timedelta
from typing import Any

from handlers import by_when, concluded, spoken, which_item
from handlers.by_when import NO_DATE
from handlers.form import Form, Question, data, step
from handlers.forums import hall
from handlers.inputs import Answer, Tap, Turn, Words, one
from handlers.work import not_yours
from models import clock, roles
from models.forums import agenda, attendance, conclusions, telling
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.forums.conclusions import Said
from models.forums.forum import Forum
from models.forums.resolutions import KINDS, Resolution
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap
from models.thai import conclusion
from models.thai.conclusion import COMMUNITY, Conclusion

LONGEST, LONGEST_TAKER = 4000, 80  # letters


def read(turn: Turn) -> Conclusion | None:
    """A line that is a conclusion, from somebody who writes for a Forum."""
    found = conclusion.read(turn.words, clock.now()) if isinstance(turn.input, Words) else None
    return found if found and conclusions.within_reach(turn.db, turn.person) else None


def typed(turn: Turn) -> Answer | None:
    said = conclusion.read(turn.words, clock.now()) if isinstance(turn.input, Words) else None
    if said is None:
        return None
    reach = conclusions.within_reach(turn.db, turn.person)
    if not reach:
        return nowhere(turn)
    answers = {"said": said.item, "verb": said.verb, **_told(said)}
    if len(reach) > 1:
        return CONCLUDE.begin(turn, **answers)
    return begin_at(turn, reach[0], answers)


def nowhere(turn: Turn) -> Answer:
    """There is no Forum for which she writes just now; or she writes for none."""
    writes_for_some = roles.scopes_with(turn.db, turn.person, "plan_forums")
    return one("conclude.no_forum" if writes_for_some else "conclude.not_secretary")


def _told(said: Conclusion) -> dict[str, Any]:
    """The answers a line holds already."""
    told: dict[str, Any] = {"wrong": said.due.wrong}
    if said.text:
        told["text"] = said.text[:LONGEST]
    if said.verb in KINDS:
        told["kind"] = said.verb
    if said.taker is not None:
        told["taker"] = said.taker[:LONGEST_TAKER]
    if said.due.day and not said.due.wrong:
        told["due"] = said.due.day.isoformat()
    elif said.due.day:
        told["far"] = said.due.day.isoformat()
    elif said.no_date:
        told["due"] = NO_DATE
    return told


def begin_at(turn: Turn, forum: Forum, answers: dict[str, Any]) -> Answer:
    """The Forum is known; so is the item, if its number stands on the agenda."""
    items = agenda.agenda(turn.db, forum)
    if not items:
        return one("conclude.no_agenda", **telling.described(forum))
    item = which_item.numbered(items, answers["said"])
    if item and answers["verb"] == "said" and answers.get("text"):
        return concluded.noted(turn, item, answers["text"])
    placed = {**answers, "forum": forum.id, **({"item": item.id} if item else {})}
    return CONCLUDE.begin(turn, **placed)


def begin_with(turn: Turn, kept: Resolution) -> Answer:
    """One that is kept already is read back, to be put right."""
    assert kept.forum_id is not None, "found by the number in its Forum"
    forum = forums.by_id(turn.db, str(kept.forum_id))
    item = agenda.item_of(turn.db, forum, kept.issue) if forum else None
    if item is None:
        return one("talk.old_button")
    due = kept.due.isoformat() if kept.due else NO_DATE
    what = {"text": kept.text, "taker": kept.taker or "", "due": due, "kind": kept.kind}
    return CONCLUDE.begin(
        turn, forum=kept.forum_id, item=item.id, puts_right=kept.id, verb="concluded", **what
    )


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def _ask_text(turn: Turn, draft: Draft) -> Message:
    return Message("conclude.what", {}, (_cancel(draft),))


def _takes_text(turn: Turn, draft: Draft) -> str | Message | None:
    if isinstance(turn.input, Tap):
        return None
    return hall.named(turn.words, LONGEST) or _ask_text(turn, draft)


def kind_of(answers: dict[str, Any]) -> str:
    """What was said it is; else a proposal to an office, and an agreement of whoever was there."""
    by_taker = "proposal" if conclusion.is_agency(answers.get("taker")) else "agreement"
    return str(answers.get("kind") or by_taker)


def _needs_taker(answers: dict[str, Any]) -> bool:
    return answers.get("verb") != "said" and kind_of(answers) in ("agreement", "proposal")


def _ask_taker(turn: Turn, draft: Draft) -> Message:
    ways = (
        tap("conclude.community", data(draft, "taker", "community")),
        tap("conclude.nobody", data(draft, "taker", "nobody")),
    )
    return Message("conclude.who", {"deed": draft.answers["text"]}, (*ways, _cancel(draft)))


def _takes_taker(turn: Turn, draft: Draft) -> str | Message | None:
    if isinstance(turn.input, Tap):
        return {"community": COMMUNITY, "nobody": ""}.get("".join(step(turn, 3)))
    return hall.named(turn.words, LONGEST_TAKER) or _ask_taker(turn, draft)


def _needs_due(answers: dict[str, Any]) -> bool:
    return answers.get("verb") != "said" and kind_of(answers) == "agreement" and bool(answers.get("taker"))


def _ask_due(turn: Turn, draft: Draft) -> Message:
    wrong, far = draft.answers.pop("wrong", None), draft.answers.pop("far", None)
    return by_when.asked(draft, "due", by_when.WRONG.get(wrong, "conclude.by_when"), far)


def _takes_due(turn: Turn, draft: Draft) -> str | Message | None:
    return by_when.taken(turn, draft, "due", "conclude.by_when")


SURE = {
    "said": "conclude.sure_said",
    "agreement": "conclude.sure_agreement",
    "proposal": "conclude.sure_proposal",
    "policy": "conclude.sure_policy",
    "lesson": "conclude.sure_lesson",
}


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    """Number and topic of the item, what, who, and by when with its weekday."""
    kind = "said" if draft.answers["verb"] == "said" else kind_of(draft.answers)
    yes = tap("conclude.right", data(draft, "sure", "yes"), loud=True)
    mend = tap("mend", data(draft, "sure", "mend"))
    choices = (yes, mend, *_other_kind(draft, kind), _cancel(draft))
    return Message(SURE[kind], _read_back(turn, draft), choices)


def _read_back(turn: Turn, draft: Draft) -> dict[str, Any]:
    answers, items = draft.answers, which_item.items(turn, draft)
    place = next((at for at, one in enumerate(items, 1) if one.id == answers["item"]), 0)
    head = items[place - 1].issue.head if place else None
    due = answers.get("due")
    return {
        "nth": place,
        "number": head.number if head else None,
        "topics": head.named if head else [],
        "deed": answers["text"],
        "taker": answers.get("taker"),
        "due": due if due and due != NO_DATE else None,
    }


def _other_kind(draft: Draft, kind: str) -> tuple[Choice, ...]:
    """Of an office it is known only in the hall whether somebody of it takes it on there."""
    if kind == "proposal":
        return (tap("conclude.as_agreement", data(draft, "kind", "agreement")),)
    if kind == "agreement" and conclusion.is_agency(draft.answers.get("taker")):
        return (tap("conclude.as_proposal", data(draft, "kind", "proposal")),)
    return ()


def _takes_sure(turn: Turn, draft: Draft) -> str | Message | None:
    if step(turn, 3) == ["yes"] or spoken.means(turn.words, "yes"):
        return "yes"
    if step(turn, 3) == ["mend"] or spoken.means(turn.words, "no"):
        return _ask_which_part(draft)
    return None


def _ask_which_part(draft: Draft) -> Message:
    """What is to be put right?"""
    parts = ["item", "text"]
    parts += ["taker"] if _needs_taker(draft.answers) else []
    parts += ["due"] if _needs_due(draft.answers) else []
    shown = tuple(tap(PARTS[part], data(draft, "edit", part)) for part in parts)
    return Message("conclude.mend", {}, (*shown, _cancel(draft)))


PARTS = {
    "item": "conclude.item",
    "text": "conclude.text",
    "taker": "conclude.taker",
    "due": "conclude.day",
}


def _finish(turn: Turn, draft: Draft) -> Answer:
    answers = dict(draft.answers)
    drafts.drop(turn.db, draft)
    item = turn.db.get(AgendaItem, answers["item"])
    if item is None or not attendance.may_write(turn.db, item.forum, turn.person):
        return not_yours(turn)
    if answers["verb"] == "said":
        return concluded.noted(turn, item, answers["text"])
    kept = turn.db.get(Resolution, answers["puts_right"]) if "puts_right" in answers else None
    said = _said(answers)
    return concluded.put_right(turn, kept, said) if kept else concluded.keep(turn, item, said)


def _said(answers: dict[str, Any]) -> Said:
    """An office names its own day: what it is asked for has none."""
    kind, due = kind_of(answers), answers.get("due", NO_DATE)
    taker = answers.get("taker", "") if kind in ("agreement", "proposal") else ""
    day = date.fromisoformat(due) if kind == "agreement" and due != NO_DATE else None
    return Said(kind, answers["text"], taker, day)


def _kind_tapped(turn: Turn) -> str | None:
    given = "".join(step(turn, 3))
    return given if given in KINDS else None


CONCLUDE = Form(
    "conclude",
    (
        Question("forum", which_item.ask_forum, which_item.takes_forum),
        Question("item", which_item.ask, which_item.takes),
        Question("text", _ask_text, _takes_text),
        Question("kind", _ask_sure, lambda turn, _: _kind_tapped(turn), lambda _: False),
        Question("taker", _ask_taker, _takes_taker, _needs_taker),
        Question("due", _ask_due, _takes_due, _needs_due),
        Question("sure", _ask_sure, _takes_sure),
    ),
    _finish,
    stays_open=timedelta(hours=6),
)
