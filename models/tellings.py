"""What the people behind an issue are told of it: each under the number she was given, and not too often."""

from collections.abc import Container
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import clock, issues, reports
from models.base import Base, Id
from models.issues import Issue
from models.people import Person
from models.post import outbox
from models.post.messages import Choice, Message, tap

# How many pushes an issue may cost in each part of its life; what is more stands in its story only.
MOST = {"before": 2, "after": 1, "asked": 2}


class Telling(Base):
    """The people behind an issue were told a step of it by push."""

    __tablename__ = "tellings"
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id", ondelete="CASCADE"), index=True)
    about: Mapped[str]  # what it was about: before/12, after/12, asked/7
    says: Mapped[str]  # the key of the sentence
    people: Mapped[int]
    at: Mapped[datetime] = mapped_column(default=clock.now)


def tell(
    db: Session, issue: Issue, part: str, of: object, key: str, most: int | None = None, **values: Any
) -> int:
    """Push a sentence to everybody behind an issue; answers to how many. The text is each one's own: her number.

    `part` is before, after or asked, `of` the Forum or the resolution it belongs to. With `most` it is only said
    if fewer pushes than that were spent. `but`: ids of those who know it already by another number of theirs;
    `choices`: buttons in place of the one that shows her story.
    """
    head = issue.head
    issues.held(db, [head])
    about = f"{part}/{of}"
    if _spent(db, head, part, about) >= (MOST[part] if most is None else most):
        return 0
    but: Container[int] = values.pop("but", ())
    choices: tuple[Choice, ...] = values.pop("choices", ())
    told = [one for one in reporters(db, head) if one[0].id not in but]
    db.add(Telling(issue_id=head.id, about=about, says=key, people=len(told)))
    for person, number in told:
        said = {"number": number, "topics": head.named, **values}
        shown = choices or (tap("main.mine", f"mine/{number}"),)
        outbox.notify(db, person.line_id, Message(key, said, shown), person.language)
    db.flush()
    return len(told)


def was_told(db: Session, issue: Issue, part: str, of: object) -> bool:
    """Whether they were told anything in this part of its life."""
    told = select(Telling.id).where(Telling.issue_id == issue.head.id, Telling.about == f"{part}/{of}")
    return db.scalar(told.limit(1)) is not None


def reporters(db: Session, issue: Issue) -> list[tuple[Person, str]]:
    """Everybody who reported it and can be reached, with the first number she was given."""
    found: dict[int, tuple[Person, str]] = {}
    for report in reports.of_issue(db, issue):
        if report.person.blocked_at is None:
            found.setdefault(report.person_id, (report.person, report.number))
    return list(found.values())


def _spent(db: Session, head: Issue, part: str, about: str) -> int:
    """Pushes of this part; those before a Forum are counted from the last time that results were told."""
    told = select(func.count()).select_from(Telling).where(Telling.issue_id == head.id)
    if part != "before":
        return db.scalar(told.where(Telling.about == about)) or 0
    results = (Telling.issue_id == head.id, Telling.about.startswith("after/"))
    last = db.scalar(select(func.max(Telling.id)).where(*results)) or 0
    return db.scalar(told.where(Telling.about.startswith("before/"), Telling.id > last)) or 0
