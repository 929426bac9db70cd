"""What the house says of conclusions, of what became of them, and of lessons: one example or more of every sentence."""

from typing import Any

from handlers.welcome import MAIN
from models.post.messages import Choice, Message, name, page, tap

Values = dict[str, Any]
FORUM: Values = {"region": "northeast", "at": "2026-08-20T02:00:00+00:00", "hall": "หอประชุมอำเภอน้ำพอง"}
ISSUE: Values = {"number": "ขก-0142", "topics": [["water", None]]}
WHERE: Values = {"place": "400702", "moo": 5}
WHAT: Values = {"deed": "เปลี่ยนเครื่องสูบน้ำ", "taker": "กองช่าง อบต.วังชัย", "due": "2026-09-15"}
DEED: Values = {**ISSUE, **WHERE, **WHAT}
FREE: Values = {"taker": "", "due": None}
NUMBERED: Values = {"nth": 2, **ISSUE, **WHAT}
LIST, DEEDS = tap("conclude.list", "open/conclusions"), tap("deed.list", "open/deeds")
CANCEL, STEP_CANCEL = tap("cancel", "conclude/1/drop"), tap("cancel", "deed_step/1/drop")
YES, MEND = tap("conclude.right", "conclude/1/sure/yes", loud=True), tap("mend", "conclude/1/sure/mend")
SURE = (YES, MEND, CANCEL)
AS_AGREEMENT = tap("conclude.as_agreement", "conclude/1/kind/agreement")
AS_PROPOSAL = tap("conclude.as_proposal", "conclude/1/kind/proposal")
REGIONS = (
    tap("region.northeast", "conclude/1/forum/7"),
    tap("region.south", "conclude/1/forum/8"),
    CANCEL,
)
SEVERAL = {"forums": [{**FORUM, "topic": None}, {**FORUM, "region": "south", "topic": None}]}
ITEMS = [
    {"line": 1, "number": "ขก-0142", "topics": [["water", None]]},
    {"line": 2, "number": "ขก-0147", "topics": [["land", None]]},
]
CHOOSE = (name("1", "conclude/1/item/1"), name("2", "conclude/1/item/2"), CANCEL)
SEE, SEE_LIST = tap("deed.see", "deed/7"), (tap("deed.see", "deed/7"), DEEDS)
TAKES = (
    tap("deed.accept", "deed/7/accept", loud=True),
    tap("deed.not_me", "deed/7/not_me"),
    tap("deed.cannot", "deed/7/cannot"),
)
STEPS = (
    tap("deed.done", "deed/7/done", loud=True),
    tap("deed.working", "deed/7/working"),
    tap("deed.stuck", "deed/7/stuck"),
)
OFFICE = tuple(tap(f"deed.{what}", f"deed/7/{what}") for what in ("received", "working", "date", "stuck"))
VERDICTS = [["fixed", 2], ["same", 1]]
ANSWERS = tuple(tap(f"verdict.{said}", f"verdict/7/{said}") for said in ("fixed", "better", "same", "unsure"))
CHANGE = (tap("verdict.change", "verdict/7/change"), tap("main.mine", "open/mine"))
MINE = (tap("main.mine", "mine/ขก-0142"),)
RESULTS: Values = {**FORUM, "discussed": 6, "carried": 2, "messages": "63"}
ROWS = [
    {"line": 1, **WHERE, "deed": "สำรวจบ้านเสียหาย", "state": "stuck", "due": "2026-08-31", "left": -3},
    {"line": 2, **WHERE, "deed": "เปลี่ยนเครื่องสูบน้ำ", "state": "accepted", "due": "2026-09-15", "left": 12},
    {"line": 3, "place": None, "moo": None, "deed": "ตั้งกองทุน", "state": "asked", "due": None, "left": None},
    {"line": 4, **WHERE, "deed": "ขุดบ่อ", "state": "working", "due": "2026-09-03", "left": 0},
]
CONCLUDED = [
    {"line": 1, "item": 2, **WHAT},
    {"line": 2, "item": None, "deed": "ทำฝายน้ำล้นกันเอง", "taker": None, "due": None},
]
LESSONS = [
    {"deed": "ทำฝายน้ำล้นกันเอง ใช้เงิน 3,000 บาท", "place": "400702", "at": "2026-08-12T02:00:00+00:00"},
    {"deed": "ตั้งเวรดูแลปั๊ม", "place": "400101", "at": "2026-07-16T02:00:00+00:00"},
]


def _days(of: str) -> tuple[Choice, ...]:
    offered = (tap("when.on", f"{of}/{day}", at=day) for day in ("2026-08-27", "2026-09-19"))
    return (*offered, tap("conclude.no_date", f"{of}/none"))


