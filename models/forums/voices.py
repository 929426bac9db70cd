"""What people say of a trouble, as it may be read far away: nobody is named, and no place nearer than a province."""

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from models import places
from models.corrections import masked
from models.forums.nationwide import Heads
from models.forums.resolutions import Resolution
from models.issues import Issue
from models.reports import Report

MOST, LONGEST, SHORTEST = 3, 90, 12  # voices, and letters of one
LOOKED_AT = 200  # reports, the newest
SILENT = ("unrest",)  # topics of which nobody is quoted
_MASK = re.compile("<(?!NAME)[A-Z]+>")
_MASKED = re.compile(r"<NAME>(?:\s+[ก-๎]+)?|<[A-Z]+>")  # a surname may follow a name
# Somebody is called by these, and her name follows: such words are not quoted at all.
_CALLED = re.compile(
    "นาย|นาง|น\\.ส\\.|คุณ|ยาย|ลุง|ป้า|น้า|ปู่|ย่า|พี่|น้อง|กำนัน|ผู้ใหญ่|ผญบ|หมอ|ครู|หลวง|พระ|โต๊ะ|ด\\.[ชญ]\\."
)
_LONG_NUMBER = re.compile(r"\d[\d\s/.-]{3,}\d")


def quotes(db: Session, heads: Heads) -> list[str]:
    """One of each region in turn, the newest first; of those who agreed that we keep what they say."""
    told = _newest(db, heads)
    names = {part for report in told for part in _names(report)}
    found: list[str] = []
    for report in _in_turn(told):
        said = _quotable(report, names) if len(found) < MOST else None
        found += [said] if said and said not in found else []
    return found


def _newest(db: Session, heads: Heads) -> list[Report]:
    behind = select(Report).join(Report.issue).where(func.coalesce(Issue.head_id, Issue.id).in_(heads))
    standing = behind.where(Report.withdrawn_at.is_(None)).options(joinedload(Report.person))
    return list(db.scalars(standing.order_by(Report.id.desc()).limit(LOOKED_AT)))


def _in_turn(told: Iterable[Report]) -> Iterator[Report]:
    """The newest of each region, then the second newest of each."""
    behind: dict[str | None, list[Report]] = {}
    for report in told:
        behind.setdefault(report.region, []).append(report)
    longest = max(map(len, behind.values()), default=0)
    for turn in range(longest):
        yield from (rows[turn] for rows in behind.values() if turn < len(rows))


def _names(report: Report) -> list[str]:
    return [part for part in (report.person.name or "").split() if len(part) > 1]


def _quotable(report: Report, names: set[str]) -> str | None:
    """Its words without what could name somebody or lead to her door; None where too little is left."""
    topics = {report.issue.head.topic, *(row.topic for row in report.topics)}
    if not report.person.agreed or not topics.isdisjoint(SILENT):
        return None
    said = nameless(report.story)
    if said is None or any(name in said for name in names) or _says_where(said):
        return None
    return said if len(said) >= SHORTEST else None


def nameless(text: str) -> str | None:
    """Words with numbers masked, shortened; None where somebody seems to be named."""
    said = _LONG_NUMBER.sub("…", _MASK.sub("…", masked(" ".join(text.split()))))
    if "<" in said or _CALLED.search(said):
        return None
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"


def masked_line(text: str, most: int = 120) -> str:
    """What somebody of a region writes to the centre, with what could name a person masked."""
    said = _MASKED.sub("…", masked(" ".join(text.split())))
    return said if len(said) <= most else said[: most - 1] + "…"


def _says_where(said: str) -> bool:
    found = places.in_text(said)
    return bool(found.moo or found.village or found.district or found.status in ("ambiguous", "multiple"))


def resolved(db: Session, heads: Heads, of_each: int = 2) -> list[tuple[str, str]]:
    """What each region has resolved about it: the region, and the words of its Forum."""
    rows = select(Resolution).where(Resolution.issue_id.in_(heads), Resolution.state != "withdrawn")
    found: dict[str, list[str]] = {}
    for resolution in db.scalars(rows.order_by(Resolution.id)):
        said, region = nameless(resolution.text), resolution.issue.region
        if said and region:
            found.setdefault(region, []).append(said)
    return [(region, said) for region in places.REGIONS for said in found.get(region, [])[:of_each]]
