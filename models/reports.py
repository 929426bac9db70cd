"""Reports: what a person brought, under one number for life."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock, issues, numbers, places
from models.base import Base, Id
from models.issues import Issue, IssueChange
from models.people import Person
from models.topics import Topic

KINDS = ("trouble", "need", "proposal", "situation")
STILL_ADDING = timedelta(minutes=15)
SAME_BREATH = timedelta(seconds=10)
SAME_DANGER = timedelta(minutes=30)


class Report(Base):
    __tablename__ = "reports"
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id"), unique=True)
    kind: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    place: Mapped[str | None]  # DOPA code; region and province are derived
    province: Mapped[str | None] = mapped_column(index=True)
    moo: Mapped[int | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    danger: Mapped[bool] = mapped_column(default=False)
    urgency: Mapped[str] = mapped_column(default="none")
    trapped: Mapped[str | None]  # how many people, as tapped: 1-2, 3-5, more, none
    wish: Mapped[str | None]  # how she would like it mended
    for_name: Mapped[str | None]  # for whom she speaks, who has no telephone and agreed to be named
    for_people: Mapped[int | None]  # how many they are; none: she speaks for herself
    consent_said: Mapped[bool | None]  # whether they agreed to be named, as she says
    draft_id: Mapped[int | None] = mapped_column(unique=True)
    withdrawn_at: Mapped[datetime | None]
    filed_at: Mapped[datetime] = mapped_column(default=clock.now)
    touched_at: Mapped[datetime] = mapped_column(default=clock.now)
    issue: Mapped[Issue] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship()
    parts: Mapped[list["Part"]] = relationship(
        order_by="Part.id", cascade="all, delete-orphan", passive_deletes=True
    )
    topics: Mapped[list["ReportTopic"]] = relationship(
        order_by="ReportTopic.score.desc()", cascade="all, delete-orphan", passive_deletes=True
    )

    __table_args__ = (
        Index("ix_reports_filed", "filed_at"),
        {"sqlite_autoincrement": True},  # keys and drafts hold the id: it never comes again
    )

    @property
    def number(self) -> str:
        return self.issue.number

    @property
    def state(self) -> str:
        return "dropped" if self.withdrawn_at else self.issue.state

    @property
    def history(self) -> list[IssueChange]:
        """Every step it went: its own, and those of the issue it was merged into since then."""
        if self.withdrawn_at and self.issue.state != "dropped":
            return [
                *self.issue.history,
                IssueChange(state="dropped", detail="withdrawn", at=self.withdrawn_at),
            ]
        if self.issue.state != "merged":
            return list(self.issue.history)
        joined = self.issue.history[-1]
        return [*self.issue.history, *(step for step in self.issue.head.history if step.id > joined.id)]

    @property
    def story(self) -> str:
        return "\n".join(part.text for part in self.parts if part.text)

    @property
    def village(self) -> str | None:
        """The village its words name last, where we know of no better place than the reporter's home."""
        if self.latitude is not None or self.place != self.person.place:
            return None
        named = (places.in_text(part.text).village for part in reversed(self.parts) if part.text)
        return next(filter(None, named), None)

    @property
    def region(self) -> str | None:
        return places.region_of(self.province) if self.province else None

    def count(self, kind: str) -> int:
        return sum(part.kind == kind for part in self.parts)


class Part(Base):
    """One message a report is made of: words, a photo, a voice, a pin."""

    __tablename__ = "report_parts"
    id: Mapped[Id]
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    message_id: Mapped[str | None] = mapped_column(index=True)
    text: Mapped[str | None]
    added_at: Mapped[datetime] = mapped_column(default=clock.now)


class ReportTopic(Base):
    """A topic, by machine or by hand, with the words that carried it."""

    __tablename__ = "report_topics"
    id: Mapped[Id]
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), index=True)
    topic: Mapped[str]
    kind: Mapped[str | None]
    score: Mapped[float] = mapped_column(default=1.0)
    because: Mapped[list[Any]] = mapped_column(default=list)
    by: Mapped[str] = mapped_column(default="machine")

    __table_args__ = (UniqueConstraint("report_id", "topic", "kind", "by"),)

    @property
    def code(self) -> str:
        """water, disaster.flood"""
        return Topic(self.topic, self.kind, self.score, ()).code


def file(
    db: Session,
    person: Person,
    kind: str,
    parts: list[dict[str, Any]],
    place: dict[str, Any] | None,
    **more: Any,
) -> Report:
    """Give a trouble its number. `parts` are {kind, message_id, text}; `place` {code, moo, lat, lon}."""
    where = place or {}
    province = (where.get("code") or person.province or "")[:2] or None
    topics: Sequence[Topic] = more.pop("topics", ())
    issue = issues.open_one(db, numbers.next_number(db, province))
    report = Report(issue=issue, kind=kind, person_id=person.id, person=person, **more)
    if report.danger or report.urgency == "rescue":
        issue.cried_at = clock.now()
    locate(report, where if where.get("code") else {"code": person.place, **where})
    report.parts = [Part(**part) for part in parts]
    retopic(report, topics)
    db.add(report)
    db.flush()
    return report


def locate(report: Report, place: dict[str, Any]) -> None:
    """Say where the trouble is. The number stays: it is the trouble's name for life."""
    code = place.get("code")
    if code and report.place and code != report.place:
        report.moo = report.latitude = report.longitude = None  # they belong to the place it was not
    if code:
        report.place, report.province = code, code[:2]
    report.moo = place.get("moo") or report.moo
    report.latitude = place.get("lat") or report.latitude
    report.longitude = place.get("lon") or report.longitude
    report.issue.place, report.issue.province, report.issue.moo = report.place, report.province, report.moo


