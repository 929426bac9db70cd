"""What an organisation adds to its answers: by when, for whom it is, what it must know, a photo, why it is stuck."""

from collections.abc import Callable
from datetime import date, datetime

from handlers import duty, partner_news, spoken
from handlers.form import Form, Question, data, step
from handlers.forums import hall
from handlers.inputs import Answer, Photo, Tap, Turn, one
from handlers.organisations import LONGEST
from handlers.story import fetch
from models import clock, directory, issues, organisations, roles
from models.forums import follow_up, proposals, resolutions
from models.forums.resolutions import Resolution
from models.post import drafts, outbox
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap
from models.thai import offices
from models.thai.calendar import day_of
from models.thai.dates import read_date

MOST, SHOWN = 400, 6  # letters of a line; names to choose from
FARTHEST = 5  # years ahead that anybody means
LIST = tap("partner.received", "open/received")


def _proposal(turn: Turn, draft: Draft) -> Resolution | None:
    return resolutions.by_id(turn.db, str(draft.answers["proposal"]))


def _number(turn: Turn, draft: Draft) -> str:
    proposal = _proposal(turn, draft)
    return proposal.issue.number if proposal else ""


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def _skip(draft: Draft, question: str) -> Choice:
    return tap("skip", data(draft, question, "skip"))


def _skips(turn: Turn) -> bool:
    return step(turn, 3) == ["skip"] if isinstance(turn.input, Tap) else spoken.means(turn.words, "skip")


def _line(name: str, key: str, again: str) -> Question:
    """One line, typed; whatever it says is said to others."""

    def takes(turn: Turn, draft: Draft) -> str | Message | None:
        if isinstance(turn.input, Tap):
            return None
        said = hall.named(turn.words, MOST + 1)
        is_fit = said is not None and len(said) <= MOST
        return said if is_fit else Message(again, {}, (_cancel(draft),))

    def asks(turn: Turn, draft: Draft) -> Message:
        return Message(key, {"number": _number(turn, draft)}, (_cancel(draft),))

    return Question(name, asks, takes)


Act = Callable[[Turn, Resolution, Draft], Answer]


def may_press(turn: Turn, proposal: Resolution) -> bool:
    """Who answers for the organisation; where nobody does here, who had its letter."""
    is_member = organisations.is_member(turn.db, proposal.organisation_id, turn.person)
    return is_member or proposals.answered_by_letter(turn.db, proposal, turn.person)


def _then(act: Act) -> Callable[[Turn, Draft], Answer]:
    """Do it to the proposal, if she still answers for its organisation."""

    def finish(turn: Turn, draft: Draft) -> Answer:
        proposal = _proposal(turn, draft)
        if proposal is None or not may_press(turn, proposal):
            drafts.drop(turn.db, draft)
            return one("partner.not_yours", (LIST,))
        answer = act(turn, proposal, draft)
        drafts.drop(turn.db, draft)
        return answer

    return finish


def _noted(key: str, proposal: Resolution) -> Answer:
    buttons = (*partner_news.choices(proposal), LIST)[:5]
    day = proposal.due.isoformat() if proposal.due else None
    said = {"number": proposal.issue.number, "organisation": proposal.taker}
    return one(key, buttons, **said, doing=proposal.state, named_day=day)


def _ask_due(turn: Turn, draft: Draft) -> Message:
    return Message("partner.by_when", {"number": _number(turn, draft)}, (_skip(draft, "due"),))


def _takes_due(turn: Turn, draft: Draft) -> str | Message | None:
    if _skips(turn):
        return ""
    if isinstance(turn.input, Tap):
        return None
    today = day_of(clock.now())
    day = _day(turn.words)
    wrong = "partner.by_when_again" if day is None or day.year > today.year + FARTHEST else "partner.past"
    if day is None or day < today or day.year > today.year + FARTHEST:
        return Message(wrong, {}, (_skip(draft, "due"),))
    return day.isoformat()


def _day(words: str) -> date | None:
    """The day it says, of a stretch its end."""
    said = (read_date(words, clock.now()).value or "").rpartition("/")[2]
    return None if not said or said.startswith("T") else datetime.fromisoformat(said).date()


def _dated(turn: Turn, proposal: Resolution, draft: Draft) -> Answer:
    given = draft.answers["due"]
    if not given:
        return _noted("partner.noted_accepted", proposal)
    proposal.due = date.fromisoformat(given)
    turn.db.flush()
    partner_news.tell_senders(turn.db, proposal, "partner.told_due", named_day=given)
    return _noted("partner.noted_due", proposal)


def _ask_other(turn: Turn, draft: Draft) -> Message:
    proposal = _proposal(turn, draft)
    around = directory.serving(turn.db, proposal.issue.head.place) if proposal else []
    others = [one for one in around if proposal and one.id != proposal.organisation_id]
    choices = [name(offices.short(one.name), data(draft, "other", one.id)) for one in others[:SHOWN]]
    return Message("partner.to_whom", {"number": _number(turn, draft)}, (*choices, _cancel(draft)))


def _takes_other(turn: Turn, draft: Draft) -> str | Message | None:
    if isinstance(turn.input, Tap):
        given = organisations.by_id(turn.db, "".join(step(turn, 3)))
        return given.name if given else None
    return hall.named(turn.words, LONGEST) or _ask_other(turn, draft)


