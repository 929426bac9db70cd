"""เอกสารวิเคราะห์สถานการณ์: one or two pages of a month by place and by topic, what was concluded and what is open."""

from collections.abc import Callable, Iterable

from bot.papers import official
from bot.papers.blocks import INDENT, Block, Column, Heading, Paper, Paragraph, Table
from bot.papers.official import say
from models.papers import Conclusion, Issue, Situation, Tally
from models.places import REGIONS

_TOP = 3
_TOPICS, _CONCLUDED, _OPEN = 8, 3, 5  # lines, so that it stays on two pages
_DISTRICT = 4  # figures of a code
_WORDS = 70  # letters of a conclusion


def paper(told: Situation) -> Paper:
    blocks = (
        Heading(say("situation"), 0),
        Paragraph(_of(told), align="center", bold=True, keep=True),
        *_until(told),
        *(Paragraph(line, first=INDENT) for line in _summary(told) if line),
        *_places(told),
        *_topics(told),
        *_concluded(told),
        *_unsettled(told),
    )
    return Paper(say("situation"), blocks)


def _of(told: Situation) -> str:
    return say("situation_of", area=official.area(told.region), month=official.month(told.month))


def _until(told: Situation) -> tuple[Block, ...]:
    if told.until is None:
        return ()
    return (Paragraph(say("situation_until", day=official.day(told.until)), align="center", keep=True),)


def _summary(told: Situation) -> tuple[str, ...]:
    now, before, year_ago, still = _sums(told.places)
    counts = {"before": official.count(before), "year_ago": official.count(year_ago)}
    key = "situation_sum" if now else "situation_none"
    most = sorted((one for one in told.topics if one.now), key=lambda one: -one.now)[:_TOP]
    named = official.listed(
        say("situation_pair", named=official.topic(one.code), count=official.count(one.now)) for one in most
    )
    return (
        say(
            key,
            month=official.month(told.month),
            now=official.count(now),
            reporters=official.count(told.reporters),
            **counts,
        ),
        " ".join(
            filter(
                None, (say("situation_top", named=named), say("situation_open", open=official.count(still)))
            )
        ),
    )


def _sums(found: Iterable[Tally]) -> tuple[int, int, int, int]:
    rows = [(one.now, one.before, one.year_ago, one.open) for one in found]
    now, before, year_ago, still = (
        (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0, 0)
    )
    return now, before, year_ago, still


def place_name(code: str | None) -> str:
    if code is None:
        return say("unknown_place")
    return official.area(code) if code in REGIONS else official.spot(code).removeprefix(say("province"))


def _places(told: Situation) -> tuple[Block, ...]:
    whole = any(one.code in REGIONS for one in told.places)
    loud = tuple(one for one in told.places if _speaks(one))
    quiet = (place_name(one.code) for one in told.places if not _speaks(one))
    note = say("quiet_places", named=" ".join(quiet))
    blocks: tuple[Block | None, ...] = (
        Heading(say("situation_regions" if whole else "situation_places")),
        _tallies(say("region" if whole else "province"), loud, place_name, total=True),
        Paragraph(note, before=3) if any(not _speaks(one) for one in told.places) else None,
    )
    return tuple(filter(None, blocks))


def _speaks(one: Tally) -> bool:
    return any((one.now, one.before, one.year_ago, one.open))


def _topics(told: Situation) -> tuple[Block, ...]:
    loud = sorted(filter(_speaks, told.topics), key=lambda one: (-one.now, -one.open))[:_TOPICS]
    if not loud:
        return ()
    table = _tallies(say("topic"), tuple(loud), official.topic, total=False)
    return Heading(say("situation_topics")), table


def _tallies(title: str, found: tuple[Tally, ...], named: Callable[[str | None], str], total: bool) -> Table:
    heads = ("this_month", "last_month", "year_ago", "still_open")
    columns = (Column(title, 6), *(Column(say(head), 2.5, "center") for head in heads))
    rows = [
        (named(one.code), *map(official.count, (one.now, one.before, one.year_ago, one.open)))
        for one in found
    ]
    if total:
        rows.append((say("sum"), *map(official.count, _sums(found))))
    return Table(columns, tuple(rows), total=total)


def _concluded(told: Situation) -> tuple[Block, ...]:
    head = Heading(say("situation_concluded"))
    if not told.concluded:
        return head, Paragraph(say("none"), first=INDENT)
    columns = (
        Column(say("number"), 2.2),
        Column(say("concluded"), 6.0),
        Column(say("taken_by"), 4.0),
        Column(say("progress"), 3.8),
    )
    table = Table(columns, tuple(_conclusion(one) for one in told.concluded[:_CONCLUDED]))
    return head, table, *_more(len(told.concluded) - _CONCLUDED)


def _conclusion(one: Conclusion) -> tuple[str, ...]:
    who = official.short(one.who or say("unknown"), 45)
    return one.number, official.short(one.text, _WORDS), who, official.progress(one)


def _unsettled(told: Situation) -> tuple[Block, ...]:
    head = Heading(say("situation_unsettled"))
    if not told.open:
        return head, Paragraph(say("none"), first=INDENT)
    columns = (
        Column(say("number"), 2.2),
        Column(say("matter"), 3.6),
        Column(say("area"), 6.0),
        Column(say("affected"), 2.2, "center"),
        Column(say("waiting"), 2.0, "center"),
    )
    table = Table(columns, tuple(_issue(one) for one in told.open[:_OPEN]))
    return head, table, *_more(len(told.open) - _OPEN)


def _issue(one: Issue) -> tuple[str, ...]:
    place = official.spot(one.place[:_DISTRICT] if one.place else None)
    counts = official.count(one.people), official.count(one.days)
    return one.number, official.subject(one.topics), place, *counts


def _more(beyond: int) -> tuple[Block, ...]:
    return (Paragraph(say("and_more", more=official.count(beyond)), before=3),) if beyond > 0 else ()
