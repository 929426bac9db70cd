"""What whoever answers for a place does with an issue: asks for more, sums it up, says why it is not taken up."""

from typing import Any

from handlers import area, spoken, story, work
from handlers.form import Form, Question, data, step
from handlers.forums import proposing
from handlers.inputs import Answer, Photo, Pin, Turn, Voice, Words, one
from models import issues, people, reports, tellings
from models.issues import Issue
from models.post import drafts, outbox
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap
from models.reports import Report

LIST = tap("area.back", "area/list/newest/0")
LONGEST = 300  # letters of a summary or of what is asked


def choices(issue: Issue) -> tuple[Choice, ...]:
    """What can be done with an issue, from its card."""
    return (
        tap("tend.sum_up", f"tend/{issue.id}/sum_up"),
        tap("tend.ask", f"tend/{issue.id}/ask"),
        tap("tend.alike", f"alike/{issue.id}"),
        area.fix(issue),
    )


def menu(turn: Turn, issue: Issue) -> Answer:
    see = tap("merge.see", f"area/see/{issue.id}/newest")
    return one("tend.what", (*proposing.way(turn, issue), *choices(issue), see), number=issue.number)


def tapped(turn: Turn) -> Answer:
    """tend/7, tend/7/sum_up"""
    issue = area.hers_to_see(turn, "".join(step(turn, 1)))
    if issue is None:
        return work.not_yours(turn)
    match step(turn, 2):
        case ["sum_up"]:
            return SUM_UP.begin(turn, issue=issue.id, number=issue.number)
        case ["ask"]:
            return _ask(turn, issue, "")
    return menu(turn, issue)


def sum_up(turn: Turn, found: list[Issue], rest: str) -> Answer:
    """`1 สรุป เครื่องสูบน้ำเสีย`"""
    issue = found[0].head
    return _summed_up(issue, rest) if rest else SUM_UP.begin(turn, issue=issue.id, number=issue.number)


def _summed_up(issue: Issue, words: str) -> Answer:
    issue.summary = " ".join(words.split())[:LONGEST]
    see, again = tap("merge.see", f"area/see/{issue.id}/newest"), tap("mend", f"tend/{issue.id}/sum_up")
    return one("tend.summed_up", (see, again), number=issue.number, summary=issue.summary)


def _ask_summary(turn: Turn, draft: Draft) -> Message:
    return Message("tend.ask_summary", {"number": draft.answers["number"]}, (_drop(draft),))


def _takes_words(turn: Turn, draft: Draft) -> str | Message | None:
    if not isinstance(turn.input, Words) or not turn.words.strip():
        return Message("tend.only_words", {}, (_drop(draft),))
    return " ".join(turn.words.split())[:LONGEST]


def _finish_summary(turn: Turn, draft: Draft) -> Answer:
    issue, words = _issue(turn, draft), draft.answers["words"]
    drafts.drop(turn.db, draft)
    return _summed_up(issue, words) if issue else one("area.unknown", (LIST,))


def _issue(turn: Turn, draft: Draft) -> Issue | None:
    """None if who brought it was forgotten meanwhile, and it with her."""
    return area.hers_to_see(turn, str(draft.answers["issue"]))


