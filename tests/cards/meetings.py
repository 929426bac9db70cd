"""What the house can say about Forums: planning them, coming to them, the national one."""

from datetime import UTC, datetime, timedelta
from typing import Any

from handlers.dates import TO_NATIONAL
from handlers.forums.menu import MENU
from handlers.welcome import MAIN
from models.post.messages import Choice, Message, link, name, page, pick_moment, tap

Values = dict[str, Any]
FORUM: Values = {"region": "northeast", "at": "2026-08-20T02:00:00+00:00", "hall": "หอประชุมอำเภอน้ำพอง"}
LONGEST: Values = {**FORUM, "region": "bkk_east", "hall": None}
NATIONAL: Values = {**FORUM, "region": "national", "at": "2026-08-28T02:00:00+00:00"}
ABOUT: Values = {"topics": [["disaster", "flood"]]}
LINES = [{**FORUM, "topic": "disaster.flood"}, {**NATIONAL, "topic": None}]
WHOLE_COUNTRY = [{**FORUM, "region": region, "topic": None} for region in ("north", "northeast", "south")]
DRAFT = "plan/1"
CANCEL = tap("cancel", f"{DRAFT}/drop")
YES = tap("plan.confirm", f"{DRAFT}/sure/yes", loud=True)
TOPIC, WHEN = tap("edit.topic", f"{DRAFT}/edit/topics"), tap("plan.when", f"{DRAFT}/edit/day")
HALL, REGION = tap("forum.place_again", f"{DRAFT}/edit/hall"), tap("plan.region", f"{DRAFT}/edit/region")
CHANGE = tap("rsvp.change", "rsvp/7/change")
PAGE = page("forum.page", "f/abcDEF123456")
ENTER = link("rsvp.enter", "https://meet.example.org/abc")
NOT_GOING = tap("rsvp.not_going", "rsvp/7/not_going")
ONLINE = tap("rsvp.online", "rsvp/7/online", loud=True)
SHEET = (tap("sheet.change", "sheet_of/7"),)
PLAN = (tap("plan.begin", "open/plan"),)
FOLLOW, UNFOLLOW = (
    tap("national.follow", "national/follow", loud=True),
    tap("national.unfollow", "national/unfollow"),
)
SOONEST = datetime(2026, 8, 4, 2, 1, tzinfo=UTC)
LATEST = SOONEST + timedelta(days=6)
LIMITS: Values = {"soonest": SOONEST.isoformat(), "latest": LATEST.isoformat()}
DAYS = (
    *(
        tap("when.on", f"{DRAFT}/day/2026-08-0{day}", at=f"2026-08-0{day}T05:00:00+00:00")
        for day in range(4, 10)
    ),
    pick_moment("when.pick", f"{DRAFT}/day/picked", SOONEST, LATEST),
    CANCEL,
)
HOURS = (
    *(tap("when.at", f"{DRAFT}/hour/{n}", at=f"2026-08-06T{n}:00+00:00") for n in ("02:00", "06:00")),
    CANCEL,
)
WHICH = (
    *(tap("forum.one", f"move/1/forum/{number}", at=line["at"]) for number, line in enumerate(LINES, 7)),
    CANCEL,
)
DONE = tuple(tap(f"forum.{verb}", f"forum_of/7/{verb}") for verb in ("move", "call_off", "details", "comers"))
FIELDS = ("hall", "linked_halls", "online_url", "capacity", "programme", "note")
CARD = (*(tap(f"details.{field}", f"forum_of/7/{field}") for field in FIELDS), PAGE)
CLEAR = (tap("details.clear", "forum_of/7/note/clear"), CANCEL)
SECTORS = tuple(
    tap(f"sector.{one}", f"sheet/1/sector/{one}")
    for one in ("self", "community", "civil", "agency", "academic")
)
SKIP = tap("skip", "sheet/1/name/skip")
REGIONS = ("north", "northeast", "central_west", "bkk_east", "south")
RSVP: tuple[Choice, ...] = (
    tap("rsvp.going", "rsvp/7/going", loud=True),
    tap("rsvp.several", "rsvp/7/several"),
    tap("rsvp.online", "rsvp/7/online"),
    NOT_GOING,
    PAGE,
)
CAME: Values = {
    **FORUM,
    "people": "412",
    "online": 3,
    "not_going": 9,
    "sectors": [["self", 12], ["community", 380], [None, 20]],
    "from_where": [["400702", 380], [None, 12], ["rest", 20]],
}
NAMES = [
    {"nth": 1, "name": "บุญมา สีดา", "people": 3, "answer": "going", "place": "400702"},
    {"nth": 2, "name": None, "people": 1, "answer": "online", "place": None},
]

