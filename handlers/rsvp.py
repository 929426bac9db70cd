"""Coming to the Forum or not: one tap, a line of words or a sticker; changed by answering again."""

from dataclasses import replace

from handlers import called, dates, entrust, sheet, spoken, welcome
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Sticker, Tap, Turn, one
from models.forums import audience, emergencies, invitations, supporting, telling
from models.forums import forum as forums
from models.forums.forum import Forum
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap
from models.roles import NATIONAL
from models.thai.headcount import headcount
from models.topics import read_rsvp

MOST = 200  # more than a hall holds: surely a slip of the finger


def tapped(turn: Turn) -> Answer:
    forum = forums.by_id(turn.db, "".join(step(turn, 1)))
    if forum is None:
        return Answer([Message("talk.old_button", {}, welcome.MAIN)])
    if forum.kind == "emergency":
        return called.answered(turn, forum, "".join(step(turn, 2)))
    return _refused(turn, forum) or _answered(turn, forum) or _other(turn, forum)


def from_group(turn: Turn) -> Answer | None:
    """She came out of a group by a button that had her answer ready: "ไปเวที 12"."""
    said = spoken.of_forum(turn.words)
    if said is None:
        return None
    if turn.person.keeping == "no":
        return one("consent.needed", (welcome.YES, welcome.READ, welcome.NO))
    answer, number = said
    turn.heard = replace(turn.heard, input=Tap(f"rsvp/{number}/{answer}"))
    return tapped(turn)


def _answered(turn: Turn, forum: Forum) -> Answer | None:
    """A button that says who comes."""
    match [*step(turn, 2), *step(turn, 3)]:
        case ["going"]:
            return keep(turn, forum, "going", 1)
        case ["going", count] if count.isdecimal() and len(count) < 4 and 0 < int(count) <= MOST:
            _forget_question(turn)
            return keep(turn, forum, "going", int(count))
        case ["online"] if forum.online_url:
            return keep(turn, forum, "online", 1)
        case ["not_going"]:
            return keep(turn, forum, "not_going", 1)
    return None


def _other(turn: Turn, forum: Forum) -> Answer:
    match step(turn, 2):
        case ["several"]:
            return HOW_MANY.begin(turn, forum=forum.id)
        case ["show"]:
            return dates.shown(turn, forum)
        case ["undo"]:
            sheet.forget_question(turn)
            entrust.forget_question(turn)
            invitations.take_back(turn.db, forum, turn.person)
            return one("rsvp.undone", telling.choices(forum), **telling.described(forum))
    return one("rsvp.again", telling.choices(forum), **telling.described(forum))


def _forget_question(turn: Turn) -> None:
    """How many come was answered by a tap: nothing typed later answers it again."""
    draft = drafts.open_for(turn.db, turn.person.id)
    if draft is not None and draft.form == HOW_MANY.name:
        drafts.drop(turn.db, draft)


def _refused(turn: Turn, forum: Forum) -> Answer | None:
    """A button of a Forum that is over or called off, or of the national one for whom it is not."""
    if forums.is_open(forum):
        stays_out = forum.region == NATIONAL and not audience.belongs(turn.db, forum, turn.person)
        return dates.national(turn) if stays_out else None
    key = "rsvp.cancelled" if forum.state == "cancelled" else "rsvp.past"
    values = {**telling.described(forum), "because": forum.cancelled_because}
    ahead = audience.coming_for(turn.db, turn.person)
    coming = next((other for other in ahead if other.region == forum.region), None)
    if coming is None:
        return one(key, welcome.MAIN, **values)
    return Answer([Message(key, values), telling.invitation(turn.db, coming)])


def keep(turn: Turn, forum: Forum, said: str, count: int, guessed: bool = False) -> Answer:
    """Keep the answer and say it back with day, hour and place. A guess can be undone by one tap."""
    left = invitations.seats_left(turn.db, forum, turn.person) if said == "going" else None
    if left is not None and count > left:
        return _full(forum, left)
    rsvp = invitations.answer(turn.db, forum, turn.person, said, count)
    values = {**telling.described(forum), "people": count}
    undo = tap("rsvp.undo", f"rsvp/{forum.id}/undo")
    online = telling.way_online(forum) if said == "online" else ()
    draft = supporting.ways(forum) if said in invitations.COMING else ()
    answer = one(f"rsvp.{said}", (*online, *draft, undo if guessed else telling.change(forum)), **values)
    answer.messages += _asked_next(turn, forum, rsvp)
    return answer


