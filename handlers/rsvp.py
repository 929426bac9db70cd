"""Coming to the Forum or not: one tap, a line of words or a sticker; changed by answering again."""

from handlers import spoken, welcome
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Sticker, Tap, Turn, one
from models import places
from models.forums import forum as forums
from models.forums import invitations
from models.forums.forum import Forum
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap
from models.thai.headcount import headcount
from models.topics import read_rsvp

MOST = 200  # more than a hall holds: surely a slip of the finger


def tapped(turn: Turn) -> Answer:
    number = "".join(step(turn, 1))
    forum = turn.db.get(Forum, int(number)) if number.isdecimal() and len(number) < 16 else None
    if forum is None:
        return Answer([Message("talk.old_button", {}, welcome.MAIN)])
    closed = _closed(turn, forum)
    if closed:
        return closed
    match [*step(turn, 2), *step(turn, 3)]:
        case ["going"]:
            return keep(turn, forum, "going", 1)
        case ["going", count] if count.isdecimal() and 0 < int(count) <= MOST:
            _forget_question(turn)
            return keep(turn, forum, "going", int(count))
        case ["not_going"]:
            return keep(turn, forum, "not_going", 1)
        case ["several"]:
            return HOW_MANY.begin(turn, forum=forum.id)
        case ["undo"]:
            invitations.take_back(turn.db, forum, turn.person)
            return one("rsvp.undone", invitations.choices(forum), **invitations.described(forum))
    return one("rsvp.again", invitations.choices(forum), **invitations.described(forum))


def _forget_question(turn: Turn) -> None:
    """How many come was answered by a tap: nothing typed later answers it again."""
    draft = drafts.open_for(turn.db, turn.person.id)
    if draft is not None and draft.form == HOW_MANY.name:
        drafts.drop(turn.db, draft)


def _closed(turn: Turn, forum: Forum) -> Answer | None:
    """A button of a Forum that is over or called off."""
    if forum.state in forums.OPEN and not forums.is_past(forum):
        return None
    key = "rsvp.cancelled" if forum.state == "cancelled" else "rsvp.past"
    coming = forums.next_in(turn.db, forum.region)
    if coming is None:
        return one(key, welcome.MAIN, **invitations.described(forum))
    return Answer([Message(key, invitations.described(forum)), invitations.invitation(turn.db, coming)])


def keep(turn: Turn, forum: Forum, said: str, count: int, guessed: bool = False) -> Answer:
    """Keep the answer and say it back with day, hour and place. A guess can be undone by one tap."""
    invitations.answer(turn.db, forum, turn.person, said, count)
    values = {**invitations.described(forum), "people": count}
    undo = tap("rsvp.undo", f"rsvp/{forum.id}/undo")
    change = tap("rsvp.change", f"rsvp/{forum.id}/change")
    answer = one(f"rsvp.{said}", (undo if guessed else change,), **values)
    answer.messages += welcome.owed(turn)
    return answer


def told(turn: Turn) -> Answer | None:
    """ "ไป 2 คนจ้า", or a sticker, while an invitation is open."""
    forum = invitations.open_for(turn.db, turn.person)
    if forum is None:
        return None
    if isinstance(turn.input, Sticker):
        return _stuck(turn, forum, turn.input)
    said = turn.meaning.rsvp
    if said is None:
        return None
    if said.answer == "unsure":
        return one("rsvp.unsure", invitations.choices(forum), **invitations.described(forum))
    return keep(turn, forum, said.answer, min(said.people, MOST), guessed=True)


def _stuck(turn: Turn, forum: Forum, sticker: Sticker) -> Answer | None:
    """A sticker answers an invitation that has no answer yet."""
    if invitations.rsvp_of(turn.db, forum, turn.person) is not None:
        return _mine(turn, forum)
    words = {word.lower() for word in sticker.keywords}
    if any(spoken.means(word, "sticker_no") for word in words):
        return keep(turn, forum, "not_going", 1, guessed=True)
    if any(spoken.means(word, "sticker_yes") for word in words) or not words:
        return keep(turn, forum, "going", 1, guessed=True)
    return one("rsvp.unsure", invitations.choices(forum), **invitations.described(forum))


def _mine(turn: Turn, forum: Forum) -> Answer:
    """The answer she gave, which she may change."""
    rsvp = invitations.rsvp_of(turn.db, forum, turn.person)
    assert rsvp is not None, "asked only where there is one"
    key = "rsvp.mine_not_going" if rsvp.answer == "not_going" else "rsvp.mine_going"
    change = (tap("rsvp.change", f"rsvp/{forum.id}/change"),)
    return one(key, change, **invitations.described(forum), people=rsvp.people)


def next_forum(turn: Turn) -> Answer:
    """`เวทีครั้งหน้า`: of her region, or of the one she names now."""
    region = turn.person.region
    if region is None:
        choices = [tap(f"region.{name_}", f"forum/{name_}") for name_ in places.REGIONS]
        return one("forum.which_region", tuple(choices))
    return _of_region(turn, region)


def of_region(turn: Turn) -> Answer:
    region = "".join(step(turn, 1))
    return _of_region(turn, region) if region in places.REGIONS else next_forum(turn)


def _of_region(turn: Turn, region: str) -> Answer:
    forum = forums.next_in(turn.db, region)
    if forum is None:
        return one("forum.none", welcome.MAIN, region=region)
    if invitations.rsvp_of(turn.db, forum, turn.person) is not None:
        return _mine(turn, forum)
    if region == turn.person.region and turn.person.agreed:
        return Answer([invitations.invitation(turn.db, forum)])
    return one("forum.date", welcome.MAIN, **invitations.described(forum))


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
    return _closed(turn, forum) or keep(turn, forum, "going", count)


HOW_MANY = Form("how_many", (Question("count", _ask_count, _takes_count),), _counted)
