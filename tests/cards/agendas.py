"""What the house can say of agendas: to who orders them, to those who come, and to who leaves something."""

from typing import Any

from models.post.messages import Choice, Message, name, page, tap
from tests.cards.meetings import CHANGE, FORUM

Values = dict[str, Any]
WHEN: Values = {"region": FORUM["region"], "at": FORUM["at"]}
ABOUT: Values = {"topics": [["water", None]], "place": "400702"}
ROW: Values = {
    **ABOUT,
    "line": 1,
    "number": "ขก-0142",
    "moo": 5,
    "danger": False,
    "people": 7,
    "waited": 12,
    "supports": 3,
    "carried": False,
    "proposed": False,
    "pressing": None,
    "why_not": None,
}
CARRIED: Values = {**ROW, "number": "ขก-0139", "carried": True, "pressing": "contested"}
SECOND: Values = {**ROW, "line": 2, "number": "ขก-0147", "people": 0, "waited": 0, "supports": 0}
PROPOSED: Values = {**SECOND, "line": 3, "number": "ขก-0150", "topics": [["land", None]], "proposed": True}
OUT: Values = {**ROW, "why_not": "next_forum"}
NO_TOPIC: Values = {**SECOND, "topics": [], "place": None}
ON: Values = {"item": ROW, "line": 2, **WHEN}

LIST: tuple[Choice, ...] = (
    *(name(str(line), f"agenda/see/7/{line}") for line in (1, 2, 3)),
    tap("place.next", "agenda/list/7/1"),
    tap("agenda.left_out", "agenda/out/7"),
    tap("agenda.entrusted", "entrusted/list/7/0"),
    tap("agenda.other", "agenda/every/northeast"),
)
DRAFT = tap("forum.agenda", "open/agenda")
BACK = tap("agenda.back", "agenda/list/7/0")
PUT = tap("agenda.accept", "agenda/accept/7/142", loud=True)
STORY = tap("agenda.story", "area/see/142/newest")
OFF, TAKE_OFF = tap("agenda.drop", "agenda/why/7/142"), tap("agenda.out", "agenda/why/7/142")
RESTORE = tap("agenda.restore", "agenda/restore/7/142")
UP, DOWN = tap("agenda.up", "agenda/up/7/142"), tap("agenda.down", "agenda/down/7/142")
REPORTS = tap("work.reports", "open/reports")
REASONS = tuple(
    tap(f"reason.{why}", f"agenda/drop/7/142/{why}")
    for why in ("forwarded", "next_forum", "beyond", "needs_info")
)
LISTED: Values = {
    **WHEN,
    "accepted": 2,
    "agenda_lines": [CARRIED, SECOND],
    "drafts": 1,
    "draft_lines": [PROPOSED],
}

LOOK = tap("support.look", "support/list/7/0")
ADD, NO_MORE = (
    tap("support.add", "support/add/7/142", loud=True),
    tap("support.take_back", "support/back/7/142"),
)
AGAIN, TAKE_BACK = tap("entrust.again", "entrust_of/7"), tap("entrust.take_back", "entrust_of/7/back")
LEAVE = tap("entrust.leave", "entrust_of/7")
SKIP = tap("skip", "entrust/1/what/skip")
COMING = (
    tap("rsvp.going", "rsvp/7/going", loud=True),
    tap("rsvp.several", "rsvp/7/several"),
    tap("rsvp.not_going", "rsvp/7/not_going"),
)
HEAR = page("attached.voice", "m/abcDEF123456")
ALL_LEFT = tap("area.back", "entrusted/list/7/0")
LEFT: tuple[Values, ...] = (
    {"line": 1, "kind": "words", "text": "อยากให้ซ่อมเครื่องสูบน้ำก่อนหน้าแล้ง เพราะเดือดร้อนกันทั้งหมู่บ้านมาสองปีแล้ว"},
    {"line": 2, "kind": "voice", "text": None},
    {"line": 3, "kind": "voice", "text": "ขอให้เปิดประตูน้ำ"},
)