MEETING_EXAMPLES: tuple[Message, ...] = (
    Message("forum.invitation", {**LONGEST, "topics": [["disaster", "flood"]]}, RSVP),
    Message("forum.invitation", {**NATIONAL, "topics": []}, RSVP[:3]),
    Message("forum.date", NATIONAL, (FOLLOW, *MAIN[:3])),
    Message("forum.date", FORUM, (*MAIN, TO_NATIONAL)),
    Message("forum.cancelled", {**FORUM, "because": "สะพานขาด รถเข้าไม่ได้"}),
    Message(
        "forum.which_region", {}, (*(tap(f"region.{one}", f"forum/{one}") for one in REGIONS), TO_NATIONAL)
    ),
    Message("forum.several", {"forums": LINES}, WHICH[:2]),
    Message("forum.menu", {"forums": LINES}, MENU),
    Message("forum.menu_empty", {}, MENU),
    Message("forum.hall_again", {}, (tap("forum.hall_later", f"{DRAFT}/hall/later"), CANCEL)),
    Message("forum.reminder_day_before", {**FORUM, "note": "มีอาหารกลางวัน ค่ารถเหมาจ่าย"}, (CHANGE, PAGE)),
    Message("forum.reminder_day_before_online", FORUM, (ENTER, CHANGE)),
    Message("forum.reminder_last_online", FORUM, (ENTER, CHANGE)),
    Message("forum.link_new", FORUM, (ENTER, CHANGE)),
    Message("forum.link_gone", FORUM, (*RSVP[:2], NOT_GOING)),
    Message("rsvp.online", {**FORUM, "people": 1}, (ENTER, CHANGE)),
    Message("rsvp.mine_online", {**FORUM, "people": 1}, (ENTER, CHANGE, PAGE, TO_NATIONAL)),
    Message("rsvp.mine_going", {**FORUM, "people": 4}, (CHANGE, PAGE, TO_NATIONAL)),
    Message(
        "rsvp.full", {**FORUM, "left": 0, "seats": 120}, (tap("rsvp.try_again", "rsvp/7/going"), NOT_GOING)
    ),
    Message(
        "rsvp.full", {**LONGEST, "left": 0, "seats": 120}, (ONLINE, tap("rsvp.try_again", "rsvp/7/going"))
    ),
    Message("rsvp.few_seats", {**FORUM, "left": 2, "seats": 120}, (*RSVP[:2], NOT_GOING)),
    Message("rsvp.cancelled", {**FORUM, "because": "สะพานขาด"}, MAIN),
    Message("sheet.sector", {}, (*SECTORS, SKIP)),
    Message("sheet.name", {}, (name("บุญมา", "sheet/1/name/own"), SKIP)),
    Message("sheet.same", {"sheet_name": "บุญมา สีดา", "sector": "community"}, SHEET),
    Message("sheet.kept", {"sheet_name": "บุญมา สีดา", "sector": "agency"}, SHEET),
    Message("sheet.kept", {"sheet_name": None, "sector": "self"}, SHEET),
    Message("sheet.none", {}, SHEET),
    Message("national.followed", {}, (UNFOLLOW,)),
    Message("national.following", {}, (UNFOLLOW,)),
    Message("national.unfollowed", {}, (tap("national.follow", "national/follow"),)),
    Message("plan.topic", {}, (tap("plan.topic", f"{DRAFT}/topics/water", topics=[["water", None]]),)),
    Message("plan.topic_again", {}, (tap("topic.water", f"{DRAFT}/topics/water"), CANCEL)),
    Message(
        "plan.sure",
        {**LONGEST, **ABOUT, "invited": "1200", "messages": "1414", "groups": 2, "quota": ["left", 1088]},
        (YES, TOPIC, WHEN, HALL, REGION),
    ),
    Message(
        "plan.sure",
        {**FORUM, **ABOUT, "invited": "1200", "messages": "1200", "groups": 0, "quota": ["short", 112]},
        (YES, TOPIC, WHEN, HALL, CANCEL),
    ),
    Message("plan.twin", {**FORUM, **ABOUT}, (TOPIC, WHEN, CANCEL)),
    Message("plan.done", {**FORUM, **ABOUT, "invited": "1200"}, DONE),
    *(Message(f"when.{key}", LIMITS, DAYS) for key in ("day", "again", "no_such_day", "past", "too_soon")),
    Message("when.too_late", LIMITS, DAYS),
    Message("when.hour", {"at": FORUM["at"]}, HOURS),
    Message("when.hour_again", {"at": FORUM["at"]}, HOURS),
    Message("move.none", {}, PLAN),
    Message("move.which", {"forums": LINES}, WHICH),
    Message(
        "move.what",
        FORUM,
        (*(tap(f"move.{w}", f"move/1/what/{w}") for w in ("when", "where", "both")), CANCEL),
    ),
    Message("move.same", FORUM, (WHEN, CANCEL)),
    Message(
        "move.sure",
        {**LONGEST, "was": NATIONAL["at"], "reached": "96", "quota": ["unlimited", 0]},
        (YES, WHEN, HALL, CANCEL),
    ),
    Message("move.meanwhile", FORUM, DONE[:1]),
    Message("move.done", {**FORUM, "reached": "0"}, DONE[:2]),
    Message("call_off.none", {}, PLAN),
    Message("call_off.which", {"forums": WHOLE_COUNTRY}, WHICH),
    Message("call_off.because", FORUM, (CANCEL,)),
    Message("call_off.because_again", {}, (CANCEL,)),
    Message(
        "call_off.sure",
        {**FORUM, "because": "สะพานขาด", "reached": "96", "quota": ["unknown", 0]},
        (YES, tap("call_off.because", "call_off/1/edit/because"), tap("call_off.keep", "call_off/1/drop")),
    ),
    Message("call_off.done", {**FORUM, "reached": "96"}, PLAN),
    Message("details.none", {}, PLAN),
    Message("details.which", {"forums": LINES}, WHICH),
    Message("details.card", {**FORUM, "people": 0}, CARD),
    Message(
        "details.card",
        {
            **FORUM,
            "people": 96,
            "linked": "อบต.บึงงาม, วัดโนน",
            "online": "https://zoom.us/j/12345",
            "seats": 120,
            "programme": "09.00 เปิดเวที",
            "note": "มีอาหารกลางวัน",
        },
        CARD,
    ),
    Message("details.kept"),
    Message("details.cleared"),
    *(
        Message(f"details.{what}_{field}", {"example": "https://zoom.us/j/123456789"}, CLEAR)
        for field in FIELDS[1:]
        for what in ("ask", "again")
    ),
    Message("comers.none"),
    Message("comers.which", {"forums": LINES}, WHICH[:2]),
    Message(
        "comers.counts",
        CAME,
        (tap("comers.names", "forum_of/7/comers/0"), tap("comers.again", "forum_of/7/comers")),
    ),
    Message(
        "comers.counts",
        {**FORUM, "people": "0", "online": 0, "not_going": 0, "sectors": [], "from_where": []},
        (tap("comers.again", "forum_of/7/comers"),),
    ),
    Message("comers.names", {"comers": NAMES}),
    Message("comers.more", {"more": 20}, (tap("place.next", "forum_of/7/comers/1"),)),
    Message(
        "delegate.replaces",
        {"region": "northeast", "delegates": ["คำ", None]},
        (name("1", "delegate/1/replaces/5"), name("2", "delegate/1/replaces/6"), CANCEL),
    ),
    *(
        Message(
            "delegate.code",
            {"code": "480215", "region": "northeast", "at": FORUM["at"], "delegates": named},
            (tap("delegate.another", "open/delegate"),),
        )
        for named in (["คำ"], [])
    ),
    Message("duty.delegate_ended", {"region": "northeast"}),
    Message(
        "joining.guest", {"role": "delegate", "scope": "northeast"}, (tap("main.national", "forum/national"),)
    ),
    Message("joining.delegates_full", {"region": "northeast"}),
)
