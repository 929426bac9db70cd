"""`ฝากงาน`: a deputy stands in until a day; whoever it is types the code and the work is handed over."""

from datetime import date, datetime, time, timedelta
from typing import Any

from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import clock, codes, roles
from models.post import drafts, menus, outbox
from models.post.drafts import Draft
from models.post.messages import Message, name, tap
from models.powers import POWERS
from models.roles import Role
from models.thai.calendar import BANGKOK, here
from models.thai.dates import read_date

DAYS = (1, 3, 7, 14)
LONGEST = timedelta(days=92)


def begin(turn: Turn) -> Answer:
    mine = _mine(turn)
    if not mine:
        return not_yours(turn)
    return HAND_OVER.begin(turn, **({"role": mine[0].id} if len(mine) == 1 else {}))


def _mine(turn: Turn) -> list[Role]:
    """Her own roles that can be handed over; nobody hands on what she only stands in for."""
    return [role for role in roles.of(turn.db, turn.person) if role.role in POWERS["hand_over"]]


def tapped(turn: Turn) -> Answer:
    return _taken_back(turn) if step(turn, 1) == ["back"] else HAND_OVER.tapped(turn)


def _taken_back(turn: Turn) -> Answer:
    """`กลับมาทำเอง`, from the notice that told her who stands in."""
    number = "".join(step(turn, 2))
    held = next((role for role in roles.of(turn.db, turn.person) if str(role.id) == number), None)
    if held is None or held.deputy is None:
        return one("talk.old_button")
    deputy = held.deputy
    roles.take_back(held)
    turn.db.flush()
    menus.owe(turn.db, deputy)
    about: dict[str, Any] = {"role": held.role, "scope": held.scope}
    outbox.notify(turn.db, deputy.line_id, Message("duty.deputy_ended", about), deputy.language)
    return one("hand_over.taken_back", **about)


def _ask_role(turn: Turn, draft: Draft) -> Message:
    choices = [name(str(place + 1), data(draft, "role", role.id)) for place, role in enumerate(_mine(turn))]
    mine = [{"role": role.role, "scope": role.scope} for role in _mine(turn)]
    return Message("hand_over.which", {"mine": mine}, tuple(choices))


def _takes_role(turn: Turn, draft: Draft) -> int | None:
    mine = _mine(turn)
    given = "".join(step(turn, 3)) if isinstance(turn.input, Tap) else ""
    return next((role.id for role in mine if str(role.id) == given), None)


def _ask_until(turn: Turn, draft: Draft) -> Message:
    days = [tap(f"hand_over.days_{count}", data(draft, "until", count)) for count in DAYS]
    return Message("hand_over.until", {}, (*days, tap("cancel", data(draft, "drop"))))


def _takes_until(turn: Turn, draft: Draft) -> str | Message | None:
    """The last day, by a tap or as people say it; the deputy acts until it ends."""
    if turn.meaning.trouble:
        return None
    day = _tapped_day("".join(step(turn, 3))) if isinstance(turn.input, Tap) else last_day(turn.words)
    today = here(clock.now()).date()
    if day is None or not today <= day <= today + LONGEST:
        return Message("hand_over.until_again", {}, _ask_until(turn, draft).choices)
    return datetime.combine(day, time(23, 59), BANGKOK).isoformat()


def _tapped_day(days: str) -> date | None:
    known = days in map(str, DAYS)
    return here(clock.now()).date() + timedelta(days=int(days)) if known else None


def last_day(words: str) -> date | None:
    """The day a line names, the last one where it names a stretch: ถึงศุกร์หน้า, 3-9 ส.ค."""
    said = (read_date(words, clock.now()).value or "").split("/")[-1].partition("T")[0]
    return date.fromisoformat(said) if said else None


def _coded(turn: Turn, draft: Draft) -> Answer:
    until = datetime.fromisoformat(draft.answers["until"])
    held = turn.db.get(Role, draft.answers["role"])
    drafts.drop(turn.db, draft)
    if held is None or held.person_id != turn.person.id:
        return not_yours(turn)
    code = codes.make_for_deputy(turn.db, held, until)
    about = {"role": held.role, "scope": held.scope, "at": until.isoformat()}
    return one("hand_over.code", (tap("hand_over.other_day", "open/hand_over"),), code=code.code, **about)


HAND_OVER = Form(
    "hand_over",
    (Question("role", _ask_role, _takes_role), Question("until", _ask_until, _takes_until)),
    _coded,
)
