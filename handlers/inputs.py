"""What a person can send, with LINE left out; and what is handed back for it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from models import clock, places, topics
from models.people import Person
from models.places import Found
from models.post.messages import Message
from models.thai.dates import impossible_date
from models.topics import Rsvp, read_rsvp


@dataclass(frozen=True)
class Words:
    text: str
    message_id: str | None = None
    addressed: bool = False  # in a group: the bot was mentioned


@dataclass(frozen=True)
class Photo:
    message_id: str


@dataclass(frozen=True)
class Voice:
    message_id: str


@dataclass(frozen=True)
class Pin:
    latitude: float
    longitude: float
    address: str | None = None
    message_id: str | None = None


@dataclass(frozen=True)
class Sticker:
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tap:
    data: str
    picked: str | None = None  # a moment from LINE's own wheel, as Bangkok's clock shows it

    @property
    def steps(self) -> list[str]:
        return self.data.split("/")


@dataclass(frozen=True)
class Followed:
    pass


@dataclass(frozen=True)
class Unfollowed:
    pass


@dataclass(frozen=True)
class Joined:
    pass


@dataclass(frozen=True)
class Left:
    pass


@dataclass(frozen=True)
class Unsent:
    message_id: str


@dataclass(frozen=True)
class Edited:
    message_id: str
    text: str


@dataclass(frozen=True)
class Unheard:
    """A thing we cannot use: a video, a file, or a kind invented after this was written."""

    kind: str
    polite: bool = False  # whether somebody waits for a word about it


Input = (
    Words
    | Photo
    | Voice
    | Pin
    | Sticker
    | Tap
    | Followed
    | Unfollowed
    | Joined
    | Left
    | Unsent
    | Edited
    | Unheard
)


@dataclass(frozen=True)
class Heard:
    """One event: who sent what, where, and how it can be answered for nothing."""

    chat: str
    where: Literal["user", "group"]
    sender: str | None
    input: Input
    reply_token: str | None
    at: datetime


@dataclass(frozen=True)
class Meaning:
    """What words mean. Reckoned before the transaction begins, for it takes time."""

    reading: topics.Reading
    place: Found
    rsvp: Rsvp | None
    no_such_date: str | None = None  # words that name a day the calendar does not have

    @property
    def danger(self) -> bool:
        return self.reading.urgency == "rescue"

    @property
    def trouble(self) -> bool:
        return self.reading.is_report

    @property
    def small_talk(self) -> bool:
        return self.reading.intent in ("greeting", "thanks", "test")


def meaning_of(text: str, home: str | None = None) -> Meaning:
    reading, found = topics.read(text), places.in_text(text, home)
    return Meaning(reading, found, read_rsvp(text), impossible_date(text, clock.now()))


NOTHING = Meaning(topics.Reading((), False, "none", "other"), Found("none"), None)


@dataclass
class Turn:
    """All a handler may look at while it answers one event."""

    db: Session
    person: Person
    heard: Heard
    meaning: Meaning = NOTHING

    @property
    def input(self) -> Input:
        return self.heard.input

    @property
    def words(self) -> str:
        return self.input.text.strip() if isinstance(self.input, Words) else ""


@dataclass
class Answer:
    messages: list[Message] = field(default_factory=list)
    burst: bool = False  # more may be coming: wait a moment, answer once
    urgent: bool = False


def one(key: str, choices: tuple[object, ...] = (), **values: object) -> Answer:
    return Answer([Message(key, values, choices)])  # type: ignore[arg-type]
