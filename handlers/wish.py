"""How would she like it mended? One question after the number, that may be skipped."""

from handlers import welcome
from handlers.form import Form, Question, data
from handlers.inputs import Answer, Tap, Turn, one
from models import topics
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap
from models.reports import Report


def _ask_wish(turn: Turn, draft: Draft) -> Message:
    return Message("report.wish", {}, (tap("skip", data(draft, "wish", "skip")),))


def _takes_wish(turn: Turn, draft: Draft) -> str | None:
    if isinstance(turn.input, Tap):
        return ""
    new_trouble = turn.meaning.trouble and not topics.is_wish(turn.words)
    return turn.words if turn.words and not new_trouble else None


def _wished(turn: Turn, draft: Draft) -> Answer:
    report = turn.db.get(Report, draft.answers["report"])
    wish = draft.answers["wish"]
    drafts.drop(turn.db, draft)
    if report is None or not wish:
        return Answer([Message("report.no_wish", {}, welcome.MAIN)])
    report.wish = wish
    return one("report.wished", (tap("main.mine", f"mine/{report.number}"),), number=report.number)


WISH = Form("wish", (Question("wish", _ask_wish, _takes_wish),), _wished)
