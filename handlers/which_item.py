"""Of which Forum, and of which item of its agenda, is something concluded?"""

from handlers import concluded
from handlers.form import data, step
from handlers.forums import which
from handlers.inputs import Turn
from models.forums import agenda, conclusions, telling
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.forums.forum import Forum
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap
from models.thai.numbers import number

SHOWN = 12  # items that fit above the keyboard


def numbered(items: list[AgendaItem], number: int) -> AgendaItem | None:
    return items[number - 1] if 0 < number <= len(items) else None


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def ask_forum(turn: Turn, draft: Draft) -> Message:
    reach = conclusions.within_reach(turn.db, turn.person)
    buttons = concluded.forum_buttons(reach, lambda forum: data(draft, "forum", forum.id))
    return Message("conclude.which_forum", {"forums": which.listed(reach)}, (*buttons, _cancel(draft)))


def takes_forum(turn: Turn, draft: Draft) -> int | None:
    given = "".join(step(turn, 3))
    reach = {str(forum.id): forum for forum in conclusions.within_reach(turn.db, turn.person)}
    if given not in reach:
        return None
    item = numbered(agenda.agenda(turn.db, reach[given]), draft.answers.get("said", 0))
    if item:
        draft.answers["item"] = item.id
    return reach[given].id


def _forum(turn: Turn, draft: Draft) -> Forum | None:
    return forums.by_id(turn.db, str(draft.answers["forum"]))


def items(turn: Turn, draft: Draft) -> list[AgendaItem]:
    forum = _forum(turn, draft)
    return agenda.agenda(turn.db, forum) if forum else []


def ask(turn: Turn, draft: Draft) -> Message:
    forum, found = _forum(turn, draft), items(turn, draft)
    if forum and not found:
        return Message("conclude.no_agenda", telling.described(forum), (_cancel(draft),))
    rows = [
        {"line": place, "number": item.issue.head.number, "topics": item.issue.head.named}
        for place, item in enumerate(found, 1)
    ]
    buttons = [name(str(row["line"]), data(draft, "item", row["line"])) for row in rows[:SHOWN]]
    said = draft.answers.get("said")
    key = "conclude.no_such_item" if said and not 0 < said <= len(found) else "conclude.which_item"
    return Message(key, {"item_lines": rows, "nth": said}, (*buttons, _cancel(draft)))


def takes(turn: Turn, draft: Draft) -> int | Message | None:
    given = number("".join(step(turn, 3)) or turn.words)
    item = numbered(items(turn, draft), given or 0)
    if item is None and given:
        draft.answers["said"] = given
        return ask(turn, draft)
    return item.id if item else None
