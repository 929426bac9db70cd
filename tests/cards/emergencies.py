"""What the house can say around an emergency call, one example or more of every sentence."""

from typing import Any

from handlers.welcome import MAIN
from models.forums.emergencies import NEEDS
from models.post.messages import Choice, Message, in_chat, name, tap

Values = dict[str, Any]
CALL: Values = {
    "region": "northeast",
    "at": "2026-08-26T06:00:00+00:00",
    "hall": "ห้องประชุม อบต.ท่าเสียว",
    "about": ["น้ำล้นตลิ่งริมมูล", "disaster.flood"],
}
FLOOD: Values = {**CALL, "about": [None, "disaster.flood"]}
AREAS: Values = {"scopes": ["400702", "4008"]}
COUNTS: Values = {
    "called": "412",
    "groups": 2,
    "going": "41",
    "not_going": "6",
    "help": 6,
    "needs": [["boat", 3], ["medicine", 2], ["bedridden", 1]],
    "silent": "359",
    "answered_from": [["400702", 38], [None, 15]],
}
NOBODY: Values = {**COUNTS, "groups": 0, "needs": [], "answered_from": [], "going": "0", "not_going": "0"}
PRICE: Values = {
    "invited": "412",
    "groups": 2,
    "uncounted": 1,
    "messages": "712",
    "quota": ["left", 1088],
}
CANCEL = tap("cancel", "emergency/1/drop")
NAMES: tuple[Choice, ...] = (name("น้ำพอง", "emergency/1/areas/in/4007"), CANCEL)
PICKED = (
    tap("emergency.enough", "emergency/1/areas/enough", loud=True),
    tap("emergency.more_areas", "emergency/1/areas/more"),
    tap("emergency.other_areas", "emergency/1/areas/anew"),
    CANCEL,
)
EDITS = (
    tap("emergency.areas", "emergency/1/edit/areas"),
    tap("emergency.reason", "emergency/1/edit/reason"),
    tap("plan.when", "emergency/1/edit/day"),
    tap("forum.place_again", "emergency/1/edit/hall"),
    CANCEL,
)
REASONS = (tap("plan.topic", "emergency/1/reason/disaster.flood", topics=[["disaster", "flood"]]), CANCEL)
ANSWERS = (
    tap("called.going", "called/9/going", loud=True),
    tap("rsvp.online", "called/9/online"),
    tap("called.not_going", "called/9/not_going"),
    tap("called.help", "called/9/help"),
)
IN_GROUP = (
    in_chat("called.going", "chat.going", loud=True, number=9),
    in_chat("called.not_going", "chat.not_going", number=9),
    in_chat("called.help", "chat.help", number=9),
)
LOOK, OFF = tap("roll_call.look", "roll_call/9"), tap("roll_call.call_off", "roll_call/9/call_off")
HELP, CHANGE = tap("called.help", "called/9/help"), tap("rsvp.change", "called/9/change")
RED = tap("danger.button", "open/danger")
LEADER: Values = {"name": "สมชาย", "role": "leader"}

EMERGENCY_EXAMPLES: tuple[Message, ...] = (
    Message("emergency.areas", {}, NAMES),
    Message("emergency.picked", AREAS, PICKED),
    Message("emergency.picked", {"scopes": ["northeast"]}, PICKED),
    Message("emergency.not_there", {}, NAMES),
    Message("emergency.reason", {}, REASONS),
    Message("emergency.reason_again", {}, REASONS),
    Message("emergency.sure", CALL | AREAS | PRICE, EDITS),
    Message(
        "emergency.sure",
        FLOOD | AREAS | PRICE | {"groups": 0, "uncounted": 0, "quota": ["short", 112]},
        EDITS,
    ),
    Message("emergency.not_sure", CALL | AREAS | PRICE, EDITS),
    Message("emergency.done", CALL | COUNTS, (LOOK, OFF)),
    Message("emergency.call", CALL, ANSWERS),
    Message("emergency.call", FLOOD, ANSWERS),
    Message("emergency.to_group", CALL, IN_GROUP),
    Message("emergency.to_group", FLOOD, IN_GROUP),
    Message("emergency.called_off", CALL),
    Message("emergency.called_off", FLOOD),
    Message("called.comes", CALL | {"people": None}, (HELP, CHANGE)),
    Message("called.comes", CALL | {"people": 3}, (HELP, CHANGE)),
    Message("called.comes_online", CALL, (HELP, CHANGE)),
    Message("called.stays_away", CALL, (HELP, CHANGE)),
    Message("called.what_first", {}, tuple(tap(f"need.{one}", f"called/9/need/{one}") for one in NEEDS)),
    *(Message("called.need_kept", {"need": one, "told": [LEADER]}, (RED, CHANGE)) for one in NEEDS),
    Message("called.need_kept", {"need": "boat", "told": []}, (RED, CHANGE)),
    Message("called.over", CALL, (RED, *MAIN[:2])),
    Message("called.called_off", CALL, (RED, *MAIN[:2])),
    Message("called.not_for_you", {}, MAIN),
    Message("roll_call.counts", CALL | COUNTS, (LOOK, OFF)),
    Message("roll_call.counts", CALL | NOBODY, (LOOK,)),
    Message("roll_call.none"),
    Message("roll_call.sure", CALL | COUNTS, (OFF, tap("roll_call.keep", "roll_call/9"))),
    Message("roll_call.done", CALL | {"reached": "412"}, (tap("emergency.begin", "open/emergency"),)),
    Message("duty.quota_low", {"left": "112"}),
    Message("duty.quota_low", {"left": "0"}),
    Message("duty.need", {"name": "บุญมา", "place": "400702", "need": "boat"}, (LOOK,)),
    Message("duty.need", {"name": None, "place": "400702", "need": "bedridden"}, (LOOK,)),
)
