"""What groups are told of a Forum: once each, by a push that costs as many messages as there are people in it."""

from collections.abc import Iterable

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, insert_once
from models.forums.forum import Forum
from models.groups import Group
from models.post import ledger, outbox, recall
from models.post.messages import Message

INVITED = "group/invite/"


class Announcement(Base):
    """Somebody announced a Forum in a group: it was read there for nothing, and needs no push."""

    __tablename__ = "announcements"
    id: Mapped[Id]
    forum_id: Mapped[int] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))

    __table_args__ = (UniqueConstraint("forum_id", "group_id"),)


def announced(db: Session, forum: Forum, group: Group) -> None:
    """A push that still waits is not needed any more."""
    insert_once(db, Announcement, forum_id=forum.id, group_id=group.id)
    recall.withdraw(db, forum.id, _key("invite", forum, group))


def invite(db: Session, forum: Forum, message: Message, groups: Iterable[Group]) -> None:
    """Put a push to every group where nobody has announced it."""
    knowing = _announced_in(db, forum)
    tell(db, forum, "invite", message, (group for group in groups if group.id not in knowing))


def tell(
    db: Session, forum: Forum, what: str, message: Message, groups: Iterable[Group], **how: object
) -> None:
    shared = {"lane": outbox.BROADCAST, "forum_id": forum.id, "until": forum.at, **how}
    for group in groups:
        hers = {"heads": group.members, "idempotency_key": _key(what, forum, group)}
        outbox.notify(db, group.line_id, message, group.language, **shared, **hers)


def _key(what: str, forum: Forum, group: Group) -> str:
    revision = "" if what in ("invite", "call") else f"/{forum.revision}"
    return f"group/{what}/{forum.id}/{group.id}{revision}"


def told(db: Session, forum: Forum, groups: Iterable[Group]) -> list[Group]:
    """Those that know of it; the others hear only how it is now."""
    every, knowing = list(groups), _announced_in(db, forum)
    invited = heard(db, forum, "invite", every)
    return [group for group in every if group in invited or group.id in knowing]


def heard(
    db: Session, forum: Forum, what: str, groups: Iterable[Group], doubtful: Iterable[str] = ()
) -> list[Group]:
    """Those to which such a push went out; of the doubtful nobody knows."""
    sent = ledger.chats_told(db, f"group/{what}/{forum.id}/") | set(doubtful)
    return [group for group in groups if group.line_id in sent]


def _announced_in(db: Session, forum: Forum) -> set[int]:
    return set(db.scalars(select(Announcement.group_id).where(Announcement.forum_id == forum.id)))


def heads(groups: Iterable[Group]) -> int:
    """Messages that telling them costs, as far as LINE has counted their members."""
    return sum(group.members or 0 for group in groups)
