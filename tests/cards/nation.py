"""What is said of troubles of the whole nation: to the centre, to the regions, and to who reported."""

from typing import Any

from handlers.work import WORK
from models.post.messages import Message, name, tap

Values = dict[str, Any]
AT, SINCE = "2026-08-28T02:00:00+00:00", "2026-08-02T17:00:00+00:00"
PRICE: Values = {"number": "รวม-0001", "topics": [["energy", "electricity_price"]], "phrase": "ค่าไฟสูบน้ำ"}
OIL: Values = {"number": "รวม-0002", "topics": [["energy", "fuel"]], "phrase": "ราคาน้ำมันโลกขึ้น"}
ASKED: Values = {"topics": PRICE["topics"], "phrase": PRICE["phrase"], "region": "north"}
TOUCHED: Values = {"topics": OIL["topics"], "phrase": OIL["phrase"], "region": "north"}
NOTHING: Values = {"line": 0, "topics": [["land", None]], "phrase": "", "reason": None}
LINES = [
    {**PRICE, "line": 1, "regions": 4, "crowd": ["exact", 61], "stand": "draft", "reason": None},
    {**OIL, "line": 2, "regions": 2, "crowd": ["exact", 0], "stand": "accepted", "reason": None},
    {**NOTHING, "line": 3, "regions": 2, "crowd": ["few", 5], "stand": "watched"},
    {**NOTHING, "line": 4, "regions": 3, "crowd": ["least", 22], "stand": "dropped", "reason": "beyond"},
]
NUMBERS = tuple(name(str(number), f"centre/see/{number}") for number in range(1, 5))
SEE, LIST = tap("centre.see", "centre/see/7"), tap("centre.list", "open/shared")
ACCEPT = tap("centre.accept", "centre/accept/7", loud=True)
DROP, ASK, HAND_OUT = (tap(f"centre.{verb}", f"centre/{verb}/7") for verb in ("drop", "ask", "hand_out"))
WHY = tuple(
    tap(f"centre.why_{why}", f"centre/drop/7/{why}")
    for why in ("forwarded", "next_forum", "beyond", "needs_info")
)
COUNTS: Values = {
    "by_region": [["northeast", ["exact", 31], 12], ["north", ["exact", 27], 9], ["south", ["few", 5], 2]],
    "quotes": ["ค่าไฟสูบน้ำเข้านาแพงมาก เป็นหนี้กันหมด", "หนี้ค่าไฟสูบน้ำ จ่ายไม่ไหวแล้ว", "ค่าไฟขึ้นทุกเดือน ทำนาไม่ได้"],
}
CARD: Values = {
    **PRICE,
    **COUNTS,
    "stand": "draft",
    "reason": None,
    "forum_at": AT,
    "origin": "shared",
    "resolved_there": [["northeast", "ขอผ่อนค่าไฟเป็นงวด"]],
    "regions_said": [["north", "อยากได้มิเตอร์แยกสำหรับสูบน้ำ"]],
    "lacking": ["south"],
    "awaited": [],
    "concluded": [],
    "handed_to": [],
}
CONCLUDED: Values = {
    "stand": "discussed",
    "concluded": ["เสนอลดค่าไฟสูบน้ำเพื่อการเกษตร"],
    "handed_to": [["northeast", "sent"], ["north", "checked"], ["south", "draft"]],
    "lacking": [],
}
TOUCHING: Values = {
    **OIL,
    "by_region": [],
    "quotes": [],
    "stand": "accepted",
    "reason": None,
    "forum_at": AT,
    "origin": "situation",
    "source": "กรมธุรกิจพลังงาน",
    "address": "https://www.example.org/oil",
    "since_at": SINCE,
    "touched": ["north", "south"],
    "regions_said": [["south", None]],
    "awaited": ["north"],
}
ANSWER = "เสนอลดค่าไฟสูบน้ำเพื่อการเกษตร\nการไฟฟ้าจะตอบภายใน 30 วัน"
CHECK: Values = {
    "topics": PRICE["topics"],
    "phrase": PRICE["phrase"],
    "region": "northeast",
    "answer_lines": ANSWER,
    "crowd": ["exact", 31],
    "issues": 12,
    "messages": "31",
    "quota": ["left", 1088],
}
SEND = (tap("regional.send", "regional_of/3/send", loud=True), tap("mend", "regional_of/3/mend"))
ANSWER_IT = tap("opinion.answer", "opinion_of/7/north", loud=True)
NOT_US, CHANGE = tap("opinion.not_us", "opinion_of/7/north/none"), tap("mend", "opinion_of/7/north")
CANCEL, PLAN = tap("cancel", "situation/1/drop"), tap("plan.begin", "open/plan")
REGIONS = tuple(
    tap(f"region.{one}", f"situation/1/regions/{one}")
    for one in ("north", "northeast", "central_west", "bkk_east", "south")
)
EVERY, ENOUGH = (
    tap("situation.every_region", "situation/1/regions/every"),
    tap("situation.enough", "situation/1/regions/enough", loud=True),
)
DAYS = tuple(tap(f"situation.back_{back}", f"situation/1/since/{back}") for back in (0, 1, 7))
SURE: Values = {
    "title": "ราคาน้ำมันโลกขึ้น",
    "topics": [["energy", "fuel"]],
    "scopes": ["north", "south"],
    "since_at": SINCE,
    "source": "กรมธุรกิจพลังงาน",
    "address": "https://www.example.org/oil",
}
EDITS = (
    tap("plan.confirm", "situation/1/sure/yes", loud=True),
    tap("edit.topic", "situation/1/edit/topics"),
    tap("plan.region", "situation/1/edit/regions"),
    tap("situation.since", "situation/1/edit/since"),
    CANCEL,
)
DIGEST: Values = {
    "name": "แนน",
    "at": "2026-08-10T00:30:00+00:00",
    "new": 0,
    "urgent": 0,
    "open": 0,
    "silent": 0,
    "waited": 0,
    "by_place": [],
    "numbered": [],
    "bars": [],
    "asked": 0,
    "touching": "ราคาน้ำมันโลกขึ้น",
}
READ = (
    tap("work.reports", "open/reports", loud=True),
    tap("work.questions", "open/questions"),
    tap("opinion.to_centre", "opinion_of/7/north"),
)
STORY: Values = {
    "number": "ขก-0142",
    "topics": [["energy", "electricity_price"]],
    "place": "400702",
    "moo": 5,
    "state": "agenda",
    "wish": None,
    "history": [["raised", AT, None], ["answered", "2026-08-31T02:00:00+00:00", ANSWER]],
}

