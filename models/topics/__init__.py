"""What a message is about, whether it is a report, and whether somebody must be rescued; pure."""

from models.topics.danger import is_danger
from models.topics.intent import is_wish, kind_of_report
from models.topics.reading import Reading, Rsvp, Topic
from models.topics.rsvp import read_rsvp
from models.topics.taxonomy import TAXONOMY
from models.topics.understanding import read, warm

__all__ = [
    "TAXONOMY",
    "Reading",
    "Rsvp",
    "Topic",
    "is_danger",
    "is_wish",
    "kind_of_report",
    "read",
    "read_rsvp",
    "warm",
]
