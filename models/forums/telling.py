"""What is said of a Forum, to people and in groups, and the buttons to answer with."""

from typing import Any

from sqlalchemy.orm import Session

from models import area_issues
from models.forums import forum as forums
from models.forums.forum import Forum
from models.post.messages import Choice, Message, in_chat, link, page, tap


def described(forum: Forum) -> dict[str, Any]:
    return {"region": forum.region, "at": forum.at.isoformat(), "hall": forum.place}


def choices(forum: Forum) -> tuple[Choice, ...]:
    online = (tap("rsvp.online", f"rsvp/{forum.id}/online"),) if forum.online_url else ()
    return (
        tap("rsvp.going", f"rsvp/{forum.id}/going", loud=True),
        tap("rsvp.several", f"rsvp/{forum.id}/several"),
        *online,
        tap("rsvp.not_going", f"rsvp/{forum.id}/not_going"),
        *details(forum),
    )


def details(forum: Forum) -> tuple[Choice, ...]:
    """The way to the Forum's public page, where there is more to read than the invitation says."""
    more = forum.linked_halls or forum.programme or forum.note
    return (page("forum.page", f"f/{forum.token}"),) if more else ()


def invitation(db: Session, forum: Forum) -> Message:
    """Date, place, what it is about, and the buttons to answer with."""
    return Message("forum.invitation", {**described(forum), "topics": topics_of(db, forum)}, choices(forum))


def to_group(db: Session, forum: Forum) -> Message:
    """The same for a group. LINE does not surely say who taps there: each answers in a chat of her own."""
    ways = (
        in_chat("rsvp.going", "chat.going", loud=True, number=forum.id),
        in_chat("rsvp.several", "chat.several", number=forum.id),
        in_chat("rsvp.not_going", "chat.not_going", number=forum.id),
        *details(forum),
    )
    return Message("group.invitation", {**described(forum), "topics": topics_of(db, forum)}, ways)


def topics_of(db: Session, forum: Forum) -> list[list[str | None]]:
    """The topic it was called for; else those raised since the last Forum."""
    if forum.topic:
        topic, _, kind = forum.topic.partition(".")
        return [[topic, kind or None]]
    last = forums.previous(db, forum)
    return [list(topic) for topic in area_issues.raised_since(db, forum.region, last.at if last else None)]


def change(forum: Forum) -> Choice:
    return tap("rsvp.change", f"rsvp/{forum.id}/change")


def way_online(forum: Forum) -> tuple[Choice, ...]:
    """The link itself: shown only to who comes online."""
    return (link("rsvp.enter", forum.online_url),) if forum.online_url else ()
