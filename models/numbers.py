"""Numbers for life: a prefix and a counter, ขก-0142."""

from sqlalchemy.orm import Mapped, Session, mapped_column

from models import places
from models.base import Base

NO_PROVINCE = "ฟร"


class Counter(Base):
    """The last number given in a province."""

    __tablename__ = "counters"
    prefix: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


def next_number(db: Session, province: str | None) -> str:
    return numbered(db, places.abbreviation(province) if province else NO_PROVINCE)


def numbered(db: Session, prefix: str) -> str:
    """The next number that begins so; whoever asks for one at the same time waits."""
    counter = db.get(Counter, prefix, with_for_update=True)
    if counter is None:
        counter = Counter(prefix=prefix, last=0)
        db.add(counter)
    counter.last += 1
    db.flush()
    return f"{prefix}-{counter.last:04d}"
