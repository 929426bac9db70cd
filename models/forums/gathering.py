"""What the papers of one Forum tell: gathered from its agenda, its answers, who came and what was concluded."""

import re
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import area_issues, corrections, crowds, roles
from models.forums import agenda, comers, drafting, entrusting, invitations
from models.forums import forum as forums
from models.forums.agenda import AgendaItem, Entrusted, Support
from models.forums.attendance import Attendance
from models.forums.forum import Forum
from models.forums.invitations import Rsvp
from models.forums.resolutions import CLOSED, Resolution, Verdict
from models.issues import Issue
from models.organisations import Membership, Organisation
from models.papers import (
    Agenda,
    Conclusion,
    Invitation,
    LeftOut,
    Letters,
    Meeting,
    Minutes,
    Office,
    Opinion,
    Proposal,
    Register,
    Registrant,
)
from models.papers import Attendance as Came
from models.papers import Issue as Told
from models.people import Person
from models.thai.calendar import ERA

_MASK = re.compile(r"<[A-Z]+>")
_GAP = "(…)"
_SHORTEST_NAME = 4  # letters; shorter ones are words too
Topics = tuple[tuple[str, str | None], ...]


def meeting(forum: Forum) -> Meeting:
    nth = f"{forum.month.month}/{forum.month.year + ERA}" if forum.kind == "monthly" else None
    linked = tuple(str(hall) for hall in forum.linked_halls)
    return Meeting(forum.kind, forum.region, forum.at, nth, forum.place, forum.topic, linked)


def topics_of(issue: Issue) -> Topics:
    return ((issue.topic, issue.kind),) if issue.topic else ()


def invitation(db: Session, forum: Forum, office: Office) -> Invitation:
    talked = agenda.agenda(db, forum) or agenda.items(db, forum, "draft")
    counted = Counter(item.issue.code or "other" for item in talked)
    return Invitation(
        office,
        meeting(forum),
        tuple(counted.most_common()),
        forum.programme,
        forum.note,
        online=bool(forum.online_url),
    )


def agenda_of(db: Session, forum: Forum) -> Agenda:
    """As it was accepted; before anybody accepted anything, the draft as it has grown."""
    talked = agenda.agenda(db, forum)
    items = talked or drafting.drafts(db, forum)
    dropped = agenda.items(db, forum, "dropped")
    shown = {item.id: issue for item, issue in _issues(db, [*items, *dropped])}
    before = forums.previous(db, forum)
    left = entrusting.left_for(db, forum)
    return Agenda(
        meeting(forum),
        meeting(before) if before else None,
        conclusions(db, _open_before(db, forum)),
        tuple(shown[item.id] for item in items),
        tuple(Opinion(_unnamed(db, one)) for one in left if one.text),
        tuple(LeftOut(shown[item.id], item.reason) for item in dropped),
        sum(one.text is None for one in left),
        draft=bool(items) and not talked,
    )


def _issues(db: Session, items: list[AgendaItem]) -> Iterable[tuple[AgendaItem, Told]]:
    heads = [item.issue.head for item in items]
    people, supports = crowds.people_in(db, heads), _supports(db, items)
    for item, head in zip(items, heads, strict=True):
        yield item, issue(head, people.get(head.id, 0), supports.get(item.id, 0), item.said)


def issue(head: Issue, people: int, supports: int = 0, said: str | None = None) -> Told:
    """In the words of who answers for the place; what villagers wrote may name somebody."""
    days = area_issues.days_waited(head)
    topics = topics_of(head)
    return Told(head.number, topics, head.place, head.moo, people, days, supports, head.summary, said)


def _supports(db: Session, items: list[AgendaItem]) -> dict[int, int]:
    counted = select(Support.item_id, func.count()).where(Support.item_id.in_([item.id for item in items]))
    return {item_id: many for item_id, many in db.execute(counted.group_by(Support.item_id))}


def _open_before(db: Session, forum: Forum) -> list[Resolution]:
    """What earlier Forums of the region concluded and is not settled yet, what is due first."""
    rows = select(Resolution).join(Forum, Forum.id == Resolution.forum_id)
    wanted = rows.where(Forum.region == forum.region, Forum.at < forum.at, Resolution.state.not_in(CLOSED))
    return list(db.scalars(wanted.order_by(Resolution.due.is_(None), Resolution.due, Resolution.id)))


def conclusions(db: Session, found: list[Resolution]) -> tuple[Conclusion, ...]:
    heard = _verdicts(db, found)
    return tuple(_conclusion(one, heard.get(one.id, Counter())) for one in found)


