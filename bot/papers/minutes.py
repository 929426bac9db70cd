"""สรุปผลการจัดเวที: filled in from agenda, counted heads and conclusions; the rest is written by hand."""

from itertools import chain

from bot import words
from bot.papers import official
from bot.papers.agenda import adopted, followed, lines, opinions
from bot.papers.blocks import INDENT, Block, Heading, Paper, Paragraph, Signature
from bot.papers.invitation import of_meeting
from bot.papers.official import say
from models.papers import Attendance, Conclusion, Issue, Minutes

_OF_NOBODY = ("policy", "lesson")  # kinds that nobody at the Forum takes on


def paper(told: Minutes) -> Paper:
    blocks = (
        Heading(say("minutes"), 0),
        *of_meeting(told.agenda.meeting),
        *_came(told.attendance),
        Paragraph(say("minutes_chair"), before=6),
        Paragraph(say("minutes_began")),
        *_spoken(told),
        Paragraph(say("minutes_ended"), before=8),
        Signature("", say("minutes_writer")),
        Signature("", say("minutes_checker")),
        Paragraph(say("minutes_foot"), before=10),
    )
    return Paper(say("minutes"), blocks, draft=say("draft"))


def _came(came: Attendance) -> tuple[Block, ...]:
    present = say("minutes_present", present=str(came.present)) if came.present is not None else ""
    sectors = official.listed(
        say("minutes_sector", named=_sector(code), heads=official.count(heads))
        for code, heads in came.sectors
    )
    told = (
        present or say("minutes_present_open"),
        say("minutes_registered", registered=official.count(came.registered)),
        say("minutes_sectors", named=sectors),
        say("minutes_online", heads=official.count(came.online) if came.online else None),
        say("minutes_list"),
    )
    return Heading(say("minutes_came")), *(Paragraph(line, left=1) for line in told if line)


def _sector(code: str | None) -> str:
    return say(f"sector_{code or 'none'}") if code in (None, "self") else words.name(f"sector.{code}", "th")


def _spoken(told: Minutes) -> tuple[Block, ...]:
    agenda = told.agenda
    return (
        Heading(say("agenda_1")),
        *lines(2),
        Heading(say("agenda_2")),
        adopted(agenda),
        Paragraph(say("minutes_adopted"), left=1),
        *lines(1),
        *followed(agenda),
        Paragraph(say("minutes_said"), left=1, before=6, keep=True),
        *lines(2),
        *_considered(told),
        Heading(say("agenda_5")),
        *lines(2),
        *opinions(agenda),
    )


def _considered(told: Minutes) -> tuple[Block, ...]:
    issues = told.agenda.issues
    numbers = {issue.number for issue in issues}
    beyond = [one for one in told.conclusions if one.number not in numbers]
    each = chain.from_iterable(_issue(nth, issue, told) for nth, issue in enumerate(issues, 1))
    if not issues and not beyond:
        return Heading(say("agenda_4")), Paragraph(say("agenda_consider_none"), first=INDENT)
    return Heading(say("agenda_4")), *each, *_beyond(beyond)


def _issue(nth: int, issue: Issue, told: Minutes) -> tuple[Block, ...]:
    named = {"nth": f"4.{nth}", "number": issue.number, "subject": official.subject(issue.topics)}
    facts = say(
        "minutes_issue_facts",
        spot=official.spot(issue.place, issue.moo),
        people=official.count(issue.people),
        days=official.count(issue.days),
        supports=official.count(issue.supports),
    )
    found = [one for one in told.conclusions if one.number == issue.number]
    return (
        Heading(say("minutes_issue_head", **named), 2),
        Paragraph(facts, left=1, keep=True),
        Paragraph(say("minutes_said"), left=1, keep=True),
        *((Paragraph(issue.said, left=INDENT),) if issue.said else lines(2)),
        *(chain.from_iterable(map(_conclusion, found)) if found else _open_conclusion()),
    )


def _conclusion(one: Conclusion) -> tuple[Block, ...]:
    who = say("minutes_who", who=one.who) or say("minutes_who_open")
    by = say("minutes_by", day=official.day(one.by)) if one.by else say("minutes_by_open")
    sort = say(f"kind_{one.kind}")
    head = (
        say("minutes_nth", nth=str(one.nth) if one.nth else None, sort=sort)
        or f"{say('minutes_conclusion')} {sort}"
    )
    told = (Paragraph(head, left=1, bold=True, keep=True), Paragraph(one.text, left=2))
    if one.kind in _OF_NOBODY and not (one.who or one.by):
        return told
    return *told, Paragraph(f"{who} {by}", left=2)


def _open_conclusion() -> tuple[Block, ...]:
    return (
        Paragraph(f"{say('minutes_conclusion')} {say('reply_write')}", left=1, keep=True),
        Paragraph(f"{say('minutes_who_open')} {say('minutes_by_open')}", left=2),
    )


def _beyond(found: list[Conclusion]) -> tuple[Block, ...]:
    if not found:
        return ()
    each = (
        (Paragraph(f"{one.number} {official.subject(one.topics)}", left=1, keep=True), *_conclusion(one))
        for one in found
    )
    return Heading(say("minutes_beyond"), 2), *chain.from_iterable(each)
