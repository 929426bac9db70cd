"""What she tells: words, photos, voice and pins become the parts of a report, and words say what it is about."""

from dataclasses import asdict
from typing import Any

from handlers import place
from handlers.inputs import Photo, Turn, Voice, Words
from models import places, topics
from models.places import Found
from models.post import outbox
from models.post.drafts import Draft

READ_FROM_WORDS = ("topics", "likely", "kind", "urgency", "candidates", "village", "no_such_date")
LINE = 60  # letters of a story that are shown


def takes(turn: Turn, draft: Draft) -> list[dict[str, Any]] | None:
    """The parts so far, with the one that came now."""
    if not isinstance(turn.input, (Words, Photo, Voice)):
        return None
    if isinstance(turn.input, (Photo, Voice)):
        fetch(turn)
    else:
        _understand(turn, draft)
    return [*draft.answers.get("parts", []), part_of(turn)]


def part_of(turn: Turn) -> dict[str, Any]:
    """What one input adds to a report; a tap adds nothing but that it happened."""
    said = turn.input
    kind = type(said).__name__.lower()
    message_id = getattr(said, "message_id", None)
    return {"kind": kind, "message_id": message_id, "text": said.text if isinstance(said, Words) else None}


def fetch(turn: Turn) -> None:
    """Media leave LINE after a while: fetch them at once."""
    message_id = getattr(turn.input, "message_id", "")
    particulars = {"message_id": message_id, "chat": turn.heard.chat}
    key = f"media/{message_id}"
    outbox.errand(turn.db, "media", particulars, chat=turn.heard.chat, idempotency_key=key)


def _understand(turn: Turn, draft: Draft) -> None:
    """Keep what the words name: topics, urgency, kind, place."""
    reading, answers = turn.meaning.reading, draft.answers
    known = {(one["topic"], one["kind"]): one for one in answers.get("topics", [])}
    for found_topic in reading.topics if not reading.likely else ():
        known.setdefault((found_topic.topic, found_topic.kind), asdict(found_topic))
    if known:
        answers["topics"] = list(known.values())
    elif reading.likely:
        answers["likely"] = [one.code for one in reading.likely]
    answers.setdefault("kind", topics.kind_of_report(turn.words))
    answers["urgency"] = reading.urgency if reading.urgency != "none" else answers.get("urgency", "none")
    if turn.meaning.no_such_date:
        answers["no_such_date"] = turn.meaning.no_such_date
    told = answers.get("place", {}).get("code")
    _locate(answers, places.in_text(turn.words, told) if told else turn.meaning.place)


def _locate(answers: dict[str, Any], found: Found) -> None:
    """Keep the place that was named. A village by its name may lie anywhere: it is kept as it was written."""
    if found.village:
        answers["village"] = found.village
    if found.status == "resolved" and not found.village and not answers.get("place", {}).get("lat"):
        answers["place"] = {"code": found.code, "moo": found.moo}
    elif found.status == "ambiguous" and found.candidates:
        answers["candidates"] = list(found.candidates[: place.PAGE])
    elif found.moo:
        answers["moo"] = found.moo


def counted(draft: Draft) -> dict[str, int]:
    kinds = [part["kind"] for part in draft.answers.get("parts", [])]
    return {"photos": kinds.count("photo"), "voices": kinds.count("voice"), "pins": kinds.count("pin")}


def excerpt(draft: Draft) -> str:
    """The beginning of what was told, on one line."""
    return shortened(" ".join(part["text"] for part in draft.answers.get("parts", []) if part["text"]))


def shortened(told: str) -> str:
    line = " ".join(told.split())
    return line if len(line) <= LINE else line[: LINE - 3] + "…"
