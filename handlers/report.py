"""A person brings a trouble: words, photos, voice and a pin in any order become one report."""

from dataclasses import asdict
from typing import Any

from handlers import place, spoken, topic, welcome
from handlers.form import Form, Question, data, left, step, stopped
from handlers.inputs import Answer, Photo, Pin, Turn, Voice, Words, one
from handlers.wish import WISH
from models import clock, reports, topics
from models.forums import forum as forums
from models.forums import invitations
from models.post import drafts, outbox
from models.post.drafts import Draft
from models.post.messages import Message, tap
from models.reports import Report
from models.topics import Topic

DANGER = tap("danger.button", "open/danger")
SEND = "yes"
SMALL_TALK = ("greeting", "thanks", "test")
READ_FROM_WORDS = ("topics", "kind", "urgency", "candidates", "no_such_date")


def begin(turn: Turn) -> Answer:
    """`แจ้งเรื่อง`: a new report, or the one she left."""
    kept = drafts.kept(turn.db, turn.person.id, "report")
    if kept is not None and kept.answers.get("parts"):
        again = tap("talk.resume", data(kept, "resume"), loud=True)
        return one("report.unsent", (again, tap("report.fresh", "open/fresh")), story=_excerpt(kept))
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
    if not outbox.has_waiting_burst(turn.db, turn.heard.chat):
        return []  # we have said already where they went
    last = reports.last_of(turn.db, turn.person.id, reports.SAME_BREATH)
    return reports.take_back_newest(turn.db, last, clock.now() - reports.SAME_BREATH) if last else []


def part_of(turn: Turn) -> dict[str, Any]:
    """What one input adds to a report; a tap adds nothing but that it happened."""
    said = turn.input
    kind = type(said).__name__.lower()
    message_id = getattr(said, "message_id", None)
    return {"kind": kind, "message_id": message_id, "text": said.text if isinstance(said, Words) else None}


def _takes_story(turn: Turn, draft: Draft) -> list[dict[str, Any]] | None:
    if not isinstance(turn.input, (Words, Photo, Voice)):
        return None
    if isinstance(turn.input, (Photo, Voice)):
        fetch(turn)
    else:
        _understand(turn, draft)
    return [*draft.answers.get("parts", []), part_of(turn)]


def fetch(turn: Turn) -> None:
    """Media leave LINE after a while: fetch them at once."""
    message_id = getattr(turn.input, "message_id", "")
    particulars = {"message_id": message_id, "chat": turn.heard.chat}
    key = f"media/{message_id}"
    outbox.errand(turn.db, "media", particulars, chat=turn.heard.chat, idempotency_key=key)


def _understand(turn: Turn, draft: Draft) -> None:
    """Keep what the words name: topics, urgency, kind, place."""
    reading, found, answers = turn.meaning.reading, turn.meaning.place, draft.answers
    known = {(one["topic"], one["kind"]): one for one in answers.get("topics", [])}
    for found_topic in reading.topics:
        known.setdefault((found_topic.topic, found_topic.kind), asdict(found_topic))
    if known:
        answers["topics"] = list(known.values())
    answers.setdefault("kind", topics.kind_of_report(turn.words))
    answers["urgency"] = reading.urgency if reading.urgency != "none" else answers.get("urgency", "none")
    if turn.meaning.no_such_date:
        answers["no_such_date"] = turn.meaning.no_such_date
    code = found.subdistrict or found.district or found.province
    if found.status == "resolved" and code and not answers.get("place", {}).get("lat"):
        answers["place"] = {"code": code, "moo": found.moo}
    elif found.status == "ambiguous" and found.candidates:
        answers["candidates"] = list(found.candidates[: place.PAGE])
    elif found.moo:
        answers["moo"] = found.moo


def _ask_story(turn: Turn, draft: Draft) -> Message:
    return Message("report.story", {}, (DANGER, tap("cancel", "open/leave")))


def _ask_topic(turn: Turn, draft: Draft) -> Message:
    return Message("report.topic", _counted(draft), (*topic.common(draft), DANGER))


def _takes_topic(turn: Turn, draft: Draft) -> Any:
    if isinstance(turn.input, Words):
        draft.answers["parts"] = _takes_story(turn, draft)
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
        if isinstance(turn.input, Pin):
            draft.answers["parts"] = [*draft.answers.get("parts", []), part_of(turn)]
    return taken


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    where = draft.answers.get("place") or {}
    values = {
        **_counted(draft),
        "story": _excerpt(draft),
        "topics": [[one["topic"], one["kind"]] for one in draft.answers.get("topics", [])[:2]],
        "kind": draft.answers.get("kind", "trouble"),
        "place": where.get("code") or turn.person.place,
        "moo": where.get("moo") or draft.answers.get("moo"),
    }
    choices = (
        tap("report.send", data(draft, "sure", SEND), loud=True),
        tap("place.tell", data(draft, "edit", "place")),
        tap("report.edit", data(draft, "sure", "edit")),
        tap("cancel", "open/leave"),
    )
    impossible = draft.answers.get("no_such_date")
    key = "report.sure_of_date" if impossible else "report.sure"
    return Message(key, {**values, "no_such_date": impossible}, choices)


