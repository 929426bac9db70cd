"""Which area is a group of? By its own buttons, from seven areas down to a tambon, or by a leader's six figures."""

import re

from handlers import spoken
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from models import codes, groups, places, roles
from models.groups import Group
from models.people import Person
from models.post import outbox
from models.post.messages import Choice, Message, name, tap
from models.thai.normal import arabic

PAGE = 10
FIGURES = re.compile(r"(\d{3})[\s-]?(\d{3})")
POWER = "tie_groups"


def hello(turn: Turn, group: Group) -> Answer:
    """Once, with the first question."""
    learn(turn, group)
    if not groups.greet(group):
        return Answer()
    if group.place:
        return one("group.hello_again", place=group.place)
    return _ask(group, "group.hello")


def learn(turn: Turn, group: Group) -> None:
    """What LINE knows of it and of us is fetched for later."""
    minute = f"{turn.heard.at:%Y%m%dT%H%M}"
    heads = {"group": group.line_id}
    outbox.errand(turn.db, "heads", heads, idempotency_key=f"heads/{group.line_id}/{minute}")
    outbox.errand(turn.db, "bot", {}, idempotency_key=f"bot/{turn.heard.at:%Y%m%d}")


def begin(turn: Turn, group: Group) -> Answer:
    """`ฟอรัม พื้นที่`: another area; one that a leader tied it to is changed by whoever may, or by a code."""
    if group.place and group.tied_by and not roles.may(turn.db, turn.person, POWER, group.place):
        return one("group.tied_by_code", place=group.place)
    return _ask(group, "group.area")


def _ask(group: Group, key: str) -> Answer:
    group.asked = groups.HELLO
    return one(key, _areas(), **({"place": group.place} if group.place else {}))


def _areas() -> tuple[Choice, ...]:
    return tuple(name(area, f"group/area/{number}/0") for number, area in enumerate(places.areas()))


def tapped(turn: Turn, group: Group) -> Answer:
    """Only our own area buttons, only while we ask, and of many who tap the same only the first."""
    if step(turn, 0) != ["group"] or not groups.hears_step(group, "/".join(turn.input.steps)):  # type: ignore[union-attr]
        return Answer()
    match [*step(turn, 1), *step(turn, 2), *step(turn, 3)]:
        case ["area", number, page] if number.isdecimal() and int(number) < len(places.areas()):
            inside = places.provinces_in(places.areas()[int(number)])
            return _list("place.province", inside, f"group/area/{number}", page)
        case ["in", code, page] if places.exists(code) and len(code) < 6:
            return _inside(turn, group, code, page)
        case ["at", code] if places.exists(code):
            return _tied(turn, group, code)
        case ["again"]:
            return _ask(group, "group.area")
    return Answer()


def _inside(turn: Turn, group: Group, code: str, page: str) -> Answer:
    is_province = places.level(code) == "province"
    inside = places.districts_in(code) if is_province else places.tambons_in(code)
    if not inside:
        return _tied(turn, group, code)
    whole = tap("group.whole_province" if is_province else "group.whole_district", f"group/at/{code}")
    key = "place.district" if is_province else "place.tambon"
    return _list(key, inside, f"group/in/{code}", page, whole, place=code)


def _list(key: str, codes: tuple[str, ...], way: str, page: str, *more: Choice, **values: str) -> Answer:
    number = int(page) if page.isdecimal() and len(page) < 4 else 0
    shown = codes[number * PAGE : (number + 1) * PAGE]
    deeper = (name(places.name(code), _way_to(code)) for code in shown)
    onward = (tap("place.next", f"{way}/{number + 1}"),) if len(codes) > (number + 1) * PAGE else ()
    return one(key, (*deeper, *onward, *more, tap("place.other", "group/again")), **values)


def _way_to(code: str) -> str:
    return f"group/at/{code}" if len(code) == 6 else f"group/in/{code}/0"


def _tied(turn: Turn, group: Group, code: str) -> Answer:
    groups.tie(group, code)
    learn(turn, group)
    return one("group.tied", place=code)


def tie(turn: Turn, group: Group) -> Answer:
    """`ฟอรัม ผูก 480215`: the area is the code's, the keeper whoever typed it and may."""
    said = FIGURES.search(arabic(spoken.in_group(spoken.behind_our_name(turn.words))[1]))
    if said is None:
        return one("group.how_to_tie")
    if groups.has_guessed_enough(group):
        return one("joining.too_many")
    code = codes.good(turn.db, said[1] + said[2])
    if code is None:
        groups.note_wrong_code(group)
        return one("joining.no_such")
    codes.use(turn.db, code)  # everybody in the group has read it
    if code.role != codes.TIE:
        return one("group.code_for_a_person")
    keeper = _keeper(turn, code)
    groups.tie(group, code.scope, keeper)
    learn(turn, group)
    return Answer([Message("group.tied_by", {"place": code.scope, "name": keeper.name if keeper else None})])


def _keeper(turn: Turn, code: codes.Code) -> Person | None:
    typed_it = roles.may(turn.db, turn.person, POWER, code.scope)
    return turn.person if typed_it else codes.giver(turn.db, code)
