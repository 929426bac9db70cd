"""`เอกสารเวที`: which Forum, then its papers, each behind a link that only the asker may open."""

from handlers.forums import which
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import links
from models.forums import paperwork, telling
from models.forums.forum import Forum
from models.post.messages import Choice, page, tap

OUTSIDE = "openExternalBrowser=1"  # LINE's own browser opens no Word document


def begin(turn: Turn) -> Answer:
    if not which.regions(turn):
        return not_yours(turn)
    found = paperwork.lately(turn.db, which.regions(turn))
    several = list(dict.fromkeys(forum.region for forum in found))
    if len(several) > 1:
        named = [tap(f"region.{region}", f"papers/in/{region}") for region in several]
        return one("forum.which_region", tuple(named))
    return _which(turn, found)


def tapped(turn: Turn) -> Answer:
    """papers/of/7: the papers of a Forum; papers/further/7: those asked for less often."""
    if not isinstance(turn.input, Tap) or not which.regions(turn):
        return not_yours(turn)
    match turn.input.steps[1:]:
        case ["in", region] if region in which.regions(turn):
            return _which(turn, paperwork.lately(turn.db, [region]))
        case ["of" | "further" as how, number]:
            forum = which.one_of_mine(turn, number)
            return _of(turn, forum, how) if forum else one("talk.old_button")
    return one("talk.old_button")


def _which(turn: Turn, found: list[Forum]) -> Answer:
    if len(found) < 2:
        return _of(turn, found[0], "of") if found else one("papers.none", (tap("plan.begin", "open/plan"),))
    shown = found[: which.SHOWN]
    named = [tap("forum.one", f"papers/of/{forum.id}", at=forum.at.isoformat()) for forum in shown]
    return one("papers.which", tuple(named), forums=which.listed(shown))


def _of(turn: Turn, forum: Forum, how: str) -> Answer:
    possible = paperwork.possible(forum)
    if not possible:
        return one("papers.called_off", **telling.described(forum))
    group = paperwork.FIRST if how == "of" else paperwork.FURTHER
    opened = [_link(turn, forum, paper) for paper in group if paper in possible]
    further = [tap("papers.further", f"papers/further/{forum.id}")] if how == "of" else []
    return one("papers.of", (*opened, *further), **telling.described(forum))


def _link(turn: Turn, forum: Forum, paper: str) -> Choice:
    link = links.to_paper(turn.db, turn.person, paper, forum.id, forum.region)
    return page(f"papers.{paper}", f"m/{link.token}?{OUTSIDE}")