NATION_EXAMPLES: tuple[Message, ...] = (
    Message("centre.none", {}, (tap("work.situation", "open/situation"),)),
    Message("centre.list", {"shared": LINES}, (*NUMBERS, tap("place.next", "centre/list/1"))),
    Message("centre.no_such", {}, (LIST,)),
    Message("centre.gone", {}, (LIST,)),
    Message(
        "centre.watched",
        {"topics": PRICE["topics"], "phrase": PRICE["phrase"], **COUNTS},
        (tap("centre.raise", "centre/accept/-3"), tap("centre.ask", "centre/ask/-3"), LIST),
    ),
    Message("centre.card", CARD, (ACCEPT, DROP, ASK, LIST)),
    Message("centre.card", {**CARD, **CONCLUDED}, (HAND_OUT, LIST)),
    Message("centre.card", TOUCHING, (DROP, ASK, LIST)),
    Message("centre.no_forum", {}, (PLAN, SEE)),
    Message("centre.closed", PRICE, (SEE, LIST)),
    Message(
        "centre.accepted",
        {**PRICE, "at": AT, "resolved_count": 4, "lacking": ["bkk_east"]},
        (ASK, SEE, DROP),
    ),
    Message("centre.accepted", {**PRICE, "at": AT, "resolved_count": 0, "lacking": []}, (SEE, DROP)),
    Message("centre.why", ASKED, (*WHY, SEE)),
    Message("centre.dropped", {**PRICE, "why_not": "beyond"}, (SEE, LIST)),
    Message(
        "centre.asked",
        {"asked_regions": ["north", "south"], "reminded_regions": [], "unstaffed": ["south"]},
        (SEE, LIST),
    ),
    Message(
        "centre.asked", {"asked_regions": [], "reminded_regions": ["north"], "unstaffed": []}, (SEE, LIST)
    ),
    Message("centre.all_asked", {"lacking": ["north"]}, (SEE,)),
    Message("centre.all_heard", {}, (SEE,)),
    Message("centre.not_concluded", ASKED, (SEE,)),
    Message("centre.nobody_asked", {}, (SEE,)),
    Message(
        "centre.handed_out",
        {
            "handed_to": [["northeast", "draft"], ["south", "draft"]],
            "unstaffed": ["south"],
            "crowd": ["exact", 61],
        },
        (SEE,),
    ),
    Message("centre.handed_before", {"handed_to": CONCLUDED["handed_to"]}, (SEE,)),
    Message("opinion.asked", {**ASKED, "crowd": ["exact", 27], "issues": 9}, (ANSWER_IT,)),
    Message("opinion.touched", TOUCHED, (ANSWER_IT, NOT_US)),
    Message("opinion.what", ASKED, (tap("cancel", "opinion/1/drop"),)),
    Message("opinion.how", TOUCHED, (tap("cancel", "opinion/1/drop"),)),
    Message("opinion.again", {}, (tap("cancel", "opinion/1/drop"),)),
    Message("opinion.kept", {"region": "north", "opinion": "อยากได้มิเตอร์แยกสำหรับสูบน้ำ"}, (CHANGE,)),
    Message("opinion.kept_not_us", {"region": "north"}, (CHANGE,)),
    Message("opinion.over"),
    Message("regional.check", CHECK, SEND),
    Message("regional.words", {"answer_lines": ANSWER}, (tap("cancel", "regional/1/drop"),)),
    Message("regional.words_again", {}, (tap("cancel", "regional/1/drop"),)),
    Message("regional.sent", {"region": "northeast", "reached": "31"}),
    Message("regional.sent_to_nobody", {"region": "northeast"}),
    Message("regional.sent_before", {"region": "northeast", "name": "ต้น", "at": AT}),
    Message(
        "regional.told",
        {"number": "ขก-0142", "answer_lines": f"{ANSWER}\nใครต้องการมิเตอร์แยก แจ้งผู้ใหญ่บ้าน"},
        (tap("main.mine", "mine/ขก-0142"),),
    ),
    Message("situation.title", {}, (CANCEL,)),
    Message("situation.title_again", {}, (CANCEL,)),
    Message("situation.source", {}, (tap("skip", "situation/1/source/none"), CANCEL)),
    Message("situation.link_again", {}, (tap("skip", "situation/1/source/none"), CANCEL)),
    Message("situation.regions", {"scopes": []}, (*REGIONS, EVERY, CANCEL)),
    Message("situation.regions", {"scopes": ["south"]}, (ENOUGH, *REGIONS[:4], EVERY, CANCEL)),
    Message("situation.since", {}, (*DAYS, CANCEL)),
    Message("situation.since_again", {}, (*DAYS, CANCEL)),
    Message("situation.sure", SURE, EDITS),
    Message(
        "situation.made",
        {"number": "รวม-0002", "forum_at": AT},
        (tap("centre.ask", "centre/ask/7", loud=True), SEE),
    ),
    Message("digest.morning", DIGEST, READ),
    Message("mine.one", STORY, (tap("main.mine", "open/mine"),)),
    Message(
        "work.menu", {"mine": [{"role": "officer", "scope": "national"}]}, tuple(choice for _, choice in WORK)
    ),
)
