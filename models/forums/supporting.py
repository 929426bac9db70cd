"""Those who come say which items they want to be talked of: three of a Forum, until it begins."""

from typing import Literal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.base import changed, insert_once
from models.forums import drafting, invitations
from models.forums import forum as forums
from models.forums.agenda import AgendaItem, Support
from models.forums.forum import Forum
from models.forums.invitations import COMING, Rsvp
from models.people import Person
from models.post.messages import Choice, Message, tap

MOST = 3
STANDING = ("draft", "accepted")
Outcome = Literal["kept", "known", "used_up", "not_coming"]


def comes(db: Session, forum: Forum, person: Person) -> bool:
    rsvp = invitations.rsvp_of(db, forum, person)
    return rsvp is not None and rsvp.answer in COMING


def add(db: Session, item: AgendaItem, person: Person) -> Outcome:
    """Her answer is held meanwhile, so that of two taps at once no fourth is kept."""
    hers = (Rsvp.forum_id == item.forum_id, Rsvp.person_id == person.id)
    answer = db.scalar(select(Rsvp.answer).where(*hers).with_for_update())
    if answer not in COMING:
        return "not_coming"
    mine = of_person(db, item.forum, person)
    if item in mine:
        return "known"
    if len(mine) >= MOST:
        return "used_up"
    insert_once(db, Support, item_id=item.id, person_id=person.id)
    return "kept"


def take_back(db: Session, item: AgendaItem, person: Person) -> bool:
    hers = delete(Support).where(Support.item_id == item.id, Support.person_id == person.id)
    return bool(changed(db, hers))


def of_person(db: Session, forum: Forum, person: Person) -> list[AgendaItem]:
    """What she supports and is still to be talked of; what was left off leaves her free for another."""
    rows = select(AgendaItem).join(Support).where(AgendaItem.forum_id == forum.id)
    hers = rows.where(Support.person_id == person.id, AgendaItem.state.in_(STANDING))
    return list(db.scalars(hers.order_by(Support.id)))


def look(forum: Forum) -> Choice:
    """The way to the draft, for those who come."""
    return tap("support.look", f"support/list/{forum.id}/0")


def ways(forum: Forum) -> tuple[Choice, ...]:
    """The same, once the draft was shown and as long as it can be supported."""
    return (look(forum),) if forum.draft_shown_at and forums.is_open(forum) else ()


def show(db: Session, forum: Forum) -> int:
    """Show the draft to all who come, once; an empty one waits. Answers to how many."""
    waiting = len(drafting.numbered(db, forum))
    if not waiting or not forums.claim(db, forum, "draft_shown_at"):
        return 0
    db.refresh(forum)
    values = {"region": forum.region, "at": forum.at.isoformat(), "issues": waiting}
    told = Message("support.shown", values, (look(forum),))
    return invitations.tell_coming(db, forum, "agenda", told)
