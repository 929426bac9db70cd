"""In a LINE group: greet once, ask which area it is of, answer only when spoken to. Single taps of people never."""

from collections.abc import Callable

from handlers import danger, group_area, group_door, group_forum, speaking, spoken
from handlers.inputs import Answer, Edited, Joined, Left, Tap, Turn, Unsent, Words, one
from handlers.retraction import edited, unsent
from models import groups
from models.groups import Group
from models.post.messages import Choice, in_chat
from models.thai import behalf

# What is asked of the bot by `ฟอรัม` and a word, or by mentioning it.
ASKED: dict[str, Callable[[Turn, Group], Answer]] = {
    "forum": group_forum.dates,
    "group_invite": group_forum.invitation,
    "comers": group_forum.comers,
    "group_area": group_area.begin,
    "group_tie": group_area.tie,
    "group_sure": group_door.confirm,
    "group_unsign": group_door.undo,
    "report": lambda turn, group: one("group.tell_us", (REPORT,)),
    "mine": lambda turn, group: one("group.tell_us", (REPORT,)),
    "ask": lambda turn, group: one("group.tell_us", (REPORT,)),
}
REPORT: Choice = in_chat("main.report", "chat.report", loud=True)


def answer(turn: Turn) -> Answer:
    group = groups.known_by(turn.db, turn.heard.chat)
    match turn.input:
        case Left():
            groups.leave(group)
        case Joined():
            return group_area.hello(turn, group)
        case Unsent():
            return unsent(turn)
        case Edited():
            return edited(turn)
        case Tap():
            return group_area.tapped(turn, group)
        case Words() if turn.meaning.danger:
            return danger.in_group()
        case Words():
            return _met_late(turn, group, _called(turn, group))
    return Answer()


def _called(turn: Turn, group: Group) -> Answer:
    at_the_door = group_door.by_words(turn, group)
    if at_the_door:
        return at_the_door
    said = spoken.behind_our_name(turn.words)
    if behalf.read(said) or behalf.begins(said):
        return speaking.in_group(turn, group)
    wish, _ = spoken.in_group(said)
    asked = ASKED.get(wish or "")
    return asked(turn, group) if asked else one("group.help", (REPORT,))


def _met_late(turn: Turn, group: Group, answer: Answer) -> Answer:
    """A group that we were put into while we slept is asked for its area behind the first answer."""
    if groups.is_greeted(group) or group.place or group.asked:
        return answer
    return Answer([*answer.messages, *group_area.hello(turn, group).messages])
