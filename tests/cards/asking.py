"""Examples of questions and answers, of the list of an area and of the morning digest."""

from typing import Any

from handlers.welcome import MAIN
from models.post.messages import Message, name, page, tap, where_you_are

Values = dict[str, Any]
TOLD: Values = {"told": [{"name": "สมชาย", "role": "leader"}]}
ASKED = "บ้านมั่นคงสมัครที่ไหน ต้องใช้อะไรบ้างคะ"
ANSWER = "มาที่เทศบาลวันพุธ เอาบัตรประชาชนกับทะเบียนบ้านมาด้วยนะครับ"
QUESTION: Values = {"question": ASKED}
HER: Values = {"asker": {"name": "บุญมา", "place": "400702"}}
SOMEBODY: Values = {"asker": {"name": None, "place": "400702"}}
NOBODY_KNOWN: Values = {"asker": {"name": None, "place": None}}
COUNTS: Values = {"photos": 0, "voices": 0}
CARD: Values = {**HER, **QUESTION, **COUNTS, "why": "new", "before": None, "at": "2026-08-03T02:00:00+00:00"}

CANCEL = tap("cancel", "open/leave")
DROP = tap("cancel", "reply/1/drop")
REPLY = tap("answering.answer", "question/1/answer", loud=True)
QUIET_REPLY = tap("answering.answer", "question/1/answer")
PASS = tap("answering.pass", "question/1/pass/400702")
SEE = page("attached.photo", "m/TOKEN")
HEAR = page("attached.voice", "m/TOKEN")
OPEN_BOTH = page("attached.both", "m/TOKEN")
LIST = tap("work.questions", "open/questions")
WITHDRAW = tap("ask.withdraw", "asked/1/withdraw")
SEND = (
    tap("ask.send", "ask/1/sure/yes", loud=True),
    tap("ask.again", "ask/1/edit/parts"),
    CANCEL,
)
CONFIRM = (tap("answering.send", "reply/1/sure/yes", loud=True), tap("mend", "reply/1/edit/parts"), DROP)
WHERE = (where_you_are(), name("เหนือ", "ask/1/place/area/0"), tap("skip", "ask/1/place/none"))

LINE: Values = {
    "line": 1,
    "number": "ขก-0142",
    "topics": [["water", None]],
    "place": "400702",
    "moo": 5,
    "danger": False,
    "waited": 12,
    "people": 0,
}
LINES = [
    {**LINE, "number": "ขก-0150", "danger": True, "waited": 0},
    {**LINE, "line": 2, "people": 7, "like": 1},
]
NUMBERS = tuple(name(str(number), f"area/see/{number}/newest") for number in (1, 2, 3, 4))
ONWARD = tap("place.next", "area/list/newest/1")
BACK = tap("area.back", "area/list/newest/0")
FIX = tap("tend.more", "tend/1")
REPORT: Values = {
    "number": "ขก-0142",
    "danger": False,
    "name": "บุญมา",
    "topics": [["water", None]],
    "place": "400702",
    "moo": 5,
    "summary": None,
    "story": "น้ำประปาไม่ไหลมาสามวันแล้ว",
    "also": [],
    "people": 0,
    "wish": "อยากให้เปลี่ยนเครื่องสูบ",
    "trapped": None,
    "photos": 2,
    "voices": 1,
    "history": [["received", "2026-08-03T02:00:00+00:00", None]],
}
DIGEST: Values = {
    "name": "แนน",
    "at": "2026-08-10T00:30:00+00:00",
    "new": 18,
    "urgent": 1,
    "open": 40,
    "waited": 12,
    "silent": 3,
    "by_place": [["40", None, 11], ["42", None, 7]],
    "numbered": LINES,
    "asked": 2,
    "bars": [["water", None, 2, 12], ["disaster", "flood", 5, 9], ["land", None, 0, 1]],
    "region": "northeast",
    "forum_at": "2026-08-20T02:00:00+00:00",
    "going": 23,
    "people": 31,
}
COUNTS_ONLY: Values = {**DIGEST, "name": "วิทย์", "numbered": [], "by_place": [["northeast", None, 18]]}
OF_A_TAMBON: Values = {
    **DIGEST,
    "region": None,
    "name": None,
    "urgent": 0,
    "waited": 0,
    "asked": 0,
    "going": 0,
    "by_place": [["400702", 5, 2], ["400702", None, 1]],
}
QUIET: Values = {**OF_A_TAMBON, "new": 0, "by_place": [], "numbered": [], "bars": [], "open": 0}
DIGEST_BUTTONS = (tap("work.reports", "open/reports", loud=True), LIST)

