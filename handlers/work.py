"""`งานของฉัน`: what somebody with a role may do, as buttons; each only for those who have the power."""

from handlers import welcome
from handlers.inputs import Answer, Turn, one
from models import roles
from models.post.messages import Choice, tap

# power -> the button, in the order they are shown.
WORK: tuple[tuple[str, Choice], ...] = (
    ("answer_for", tap("work.digest", "open/digest")),
    ("see_reports", tap("work.reports", "open/reports")),
    ("answer_for", tap("deed.list", "open/deeds")),
    ("answer_for", tap("work.questions", "open/questions")),
    ("plan_forums", tap("work.forums", "open/forums")),
    ("see_comers", tap("work.comers", "open/comers")),
    ("run_national", tap("work.shared", "open/shared")),
    ("run_national", tap("work.situation", "open/situation")),
    ("take_on", tap("work.received", "open/received")),
    ("answer_for", tap("work.organisations", "open/organisations")),
    ("speak_for", tap("work.behalf", "open/behalf")),
    ("see_reports", tap("work.memory", "open/memory")),
    ("call_emergency", tap("emergency.begin", "open/emergency")),
    ("tie_groups", tap("work.tie", "open/tie")),
    ("give_codes", tap("work.code", "open/code")),
    ("name_delegates", tap("work.delegate", "open/delegate")),
    ("teach_words", tap("work.teach", "open/teach")),
    ("hand_over", tap("work.hand_over", "open/hand_over")),
    ("answer_for", tap("work.phone", "open/phone")),
)


def menu(turn: Turn) -> Answer:
    held = roles.acting(turn.db, turn.person)
    if not held:
        return not_yours(turn)
    shown = [choice for power, choice in WORK if roles.scopes_with(turn.db, turn.person, power)]
    mine = [{"role": role.role, "scope": role.scope} for role in held]
    return one("work.menu" if shown else "work.menu_empty", tuple(shown), mine=mine)


def not_yours(turn: Turn) -> Answer:
    """Said to whoever asks for what only others may do: kindly, and nothing of it is shown."""
    return one("work.not_yours", welcome.MAIN)
