"""ระเบียบวาระการประชุม: five parts that are always there, then what those said who cannot come, and what is left out."""

from bot.papers import official
from bot.papers.blocks import INDENT, Block, Column, Heading, Labelled, Paper, Paragraph, Table
from bot.papers.invitation import of_meeting
from bot.papers.official import say
from models.papers import Agenda, Conclusion, Issue


def paper(told: Agenda) -> Paper:
    blocks = (
        Heading(say("agenda"), 0),
        *of_meeting(told.meeting),
        Heading(say("agenda_1")),
        *lines(3),
        Heading(say("agenda_2")),
        adopted(told),
        *followed(told),
        *_considered(told),
        Heading(say("agenda_5")),
        *lines(2),
        *opinions(told),
        *_left_out(told),
    )
    return Paper(say("agenda"), blocks, draft=say("draft") if told.draft else "")


def lines(many: int) -> tuple[Block, ...]:
    """Dotted lines to write on."""
    return tuple(
        Paragraph(say("reply_write"), left=INDENT, before=3, keep=nth < many - 1) for nth in range(many)
    )


def adopted(told: Agenda) -> Block:
    before = told.before
    if before is None:
        return _said(say("agenda_first"))
    return _said(say("agenda_adopt", forum=official.forum(before), day=official.long_day(before.at)))


def _said(text: str, keep: bool = False) -> Block:
    return Paragraph(text, first=INDENT, keep=keep)


def followed(told: Agenda) -> tuple[Block, ...]:
    if not told.open:
        return Heading(say("agenda_3")), _said(say("agenda_follow_none"))
    counted = say("agenda_follow", count=official.count(len(told.open)))
    return Heading(say("agenda_3")), _said(counted, keep=True), conclusions(told.open)


def conclusions(found: tuple[Conclusion, ...]) -> Table:
    columns = (
        Column(say("number"), 2.1),
        Column(say("concluded"), 4.7),
        Column(say("taken_by"), 3.1),
        Column(say("by"), 2.5),
        Column(say("progress"), 3.6),
    )
    return Table(columns, tuple(_conclusion(one) for one in found))


def _conclusion(one: Conclusion) -> tuple[str, ...]:
    return (
        one.number,
        "\n".join((official.subject(one.topics), official.short(one.text))),
        official.short(one.who or say("unknown"), 80),
        official.day(one.by) if one.by else say("unknown"),
        official.progress(one),
    )


def _considered(told: Agenda) -> tuple[Block, ...]:
    if not told.issues:
        return Heading(say("agenda_4")), _said(say("agenda_consider_none"))
    counted = say("agenda_consider", count=official.count(len(told.issues)))
    columns = (
        Column(say("item"), 1.4, "center"),
        Column(say("matter"), 6.2),
        Column(say("area"), 4.6),
        Column(say("counts"), 3.8),
    )
    rows = tuple(_issue(nth, issue) for nth, issue in enumerate(told.issues, 1))
    return Heading(say("agenda_4")), _said(counted, keep=True), Table(columns, rows)


def _issue(nth: int, issue: Issue) -> tuple[str, ...]:
    summary = official.short(issue.summary) if issue.summary else ""
    return (
        f"4.{nth}",
        "\n".join(filter(None, (official.headline(issue), summary))),
        official.spot(issue.place, issue.moo),
        say(
            "issue_counts",
            people=official.count(issue.people),
            days=official.count(issue.days),
            supports=official.count(issue.supports),
        ),
    )


def opinions(told: Agenda) -> tuple[Block, ...]:
    """Always without a name; the part stands there too when nobody left a word."""
    head = Heading(say("agenda_opinions"))
    spoken = (_said(say("agenda_voices", count=official.count(told.voices))),) if told.voices else ()
    if not told.opinions:
        return head, *(spoken or (_said(say("none")),))
    counted = say("agenda_opinions_why", count=official.count(len(told.opinions)))
    said = (
        Labelled(
            f"{nth})",
            " ".join(filter(None, (one.text, say("about_issue", number=one.about)))),
            width=1.0,
            left=1.0,
        )
        for nth, one in enumerate(told.opinions, 1)
    )
    return head, _said(counted, keep=True), *said, *spoken


def _left_out(told: Agenda) -> tuple[Block, ...]:
    head = Heading(say("agenda_left_out"))
    if not told.left_out:
        return head, _said(say("none"))
    counted = say("agenda_left_out_why", count=official.count(len(told.left_out)))
    columns = (
        Column(say("number"), 2.2),
        Column(say("matter"), 4.0),
        Column(say("area"), 4.6),
        Column(say("reason"), 5.2),
    )
    rows = tuple(
        (
            one.issue.number,
            official.subject(one.issue.topics),
            official.spot(one.issue.place, one.issue.moo),
            official.short(official.reason(one.reason)),
        )
        for one in told.left_out
    )
    return head, _said(counted, keep=True), Table(columns, rows)
