"""Words and names that were taken back leave what still waits to be said, in whatever shape they stand there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.post.outbox import URGENT, Parcel

Json = dict[str, Any]
Clean = Callable[[str], str | None]
HERS = 4  # letters from which on a phrase is taken out of messages that are hers
ANYBODYS = 12  # and out of all others
NAMES = ("name", "phone", "sheet_name", "delegates")
GAP = "…"


@dataclass(frozen=True)
class Gone:
    """What leaves: phrases she typed, and what she is called. `chat` and `numbers` say which messages are hers."""

    phrases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    chat: str = ""
    numbers: tuple[str, ...] = ()


def scrub(db: Session, gone: Gone) -> None:
    """Look once through all that waits for one person or group; what is said to many carries nobody's words."""
    if not any((*gone.phrases, *gone.names)):
        return
    waiting = select(Parcel).where(Parcel.state == "waiting", Parcel.kind == "say", Parcel.chat.is_not(None))
    for parcel in db.scalars(waiting):
        without = [_message(message, gone, parcel.chat == gone.chat) for message in parcel.messages]
        if without != parcel.messages:
            parcel.messages = without
            _say_anew(parcel)


def _say_anew(parcel: Parcel) -> None:
    """Other bytes need another key. A row that LINE may have taken unseen is given up, unless it is an alarm."""
    if parcel.unsure and parcel.lane != URGENT:
        parcel.close("refused", "taken back")
    elif parcel.body is not None:
        parcel.body, parcel.retry_key = None, str(uuid4())
        parcel.first_tried_at, parcel.unsure, parcel.error = None, False, None


def _message(message: Json, gone: Gone, in_her_chat: bool) -> Json:
    is_hers = in_her_chat or message["values"].get("number") in gone.numbers
    least = HERS if is_hers else ANYBODYS
    phrases = tuple(flat for phrase in gone.phrases if len(flat := _flat(phrase)) >= HERS)
    values = _values(message["values"], gone, lambda said: _without(said, phrases, least))
    choices = [choice for choice in message["choices"] if not _names_her(choice, gone, in_her_chat)]
    return {**message, "values": values, "choices": choices}


def _values(values: Json, gone: Gone, clean: Clean) -> Json:
    """The same values; a name or a phrase that is gone is None, so that its line is left out."""
    return {key: _value(key, value, gone, clean) for key, value in values.items()}


def _value(key: str, value: Any, gone: Gone, clean: Clean) -> Any:
    if isinstance(value, dict):
        return _values(value, gone, clean)
    if isinstance(value, list):
        return [_value(key, one, gone, clean) for one in value]
    if not isinstance(value, str) or key == "number":
        return value
    if key in NAMES:
        return None if value in gone.names else value
    return clean(value)


def _names_her(choice: Json, gone: Gone, in_her_chat: bool) -> bool:
    """A button that calls her, or has her name on it; in the chats of others a bare label is a number or a place."""
    shown = choice["says"] if choice["kind"] == "name" and in_her_chat else choice["values"].get("name")
    return choice["does"].removeprefix("tel:") in gone.names or shown in gone.names


def _flat(said: str) -> str:
    return " ".join(said.split())


def _without(said: str, phrases: tuple[str, ...], least: int) -> str | None:
    """A text without the phrases, also where only a phrase's beginning was quoted; codes and moments stay."""
    left = flat = _flat(said)
    if not any(letter.isalpha() for letter in flat) or (flat.isascii() and " " not in flat):
        return said
    for phrase in phrases:
        if left in (phrase, _beginning(left, phrase)):
            return None
        left = left.replace(phrase, GAP) if len(phrase) >= least else left
        left = _cut_short(left, phrase)
    return said if left == flat else left


def _beginning(said: str, phrase: str) -> str | None:
    """What is said, if it is the beginning of a phrase and long enough to be told from any other."""
    bare = said.rstrip(GAP)
    return said if len(bare) >= ANYBODYS and phrase.startswith(bare) else None


def _cut_short(said: str, phrase: str) -> str:
    """Without the beginning of a phrase at which a text that was cut ends."""
    bare = said.rstrip(GAP)
    for length in range(min(len(phrase), len(bare)), ANYBODYS - 1, -1):
        if bare.endswith(phrase[:length]):
            return bare[:-length] + GAP
    return said
