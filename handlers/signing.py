"""`ลงชื่อ ยายคำ, ตาสี`: a leader signs in those who have no phone; after the Forum, those of the paper sheet."""

from datetime import datetime
from typing import Any

from handlers import spoken
from handlers.form import Form, Question, data, step
from handlers.forums import which
from handlers.forums.place import takes_sure
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import roles
from models.forums import attendance, check_in, invitations, telling
from models.forums import forum as forums
from models.forums.attendance import SignedIn
from models.forums.forum import Forum
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap
from models.thai.names import listed_names

MOST = 30  # names at once
LONGEST_NAME = 30  # letters; a longer line without a comma that sounds like trouble is one
LATE, CAME = "sign_late", "sign_came"


def by_word(turn: Turn) -> Answer | None:
    """`ลงชื่อ` alone: of who may, names are asked; to others it is said how, while a door is open."""
    if not (spoken.means(turn.words, "sign_names") or spoken.means(turn.words, LATE)):
        return None
    late = spoken.means(turn.words, LATE)
    if not roles.scopes_with(turn.db, turn.person, "see_comers"):
        return one("checkin.how") if _is_a_day(turn) else None
    found = open_to(turn, late)
    if not found and turn.meaning.rsvp and invitations.open_for(turn.db, turn.person):
        return None  # before the day it says that she comes herself
    return _begun(turn, late, found)


def by_names(turn: Turn) -> Answer | None:
    said = spoken.names_to_sign(turn.words)
    if said is None or spoken.at_the_door(turn.words) or turn.meaning.rsvp:
        return None
    verb, listed = said
    told = read(listed)
    if not roles.scopes_with(turn.db, turn.person, "see_comers"):
        is_asked = told["names"] and verb != CAME and _is_a_day(turn)
        return one("checkin.only_own") if is_asked else None
    found = open_to(turn, verb == LATE)
    if verb == CAME and not _is_about_the_door(turn, found, told):
        return None
    return _begun(turn, verb == LATE, found, told)


def _is_a_day(turn: Turn) -> bool:
    """A door is open somewhere."""
    return any(check_in.is_open(forum) for forum in check_in.with_door(turn.db))


def _is_about_the_door(turn: Turn, found: list[Forum], told: dict[str, list[str]]) -> bool:
    """`มา` begins many a line: it tells of a Forum only while one is on, and nothing else is being asked."""
    is_on = any(check_in.is_open(forum) for forum in found)
    talks = drafts.open_for(turn.db, turn.person.id) is not None or turn.meaning.trouble
    return is_on and bool(told["names"]) and not told["unread"] and not talks


def open_to(turn: Turn, late: bool) -> list[Forum]:
    """The Forums whose people she may sign in: those that are on, else those of the last days."""
    seen = [one for one in check_in.with_door(turn.db) if check_in.may_see(turn.db, one, turn.person)]
    on = [forum for forum in seen if check_in.is_open(forum) and not late]
    return on or [forum for forum in seen if forums.is_past(forum)]


def read(listed: str) -> dict[str, list[str]]:
    """The names of a line; a word of ours among them is none."""
    names, unread = listed_names(listed)
    ours = [name for name in names if spoken.word(name)]
    return {"names": [name for name in names if name not in ours], "unread": [*unread, *ours]}


def _begun(turn: Turn, late: bool, found: list[Forum], told: dict[str, list[str]] | None = None) -> Answer:
    if not found:
        return none_open(turn)
    refused = told and refusal(told)
    if refused:
        return refused
    known: dict[str, Any] = {"late": late, **({"told": told} if told else {})}
    if len(found) == 1:
        known["forum"] = found[0].id
    return SIGNING.begin(turn, **known)


def none_open(turn: Turn) -> Answer:
    """When the door of the next one opens."""
    ahead = [one for one in forums.planned(turn.db) if check_in.may_see(turn.db, one, turn.person)]
    if not ahead:
        return one("signing.none")
    opens = check_in.opens_at(ahead[0]).isoformat()
    return one("signing.early", **telling.described(ahead[0]), opens=opens)


def refusal(told: dict[str, list[str]]) -> Answer | None:
    if len(told["names"]) > MOST:
        return one("signing.too_many", most=MOST)
    return None if told["names"] else one("signing.unread")


def _ask_forum(turn: Turn, draft: Draft) -> Message:
    found = open_to(turn, draft.answers["late"])[: which.SHOWN]
    ways = which.told_apart(found, lambda forum: data(draft, "forum", forum.id))
    return Message("signing.which", {"forums": which.numbered(found)}, (*ways, _cancel(draft)))