AGENDA_EXAMPLES: tuple[Message, ...] = (
    Message("agenda.list", LISTED, LIST),
    Message("agenda.list", {**LISTED, "accepted": 0, "agenda_lines": []}, LIST[:3]),
    Message("agenda.moved", LISTED, LIST),
    Message("agenda.empty", WHEN, LIST[-2:]),
    Message("agenda.none", {}, (tap("plan.begin", "open/plan"),)),
    Message(
        "agenda.which",
        {"forums": [{**FORUM, "topic": None}, {**FORUM, "topic": "disaster.flood"}]},
        (tap("forum.one", "agenda/list/7/0", at=FORUM["at"]),),
    ),
    Message("agenda.draft_one", {**ON, "item": PROPOSED}, (PUT, OFF, STORY, BACK)),
    Message("agenda.accepted_one", ON, (UP, DOWN, TAKE_OFF, STORY, BACK)),
    Message("agenda.dropped_one", {**ON, "item": OUT, "why_not": "next_forum"}, (RESTORE, STORY, BACK)),
    Message("agenda.accepted", ON, (TAKE_OFF, BACK)),
    Message("agenda.known", ON, (TAKE_OFF, BACK)),
    Message("agenda.elsewhere", {**WHEN, "number": "ขก-0142"}, (BACK,)),
    Message("agenda.cannot", {"number": "ขก-0142", "state": "done"}, (BACK,)),
    Message("agenda.joined", {"joined": "ขก-0147", "number": "ขก-0142"}),
    Message("agenda.why", {**ABOUT, "number": "ขก-0142"}, (*REASONS, tap("cancel", "agenda/see/7/142"))),
    Message("agenda.dropped", {**ON, "item": OUT, "why_not": "beyond"}, (RESTORE, BACK)),
    Message("agenda.known_out", {**ON, "item": OUT, "why_not": "needs_info"}, (RESTORE, BACK)),
    Message("agenda.restored", ON, (PUT, OFF, BACK)),
    Message("agenda.not_on", {"number": "ขก-0142"}, (PUT, BACK)),
    Message(
        "agenda.proposed",
        {**ON, "item": PROPOSED},
        (tap("agenda.unpropose", "unpropose/7/142"), REPORTS),
    ),
    Message("agenda.unproposed", {"number": "ขก-0142"}, (REPORTS,)),
    Message("agenda.only_planners", {}, (REPORTS,)),
    Message("agenda.no_number", {}, (DRAFT, REPORTS)),
    Message("agenda.no_forum", {"region": "south"}, (DRAFT,)),
    Message("agenda.no_place", {"number": "ขก-0142"}, (DRAFT,)),
    Message("agenda.left_out", {**WHEN, "agenda_lines": [OUT]}, (name("1", "agenda/see/7/142"), BACK)),
    Message("agenda.none_left_out", WHEN, (BACK,)),
    Message("issue.carried", {**WHEN, "number": "ขก-0142", "topics": [["water", None]]}),
    Message("support.shown", {**WHEN, "issues": 6}, (LOOK,)),
    Message(
        "support.list",
        {**WHEN, "to_support": [ROW, PROPOSED, NO_TOPIC]},
        (
            *(name(str(line), f"support/see/7/{line}") for line in (1, 2, 3)),
            tap("place.next", "support/list/7/1"),
            tap("agenda.left_out", "support/out/7"),
        ),
    ),
    Message("support.nothing", WHEN, (tap("agenda.left_out", "support/out/7"),)),
    Message(
        "support.one",
        {**ABOUT, "line": 1, "people": 7, "supports": 3},
        (ADD, tap("place.next", "support/see/7/147"), tap("area.back", "support/list/7/0")),
    ),
    Message("support.kept", {**ABOUT, "left": 2}, (NO_MORE, LOOK)),
    Message("support.kept", {**ABOUT, "place": None, "left": 0}, (NO_MORE, LOOK)),
    Message("support.known", {**ABOUT, "left": 1}, (NO_MORE, LOOK)),
    Message(
        "support.used_up",
        {"to_support": [ROW, SECOND, PROPOSED]},
        (*(tap("support.take_back_nth", f"support/back/7/{n}", line=n) for n in (1, 2, 3)), LOOK),
    ),
    Message("support.taken_back", {**ABOUT, "left": 1}, (ADD, LOOK)),
    Message("support.only_comers", FORUM, COMING),
    Message("support.begun", FORUM, (LEAVE,)),
    Message("support.gone", {}, (LOOK,)),
    Message("support.out", {**ABOUT, "why_not": "next_forum"}, (LOOK,)),
    Message("support.left_out", {**WHEN, "to_support": [OUT]}, (LOOK,)),
    Message("support.none_left_out", WHEN, (LOOK,)),
    Message("rsvp.going", {**FORUM, "people": 1}, (LOOK, CHANGE)),
    Message("entrust.what", {}, (SKIP,)),
    Message("entrust.kept", WHEN, (AGAIN, TAKE_BACK)),
    Message("entrust.kept_voice", WHEN, (AGAIN, TAKE_BACK)),
    Message("entrust.known", WHEN, (AGAIN, TAKE_BACK)),
    Message("entrust.skipped", WHEN, (LEAVE,)),
    Message("entrust.too_long", {}, (SKIP,)),
    Message("entrust.taken_back", WHEN, (LEAVE,)),
    Message("entrust.nothing", WHEN, (LEAVE,)),
    Message(
        "entrusted.list",
        {**WHEN, "count": 3, "entrusted": LEFT},
        (*(name(str(n), f"entrusted/see/7/{n}") for n in (1, 2, 3)), BACK),
    ),
    Message("entrusted.none", WHEN, (BACK,)),
    Message("entrusted.one", {"line": 1, "text": LEFT[0]["text"]}, (ALL_LEFT,)),
    Message("entrusted.voice", {"line": 2, "text": None}, (HEAR, ALL_LEFT)),
    Message("entrusted.written", {"line": 3, "text": LEFT[2]["text"]}, (HEAR, ALL_LEFT)),
    Message("entrusted.own_words", {}, (ALL_LEFT,)),
    Message("entrusted.too_long", {}, (ALL_LEFT,)),
    Message("entrusted.gone", {}, (ALL_LEFT,)),
)
