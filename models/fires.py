"""When each job of the timetable rang: one row a ring, so that several clocks ring it once."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock
from models.base import Base, Moment, insert_once


class Fire(Base):
    __tablename__ = "fires"
    job: Mapped[str] = mapped_column(primary_key=True)
    rang_for: Mapped[datetime] = mapped_column(Moment, primary_key=True)
    rang_at: Mapped[datetime]


def claim(db: Session, job: str, rang_for: datetime) -> bool:
    """Whether this ring is ours; only one clock ever wins it."""
    return insert_once(db, Fire, job=job, rang_for=rang_for, rang_at=clock.machine_now())


def last(db: Session, job: str) -> datetime | None:
    return db.scalar(select(func.max(Fire.rang_for)).where(Fire.job == job))


def newest(db: Session) -> datetime | None:
    """When a clock rang last, whatever for."""
    return db.scalar(select(func.max(Fire.rang_at)))


def forget_before(db: Session, moment: datetime) -> None:
    """Old rings go; the newest of each job stays, for catching up starts from it."""
    by_job = select(Fire.job, func.max(Fire.rang_for)).group_by(Fire.job)
    newest = {job: rang_for for job, rang_for in db.execute(by_job)}
    for fire in db.scalars(select(Fire).where(Fire.rang_for < moment).limit(10_000)):
        if newest[fire.job] != fire.rang_for:
            db.delete(fire)
