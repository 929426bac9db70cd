"""หนังสือนำส่งข้อเสนอ: what a Forum proposes to one agency. A draft; its number is given by whoever sends it."""

from itertools import chain

from bot.papers import letter, official
from bot.papers.blocks import INDENT, Block, NewPage, Paper, Paragraph
from bot.papers.official import say
from models.papers import Letters, Proposal


def paper(told: Proposal) -> Paper:
    return Paper(say("proposal"), _letter(told), draft=say("draft"))


def letters(told: Letters) -> Paper:
    """Each on a page of its own."""
    if not told.proposals:
        return Paper(say("proposal"), (Paragraph(say("proposal_none")),), draft=say("draft"))
    each = [(NewPage(), *_letter(one)) for one in told.proposals]
    return Paper(say("proposal"), tuple(chain.from_iterable(each))[1:], draft=say("draft"), numbered=False)


def _letter(told: Proposal) -> tuple[Block, ...]:
    forum = official.forum(told.meeting)
    by = told.conclusion.by
    reply = say("proposal_reply", by=official.long_day(by)) if by else say("proposal_reply_open")
    return (
        *letter.head(told.office, None, say("proposal_subject", forum=forum), told.to or told.conclusion.who),
        letter.enclosed(say("proposal_with")),
        letter.paragraph(_why(told, forum), say("proposal_text")),
        Paragraph(told.conclusion.text, first=INDENT, before=6),
        letter.paragraph(reply),
        letter.paragraph(say("proposal_yours")),
        letter.paragraph(say("proposal_please")),
        *letter.end(told.office),
    )


def _why(told: Proposal, forum: str) -> str:
    issue = told.issue
    begun = say(
        "proposal_why",
        forum=forum,
        day=official.long_day(told.meeting.at),
        where=official.where(told.meeting),
        subject=official.subject(issue.topics),
        number=issue.number,
        spot=official.spot(issue.place, issue.moo),
    )
    facts = (("people", issue.people), ("supports", issue.supports), ("days", issue.days))
    counted = (say(f"proposal_{name}", **{name: official.count(many)}) for name, many in facts if many)
    return " ".join((begun, *counted))