def retopic(report: Report, topics: Sequence[Topic], by: str = "machine") -> None:
    """Replace the topics given by `by`; those given by others stay."""
    wanted = {(topic.topic, topic.kind): topic for topic in topics}
    report.topics = [row for row in report.topics if row.by != by or (row.topic, row.kind) in wanted]
    for row in report.topics:
        topic = wanted.pop((row.topic, row.kind), None) if row.by == by else None
        if topic is not None:
            row.score, row.because = topic.score, list(topic.because)
    for topic in wanted.values():
        because = list(topic.because)
        row = ReportTopic(topic=topic.topic, kind=topic.kind, score=topic.score, because=because, by=by)
        report.topics.append(row)
    shown = next(iter(shown_topics(report)), None)
    report.issue.topic, report.issue.kind = (shown.topic, shown.kind) if shown else (None, None)


def shown_topics(report: Report) -> list[ReportTopic]:
    """The one or two topics a person is shown: those given by hand before the machine's."""
    by_hand = [topic for topic in report.topics if topic.by == "human"]
    return (by_hand or report.topics)[:2]


def add(db: Session, report: Report, part: dict[str, Any]) -> None:
    report.parts.append(Part(**part))
    report.touched_at = clock.now()
    db.flush()


def take_back_newest(db: Session, report: Report, since: datetime) -> list[dict[str, Any]]:
    """Photos and voices that were added after the number and since then: they belong to what follows."""
    newest = [
        part
        for part in report.parts
        if part.kind in ("photo", "voice") and part.added_at > max(since, report.filed_at)
    ]
    for part in newest:
        report.parts.remove(part)
    db.flush()
    return [{"kind": part.kind, "message_id": part.message_id, "text": None} for part in newest]


def withdraw(db: Session, report: Report) -> None:
    """She takes it back; what others have joined goes on without her."""
    report.withdrawn_at, report.for_name = clock.now(), None
    db.flush()
    if not of_issue(db, report.issue):
        issues.change(db, report.issue.head, "dropped", "withdrawn", report.person_id)


def of_issue(db: Session, issue: Issue) -> list[Report]:
    """All reports of a trouble that were not taken back, the oldest first."""
    standing = select(Report).join(Report.issue).where(issues.inside(issue), Report.withdrawn_at.is_(None))
    return list(db.scalars(standing.order_by(Report.id)))


def of_person(db: Session, person_id: int, limit: int = 10) -> list[Report]:
    mine = select(Report).where(Report.person_id == person_id).order_by(Report.id.desc()).limit(limit)
    return list(db.scalars(mine))


def count_of(db: Session, person_id: int) -> int:
    return db.scalar(select(func.count()).where(Report.person_id == person_id)) or 0


def last_of(db: Session, person_id: int, within: timedelta) -> Report | None:
    """The person's newest report, if it was touched lately."""
    newest = next(iter(of_person(db, person_id, 1)), None)
    return newest if newest and newest.touched_at > clock.now() - within else None


def by_draft(db: Session, draft_id: int) -> Report | None:
    return db.scalar(select(Report).where(Report.draft_id == draft_id))


def by_number(db: Session, number: str) -> Report | None:
    return db.scalar(select(Report).join(Report.issue).where(Issue.number == number))


def brought(db: Session, person_id: int, issue: Issue) -> bool:
    """Whether this number was given to her."""
    hers = select(Report.id).where(Report.issue_id == issue.id, Report.person_id == person_id)
    return db.scalar(hers) is not None


def brought_any(db: Session, person_id: int, issue: Issue) -> bool:
    """Whether one of the reports of this trouble is hers."""
    return any(report.person_id == person_id for report in of_issue(db, issue))


def parts_of_message(db: Session, message_id: str) -> list[tuple[Report, Part]]:
    found = select(Report, Part).join(Part, Part.report_id == Report.id)
    of_it = found.where(Part.message_id == message_id).order_by(Part.id)
    return [(report, part) for report, part in db.execute(of_it)]


def words_of(db: Session, person_id: int) -> list[str]:
    """Everything she typed into reports."""
    typed = select(Part.text).join(Report).where(Report.person_id == person_id).order_by(Part.id)
    others = (
        select(column).where(Report.person_id == person_id) for column in (Report.wish, Report.for_name)
    )
    return [words for rows in (typed, *others) for words in db.scalars(rows) if words]


def numbers_of(db: Session, person_id: int) -> list[str]:
    hers = select(Issue.number).join(Report).where(Report.person_id == person_id)
    return list(db.scalars(hers.order_by(Report.id)))


def take_back_wish(db: Session, person_id: int, said: str) -> list[str]:
    """A wish in these words is none any more; answers the numbers of its reports."""
    wishing = select(Report).where(Report.person_id == person_id, Report.wish == said)
    found = list(db.scalars(wishing)) if said else []
    for report in found:
        report.wish = None
    return [report.number for report in found]


def purge(db: Session, person_id: int) -> None:
    """What a person who does not agree had sent; the numbers are not given again.

    A trouble that others share or that somebody has taken up goes on, without a word of hers.
    """
    mine = select(Report.id).where(Report.person_id == person_id)
    issue_ids = list(db.scalars(select(Report.issue_id).where(Report.person_id == person_id)))
    for table in (Part, ReportTopic):
        db.execute(delete(table).where(table.report_id.in_(mine)))
    db.execute(delete(Report).where(Report.person_id == person_id))
    issues.forget_untouched(db, issue_ids)
