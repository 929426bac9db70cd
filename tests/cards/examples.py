"""What the house can say, one example or more of every sentence, with the choices its handler gives."""

from typing import Any

from handlers import consents
from handlers.welcome import MAIN, NO, READ, YES
from models.consents import INVITATIONS, PHOTOS
from models.post.messages import Choice, Message, link, name, tap, where_you_are
from tests.cards.agendas import AGENDA_EXAMPLES
from tests.cards.asking import ASKING_EXAMPLES
from tests.cards.chain import CHAIN_EXAMPLES
from tests.cards.deeds import DEED_EXAMPLES
from tests.cards.door import DOOR_EXAMPLES
from tests.cards.emergencies import EMERGENCY_EXAMPLES
from tests.cards.in_groups import GROUP_EXAMPLES
from tests.cards.meetings import MEETING_EXAMPLES
from tests.cards.nation import NATION_EXAMPLES
from tests.cards.papers import PAPERS_EXAMPLES
from tests.cards.partners import PARTNER_EXAMPLES
from tests.cards.staff import STAFF_EXAMPLES

Values = dict[str, Any]
FORUM: Values = {"region": "northeast", "at": "2026-08-20T02:00:00+00:00", "hall": "หอประชุมอำเภอน้ำพอง"}
NO_HALL: Values = {**FORUM, "region": "bkk_east", "hall": None}
ABOUT: Values = {"topics": [["disaster", "flood"]], "place": "400702", "moo": 5}
REPORT: Values = {"number": "ขก-0142", **ABOUT}
SURE: Values = {
    **ABOUT,
    "story": "น้ำท่วมบ้านสามหลัง ข้าวของเสียหายหมด อยากให้มาช่วยดูหน่อย…",
    "kind": "trouble",
    "photos": 2,
    "voices": 1,
    "pins": 1,
    "no_such_date": None,
}
ALARM: Values = {
    **REPORT,
    "name": "บุญมา",
    "story": "น้ำถึงคอแล้ว ช่วยด้วย",
    "trapped": None,
    "at": "2026-08-03T02:00:00+00:00",
    "seen_at": [None, None],
}
VILLAGE: Values = {"village": "บ้านเหล่า"}
MINE: Values = {**REPORT, "state": "received", "wish": None}
HISTORY = [["received", "2026-08-03T02:00:00+00:00", None], ["agenda", "2026-08-12T02:00:00+00:00", None]]
LEADER: Values = {"name": "สมชาย", "role": "leader"}
COORDINATOR: Values = {"name": "แนน", "role": "coordinator"}
PHONES: Values = {"number": "ขก-0142", "numbers": "1669 191 199 1784", "told": [], "telling": []}

RSVP = (
    tap("rsvp.going", "rsvp/7/going", loud=True),
    tap("rsvp.several", "rsvp/7/several"),
    tap("rsvp.not_going", "rsvp/7/not_going"),
)
CHANGE, UNDO = tap("rsvp.change", "rsvp/7/change"), tap("rsvp.undo", "rsvp/7/undo")
RESUME, LOUD_RESUME = tap("talk.resume", "report/1/resume"), tap("talk.resume", "report/1/resume", loud=True)
MY_DATA = tap("consent.mine", "open/consents")
ERASE = (tap("erase.yes", "erase/yes"), tap("erase.no", "open/help", loud=True))
CANCEL, DANGER = tap("cancel", "open/leave"), tap("danger.button", "open/danger")
NEXT, OTHER = tap("place.next", "home/1/home/area/1/1"), tap("place.other", "home/1/home/again")
SKIP = tap("skip", "home/1/home/none")
REPORT_NEW = tap("main.report", "open/report", loud=True)
MINE_TAP = tap("main.mine", "mine/ขก-0142")
AREAS = ("เหนือ", "อีสาน", "กลาง", "ตะวันออก", "ตะวันตก", "ใต้", "กรุงเทพฯ ปริมณฑล")
PROVINCES = ("กาฬสินธุ์", "ขอนแก่น", "ชัยภูมิ", "นครพนม", "นครราชสีมา", "บึงกาฬ", "บุรีรัมย์", "มหาสารคาม", "มุกดาหาร",
             "ยโสธร")  # fmt: skip
TOPICS = ("disaster", "unrest", "energy", "water", "agriculture", "livelihood", "land", "housing", "infrastructure",
          "environment", "health")  # fmt: skip
NAMESAKES = ("เมืองสมุทรปราการ สมุทรปราการ", "บ้านขาม หนองบัวลำภู", "ในเมือง ขอนแก่น")


