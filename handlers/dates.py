"""`เวทีครั้งหน้า`: the Forums ahead that are for this person, and the national one for who wants to follow it."""

from handlers import welcome
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from models import places
from models.forums import audience, invitations, supporting, telling
from models.forums import forum as forums
from models.forums.forum import Forum
from models.post.messages import Choice, Message, tap
from models.roles import NATIONAL

SHOWN = 5
TO_NATIONAL = tap("region.national", f"forum/{NATIONAL}")


def next_forum(turn: Turn) -> Answer:
    """Of her region and where her role brings her; or of the region she names now."""
    coming = audience.coming_for(turn.db, turn.person)[:SHOWN]
    if len(coming) == 1:
        return shown(turn, coming[0])
    if coming:
        return _several(coming)
    region = turn.person.region
    return one("forum.none", (*welcome.MAIN, TO_NATIONAL), region=region) if region else _which(turn)


def _which(turn: Turn) -> Answer:
    choices = [tap(f"region.{region}", f"forum/{region}") for region in places.REGIONS]
    return one("forum.which_region", (*choices, TO_NATIONAL))


def _several(coming: list[Forum]) -> Answer:
    """Each in one line, and a button for each."""
    lines = [{**telling.described(forum), "topic": forum.topic} for forum in coming]
    buttons = [tap("forum.one", f"rsvp/{forum.id}/show", at=forum.at.isoformat()) for forum in coming]
    return one("forum.several", tuple(buttons), forums=lines)


def shown(turn: Turn, forum: Forum) -> Answer:
    """The answer she gave; else the invitation, if she is one of those it is for."""
    if invitations.rsvp_of(turn.db, forum, turn.person) is not None:
        return mine(turn, forum)
    if audience.belongs(turn.db, forum, turn.person) and turn.person.keeping != "no":
        return Answer([telling.invitation(turn.db, forum)])
    return one("forum.date", (*welcome.MAIN, TO_NATIONAL), **telling.described(forum))


def mine(turn: Turn, forum: Forum) -> Answer:
    """The answer she gave, which she may change."""
    rsvp = invitations.rsvp_of(turn.db, forum, turn.person)
    assert rsvp is not None, "asked only where there is one"
    key = {"not_going": "rsvp.mine_not_going", "online": "rsvp.mine_online"}.get(
        rsvp.answer, "rsvp.mine_going"
    )
    online = telling.way_online(forum) if rsvp.answer == "online" else ()
    draft = supporting.ways(forum) if rsvp.answer in invitations.COMING else ()
    ways = (*online, *draft, telling.change(forum), *telling.details(forum))
    choices = (*ways, *_national_too(turn, forum))
    return one(key, choices, **telling.described(forum), people=rsvp.people)


def _national_too(turn: Turn, forum: Forum) -> tuple[Choice, ...]:
    return () if forum.region == NATIONAL else (TO_NATIONAL,)


def of_region(turn: Turn) -> Answer:
    region = "".join(step(turn, 1))
    if region == NATIONAL:
        return national(turn)
    if region not in places.REGIONS:
        return next_forum(turn)
    forum = forums.next_in(turn.db, region)
    return shown(turn, forum) if forum else one("forum.none", (*welcome.MAIN, TO_NATIONAL), region=region)


def national(turn: Turn) -> Answer:
    """`เวทีส่วนกลาง`: the invitation for whom it is; for everybody else its date and how to follow it."""
    forum = forums.next_in(turn.db, NATIONAL)
    if forum is not None and audience.belongs(turn.db, forum, turn.person):
        answer = shown(turn, forum)
        if turn.person.follows_national:
            answer.messages.append(Message("national.following", {}, (_unfollow(),)))
        return answer
    follow = (tap("national.follow", "national/follow", loud=True), *welcome.MAIN[:3])
    if forum is None:
        return one("forum.none", follow, region=NATIONAL)
    return one("forum.date", follow, **telling.described(forum))


def _unfollow() -> Choice:
    return tap("national.unfollow", "national/unfollow")


def tapped(turn: Turn) -> Answer:
    match step(turn, 1):
        case ["follow"]:
            return follow(turn)
        case ["unfollow"]:
            return unfollow(turn)
    return national(turn)


def follow(turn: Turn) -> Answer:
    """From now on she is invited to the national Forum; to the next one at once, if it was sent already."""
    if not turn.person.agreed:
        return Answer(welcome.owed(turn))
    turn.person.follows_national = True
    turn.db.flush()
    return Answer([Message("national.followed", {}, (_unfollow(),)), *welcome.late_invitation(turn)])


def unfollow(turn: Turn) -> Answer:
    turn.person.follows_national = False
    return one("national.unfollowed", (tap("national.follow", "national/follow"),))
