"""An issue is sent on to an organisation: to whom, what is asked, a last look; its people there get it in LINE.

Where nobody of it is in LINE it goes by letter, and whoever posted it says so.
"""

from collections.abc import Sequence
from typing import Any

from handlers import area, organisations, partner_news, spoken
from handlers.form import Form, Question, data, step
from handlers.forums import hall
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import directory, issues, roles, tellings
from models import organisations as known
from models.forums import forum as forums
from models.forums import proposals, resolutions
from models.forums.resolutions import Resolution
from models.issues import Issue
from models.organisations import Organisation
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap
from models.thai import offices
from models.topics.requests import request_of

POWER = "answer_for"
SHOWN, LONGEST = 7, 400
LIST = tap("work.reports", "open/reports")


def typed(turn: Turn, found: list[Issue], rest: str) -> Answer:
    """`4 ส่ง อบต.`: a number of today's list, and to whom."""
    issue = _hers(turn, str(found[0].id))
    return _begin(turn, issue, rest) if issue else one("sending.unknown", (LIST,))


def by_own_number(turn: Turn) -> Answer | None:
    """`ขก142 ส่ง อบต.`"""
    said = spoken.sends(turn.words)
    if said is None or not roles.scopes_with(turn.db, turn.person, POWER):
        return None
    found = issues.by_number(turn.db, said[0])
    return typed(turn, [found], said[1]) if found else one("sending.unknown", (LIST,))


def _hers(turn: Turn, given: str) -> Issue | None:
    """An issue that she answers for, as it goes on."""
    found = area.hers_to_see(turn, given)
    return found if found and roles.may(turn.db, turn.person, POWER, found.place) else None


def tapped(turn: Turn) -> Answer:
    """`send/ISSUE`, with the organisation and what it is sent instead of, where these are known."""
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return not_yours(turn)
    issue = _hers(turn, "".join(step(turn, 1)))
    if issue is None:
        return one("sending.unknown", (LIST,))
    to = known.by_id(turn.db, "".join(step(turn, 2)))
    before = resolutions.by_id(turn.db, "".join(step(turn, 3)))
    again = {"instead": before.id, "text": before.text} if before and _is_of(before, issue) else {}
    return _begin(turn, issue, "", **({"organisation": to.id} if to else {}), **again)


def _is_of(before: Resolution, issue: Issue) -> bool:
    return before.issue.head is issue


def _begin(turn: Turn, issue: Issue, words: str, **answers: Any) -> Answer:
    if issue.state not in issues.OPEN:
        return one("sending.closed", (LIST,), number=issue.number, state=issue.state)
    found = directory.named(_around(turn, issue), words)
    if len(found) == 1:
        answers["organisation"] = found[0].id
    elif words:
        answers |= {"wanted": words, "meant": [one.id for one in found[:SHOWN]]}
    return SENDING.begin(turn, issue=issue.id, **answers)


def _around(turn: Turn, issue: Issue) -> list[Organisation]:
    """Those that work where it happened; where that is not known, where she answers."""
    if issue.place:
        return directory.serving(turn.db, issue.place)
    return directory.seen_by(turn.db, organisations.of_hers(turn))


def _issue(turn: Turn, draft: Draft) -> Issue:
    issue = issues.by_id(turn.db, str(draft.answers["issue"]))
    assert issue, "issues that were taken up are never deleted"
    return issue.head


def _ask_organisation(turn: Turn, draft: Draft) -> Message:
    issue, wanted = _issue(turn, draft), draft.answers.get("wanted")
    around = _around(turn, issue)
    meant = draft.answers.get("meant") or []
    shown = [one for one in around if not meant or one.id in meant]
    if wanted and not meant:
        return Message("sending.no_such", {"wanted": wanted}, _named(draft, ()))
    key = "sending.which" if wanted else "sending.to_whom" if shown else "sending.nobody"
    return Message(key, {"number": issue.number, "topics": issue.named}, _named(draft, shown))


def _named(draft: Draft, shown: Sequence[Organisation]) -> tuple[Choice, ...]:
    choices = (name(offices.short(one.name), data(draft, "organisation", one.id)) for one in shown[:SHOWN])
    more = tap("organisations.add", data(draft, "organisation", "add"))
    return (*choices, more, _cancel(draft))


def _takes_organisation(turn: Turn, draft: Draft) -> int | Message | None:
    issue = _issue(turn, draft)
    if isinstance(turn.input, Tap):
        given = known.by_id(turn.db, "".join(step(turn, 3)))
        return given.id if given in _around(turn, issue) and given else None
    wanted = hall.named(turn.words, organisations.LONGEST)
    if wanted is None:
        return _ask_organisation(turn, draft)
    found = directory.named(_around(turn, issue), wanted)
    if len(found) == 1:
        return found[0].id
    draft.answers |= {"wanted": wanted, "meant": [one.id for one in found[:SHOWN]]}
    return _ask_organisation(turn, draft)


def _ask_text(turn: Turn, draft: Draft) -> Message:
    use = tap("sending.use", data(draft, "text", "use"), loud=True)
    return Message("sending.request", {"request": _proposed(turn, draft)}, (use, _cancel(draft)))


def _proposed(turn: Turn, draft: Draft) -> str:
    """Her own summary of it; else what one asks about such a topic. Never a villager's words."""
    issue = _issue(turn, draft)
    return issue.summary or request_of(issue.topic, issue.kind)


