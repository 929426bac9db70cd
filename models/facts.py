"""What LINE told us and we may look up without asking again: quota, the bot's own id."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base


class Fact(Base):
    __tablename__ = "facts"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]]
    read_at: Mapped[datetime]


def tell(db: Session, name: str, **value: Any) -> None:
    fact = db.get(Fact, name)
    if fact is None:
        db.add(Fact(name=name, value=value, read_at=clock.machine_now()))
    else:
        fact.value, fact.read_at = value, clock.machine_now()


def ask(db: Session, name: str) -> dict[str, Any]:
    fact = db.get(Fact, name)
    return fact.value if fact else {}


def age(db: Session, name: str) -> timedelta | None:
    fact = db.get(Fact, name)
    return clock.machine_now() - fact.read_at if fact else None
