"""Photos and voices: bytes kept in the database behind a small port."""

from datetime import datetime

from sqlalchemy import LargeBinary, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base, Id, Unique


class Media(Base):
    __tablename__ = "media"
    id: Mapped[Id]
    message_id: Mapped[Unique]
    chat: Mapped[str] = mapped_column(index=True)
    mime: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime] = mapped_column(default=clock.now)


def keep(db: Session, message_id: str, chat: str, mime: str, content: bytes) -> None:
    if db.scalar(select(Media.id).where(Media.message_id == message_id)) is None:
        db.add(Media(message_id=message_id, chat=chat, mime=mime, content=content))


def get(db: Session, message_id: str) -> Media | None:
    return db.scalar(select(Media).where(Media.message_id == message_id))


def is_kept(db: Session, message_id: str) -> bool:
    return db.scalar(select(Media.id).where(Media.message_id == message_id)) is not None


def of_chat(db: Session, chat: str) -> list[Media]:
    return list(db.scalars(select(Media).where(Media.chat == chat).order_by(Media.id)))


def count_of_chat(db: Session, chat: str) -> int:
    return db.scalar(select(func.count()).where(Media.chat == chat)) or 0


def drop(db: Session, message_id: str) -> None:
    db.execute(delete(Media).where(Media.message_id == message_id))


def drop_of_chat(db: Session, chat: str) -> None:
    db.execute(delete(Media).where(Media.chat == chat))
