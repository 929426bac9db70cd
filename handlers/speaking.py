"""`แทน ยายคำ ม.3 กับข้างบ้าน 3 คน บ่อน้ำแห้ง`: a leader brings the trouble of people who have no telephone.

Their name is kept only after they agreed, as the leader says; until then it stands in her draft alone.
"""

from typing import Any

from handlers import spoken, welcome
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Tap, Turn, meaning_of, one
from handlers.story import part_of
from models import places, reports, roles
from models.groups import Group
from models.post import drafts, outbox
from models.post.drafts import Draft
from models.post.messages import Choice, Message, in_chat, tap
from models.reports import Report
from models.thai import behalf
from models.thai.behalf import Behalf
from models.topics import kind_of_report

POWER = "speak_for"
SAID, NOT_YET = "yes", "no"
MINE = tap("main.mine", "open/mine")
REPORT: Choice = in_chat("main.report", "chat.report", loud=True)


def how(turn: Turn) -> Answer:
    """`แทน` alone: how it is said."""
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return one("speaking.for_leaders", welcome.MAIN)
    return one("speaking.how")


def told(turn: Turn) -> Answer | None:
    """Typed in a chat of one's own by whoever may; for all others it is a trouble like any."""
    words = spoken.behind_our_name(turn.words)
    said = behalf.read(words)
    if said is None and not behalf.begins(words):
        return None
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return None
    if turn.person.keeping == "no":
        return one("consent.needed", (welcome.YES, welcome.READ, welcome.NO))
    if said is None:
        return one("speaking.how")
    place = _place(turn, said, None)
    wrong = _wrong(turn, said, place)
    if wrong:
        return one(wrong)
    report = _file(turn, said, place)
    filed = Message("speaking.filed", _about(report) | {"name": turn.person.name}, (_mend(report), MINE))
    asked = CONSENT.begin(turn, **_kept(turn, report, said.name)).messages if said.name else []
    return Answer([filed, *asked, *welcome.owed(turn)])


def in_group(turn: Turn, group: Group) -> Answer:
    """The same in a tied group: what is answered there names nobody, and the rest is asked in her own chat."""
    if not roles.scopes_with(turn.db, turn.person, POWER) or turn.person.keeping == "no":
        return one("speaking.leaders_in_group", (REPORT,))
    if not group.place:
        return one("speaking.tie_first")
    said = behalf.read(spoken.behind_our_name(turn.words))
    place = _place(turn, said, group.place) if said else {}
    wrong = _wrong(turn, said, place)
    if said is None or wrong:
        return one(wrong or "speaking.how")
    report = _file(turn, said, place)
    if said.name:
        _ask_in_her_chat(turn, report, said.name)
    for owed in welcome.owed(turn) if not turn.person.agreed else ():
        outbox.notify(turn.db, turn.person.line_id, owed, turn.person.language)
    return one("speaking.filed_in_group", **_about(report))


def _ask_in_her_chat(turn: Turn, report: Report, called: str) -> None:
    draft = drafts.put_by(turn.db, turn.person.id, CONSENT.name, **_kept(turn, report, called))
    draft.asked = "said"
    asked = _ask_consent(turn, draft)
    outbox.notify(turn.db, turn.person.line_id, asked, turn.person.language)


def _kept(turn: Turn, report: Report, called: str) -> dict[str, Any]:
    """The name, until consent is told; taken back with the message that named it."""
    named_in = {**part_of(turn), "text": None}
    return {"report": report.id, "name": called, "parts": [named_in]}


def _wrong(turn: Turn, said: Behalf | None, place: dict[str, Any]) -> str | None:
    if said is None or not said.tells:
        return "speaking.how"
    if not place.get("code"):
        return "speaking.where"
    return None if roles.may(turn.db, turn.person, POWER, place["code"]) else "speaking.not_there"


def _place(turn: Turn, said: Behalf, near: str | None) -> dict[str, Any]:
    """The place that is named; else the group's, else the one she answers for."""
    home = near or _own(turn)
    found = places.in_text(said.trouble, home)
    if found.status == "resolved" and not found.village and found.code:
        return {"code": found.code, "moo": found.moo}
    return {"code": home, "moo": found.moo}


def _own(turn: Turn) -> str | None:
    scopes = roles.scopes_with(turn.db, turn.person, POWER)
    own = [scope for scope in scopes if places.exists(scope)]
    return own[0] if len(own) == 1 else None


def _file(turn: Turn, said: Behalf, place: dict[str, Any]) -> Report:
    """Only what troubles them is kept as the story, so that no name stands in it."""
    meaning = meaning_of(said.trouble, place["code"])
    part = {**part_of(turn), "text": said.trouble}
    return reports.file(
        turn.db,
        turn.person,
        kind_of_report(said.trouble),
        [part],
        place,
        topics=[] if meaning.reading.likely else list(meaning.reading.topics),
        urgency=meaning.reading.urgency,
        for_people=said.people,
    )


def _about(report: Report) -> dict[str, Any]:
    return {
        "number": report.number,
        "topics": report.issue.named,
        "place": report.place,
        "moo": report.moo,
        "people": report.for_people,
    }


def _mend(report: Report) -> Choice:
    return tap("report.mend", f"mine/{report.number}/mend")


def _ask_consent(turn: Turn, draft: Draft) -> Message:
    report = turn.db.get(Report, draft.answers["report"])
    yes = tap("speaking.said", data(draft, "said", SAID), loud=True)
    no = tap("speaking.not_yet", data(draft, "said", NOT_YET))
    return Message("speaking.consent", {"number": report.number if report else None}, (yes, no))


def _takes_consent(turn: Turn, draft: Draft) -> str | None:
    if isinstance(turn.input, Tap):
        given = "".join(step(turn, 3))
        return given if given in (SAID, NOT_YET) else None
    return next((given for given in (SAID, NOT_YET) if spoken.means(turn.words, f"consent_{given}")), None)


def _answered(turn: Turn, draft: Draft) -> Answer:
    given, called = draft.answers["said"], draft.answers["name"]
    report = turn.db.get(Report, draft.answers["report"])
    drafts.drop(turn.db, draft)
    if report is None or report.withdrawn_at:
        return one("talk.old_button", (MINE,))
    report.consent_said = given == SAID
    report.for_name = called if given == SAID else None
    turn.db.flush()
    key = "speaking.named" if given == SAID else "speaking.nameless"
    return one(key, (MINE,), number=report.number, for_name=report.for_name)


CONSENT = Form(
    "speaking", (Question("said", _ask_consent, _takes_consent),), _answered, stays_open=drafts.KEEP
)
