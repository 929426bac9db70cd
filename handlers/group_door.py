"""In a group behind our name: a leader signs in those who have no phone, and asks what the area remembers."""

from handlers import group_area, memory, signing, spoken
from handlers.inputs import Answer, Turn, one
from models import clock, roles
from models.forums import attendance, check_in, telling
from models.forums import forum as forums
from models.forums.forum import Forum
from models.groups import Group
from models.post import drafts

WAITING = "group_signing"  # a draft: names that were read back and are to be confirmed
SENSITIVE = "unrest"  # few in a village: not counted out before a whole group


def by_words(turn: Turn, group: Group) -> Answer | None:
    said = spoken.behind_our_name(turn.words)
    if memory.place_asked(said) or spoken.means(said, "memory"):
        return _memory(turn, group, memory.place_asked(said))
    listed = spoken.names_to_sign(said)
    return _names(turn, group, *listed) if listed else None


def _names(turn: Turn, group: Group, verb: str, listed: str) -> Answer | None:
    told = signing.read(listed)
    if not group.place:
        return group_area.begin(turn, group)
    if not roles.may(turn.db, turn.person, "see_comers", group.place):
        return one("group_door.leaders_only")
    found = _forums(turn, group, verb == signing.LATE)
    if not found:
        return signing.none_open(turn)
    refused = signing.refusal(told)
    if refused:
        return refused
    late = verb == signing.LATE or not check_in.is_open(found[0])
    about = {"forum": found[0].id, "told": told, "late": late, "group": group.line_id}
    drafts.lay_aside(turn.db, turn.person.id, WAITING, **about)
    return one("group_door.sure", **signing.read_back(found[0], told))


def _forums(turn: Turn, group: Group, late: bool) -> list[Forum]:
    """The Forums of the group's area, the one that is on first."""
    return [one for one in signing.open_to(turn, late) if forums.concerns(one, group.place)]


def confirm(turn: Turn, group: Group) -> Answer:
    """`ฟอรัม ยืนยัน`: by whoever typed the names, in the same group, within the hour."""
    draft = drafts.kept(turn.db, turn.person.id, WAITING) if turn.person.id else None
    fresh = draft is not None and draft.touched_at + signing.SIGNING.stays_open >= clock.now()
    if draft is None or not fresh or draft.answers["group"] != group.line_id:
        return one("group_door.nothing_waits")
    forum, told, late = signing.forum_of(turn, draft), draft.answers["told"], draft.answers["late"]
    drafts.drop(turn.db, draft)
    if not group.place or not roles.may(turn.db, turn.person, "see_comers", group.place):
        return one("group_door.leaders_only")
    shut = signing.closed(forum)
    if shut:
        return shut
    done = signing.put(turn, forum, told["names"], group.place, late)
    came = attendance.heads(turn.db, forum)
    values = {**telling.described(forum), "people": len(done.names), "came": came}
    key = "group_door.done" if done.names else "group_door.all_there"
    return one(key, **values, there=", ".join(done.there))


def undo(turn: Turn, group: Group) -> Answer:
    """`ฟอรัม เอาชื่อออก`: those whom she signed in last, of a Forum that still takes names."""
    last = attendance.last_signed_by(turn.db, turn.person) if turn.person.id else None
    forum = forums.by_id(turn.db, str(last.forum_id)) if last else None
    if last is None or forum is None or not check_in.takes_names(forum):
        return one("group_door.nothing_waits")
    gone = attendance.take_out(turn.db, forum, turn.person, last.at)
    return one("group_door.undone", **telling.described(forum), people=gone)


def _memory(turn: Turn, group: Group, asked: str | None) -> Answer:
    """Counts alone, for whoever may see the reports of that place."""
    if not asked and not group.place:
        return group_area.begin(turn, group)
    own = [group.place] if group.place else []
    mine, is_known = memory.meant(turn, asked) if asked else (memory.may_see(turn, own), True)
    if not is_known:
        return one("memory.unknown")
    if len(mine) != 1:
        return one("group_door.which" if mine else "group_door.leaders_only")
    values = memory.counted(turn, mine[0])
    if values["issues"] == "0":
        return one("memory.nothing", scopes=mine)
    values["by_topic"] = [row for row in values["by_topic"] if row[0] != SENSITIVE]
    return one("memory.counts", **values)
