"""What the house can say at the door of a Forum and after it, one example or more of every sentence."""

from typing import Any

from handlers.welcome import MAIN
from models.post.messages import Choice, Message, name, page, tap

Values = dict[str, Any]
FORUM: Values = {"region": "northeast", "at": "2026-08-20T02:00:00+00:00", "hall": "หอประชุมอำเภอน้ำพอง"}
FAR: Values = {**FORUM, "region": "bkk_east"}
OPENS: Values = {**FORUM, "opens": "2026-08-19T23:00:00+00:00"}
LINES = [{**FORUM, "topic": "disaster.flood"}, {**FAR, "topic": None}]
LISTED: Values = {"forums": LINES}
OUT = (tap("checkin.out", "checkin/7/out"),)
MORE = tap("signing.more", "signed/7/more")
CANCEL = tap("cancel", "signing/1/drop")
NAMED: Values = {**FAR, "people": 2, "named": "คำ สีดา, สี บุญมี"}
COUNTED: Values = {
    **FAR,
    "came": "38",
    "registered": 31,
    "as_told": "27",
    "walked_in": 11,
    "mine_came": 12,
    "came_from": [["400702", 9], ["40", 2], ["northeast", 1], [None, 1]],
}
ARRIVED = [
    {"nth": 1, "name": "บุญมา สีดา", "place": "400702"},
    {"nth": 2, "name": None, "place": None},
    {"nth": 3, "name": "คำ", "place": "northeast"},
]
TOPICS = [["water", None, 12], ["disaster", "flood", 7], ["livelihood", None, 1]]
MEMORY: Values = {"scopes": ["400702"], "issues": "20", "by_topic": TOPICS, "mended": 6, "open": 14}
TROUBLES = [
    ["ขก-0142", [["water", None]], "400702", 5, "working"],
    ["ขก-0150", [["disaster", "flood"]], "400702", None, "received"],
    ["ฟร-0001", [], None, None, "agenda"],
]
DEEDS = [
    ["ขก-0142", "เปลี่ยนเครื่องสูบน้ำของหมู่บ้าน และตั้งกองทุนซ่อมบำรุงประจำปีของหมู่ 5 และหมู่ 7", "2026-08-20T02:00:00+00:00"],
]
SURVEY = [
    ["heard", [["yes", 12], ["partly", 6], ["no", None]]],
    ["clear", [["yes", 1234], ["partly", None], ["no", None]]],
    ["again", [["yes", None], ["unsure", None], ["no", None]]],
]
SECRETARY: Values = {**FAR, "named": "สมชาย, แนน"}
DROP = tap("secretary.drop", "secretary/7/drop")


def _which(way: str) -> tuple[Choice, ...]:
    return tuple(tap("forum.one", f"{way}/{nth}", at=line["at"]) for nth, line in enumerate(LINES[:1], 7))


def _answers(question: str, *answers: str) -> tuple[Choice, ...]:
    begun = f"survey/7/{question}"
    return (
        *(tap(f"survey.{question}_{one}", f"{begun}/{one}") for one in answers),
        tap("skip", f"{begun}/skip"),
    )