def _names(*said: str) -> tuple[Choice, ...]:
    return tuple(name(one, f"home/1/home/in/{number}") for number, one in enumerate(said, 40))


WHERE = (where_you_are(), *_names(*AREAS), SKIP)
CALLS = tuple(link("danger.call", f"tel:{n}", number=n) for n in ("1669", "191", "199", "1784"))
NEIGHBOUR = link("danger.call_person", "tel:0812345678", name="สมชาย")
TRAPPED = (
    *(tap(f"trapped.{n}", f"danger/1/trapped/{n}") for n in ("1-2", "3-5", "6+", "none")),
    tap("danger.mistake", "danger/1/mistake"),
)
MAP = (link("danger.map", "https://maps.google.com/?q=7.008,100.474"),)
REGIONS = ("north", "northeast", "central_west", "bkk_east", "south")
DATES = [{"region": region, "at": FORUM["at"]} for region in REGIONS]
SEND = (
    tap("report.send", "report/1/sure/yes", loud=True),
    tap("place.tell", "report/1/edit/place"),
    tap("report.edit", "report/1/sure/edit"),
    CANCEL,
)
COMMON = tuple(
    tap(f"topic.{topic}", f"report/1/topics/{topic}")
    for topic in ("water", "disaster.flood", "energy.outage")
)
MORE = tap("topic.more", "report/1/topics/more")
EVERY = tuple(tap(f"topic.{topic}", f"report/1/topics/{topic}") for topic in TOPICS)
LAST_TOPIC = tap("topic.other", "report/1/topics/other")
EDITS = (
    tap("edit.topic", "report/1/edit/topics"),
    tap("place.tell", "report/1/edit/place"),
    tap("edit.kind", "report/1/sure/kind"),
    tap("edit.story", "report/1/edit/parts"),
)
KINDS = tuple(
    tap(f"kind.{k}", f"report/1/sure/kind/{k}") for k in ("trouble", "need", "proposal", "situation")
)