def _handed_back(turn: Turn, proposal: Resolution, draft: Draft) -> Answer:
    """It says for whom it is; whoever sent it decides."""
    other = draft.answers["other"]
    if not resolutions.move(turn.db, proposal, proposals.GIVEN_BACK, other, by_id=turn.person.id):
        return _noted("partner.already", proposal)
    issue = proposal.issue.head
    found = directory.named(directory.serving(turn.db, issue.place), other)
    to = f"/{found[0].id}/{proposal.id}" if len(found) == 1 else f"/0/{proposal.id}"
    decide = tap("partner.send_there", f"send/{issue.id}{to}", loud=True)
    elsewhere = tap("partner.send_elsewhere", f"send/{issue.id}/0/{proposal.id}")
    buttons = (decide, elsewhere) if len(found) == 1 else (elsewhere,)
    partner_news.tell_senders(turn.db, proposal, "partner.told_pass", *buttons, other=other)
    return one("partner.handed_back", (LIST,), number=proposal.issue.number, other=other)


def _asked_back(turn: Turn, proposal: Resolution, draft: Draft) -> Answer:
    if "more" not in partner_news.ANSWERS.get(proposal.state, ()):
        return _noted("partner.already", proposal)
    partner_news.wants_to_know(turn.db, proposal, turn.person, draft.answers["what"])
    return _noted("partner.asked_back", proposal)


def _stuck(turn: Turn, proposal: Resolution, draft: Draft) -> Answer:
    why = draft.answers["why"]
    if not resolutions.move(turn.db, proposal, "stuck", why, by_id=turn.person.id):
        return _noted("partner.already", proposal)
    partner_news.tell_senders(turn.db, proposal, "partner.told_stuck", because=why)
    return _noted("partner.noted_stuck", proposal)


def _ask_photo(turn: Turn, draft: Draft) -> Message:
    return Message("partner.photo", {"number": _number(turn, draft)}, (_skip(draft, "photo"), _cancel(draft)))


def _takes_photo(turn: Turn, draft: Draft) -> str | Message | None:
    if isinstance(turn.input, Photo):
        fetch(turn)
        return turn.input.message_id
    return "" if _skips(turn) else None if isinstance(turn.input, Tap) else _ask_photo(turn, draft)


def _done(turn: Turn, proposal: Resolution, draft: Draft) -> Answer:
    photo = draft.answers["photo"] or None
    if not follow_up.is_told_done(turn.db, proposal, turn.person, photo):
        return _noted("partner.already", proposal)
    partner_news.tell_senders(turn.db, proposal, "partner.told_done", photos=int(photo is not None))
    return _noted("partner.noted_done", proposal)


BY_WHEN = Form("partner_when", (Question("due", _ask_due, _takes_due),), _then(_dated))
PASS = Form("partner_pass", (Question("other", _ask_other, _takes_other),), _then(_handed_back), quotes=True)
MORE = Form(
    "partner_more",
    (_line("what", "partner.what", "partner.what_again"),),
    _then(_asked_back),
    quotes=True,
)
STUCK = Form("partner_stuck", (_line("why", "partner.why", "partner.why_again"),), _then(_stuck), quotes=True)
DONE = Form("partner_done", (Question("photo", _ask_photo, _takes_photo, early=(Photo,)),), _then(_done))
TALKS = {"by_when": BY_WHEN, "pass": PASS, "more": MORE, "stuck": STUCK, "told_done": DONE}


def answer(turn: Turn) -> Answer:
    """`ตอบ` under what an organisation asks: for whoever answers for the place."""
    proposal = resolutions.by_id(turn.db, "".join(step(turn, 1)))
    if proposal is None or not _may_answer(turn, proposal):
        return one("sending.unknown", (tap("work.reports", "open/reports"),))
    return ANSWER.begin(turn, proposal=proposal.id)


def _may_answer(turn: Turn, proposal: Resolution) -> bool:
    return roles.may(turn.db, turn.person, "answer_for", proposal.issue.head.place)


def _answered(turn: Turn, draft: Draft) -> Answer:
    proposal, text = _proposal(turn, draft), draft.answers["text"]
    drafts.drop(turn.db, draft)
    if proposal is None or not _may_answer(turn, proposal):
        return one("sending.unknown", (tap("work.reports", "open/reports"),))
    head = proposal.issue.head
    if head.state == "needs_info":
        issues.change(turn.db, head, "forwarded", proposal.taker, turn.person.id)
    proposals.note(turn.db, proposal, text, turn.person)
    told = [duty.named(turn.db, turn.person, head.place)]
    said = {"number": proposal.issue.number, "topics": head.named, "answer": text, "told": told}
    members = organisations.members(turn.db, proposal.organisation_id or 0)
    for one_of_it in members:
        message = Message("partner.more", said, partner_news.choices(proposal))
        outbox.notify(turn.db, one_of_it.line_id, message, one_of_it.language)
    key = "partner.told_more" if members else "partner.told_nobody"
    return one(key, number=proposal.issue.number, organisation=proposal.taker)


ANSWER = Form(
    "partner_answer",
    (_line("text", "partner.tell", "partner.tell_again"),),
    _answered,
    quotes=True,
)
