"""Whoever answers for a place sets right what a report is about; the machine's own guess is kept apart."""

from handlers import area, topic
from handlers.form import Form, Question, step
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models import reports
from models.post import drafts
from models.post.drafts import Draft
from models.topics import Topic


def begin(turn: Turn) -> Answer:
    """A tap on `แก้หัวข้อ`: retopic_of/7."""
    issue = area.hers_to_see(turn, "".join(step(turn, 1)))
    return RETOPIC.begin(turn, issue=issue.id) if issue else not_yours(turn)


def _set_right(turn: Turn, draft: Draft) -> Answer:
    issue = area.hers_to_see(turn, str(draft.answers["issue"]))
    name, _, kind = draft.answers["topics"].partition(".")
    drafts.drop(turn.db, draft)
    if issue is None:
        return not_yours(turn)
    for report in reports.of_issue(turn.db, issue):
        reports.retopic(report, [Topic(name, kind or None, 1.0, ())], by="human")
    issue.topic, issue.kind = name, kind or None
    values = {"number": issue.number, "topics": [[name, kind or None]]}
    return one("area.set_right", (area.fix(issue), area.back()), **values)


RETOPIC = Form("retopic", (Question("topics", topic.ask, topic.takes),), _set_right)
