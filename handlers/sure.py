"""The last look before a report is sent: what was understood, to be sent, mended or left."""

from dataclasses import asdict
from typing import Any

from handlers import correction, place, spoken, story, topic
from handlers.form import data, step
from handlers.inputs import Turn, Words
from models import reports
from models.forums import invitations
from models.post.drafts import Draft
from models.post.messages import Message, tap

SEND = "yes"


def ask(turn: Turn, draft: Draft) -> Message:
    values = {
        **story.counted(draft),
        "story": story.excerpt(draft),
        "topics": [[one["topic"], one["kind"]] for one in draft.answers.get("topics", [])[:2]],
        "kind": draft.answers.get("kind", "trouble"),
        **_where(turn, draft),
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


def _where(turn: Turn, draft: Draft) -> dict[str, Any]:
    """The place she told; else her home, and that it is only what we suppose."""
    told, answers = draft.answers.get("place") or {}, draft.answers
    return {
        "place": told.get("code") or turn.person.place,
        "moo": told.get("moo") or answers.get("moo"),
        "village": None if told.get("code") else answers.get("village"),
        "supposed": not told.get("code"),
    }


def takes(turn: Turn, draft: Draft) -> Any:
    if isinstance(turn.input, Words):
        return _words(turn, draft)
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
            return ask(turn, draft)
    return None


def _words(turn: Turn, draft: Draft) -> Any:
    """Yes, no, an answer to an invitation; anything else belongs to the story."""
    if spoken.means(turn.words, "yes"):
        return SEND
    if spoken.means(turn.words, "no"):
        return _what_to_edit(draft)
    if turn.meaning.rsvp and not turn.meaning.trouble and invitations.open_for(turn.db, turn.person):
        return None
    if not turn.meaning.small_talk:
        draft.answers["parts"] = story.takes(turn, draft)
        return _set_right(turn, draft) or ask(turn, draft)
    return ask(turn, draft)


def _set_right(turn: Turn, draft: Draft) -> Message | None:
    """What she says is not so is not so; what she leaves open is asked."""
    known = draft.answers.get("place") or {}
    said = correction.read(turn.words, known.get("code") or turn.person.place)
    if said.denies == "topics" and said.topics:
        draft.answers["topics"] = [asdict(topic) for topic in said.topics]
    if said.denies == "place" and said.place:
        draft.answers["place"] = said.place if said.place.get("code") else {**known, **said.place}
    if said.asks == "topics":
        return topic.offered(draft, second_page=False)
    return place.ask(draft, "place", "report.place") if said.asks == "place" else None


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
