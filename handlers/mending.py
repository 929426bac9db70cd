"""What was filed can be mended: its topic, its place, its story; or it is withdrawn. The number stays."""

from typing import Any

from handlers import place, topic
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Pin, Turn, Words, one
from models import reports
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap
from models.reports import Report
from models.topics import Topic

WHAT = ("topics", "place", "words", "dropped")


def begin(turn: Turn, report: Report) -> Answer:
    return MEND.begin(turn, report=report.id)


def _only(wanted: str) -> Any:
    return lambda answers: answers.get("what") == wanted


def _ask_what(turn: Turn, draft: Draft) -> Message:
    labels = ("edit.topic", "place.tell", "mend.words", "mend.dropped")
    choices = [tap(says, data(draft, "what", what)) for says, what in zip(labels, WHAT, strict=True)]
    return Message("mend.what", {"number": _report(turn, draft).number}, tuple(choices))


def _takes_what(turn: Turn, draft: Draft) -> str | None:
    said = "".join(step(turn, 3))
    return said if said in WHAT else None


def _ask_topics(turn: Turn, draft: Draft) -> Message:
    return topic.offered(draft, second_page=False)


def _takes_topics(turn: Turn, draft: Draft) -> Any:
    if step(turn, 3) == ["more"]:
        return topic.offered(draft, second_page=True)
    return topic.named("".join(step(turn, 3)))


def _takes_place(turn: Turn, draft: Draft) -> Any:
    return place.takes(turn, draft, "place")


def _ask_words(turn: Turn, draft: Draft) -> Message:
    return Message("mend.words", {}, (tap("cancel", data(draft, "drop")),))


def _takes_words(turn: Turn, draft: Draft) -> dict[str, Any] | None:
    if not isinstance(turn.input, Words) or not turn.words:
        return None
    return {"kind": "words", "message_id": turn.input.message_id, "text": turn.words}


def _report(turn: Turn, draft: Draft) -> Report:
    report = turn.db.get(Report, draft.answers["report"])
    assert report is not None, "this draft leaves with its report"
    return report


def _mended(turn: Turn, draft: Draft) -> Answer:
    report, answers = _report(turn, draft), draft.answers
    match answers["what"]:
        case "topics":
            reports.retopic(report, [Topic(**given) for given in answers["topics"]], by="human")
        case "place":
            reports.locate(report, answers["place"])
        case "words":
            reports.add(turn.db, report, answers["words"])
        case "dropped":
            reports.change(turn.db, report, "dropped")
    drafts.drop(turn.db, draft)
    key = "mend.withdrawn" if report.state == "dropped" else "mend.done"
    mend = () if report.state == "dropped" else (tap("report.mend", f"mine/{report.number}/mend"),)
    choices = (*mend, tap("main.mine", "open/mine"))
    shown = [[one.topic, one.kind] for one in reports.shown_topics(report)]
    return one(
        key,
        choices,
        number=report.number,
        topics=shown,
        place=report.place,
        moo=report.moo,
        village=report.village,
    )


MEND = Form(
    "mend",
    (
        Question("what", _ask_what, _takes_what),
        Question("topics", _ask_topics, _takes_topics, _only("topics")),
        Question(
            "place",
            lambda turn, draft: place.ask(draft, "place", "report.place"),
            _takes_place,
            _only("place"),
            early=(Pin,),
        ),
        Question("words", _ask_words, _takes_words, _only("words")),
    ),
    _mended,
)
