"""What the house can say in LINE groups, and of tying them, one example or more of every sentence."""

from typing import Any

from handlers.group import REPORT
from models.post.messages import Choice, Message, in_chat, name, tap

Values = dict[str, Any]
HERE: Values = {"place": "400702"}
FORUM: Values = {"region": "northeast", "at": "2026-08-20T02:00:00+00:00", "hall": "หอประชุมเทศบาลเมืองขอนแก่น"}
CODE: Values = {"scope": "400702", "code": "480215", "at": "2026-08-10T16:59:00+00:00"}
WAYS = (
    in_chat("rsvp.going", "chat.going", loud=True, number=12),
    in_chat("rsvp.several", "chat.several", number=12),
    in_chat("rsvp.not_going", "chat.not_going", number=12),
)
AREAS: tuple[Choice, ...] = tuple(
    name(area, f"group/area/{number}/0")
    for number, area in enumerate(("เหนือ", "อีสาน", "กลาง", "ตะวันออก", "ตะวันตก", "ใต้", "กรุงเทพฯ ปริมณฑล"))
)

GROUP_EXAMPLES: tuple[Message, ...] = (
    Message("group.hello", {}, AREAS),
    Message("group.hello_again", HERE),
    Message("group.help", {}, (REPORT,)),
    Message("group.tell_us", {}, (REPORT,)),
    Message("group.no_forum"),
    Message("group.area", {}, AREAS),
    Message("group.area", HERE, AREAS),
    Message(
        "place.tambon",
        {"place": "4007"},
        (name("น้ำพอง", "group/at/400701"), tap("group.whole_district", "group/at/4007")),
    ),
    Message(
        "place.district",
        {"place": "40"},
        (name("น้ำพอง", "group/in/4007/0"), tap("group.whole_province", "group/at/40")),
    ),
    Message("group.tied", HERE),
    Message("group.tied", {"place": "40"}),
    Message("group.tied_by", HERE | {"name": "สมชาย"}),
    Message("group.tied_by", HERE | {"name": None}),
    Message("group.tied_by_code", HERE),
    Message("group.how_to_tie"),
    Message("group.code_for_a_person"),
    Message("group.invitation", FORUM | {"topics": [["water", None], ["land", None]]}, WAYS),
    Message("group.moved", FORUM, WAYS),
    Message("group.cancelled", FORUM | {"because": "น้ำท่วมทางเข้าหอประชุม"}),
    Message("group.comers", FORUM | HERE | {"people": "31", "not_going": "9", "silent": 174}),
    Message("group.comers", FORUM | HERE | {"people": "0", "not_going": "0", "silent": None}),
    Message("joining.for_a_group", CODE),
    Message("tying.where", {}, (name("น้ำพอง", "tying/1/scope/in/400701"), tap("cancel", "tying/1/drop"))),
    Message("tying.code", CODE, (tap("tying.another", "open/tie"),)),
)
