"""Examples of what is said of organisations, of issues sent to them, and of people without a telephone."""

from typing import Any

from handlers.welcome import MAIN
from models.organisations import SECTORS
from models.post.messages import Choice, Message, in_chat, name, page, tap

Values = dict[str, Any]
NAMED: Values = {"organisation": "อบต.วังชัย", "sector": "agency", "scope": "400702"}
ISSUE: Values = {"number": "ขก-0142", "topics": [["water", None]]}
IT: Values = {**ISSUE, "organisation": "อบต.วังชัย"}
REQUEST = "ขอให้ช่วยตรวจดูและแก้ไขเรื่องน้ำกินน้ำใช้"
SENDER = [{"name": "สมชาย", "role": "leader"}]
LIST = tap("organisations.list", "open/organisations")
ADD = tap("organisations.add", "organisations/add")
CHANGES = (
    tap("organisations.change", "organisations/change/1"),
    tap("organisations.remove", "organisations/remove/1"),
)
CODE = tap("organisations.code", "organisations/code/1", loud=True)
REPORTS = tap("work.reports", "open/reports")
RECEIVED = tap("partner.received", "open/received")
SEE = tap("partner.see", "area/see/1/newest")
ROWS = [
    {"line": 1, **NAMED},
    {"line": 2, "organisation": "กลุ่มออมทรัพย์บ้านโนน", "sector": "community", "scope": "40"},
]
WORKS = [
    {"line": 1, "number": "ขก-0142", "topics": [["water", None]], "doing": "sent"},
    {"line": 2, "number": "ขก-0151", "topics": [["disaster", "flood"]], "doing": "working"},
]


def _cancel(form: str) -> Choice:
    return tap("cancel", f"{form}/1/drop")


def _deeds(*deeds: str) -> tuple[Choice, ...]:
    return tuple(tap(f"partner.{deed}", f"partner/1/{deed}") for deed in deeds)


CARD: Values = {
    **IT,
    "place": "400702",
    "moo": 5,
    "people": 7,
    "request": REQUEST,
    "summary": None,
    "told": SENDER,
    "doing": "sent",
    "named_day": None,
}
SECTOR_TAPS = tuple(tap(f"sector.{one}", f"adding/1/sector/{one}") for one in SECTORS)
AREAS = (name("ต.วังชัย", "adding/1/scope/all/400702"), tap("scope.whole", "adding/1/scope/all/4007"))
TO_CHOOSE = (
    name("อบต.วังชัย", "sending/1/organisation/1"),
    tap("organisations.add", "sending/1/organisation/add"),
)
SURE = (
    tap("plan.confirm", "sending/1/sure/yes", loud=True),
    tap("sending.other_words", "sending/1/edit/text"),
    tap("sending.other_one", "sending/1/edit/organisation"),
    _cancel("sending"),
)
SPOKEN: Values = {"number": "ขก-0153", "topics": [["water", None]], "place": "400702", "moo": 3, "people": 4}