EXAMPLES: tuple[Message, ...] = (
    Message("consent.ask", {}, (YES, READ, NO)),
    Message("consent.more", {}, (YES, NO, consents.READ)),
    Message("consent.needed", {}, (YES, READ, NO)),
    Message("consent.refused", {}, (MAIN[2], tap("consent.changed_mind", "consent/read"))),
    Message("consent.thanks", {}, consents.choices(INVITATIONS)),
    Message("consent.invitations", {}, consents.choices(INVITATIONS)),
    Message("consent.invitations_yes", {}, (MY_DATA,)),
    Message("consent.invitations_no", {}, (MY_DATA,)),
    Message("consent.photos", {}, consents.choices(PHOTOS)),
    Message("consent.photos_yes", {}, (MY_DATA,)),
    Message("consent.photos_no", {}, (MY_DATA,)),
    Message(
        "consent.mine",
        {"place": "400702", "count": 3, "invitations_are": "yes", "photos_are": "no"},
        (consents.NO[INVITATIONS], consents.YES[PHOTOS], consents.READ, tap("erase.ask", "erase/ask")),
    ),
    Message("consent.nothing_kept", {}, (READ, consents.READ)),
    Message("danger.numbers", PHONES | {"telling": [LEADER, COORDINATOR]}, CALLS),
    Message("danger.numbers", PHONES | {"told": [LEADER], "telling": [COORDINATOR]}, CALLS),
    Message("danger.numbers", PHONES, CALLS),
    Message("danger.numbers", PHONES | {"telling": [LEADER]}, (*CALLS, NEIGHBOUR)),
    Message("danger.trapped", {}, TRAPPED),
    Message("danger.where", {"told": [LEADER], "telling": []}, (where_you_are(), SKIP)),
    Message("danger.told", {"number": "ขก-0142", "told": [LEADER], "telling": [COORDINATOR]}),
    Message("duty.danger", ALARM),
    Message("duty.danger", ALARM | VILLAGE),
    Message("duty.danger", ALARM | {"trapped": "6+", "seen_at": [7.008, 100.474]}, MAP),
    Message("duty.place", NO_HALL, (tap("forum.give_place", "place_of/7", loud=True),)),
    Message("erase.done"),
    Message("erase.sure", {}, ERASE),
    Message("erase.sure_on_duty", {}, ERASE),
    Message("forum.ask_place", {}, (tap("cancel", "forum_place/1/drop"),)),
    Message("forum.cancelled", FORUM),
    Message("forum.date", FORUM, MAIN),
    Message("forum.invitation", FORUM | {"topics": [["disaster", "flood"], ["land", None]]}, RSVP),
    Message("forum.invitation", NO_HALL | {"topics": []}, RSVP),
    Message("forum.moved", FORUM, (CHANGE,)),
    Message("forum.none", {"region": "northeast"}, MAIN),
    Message("forum.usual", FORUM),
    Message(
        "forum.placed",
        FORUM,
        (tap("forum.place_again", "place_of/7"), tap("forum.every_month", "place_of/7/every_month")),
    ),
    Message("forum.reminder_day_before", FORUM, (CHANGE,)),
    Message("forum.reminder_last", FORUM, (CHANGE,)),
    Message("forum.which_region", {}, tuple(tap(f"region.{one}", f"forum/{one}") for one in REGIONS)),
    Message("group.dates", {"dates": DATES}),
    Message("help.cannot", {}, MAIN[:1]),
    Message("help.greeting", {}, MAIN),
    Message("help.how_to", {}, (*MAIN[:3], tap("main.ask", "open/ask"))),
    Message("help.lost", {}, (tap("main.ask", "ask/1/sure/yes"), *MAIN)),
    Message("help.lost", {}, (RESUME, tap("main.ask", "open/ask"), *MAIN[:3])),
    Message("help.greeting", {}, (*MAIN, tap("main.english", "open/english"))),
    Message("help.thanks", {}, MAIN),
    Message("home.ask", {}, WHERE),
    Message("home.done", {"place": "400702", "region": "northeast"}, MAIN),
    Message("home.skipped", {}, MAIN),
    Message("language.chosen", {}, MAIN),
    Message("mine.list", {"reports": [MINE] * 4, "unsent": 1}, (*_names("ขก-0142", "ขก-0141"), RESUME)),
    Message("mine.none", {}, (REPORT_NEW,)),
    Message("mine.one", MINE | {"history": HISTORY}, (tap("mine.wish", "mine/ขก-0142/wish"), MAIN[1])),
    Message("mine.one", MINE | {"history": HISTORY[:1], "wish": "อยากให้ขุดลอกคลองหลังวัด"}, (MAIN[1],)),
    Message("mine.one", MINE | VILLAGE | {"history": HISTORY[:1]}, (MAIN[1],)),
    Message("mine.unknown", {}, MAIN),
    Message("news.off", {}, (tap("news.on", "news/on"),)),
    Message("news.on", {}, MAIN),
    Message("news.which", {}, (tap("news.off", "news/off"), tap("erase.ask", "erase/ask"), CANCEL)),
    Message("place.abroad", {}, WHERE),
    Message("place.again", {}, WHERE),
    Message("place.district", {"place": "40"}, (*_names("เมืองขอนแก่น", "น้ำพอง"), SKIP, OTHER)),
    Message("place.province", {}, (*_names(*PROVINCES), NEXT, SKIP, OTHER)),
    Message("place.tambon", {"place": "4007"}, (*_names("วังชัย", "น้ำพอง"), NEXT, SKIP, OTHER)),
    Message("place.tambon", {"place": "1047"}, (*_names("บางนาเหนือ", "บางนาใต้"), SKIP, OTHER)),
    Message("place.unknown", {}, WHERE),
    Message("place.which", {}, (*_names(*NAMESAKES), OTHER, SKIP)),
    Message("report.added", {"number": "ขก-0142", "photos": 4, "voices": 1, "pins": 1}),
    Message("report.already", {"number": "ขก-0142"}),
    Message(
        "mend.what",
        {"number": "ขก-0142"},
        (
            tap("edit.topic", "mend/3/what/topics"),
            tap("place.tell", "mend/3/what/place"),
            tap("mend.words", "mend/3/what/words"),
            tap("mend.dropped", "mend/3/what/dropped"),
        ),
    ),
    Message("mend.words", {}, (tap("cancel", "mend/3/drop"),)),
    Message("mend.done", REPORT, (tap("report.mend", "mine/ขก-0142/mend"), MAIN[1])),
    Message("mend.done", REPORT | VILLAGE, (tap("report.mend", "mine/ขก-0142/mend"), MAIN[1])),
    Message(
        "mend.done",
        REPORT | {"added": "หม้อแปลงเสียงดังมาก"},
        (tap("report.mend", "mine/ขก-0142/mend"), MAIN[1]),
    ),
    Message("mend.withdrawn", {"number": "ขก-0142"}, (MAIN[1],)),
    Message("talk.stopped"),
    Message("talk.nothing_open", {}, MAIN),
    Message("rsvp.mine_going", FORUM | {"people": 4}, (tap("rsvp.change", "rsvp/7/change"),)),
    Message("rsvp.mine_not_going", FORUM | {"people": 1}, (tap("rsvp.change", "rsvp/7/change"),)),
    Message(
        "forum.place_sure",
        {"hall": "วัดโพธิ์ชัย บ้านโนน"},
        (tap("yes", "forum_place/3/sure/yes", loud=True), tap("mend", "forum_place/3/edit/place")),
    ),
    Message("danger.noted", {"number": "ขก-0142"}, TRAPPED),
    Message(
        "danger.added",
        {"number": "ขก-0142", "told": [LEADER], "telling": [COORDINATOR]},
        (tap("report.fresh", "open/fresh"),),
    ),
    Message("danger.left", {"number": "ขก-0142", "told": [LEADER], "telling": []}),
    Message("danger.mistake", {"number": "ขก-0142"}),
    Message("danger.in_group", {"numbers": PHONES["numbers"]}, CALLS),
    Message("duty.calm", {"number": "ขก-0142", "name": "บุญมา"}),
    Message("mine.unsent", {}, (tap("talk.resume", "report/3/resume"),)),
    Message("report.filed", REPORT | FORUM | {"told": [LEADER]}, (MINE_TAP,)),
    Message("report.filed", REPORT | FORUM | VILLAGE | {"told": [LEADER]}, (MINE_TAP,)),
    Message("report.filed", REPORT | {"number": "ฟร-0001", "place": None, "moo": None}, (MINE_TAP,)),
    Message("report.kind", {}, KINDS),
    Message("report.no_wish", {}, MAIN),
    Message("report.place", {}, WHERE),
    Message("report.story", {}, (DANGER, CANCEL)),
    Message("report.sure", SURE, SEND),
    Message("report.sure", SURE | {"kind": "proposal", "photos": 0, "voices": 0, "pins": 0}, SEND),
    Message("report.sure", SURE | {"story": "", "place": None, "moo": None, "pins": 0}, SEND),
    Message("report.sure", SURE | {"moo": None, "supposed": True}, SEND),
    Message("report.sure", SURE | VILLAGE | {"supposed": True}, SEND),
    Message("report.sure", SURE | VILLAGE | {"place": None, "moo": None}, SEND),
    Message("report.sure_of_date", SURE | VILLAGE | {"no_such_date": "31 กุมภาพันธ์"}, SEND),
    Message("report.sure_of_date", SURE | {"no_such_date": "31 กุมภาพันธ์"}, SEND),
    Message("report.topic", {"photos": 2, "voices": 0, "pins": 0}, (*COMMON, MORE, DANGER)),
    Message("report.topics", {}, (*EVERY, NEXT, LAST_TOPIC)),
    Message("report.unsure", {}, (*COMMON, MORE, DANGER)),
    Message("report.unsent", {"story": SURE["story"]}, (LOUD_RESUME, tap("report.fresh", "open/fresh"))),
    Message("report.what_to_edit", {}, EDITS),
    Message("report.wish", {}, (tap("skip", "wish/1/wish/skip"),)),
    Message("report.wished", {"number": "ขก-0142"}, (MINE_TAP,)),
    Message("rsvp.again", FORUM, RSVP),
    Message("rsvp.cancelled", FORUM, MAIN),
    Message("rsvp.going", FORUM | {"people": 4}, (CHANGE,)),
    Message("rsvp.going", NO_HALL | {"people": 1}, (UNDO,)),
    Message("rsvp.how_many", {}, (*_names(*map(str, range(2, 11))), tap("cancel", "how_many/1/drop"))),
    Message("rsvp.not_going", FORUM | {"people": 1}, (CHANGE,)),
    Message("rsvp.past", FORUM, MAIN),
    Message("rsvp.undone", FORUM, RSVP),
    Message("rsvp.unsure", FORUM, RSVP),
    Message("talk.dropped"),
    Message("talk.left", {}, (LOUD_RESUME, tap("talk.drop", "report/1/drop"))),
    Message("talk.old_button"),
    Message("talk.old_button", {}, MAIN),
    Message("welcome.back", {}, MAIN),
    Message("welcome.hello"),
    *CHAIN_EXAMPLES,
    *AGENDA_EXAMPLES,
    *PARTNER_EXAMPLES,
    *DOOR_EXAMPLES,
    *STAFF_EXAMPLES,
    *PAPERS_EXAMPLES,
    *ASKING_EXAMPLES,
    *MEETING_EXAMPLES,
    *GROUP_EXAMPLES,
    *EMERGENCY_EXAMPLES,
    *NATION_EXAMPLES,
    *DEED_EXAMPLES,
)
