"""Who comes to a Forum: how many of which sector and from which tambon, and by name for those who may see names."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.forums.forum import Forum
from models.forums.invitations import TAKEN_BACK, Rsvp
from models.forums.sheet import SECTORS
from models.people import Person
from models.roles import scopes_over


@dataclass(frozen=True)
class Comer:
    name: str | None
    answer: str  # going, online, not_going
    people: int
    sector: str | None
    place: str | None

    @property
    def comes(self) -> bool:
        return self.answer != "not_going"


def of(db: Session, forum: Forum, scopes: Iterable[str]) -> list[Comer]:
    """Everybody within these scopes who has answered, the earliest answer first."""
    wanted = set(scopes)
    answered = select(Rsvp, Person).join(Person, Person.id == Rsvp.person_id)
    rows = db.execute(answered.where(Rsvp.forum_id == forum.id, Rsvp.answer != TAKEN_BACK).order_by(Rsvp.id))
    return [_comer(rsvp, person) for rsvp, person in rows if not wanted.isdisjoint(scopes_over(person.place))]


def _comer(rsvp: Rsvp, person: Person) -> Comer:
    name = rsvp.sheet_name or person.name
    return Comer(name, rsvp.answer, rsvp.people, rsvp.sector, person.place)


def heads(found: Iterable[Comer], answer: str) -> int:
    return sum(one.people for one in found if one.answer == answer)


def by_sector(found: Iterable[Comer]) -> list[tuple[str | None, int]]:
    """Heads of each sector in the order of the question; those who told none come last."""
    count = _heads_by((one.sector, one) for one in found)
    return [(sector, count[sector]) for sector in (*SECTORS, None) if count[sector]]


def by_place(found: Iterable[Comer]) -> list[tuple[str | None, int]]:
    """Heads from each place, the most first."""
    count = _heads_by((one.place, one) for one in found)
    return sorted(count.items(), key=lambda row: (-row[1], row[0] or "~"))


def _heads_by(pairs: Iterable[tuple[str | None, Comer]]) -> Counter[str | None]:
    count: Counter[str | None] = Counter()
    for key, one in pairs:
        count[key] += one.people if one.comes else 0
    return +count
