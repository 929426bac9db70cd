"""A person brings a trouble: words, photos, voice and a pin in any order become one report."""

from typing import Any

from handlers import duty, neighbours, place, story, sure, topic, welcome
from handlers.form import Form, Question, data, left, step, stopped
from handlers.inputs import Answer, Photo, Pin, Turn, Voice, Words, one
from handlers.wish import WISH
from models import clock, reports
from models.forums import forum as forums
from models.post import drafts, outbox
from models.post.drafts import Draft
from models.post.messages import Message, tap
from models.reports import Report
from models.topics import Topic

DANGER = tap("danger.button", "open/danger")


def begin(turn: Turn) -> Answer:
    """`แจ้งเรื่อง`: a new report, or the one she left."""
    kept = drafts.kept(turn.db, turn.person.id, "report")
    if kept is not None and kept.answers.get("parts"):
        again = tap("talk.resume", data(kept, "resume"), loud=True)
        return one("report.unsent", (again, tap("report.fresh", "open/fresh")), story=story.excerpt(kept))
    return fresh(turn)


def fresh(turn: Turn) -> Answer:
    return REPORT.begin(turn)


def told(turn: Turn) -> Answer | None:
    """Trouble told without any command."""
    if isinstance(turn.input, (Photo, Voice, Pin)):
        return REPORT.begin_with(turn)
    if not turn.meaning.trouble:
        return None
    same_breath = _sent_in_the_same_breath(turn)
    return REPORT.begin_with(turn, **({"parts": same_breath} if same_breath else {}))


def _sent_in_the_same_breath(turn: Turn) -> list[dict[str, Any]]:
    """Photos that came a moment before these words were of this trouble, not of the last one."""
    if not _just_added(turn):
        return []  # we have said already where they went
    last = reports.last_of(turn.db, turn.person.id, reports.SAME_BREATH)
    return reports.take_back_newest(turn.db, last, clock.now() - reports.SAME_BREATH) if last else []


def _just_added(turn: Turn) -> bool:
    """Whether it still waits to be said that something was added to a report."""
    return "report.added" in outbox.about_to_say(turn.db, turn.heard.chat)


def _ask_story(turn: Turn, draft: Draft) -> Message:
    return Message("report.story", {}, (DANGER, tap("cancel", "open/leave")))


def _ask_topic(turn: Turn, draft: Draft) -> Message:
    buttons = (*topic.common(draft), DANGER)
    if "likely" in draft.answers:
        return Message("report.unsure", {}, buttons)
    return Message("report.topic", story.counted(draft), buttons)


def _takes_topic(turn: Turn, draft: Draft) -> Any:
    if turn.meaning.small_talk:
        return _ask_topic(turn, draft)
    if isinstance(turn.input, Words):
        draft.answers["parts"] = story.takes(turn, draft)
        return draft.answers.get("topics", [])
    match [*step(turn, 3), *step(turn, 4)]:
        case ["more", *page]:
            return topic.offered(draft, second_page=bool(page))
        case [code]:
            return topic.named(code)
    return None


def _ask_place(turn: Turn, draft: Draft) -> Message:
    meant = draft.answers.get("candidates")
    if not meant:
        return place.ask(draft, "place", "report.place")
    return place.which(draft, "place", tuple(meant))


def _takes_place(turn: Turn, draft: Draft) -> Any:
    taken = place.takes(turn, draft, "place")
    if isinstance(taken, dict):
        draft.answers.pop("candidates", None)
        if isinstance(turn.input, Pin) or turn.meaning.place.village:
            draft.answers["parts"] = [*draft.answers.get("parts", []), story.part_of(turn)]
    return taken


def _finish(turn: Turn, draft: Draft) -> Answer:
    report = _file(turn, draft)
    drafts.drop(turn.db, draft)
    asked = welcome.owed(turn) or neighbours.ask(turn, report)
    return Answer([filed(turn, report), *(asked or WISH.begin(turn, report=report.id).messages)])


def _file(turn: Turn, draft: Draft) -> Report:
    answers = draft.answers
    where = {**(answers.get("place") or {})}
    where.setdefault("moo", answers.get("moo"))
    return reports.file(
        turn.db,
        turn.person,
        answers.get("kind", "trouble"),
        answers["parts"],
        where,
        topics=[Topic(**given) for given in answers.get("topics", [])],
        urgency=answers.get("urgency", "none"),
        draft_id=draft.id,
    )


def filed(turn: Turn, report: Report) -> Message:
    """The number, what was understood, who receives it and which Forum will hear it."""
    forum = forums.next_in(turn.db, report.region, "monthly") if report.region else None
    values = {
        "number": report.number,
        "topics": [[shown.topic, shown.kind] for shown in reports.shown_topics(report)],
        "place": report.place,
        "moo": report.moo,
        "village": report.village,
        "region": forum.region if forum else None,
        "at": forum.at.isoformat() if forum else None,
        "told": duty.receivers(turn.db, report.place, turn.person),
    }
    choices = (tap("report.mend", f"mine/{report.number}/mend"), tap("main.mine", f"mine/{report.number}"))
    return Message("report.filed", values, choices)


def tapped(turn: Turn) -> Answer:
    """A button of the report form; the second of two taps on `ส่งเรื่องนี้` only repeats the number."""
    draft_id = "".join(step(turn, 1))
    already = reports.by_draft(turn.db, int(draft_id)) if draft_id.isdecimal() else None
    if already is not None and already.person_id == turn.person.id:
        return one("report.already", number=already.number)
    return REPORT.tapped(turn)


def added(turn: Turn) -> Answer | None:
    """Photo, voice or pin within a quarter of an hour of a number belong to that report, and words beside them."""
    if not isinstance(turn.input, (Photo, Voice, Pin)) and not _is_caption(turn):
        return None
    report = reports.last_of(turn.db, turn.person.id, reports.STILL_ADDING)
    if report is None:
        return None
    reports.add(turn.db, report, story.part_of(turn))
    if isinstance(turn.input, Pin):
        place.pin_down(turn.input, report)
    elif not isinstance(turn.input, Words):
        story.fetch(turn)
    values = {"number": report.number, "photos": report.count("photo"), "voices": report.count("voice")}
    return Answer([Message("report.added", {**values, "pins": report.count("pin")})], burst=True)


def _is_caption(turn: Turn) -> bool:
    """Words in one breath with a photo that was added, which say nothing of their own."""
    meaning = turn.meaning
    says_more = meaning.trouble or meaning.rsvp or meaning.small_talk
    return isinstance(turn.input, Words) and not says_more and _just_added(turn)


def _asks_topic(answers: dict[str, Any]) -> bool:
    untold = not any(part["text"] for part in answers["parts"])
    return answers.get("edits") == "topics" or "likely" in answers or untold


def _asks_place(answers: dict[str, Any]) -> bool:
    return "candidates" in answers or answers.get("edits") == "place"


REPORT = Form(
    "report",
    (
        Question("parts", _ask_story, story.takes, early=(Photo, Voice), carries=story.READ_FROM_WORDS),
        Question("topics", _ask_topic, _takes_topic, _asks_topic),
        Question("place", _ask_place, _takes_place, _asks_place, early=(Pin,)),
        Question("sure", sure.ask, sure.takes),
    ),
    _finish,
    gathers=True,
    leave=lambda turn, draft: left(draft) if draft.answers.get("parts") else stopped(turn, draft),
)
