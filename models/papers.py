"""What the Forum's papers tell: plain values, without a name of anybody who brought a trouble.

Places, regions, topics and states are codes; the papers turn them into words.
"""

from dataclasses import dataclass
from datetime import date, datetime

Topics = tuple[tuple[str, str | None], ...]  # (topic, kind), as in models.topics


@dataclass(frozen=True)
class Office:
    """Whose paper it is."""

    name: str
    contact: str | None = None


@dataclass(frozen=True)
class Meeting:
    """Which Forum; `nth` as 8/2569, of the monthly ones only."""

    kind: str
    region: str
    at: datetime
    nth: str | None = None
    hall: str | None = None
    topic: str | None = None
    linked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Issue:
    """One trouble on the agenda; `people` who brought it, `supports` who asked for it to be spoken about.

    `summary` is in the words of who answers for the place; `said` what the Forum said about it.
    """

    number: str
    topics: Topics
    place: str | None = None
    moo: int | None = None
    people: int = 1
    days: int = 0
    supports: int = 0
    summary: str | None = None
    said: str | None = None


@dataclass(frozen=True)
class Conclusion:
    """What a Forum agreed or proposed: who takes it on, by when, how it stands; what those who reported it say.

    `nth` is its number at the Forum.
    """

    number: str
    topics: Topics
    text: str
    who: str | None = None
    by: date | None = None
    state: str = "asked"  # as in models.forums.resolutions
    kind: str = "agreement"
    nth: int | None = None
    yes: int = 0
    better: int = 0
    no: int = 0


@dataclass(frozen=True)
class Opinion:
    """What somebody said who could not come; `about` is an issue's number."""

    text: str
    about: str | None = None


@dataclass(frozen=True)
class LeftOut:
    issue: Issue
    reason: str | None = None  # one of models.issues.REASONS


@dataclass(frozen=True)
class Invitation:
    office: Office
    meeting: Meeting
    topics: tuple[tuple[str, int], ...] = ()  # topic and how many brought it
    programme: str | None = None  # lines as the coordinator wrote them
    note: str | None = None
    reply_by: date | None = None
    online: bool = False
    to: str | None = None


@dataclass(frozen=True)
class Agenda:
    meeting: Meeting
    before: Meeting | None = None  # whose record is to be adopted
    open: tuple[Conclusion, ...] = ()
    issues: tuple[Issue, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    voices: int = 0  # opinions that nobody has written down yet
    draft: bool = False  # nobody has accepted its issues yet


@dataclass(frozen=True)
class Tally:
    """How many were brought of one code: a province's, or a topic's."""

    code: str | None
    now: int = 0
    before: int = 0
    year_ago: int = 0
    open: int = 0


@dataclass(frozen=True)
class Situation:
    region: str
    month: date
    places: tuple[Tally, ...] = ()
    topics: tuple[Tally, ...] = ()
    concluded: tuple[Conclusion, ...] = ()
    open: tuple[Issue, ...] = ()
    reporters: int = 0
    until: date | None = None  # the month is not over: counted up to this day


@dataclass(frozen=True)
class Registrant:
    """Somebody who said that she comes; or one more whom she brings."""

    name: str
    organisation: str | None = None
    phone: str | None = None
    brought: bool = False


@dataclass(frozen=True)
class Register:
    meeting: Meeting
    registered: tuple[Registrant, ...] = ()


@dataclass(frozen=True)
class Attendance:
    """Heads, never names: who said that they come, who came, and of which sector."""

    registered: int = 0
    present: int | None = None
    online: int = 0
    sectors: tuple[tuple[str | None, int], ...] = ()


@dataclass(frozen=True)
class Minutes:
    agenda: Agenda
    attendance: Attendance = Attendance()
    conclusions: tuple[Conclusion, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """What a Forum lays before one agency."""

    office: Office
    meeting: Meeting
    issue: Issue
    conclusion: Conclusion
    to: str | None = None


@dataclass(frozen=True)
class Letters:
    """What a Forum lays before agencies, a letter for each."""

    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True)
class Figures:
    """One line of the monthly sheet: of a month, of a province or of a region."""

    code: str | None = None
    month: date | None = None
    reports: int = 0
    people: int = 0
    forums: int = 0
    attended: int = 0
    conclusions: int = 0
    done: int = 0
    confirmed: int = 0


@dataclass(frozen=True)
class MonthSheet:
    """A month by place, and the months of its budget year up to then."""

    region: str
    month: date
    places: tuple[Figures, ...] = ()
    months: tuple[Figures, ...] = ()


@dataclass(frozen=True)
class Row:
    """One trouble of the table that a Forum carries away; nobody is named in it."""

    number: str
    filed: date
    place: str | None
    kind: str
    topics: Topics
    state: str
    people: int = 1
    supports: int = 0
    meeting: Meeting | None = None
    conclusion: str | None = None
    who: str | None = None
    by: date | None = None
    yes: int = 0
    no: int = 0
