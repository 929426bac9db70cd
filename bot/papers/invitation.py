"""หนังสือเชิญ: the letter to agencies and partners, with the programme and a form to answer with."""

import regex

from bot.papers import letter, official
from bot.papers.blocks import Block, Column, Heading, NewPage, Paper, Paragraph, Signature, Table
from bot.papers.official import say
from models.papers import Invitation, Meeting

_HOUR = regex.compile(r"^\s*(\d{1,2}[.:]\d{2}(?:\s*(?:น\.)?\s*[-–]\s*\d{1,2}[.:]\d{2})?)\s*(?:น\.)?\s*(.*)$")
_PERSONS = 3  # who may be named on the form
_LINES = 3  # to write on


def paper(told: Invitation) -> Paper:
    blocks = (*_letter(told), NewPage(), *_programme(told), NewPage(), *_reply(told))
    return Paper(say("invitation"), blocks, numbered=False)


def _letter(told: Invitation) -> tuple[Block, ...]:
    meeting, forum = told.meeting, official.forum(told.meeting)
    reply_by = official.long_day(told.reply_by) if told.reply_by else None
    reply = say("invitation_reply", reply_by=reply_by) or say("invitation_reply_open")
    where = {"when": official.when(meeting), "where": official.where(meeting)}
    sentences = (
        (say("invitation_why", office=told.office.name, forum=forum, **where),),
        (say("invitation_topics", named=_topics(told)),),
        (say("invitation_ask"), reply, say("invitation_online") if told.online else ""),
        (say("invitation_please"),),
    )
    return (
        *letter.head(told.office, None, say("invitation_subject", forum=forum), told.to),
        letter.enclosed(say("invitation_with_1"), say("invitation_with_2")),
        *(letter.paragraph(*part) for part in sentences if any(part)),
        *letter.end(told.office),
    )


def _topics(told: Invitation) -> str:
    named = (
        say("invitation_topic", subject=official.topic(code), count=official.count(count))
        for code, count in told.topics
    )
    return official.listed(named)


def of_meeting(meeting: Meeting) -> tuple[Block, ...]:
    """Which Forum, when and where, in the middle of the page."""
    lines = (official.forum(meeting), official.when(meeting), official.where(meeting))
    return tuple(Paragraph(line, align="center", bold=nth == 0, keep=True) for nth, line in enumerate(lines))


def _programme(told: Invitation) -> tuple[Block, ...]:
    columns = (Column(say("programme_time"), 4, "center"), Column(say("programme_item"), 12))
    note = Paragraph(told.note, before=6) if told.note else None
    blocks = (
        Heading(say("programme"), 0),
        *of_meeting(told.meeting),
        Paragraph("", keep=True),
        Table(columns, _rows(told)),
        note,
        Paragraph(say("programme_note"), before=6),
    )
    return tuple(filter(None, blocks))


def _rows(told: Invitation) -> tuple[tuple[str, ...], ...]:
    """As the coordinator wrote it; else the order of every Forum, its hours to be written in by hand."""
    if told.programme and told.programme.strip():
        return tuple(_row(line) for line in told.programme.splitlines() if line.strip())
    begins = {2: official.clock(told.meeting.at)}
    return tuple((begins.get(nth, ""), say(f"programme_{nth}")) for nth in range(1, 7))


def _row(line: str) -> tuple[str, str]:
    found = _HOUR.match(line)
    if not found:
        return "", line.strip()
    return f"{found[1].replace(':', '.')} {say('oclock')}", found[2]


def _reply(told: Invitation) -> tuple[Block, ...]:
    persons = (
        (Paragraph(say("reply_person", nth=str(nth)), left=1, before=5), _phone())
        for nth in range(1, _PERSONS + 1)
    )
    reply_by = official.long_day(told.reply_by) if told.reply_by else None
    ends = (say("reply_back", reply_by=reply_by), say("reply_where", contact=told.office.contact))
    blocks = (
        Heading(say("reply_form"), 0),
        *of_meeting(told.meeting),
        Paragraph(say("reply_office"), before=14),
        Paragraph(say("reply_yes"), before=6),
        *(block for pair in persons for block in pair),
        Paragraph(say("reply_online"), before=6) if told.online else None,
        Paragraph(say("reply_no"), before=6),
        Paragraph(say("reply_leave"), before=6),
        *(Paragraph(say("reply_write"), left=1, before=5) for _ in range(_LINES)),
        Signature("", say("reply_sign")),
        *(Paragraph(line, before=8) for line in ends if line),
    )
    return tuple(filter(None, blocks))


def _phone() -> Block:
    return Paragraph(say("reply_phone"), left=1.5, before=5)
