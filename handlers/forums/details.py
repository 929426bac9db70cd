"""`รายละเอียดเวที`: halls, link, seats, programme, fare and food; each a tap to set and a tap to clear."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from handlers.form import Form, Question, data
from handlers.forums import hall, move, which
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models.forums import forum as forums
from models.forums import invitations, telling
from models.forums.forum import Forum
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, page, tap
from models.thai.headcount import headcount
from models.thai.normal import arabic

MOST_HALLS, LONGEST_HALL = 5, 80
MOST_SEATS = 10_000
LONGEST_TEXT, LONGEST_NOTE, LONGEST_URL = 500, 120, 500
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+", re.IGNORECASE)
FIELDS = ("linked_halls", "online_url", "capacity", "programme", "note")
EXAMPLE = "https://zoom.us/j/123456789"
SHOWN = 60  # letters of a long text on the card


def begin(turn: Turn) -> Answer:
    if not which.regions(turn):
        return not_yours(turn)
    found = which.mine(turn)
    if not found:
        return one("details.none", (tap("plan.begin", "open/plan"),))
    return Answer([card(turn, found[0])]) if len(found) == 1 else WHICH.begin(turn)


def card(turn: Turn, forum: Forum) -> Message:
    """All that is told of a Forum so far, and what can be told."""
    programme = (forum.programme or "").split("\n")[0]
    values = {
        "people": invitations.heads(turn.db, forum),
        **telling.described(forum),
        "linked": ", ".join(forum.linked_halls),
        "online": forum.online_url,
        "seats": forum.capacity,
        "programme": programme[:SHOWN],
        "note": forum.note,
    }
    fields = [tap(f"details.{field}", f"forum_of/{forum.id}/{field}") for field in ("hall", *FIELDS)]
    return Message("details.card", values, (*fields, page("forum.page", f"f/{forum.token}")))


def tapped(turn: Turn, forum: Forum, field: str, clears: bool) -> Answer:
    """One of the card's buttons."""
    if field == "hall":
        return move.begin_with(turn, forum, what="where")
    if not clears:
        return DETAIL.begin(turn, forum=forum.id, field=field)
    _set(turn, forum, field, [] if field == "linked_halls" else None)
    return Answer([Message("details.cleared"), card(turn, forum)])


def _set(turn: Turn, forum: Forum, field: str, value: Any) -> None:
    if field == "online_url":
        invitations.set_link(turn.db, forum, value)
    else:
        setattr(forum, field, value)


def _picked(turn: Turn, draft: Draft) -> Answer:
    forum = forums.by_id(turn.db, str(draft.answers["forum"]))
    drafts.drop(turn.db, draft)
    return Answer([card(turn, forum)]) if forum else one("talk.old_button")


def _ask(turn: Turn, draft: Draft) -> Message:
    return _asked(turn, draft, f"details.ask_{draft.answers['field']}")


def _asked(turn: Turn, draft: Draft, key: str) -> Message:
    forum, field = forums.by_id(turn.db, str(draft.answers["forum"])), draft.answers["field"]
    is_set = forum is not None and getattr(forum, field)
    clear = (tap("details.clear", f"forum_of/{draft.answers['forum']}/{field}/clear"),) if is_set else ()
    return Message(key, {"example": EXAMPLE}, (*clear, _cancel(draft)))


def _takes(turn: Turn, draft: Draft) -> Any:
    """What was told, if it can be; a rescue goes before all of this, any other line is the answer."""
    if isinstance(turn.input, Tap) or not turn.words:
        return None
    field = draft.answers["field"]
    return READ[field](turn.words) or _asked(turn, draft, f"details.again_{field}")


def address(words: str) -> str | None:
    """The https address in a line; nothing else is handed on to people."""
    found = ADDRESS.search(words)
    try:
        parts = urlsplit(found[0]) if found else None
        sound = parts and parts.scheme.lower() == "https" and HOST.fullmatch(parts.netloc.partition(":")[0])
        if not found or not sound or (parts and parts.port == 0):
            return None
    except ValueError:
        return None
    return found[0] if found[0].isascii() and len(found[0]) <= LONGEST_URL else None


def halls(words: str) -> list[str] | None:
    given = [hall.named(line, LONGEST_HALL) for line in re.split(r"[\n,]+", words) if line.strip()]
    told = [line for line in given if line]
    return told[:MOST_HALLS] if told and len(told) == len(given) else None


def seats(words: str) -> int | None:
    """The only number of the line, or people counted in words."""
    figures = re.findall(r"\d+", re.sub(r"(?<=\d),(?=\d{3})", "", arabic(words)))
    count = int(figures[0][:9]) if len(figures) == 1 else headcount(words)
    return count if count and count <= MOST_SEATS else None


def text(words: str) -> str | None:
    """Several lines as they were typed, without empty ones."""
    lines = (" ".join(line.split()) for line in words.split("\n"))
    told = "\n".join(line for line in lines if line)[:LONGEST_TEXT]
    return told if hall.named(told) else None


READ: dict[str, Callable[[str], Any]] = {
    "linked_halls": halls,
    "online_url": address,
    "capacity": seats,
    "programme": text,
    "note": lambda words: hall.named(words, LONGEST_NOTE),
}


def _told(turn: Turn, draft: Draft) -> Answer:
    told = draft.answers
    forum = which.one_of_mine(turn, str(told["forum"]))
    drafts.drop(turn.db, draft)
    if forum is None:
        return not_yours(turn)
    closed = which.closed(forum)
    if closed:
        return one(closed, **telling.described(forum))
    _set(turn, forum, told["field"], told["value"])
    return Answer([Message("details.kept"), card(turn, forum)])


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


WHICH = Form(
    "details",
    (
        Question(
            "forum",
            lambda turn, draft: which.ask(turn, draft, "details.which"),
            lambda turn, draft: which.takes(turn, draft, "details.which"),
        ),
    ),
    _picked,
)
DETAIL = Form("detail", (Question("value", _ask, _takes),), _told)
