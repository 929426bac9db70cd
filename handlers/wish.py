"""How would she like it mended? One question after the number, that may be skipped."""

from handlers import consents, spoken, welcome
from handlers.form import Form, Question, data
from handlers.inputs import Answer, Tap, Turn
from models import topics
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap
from models.reports import Report


def _ask_wish(turn: Turn, draft: Draft) -> Message:
    return Message("report.wish", {}, (tap("skip", data(draft, "wish", "skip")),))


def _takes_wish(turn: Turn, draft: Draft) -> str | None:
    """Words are the wish, unless they skip it, answer an invitation, or plainly tell a new trouble."""
    if isinstance(turn.input, Tap) or spoken.means(turn.words, "skip"):
        return ""
    is_wish = spoken.begins_a_wish(turn.words) or topics.is_wish(turn.words)
    is_something_else = turn.meaning.trouble or turn.meaning.rsvp or turn.meaning.small_talk
    return turn.words if turn.words and (is_wish or not is_something_else) else None


def _wished(turn: Turn, draft: Draft) -> Answer:
    report = turn.db.get(Report, draft.answers["report"])
    wish = draft.answers["wish"]
    drafts.drop(turn.db, draft)
    if report is None or not wish:
        return Answer([Message("report.no_wish", {}, welcome.MAIN), *_still_asked(turn, report)])
    report.wish = wish
    mine = tap("main.mine", f"mine/{report.number}")
    wished = Message("report.wished", {"number": report.number}, (mine,))
    return Answer([wished, *_still_asked(turn, report)])


def _still_asked(turn: Turn, report: Report | None) -> list[Message]:
    owed = welcome.owed(turn)
    return owed or (consents.about_photos(turn, report) if report else [])


def _left(turn: Turn, draft: Draft) -> Answer:
    draft.answers["wish"] = ""
    return _wished(turn, draft)


WISH = Form("wish", (Question("wish", _ask_wish, _takes_wish),), _wished, leave=_left)