def _takes_forum(turn: Turn, draft: Draft) -> int | None:
    given = "".join(step(turn, 3))
    found = open_to(turn, draft.answers["late"])
    return next((forum.id for forum in found if str(forum.id) == given), None)


def _ask_names(turn: Turn, draft: Draft) -> Message:
    return Message("signing.names", {}, (_cancel(draft),))


def _takes_names(turn: Turn, draft: Draft) -> dict[str, list[str]] | Message | None:
    if isinstance(turn.input, Tap) or not turn.words:
        return None
    verb = spoken.names_to_sign(turn.words)
    told = read(verb[1] if verb else turn.words)
    if turn.meaning.trouble and len(told["names"]) < 2 and len(turn.words) > LONGEST_NAME:
        return None
    refused = refusal(told)
    if refused is None:
        return told
    return Message(refused.messages[0].key, refused.messages[0].values, (_cancel(draft),))


def _ask_sure(turn: Turn, draft: Draft) -> Message:
    forum, told = forum_of(turn, draft), draft.answers["told"]
    choices = (
        tap("plan.confirm", data(draft, "sure", "yes"), loud=True),
        tap("signing.again", data(draft, "edit", "told")),
        _cancel(draft),
    )
    return Message("signing.sure", read_back(forum, told), choices)


def read_back(forum: Forum, told: dict[str, list[str]]) -> dict[str, Any]:
    values = {**telling.described(forum), "people": len(told["names"])}
    return {**values, "named": ", ".join(told["names"]), "unread": ", ".join(told["unread"])}


def forum_of(turn: Turn, draft: Draft) -> Forum:
    forum = forums.by_id(turn.db, str(draft.answers["forum"]))
    assert forum, "Forums are never deleted"
    return forum


def _finish(turn: Turn, draft: Draft) -> Answer:
    forum, told, late = forum_of(turn, draft), draft.answers["told"], draft.answers["late"]
    drafts.drop(turn.db, draft)
    scope = check_in.scope_of(turn.db, forum, turn.person)
    if scope is None:
        return not_yours(turn)
    shut = closed(forum)
    if shut:
        return shut
    done = put(turn, forum, told["names"], scope, late)
    return signed(turn, forum, done)


def closed(forum: Forum) -> Answer | None:
    """Called off, or over for so long that nobody is written in any more."""
    if check_in.takes_names(forum):
        return None
    key = "rsvp.cancelled" if forum.state == "cancelled" else "signing.over"
    return one(key, **telling.described(forum), because=forum.cancelled_because)


def put(turn: Turn, forum: Forum, names: list[str], scope: str, late: bool) -> SignedIn:
    way = "paper" if late or not check_in.is_open(forum) else "leader"
    return attendance.sign_in_names(turn.db, forum, names, scope, turn.person, way)


def signed(turn: Turn, forum: Forum, done: SignedIn) -> Answer:
    values = {
        **telling.described(forum),
        "people": len(done.names),
        "there": ", ".join(done.there),
        "came": attendance.heads(turn.db, forum),
    }
    more = tap("signing.more", f"signed/{forum.id}/more")
    if not done.names:
        return one("signing.all_there", (more,), **values)
    return one("signing.done", (_undo(turn, forum), more), **values)


def _undo(turn: Turn, forum: Forum) -> Choice:
    last = attendance.last_signed_by(turn.db, turn.person)
    assert last, "asked only after somebody was signed in"
    return tap("signing.undo", f"signed/{forum.id}/undo/{last.at.isoformat()}")


def tapped(turn: Turn) -> Answer:
    forum = forums.by_id(turn.db, "".join(step(turn, 1)))
    if forum is None or check_in.scope_of(turn.db, forum, turn.person) is None:
        return one("talk.old_button")
    match [*step(turn, 2), *step(turn, 3)]:
        case ["more"]:
            return closed(forum) or SIGNING.begin(turn, late=not check_in.is_open(forum), forum=forum.id)
        case ["undo", moment]:
            return _undone(turn, forum, moment)
    return one("talk.old_button")


def _undone(turn: Turn, forum: Forum, moment: str) -> Answer:
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return one("talk.old_button")
    gone = attendance.take_out(turn.db, forum, turn.person, at) if at.tzinfo else 0
    if not gone:
        return one("talk.old_button")
    values = {**telling.described(forum), "people": gone, "came": attendance.heads(turn.db, forum)}
    return one("signing.undone", (tap("signing.more", f"signed/{forum.id}/more"),), **values)


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


SIGNING = Form(
    "signing",
    (
        Question("forum", _ask_forum, _takes_forum),
        Question("told", _ask_names, _takes_names),
        Question("sure", _ask_sure, takes_sure),
    ),
    _finish,
)
