"""What is answered once a conclusion is kept: its number, and who is asked to take it on."""

from collections.abc import Callable

from handlers.inputs import Answer, Turn, one
from models.forums import conclusions, takers
from models.forums.agenda import AgendaItem
from models.forums.conclusions import Said
from models.forums.forum import Forum
from models.forums.resolutions import Resolution
from models.people import Person
from models.post import drafts
from models.post.messages import Choice, Message, tap
from models.post.messages import name as named_choice

LIST = tap("conclude.list", "open/conclusions")
SHOWN = 8  # people of one name


def forum_buttons(reach: list[Forum], does: Callable[[Forum], str]) -> tuple[Choice, ...]:
    """Each by its region; two of one region by their hours."""
    regions = [forum.region for forum in reach]
    return tuple(
        tap(f"region.{forum.region}", does(forum))
        if regions.count(forum.region) == 1
        else tap("forum.one", does(forum), at=forum.at.isoformat())
        for forum in reach
    )


def noted(turn: Turn, item: AgendaItem, words: str) -> Answer:
    """What was said about an item is kept at once; a tap takes it out again."""
    mark = conclusions.note(turn.db, item, words, turn.person)
    undo = tap("conclude.unsay", f"unsay/{item.id}/{mark}")
    return one("conclude.noted", (undo, LIST), number=item.issue.head.number, said=words)


def keep(turn: Turn, item: AgendaItem, said: Said) -> Answer:
    kept = conclusions.keep(turn.db, item, said, turn.person)
    return _kept(turn, kept, "conclude.kept")


def put_right(turn: Turn, kept: Resolution, said: Said) -> Answer:
    before = (kept.kind, kept.taker)
    if not conclusions.change(turn.db, kept, said, turn.person):
        return one("conclude.too_late", (LIST,), conclusion=kept.number)
    if before == (kept.kind, kept.taker):
        return one("conclude.changed", _ways(turn), conclusion=kept.number)
    return _kept(turn, kept, "conclude.changed")


def _kept(turn: Turn, kept: Resolution, key: str) -> Answer:
    found = takers.named(turn.db, kept) if kept.kind == "agreement" and kept.taker else []
    if len(found) > 1:
        return Answer([Message(key, {"conclusion": kept.number}, _ways(turn)), which_person(kept, found)])
    is_free = kept.kind == "agreement" and kept.taker and kept.state in ("asked", "declined")
    person = (found[0] if found else takers.in_stead(turn.db, kept)) if is_free else None
    if person is None:
        return one(key, _ways(turn), conclusion=kept.number)
    return _asked(turn, kept, person, key, stands_in=not found)


def _asked(turn: Turn, kept: Resolution, person: Person, key: str, stands_in: bool) -> Answer:
    """Who writes it down may be the one who is asked."""
    question = takers.ask(turn.db, kept, person, turn.person, stands_in)
    if question is None:
        return one("conclude.too_late", (LIST,), conclusion=kept.number)
    if person.id == turn.person.id:
        return Answer([Message(key, {"conclusion": kept.number}, _ways(turn)), question])
    return one(key, _ways(turn), conclusion=kept.number, asked=person.name)


def which_person(kept: Resolution, found: list[Person]) -> Message:
    of = f"resolution/{kept.id}/taker"
    named = [
        named_choice(_called(person, place), f"{of}/{person.id}")
        for place, person in enumerate(found[:SHOWN], 1)
    ]
    other = tap("conclude.other_taker", f"{of}/other")
    return Message("conclude.which_taker", {"taker": kept.taker}, (*named, other))


def _called(person: Person, place: int) -> str:
    return f"{place}. {person.name}" if person.name else str(place)


def _ways(turn: Turn) -> tuple[Choice, ...]:
    """The list; and another conclusion that was left unconfirmed."""
    left = drafts.kept(turn.db, turn.person.id, "conclude")
    resume = (tap("talk.resume", f"conclude/{left.id}/resume"),) if left else ()
    return (LIST, *resume)


def chosen(turn: Turn, kept: Resolution, given: str) -> Answer:
    """Which of those who are called so."""
    known = {str(person.id): person for person in takers.named(turn.db, kept)}
    person = known.get(given) or (takers.in_stead(turn.db, kept) if given == "other" else None)
    if person is None:
        return one("conclude.nobody_there", (LIST,), conclusion=kept.number)
    return _asked(turn, kept, person, "conclude.asked", stands_in=given not in known)
