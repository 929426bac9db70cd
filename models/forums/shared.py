"""Troubles that several regions share: of the same topic, in words they have in common.

Two things in common make a likeness: the kind of trouble and a word, or, of a topic that has no kinds, two
words. That can be shown to whoever asks why.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import combinations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import clock
from models.corrections import masked
from models.issues import OPEN, Issue
from models.reports import Part, Report
from models.thai.content import content, words_in_order

WITHIN = timedelta(days=30)
MOST = 20_000  # pieces of reports that are looked at, the newest: about a second's work
LONGEST = 40  # letters of the words in common, as they are shown
Code = tuple[str, str | None]
Words = frozenset[str]


@dataclass
class Told:
    """An issue, and what was said of it lately."""

    issue: Issue
    texts: list[str]

    @property
    def code(self) -> Code:
        return self.issue.topic or "other", self.issue.kind

    @cached_property
    def words(self) -> Words:
        return frozenset().union(*map(content, self.texts))


@dataclass(frozen=True)
class Trouble:
    code: Code
    phrase: str  # the words in common
    issues: list[Issue]

    @property
    def regions(self) -> set[str | None]:
        return {issue.region for issue in self.issues}

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
    heads = db.scalars(select(Issue).where(Issue.state.in_(OPEN), Issue.topic != "other").order_by(Issue.id))
    return [Told(head, texts[head.id]) for head in heads if head.id in texts and head.region]


def troubles(told: Iterable[Told], regions: int) -> list[Trouble]:
    """For each topic what the most regions share, and at least so many, the widest first."""
    of_code: dict[Code, list[Told]] = defaultdict(list)
    for one in told:
        of_code[one.code].append(one)
    found = (_widest(code, group, regions) for code, group in of_code.items())
    return sorted(filter(None, found), key=lambda one: (-len(one.regions), -len(one.issues)))


def _widest(code: Code, group: list[Told], regions: int) -> Trouble | None:
    said_by: dict[Words, list[Told]] = defaultdict(list)
    for one in group:
        for words in _likenesses(one.words, code):
            said_by[words].append(one)
    wide = {words: told for words, told in said_by.items() if len(_regions(told)) >= regions}
    if not wide:
        return None
    best = max(wide, key=lambda words: (len(_regions(wide[words])), len(wide[words]), sorted(words)))
    return Trouble(code, phrase(wide[best], best), [one.issue for one in wide[best]])


def _likenesses(words: Words, code: Code) -> Iterator[Words]:
    return map(frozenset, combinations(sorted(words), needed(code)))


def needed(code: Code) -> int:
    """How many words two of this topic must have in common."""
    return 1 if code[1] else 2


def is_like(one: Told, words: Words) -> bool:
    return len(one.words & words) >= needed(one.code)


def _regions(told: Iterable[Told]) -> set[str | None]:
    return {one.issue.region for one in told}


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