PARTNER_EXAMPLES: tuple[Message, ...] = (
    Message("organisations.none", {}, (ADD,)),
    Message(
        "organisations.shown",
        {"known": 2, "organisations": ROWS},
        (name("1", "organisations/see/1"), name("2", "organisations/see/2"), ADD),
    ),
    Message("organisations.one", {**NAMED, "members": 2, "held": 3}, (CODE, *CHANGES, LIST)),
    Message("organisations.one", {**NAMED, "members": 0, "held": 0}, (LIST,)),
    Message("organisations.added", NAMED, (CODE, *CHANGES, LIST)),
    Message("organisations.added", NAMED, (tap("sending.to_it", "send/1/1/0", loud=True), LIST)),
    Message("organisations.known", NAMED, (CODE, *CHANGES, LIST)),
    Message("organisations.changed", NAMED, (CODE, *CHANGES, LIST)),
    Message("organisations.gone", {}, (LIST,)),
    Message(
        "organisations.coded",
        {"organisation": "อบต.วังชัย", "code": "480215", "at": "2026-08-04T02:00:00+00:00"},
        (LIST,),
    ),
    Message("organisations.in_use", {"organisation": "อบต.วังชัย"}, (LIST,)),
    Message("organisations.removed", {"organisation": "อบต.วังชัย"}, (LIST,)),
    Message("organisations.name", {}, (_cancel("adding"),)),
    Message("organisations.name_again", {}, (_cancel("adding"),)),
    Message("organisations.sector", {}, (*SECTOR_TAPS, _cancel("adding"))),
    Message("organisations.where", {}, (*AREAS, _cancel("adding"))),
    Message("organisations.not_there", {}, (*AREAS, _cancel("adding"))),
    Message("giving.organisation", {}, (name("อบต.วังชัย", "giving/1/organisation/1"), ADD, _cancel("giving"))),
    Message("giving.no_organisation", {}, (ADD, _cancel("giving"))),
    Message("joining.partner", {**NAMED, "role": "partner"}, (RECEIVED,)),
    Message("sending.unknown", {}, (REPORTS,)),
    Message("sending.closed", {"number": "ขก-0142", "state": "done"}, (REPORTS,)),
    Message("sending.to_whom", ISSUE, (*TO_CHOOSE, _cancel("sending"))),
    Message("sending.which", ISSUE, (*TO_CHOOSE, _cancel("sending"))),
    Message("sending.nobody", ISSUE, (TO_CHOOSE[1], _cancel("sending"))),
    Message("sending.no_such", {"wanted": "การประปา"}, (TO_CHOOSE[1], _cancel("sending"))),
    Message(
        "sending.request",
        {"request": REQUEST},
        (tap("sending.use", "sending/1/text/use", loud=True), _cancel("sending")),
    ),
    Message("sending.request_again", {}, (_cancel("sending"),)),
    Message("sending.sure", {**IT, "request": REQUEST, "told": [{"name": "วิชัย", "role": "partner"}]}, SURE),
    Message("sending.sure_by_letter", {**IT, "request": REQUEST, "told": []}, SURE),
    Message(
        "sending.by_letter",
        {"organisation": "อบต.วังชัย", "number": "ขก-0142"},
        (tap("sending.posted", "posted/1", loud=True), REPORTS),
    ),
    Message(
        "sending.already",
        {
            "organisation": "อบต.วังชัย",
            "number": "ขก-0142",
            "at": "2026-08-04T02:00:00+00:00",
            "doing": "received",
        },
        (REPORTS,),
    ),
    Message("sending.sent", {"organisation": "อบต.วังชัย", "number": "ขก-0142", "reached": 7}, (REPORTS,)),
    Message(
        "sending.by_post",
        {"organisation": "อบต.วังชัย", "number": "ขก-0142", "reached": 7},
        (tap("sending.answered", "partner/1/see"), REPORTS),
    ),
    Message("sending.reporters", IT, (tap("main.mine", "mine/ขก-0142"),)),
    Message("partner.card", CARD, (page("attached.photo", "m/a-token"), *_deeds("accept", "pass", "more"))),
    Message(
        "partner.card",
        {**CARD, "summary": "เครื่องสูบเสียตั้งแต่ 5 ส.ค.", "doing": "working", "named_day": "2026-09-15"},
        (*_deeds("told_done", "stuck", "by_when"), RECEIVED),
    ),
    Message(
        "partner.list",
        {"organisation": "อบต.วังชัย", "works": WORKS},
        (name("1", "partner/1/see"), name("2", "partner/2/see")),
    ),
    Message("partner.none", {"organisation": "อบต.วังชัย"}),
    Message("partner.no_organisation"),
    Message("partner.not_yours", {}, (RECEIVED,)),
    Message("partner.gone", {"number": "ขก-0142"}, (RECEIVED,)),
    Message("partner.closed", {"number": "ขก-0142", "state": "dropped"}, (RECEIVED,)),
    Message("partner.already", {**IT, "doing": "received"}, (*_deeds("working", "told_done"), RECEIVED)),
    Message("partner.taken", {"number": "ขก-0142"}),
    Message("partner.by_when", {"number": "ขก-0142"}, (tap("skip", "partner_when/1/due/skip"),)),
    Message("partner.by_when_again", {}, (tap("skip", "partner_when/1/due/skip"),)),
    Message("partner.past", {}, (tap("skip", "partner_when/1/due/skip"),)),
    Message("partner.noted_accepted", {"number": "ขก-0142"}, (*_deeds("working", "told_done"), RECEIVED)),
    Message(
        "partner.noted_due",
        {"number": "ขก-0142", "named_day": "2026-09-15"},
        (*_deeds("working", "by_when"), RECEIVED),
    ),
    Message("partner.noted_working", {"number": "ขก-0142"}, (*_deeds("told_done", "stuck"), RECEIVED)),
    Message(
        "partner.to_whom",
        {"number": "ขก-0142"},
        (name("การประปาน้ำพอง", "partner_pass/1/other/2"), _cancel("partner_pass")),
    ),
    Message("partner.handed_back", {"number": "ขก-0142", "other": "การประปาน้ำพอง"}, (RECEIVED,)),
    Message("partner.what", {"number": "ขก-0142"}, (_cancel("partner_more"),)),
    Message("partner.what_again", {}, (_cancel("partner_more"),)),
    Message("partner.asked_back", {"number": "ขก-0142"}, (*_deeds("accept"), RECEIVED)),
    Message("partner.why", {"number": "ขก-0142"}, (_cancel("partner_stuck"),)),
    Message("partner.why_again", {}, (_cancel("partner_stuck"),)),
    Message("partner.noted_stuck", {"number": "ขก-0142"}, (*_deeds("working"), RECEIVED)),
    Message(
        "partner.photo",
        {"number": "ขก-0142"},
        (tap("skip", "partner_done/1/photo/skip"), _cancel("partner_done")),
    ),
    Message("partner.noted_done", {"number": "ขก-0142"}, (RECEIVED,)),
    Message("partner.told_accepted", IT, (SEE,)),
    Message("partner.told_due", {**IT, "named_day": "2026-09-15"}, (SEE,)),
    Message("partner.told_working", IT, (SEE,)),
    Message(
        "partner.told_pass",
        {**IT, "other": "การประปาน้ำพอง"},
        (
            tap("partner.send_there", "send/1/2/1", loud=True),
            tap("partner.send_elsewhere", "send/1/0/1"),
            SEE,
        ),
    ),
    Message("partner.told_stuck", {**IT, "because": "รออะไหล่เครื่องสูบ"}, (SEE,)),
    Message("partner.told_done", {**IT, "photos": 1}, (SEE,)),
    Message("partner.told_done", {**IT, "photos": 0}, (SEE,)),
    Message(
        "partner.wants",
        {**IT, "question": "บ่อของหมู่บ้านหรือของประปา"},
        (tap("answering.answer", "partner_wants/1", loud=True),),
    ),
    Message("partner.tell", {"number": "ขก-0142"}, (_cancel("partner_answer"),)),
    Message("partner.tell_again", {}, (_cancel("partner_answer"),)),
    Message(
        "partner.more", {**ISSUE, "answer": "บ่อของหมู่บ้าน", "told": SENDER}, _deeds("accept", "pass", "more")
    ),
    Message("partner.told_more", {"number": "ขก-0142", "organisation": "อบต.วังชัย"}),
    Message("partner.told_nobody", {"number": "ขก-0142", "organisation": "อบต.วังชัย"}),
    Message("speaking.how"),
    Message("speaking.for_leaders", {}, MAIN),
    Message("speaking.leaders_in_group", {}, (in_chat("main.report", "chat.report", loud=True),)),
    Message("speaking.tie_first"),
    Message("speaking.where"),
    Message("speaking.not_there"),
    Message(
        "speaking.filed",
        {**SPOKEN, "name": "สมชาย"},
        (tap("report.mend", "mine/ขก-0153/mend"), tap("main.mine", "open/mine")),
    ),
    Message("speaking.filed_in_group", SPOKEN),
    Message(
        "speaking.consent",
        {"number": "ขก-0153"},
        (
            tap("speaking.said", "speaking/1/said/yes", loud=True),
            tap("speaking.not_yet", "speaking/1/said/no"),
        ),
    ),
    Message("speaking.named", {"number": "ขก-0153", "for_name": "คุณคำ"}, (tap("main.mine", "open/mine"),)),
    Message("speaking.nameless", {"number": "ขก-0153", "for_name": None}, (tap("main.mine", "open/mine"),)),
)
