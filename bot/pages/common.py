"""What all pages share: the reader's language and the sentences of `bot/words`."""

from typing import Any

from flask import Response, render_template, request

from bot.words import LANGUAGES, say

SAFE = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; base-uri 'none'"


def language() -> str:
    """As asked for by ?lang=en; else Thai."""
    asked = request.args.get("lang", "")
    return asked if asked in LANGUAGES else "th"


def page(template: str, **values: Any) -> str:
    spoken = language()
    other = "en" if spoken == "th" else "th"

    def words(key: str, **filled: Any) -> str:
        return say(key, spoken, filled)

    return render_template(template, say=words, language=spoken, other=other, **values)


def private(answer: Response) -> Response:
    """For one person alone: nothing on the way keeps it, and nobody is told where it was found."""
    answer.headers["Content-Security-Policy"] = SAFE
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
