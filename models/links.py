"""Links that open photos and voices of one report or question, a photo of what was done, a voice left for a Forum,
or one of its papers: for one person, for a day."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models import clock, organisations, roles
from models.base import Base, Id, Unique
from models.people import Person
from models.questions import Question
from models.reports import Report

GOOD_FOR = timedelta(days=1)
RENEWED = timedelta(hours=12)  # before its end a link is given again; later there is a new one
KINDS = ("photo", "voice")
Told = Report | Question


class Link(Base):
    """With `organisation_id`: the photos alone, for one who answers for an organisation it was sent to."""

    __tablename__ = "links"
    id: Mapped[Id]
    token: Mapped[Unique] = mapped_column(default=lambda: secrets.token_urlsafe(18))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    report_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"))
    question_id: Mapped[int | None] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"))
    forum_id: Mapped[int | None] = mapped_column(ForeignKey("forums.id", ondelete="CASCADE"))
    region: Mapped[str | None]  # whose Forum it is
    paper: Mapped[str | None]  # which of its papers: agenda, register
    message_id: Mapped[str | None]  # of one voice that was left for it; without a region, of one photo
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"))
    good_until: Mapped[datetime]
    person: Mapped[Person] = relationship()
    report: Mapped[Report | None] = relationship()
    question: Mapped[Question | None] = relationship()


def to(db: Session, person: Person, told: Told) -> Link:
    """The link by which this person opens what came with a report or a question."""
    column = Link.report_id if isinstance(told, Report) else Link.question_id
    still = (Link.organisation_id.is_(None), Link.good_until > clock.now() + RENEWED)
    given = db.scalar(select(Link).where(Link.person_id == person.id, column == told.id, *still))
    return given or _given(db, person, told)


def to_paper(db: Session, person: Person, paper: str, forum_id: int, region: str) -> Link:
    """The link by which this person opens a paper of a Forum of this region."""
    same = (Link.person_id == person.id, Link.forum_id == forum_id, Link.paper == paper)
    given = db.scalar(select(Link).where(*same, Link.good_until > clock.now() + RENEWED))
    if given is None:
        until = clock.now() + GOOD_FOR
        given = Link(person_id=person.id, forum_id=forum_id, region=region, paper=paper, good_until=until)
        db.add(given)
        db.flush()
    return given


def to_voice(db: Session, person: Person, message_id: str, region: str) -> Link:
    """The link by which this person hears one voice that was left for a Forum of a region."""
    still = Link.good_until > clock.now() + RENEWED
    given = db.scalar(select(Link).where(Link.person_id == person.id, Link.message_id == message_id, still))
    if given is None:
        until = clock.now() + GOOD_FOR
        given = Link(person_id=person.id, message_id=message_id, region=region, good_until=until)
        db.add(given)
        db.flush()
    return given


def to_partner(db: Session, person: Person, report: Report, organisation_id: int) -> Link:
    """The link by which one of an organisation sees the photos of a report; nobody's voice, and no pin."""
    theirs = (Link.organisation_id == organisation_id, Link.good_until > clock.now() + RENEWED)
    hers = select(Link).where(Link.person_id == person.id, Link.report_id == report.id, *theirs)
    link = db.scalar(hers) or _given(db, person, report)
    link.organisation_id = organisation_id
    db.flush()
    return link


def photos_may_go_out(report: Report) -> bool:
    """She who sent them agreed; and nobody is to be known by them as one who spoke of unrest."""
    named = {topic.topic for topic in report.topics} | {report.issue.head.topic}
    return report.person.photos and report.withdrawn_at is None and "unrest" not in named


def to_photo(db: Session, person: Person, message_id: str) -> Link:
    """The link by which this person opens one photo that whoever was given the link may see."""
    still = Link.good_until > clock.now() + RENEWED
    same = (Link.person_id == person.id, Link.message_id == message_id, Link.region.is_(None))
    given = db.scalar(select(Link).where(*same, still).limit(1))
    if given is None:
        given = Link(person_id=person.id, message_id=message_id, good_until=clock.now() + GOOD_FOR)
        db.add(given)
        db.flush()
    return given


def _given(db: Session, person: Person, told: Told) -> Link:
    link = Link(person_id=person.id, good_until=clock.now() + GOOD_FOR)
    if isinstance(told, Report):
        link.report_id = told.id
    else:
        link.question_id = told.id
    db.add(link)
    db.flush()
    return link


def good(db: Session, token: str) -> Link | None:
    """A link whose day is not over, of somebody who may still see what it opens."""
    if not token.isprintable():
        return None  # PostgreSQL takes no NUL, not even to compare
    link = db.scalar(select(Link).where(Link.token == token, Link.good_until > clock.now()))
    return link if link and _may(db, link) else None


def _may(db: Session, link: Link) -> bool:
    if link.message_id and link.region is None:
        return True
    if link.paper or link.message_id:
        return roles.may(db, link.person, "plan_forums", link.region)
    if link.report and link.organisation_id:
        is_member = organisations.is_member(db, link.organisation_id, link.person)
        return is_member and photos_may_go_out(link.report)
    if link.report:
        return roles.may(db, link.person, "see_reports", link.report.place)
    return link.question is not None and roles.may(db, link.person, "answer_for", link.question.place)


def opens(link: Link) -> list[tuple[str, str]]:
    """The photos and voices behind a link, in the order they came: (kind, LINE's message id)."""
    if link.message_id:
        return [("voice" if link.region else "photo", link.message_id)]
    told = link.report or link.question
    parts = told.parts if told else []
    kinds = KINDS[:1] if link.organisation_id else KINDS
    return [(part.kind, part.message_id) for part in parts if part.kind in kinds and part.message_id]


def forget(db: Session, person_id: int) -> None:
    db.execute(delete(Link).where(Link.person_id == person_id))


def drop_old(db: Session) -> None:
    db.execute(delete(Link).where(Link.good_until <= clock.now()))
