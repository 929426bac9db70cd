"""Examples of what is said of an issue on its way from trouble to deed."""

from models.post.messages import Message, tap

MINE = (tap("main.mine", "mine/ขก-0142"),)
ISSUE = {
    "number": "ขก-0142",
    "topics": [["water", None]],
    "region": "northeast",
    "at": "2026-08-20T02:00:00+00:00",
}

HERS = tap("main.mine", "mine/ขก-0147")
SEE = tap("merge.see", "area/see/7/newest")
LIST = tap("area.back", "area/list/newest/0")
LIKE = {"topics": [["water", None]], "place": "400702", "moo": 5, "people": 5}
DROP = tap("cancel", "sum_up/3/drop")

CHAIN_EXAMPLES: tuple[Message, ...] = (
    Message("issue.on_agenda", {**ISSUE, "people": 7}, MINE),
    Message("issue.on_agenda", {**ISSUE, "people": 0}, MINE),
    Message("issue.not_on_agenda", {**ISSUE, "why_not": "next_forum"}, MINE),
    Message(
        "twin.ask",
        {**LIKE, "summary": "เครื่องสูบน้ำเสียตั้งแต่ 5 ส.ค."},
        (tap("twin.same", "twin/8/7/same", loud=True), tap("twin.differs", "twin/8/7/differs")),
    ),
    Message("twin.joined", {"number": "ขก-0147", "people": 6}, (HERS, tap("twin.apart", "twin/8/7/apart"))),
    Message("twin.kept_apart", {"number": "ขก-0147"}, (HERS,)),
    Message("twin.over", {"number": "ขก-0147"}, (HERS,)),
    Message("twin.shared", {"number": "ขก-0147", "topics": [["water", None]], "people": 6}, (HERS,)),
    Message(
        "merge.alike",
        {
            "number": "ขก-0142",
            "alike": [{"number": "ขก-0147", **LIKE}, {"number": "ขก-0150", **LIKE, "people": 1}],
        },
        (
            tap("merge.with", "merge/7/8", number="ขก-0147"),
            tap("merge.with", "merge/7/9", number="ขก-0150"),
            LIST,
        ),
    ),
    Message("merge.none_alike", {}, (LIST,)),
    Message("merge.done", {"number": "ขก-0142", "people": 7}, (SEE, tap("merge.undo", "unmerge/8"))),
    Message("merge.not_possible", {}, (LIST,)),
    Message("merge.parted", {"number": "ขก-0147"}, (SEE, LIST)),
    Message("merge.nothing_to_part", {}, (LIST,)),
    Message(
        "tend.what",
        {"number": "ขก-0142"},
        (
            tap("tend.sum_up", "tend/7/sum_up"),
            tap("tend.ask", "tend/7/ask"),
            tap("tend.alike", "alike/7"),
            tap("area.fix", "retopic_of/7"),
            SEE,
        ),
    ),
    Message("tend.ask_summary", {"number": "ขก-0142"}, (DROP,)),
    Message("tend.only_words", {}, (DROP,)),
    Message(
        "tend.summed_up",
        {"number": "ขก-0142", "summary": "เครื่องสูบน้ำเสียตั้งแต่ 5 ส.ค."},
        (SEE, tap("mend", "tend/7/sum_up")),
    ),
    Message("tend.what_to_ask", {"number": "ขก-0142"}, (DROP,)),
    Message(
        "tend.sure",
        {"asked": "ปั๊มเสียตั้งแต่วันไหนคะ"},
        (tap("tend.send", "ask_more/3/sure/yes", loud=True), tap("mend", "ask_more/3/edit/words"), DROP),
    ),
    Message("tend.asked", {"number": "ขก-0142"}, (SEE,)),
    Message("tend.nobody", {"number": "ขก-0142"}, (LIST,)),
    Message("tend.answered", {"number": "ขก-0142", "answered": "ตั้งแต่วันพุธค่ะ"}, (SEE,)),
    Message("tend.answered", {"number": "ขก-0142", "answered": None}, (SEE,)),
    Message(
        "more.asked",
        {"number": "ขก-0147", "topics": [["water", None]], "asked": "ปั๊มเสียตั้งแต่วันไหนคะ"},
        (tap("more.reply", "more/ขก-0147/12", loud=True),),
    ),
    Message("more.what", {}, (DROP,)),
    Message("more.thanks", {"number": "ขก-0147"}, (HERS,)),
    Message("area.no_number", {}, (LIST,)),
)