DOOR_EXAMPLES: tuple[Message, ...] = (
    Message("checkin.how"),
    Message("checkin.only_own"),
    Message("checkin.wait", FAR),
    Message("checkin.signed", {**FAR, "came": 38}, OUT),
    Message("checkin.already", {**FORUM, "came": 1}, OUT),
    Message("checkin.out", FORUM, (tap("checkin.again", "checkin/7/in/4821", loud=True),)),
    Message("checkin.early", OPENS, (MAIN[2],)),
    Message("checkin.over", FORUM, MAIN),
    Message("checkin.unknown"),
    Message("checkin.too_many"),
    Message("signing.which", LISTED, (*_which("signing/1/forum"), CANCEL)),
    Message(
        "signing.which",
        {"forums": [{**line, "nth": nth} for nth, line in enumerate(LINES, 1)]},
        (name("1", "signing/1/forum/7"), name("2", "signing/1/forum/8"), CANCEL),
    ),
    Message("signing.names", {}, (CANCEL,)),
    Message("signing.unread", {}, (CANCEL,)),
    Message("signing.too_many", {"most": 30}, (CANCEL,)),
    Message(
        "signing.sure",
        {**NAMED, "unread": "123"},
        (
            tap("plan.confirm", "signing/1/sure/yes", loud=True),
            tap("signing.again", "signing/1/edit/told"),
            CANCEL,
        ),
    ),
    Message(
        "signing.done",
        {**NAMED, "there": "ศรี", "came": 40},
        (tap("signing.undo", "signed/7/undo/2026-08-20T02:00:00+00:00"), MORE),
    ),
    Message("signing.all_there", {**NAMED, "there": "คำ สีดา"}, (MORE,)),
    Message("signing.undone", {**NAMED, "came": 38}, (MORE,)),
    Message("signing.early", OPENS),
    Message("signing.none"),
    Message("signing.over", FAR),
    Message("arrivals.none"),
    Message("arrivals.which", LISTED, _which("forum_of")),
    Message(
        "arrivals.counts",
        COUNTED,
        (tap("comers.names", "forum_of/7/arrived/0"), tap("comers.again", "forum_of/7/arrived"), MORE),
    ),
    Message(
        "arrivals.counts",
        {**COUNTED, "came": "0", "as_told": "0", "walked_in": 0, "mine_came": 0, "came_from": []},
    ),
    Message("arrivals.names", {"arrived": ARRIVED}),
    Message("poster.none"),
    Message("poster.which", LISTED, _which("forum_of")),
    Message("poster.link", {**FAR, "figures": "4821"}, (page("poster.open", "m/abcDEF"),)),
    Message("secretary.no_forum", {}, (tap("plan.begin", "open/plan"),)),
    Message("secretary.which", LISTED, _which("secretary")),
    Message("secretary.list", SECRETARY, (name("1 สมชาย", "secretary/7/name/1"), DROP)),
    Message("secretary.nobody", {**FAR, "named": ""}),
    Message("secretary.which_leaves", SECRETARY, (name("1 สมชาย", "secretary/7/release/1"),)),
    Message("secretary.kept", SECRETARY, (tap("secretary.another", "secretary/7"), DROP)),
    Message("secretary.none_left", FAR, (tap("secretary.another", "secretary/7"),)),
    Message("duty.secretary", FAR),
    Message("duty.no_secretary", FAR),
    Message("survey.heard", FAR, _answers("heard", "yes", "partly", "no")),
    Message("survey.clear", FAR, _answers("clear", "yes", "partly", "no")),
    Message("survey.again", FAR, _answers("again", "yes", "unsure", "no")),
    Message("survey.thanks", {}, (tap("survey.change", "survey_of/7"), *MAIN[1:3])),
    Message("survey.none"),
    Message("survey.which", LISTED, _which("results")),
    Message("survey.results", {**FAR, "came": 38, "survey": SURVEY}),
    Message(
        "memory.counts",
        MEMORY,
        (tap("memory.done", "memory/done/400702/0"), tap("memory.open", "memory/open/400702/0")),
    ),
    Message("memory.counts", {**MEMORY, "scopes": ["northeast"], "mended": 0}),
    Message("memory.nothing", {"scopes": ["northeast"]}),
    Message("memory.which", {}, (name("ต.น้ำพอง ขก", "memory/of/400701"),)),
    Message("memory.unknown"),
    Message("memory.not_there"),
    Message(
        "memory.still_open",
        {"scopes": ["400702"], "troubles": TROUBLES},
        (name("ขก-0142", "area/see/1/longest"), tap("place.next", "memory/open/400702/1")),
    ),
    Message(
        "memory.resolved",
        {"scopes": ["400702"], "resolved_here": DEEDS},
        (tap("memory.back", "memory/of/400702"),),
    ),
    Message("group_door.leaders_only"),
    Message("group_door.sure", {**NAMED, "unread": ""}),
    Message("group_door.done", {**NAMED, "there": "", "came": 40}),
    Message("group_door.all_there", {"there": "คำ สีดา"}),
    Message("group_door.nothing_waits"),
    Message("group_door.undone", {**FAR, "people": 2}),
    Message("group_door.which"),
)
