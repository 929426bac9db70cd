"""What became of my reports? A list, and each with its story so far."""

import re

from handlers import consents, deed_card, mending, welcome
from handlers.form import data, step
from handlers.inputs import Answer, Turn, one
from handlers.story import shortened
from handlers.wish import WISH
from models import reports
from models.forums import regional
from models.post import drafts
from models.post.messages import Choice, Message, name, tap
from models.reports import Report
from models.thai.normal import arabic

SHOWN = 4
NUMBER = re.compile(r"([ก-ฮ]{2,3})[.\s-]*([0-9]{1,7})")


def listed(turn: Turn) -> Answer:
    mine = reports.of_person(turn.db, turn.person.id, SHOWN)
    unsent = _unsent(turn)
    if not mine and not unsent:
        return one("mine.none", (tap("main.report", "open/report", loud=True),))
    if not mine:
        return one("mine.unsent", tuple(unsent))
    lines = [{"number": report.number, **_about(report)} for report in mine]
    choices = [name(report.number, f"mine/{report.number}") for report in mine]
    return one("mine.list", (*choices, *unsent), reports=lines, unsent=len(unsent))


def _unsent(turn: Turn) -> list[Choice]:
    draft = drafts.kept(turn.db, turn.person.id, "report")
    has_story = draft is not None and draft.answers.get("parts")
    return [tap("talk.resume", data(draft, "resume"))] if draft and has_story else []


def _about(report: Report) -> dict[str, object]:
    return {
        "topics": [[topic.topic, topic.kind] for topic in reports.shown_topics(report)],
        "state": _state(report),
        "place": report.place,
        "moo": report.moo,
    }


def _state(report: Report) -> str:
    """Merged into another, it stands where that one has come to."""
    if report.withdrawn_at:
        return "withdrawn"
    moved_on = report.issue.head.state not in ("received", "needs_info")
    return report.issue.head.state if report.state == "merged" and moved_on else report.state


def tapped(turn: Turn) -> Answer:
    report = reports.by_number(turn.db, "".join(step(turn, 1)))
    if report is None or report.person_id != turn.person.id:
        return Answer([Message("mine.unknown", {}, welcome.MAIN)])
    if step(turn, 2) == ["wish"]:
        return WISH.begin(turn, report=report.id)
    if step(turn, 2) == ["mend"]:
        return mending.begin(turn, report)
    return shown(turn, report)


def shown(turn: Turn, report: Report) -> Answer:
    """Its story so far, what was concluded of it before all else; who was not asked yet about her photos is asked."""
    resolved = deed_card.story(turn.db, report.issue)
    room = 2 - (len(resolved) or bool(report.wish))
    steps = _steps(turn, report)[-room:] if room else []
    values = {
        "number": report.number,
        **_about(report),
        "village": report.village,
        "wish": report.wish and not resolved and shortened(report.wish),
        "resolved": resolved,
        "history": [[state, at.isoformat(), detail] for state, at, detail in steps],
    }
    wish = () if report.wish else (tap("mine.wish", f"mine/{report.number}/wish"),)
    mend = tap("report.mend", f"mine/{report.number}/mend")
    changes = () if report.state == "dropped" else (*wish, mend)
    proof = deed_card.proof(turn.db, turn.person, report.issue)
    told = Message("mine.one", values, (*proof, *changes, tap("main.mine", "open/mine")))
    return Answer([told, *consents.about_photos(turn, report)])


def _steps(turn: Turn, report: Report) -> list[regional.Step]:
    """Its own steps, and how far it came at the centre, in the order they were gone."""
    own = [(one.state, one.at, one.detail) for one in report.history]
    return sorted([*own, *regional.steps(turn.db, report.issue)], key=lambda one: one[1])


def by_number(turn: Turn) -> Answer | None:
    """A number, however it is typed: ขก142, ขก 142, ขก.๑๔๒."""
    said = NUMBER.fullmatch(arabic(turn.words))
    if said is None:
        return None
    report = reports.by_number(turn.db, f"{said[1]}-{int(said[2]):04d}")
    if report is None or report.person_id != turn.person.id:
        return Answer([Message("mine.unknown", {}, welcome.MAIN)])
    return shown(turn, report)
