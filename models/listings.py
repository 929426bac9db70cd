"""Lists as they were shown to somebody today: a number in one means the same thing until the day ends."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base, insert_once
from models.thai.calendar import day_of


class Listing(Base):
    """Ids in the order in which they got their numbers, 1 first."""

    __tablename__ = "listings"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)  # issue, question, agenda, support, entrusted
    day: Mapped[date]
    items: Mapped[list[Any]]
    shown_at: Mapped[datetime]


def numbers(db: Session, person_id: int, kind: str, ids: Sequence[int]) -> list[int]:
    """Today's numbers of these ids; whatever has none yet gets the next one."""
    listing = _of_today(db, person_id, kind)
    listing.items = [*listing.items, *(one for one in ids if one not in listing.items)]
    listing.shown_at = clock.now()
    db.flush()
    return [listing.items.index(one) + 1 for one in ids]


def anew(db: Session, person_id: int, kind: str, ids: Sequence[int]) -> None:
    """A list whose order changes: from now on its numbers are those of this order."""
    listing = _of_today(db, person_id, kind)
    listing.items, listing.shown_at = list(ids), clock.now()
    db.flush()


def meant(db: Session, person_id: int, kind: str, number: int) -> int | None:
    """The id behind a number of today's list."""
    listing = db.get(Listing, (person_id, kind))
    is_there = listing is not None and listing.day == _today() and 0 < number <= len(listing.items)
    return int(listing.items[number - 1]) if listing and is_there else None


def shown_last(db: Session, person_id: int, kinds: Sequence[str] = ()) -> str | None:
    """Which kind of list, of these kinds or of any, she looked at last today."""
    mine = select(Listing.kind).where(Listing.person_id == person_id, Listing.day == _today())
    wanted = mine.where(Listing.kind.in_(kinds)) if kinds else mine
    return db.scalar(wanted.order_by(Listing.shown_at.desc()).limit(1))


def shown_at(db: Session, person_id: int, kind: str) -> datetime | None:
    """When she last looked at a list of this kind."""
    listing = db.get(Listing, (person_id, kind))
    return listing.shown_at if listing else None


def forget(db: Session, person_id: int) -> None:
    db.execute(delete(Listing).where(Listing.person_id == person_id))


def _of_today(db: Session, person_id: int, kind: str) -> Listing:
    """Her list of this kind, held for writing; yesterday's numbers are over."""
    blank: dict[str, Any] = {"day": _today(), "items": [], "shown_at": clock.now()}
    insert_once(db, Listing, person_id=person_id, kind=kind, **blank)
    listing = db.get_one(Listing, (person_id, kind), with_for_update=True, populate_existing=True)
    if listing.day != _today():
        listing.day, listing.items = _today(), []
    return listing


def _today() -> date:
    return day_of(clock.now())