def _asked_next(turn: Turn, forum: Forum, rsvp: invitations.Rsvp) -> list[Message]:
    """Consent and home of a newcomer; else, of who comes, what stands on the sheet; of others, what they leave."""
    owed = welcome.owed(turn)
    if rsvp.answer not in invitations.COMING:
        sheet.forget_question(turn)
        return owed or entrust.asked_after(turn, forum)
    entrust.forget_question(turn)
    return owed or sheet.asked_after(turn, forum, rsvp)


def _full(forum: Forum, left: int) -> Answer:
    """No seat, or fewer than people: said as it is. Nobody is put on a list."""
    online = tap("rsvp.online", f"rsvp/{forum.id}/online", loud=True)
    going = tap("rsvp.going" if left else "rsvp.try_again", f"rsvp/{forum.id}/going")
    several = (tap("rsvp.several", f"rsvp/{forum.id}/several"),) if left > 1 else ()
    not_going = tap("rsvp.not_going", f"rsvp/{forum.id}/not_going")
    choices = (*((online,) if forum.online_url else ()), going, *several, not_going)
    values = {**telling.described(forum), "left": left, "seats": forum.capacity}
    return one("rsvp.few_seats" if left else "rsvp.full", choices, **values)


def told(turn: Turn) -> Answer | None:
    """ "ไป 2 คนจ้า", or a sticker, while an invitation is open."""
    call = emergencies.open_for(turn.db, turn.person)
    if call is not None and turn.meaning.rsvp is not None:
        heads = min(turn.meaning.rsvp.people, MOST)
        return called.answered(turn, call, turn.meaning.rsvp.answer, heads)
    forum = invitations.open_for(turn.db, turn.person)
    if forum is None:
        return None
    if isinstance(turn.input, Sticker):
        return _stuck(turn, forum, turn.input)
    if forum.online_url and spoken.means(turn.words, "online"):
        return keep(turn, forum, "online", 1, guessed=True)
    said = turn.meaning.rsvp
    if said is None:
        return None
    if said.answer == "unsure":
        return one("rsvp.unsure", telling.choices(forum), **telling.described(forum))
    return keep(turn, forum, said.answer, min(said.people, MOST), guessed=True)


def _stuck(turn: Turn, forum: Forum, sticker: Sticker) -> Answer | None:
    """A sticker answers an invitation that has no answer yet."""
    if invitations.rsvp_of(turn.db, forum, turn.person) is not None:
        return dates.mine(turn, forum)
    words = {word.lower() for word in sticker.keywords}
    if any(spoken.means(word, "sticker_no") for word in words):
        return keep(turn, forum, "not_going", 1, guessed=True)
    if any(spoken.means(word, "sticker_yes") for word in words) or not words:
        return keep(turn, forum, "going", 1, guessed=True)
    return one("rsvp.unsure", telling.choices(forum), **telling.described(forum))


def _ask_count(turn: Turn, draft: Draft) -> Message:
    forum = draft.answers["forum"]
    few: list[Choice] = [name(str(count), f"rsvp/{forum}/going/{count}") for count in range(2, 11)]
    return Message("rsvp.how_many", {}, (*few, tap("cancel", data(draft, "drop"))))


def _takes_count(turn: Turn, draft: Draft) -> int | Message | None:
    if isinstance(turn.input, Tap):
        return None
    if turn.meaning.trouble:
        return None
    read = read_rsvp(turn.words)
    count = headcount(turn.words) or (read.people if read else 0)
    return count if 0 < count <= MOST else _ask_count(turn, draft)


def _counted(turn: Turn, draft: Draft) -> Answer:
    forum, count = turn.db.get(Forum, draft.answers["forum"]), draft.answers["count"]
    drafts.drop(turn.db, draft)
    if forum is None:
        return one("talk.old_button")
    return _refused(turn, forum) or keep(turn, forum, "going", count)


HOW_MANY = Form("how_many", (Question("count", _ask_count, _takes_count),), _counted)
