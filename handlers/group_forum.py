"""Forums in a LINE group: dates, the invitation as a leader announces it, and how many come from its area."""

from handlers import group_area
from handlers.inputs import Answer, Turn, one
from models import places
from models.forums import comers as coming
from models.forums import forum as forums
from models.forums import in_groups, telling
from models.forums.forum import Forum
from models.groups import Group
from models.roles import NATIONAL


def dates(turn: Turn, group: Group) -> Answer:
    """Those that are for its area; of a group without one, the next of each region."""
    ahead = _ahead(turn, group) if group.place else _of_every_region(turn)
    if not ahead:
        return one("group.no_forum")
    lines = [{"region": forum.region, "at": forum.at.isoformat()} for forum in ahead]
    return one("group.dates", dates=lines)


def _of_every_region(turn: Turn) -> list[Forum]:
    found = [forums.next_in(turn.db, region) for region in places.REGIONS]
    return [forum for forum in found if forum is not None]


def _ahead(turn: Turn, group: Group) -> list[Forum]:
    """Not the national one: it has no residents."""
    regional = (forum for forum in forums.planned(turn.db) if forum.region != NATIONAL)
    return [forum for forum in regional if forums.concerns(forum, group.place)]


def invitation(turn: Turn, group: Group) -> Answer:
    """`ฟอรัม ประกาศ`: the next Forum of its area, for nothing; who answers does so in a chat of her own."""
    if not group.place:
        return group_area.begin(turn, group)
    ahead = _ahead(turn, group)
    if not ahead:
        return one("group.no_forum")
    in_groups.announced(turn.db, ahead[0], group)
    return Answer([telling.to_group(turn.db, ahead[0])])


def comers(turn: Turn, group: Group) -> Answer:
    """`ฟอรัม ใครไป`: counts of its area, nobody's name."""
    if not group.place:
        return group_area.begin(turn, group)
    ahead = _ahead(turn, group)
    if not ahead:
        return one("group.no_forum")
    answered = coming.of(turn.db, ahead[0], [group.place])
    values = {
        **telling.described(ahead[0]),
        "place": group.place,
        "people": str(sum(one.people for one in answered if one.comes)),
        "not_going": str(sum(not one.comes for one in answered)),
    }
    group_area.learn(turn, group)
    silent = max(0, group.members - len(answered)) if group.members else None
    return one("group.comers", silent=silent, **values)
