"""Is it true? One tap of everybody who reported; changed by another, and seen by those who took it on."""

from handlers import welcome
from handlers.form import step
from handlers.inputs import Answer, Turn, one
from models.forums import resolutions, takers, verdicts
from models.forums.resolutions import Resolution
from models.forums.verdicts import ANSWERS
from models.post.messages import tap

KEPT = {
    "fixed": "verdict.kept_fixed",
    "better": "verdict.kept_better",
    "same": "verdict.kept_same",
    "unsure": "verdict.kept_unsure",
}


def tapped(turn: Turn) -> Answer:
    deed = resolutions.by_id(turn.db, "".join(step(turn, 1)))
    said = "".join(step(turn, 2))
    if deed is None:
        return one("talk.old_button", welcome.MAIN)
    if not verdicts.may_answer(turn.db, deed, turn.person):
        return one("verdict.not_yours", welcome.MAIN)
    if deed.reporters_asked_at is None or deed.state == "withdrawn":
        return one("verdict.over", (tap("main.mine", "open/mine"),))
    if said not in ANSWERS:
        return _again(deed)
    verdicts.answer(turn.db, deed, turn.person, said)
    change = tap("verdict.change", f"verdict/{deed.id}/change")
    return one(KEPT[said], (change, tap("main.mine", "open/mine")))


def _again(deed: Resolution) -> Answer:
    values = takers.told(deed)
    values.pop("number")  # each knows it by her own
    return one("verdict.again", verdicts.choices(deed), **values)