def _takes_text(turn: Turn, draft: Draft) -> str | Message | None:
    if isinstance(turn.input, Tap):
        return _proposed(turn, draft) if step(turn, 3) == ["use"] else None
    said = hall.named(turn.words, LONGEST + 1)
    if said is None or len(said) > LONGEST:
        return Message("sending.request_again", {}, (_cancel(draft),))
    return said


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    issue, to = _issue(turn, draft), _organisation(turn, draft)
    members = known.members(turn.db, to.id) if to else []
    values = {
        "number": issue.number,
        "topics": issue.named,
        "organisation": to.name if to else None,
        "request": draft.answers["text"],
        "told": [{"name": one.name, "role": "partner"} for one in members[:3]],
    }
    choices = (
        tap("plan.confirm", data(draft, "sure", "yes"), loud=True),
        tap("sending.other_words", data(draft, "edit", "text")),
        tap("sending.other_one", data(draft, "edit", "organisation")),
        _cancel(draft),
    )
    return Message("sending.sure" if members else "sending.sure_by_letter", values, choices)


def _organisation(turn: Turn, draft: Draft) -> Organisation | None:
    return known.by_id(turn.db, str(draft.answers["organisation"]))


def _takes_sure(turn: Turn, draft: Draft) -> str | Message | None:
    if step(turn, 3) == ["yes"] or spoken.means(turn.words, "yes"):
        return "yes"
    return None if isinstance(turn.input, Tap) else _ask_sure(turn, draft)


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def _finish(turn: Turn, draft: Draft) -> Answer:
    issue, to, told = _issue(turn, draft), _organisation(turn, draft), dict(draft.answers)
    drafts.drop(turn.db, draft)
    if to is None or _hers(turn, str(issue.id)) is None:
        return one("sending.unknown", (LIST,))
    if issue.state not in issues.OPEN:
        return one("sending.closed", (LIST,), number=issue.number, state=issue.state)
    proposal = proposals.draft(turn.db, issue, to, told["text"], turn.person)
    if proposal is None:
        return _sent_before(turn, issue, to)
    before = resolutions.by_id(turn.db, str(told.get("instead", "")))
    if before is not None:
        resolutions.move(turn.db, before, "withdrawn", by_id=turn.person.id)
    return _gone_out(turn, proposal) if known.members(turn.db, to.id) else _by_letter(proposal)


def _by_letter(proposal: Resolution) -> Answer:
    values = {"organisation": proposal.taker, "number": proposal.issue.number}
    return one("sending.by_letter", (_posted(proposal), LIST), **values)


def _posted(proposal: Resolution) -> Choice:
    return tap("sending.posted", f"posted/{proposal.id}", loud=True)


def _sent_before(turn: Turn, issue: Issue, to: Organisation) -> Answer:
    standing = proposals.standing(turn.db, issue, to)
    assert standing, "it stood in the way of another"
    if standing.state == "draft":
        return _by_letter(standing)
    values = {
        "number": standing.issue.number,
        "at": standing.history[-1].at.isoformat(),
        "doing": standing.state,
    }
    letter = _answer_of(turn, standing)
    return one("sending.already", (*letter, LIST), organisation=to.name, **values)


def _gone_out(turn: Turn, proposal: Resolution) -> Answer:
    """Sent: to its people in LINE, and those who reported hear where their trouble is."""
    if not proposals.send(turn.db, proposal, turn.person):
        assert proposal.organisation, "it was not sent to nobody"
        return _sent_before(turn, proposal.issue.head, proposal.organisation)
    partner_news.tell_members(turn.db, proposal)
    issue = proposal.issue.head
    forum = forums.next_in(turn.db, issue.region, "monthly") if issue.region else None
    of = forum.id if forum else "none"
    reached = tellings.tell(turn.db, issue, "before", of, "sending.reporters", organisation=proposal.taker)
    values = {"organisation": proposal.taker, "number": proposal.issue.number, "reached": reached}
    letter = _answer_of(turn, proposal)
    return one("sending.by_post" if letter else "sending.sent", (*letter, LIST), **values)


def _answer_of(turn: Turn, proposal: Resolution) -> tuple[Choice, ...]:
    """Where it answers by letter, staff press for it what it answers."""
    by_letter = proposals.answered_by_letter(turn.db, proposal, turn.person)
    return (tap("sending.answered", f"partner/{proposal.id}/see"),) if by_letter else ()


def posted(turn: Turn) -> Answer:
    """`ส่งแล้ว`: the letter is on its way."""
    proposal = resolutions.by_id(turn.db, "".join(step(turn, 1)))
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return not_yours(turn)
    if proposal is None or proposal.organisation is None or _hers(turn, str(proposal.issue_id)) is None:
        return one("sending.unknown", (LIST,))
    issue = proposal.issue.head
    if issue.state not in issues.OPEN:
        return one("sending.closed", (LIST,), number=issue.number, state=issue.state)
    return _gone_out(turn, proposal)


SENDING = Form(
    "sending",
    (
        Question("organisation", _ask_organisation, _takes_organisation, carries=("wanted", "meant")),
        Question("text", _ask_text, _takes_text),
        Question("sure", _ask_sure, _takes_sure),
    ),
    _finish,
    quotes=True,
)


def adding(turn: Turn) -> Answer:
    """A button of this form: `เพิ่มหน่วยงาน` leaves it, and comes back by a button of its own."""
    draft = drafts.of_person(turn.db, turn.person.id, "".join(step(turn, 1)))
    if draft is None or draft.form != SENDING.name or step(turn, 3) != ["add"]:
        return SENDING.tapped(turn)
    issue, told = _issue(turn, draft), dict(draft.answers)
    drafts.drop(turn.db, draft)
    wanted = {"name": told["wanted"]} if told.get("wanted") else {}
    before = {"instead": told["instead"]} if told.get("instead") else {}
    near = {"near": issue.place} if issue.place else {}
    return organisations.add(turn, issue=issue.id, **wanted, **before, **near)
