"""What all pages share: the reader's language and the sentences of `bot/words`."""

from typing import Any

from flask import render_template, request

from bot.words import LANGUAGES, say


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