def _drop(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def ask_typed(turn: Turn, found: list[Issue], rest: str) -> Answer:
    """`2 ขอข้อมูล ปั๊มเสียตั้งแต่วันไหน`"""
    return _ask(turn, found[0].head, rest)


def _ask(turn: Turn, issue: Issue, words: str) -> Answer:
    """Ask who reported it; whoever told of it first can say most."""
    if not tellings.reporters(turn.db, issue):
        return one("tend.nobody", (LIST,), number=issue.number)
    known = {"words": words[:LONGEST]} if words else {}
    return ASK_MORE.begin(turn, issue=issue.id, number=issue.number, **known)


def _ask_question(turn: Turn, draft: Draft) -> Message:
    return Message("tend.what_to_ask", {"number": draft.answers["number"]}, (_drop(draft),))


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    send = tap("tend.send", data(draft, "sure", "yes"), loud=True)
    change = tap("mend", data(draft, "edit", "words"))
    return Message("tend.sure", {"asked": draft.answers["words"]}, (send, change, _drop(draft)))


def _takes_sure(turn: Turn, draft: Draft) -> str | Message | None:
    """Yes; whatever else is typed is the question said anew."""
    if step(turn, 3) == ["yes"] or spoken.means(turn.words, "yes"):
        return "yes"
    taken = _takes_words(turn, draft)
    if isinstance(taken, str):
        draft.answers["words"] = taken
        return _ask_sure(turn, draft)
    return taken


def _asked(turn: Turn, draft: Draft) -> Answer:
    issue, words = _issue(turn, draft), draft.answers["words"]
    drafts.drop(turn.db, draft)
    reporters = tellings.reporters(turn.db, issue) if issue else []
    if issue is None or not reporters:
        return one("tend.nobody", (LIST,), number=draft.answers["number"])
    person, number = reporters[0]
    issues.change(turn.db, issue, "needs_info", None, turn.person.id)
    reply = tap("more.reply", f"more/{number}/{turn.person.id}", loud=True)
    said = {"number": number, "topics": issue.named, "asked": words}
    outbox.notify(turn.db, person.line_id, Message("more.asked", said, (reply,)), person.language)
    return one("tend.asked", (tap("merge.see", f"area/see/{issue.id}/newest"),), number=issue.number)


SUM_UP = Form(
    "sum_up",
    (Question("words", _ask_summary, _takes_words, early=(Photo, Voice, Pin)),),
    _finish_summary,
    quotes=True,
)
ASK_MORE = Form(
    "ask_more",
    (
        Question("words", _ask_question, _takes_words, early=(Photo, Voice, Pin)),
        Question("sure", _ask_sure, _takes_sure),
    ),
    _asked,
    quotes=True,
)


def reply(turn: Turn) -> Answer:
    """A tap on `ตอบ` under what was asked: more/ขก-0142/12, her number and who asked."""
    report = reports.by_number(turn.db, "".join(step(turn, 1)))
    if report is None or report.person_id != turn.person.id:
        return one("talk.old_button")
    asker = "".join(step(turn, 2))
    return TELL_MORE.begin(turn, report=report.id, asker=int(asker) if asker.isdecimal() else 0)


def _ask_more(turn: Turn, draft: Draft) -> Message:
    return Message("more.what", {}, (_drop(draft),))


def _takes_more(turn: Turn, draft: Draft) -> dict[str, Any] | None:
    if not isinstance(turn.input, (Words, Photo, Voice, Pin)):
        return None
    if isinstance(turn.input, (Photo, Voice)):
        story.fetch(turn)
    return story.part_of(turn)


def _told_more(turn: Turn, draft: Draft) -> Answer:
    """What she says joins her report; whoever asked is told."""
    report, part = turn.db.get_one(Report, draft.answers["report"]), draft.answers["part"]
    asker = people.by_id(turn.db, draft.answers["asker"])
    drafts.drop(turn.db, draft)
    reports.add(turn.db, report, part)
    head = report.issue.head
    if head.state == "needs_info":
        issues.change(turn.db, head, "received", None, turn.person.id)
    if asker is not None:
        see = tap("merge.see", f"area/see/{head.id}/newest")
        told = Message("tend.answered", {"number": head.number, "answered": part["text"]}, (see,))
        outbox.notify(turn.db, asker.line_id, told, asker.language)
    return one("more.thanks", (tap("main.mine", f"mine/{report.number}"),), number=report.number)


TELL_MORE = Form(
    "tell_more", (Question("part", _ask_more, _takes_more, early=(Photo, Voice, Pin)),), _told_more
)
