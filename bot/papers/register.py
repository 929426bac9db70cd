"""ใบลงทะเบียน: those who said that they come are written in; after them empty rows for those who just come."""

from bot.papers import official
from bot.papers.blocks import Column, Heading, Paper, Paragraph, Table
from bot.papers.invitation import of_meeting
from bot.papers.official import say
from models.papers import Register, Registrant

LEAST_EMPTY = 30
_ROW = 0.95


def paper(told: Register) -> Paper:
    columns = (
        Column(say("register_nth"), 1.2, "center"),
        Column(say("register_name"), 4.8),
        Column(say("register_office"), 3.6),
        Column(say("register_phone"), 3.5, "center"),
        Column(say("register_sign"), 2.9),
    )
    blocks = (
        Heading(say("register"), 0),
        *of_meeting(told.meeting),
        Paragraph("", keep=True),
        Table(columns, _rows(told), height=_ROW),
        Paragraph(say("register_why"), before=6),
    )
    return Paper(say("register"), blocks)


def _name(one: Registrant) -> str:
    name = official.short(one.name, 80)
    return say("register_with", name=name) if one.brought else name


def _rows(told: Register) -> tuple[tuple[str, ...], ...]:
    known = [
        (_name(one), official.short(one.organisation or "", 80), one.phone or "") for one in told.registered
    ]
    every = [*known, *[("", "", "")] * LEAST_EMPTY]
    return tuple((str(nth), *row, "") for nth, row in enumerate(every, 1))
