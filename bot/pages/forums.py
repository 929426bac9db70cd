"""/forums, /f/<token> and /f/<token>.ics: what, when and where, without anybody's name and without the online link."""

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, make_response
from sqlalchemy.orm import Session

from bot.pages.common import language, page
from bot.papers import ics
from bot.words import say
from models import clock
from models.database import Sessions
from models.forums import agenda, drafting, invitations, telling
from models.forums import forum as forums
from models.forums.agenda import AgendaItem
from models.forums.forum import Forum
from models.places import REGIONS
from models.roles import NATIONAL

SAFE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
FRESH = "public, max-age=60"
Json = dict[str, Any]


def pages(sessions: Sessions, public_url: str) -> Blueprint:
    """`sessions` are for looking only."""
    part = Blueprint("forums", __name__, template_folder="templates")

    @part.get("/forums")
    def coming() -> Response:
        with sessions() as db:
            found = [_values(db, forum) for forum in forums.upcoming(db)]
        regions = [
            (region, [one for one in found if one["region"] == region]) for region in (NATIONAL, *REGIONS)
        ]
        return _page("forums.html", regions=regions)

    @part.get("/f/<token>")
    def one(token: str) -> Response:
        with sessions() as db:
            forum = forums.by_token(db, token)
            values = _values(db, forum) if forum else None
        return _page("forum.html", forum=values) if values else _gone()

    @part.get("/f/<token>.ics")
    def for_calendars(token: str) -> Response:
        with sessions() as db:
            forum = forums.by_token(db, token)
            values = _values(db, forum) if forum else None
        return _calendar(values, public_url) if values else _gone()

    return part


def _values(db: Session, forum: Forum) -> Json:
    """What anybody may know of a Forum."""
    is_over = forum.state == "held" or forums.is_past(forum)
    return {
        **telling.described(forum),
        "token": forum.token,
        "number": forum.number,
        "revision": forum.revision,
        "stands": "cancelled" if forum.state == "cancelled" else "over" if is_over else "coming",
        "sort": forum.kind,
        "topics": telling.topics_of(db, forum),
        "topic": forum.topic,
        "linked": forum.linked_halls,
        "online": bool(forum.online_url),
        "seats": forum.capacity,
        "programme": forum.programme,
        "note": forum.note,
        "people": invitations.counts(db, forum)["people"],
        **(_agenda(db, forum) if forum.draft_shown_at else {}),
    }


def _agenda(db: Session, forum: Forum) -> Json:
    """What is talked of and what is not, once people were shown the draft; of a Forum that is over no draft."""
    ahead = forums.is_open(forum)
    return {
        "agenda": _items(db, agenda.agenda(db, forum)),
        "draft": _items(db, drafting.drafts(db, forum)) if ahead else [],
        "left_out": _items(db, agenda.items(db, forum, "dropped")),
    }


def _items(db: Session, found: list[AgendaItem]) -> list[Json]:
    """By number, topic and tambon: no name, and no village, where one house could be told by it."""
    supported = drafting.supports(db, found)
    return [
        {
            "number": item.issue.number,
            "topics": item.issue.named,
            "place": item.issue.place,
            "carried": item.carried_from_id is not None,
            "supports": supported.get(item.id, 0),
            "why_not": item.reason,
        }
        for item in found
    ]


def _page(template: str, status: int = 200, **values: Any) -> Response:
    answer = make_response(page(template, **values), status)
    answer.headers["Content-Security-Policy"] = SAFE
    answer.headers["Cache-Control"] = FRESH
    return answer


def _gone() -> Response:
    return _page("gone.html", 404)


def _calendar(forum: Json, public_url: str) -> Response:
    spoken = language()
    about = "\n\n".join(filter(None, (forum["programme"], forum["note"])))
    more = {
        "revision": forum["revision"],
        "cancelled": forum["stands"] == "cancelled",
        "place": forum["hall"],
    }
    url = f"{public_url}/f/{forum['token']}"
    drawn = ics.calendar(
        f"{forum['number']}@forum-bot",
        say("page.title", spoken, forum),
        datetime.fromisoformat(forum["at"]),
        clock.now(),
        **more,
        about=about,
        url=url,
    )
    answer = Response(drawn, content_type="text/calendar; charset=utf-8; method=PUBLISH")
    answer.headers["Content-Disposition"] = f'inline; filename="{forum["number"]}.ics"'
    answer.headers["Cache-Control"] = FRESH
    return answer
