"""Troubles that several regions share: of the same topic, in words they have in common.

Two things in common make a likeness: the kind of trouble and a word, or, of a topic that has no kinds, two
words. That can be shown to whoever asks why.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import combinations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import clock, places
from models.corrections import masked
from models.issues import OPEN, Issue
from models.reports import Part, Report
from models.thai.content import content, words_in_order

WITHIN = timedelta(days=30)
MOST = 5_000  # pieces of reports that are looked at, the newest: about a second's work
LONGEST = 40  # letters of the words in common, as they are shown
Code = tuple[str, str | None]
Words = frozenset[str]


@dataclass
class Told:
    """An open issue of a region, and what was said of it lately."""

    id: int
    code: Code
    region: str
    raised_to_id: int | None
    texts: list[str]

    @cached_property
    def words(self) -> Words:
        return frozenset().union(*map(content, self.texts))


@dataclass(frozen=True)
class Trouble:
    code: Code
    phrase: str  # the words in common
    ids: list[int]  # of the issues, the oldest first
    regions: frozenset[str]

    @property
    def named(self) -> list[list[str | None]]:
        return [[*self.code]]


def told_lately(db: Session) -> list[Told]:
    """The open issues of the regions that somebody reported within the last weeks, the oldest first."""
    head_id = func.coalesce(Issue.head_id, Issue.id)
    told = select(head_id, Part.text).select_from(Report).join(Report.issue).outerjoin(Report.parts)
    lately = told.where(Report.filed_at > clock.now() - WITHIN, Report.withdrawn_at.is_(None))
    texts: dict[int, list[str]] = defaultdict(list)
    for head, text in db.execute(lately.order_by(Report.id.desc()).limit(MOST)):
        texts[head] += [masked(text)] if text else []
    columns = select(Issue.id, Issue.topic, Issue.kind, Issue.province, Issue.raised_to_id)
    rows = db.execute(columns.where(Issue.state.in_(OPEN), Issue.topic != "other").order_by(Issue.id))
    return [
        Told(id_, (topic or "other", kind), region, raised_to_id, texts[id_])
        for id_, topic, kind, province, raised_to_id in rows
        if id_ in texts and (region := places.region_of(province or ""))
    ]


def troubles(told: Iterable[Told], regions: int) -> list[Trouble]:
    """For each topic what the most regions share, and at least so many, the widest first."""
    of_code: dict[Code, list[Told]] = defaultdict(list)
    for one in told:
        of_code[one.code].append(one)
    found = (_widest(code, group, regions) for code, group in of_code.items())
    return sorted(filter(None, found), key=lambda one: (-len(one.regions), -len(one.ids)))


def _widest(code: Code, group: list[Told], regions: int) -> Trouble | None:
    said_in: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for one in group:
        for words in combinations(sorted(one.words), needed(code)):
            said_in[words][one.region] += 1
    wide = [words for words, counted in said_in.items() if len(counted) >= regions]
    if not wide:
        return None
    best = max(wide, key=lambda words: (len(said_in[words]), said_in[words].total(), words))
    alike = [one for one in group if one.words.issuperset(best)]
    return Trouble(code, phrase(alike, frozenset(best)), [one.id for one in alike], frozenset(said_in[best]))


def needed(code: Code) -> int:
    """How many words two of this topic must have in common."""
    return 1 if code[1] else 2


def is_like(one: Told, words: Words) -> bool:
    return len(one.words & words) >= needed(one.code)


def phrase(told: list[Told], sure: Words = frozenset()) -> str:
    """The words most of them say, as they stand beside each other where most of them stand: ค่าไฟสูบน้ำ."""
    counted = Counter(word for one in told for word in one.words)
    common = sure | {word for word, times in counted.items() if times > 1 and 2 * times >= len(told)}
    texts = (text for one in told for text in one.texts)
    return max((_in_a_row(text, common) for text in texts), key=len, default="")


def _in_a_row(text: str, common: Words) -> str:
    runs = "".join(word if word in common else " " for word in words_in_order(text)).split()
    found = ""
    for run in dict.fromkeys(runs):
        found = f"{found} {run}".strip() if len(found) + len(run) < LONGEST else found
    return found
