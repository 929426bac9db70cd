"""The frame of an official letter: its number left empty, who sends it, the day, the subject, to whom; and its end."""

from datetime import date

from bot.papers import official
from bot.papers.blocks import INDENT, Block, Labelled, Paragraph, Sides, Signature
from bot.papers.official import DOTS, say
from models.papers import Office

_LABEL, _WITH = 1.4, 2.8  # centimetres that a label takes


def head(office: Office, written: date | None, subject: str, to: str | None) -> tuple[Block, ...]:
    """The day of the month is left open where nobody has said on which day the letter goes out."""
    return (
        Sides(say("letter_number"), office.name, share=0.4),
        Paragraph(_day(written), align="center", before=8),
        Labelled(say("letter_subject"), subject, _LABEL, before=6),
        Labelled(say("letter_to"), to or DOTS, _LABEL, before=6),
    )


def _day(written: date | None) -> str:
    return official.day(written) if written else say("date_open")


def enclosed(*things: str) -> Block:
    several = (f"{nth}. {thing}" for nth, thing in enumerate(things, 1))
    return Labelled(say("letter_with"), "\n".join(several) if len(things) > 1 else things[0], _WITH, before=6)


def paragraph(*sentences: str) -> Block:
    return Paragraph(" ".join(filter(None, sentences)), first=INDENT, before=6)


def end(office: Office) -> tuple[Block, ...]:
    contact = say("letter_contact", contact=office.contact) if office.contact else say("letter_contact_open")
    return (
        Signature(say("letter_close"), say("letter_sign")),
        Paragraph(contact, before=16),
    )
