"""`ลงชื่อเข้าเวที 4821`: whoever comes to a Forum signs in by the figures on the poster, known to us or not."""

from datetime import datetime

from handlers import spoken, welcome
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from models import clock, codes
from models.forums import attendance, check_in, telling
from models.forums import forum as forums
from models.forums.forum import Forum
from models.post import drafts
from models.post.messages import Choice, Message, tap

WAITING = "check_in"  # a draft: she came, and has still to agree that we keep it


def how_to(_turn: Turn) -> Answer:
    return one("checkin.how")


def by_figures(turn: Turn) -> Answer | None:
    figures = spoken.at_the_door(turn.words)
    return _at_the_door(turn, figures) if figures else None


def _at_the_door(turn: Turn, figures: str) -> Answer:
    """Figures are few enough to be guessed: as of codes, wrong ones are counted."""
    if codes.too_many_wrong(turn.db, turn.person):
        return one("checkin.too_many")
    forum = check_in.by_figures(turn.db, figures)
    if forum is None:
        codes.note_wrong(turn.db, turn.person)
        return one("checkin.unknown")
    return _shut(forum) or _asked_first(turn, forum) or _signed(turn, forum)


def _shut(forum: Forum) -> Answer | None:
    values = telling.described(forum)
    if forum.state == "cancelled":
        return one("rsvp.cancelled", welcome.MAIN, **values, because=forum.cancelled_because)
    if check_in.is_open(forum):
        return None
    if forums.is_past(forum):
        return one("checkin.over", welcome.MAIN, **values)
    return one(
        "checkin.early", (telling.change(forum),), **values, opens=check_in.opens_at(forum).isoformat()
    )


def _asked_first(turn: Turn, forum: Forum) -> Answer | None:
    """Of who has not agreed yet only the Forum is remembered, and only until she answers."""
    if turn.person.agreed:
        return None
    drafts.lay_aside(turn.db, turn.person.id, WAITING, forum=forum.id)
    asked = welcome.owed(turn) or [Message("consent.ask", {}, (welcome.YES, welcome.READ, welcome.NO))]
    return Answer([Message("checkin.wait", telling.described(forum)), *asked])


def consented(turn: Turn) -> Answer:
    """The answer to a consent; who had come to the door before it is signed in now, as of that moment."""
    answer = welcome.consented(turn)
    waiting = drafts.kept(turn.db, turn.person.id, WAITING)
    if waiting is None or not turn.person.agreed:
        return answer
    forum, came_at = forums.by_id(turn.db, str(waiting.answers["forum"])), waiting.touched_at
    drafts.drop(turn.db, waiting)
    if forum is None or not check_in.is_open(forum, came_at):
        return answer
    return Answer([*_signed(turn, forum, came_at).messages, *answer.messages])


def _signed(turn: Turn, forum: Forum, at: datetime | None = None) -> Answer:
    is_new = attendance.sign_in(turn.db, forum, turn.person, at or clock.now())
    values = {**telling.described(forum), "came": attendance.heads(turn.db, forum)}
    return one("checkin.signed" if is_new else "checkin.already", (_out(forum),), **values)


def _out(forum: Forum) -> Choice:
    return tap("checkin.out", f"checkin/{forum.id}/out")


def tapped(turn: Turn) -> Answer:
    forum = forums.by_id(turn.db, "".join(step(turn, 1)))
    match [*step(turn, 2), *step(turn, 3)]:
        case ["out"] if forum is not None:
            return _taken_out(turn, forum)
        case ["in", figures] if forum is not None and figures == forum.check_in:
            return _at_the_door(turn, figures)
    return one("talk.old_button", welcome.MAIN)


def _taken_out(turn: Turn, forum: Forum) -> Answer:
    attendance.sign_out(turn.db, forum, turn.person)
    again = tap("checkin.again", f"checkin/{forum.id}/in/{forum.check_in}", loud=True)
    return one("checkin.out", (again,) if check_in.is_open(forum) else (), **telling.described(forum))
