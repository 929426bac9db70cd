"""Danger goes before everything: telephone numbers at once, a number, who is told; questions after."""

from itertools import islice
from typing import Any

from handlers import duty, place, welcome
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Photo, Pin, Sticker, Tap, Turn, Voice, Words, one
from handlers.story import fetch, part_of
from models import clock, people, places, reports, roles
from models.people import Person
from models.post import drafts, ledger, outbox
from models.post.drafts import Draft
from models.post.messages import Choice, Message, link, tap, where_you_are
from models.reports import Report
from models.thai.headcount import headcount
from models.topics import Topic

TRAPPED = ("1-2", "3-5", "6+", "none")


def cry(turn: Turn) -> Answer:
    """The first answer, without a question; then how many, and where."""
    report = _under_way(turn) or _file(turn)
    draft = drafts.kept(turn.db, turn.person.id, "danger")
    if draft is None or draft.answers.get("report") != report.id:
        draft = drafts.begin(turn.db, turn.person.id, "danger", report=report.id)
    draft.answers.update(_known(report))
    drafts.reopen(turn.db, draft)
    _tell(turn, report)
    asked = DANGER.ask(turn, draft).messages
    return Answer([_numbers(turn, report), *asked], urgent=True)


def _known(report: Report) -> dict[str, Any]:
    """The questions that need not be asked again."""
    trapped = {"trapped": report.trapped} if report.trapped else {}
    return {**trapped, **({"where": "told"} if report.latitude else {})}


def _numbers(turn: Turn, report: Report) -> Message:
    numbers, calls = _calls(report.province)
    values = {"number": report.number, "numbers": numbers, **_who(turn, report)}
    return Message("danger.numbers", values, (*calls, *_neighbour(turn, report)))


def _neighbour(turn: Turn, report: Report) -> tuple[Choice, ...]:
    """The telephone of the nearest one on duty, if she gave it to us for this."""
    near = (one for one in roles.on_duty(turn.db, report.place) if one.phone and one.id != turn.person.id)
    return tuple(
        link("danger.call_person", f"tel:{one.phone}", name=one.name or one.phone) for one in islice(near, 1)
    )


def _calls(province: str | None) -> tuple[str, tuple[Choice, ...]]:
    numbers = [line.number for line in places.emergency_numbers(province)]
    return " ".join(numbers), tuple(link("danger.call", f"tel:{number}", number=number) for number in numbers)


def fresh(turn: Turn) -> Report | None:
    """The danger she cried about within the last half hour."""
    report = reports.last_of(turn.db, turn.person.id, reports.SAME_DANGER)
    return report if report is not None and report.danger and report.state != "dropped" else None


def _under_way(turn: Turn) -> Report | None:
    """The same danger, cried again: her new words join it."""
    report = fresh(turn)
    if report is not None and isinstance(turn.input, Words):
        _note(turn, report)
        count = headcount(turn.words)
        report.trapped = report.trapped or (str(count) if count else None)
    return report


def _file(turn: Turn) -> Report:
    """Her open report, if there is one, becomes the danger: nothing she sent is lost."""
    draft = drafts.open_for(turn.db, turn.person.id)
    begun = dict(draft.answers) if draft and draft.form == "report" else {}
    before = [Topic(**topic) for topic in begun.get("topics", [])]
    if draft and draft.form == "report":
        drafts.drop(turn.db, draft)
    found = turn.meaning.place
    named = {"code": found.code, "moo": found.moo} if found.status == "resolved" else None
    parts = [*begun.get("parts", []), *([part_of(turn)] if isinstance(turn.input, Words) else [])]
    return reports.file(
        turn.db,
        turn.person,
        "trouble",
        parts,
        named or begun.get("place"),
        topics=[*before, *(topic for topic in turn.meaning.reading.topics if topic not in before)],
        urgency="rescue",
        danger=True,
    )


