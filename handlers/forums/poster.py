"""`ป้ายลงชื่อ`: the poster for the door, with its figures, by a link that only the asker opens."""

from handlers.forums import which
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import roles
from models.forums import check_in, posters, telling
from models.forums import forum as forums
from models.forums.forum import Forum
from models.post import outbox
from models.post.messages import page


def begin(turn: Turn) -> Answer:
    if not roles.scopes_with(turn.db, turn.person, "see_comers"):
        return not_yours(turn)
    every = check_in.on_or_next(turn.db)
    found = [forum for forum in every if check_in.may_see(turn.db, forum, turn.person)][: which.SHOWN]
    if len(found) < 2:
        return _shown(turn, found[0]) if found else one("poster.none")
    ways = which.told_apart(found, lambda forum: f"forum_of/{forum.id}/poster")
    return one("poster.which", ways, forums=which.numbered(found))


def of_forum(turn: Turn, forum: Forum | None) -> Answer:
    if not roles.scopes_with(turn.db, turn.person, "see_comers"):
        return not_yours(turn)
    if forum is None or not check_in.may_see(turn.db, forum, turn.person):
        return one("talk.old_button")
    return _shown(turn, forum)


def _shown(turn: Turn, forum: Forum) -> Answer:
    """The code needs our own id at LINE: it is fetched for later, should it not be known yet."""
    values = telling.described(forum)
    if forum.state == "cancelled":
        return one("rsvp.cancelled", **values, because=forum.cancelled_because)
    if forums.is_past(forum) and not check_in.is_open(forum):
        return one("rsvp.past", **values)
    outbox.errand(turn.db, "bot", {}, idempotency_key=f"bot/{turn.heard.at:%Y%m%d}")
    link = page("poster.open", f"m/{posters.to(turn.db, turn.person, forum).token}")
    return one("poster.link", (link,), **values, figures=forums.figures(turn.db, forum))