DAYS = (*_days("conclude/1/due"), CANCEL)
NEW_DAYS = (*_days("deed_step/1/until"), STEP_CANCEL)
MEANT = (
    tap("conclude.meant", "conclude/1/due/2032-08-01"),
    tap("conclude.no_date", "conclude/1/due/none"),
    CANCEL,
)
WAYS = (
    tap("conclude.community", "conclude/1/taker/community"),
    tap("conclude.nobody", "conclude/1/taker/nobody"),
)
PARTS = tuple(
    tap(f"conclude.{says}", f"conclude/1/edit/{part}")
    for says, part in (("item", "item"), ("text", "text"), ("taker", "taker"), ("day", "due"))
)

DEED_EXAMPLES: tuple[Message, ...] = (
    Message("conclude.which_forum", SEVERAL, REGIONS),
    Message("conclude.which_item", {"item_lines": ITEMS, "nth": 2}, CHOOSE),
    Message("conclude.no_such_item", {"item_lines": ITEMS, "nth": 9}, CHOOSE),
    Message("conclude.what", {}, (CANCEL,)),
    Message("conclude.who", {"deed": WHAT["deed"]}, (*WAYS, CANCEL)),
    Message("conclude.by_when", {"due": None}, DAYS),
    Message("conclude.past", {"due": None}, DAYS),
    Message("conclude.impossible", {"due": None}, DAYS),
    Message("conclude.far", {"due": "2032-08-01"}, MEANT),
    Message("conclude.sure_agreement", NUMBERED, (YES, MEND, AS_PROPOSAL, CANCEL)),
    Message("conclude.sure_agreement", {**NUMBERED, **FREE}, SURE),
    Message("conclude.sure_proposal", NUMBERED, (YES, MEND, AS_AGREEMENT, CANCEL)),
    Message("conclude.sure_policy", NUMBERED, SURE),
    Message("conclude.sure_lesson", NUMBERED, SURE),
    Message("conclude.sure_said", NUMBERED, SURE),
    Message("conclude.mend", {}, (*PARTS, CANCEL)),
    Message("conclude.kept", {"conclusion": 2, "asked": "สมชาย"}, (LIST,)),
    Message("conclude.kept", {"conclusion": 2}, (LIST, tap("talk.resume", "conclude/1/resume"))),
    Message("conclude.changed", {"conclusion": 2, "asked": "สมชาย"}, (LIST,)),
    Message(
        "conclude.noted",
        {"number": "ขก-0142", "said": "ปั๊มเสียสองเดือน"},
        (tap("conclude.unsay", "unsay/1/2"), LIST),
    ),
    Message("conclude.unsaid", {}, (LIST,)),
    Message(
        "conclude.which_taker",
        {"taker": "สมศรี"},
        (
            name("1. สมศรี ใจดี", "resolution/7/taker/1"),
            name("2. สมศรี มีสุข", "resolution/7/taker/2"),
            tap("conclude.other_taker", "resolution/7/taker/other"),
        ),
    ),
    Message("conclude.asked", {"conclusion": 2, "asked": "สมศรี"}, (LIST,)),
    Message("conclude.nobody_there", {"conclusion": 2}, (LIST,)),
    Message("conclude.too_late", {"conclusion": 2}, (LIST,)),
    Message("conclude.no_agenda", FORUM),
    Message("conclude.no_forum"),
    Message("conclude.not_secretary"),
    Message("conclude.none", FORUM, (tap("result.publish", "conclusions/7/publish"),)),
    Message(
        "conclude.list",
        {**FORUM, "conclusion_lines": CONCLUDED},
        (name("1", "deed/7"), name("2", "deed/8"), tap("result.publish", "conclusions/7/publish")),
    ),
    Message("conclude.no_such", {"conclusion": 9}, (LIST,)),
    Message(
        "conclude.drop_sure",
        {"conclusion": 2, "deed": WHAT["deed"]},
        (tap("conclude.drop", "resolution/7/yes"), tap("conclude.keep", "open/conclusions")),
    ),
    Message("conclude.dropped", {"conclusion": 2}, (LIST,)),
    Message("deed.asked", DEED, TAKES),
    Message("deed.asked_instead", {**DEED, "taker": "ชุมชนทำเอง"}, TAKES),
    Message("deed.accepted", DEED, (*STEPS, DEEDS)),
    Message("deed.accepted", {**DEED, "due": None}, (*STEPS, DEEDS)),
    Message("deed.declined", {**DEED, "because": "ต้องเกี่ยวข้าว"}, (SEE,)),
    Message("deed.thanks_not_you"),
    Message("deed.not_yours", {}, (DEEDS,)),
    Message("deed.withdrawn", {"deed": WHAT["deed"]}),
    Message(
        "deed.one",
        {**DEED, "conclusion": 2, "deed_state": "contested", "because": "เปลี่ยนแล้ว", "verdicts": VERDICTS},
        (page("deed.proof", "m/TOKEN"), *STEPS),
    ),
    Message(
        "deed.one",
        {**DEED, "due": None, "conclusion": 3, "deed_state": "sent", "because": None, "verdicts": []},
        OFFICE,
    ),
    Message(
        "deed.list",
        {"owed": 4, "owed_lines": ROWS},
        tuple(name(str(row["line"]), f"deed/{row['line']}") for row in ROWS),
    ),
    Message("deed.none"),
    Message("deed.no_such", {}, (DEEDS,)),
    Message("deed.due_soon", DEED, STEPS),
    Message("deed.due", DEED, STEPS),
    Message("deed.moved", {"deed": WHAT["deed"], "deed_state": "working"}, SEE_LIST),
    Message("deed.why_not", {"deed": WHAT["deed"]}, (STEP_CANCEL,)),
    Message("deed.why_stuck", {"deed": WHAT["deed"]}, (STEP_CANCEL,)),
    Message("deed.new_day", {"due": None}, NEW_DAYS),
    Message("deed.new_day_again", {"due": None}, NEW_DAYS),
    Message("deed.their_day", {"due": None}, NEW_DAYS),
    Message("deed.photo", {"deed": WHAT["deed"]}, (tap("skip", "deed_step/1/photo/none"), STEP_CANCEL)),
    Message(
        "deed.is_stuck",
        {"deed": WHAT["deed"], "because": "รออะไหล่", "due": "2026-09-30"},
        (*STEPS[:2], DEEDS),
    ),
    Message("deed.dated", {"deed": WHAT["deed"], "due": "2026-09-30"}, (SEE,)),
    Message("deed.told_done", {"deed": WHAT["deed"]}, (DEEDS,)),
    Message("deed.no_answer", {**DEED, "due": None, "days": 31}, (SEE,)),
    Message("deed.climbed", {**DEED, "region": "national", "at": FORUM["at"]}, (SEE,)),
    Message("verdict.ask_done", DEED, ANSWERS),
    Message("verdict.ask_due", DEED, ANSWERS),
    Message("verdict.kept_fixed", {}, CHANGE),
    Message("verdict.kept_better", {}, CHANGE),
    Message("verdict.kept_same", {}, CHANGE),
    Message("verdict.kept_unsure", {}, CHANGE),
    Message("verdict.not_yours", {}, MAIN),
    Message("verdict.over", {}, (tap("main.mine", "open/mine"),)),
    Message("verdict.again", {"topics": ISSUE["topics"], **WHERE, **WHAT}, ANSWERS),
    Message("verdict.contested", {**DEED, "verdicts": VERDICTS}, (SEE,)),
    Message("result.concluded", {**ISSUE, **WHAT, "conclusion": 2, "more": 0}, MINE),
    Message("result.concluded", {**ISSUE, **WHAT, "conclusion": 2, "more": 1}, MINE),
    Message("result.proposed", {**ISSUE, **WHAT, "due": None, "conclusion": 2, "more": 0}, MINE),
    Message("result.talked", {**ISSUE, **FORUM, "talked": "ยังต้องดูเงินก่อน"}, MINE),
    Message("result.carried", {**ISSUE, **FORUM}, MINE),
    Message(
        "result.sure",
        {**RESULTS, "quota": ["left", 437]},
        (tap("plan.confirm", "conclusions/7/yes", loud=True), tap("conclude.list", "conclusions/7")),
    ),
    Message("result.published", {**FORUM, "reached": "63"}, (LIST,)),
    Message("result.already", FORUM, (LIST,)),
    Message("result.too_early", FORUM, (LIST,)),
    Message("result.remind", RESULTS, (tap("conclude.list", "conclusions/7"),)),
    Message(
        "lesson.two",
        {"topics": ISSUE["topics"], "lessons": LESSONS},
        (tap("lesson.back", "area/see/7/newest"),),
    ),
    Message(
        "lesson.none", {"topics": ISSUE["topics"], "lessons": []}, (tap("lesson.back", "area/see/7/newest"),)
    ),
    Message(
        "mine.one",
        {
            **ISSUE,
            **WHERE,
            "state": "contested",
            "wish": None,
            "village": None,
            "history": [["contested", "2026-09-15T02:00:00+00:00", None]],
            "resolved": [{**WHAT, "state": "contested", "verdicts": VERDICTS}],
        },
        (page("deed.proof", "m/TOKEN"), tap("mine.wish", "mine/ขก-0142/wish"), tap("main.mine", "open/mine")),
    ),
)
