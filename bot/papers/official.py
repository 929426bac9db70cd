"""How values are said in official papers: full names, the Buddhist Era, hours as 09.00 น., texts made fit to print."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import accumulate

import regex

from bot import words
from bot.papers.word_edges import pieces
from models import places
from models.papers import Conclusion, Issue, Meeting, Topics
from models.thai import calendar
from models.thai.calendar import ERA, MONTHS

DOTS = "␉"  # drawn as a dotted line to write on
BOX = "(\u00a0\u00a0\u00a0)"  # to be ticked
LONGEST_CELL = 320
_PICTURES = r"\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0f\u20e3␉"
_NOT_PRINTED = regex.compile(rf"[{_PICTURES}]|(?![\n])[\p{{C}}\u2028\u2029]")
_AM, _AE = ("\u0e4d\u0e32", "\u0e33"), ("\u0e40\u0e40", "\u0e41")
_LATIN_OR_DIGIT = regex.compile(r"[!-~]*[A-Za-z][!-~]*|\d")
_COUNTED = regex.compile(
    r"(?<=\d) (?=(?:คน|เรื่อง|วัน|ฉบับ|ความเห็น|รายการ|น\.)(?:\W|$))| (?=ๆ)|(?<=ที่) (?=\d|[ก-ฮ]{2,3}-\d)"
)
_THAI_DIGITS = dict(zip("0123456789", "๐๑๒๓๔๕๖๗๘๙", strict=True))


def say(key: str, **values: str | None) -> str:
    """The sentence; a line that names a value which is missing is left out."""
    known = {"dots": DOTS, "box": BOX, **values}
    lines = words.sentences("th")[f"paper.{key}"]
    can = (line for line in lines if all(known.get(name) for name in words.placeholders(line)))
    return "\n".join(line.format_map(known) for line in can)


def clean(text: str) -> str:
    """What people typed, without pictures and unseen marks; ํา and เเ are spelled as one sees them."""
    text = text.replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n")
    return str(_NOT_PRINTED.sub("", text)).replace(*_AM).replace(*_AE)


def together(text: str) -> str:
    """A number and what it counts stay on one line."""
    return str(_COUNTED.sub("\u00a0", text))


def thai_digits(text: str) -> str:
    """๑๒๓ for 123, but not inside an address or a Latin name."""
    return str(_LATIN_OR_DIGIT.sub(lambda found: _THAI_DIGITS.get(found[0], found[0]), text))


def short(text: str, most: int = LONGEST_CELL) -> str:
    """One line of it, cut where it is too long for a cell."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    ends = (end for end in accumulate(map(len, pieces(line))) if end < most)
    return line[: max(ends, default=most - 1)].rstrip() + "…"


def count(number: int) -> str:
    return f"{number:,}"


def area(region: str) -> str:
    return places.formal_region_name(region)


def spot(place: str | None, moo: int | None = None) -> str:
    return places.formal_name(place, moo) if place else say("unknown_place")


def day(when: date) -> str:
    """20 สิงหาคม 2569"""
    one = calendar.day_of(when)
    return f"{one.day} {month(one)}"


def long_day(when: date) -> str:
    return calendar.say_date(when)


def month(when: date) -> str:
    """สิงหาคม 2569"""
    return f"{MONTHS[when.month - 1]} {when.year + ERA}"


def clock(moment: datetime) -> str:
    return calendar.say_hour(moment)


def topic(code: str | None) -> str:
    return say("topic_other") if code in (None, "other") else words.name(f"topic.{code}", "th")


def state(code: str) -> str:
    return words.name(f"state.{code}", "th")


def subject(topics: Topics) -> str:
    codes = (f"{topic}.{kind}" if kind else topic for topic, kind in topics)
    return listed(topic(code) for code in codes) or topic(None)


def listed(names: Iterable[str]) -> str:
    """ก ข และค"""
    *first, last = [*names] or [""]
    return " ".join(first) + say("joint") + last if first else last


def forum(meeting: Meeting) -> str:
    about = say("on_subject", subject=topic(meeting.topic)) if meeting.topic else ""
    parts = (
        say(f"sort_{meeting.kind}", area=area(meeting.region)),
        say("nth", nth=meeting.nth),
        about,
    )
    return " ".join(filter(None, parts))


def when(meeting: Meeting) -> str:
    return say("when", long_day=long_day(meeting.at), clock=clock(meeting.at))


def where(meeting: Meeting) -> str:
    if not meeting.hall:
        return say("where_later")
    return " ".join(
        filter(None, (say("where", hall=meeting.hall), say("linked", linked=listed(meeting.linked))))
    )


def headline(issue: Issue) -> str:
    return f"{say('issue', number=issue.number)} {subject(issue.topics)}"


def progress(conclusion: Conclusion) -> str:
    """How it stands, and what those who brought it say."""
    heard = (("yes", conclusion.yes), ("better", conclusion.better), ("no", conclusion.no))
    said = (say(f"heard_{name}", **{name: count(many)}) for name, many in heard if many)
    return "\n".join((say(f"step_{conclusion.state}"), *said))


def reason(code: str | None) -> str:
    """Why something is not on the agenda."""
    named = words.sentences("th").get(f"names.reason.{code}")
    return named[0] if named else code or say("reason_none")