def _tell(turn: Turn, report: Report) -> None:
    """Tell who answers for the place, before anything else that waits to go out."""
    values = {
        "number": report.number,
        "name": turn.person.name,
        "story": " ".join(report.story.split())[:200],
        "place": report.place,
        "moo": report.moo,
        "village": report.village,
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


def _officers(turn: Turn, report: Report) -> list[Person]:
    """Who answers for the place, and whoever was told when we thought it lay elsewhere."""
    before = ledger.recipients_of(turn.db, f"danger/{report.id}/")
    known = [people.known_by(turn.db, line_id) for line_id in sorted(before)]
    return list({one.id: one for one in (*known, *roles.alerted(turn.db, report.place))}.values())


def _key(report: Report, officer_id: int) -> str:
    said = len(report.parts), report.trapped or "", report.latitude or ""
    return f"danger/{report.id}/{officer_id}/{said}"


def _who(turn: Turn, report: Report) -> dict[str, Any]:
    """Who is being told, and who has been: only what really went out counts as told."""
    told: list[dict[str, Any]] = []
    telling: list[dict[str, Any]] = []
    for officer in _officers(turn, report):
        if officer.id != turn.person.id:
            went_out = ledger.first_sent(turn.db, f"danger/{report.id}/{officer.id}/")
            (told if went_out else telling).append(duty.named(turn.db, officer, report.place))
    return {"told": told, "telling": telling}


def _ask_trapped(turn: Turn, draft: Draft) -> Message:
    counts = [tap(f"trapped.{count}", data(draft, "trapped", count)) for count in TRAPPED]
    return Message("danger.trapped", {}, (*counts, tap("danger.mistake", data(draft, "mistake"))))


def _report_of(turn: Turn, draft: Draft) -> Report:
    report = turn.db.get(Report, draft.answers["report"])
    assert report is not None, "a danger draft leaves with its report"
    return report


def _takes_trapped(turn: Turn, draft: Draft) -> Any:
    """How many: by a tap, or counted in words. Other words are noted, told, and it is asked again."""
    report = _report_of(turn, draft)
    if isinstance(turn.input, Words):
        _hear(turn, report)
        count = headcount(turn.words)
        if count is None:
            choices = _ask_trapped(turn, draft).choices
            return Message("danger.noted", {"number": report.number}, choices)
        report.trapped = str(count)
    elif "".join(step(turn, 3)) in TRAPPED:
        report.trapped = "".join(step(turn, 3))
    else:
        return None
    turn.db.flush()
    _tell(turn, report)
    return report.trapped


def _hear(turn: Turn, report: Report) -> None:
    """What came belongs to this danger, and is told to who is on duty."""
    _note(turn, report)
    _tell(turn, report)


def _note(turn: Turn, report: Report) -> None:
    """Keep what came, and place the danger if it names a place; a pin is surer than words."""
    if isinstance(turn.input, Pin):
        place.pin_down(turn.input, report)
    elif isinstance(turn.input, Words) and report.latitude is None:
        found = turn.meaning.place
        is_named = found.status == "resolved" and not found.village
        reports.locate(report, {"code": found.code if is_named else None, "moo": found.moo})
    reports.add(turn.db, report, part_of(turn))


def _ask_where(turn: Turn, draft: Draft) -> Message:
    who = _who(turn, _report_of(turn, draft))
    return Message("danger.where", who, (where_you_are(), tap("skip", data(draft, "where", "skip"))))


def _takes_where(turn: Turn, draft: Draft) -> str | None:
    if isinstance(turn.input, Tap):
        return "skipped"
    _hear(turn, _report_of(turn, draft))
    return "told"


def more(turn: Turn) -> Answer | None:
    """Whatever she writes or sends while the danger is fresh belongs to it, and is told."""
    report = fresh(turn)
    if report is None or isinstance(turn.input, Sticker):
        return None
    if isinstance(turn.input, (Photo, Voice)):
        fetch(turn)
    _hear(turn, report)
    anew = tap("report.fresh", "open/fresh")
    return one("danger.added", (anew,), number=report.number, **_who(turn, report))


def mistaken(turn: Turn) -> Answer:
    """The red button was pressed by mistake: who was told is told, and the report is closed."""
    draft = drafts.of_person(turn.db, turn.person.id, "".join(step(turn, 1)))
    if draft is None or draft.form != "danger":
        return one("talk.old_button", welcome.MAIN)
    report = _report_of(turn, draft)
    drafts.drop(turn.db, draft)
    reports.withdraw(turn.db, report)
    calm = Message("duty.calm", {"number": report.number, "name": turn.person.name})
    for officer in _officers(turn, report):
        outbox.notify(turn.db, officer.line_id, calm, officer.language, lane=outbox.URGENT)
    return Answer([Message("danger.mistake", {"number": report.number}), *welcome.owed(turn)])


def tapped(turn: Turn) -> Answer:
    return mistaken(turn) if step(turn, 2) == ["mistake"] else DANGER.tapped(turn)


def in_group() -> Answer:
    """A cry in a group: the numbers at once; who is on duty is told from the 1:1 chat."""
    numbers, calls = _calls(None)
    return Answer([Message("danger.in_group", {"numbers": numbers}, calls)], urgent=True)


def _left(turn: Turn, draft: Draft) -> Answer:
    """Leaving the questions takes nothing back: the number stands and who is on duty knows."""
    report = _report_of(turn, draft)
    drafts.drop(turn.db, draft)
    return one("danger.left", number=report.number, **_who(turn, report))


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
    leave=_left,
)
