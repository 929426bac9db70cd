"""What was filed can be mended: its topic, its place, its story; or it is withdrawn. The number stays."""

from dataclasses import asdict
from typing import Any

from handlers import correction, place, spoken, story, topic
from handlers.correction import Correction
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Pin, Turn, Words, one
from models import reports
from models.forums import invitations
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


def _takes_what(turn: Turn, draft: Draft) -> Any:
    if isinstance(turn.input, Words):
        return _heard(turn, draft)
    said = "".join(step(turn, 3))
    return said if said in WHAT else None


def _heard(turn: Turn, draft: Draft) -> Any:
    """Whoever types what is wrong need not choose it first."""
    if turn.meaning.rsvp and invitations.open_for(turn.db, turn.person):
        return None
    if turn.meaning.small_talk or spoken.means(turn.words, "yes") or spoken.means(turn.words, "no"):
        return _ask_what(turn, draft)
    report = _report(turn, draft)
    said = correction.read(turn.words, report.place or turn.person.place)
    _keep_words(turn, draft)
    if said.topics:
        draft.answers["topics"] = _with_those_we_had(report, said, spoken.adds(turn.words))
    if said.candidates:
        draft.answers["candidates"] = list(said.candidates[: place.PAGE])
        return "place"
    if said.place:
        draft.answers["place"] = said.place
    return said.asks or "told"


def _keep_words(turn: Turn, draft: Draft) -> None:
    """Whatever else they do, her words belong to the story."""
    draft.answers["parts"] = [*draft.answers.get("parts", []), story.part_of(turn)]


def _with_those_we_had(report: Report, said: Correction, adds: bool) -> list[dict[str, Any]]:
    """The topics she names; beside those we had, if she says that they come to them."""
    shown = reports.shown_topics(report) if adds and not said.denies else []
    had = [Topic(row.topic, row.kind, row.score, tuple(row.because)) for row in shown]
    named = {(topic.topic, topic.kind): asdict(topic) for topic in (*had, *said.topics)}
    return list(named.values())


def _ask_topics(turn: Turn, draft: Draft) -> Message:
    return topic.offered(draft, second_page=False)


def _takes_topics(turn: Turn, draft: Draft) -> Any:
    if isinstance(turn.input, Words):
        named = correction.read(turn.words, None).topics
        if not named:
            return _ask_topics(turn, draft)
        _keep_words(turn, draft)
        return [asdict(one) for one in named]
    if step(turn, 3) == ["more"]:
        return topic.offered(draft, second_page=True)
    return topic.named("".join(step(turn, 3)))


def _ask_place(turn: Turn, draft: Draft) -> Message:
    meant = draft.answers.get("candidates")
    return place.which(draft, "place", tuple(meant)) if meant else place.ask(draft, "place", "report.place")


def _takes_place(turn: Turn, draft: Draft) -> Any:
    """A pin says by itself that it is the place that was wrong."""
    taken = place.takes(turn, draft, "place")
    if isinstance(taken, dict):
        draft.answers.setdefault("what", "place")
        if turn.meaning.place.village:
            _keep_words(turn, draft)
    return taken


def _ask_words(turn: Turn, draft: Draft) -> Message:
    return Message("mend.words", {}, (tap("cancel", data(draft, "drop")),))


def _takes_words(turn: Turn, draft: Draft) -> Any:
    if not turn.words:
        return None
    _keep_words(turn, draft)
    return "told"


def _report(turn: Turn, draft: Draft) -> Report:
    report = turn.db.get(Report, draft.answers["report"])
    assert report is not None, "this draft leaves with its report"
    return report


def _mended(turn: Turn, draft: Draft) -> Answer:
    report, answers = _report(turn, draft), dict(draft.answers)
    drafts.drop(turn.db, draft)
    if answers["what"] == "dropped":
        reports.withdraw(turn.db, report)
        return one("mend.withdrawn", (tap("main.mine", "open/mine"),), number=report.number)
    if not any(answers.get(name) for name in ("topics", "place", "parts")):
        return one("talk.stopped")
    if answers.get("topics"):
        reports.retopic(report, [Topic(**given) for given in answers["topics"]], by="human")
    if answers.get("place"):
        reports.locate(report, answers["place"])
    for part in answers.get("parts", []):
        reports.add(turn.db, report, part)
    return _shown(report, answers)


def _shown(report: Report, answers: dict[str, Any]) -> Answer:
    """What it is now, and what was only added, so that it can be changed again."""
    choices = (tap("report.mend", f"mine/{report.number}/mend"), tap("main.mine", "open/mine"))
    is_corrected = answers.get("topics") or answers.get("place")
    added = "" if is_corrected else " ".join(part["text"] for part in answers["parts"])
    return one(
        "mend.done",
        choices,
        number=report.number,
        topics=[[shown.topic, shown.kind] for shown in reports.shown_topics(report)],
        place=report.place,
        moo=report.moo,
        village=report.village,
        added=story.shortened(added),
    )


MEND = Form(
    "mend",
    (
        Question("what", _ask_what, _takes_what),
        Question("topics", _ask_topics, _takes_topics, _only("topics")),
        Question("place", _ask_place, _takes_place, _only("place"), early=(Pin,)),
        Question("words", _ask_words, _takes_words, _only("words")),
    ),
    _mended,
    stays_open=reports.STILL_ADDING,  # what is typed later is not about what was wrong
)
