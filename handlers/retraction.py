"""Taken back or changed after it was sent: what LINE tells us, we follow everywhere."""

from dataclasses import asdict
from typing import Any

from handlers import spoken
from handlers.inputs import Answer, Edited, Turn, Unsent, meaning_of
from models import media, questions, reports
from models.forums import entrusting, sheet
from models.post import drafts, inbox, outbox, scrubbing
from models.post.drafts import Draft
from models.post.scrubbing import Gone
from models.thai import behalf
from models.thai.normal import arabic


def unsent(turn: Turn) -> Answer:
    """The content leaves the report, the question, the draft, the media, the raw event and what waits to be said."""
    assert isinstance(turn.input, Unsent)
    message_id = turn.input.message_id
    said = (inbox.words_of_message(turn.db, message_id) or "").strip()
    numbers = _out_of_reports(turn, message_id) + reports.take_back_wish(turn.db, turn.person.id, said)
    questions.take_back(turn.db, message_id)
    entrusting.unsent(turn.db, message_id)
    _forget_name_and_number(turn, " ".join(said.split()))
    for draft in drafts.all_of(turn.db, turn.person.id):
        _forget_part(turn, draft, message_id)
        _forget_answer(draft, said)
    scrubbing.scrub(turn.db, Gone((said,), (said,), turn.heard.chat, tuple(numbers)))
    outbox.cancel_errands(turn.db, turn.heard.chat, f"media/{message_id}")
    media.drop(turn.db, message_id)
    inbox.empty_of_message(turn.db, message_id)
    return Answer()


def _out_of_reports(turn: Turn, message_id: str) -> list[str]:
    """The numbers of the reports it leaves."""
    found = reports.parts_of_message(turn.db, message_id)
    for report, part in found:
        report.parts.remove(part)
        report.for_name = None  # it stood in these words
        turn.db.flush()
        reports.retopic(report, meaning_of(report.story).reading.topics)
    return [report.number for report, _ in found]


def _forget_name_and_number(turn: Turn, said: str) -> None:
    """What she is called on the sheet, and her telephone however she typed it."""
    sheet.take_back(turn.db, turn.person.id, said)
    figures = "".join(filter(str.isdigit, arabic(said)))
    if turn.person.phone and figures.endswith(turn.person.phone.removeprefix("0")):
        turn.person.phone = None


def _forget_part(turn: Turn, draft: Draft, message_id: str) -> None:
    parts = draft.answers.get("parts", [])
    kept = [part for part in parts if part["message_id"] != message_id]
    if len(kept) == len(parts):
        return
    if kept:
        draft.answers["parts"] = kept
        draft.answers.pop("topics", None)
    else:
        drafts.drop(turn.db, draft)


def _forget_answer(draft: Draft, said: str) -> None:
    """What answered a question is not answered any more: it is the one that is open again."""
    for question in [name for name, answer in draft.answers.items() if said and answer == said]:
        draft.answers.pop(question)
        draft.asked = question


def edited(turn: Turn) -> Answer:
    assert isinstance(turn.input, Edited)
    for report, part in reports.parts_of_message(turn.db, turn.input.message_id):
        part.text = _without_name(turn.input.text) if report.for_people else turn.input.text
        turn.db.flush()
        reports.retopic(report, meaning_of(report.story).reading.topics)
    entrusting.reword(turn.db, turn.input.message_id, turn.input.text)
    for draft in drafts.all_of(turn.db, turn.person.id):
        parts = [_changed(part, turn.input) for part in draft.answers.get("parts", [])]
        if parts != draft.answers.get("parts", []):
            draft.answers["parts"] = parts
            told = " ".join(part["text"] for part in parts if part["text"])
            draft.answers["topics"] = [asdict(topic) for topic in meaning_of(told).reading.topics]
    return Answer()


def _without_name(text: str) -> str | None:
    """What troubles those she speaks for; their name is kept only by its own consent."""
    said = behalf.read(spoken.behind_our_name(text))
    return said.trouble if said else None


def _changed(part: dict[str, Any], edit: Edited) -> dict[str, Any]:
    return {**part, "text": edit.text} if part["message_id"] == edit.message_id else part
