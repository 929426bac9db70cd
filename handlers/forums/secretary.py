"""`ตั้งเลขา`: who writes down what is said, named among those who answer for the area and come; several at once."""

from handlers.form import step
from handlers.forums import which
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import clock, people
from models.forums import check_in, secretaries, telling
from models.forums.forum import Forum
from models.people import Person
from models.post import outbox
from models.post.messages import Choice, Message, name, tap

SHOWN = 8  # names of one page


def begin(turn: Turn) -> Answer:
    own = which.regions(turn)
    if not own:
        return not_yours(turn)
    found = [one for one in check_in.on_or_next(turn.db) if one.region in own][: which.SHOWN]
    if not found:
        return one("secretary.no_forum", (tap("plan.begin", "open/plan"),))
    if len(found) == 1:
        return _listed(turn, found[0])
    ways = which.told_apart(found, lambda forum: f"secretary/{forum.id}")
    return one("secretary.which", ways, forums=which.numbered(found))


def tapped(turn: Turn) -> Answer:
    """secretary/7, secretary/7/add/PAGE, secretary/7/name/12, secretary/7/drop, secretary/7/release/12."""
    forum = which.one_of_mine(turn, "".join(step(turn, 1)))
    if forum is None:
        return one("talk.old_button")
    if forum.state == "cancelled":
        return one("rsvp.cancelled", **telling.described(forum), because=forum.cancelled_because)
    match [*step(turn, 2), *step(turn, 3)]:
        case [] | ["add"]:
            return _listed(turn, forum)
        case ["add", page] if page.isdecimal() and len(page) < 4:
            return _listed(turn, forum, int(page))
        case ["drop"]:
            return _to_release(turn, forum)
        case ["name", given] if (found := _person(turn, given)) is not None:
            return _named(turn, forum, found)
        case ["release", given] if (found := _person(turn, given)) is not None:
            return _released(turn, forum, found)
    return one("talk.old_button")


def _person(turn: Turn, given: str) -> Person | None:
    return people.by_id(turn.db, int(given)) if given.isdecimal() and len(given) < 16 else None


def _listed(turn: Turn, forum: Forum, page: int = 0) -> Answer:
    found = secretaries.may_be_named(turn.db, forum)
    shown = found[page * SHOWN : (page + 1) * SHOWN]
    named = secretaries.of(turn.db, forum)
    onward = (
        [tap("place.next", f"secretary/{forum.id}/add/{page + 1}")] if len(found) > (page + 1) * SHOWN else []
    )
    drop = [tap("secretary.drop", f"secretary/{forum.id}/drop")] if named else []
    buttons = [_button(forum, "name", nth, one) for nth, one in enumerate(shown, page * SHOWN + 1)]
    key = "secretary.list" if shown else "secretary.nobody"
    return one(key, (*buttons, *onward, *drop), **telling.described(forum), named=_names(named))


def _to_release(turn: Turn, forum: Forum) -> Answer:
    named = secretaries.of(turn.db, forum)
    if not named:
        return _listed(turn, forum)
    buttons = [_button(forum, "release", nth, one) for nth, one in enumerate(named[:SHOWN], 1)]
    return one("secretary.which_leaves", tuple(buttons), **telling.described(forum), named=_names(named))


def _button(forum: Forum, verb: str, nth: int, person: Person) -> Choice:
    """A number tells two of one name apart."""
    return name(f"{nth} {person.name or ''}".strip(), f"secretary/{forum.id}/{verb}/{person.id}")


def _names(named: list[Person]) -> str:
    return ", ".join(person.name or str(nth) for nth, person in enumerate(named, 1))


def _named(turn: Turn, forum: Forum, person: Person) -> Answer:
    """Only whoever stood on the list; a second tap changes and tells nothing."""
    if person.id in [one.id for one in secretaries.may_be_named(turn.db, forum)]:
        if secretaries.name(turn.db, forum, person):
            _tell(turn, forum, person, "duty.secretary")
    elif person.id not in [one.id for one in secretaries.of(turn.db, forum)]:
        return one("talk.old_button")
    return _kept(turn, forum)


def _released(turn: Turn, forum: Forum, person: Person) -> Answer:
    if secretaries.release(turn.db, forum, person):
        _tell(turn, forum, person, "duty.no_secretary")
    return _kept(turn, forum)


def _kept(turn: Turn, forum: Forum) -> Answer:
    named = secretaries.of(turn.db, forum)
    another = tap("secretary.another", f"secretary/{forum.id}")
    drop = (tap("secretary.drop", f"secretary/{forum.id}/drop"),) if named else ()
    key = "secretary.kept" if named else "secretary.none_left"
    return one(key, (another, *drop), **telling.described(forum), named=_names(named))


def _tell(turn: Turn, forum: Forum, person: Person, key: str) -> None:
    """By a push; of herself she knows."""
    if person.id == turn.person.id:
        return
    message = Message(key, telling.described(forum))
    once = f"secretary/{forum.id}/{person.id}/{clock.now().isoformat()}"
    outbox.notify(turn.db, person.line_id, message, person.language, idempotency_key=once, forum_id=forum.id)