def _words_at_sure(turn: Turn, draft: Draft) -> Any:
    """Yes, no, an answer to an invitation; anything else belongs to the story."""
    if spoken.means(turn.words, "yes"):
        return SEND
    if spoken.means(turn.words, "no"):
        return _what_to_edit(draft)
    if turn.meaning.rsvp and not turn.meaning.trouble and invitations.open_for(turn.db, turn.person):
        return None
    if turn.meaning.reading.intent not in SMALL_TALK:
        draft.answers["parts"] = _takes_story(turn, draft)
    return _ask_sure(turn, draft)


def _takes_sure(turn: Turn, draft: Draft) -> Any:
    if isinstance(turn.input, Words):
        return _words_at_sure(turn, draft)
    match [*step(turn, 3), *step(turn, 4)]:
        case ["yes"]:
            return SEND
        case ["edit"]:
            return _what_to_edit(draft)
        case ["kind"]:
            kinds = [tap(f"kind.{kind}", data(draft, "sure", "kind", kind)) for kind in reports.KINDS]
            return Message("report.kind", {}, tuple(kinds))
        case ["kind", kind] if kind in reports.KINDS:
            draft.answers["kind"] = kind
            return _ask_sure(turn, draft)
    return None


def _what_to_edit(draft: Draft) -> Message:
    return Message(
        "report.what_to_edit",
        {},
        (
            tap("edit.topic", data(draft, "edit", "topics")),
            tap("place.tell", data(draft, "edit", "place")),
            tap("edit.kind", data(draft, "sure", "kind")),
            tap("edit.story", data(draft, "edit", "parts")),
        ),
    )


def _counted(draft: Draft) -> dict[str, int]:
    kinds = [part["kind"] for part in draft.answers.get("parts", [])]
    return {"photos": kinds.count("photo"), "voices": kinds.count("voice"), "pins": kinds.count("pin")}


def _excerpt(draft: Draft) -> str:
    """The beginning of what was told, on one line."""
    told = " ".join(part["text"] for part in draft.answers.get("parts", []) if part["text"])
    return shortened(told)


def shortened(told: str) -> str:
    line = " ".join(told.split())
    return line if len(line) <= 60 else line[:57] + "…"


def _finish(turn: Turn, draft: Draft) -> Answer:
    report = _file(turn, draft)
    drafts.drop(turn.db, draft)
    return Answer([filed(turn, report), *(welcome.owed(turn) or WISH.begin(turn, report=report.id).messages)])


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
    """The number, what was understood, and which Forum will hear it."""
    forum = forums.next_in(turn.db, report.region) if report.region else None
    values = {
        "number": report.number,
        "topics": [[shown.topic, shown.kind] for shown in reports.shown_topics(report)],
        "place": report.place,
        "moo": report.moo,
        "region": forum.region if forum else None,
        "at": forum.at.isoformat() if forum else None,
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
    """Photo, voice or pin within a quarter of an hour of a number belong to that report."""
    if not isinstance(turn.input, (Photo, Voice, Pin)):
        return None
    report = reports.last_of(turn.db, turn.person.id, reports.STILL_ADDING)
    if report is None:
        return None
    reports.add(turn.db, report, part_of(turn))
    if isinstance(turn.input, Pin):
        place.pin_down(turn.input, report)
    else:
        fetch(turn)
    values = {"number": report.number, "photos": report.count("photo"), "voices": report.count("voice")}
    return Answer([Message("report.added", {**values, "pins": report.count("pin")})], burst=True)


def _asks_topic(answers: dict[str, Any]) -> bool:
    return answers.get("edits") == "topics" or not any(part["text"] for part in answers["parts"])


def _asks_place(answers: dict[str, Any]) -> bool:
    return "candidates" in answers or answers.get("edits") == "place"


REPORT = Form(
    "report",
    (
        Question("parts", _ask_story, _takes_story, early=(Photo, Voice), carries=READ_FROM_WORDS),
        Question("topics", _ask_topic, _takes_topic, _asks_topic),
        Question("place", _ask_place, _takes_place, _asks_place, early=(Pin,)),
        Question("sure", _ask_sure, _takes_sure),
    ),
    _finish,
    gathers=True,
    leave=lambda turn, draft: left(draft) if draft.answers.get("parts") else stopped(turn, draft),
)
