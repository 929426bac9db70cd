"""Called to meet in an emergency: coming, not coming, or in need of help first. One tap; changed by another."""

from collections.abc import Callable

from handlers import duty, welcome
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from models import people, roles
from models.forums import emergencies, invitations, telling
from models.forums import forum as forums
from models.forums.emergencies import HELP, NEEDS
from models.forums.forum import Forum
from models.people import Person
from models.post import outbox
from models.post.messages import Choice, Message, tap


def tapped(turn: Turn) -> Answer:
    forum = forums.by_id(turn.db, "".join(step(turn, 1)))
    if forum is None or forum.kind != "emergency":
        return one("talk.old_button", welcome.MAIN)
    verb = "".join(step(turn, 2))
    if verb == "need":
        return _needs(turn, forum, "".join(step(turn, 3)))
    return answered(turn, forum, verb)


def answered(turn: Turn, forum: Forum, verb: str, heads: int = 1) -> Answer:
    """By a button of the call, by a line of words, or out of a group."""
    if not forums.is_open(forum):
        return _over(forum)
    if not emergencies.was_called(turn.db, forum, turn.person):
        return one("called.not_for_you", welcome.MAIN)
    if verb not in ANSWERS or (verb == "online" and not forum.online_url):
        return Answer([emergencies.message(forum)])
    return ANSWERS[verb](turn, forum, heads)


def _comes(turn: Turn, forum: Forum, heads: int) -> Answer:
    return _keep(turn, forum, "going", heads, "called.comes", (_help(forum), _change(forum)))


def _online(turn: Turn, forum: Forum, _heads: int) -> Answer:
    ways = (*telling.way_online(forum), _help(forum), _change(forum))
    return _keep(turn, forum, "online", 1, "called.comes_online", ways)


def _stays_away(turn: Turn, forum: Forum, _heads: int) -> Answer:
    return _keep(turn, forum, "not_going", 1, "called.stays_away", (_help(forum), _change(forum)))


def _asks_for_help(turn: Turn, forum: Forum, _heads: int) -> Answer:
    """What first? Whoever comes all the same stays counted among those who come."""
    if invitations.rsvp_of(turn.db, forum, turn.person) is None:
        invitations.answer(turn.db, forum, turn.person, HELP)
    needs = tuple(tap(f"need.{need}", f"called/{forum.id}/need/{need}") for need in NEEDS)
    return one("called.what_first", needs)


ANSWERS: dict[str, Callable[[Turn, Forum, int], Answer]] = {
    "going": _comes,
    "several": _comes,
    "online": _online,
    "not_going": _stays_away,
    "help": _asks_for_help,
}


def _keep(turn: Turn, forum: Forum, said: str, heads: int, key: str, ways: tuple[Choice, ...]) -> Answer:
    invitations.answer(turn.db, forum, turn.person, said, heads)
    answer = one(key, ways, **emergencies.described(forum), people=heads if heads > 1 else None)
    answer.messages += welcome.owed(turn)
    return answer


def _needs(turn: Turn, forum: Forum, need: str) -> Answer:
    """Kept, and told at once to the caller and to whoever answers for her place."""
    if need not in NEEDS or not forums.is_open(forum):
        return _over(forum) if need in NEEDS else one("talk.old_button", welcome.MAIN)
    if not emergencies.was_called(turn.db, forum, turn.person):
        return one("called.not_for_you", welcome.MAIN)
    rsvp = invitations.rsvp_of(turn.db, forum, turn.person)
    rsvp = rsvp or invitations.answer(turn.db, forum, turn.person, HELP)
    rsvp.need = need
    told = _told_of_need(turn, forum)
    for officer in told:
        _tell(turn, forum, officer, need)
    named = [duty.named(turn.db, one, turn.person.place) for one in told][: duty.MOST_NAMED]
    danger = tap("danger.button", "open/danger")
    again = tap("called.other_need", f"called/{forum.id}/help")
    return one("called.need_kept", (danger, again, _change(forum)), need=need, told=named)


def _told_of_need(turn: Turn, forum: Forum) -> list[Person]:
    caller = people.by_id(turn.db, forum.called_by)
    near = roles.on_duty(turn.db, turn.person.place)
    found = {one.id: one for one in (*([caller] if caller else []), *near) if one.id != turn.person.id}
    return [one for one in found.values() if one.blocked_at is None]


def _tell(turn: Turn, forum: Forum, officer: Person, need: str) -> None:
    knows = roles.may(turn.db, officer, "see_names", turn.person.place)
    values = {"name": turn.person.name if knows else None, "place": turn.person.place, "need": need}
    key = f"need/{forum.id}/{turn.person.id}/{need}/{officer.id}"
    message = Message("duty.need", values, (tap("roll_call.look", f"roll_call/{forum.id}"),))
    outbox.notify(
        turn.db, officer.line_id, message, officer.language, lane=outbox.URGENT, idempotency_key=key
    )


def _help(forum: Forum) -> Choice:
    return tap("called.help", f"called/{forum.id}/help")


def _change(forum: Forum) -> Choice:
    return tap("rsvp.change", f"called/{forum.id}/change")


def _over(forum: Forum) -> Answer:
    key = "called.called_off" if forum.state == "cancelled" else "called.over"
    return one(key, (tap("danger.button", "open/danger"), *welcome.MAIN[:2]), **emergencies.described(forum))
