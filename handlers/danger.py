"""Danger goes before everything: telephone numbers at once, a number, who is told; questions after."""

from typing import Any

from handlers import place, welcome
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Pin, Tap, Turn, Words
from models import clock, people, places, reports
from models.post import drafts, outbox
from models.post.drafts import Draft
from models.post.messages import Message, link, tap, where_you_are
from models.reports import Report

TRAPPED = ("1-2", "3-5", "6+", "none")


def cry(turn: Turn) -> Answer:
    """The first answer, without a question; then how many, and where."""
    report = _under_way(turn) or _file(turn)
    draft = drafts.kept(turn.db, turn.person.id, "danger")
    if draft is None or draft.answers.get("report") != report.id:
        known = {"trapped": report.trapped} if report.trapped else {}
        draft = drafts.begin(turn.db, turn.person.id, "danger", report=report.id, **known)
    drafts.reopen(turn.db, draft)
    _tell(turn, report)
    asked = DANGER.ask(turn, draft).messages
    return Answer([_numbers(turn, report), *asked], urgent=True)


def _numbers(turn: Turn, report: Report) -> Message:
    numbers = [line.number for line in places.emergency_numbers(report.province)]
    calls = tuple(link("danger.call", f"tel:{number}", number=number) for number in numbers)
    values = {"number": report.number, "numbers": " ".join(numbers), **_who(turn, report)}
    return Message("danger.numbers", values, calls)


def _under_way(turn: Turn) -> Report | None:
    """The same danger, cried again: her new words join it."""
    report = reports.last_of(turn.db, turn.person.id, reports.SAME_DANGER)
    if report is None or not report.danger:
        return None
    if isinstance(turn.input, Words):
        reports.add(turn.db, report, _part(turn))
    return report


def _file(turn: Turn) -> Report:
    """Her open report, if there is one, becomes the danger: nothing she sent is lost."""
    draft = drafts.open_for(turn.db, turn.person.id)
    begun = dict(draft.answers) if draft and draft.form == "report" else {}
    if draft and draft.form == "report":
        drafts.drop(turn.db, draft)
    found = turn.meaning.place
    code = found.subdistrict or found.district or found.province
    named = {"code": code, "moo": found.moo} if found.status == "resolved" else None
    parts = [*begun.get("parts", []), *([_part(turn)] if isinstance(turn.input, Words) else [])]
    return reports.file(
        turn.db,
        turn.person,
        "trouble",
        parts,
        named or begun.get("place"),
        topics=turn.meaning.reading.topics,
        urgency="rescue",
        danger=True,
    )


def _part(turn: Turn) -> dict[str, Any]:
    return {"kind": "words", "message_id": getattr(turn.input, "message_id", None), "text": turn.words}


def _tell(turn: Turn, report: Report) -> None:
    """Tell who answers for the place, before anything else that waits to go out."""
    values = {
        "number": report.number,
        "name": turn.person.name,
        "story": " ".join(report.story.split())[:200],
        "place": report.place,
        "moo": report.moo,
        "trapped": report.trapped,
        "at": clock.now().isoformat(),
        "seen_at": [report.latitude, report.longitude],
    }
    where = f"{report.latitude},{report.longitude}"
    maps = (link("danger.map", f"https://maps.google.com/?q={where}"),) if report.latitude else ()
    message = Message("duty.danger", values, maps)
    for officer in _officers(turn, report):
        if officer.id != turn.person.id:
            how = {"lane": outbox.URGENT, "idempotency_key": _key(report, officer.id)}
            outbox.notify(turn.db, officer.line_id, message, officer.language, **how)


def _officers(turn: Turn, report: Report) -> list[people.Person]:
    """Who answers for the place, and whoever was told when we thought it lay elsewhere."""
    before = outbox.recipients_of(turn.db, f"danger/{report.id}/")
    known = [people.known_by(turn.db, line_id) for line_id in sorted(before)]
    return list({one.id: one for one in (*known, *people.alerted(turn.db, report.place))}.values())


def _key(report: Report, officer_id: int) -> str:
    said = len(report.parts), report.trapped or "", report.latitude or ""
    return f"danger/{report.id}/{officer_id}/{said}"


def _who(turn: Turn, report: Report) -> dict[str, Any]:
    """Who is being told, and who has been: only what really went out counts as told."""
    told: list[dict[str, Any]] = []
    telling: list[dict[str, Any]] = []
    for officer in _officers(turn, report):
        if officer.id != turn.person.id:
            went_out = outbox.first_sent(turn.db, f"danger/{report.id}/{officer.id}/")
            (told if went_out else telling).append(_named(officer, report.place))
    return {"told": told, "telling": telling}


def _named(officer: people.Person, place_code: str | None) -> dict[str, str | None]:
    over = set(people.scopes_over(place_code))
    near = [role.role for role in officer.roles if role.scope in over]
    every = [*near, *(role.role for role in officer.roles), "officer"]
    return {"name": officer.name, "role": every[0]}


def _ask_trapped(turn: Turn, draft: Draft) -> Message:
    return Message(
        "danger.trapped", {}, tuple(tap(f"trapped.{n}", data(draft, "trapped", n)) for n in TRAPPED)
    )


def _report_of(turn: Turn, draft: Draft) -> Report:
    report = turn.db.get(Report, draft.answers["report"])
    assert report is not None, "a danger draft leaves with its report"
    return report


def _takes_trapped(turn: Turn, draft: Draft) -> str | None:
    report = _report_of(turn, draft)
    if isinstance(turn.input, Words):
        report.trapped = turn.words[:40]
        reports.add(turn.db, report, _part(turn))
    elif "".join(step(turn, 3)) in TRAPPED:
        report.trapped = "".join(step(turn, 3))
    else:
        return None
    turn.db.flush()
    _tell(turn, report)
    return report.trapped


def _ask_where(turn: Turn, draft: Draft) -> Message:
    who = _who(turn, _report_of(turn, draft))
    return Message("danger.where", who, (where_you_are(), tap("skip", data(draft, "where", "skip"))))


def _takes_where(turn: Turn, draft: Draft) -> str | None:
    report = _report_of(turn, draft)
    if isinstance(turn.input, Tap):
        return "skipped"
    if isinstance(turn.input, Pin):
        reports.add(turn.db, report, {"kind": "pin", "message_id": turn.input.message_id, "text": None})
        place.pin_down(turn.input, report)
    else:
        found = turn.meaning.place
        code = found.subdistrict or found.district or found.province
        reports.locate(report, {"code": code if found.status == "resolved" else None, "moo": found.moo})
        reports.add(turn.db, report, _part(turn))
    turn.db.flush()
    _tell(turn, report)
    return "told"


def _finish(turn: Turn, draft: Draft) -> Answer:
    report = _report_of(turn, draft)
    drafts.drop(turn.db, draft)
    told = Message("danger.told", {"number": report.number, **_who(turn, report)})
    return Answer([told, *welcome.owed(turn)])


DANGER = Form(
    "danger",
    (
        Question("trapped", _ask_trapped, _takes_trapped),
        Question("where", _ask_where, _takes_where, early=(Pin,)),
    ),
    _finish,
)
