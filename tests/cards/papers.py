"""Examples of what is said when papers of a Forum are asked for."""

from handlers.forums.menu import MENU
from models.forums import paperwork
from models.post.messages import Message, page, tap

AT = "2026-08-20T02:00:00+00:00"
FORUM = {"region": "northeast", "at": AT, "hall": "หอประชุมอำเภอน้ำพอง"}
DAYS = (AT, "2026-09-17T02:00:00+00:00")
LINES = [{**FORUM, "at": at, "topic": None} for at in DAYS]
FIRST = tuple(page(f"papers.{one}", f"m/{one}?openExternalBrowser=1") for one in paperwork.FIRST)
FURTHER = tuple(page(f"papers.{one}", f"m/{one}?openExternalBrowser=1") for one in paperwork.FURTHER)

PAPERS_EXAMPLES: tuple[Message, ...] = (
    Message("papers.none", {}, MENU[:1]),
    Message(
        "papers.which",
        {"forums": LINES},
        tuple(tap("forum.one", f"papers/of/{nth}", at=at) for nth, at in enumerate(DAYS, 7)),
    ),
    Message("papers.of", FORUM, (*FIRST, tap("papers.further", "papers/further/7"))),
    Message("papers.of", FORUM, FURTHER),
    Message("papers.called_off", FORUM),
)