ASKING_EXAMPLES: tuple[Message, ...] = (
    Message("help.question", {}, (tap("main.ask", "ask/1/sure/yes"), *MAIN)),
    Message("ask.what", {"told": []}, (CANCEL,)),
    Message("ask.what", TOLD, (CANCEL,)),
    Message("ask.further", QUESTION | TOLD, (CANCEL,)),
    Message("ask.place", {}, WHERE),
    Message("ask.sure", QUESTION | COUNTS | TOLD, SEND),
    Message("ask.sure", QUESTION | {"photos": 1, "voices": 1, "told": []}, SEND),
    Message("ask.sure_unread", {"question": "", "photos": 0, "voices": 1, **TOLD}, SEND),
    Message("ask.too_long", {}, (CANCEL,)),
    Message("ask.sent", TOLD, (WITHDRAW,)),
    Message("ask.sent_to_last", TOLD, (WITHDRAW,)),
    Message("ask.kept", {}, (*MAIN[:3], WITHDRAW)),
    Message("ask.moved", QUESTION | TOLD),
    Message(
        "ask.answer",
        QUESTION | TOLD | {"answer": ANSWER},
        (tap("ask.more", "asked/1/more"), tap("ask.thanks", "asked/1/thanks", loud=True)),
    ),
    Message("ask.thanked", TOLD),
    Message("ask.enough", {}, MAIN),
    Message("ask.already", TOLD),
    Message("ask.withdrawn", {}, (tap("main.ask", "open/ask"),)),
    Message("answering.card", CARD, (REPLY, PASS)),
    Message("answering.card", CARD | SOMEBODY | {"why": "climbed"}, (REPLY,)),
    Message("answering.card", CARD | {"why": "passed", "before": ASKED, "photos": 1}, (SEE, REPLY, PASS)),
    Message(
        "answering.card", CARD | NOBODY_KNOWN | {"why": "again", "question": "", "voices": 1}, (HEAR, REPLY)
    ),
    Message("answering.card", CARD | {"why": "open"}, (REPLY, PASS, LIST)),
    Message(
        "answering.list",
        {
            "asked": 2,
            "questions": [
                {"line": 1, "place": "400702", "waited": 2, **QUESTION, **COUNTS},
                {"line": 2, "place": None, "waited": 0, "question": "", "photos": 0, "voices": 1},
            ],
        },
        (name("1", "question/1"), name("2", "question/2"), tap("place.next", "question/page/1")),
    ),
    Message("answering.none", {}, (tap("work.reports", "open/reports"),)),
    Message("answering.what", QUESTION, (DROP,)),
    Message("answering.only_words", {}, (DROP,)),
    Message("answering.too_long", {}, (DROP,)),
    Message("answering.sure", TOLD | {"answer": ANSWER}, CONFIRM),
    Message(
        "answering.sure_or_danger",
        TOLD | {"answer": "ถ้าน้ำขึ้นอีก พิมพ์ ช่วยด้วย ได้ทันทีค่ะ"},
        (tap("answering.my_danger", "reply/1/danger"), *CONFIRM),
    ),
    Message("answering.sent", {}, (LIST,)),
    Message("answering.not_reached", {}, (LIST,)),
    Message("answering.already", TOLD | {"answer": ANSWER}, (LIST,)),
    Message("answering.gone", {}, (LIST,)),
    Message("answering.passed", TOLD, (QUIET_REPLY, LIST)),
    Message("answering.top", {}, (QUIET_REPLY,)),
    Message("answering.climbed", QUESTION | TOLD, (QUIET_REPLY,)),
    Message("answering.thanked", SOMEBODY | {"answer": ANSWER}),
    Message(
        "area.list",
        {"scopes": ["400702"], "open": 9, "order": "newest", "numbered": LINES},
        (
            *NUMBERS,
            tap("merge.both", "merge/7/8", one=1, other=2),
            ONWARD,
            tap("area.longest", "area/list/longest/0"),
        ),
    ),
    Message(
        "area.list",
        {"scopes": ["northeast", "national"], "open": 1, "order": "longest", "numbered": LINES[:1]},
        (*NUMBERS[:1], tap("area.newest", "area/list/newest/0")),
    ),
    Message("area.none", {"scopes": ["400702"]}, (LIST,)),
    Message("area.one", REPORT, (OPEN_BOTH, FIX, tap("place.next", "area/next/1/newest"), BACK)),
    Message(
        "area.one",
        {**REPORT, "danger": True, "name": None, "trapped": "3-5", "wish": None, "photos": 0, "voices": 0},
        (FIX, tap("place.next", "area/next/1/newest"), BACK),
    ),
    Message(
        "area.one",
        {**REPORT, "also": ["น้ำประปาหมู่ 5 ไม่มาค่ะ", "ที่บ้านก็ไม่มีน้ำใช้"], "people": 7, "summary": "เครื่องสูบเสีย"},
        (OPEN_BOTH, FIX, tap("place.next", "area/next/1/newest"), BACK),
    ),
    Message(
        "area.set_right",
        {"number": "ขก-0142", "topics": [["water", None]]},
        (tap("area.fix", "retopic_of/1"), BACK),
    ),
    Message("area.last", {}, (BACK,)),
    Message("area.unknown", {}, (BACK,)),
    Message("digest.morning", DIGEST, DIGEST_BUTTONS),
    Message("digest.morning", COUNTS_ONLY, DIGEST_BUTTONS),
    Message("digest.morning", OF_A_TAMBON, DIGEST_BUTTONS),
    Message("digest.quiet", QUIET, DIGEST_BUTTONS),
    Message("digest.quiet", {**QUIET, "open": 3, "waited": 12, "numbered": LINES[1:]}, DIGEST_BUTTONS),
)
