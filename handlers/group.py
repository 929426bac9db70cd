"""In a LINE group: greet once, answer only when spoken to."""

from handlers import danger, spoken
from handlers.inputs import Answer, Edited, Joined, Left, Turn, Unsent, Words, one
from handlers.retraction import edited, unsent
from models import groups, places
from models.forums import forum as forums


def answer(turn: Turn) -> Answer:
    group = groups.known_by(turn.db, turn.heard.chat)
    match turn.input:
        case Left():
            groups.leave(group)
        case Joined():
            return one("group.hello") if groups.greet(group) else Answer()
        case Unsent():
            return unsent(turn)
        case Edited():
            return edited(turn)
        case Words() if turn.meaning.danger:
            return danger.in_group()
        case Words():
            return _called(turn)
    return Answer()


def _called(turn: Turn) -> Answer:
    if spoken.opening(spoken.called(turn.words) or turn.words) == "forum":
        dates = [{"region": forum.region, "at": forum.at.isoformat()} for forum in _next_ones(turn)]
        return one("group.dates", dates=dates)
    return one("group.help")


def _next_ones(turn: Turn) -> list[forums.Forum]:
    found = [forums.next_in(turn.db, region) for region in places.REGIONS]
    return [forum for forum in found if forum is not None]
