"""/m/<token> of a paper: Word and PDF to choose from. A paper is drawn when it is opened, of what stands then."""

from io import BytesIO
from typing import Any

from flask import Blueprint, Response, make_response, request, send_file
from sqlalchemy.orm import Session

from bot.pages.common import page, private
from bot.words import say
from models import links
from models.database import Sessions
from models.forums import forum as forums
from models.forums import paperwork
from models.forums.forum import Forum
from models.links import Link
from models.papers import Office

FORMS = {"table": ("xlsx",)}
USUAL = ("docx", "pdf")


def pages(sessions: Sessions, office: Office) -> Blueprint:
    """`sessions` are for looking only; `office` is who sends the letters."""
    part = Blueprint("papers", __name__, template_folder="templates")

    @part.get("/m/<token>/paper.<form>")
    def drawn(token: str, form: str) -> Response:
        with sessions() as db:
            link = links.good(db, token)
            forum = _forum(db, link)
            if link is None or link.paper is None or forum is None or form not in _forms(link):
                return gone()
            told = paperwork.told(db, forum, link.paper, link.person, office)
            name = f"{say(f'page.paper_{link.paper}', 'th', {})} {forum.number}.{form}"
        return private(_sent(told, form, name)) if told is not None else gone()

    return part


def shown(db: Session, link: Link) -> Response:
    """What can be opened, and how."""
    forum = _forum(db, link)
    if forum is None or link.paper not in paperwork.possible(forum):
        return gone()
    values = {"region": forum.region, "held": forum.at.isoformat(), "until": link.good_until.isoformat()}
    return private(
        make_response(
            page("paper.html", token=link.token, paper=link.paper, forms=_forms(link), **values),
        )
    )


def gone() -> Response:
    return private(make_response(page("closed.html"), 404))


def _forum(db: Session, link: Link | None) -> Forum | None:
    return forums.by_id(db, str(link.forum_id)) if link and link.forum_id else None


def _forms(link: Link) -> tuple[str, ...]:
    return FORMS.get(link.paper or "", USUAL)


def _sent(told: Any, form: str, name: str) -> Response:
    """A PDF is looked at where it opens; Word and Excel are handed over as files."""
    from bot.papers import drawing  # imported late: Word and Excel cost a third of a second

    thai = request.args.get("digits") != "arabic"
    ways = {
        "pdf": lambda: drawing.as_pdf(told, thai),
        "docx": lambda: drawing.as_word(told, thai),
        "xlsx": lambda: drawing.as_table(told),
    }
    return send_file(
        BytesIO(ways[form]()), drawing.MIME[form], as_attachment=form != "pdf", download_name=name
    )
