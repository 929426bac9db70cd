"""How to use it; what to say when nothing else fits; how to stop."""

import re

from handlers import ask, welcome
from handlers.form import data, step
from handlers.inputs import Answer, Sticker, Tap, Turn, one
from models import consent, consents
from models.post import drafts, outbox
from models.post.messages import Message, tap

LATIN = re.compile(r"(?=.*[A-Za-z]{2})[\x20-\x7e]+")
GREETINGS = {"welcome.hello", "help.greeting"}

SMALL_TALK = ("help.thanks", "help.greeting")
UNDERSTOOD = {"thanks": "help.thanks", "greeting": "help.greeting", "question": "help.question"}
MOST = 5  # buttons of a card


def how_to(turn: Turn) -> Answer:
    back = () if turn.person.language == "th" else (tap("main.thai", "open/thai"),)
    buttons = (*welcome.MAIN[:3], tap(ask.BUTTON, "open/ask"), *back)
    return Answer([Message("help.how_to", {}, buttons), *welcome.owed(turn)])


def lost(turn: Turn) -> Answer:
    """Nothing was understood: say what can be done, and offer what was left unfinished.

    The trouble itself may follow at once: wait for it, and then answer that alone.
    """
    if isinstance(turn.input, Tap):
        return Answer(_what_can_be_done(turn))
    if _is_said_already(turn):
        return Answer()
    return Answer(_what_can_be_done(turn), burst=True)


def _is_said_already(turn: Turn) -> bool:
    """Small talk beside something else needs no answer of its own, nor does anything beside a greeting."""
    waiting = outbox.about_to_say(turn.db, turn.heard.chat)
    chats = turn.meaning.small_talk or isinstance(turn.input, Sticker)
    return bool(waiting) and (chats or not waiting.isdisjoint(GREETINGS))


def _what_can_be_done(turn: Turn) -> list[Message]:
    asked = welcome.owed(turn)
    if asked:
        return [Message("welcome.hello"), *asked]
    key = UNDERSTOOD.get(turn.meaning.reading.intent, "help.lost")
    draft = drafts.kept(turn.db, turn.person.id, "report")
    resume = (tap("talk.resume", data(draft, "resume")),) if draft and draft.answers.get("parts") else ()
    other = (tap("main.english", "open/english"),) if not resume and _writes_english(turn) else ()
    question = () if key in SMALL_TALK else (ask.offer(turn),)
    main = welcome.MAIN[: MOST - len((*resume, *question, *other))]
    return [Message(key, {}, (*resume, *question, *main, *other))]


def _writes_english(turn: Turn) -> bool:
    """Somebody who is answered in Thai and writes in Latin letters only."""
    return turn.person.language == "th" and LATIN.fullmatch(turn.words) is not None


def quiet(turn: Turn) -> Answer:
    """`เลิกรับข่าว`: no more invitations; everything else stays."""
    consent.no_news(turn.db, turn.person)
    return one("news.off", (tap("news.on", "news/on"),))


def news(turn: Turn) -> Answer:
    if step(turn, 1) != ["on"]:
        return quiet(turn)
    if not turn.person.agreed:
        return Answer(welcome.owed(turn))
    consents.answer(turn.db, turn.person, consents.INVITATIONS, True)
    return one("news.on", welcome.MAIN)


def stop_which(turn: Turn) -> Answer:
    return one(
        "news.which",
        (
            tap("news.off", "news/off"),
            tap("erase.ask", "erase/ask"),
            tap("cancel", "open/leave"),
        ),
    )


def erase(turn: Turn) -> Answer:
    """`ลบข้อมูล`: asked once more, then all she sent leaves."""
    if step(turn, 1) != ["yes"]:
        return Answer([welcome.erase_question(turn)])
    consent.erase(turn.db, turn.person)
    return one("erase.done")


def cannot(turn: Turn) -> Answer:
    """A video, a file: we say what we can take."""
    return one("help.cannot", welcome.MAIN[:1])
