"""Reads a whole message: danger first, then what the sender wants, then the topics."""

from __future__ import annotations

from models.thai import words
from models.topics import danger, intent, pieces, rsvp, rules, spelling
from models.topics.classifier import Classified, classify
from models.topics.reading import Reading, Topic

_LIKE = -0.1  # margins: as much like a question, an answer or thanks as is needed to be one
_SURELY, _PERHAPS, _HARDLY = 0.3, -0.5, -0.8  # like a report
_PLAINLY = 0.8  # a score of a topic
_SHORT = 25  # letters; so little that names nothing is an answer, a name, a place
_OTHER = Topic("other", None, 0.5, ())


def read(text: str) -> Reading:
    """The topics, best first, whether it is a report, how urgent, and what the sender wants."""
    closed = spelling.close(text)
    found = pieces.cut(closed)
    if danger.heard_in(closed, found):
        return Reading(classify(found).topics, True, "rescue", "report")
    said = intent.small_talk(closed) or ("rsvp" if rsvp.read_closed(closed) else None)
    return Reading((), False, "none", said) if said else _told(closed, classify(found))


def warm() -> None:
    """Loads every list, so that the first message waits no longer than the next."""
    read("น้ำท่วมบ้านแล้วครับ")
    words.warm()
    danger.warm()
    rules.load()
    rsvp.warm()
    intent.warm()


def _told(closed: str, found: Classified) -> Reading:
    """Neither danger nor small talk: a report, unless it is more like something else."""
    other = _other_intent(closed, found)
    if other:
        return Reading(found.topics, False, "none", other)
    urgency = intent.urgency(closed, found.kinds["damage"] > 0)
    return Reading(found.topics or (_OTHER,), True, urgency, "report", found.likely)


def _other_intent(closed: str, found: Classified) -> str | None:
    report = found.kinds["report"]
    if intent.asks(closed) and report < _SURELY:
        return "question"
    for name in ("question", "thanks", "rsvp"):
        likelier = max(_LIKE, report) < found.kinds[name] and report < _SURELY
        if likelier and intent.bears_marks(closed, name):
            return name
    return None if _is_report(closed, found) else "other"


def _is_report(closed: str, found: Classified) -> bool:
    """Like a report; or a little less so, but plainly of a topic, or in words of complaint."""
    complains = intent.complains(closed)
    if not found.topics and not complains and len(closed) < _SHORT:
        return False
    names_it = bool(found.topics) and found.topics[0].score > _PLAINLY
    return found.kinds["report"] > (_HARDLY if names_it else _PERHAPS if complains else 0)
