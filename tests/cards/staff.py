"""What the house can say to those who answer for a place, one example or more of every sentence."""

from typing import Any

from handlers.joining import WORK
from handlers.welcome import MAIN
from handlers.work import WORK as WORK_MENU
from models.post.messages import Choice, Message, name, tap

Values = dict[str, Any]
UNTIL: Values = {"at": "2026-08-10T16:59:00+00:00"}
LEADS: Values = {"role": "leader", "scope": "400702"}
COORDINATES: Values = {"role": "coordinator", "scope": "bkk_east"}
FAR: Values = {"role": "officer", "scope": "national"}
TEACH = tap("teaching.another", "open/teach")
TAUGHT = {"word": "น้ำบ่า", "topics": [["disaster", "flood"]]}
CANCEL = tap("cancel", "giving/1/drop")


def _names(*said: str) -> tuple[Choice, ...]:
    return tuple(name(one, f"giving/1/scope/in/{number}") for number, one in enumerate(said, 40))


GIVEN = tuple(
    tap(f"giving.{one}", f"giving/1/role/{one}") for one in ("leader", "province", "partner", "academic")
)
REGIONS = tuple(
    tap(f"region.{one}", f"giving/1/scope/in/{one}")
    for one in ("north", "northeast", "central_west", "bkk_east", "south")
)
DAYS = (
    *(tap(f"hand_over.days_{days}", f"hand_over/1/until/{days}") for days in (1, 3, 7, 14)),
    tap("cancel", "hand_over/1/drop"),
)
SKIP = (tap("skip", "phone/1/phone/skip"),)

STAFF_EXAMPLES: tuple[Message, ...] = (
    Message(
        "duty.deputy_joined", {**LEADS, **UNTIL, "name": "คำ"}, (tap("hand_over.back", "hand_over/back/1"),)
    ),
    Message("duty.deputy_ended", LEADS),
    Message("duty.deputy_over", COORDINATES),
    Message("duty.left", LEADS),
    Message("giving.role", {}, GIVEN),
    Message("giving.where_tambon", {}, (*_names("จ.ขอนแก่น", "จ.เลย"), CANCEL)),
    Message("giving.where_province", {}, (*_names("จ.ขอนแก่น", "จ.เลย"), CANCEL)),
    Message("giving.where_region", {}, (*REGIONS, CANCEL)),
    Message("giving.not_there", {}, (*_names("จ.ขอนแก่น", "จ.เลย"), CANCEL)),
    Message("giving.code", {**LEADS, **UNTIL, "code": "480215"}, (tap("giving.another", "open/code"),)),
    Message("hand_over.which", {"mine": [LEADS, COORDINATES]}, _names("1", "2")),
    Message("hand_over.until", {}, DAYS),
    Message("hand_over.until_again", {}, DAYS),
    Message(
        "hand_over.code",
        {**LEADS, **UNTIL, "code": "480215"},
        (tap("hand_over.other_day", "open/hand_over"),),
    ),
    Message("hand_over.taken_back", LEADS),
    Message("joining.welcome", LEADS, WORK),
    Message("joining.welcome", FAR, WORK),
    Message("joining.stands_in", {**LEADS, **UNTIL, "name": "สมชาย"}, WORK),
    Message("joining.own_code"),
    Message("joining.no_such"),
    Message("joining.too_many"),
    Message("joining.phone", {}, SKIP),
    Message("joining.phone_again", {}, SKIP),
    Message("joining.phone_kept", {"phone": "0812345678"}, WORK),
    Message("joining.no_phone", {}, WORK),
    Message("teaching.word", {}, (tap("cancel", "teaching/1/drop"),)),
    Message("teaching.length", {}, (tap("cancel", "teaching/1/drop"),)),
    Message("teaching.known", TAUGHT, (TEACH,)),
    Message("teaching.common", TAUGHT, (TEACH,)),
    Message("teaching.taught", TAUGHT, (tap("teaching.forget", "taught/1/forget"), TEACH)),
    Message("teaching.list", {}, (name("น้ำบ่า", "taught/1/forget"), name("ฝนดำ", "taught/2/forget"), TEACH)),
    Message("teaching.none", {}, (TEACH,)),
    Message("teaching.gone", {}, (TEACH,)),
    Message("teaching.forgotten", TAUGHT, (TEACH,)),
    Message("scope.region", {}, (*REGIONS, CANCEL)),
    Message("scope.unknown", {}, (*_names("จ.เลย"), CANCEL)),
    Message(
        "work.menu",
        {"mine": [LEADS, COORDINATES]},
        tuple(choice for _, choice in WORK_MENU),
    ),
    Message("work.menu_empty", {"mine": [{"role": "academic", "scope": "national"}]}),
    Message("work.not_yours", {}, MAIN),
)
