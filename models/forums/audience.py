"""Whom a Forum is for: those who live there; the national one, those whose role or wish brings them."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from models import groups, people, roles
from models.forums import forum as forums
from models.forums.forum import Forum
from models.groups import Group
from models.people import Person
from models.roles import NATIONAL


def line_ids(db: Session, forum: Forum, language: str) -> Iterator[str]:
    """LINE ids of those who are invited, in a steady order."""
    if forum.region == NATIONAL:
        return (person.line_id for person in _national(db) if person.language == language)
    return people.living_in(db, forum.areas or [forum.region], language)


def count(db: Session, region: str, areas: list[str] | None = None) -> int:
    """How many people would be invited."""
    return len(_national(db)) if region == NATIONAL else people.count_in(db, areas or [region])


def groups_in(db: Session, scopes: list[str]) -> list[Group]:
    """Groups that speak for an area within these scopes; of a wider area none is told of a part."""
    return groups.tied(db, roles.inside(Group.place, scopes))


def groups_for(db: Session, forum: Forum) -> list[Group]:
    """Groups of the area a Forum is for; the national one has none."""
    return [] if forum.region == NATIONAL else groups_in(db, forum.areas or [forum.region])


def belongs(db: Session, forum: Forum, person: Person) -> bool:
    """Whether the Forum is for this person; of a regional one also if she wants no news."""
    if forum.region == NATIONAL:
        return bool(_national(db, Person.id == person.id))
    return forums.concerns(forum, person.place)


def may_be_shown(db: Session, forum: Forum, person: Person) -> bool:
    """Whether the invitation may stand in an answer to her: there only a no forbids it."""
    agrees = forum.region == NATIONAL or (person.agreed and person.invitations is not False)
    return agrees and belongs(db, forum, person)


def wants_news(forum: Forum) -> ColumnElement[bool]:
    """Who may hear more of a Forum she comes to, or is sent to by her role: a no counts, silence does not."""
    if forum.region != NATIONAL:
        return Person.invitations.is_not(False)
    wants = or_(Person.invitations.is_not(False), Person.follows_national.is_(True))
    return and_(Person.keeping != "no", Person.follows_national.is_not(False), wants)


def coming_for(db: Session, person: Person) -> list[Forum]:
    """The Forums ahead that are for this person; of the monthly ones of a region only the next."""
    found: dict[object, Forum] = {}
    for forum in forums.planned(db):
        if belongs(db, forum, person):
            found.setdefault(forum.region if forum.kind == "monthly" else forum.id, forum)
    return list(found.values())


def _national(db: Session, *more: ColumnElement[bool]) -> list[Person]:
    """Who acts in a role that brings her there, and who follows it."""
    sent = [person.id for person in roles.sent_to_national(db)]
    comes = or_(Person.id.in_(sent), Person.follows_national.is_(True))
    reached = (wants_news(Forum(region=NATIONAL)), Person.blocked_at.is_(None))
    wanted = select(Person).where(comes, *reached, *more)
    return list(db.scalars(wanted.order_by(Person.id)))
