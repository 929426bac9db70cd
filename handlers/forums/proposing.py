"""What is typed to the numbers of a list: "1 วาระ", "3 ไม่เข้า", "2 ไปที่ 1"; who may not decide proposes by it."""

from handlers import spoken
from handlers.form import step
from handlers.forums import agenda as board
from handlers.forums import which
from handlers.inputs import Answer, Turn, Words, one
from handlers.work import not_yours
from models import issues, listings, roles
from models.forums import agenda, telling
from models.forums import forum as forums
from models.forums.forum import Forum
from models.issues import Issue
from models.post.messages import Choice, tap

LISTS = ("agenda", "issue")  # whose numbers can be put onto an agenda
SHARED = (
    "shared"  # the list of what regions share, whose numbers are put onto the nation's by words of its own
)
REPORTS = tap("work.reports", "open/reports")


def by_verb(turn: Turn) -> Answer | None:
    """A number of the list she looked at last, and what is to be done with it."""
    said = spoken.on_agenda(turn.words) if isinstance(turn.input, Words) else None
    if said is None or not roles.scopes_with(turn.db, turn.person, "see_reports"):
        return None
    kind = listings.shown_last(turn.db, turn.person.id, (*LISTS, SHARED))
    meant = listings.meant(turn.db, turn.person.id, kind, said.number) if kind in LISTS else None
    issue, forum = _pair(turn, kind, meant) if kind and meant else (None, None)
    return _done(turn, issue, forum, said) if issue else board.no_number()


def way(turn: Turn, issue: Issue) -> tuple[Choice, ...]:
    """The button on the card of an issue that waits: onto the agenda, or proposed for it."""
    if issue.state not in issues.OPEN or issue.state == "agenda" or issue.region is None:
        return ()
    decides = roles.may(turn.db, turn.person, which.POWER, issue.region)
    return (tap("agenda.accept" if decides else "agenda.propose", f"put/{issue.id}"),)


def put(turn: Turn) -> Answer:
    """put/142"""
    issue = issues.by_id(turn.db, "".join(step(turn, 1)))
    if issue is None or not roles.may(turn.db, turn.person, "see_reports", issue.head.place):
        return one("talk.old_button") if issue is None else not_yours(turn)
    return _done(turn, issue, _forum_of(turn, issue), spoken.OnAgenda("accept", 0))


def _done(turn: Turn, issue: Issue, forum: Forum | None, said: spoken.OnAgenda) -> Answer:
    if issue.head.region is None:
        return one("agenda.no_place", (board.DRAFT,), number=issue.number)
    if forum is None:
        return one("agenda.no_forum", (board.DRAFT,), region=issue.head.region)
    return _by_words(turn, forum, issue, said)


def _pair(turn: Turn, kind: str, meant: int) -> tuple[Issue | None, Forum | None]:
    """The issue, and the Forum it is about: of a list of issues the one it stands at, or the next of its region."""
    if kind == "agenda":
        item = agenda.by_id(turn.db, meant)
        return (item.issue, item.forum) if item else (None, None)
    issue = issues.by_id(turn.db, str(meant))
    return issue, _forum_of(turn, issue) if issue else None


def _forum_of(turn: Turn, issue: Issue) -> Forum | None:
    there = agenda.stands_at(turn.db, issue)
    region = issue.head.region
    return there or (forums.next_in(turn.db, region, "monthly") if region else None)


def _by_words(turn: Turn, forum: Forum, issue: Issue, said: spoken.OnAgenda) -> Answer:
    if roles.may(turn.db, turn.person, which.POWER, forum.region):
        act = board.put_at(said.place) if said.verb == "to" else board.ACTS[said.verb]
        return board.with_forum(turn, str(forum.id), lambda turn, forum: act(turn, forum, issue))
    if not roles.may(turn.db, turn.person, "see_reports", issue.head.place):
        return not_yours(turn)
    if said.verb != "accept":
        return one("agenda.only_planners", (REPORTS,))
    return _propose(turn, forum, issue)


def _propose(turn: Turn, forum: Forum, issue: Issue) -> Answer:
    """Who answers for its place proposes; who plans Forums sees it in the draft, and in her digest."""
    closed = which.closed(forum)
    if closed:
        return one(closed, (), **telling.described(forum))
    if issue.head.state not in issues.OPEN:
        return one("agenda.cannot", (), number=issue.number, state=issue.head.state)
    item = agenda.propose(turn.db, forum, issue)
    if item.state == "dropped":
        return board.said(turn, issue, "agenda.known_out", item, ())
    if item.state != "draft":
        return board.said(turn, issue, "agenda.known", item, ())
    undo = tap("agenda.unpropose", f"unpropose/{forum.id}/{issue.head.id}")
    return board.said(turn, issue, "agenda.proposed", item, (undo, REPORTS))


def no_more(turn: Turn) -> Answer:
    """unpropose/7/142"""
    forum, issue = "".join(step(turn, 1)), "".join(step(turn, 2))
    found, at = issues.by_id(turn.db, issue), forums.by_id(turn.db, forum)
    may = found is not None and roles.may(turn.db, turn.person, "see_reports", found.head.place)
    if not roles.scopes_with(turn.db, turn.person, "see_reports") or (found and not may):
        return not_yours(turn)
    item = agenda.item_of(turn.db, at, found) if at and found else None
    if found is None or item is None or item.state != "draft":
        return one("talk.old_button")
    agenda.propose_no_more(turn.db, item)
    return one("agenda.unproposed", (REPORTS,), number=found.head.number)
