"""The buttons a chat was offered last: whoever types a label means the button."""

from sqlalchemy import JSON, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base

PLAIN = 4  # letters


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


def drop(db: Session, chat: str) -> None:
    db.execute(delete(Offer).where(Offer.chat == chat))


def meant(db: Session, chat: str, label: str) -> str | None:
    """What a tap on the button of this label would say; its beginning is enough where it is plain."""
    offer = db.get(Offer, chat)
    if offer is None or label in offer.taps:
        return offer.taps[label] if offer else None
    begun = [does for shown, does in offer.taps.items() if shown.startswith(label)]
    return begun[0] if len(begun) == 1 and len(label) >= PLAIN else None


def was_last(db: Session, chat: str, does: str) -> bool:
    """Whether a button that says this was among those offered last."""
    offer = db.get(Offer, chat)
    return offer is not None and does in offer.taps.values()
