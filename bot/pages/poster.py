"""The poster for a Forum's door: the figures in large letters, and a code that opens the chat with the words ready."""

from markupsafe import Markup
from sqlalchemy.orm import Session

from bot.cards.parts import chat_with_us
from bot.pages.common import language, page
from bot.papers import qr
from bot.words import label
from models import facts
from models.forums import posters, telling
from models.forums.forum import Forum
from models.post.messages import Choice, in_chat


def drawn(db: Session, token: str) -> str | None:
    """The page; None where the link opens no poster, or not any more."""
    poster = posters.good(db, token)
    if poster is None or poster.forum.check_in is None:
        return None
    forum, words = poster.forum, _words(poster.forum)
    return page(
        "poster.html",
        **telling.described(forum),
        figures=forum.check_in,
        words=label(words.does, language(), {"number": " "}).strip(),
        code=_code(db, words),
        cancelled=forum.state == "cancelled",
    )


def _words(forum: Forum) -> Choice:
    return in_chat("poster.open", "chat.check_in", number=forum.check_in)


def _code(db: Session, words: Choice) -> Markup | None:
    """None while LINE has not told us our own id."""
    ours = facts.ask(db, "bot").get("basic_id", "")
    return Markup(qr.svg(chat_with_us(words, language(), ours))) if ours else None
