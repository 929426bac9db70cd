"""`ความเห็นฝากไว้`: what was left for a Forum, read and heard without a name; a voice can be written down."""

from collections.abc import Callable

from handlers import spoken
from handlers.form import step
from handlers.forums import which
from handlers.inputs import Answer, Turn, Words, one
from handlers.work import not_yours
from models import links as doors
from models import listings
from models.forums import agenda, entrusting, telling
from models.forums import forum as forums
from models.forums.agenda import Entrusted
from models.forums.forum import Forum
from models.post.messages import Choice, name, page, tap

SHOWN = 5
LONGEST = 1000  # letters


def tapped(turn: Turn) -> Answer:
    match [*step(turn, 1), *step(turn, 2), *step(turn, 3)]:
        case ["list", forum, number] if number.isdecimal() and len(number) < 6:
            return _with(turn, forum, lambda turn, forum: _page(turn, forum, int(number)))
        case ["see", forum, left] if left.isdecimal() and len(left) < 16:
            return _with(turn, forum, lambda turn, forum: _one_of(turn, forum, int(left)))
    return one("talk.old_button")


def _with(turn: Turn, given: str, act: Callable[[Turn, Forum], Answer]) -> Answer:
    """Also of a Forum that is over: what was left for it is read in the hall, too."""
    if not which.regions(turn):
        return not_yours(turn)
    forum = which.one_of_mine(turn, given)
    if forum is None:
        return one("talk.old_button")
    if forum.state == "cancelled":
        return one("rsvp.cancelled", (), **telling.described(forum))
    return act(turn, forum)


def _page(turn: Turn, forum: Forum, number: int) -> Answer:
    every = entrusting.left_for(turn.db, forum)
    shown = every[number * SHOWN : (number + 1) * SHOWN]
    if not shown:
        return one("entrusted.none", (_draft(forum),), **agenda.when(forum))
    listings.anew(turn.db, turn.person.id, "entrusted", [left.id for left in every])
    rows = [
        {"line": line, "text": left.text, "kind": left.kind}
        for line, left in enumerate(shown, number * SHOWN + 1)
    ]
    choices = [
        name(str(row["line"]), f"entrusted/see/{forum.id}/{left.id}")
        for row, left in zip(rows, shown, strict=True)
    ]
    is_more = len(every) > (number + 1) * SHOWN
    onward = [tap("place.next", f"entrusted/list/{forum.id}/{number + 1}")] if is_more else []
    values = {**agenda.when(forum), "count": len(every), "entrusted": rows}
    return one("entrusted.list", (*choices, *onward, _draft(forum)), **values)


def _draft(forum: Forum) -> Choice:
    return tap("agenda.back", f"agenda/list/{forum.id}/0")


def seen(turn: Turn, number: int) -> Answer:
    """One of them by the number of the list."""
    left = entrusting.by_id(turn.db, number)
    forum = forums.by_id(turn.db, str(left.forum_id)) if left else None
    if left is None or forum is None:
        return one("entrusted.gone")
    return _with(turn, str(forum.id), lambda turn, forum: _one_of(turn, forum, number))


def _one_of(turn: Turn, forum: Forum, number: int) -> Answer:
    left = entrusting.by_id(turn.db, number)
    if left is None or left.forum_id != forum.id:
        return one("entrusted.gone", (_list(forum),))
    return _shown(turn, forum, left, "entrusted.one" if left.text else "entrusted.voice")


def _shown(turn: Turn, forum: Forum, left: Entrusted, key: str) -> Answer:
    every = [one.id for one in entrusting.left_for(turn.db, forum)]
    if left.id not in every:
        return one("entrusted.gone", (_list(forum),))
    listings.anew(turn.db, turn.person.id, "entrusted", every)
    line = every.index(left.id) + 1
    hears: tuple[Choice, ...] = ()
    if left.kind == "voice" and left.message_id:
        door = doors.to_voice(turn.db, turn.person, left.message_id, forum.region)
        hears = (page("attached.voice", f"m/{door.token}"),)
    values = {"line": line, "text": left.text}
    return one(key, (*hears, _list(forum)), **values)


def _list(forum: Forum) -> Choice:
    return tap("area.back", f"entrusted/list/{forum.id}/0")


def writes_down(turn: Turn) -> bool:
    """Whether she types what somebody else said: words of danger in it are no cry of hers."""
    said = spoken.written_down(turn.words) if isinstance(turn.input, Words) else None
    return said is not None and bool(which.regions(turn)) and _meant(turn, said[0]) is not None


def _meant(turn: Turn, number: int) -> Entrusted | None:
    meant = listings.meant(turn.db, turn.person.id, "entrusted", number)
    return entrusting.by_id(turn.db, meant) if meant else None


def by_words(turn: Turn) -> Answer | None:
    """`เขียน 1 ...`: what she heard in a voice stands there as its words; written again, it is changed."""
    said = spoken.written_down(turn.words) if isinstance(turn.input, Words) else None
    if said is None or not which.regions(turn):
        return None
    number, text = said
    left = _meant(turn, number)
    looked = listings.shown_at(turn.db, turn.person.id, "entrusted")
    if left is None or looked is None or left.at > looked:
        return one("entrusted.gone", (tap("forum.agenda", "open/agenda"),))
    return _with(turn, str(left.forum_id), lambda turn, forum: _write(turn, forum, left, text))


def _write(turn: Turn, forum: Forum, left: Entrusted, text: str) -> Answer:
    if left.kind != "voice":
        return one("entrusted.own_words", (_list(forum),))
    if len(text) > LONGEST:
        return one("entrusted.too_long", (_list(forum),))
    left.text = " ".join(text.split())
    turn.db.flush()
    return _shown(turn, forum, left, "entrusted.written")
