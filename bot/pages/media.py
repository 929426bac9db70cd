"""/m/<token>: what one person alone opens, for a day: photos and voices, a paper, or the poster for a door."""

from io import BytesIO
from typing import Any

from flask import Blueprint, Response, make_response, send_file

from bot.pages import papers, poster
from bot.pages.common import page, private
from models import links, media, reports
from models.database import Sessions
from models.links import Link

SHOWN = ("image/jpeg", "image/png", "image/gif", "image/webp")
PLAYED = "audio/"


def pages(sessions: Sessions) -> Blueprint:
    """`sessions` are for looking only."""
    part = Blueprint("media", __name__, template_folder="templates")

    @part.get("/m/<token>")
    def all_of_it(token: str) -> Response:
        with sessions() as db:
            drawn = poster.drawn(db, token)
            if drawn:
                return private(make_response(drawn))
            link = links.good(db, token)
            if link is None:
                return private(make_response(page("closed.html"), 404))
            if link.paper:
                return papers.shown(db, link)
            pieces = [(kind, media.is_kept(db, message)) for kind, message in links.opens(link)]
            shown = page("media.html", token=token, pieces=pieces, **_told(link))
        return private(make_response(shown))

    @part.get("/m/<token>/<int:number>")
    def one(token: str, number: int) -> Response:
        with sessions() as db:
            link = links.good(db, token)
            found = links.opens(link) if link else []
            kept = media.get(db, found[number][1]) if number < len(found) else None
        return private(_bytes(kept.mime, kept.content) if kept else Response(status=404))

    return part


def _told(link: Link) -> dict[str, Any]:
    """What tells it from others, without anybody's name."""
    topics = reports.shown_topics(link.report) if link.report else []
    return {
        "number": link.report.number if link.report else None,
        "topics": [[topic.topic, topic.kind] for topic in topics],
        "at": link.good_until.isoformat(),
    }


def _bytes(mime: str, content: bytes) -> Response:
    """In pieces where a phone asks for pieces, as iPhones do of sounds. Only what is a photo or a sound is shown."""
    known = mime in SHOWN or mime.startswith(PLAYED)
    return send_file(BytesIO(content), mime if known else "application/octet-stream", conditional=True)
