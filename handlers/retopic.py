"""Whoever answers for a place sets right what a report is about; the machine's own guess is kept apart."""

from typing import Any

from handlers import topic
from handlers.form import Form, Question, step
from handlers.inputs import Answer, Turn, Words, one
from handlers.work import not_yours
from models import reports, roles
from models.area_reports import ORDERS
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap
from models.reports import Report
from models.topics import Topic

POWER = "see_reports"


def begin(turn: Turn) -> Answer:
    report = _hers(turn, "".join(step(turn, 2)))
    return RETOPIC.begin(turn, report=report.id) if report else not_yours(turn)


def _hers(turn: Turn, number: str) -> Report | None:
    report = turn.db.get(Report, int(number)) if number.isdecimal() and len(number) < 16 else None
    return report if report and roles.may(turn.db, turn.person, POWER, report.place) else None


def _ask(turn: Turn, draft: Draft) -> Message:
    return topic.offered(draft, second_page=False)


def _takes(turn: Turn, draft: Draft) -> Any:
    if isinstance(turn.input, Words):
        return _ask(turn, draft)
    said = step(turn, 3)
    if said == ["more"]:
        return topic.offered(draft, second_page=True)
    code = "".join(said)
    return topic.kinds(draft, code) or (code if topic.named(code) else None)


def _set_right(turn: Turn, draft: Draft) -> Answer:
    report, code = _hers(turn, str(draft.answers["report"])), draft.answers["topics"]
    drafts.drop(turn.db, draft)
    if report is None:
        return not_yours(turn)
    name, _, kind = code.partition(".")
    reports.retopic(report, [Topic(name, kind or None, 1.0, ())], by="human")
    buttons = (again(report), tap("area.back", f"area/list/{ORDERS[0]}/0"))
    return one("area.set_right", buttons, number=report.number, topics=[[name, kind or None]])


def again(report: Report) -> Choice:
    return tap("area.fix", f"area/fix/{report.id}")


RETOPIC = Form("retopic", (Question("topics", _ask, _takes),), _set_right)
