"""The buttons a chat was offered last: whoever types a label means the button."""

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base


class Offer(Base):
    __tablename__ = "offers"
    chat: Mapped[str] = mapped_column(primary_key=True)
    taps: Mapped[dict[str, str]] = mapped_column(JSON)  # label as it is compared -> what its tap says


def keep(db: Session, chat: str, taps: dict[str, str]) -> None:
    offer = db.get(Offer, chat)
    if offer is None:
        db.add(Offer(chat=chat, taps=taps))
    else:
        offer.taps = taps


def meant(db: Session, chat: str, label: str) -> str | None:
    """What a tap on the button of this label would say."""
    offer = db.get(Offer, chat)
    return offer.taps.get(label) if offer else None