def _conclusion(one: Resolution, heard: Counter[str]) -> Conclusion:
    who = one.taker or (one.organisation.name if one.organisation else None)
    said = {"yes": heard["fixed"], "better": heard["better"], "no": heard["same"]}
    head = one.issue.head
    number, topics = head.number, topics_of(head)
    return Conclusion(number, topics, one.text, who, one.due, one.state, one.kind, one.number, **said)


def _verdicts(db: Session, found: list[Resolution]) -> dict[int, Counter[str]]:
    counted: dict[int, Counter[str]] = {}
    rows = select(Verdict.resolution_id, Verdict.answer, func.count()).group_by(
        Verdict.resolution_id, Verdict.answer
    )
    for resolution, answer, many in db.execute(
        rows.where(Verdict.resolution_id.in_([one.id for one in found]))
    ):
        counted.setdefault(resolution, Counter())[answer] = many
    return counted


def _unnamed(db: Session, left: Entrusted) -> str:
    """Without telephones, addresses and names that follow a title, and without her own name."""
    text = _MASK.sub(_GAP, corrections.masked(left.text or ""))
    for name in sorted(_names(db, left), key=len, reverse=True):
        text = text.replace(name, _GAP)
    return text


def _names(db: Session, left: Entrusted) -> set[str]:
    person = db.get(Person, left.person_id)
    sheet = db.scalars(select(Rsvp.sheet_name).where(Rsvp.person_id == left.person_id))
    told = filter(None, (person.name if person else None, *sheet))
    return {part for name in told for part in (name, *name.split()) if len(part) >= _SHORTEST_NAME}


def register(db: Session, forum: Forum, reader: Person) -> Register:
    """Those who come to the hall, by name only where the reader may see names; each brings her rows."""
    scopes = set(roles.scopes_with(db, reader, "see_names"))
    coming = select(Rsvp, Person).join(Person, Person.id == Rsvp.person_id)
    rows = db.execute(coming.where(Rsvp.forum_id == forum.id, Rsvp.answer == "going").order_by(Rsvp.id))
    seen = [(rsvp, who) for rsvp, who in rows if not scopes.isdisjoint(roles.scopes_over(who.place))]
    organisations = _organisations(db, [who.id for _, who in seen])
    return Register(
        meeting(forum),
        tuple(row for rsvp, who in seen for row in _rows(rsvp, who, organisations.get(who.id))),
    )


def _rows(rsvp: Rsvp, who: Person, organisation: str | None) -> list[Registrant]:
    name = rsvp.sheet_name or who.name
    if not name:
        return []
    brought = Registrant(name, brought=True)
    return [Registrant(name, organisation=organisation), *[brought] * (rsvp.people - 1)]


def _organisations(db: Session, persons: list[int]) -> dict[int, str]:
    rows = select(Membership.person_id, Organisation.name).join(
        Organisation, Organisation.id == Membership.organisation_id
    )
    wanted = rows.where(Membership.person_id.in_(persons)).order_by(Membership.id.desc())
    return {person: name for person, name in db.execute(wanted)}


def minutes(db: Session, forum: Forum) -> Minutes:
    found = select(Resolution).where(Resolution.forum_id == forum.id).order_by(Resolution.number)
    return Minutes(agenda_of(db, forum), _came(db, forum), conclusions(db, list(db.scalars(found))))


def _came(db: Session, forum: Forum) -> Came:
    """Heads only. Nobody signed in at all: they were counted on paper, if they were."""
    answered = comers.of(db, forum, (roles.NATIONAL,))
    signed = db.scalar(select(func.count()).where(Attendance.forum_id == forum.id)) or None
    coming = invitations.counts(db, forum)["people"]
    return Came(coming, signed, comers.heads(answered, "online"), tuple(comers.by_sector(answered)))


def letters(db: Session, forum: Forum, office: Office) -> Letters:
    found = select(Resolution).where(Resolution.forum_id == forum.id, Resolution.kind == "proposal")
    return Letters(
        tuple(proposal(db, one, forum, office) for one in db.scalars(found.order_by(Resolution.number)))
    )


def proposal(db: Session, one: Resolution, forum: Forum, office: Office) -> Proposal:
    """The letter that lays a conclusion of the Forum before an agency."""
    head = one.issue.head
    item = agenda.item_of(db, forum, head)
    supports = _supports(db, [item]).get(item.id, 0) if item else 0
    people = crowds.people_in(db, [head]).get(head.id, 0)
    return Proposal(office, meeting(forum), issue(head, people, supports), conclusions(db, [one])[0])
