"""Values in, bytes out: which paper is made of which values, and in which forms. PAPERS is the whole shelf."""

from collections.abc import Callable
from typing import Any

from bot.papers import (
    agenda,
    invitation,
    minutes,
    month,
    official,
    pdf,
    proposal,
    register,
    situation,
    table,
    word,
)
from bot.papers.blocks import Paper, each_text
from models.papers import (
    Agenda,
    Invitation,
    Letters,
    Minutes,
    MonthSheet,
    Proposal,
    Register,
    Row,
    Situation,
)

ARABIC, THAI = "0123456789", "๐๑๒๓๔๕๖๗๘๙"
MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

PAPERS: dict[type, Callable[[Any], Paper]] = {
    Invitation: invitation.paper,
    Agenda: agenda.paper,
    Situation: situation.paper,
    Register: register.paper,
    Minutes: minutes.paper,
    Proposal: proposal.paper,
    Letters: proposal.letters,
    MonthSheet: month.paper,
}
Told = Invitation | Agenda | Situation | Register | Minutes | Proposal | Letters | MonthSheet


def laid_out(told: Told, thai: bool = True) -> Paper:
    """The paper in blocks, in Thai digits or in Arabic ones."""
    paper = PAPERS[type(told)](each_text(told, official.clean))
    finished = each_text(paper, official.together)
    done: Paper = each_text(finished, official.thai_digits) if thai else finished
    return done


def as_pdf(told: Told, thai: bool = True) -> bytes:
    return pdf.draw(laid_out(told, thai), THAI if thai else ARABIC)


def as_word(told: Told, thai: bool = True) -> bytes:
    return word.draw(laid_out(told, thai), thai)


def as_pictures(told: Told, thai: bool = True, dots_per_inch: float = 100) -> list[bytes]:
    return pdf.pictures(laid_out(told, thai), THAI if thai else ARABIC, dots_per_inch)


def as_table(rows: tuple[Row, ...]) -> bytes:
    """Its digits stay Arabic: they are to be reckoned with."""
    return table.draw(each_text(rows, official.clean))
