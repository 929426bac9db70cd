"""Two small loops: answer_one() answers the oldest event of a chat, send_one() hands one row to LINE."""

import json
import logging
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cards.parts import shown_on
from bot.line import errands, sending
from bot.line.events import heard_in
from bot.line.gateway import Gateway
from bot.settings import Settings
from handlers import quota_news, router, spoken, welcome
from handlers.inputs import NOTHING, Answer, Heard, Meaning, Tap, Turn, Words, meaning_of
from models import groups, people
from models.database import Sessions, reading
from models.people import Person
from models.post import inbox, offers, outbox, postman
from models.post.inbox import Taken
from models.post.outbox import Parcel

log = logging.getLogger(__name__)
FAST = (outbox.URGENT, outbox.REPLY)
CALLS = (outbox.CALL,)
SLOW = (outbox.NOTICE, outbox.BROADCAST)


class Worker:
    def __init__(self, sessions: Sessions, gateway: Gateway, public_url: str) -> None:
        self.sessions, self.looking, self.gateway = sessions, reading(sessions), gateway
        self.public_url = public_url

    def answer_one(self) -> bool:
        """Answer one event. False when nothing waits."""
        with self.looking() as db:
            if not inbox.waits(db):
                return False
        with self.sessions.begin() as db:
            taken = inbox.take(db)
        if taken is None:
            return False
        try:
            self._answer(taken)
        except Exception as error:  # whatever it was, the chat must go on and the operator must see it
            log.exception("event %d was not answered", taken.id)
            with self.sessions.begin() as db:
                inbox.failed(db, taken, f"{type(error).__name__}: {error}"[:500])
        return True

    def _answer(self, taken: Taken) -> None:
        """Event done, draft, rows of the domain and outgoing messages are kept together, or nothing."""
        heard = replace(heard_in(json.loads(taken.payload or "{}")), chat=taken.chat)
        meaning = self._think(heard)
        with self.sessions() as db, db.begin() as transaction:
            if taken.payload:
                _converse(Turn(db, _speaker(db, heard), _typed_label(db, heard, meaning), meaning), taken)
            if not inbox.done(db, taken):
                log.warning("event %d was answered by somebody else", taken.id)
                transaction.rollback()

    def _think(self, heard: Heard) -> Meaning:
        """What words mean, reckoned before the transaction begins."""
        if not isinstance(heard.input, Words):
            return NOTHING
        with self.looking() as db:
            home = db.scalar(select(Person.place).where(Person.line_id == heard.sender))
        return meaning_of(heard.input.text, home)

    def send_one(self, lanes: tuple[int, ...] = FAST + CALLS + SLOW) -> bool:
        """Hand one row to LINE. False when nothing is due."""
        with self.looking() as db:
            if not postman.is_due(db, lanes):
                return False
        with self.sessions.begin() as db:
            postman.expire(db)
            parcel = postman.take(db, lanes)
            if parcel is None:
                return False
            if not self._prepare(db, parcel):
                return True
            db.flush()
            db.expunge(parcel)
        act = errands.ERRANDS.get(parcel.kind, sending.send)
        act(self.sessions, self.gateway, parcel)
        return True

    def _prepare(self, db: Session, parcel: Parcel) -> bool:
        """Draw it. What cannot be drawn is set aside and shown to the operator; the others go on."""
        try:
            sending.prepare(db, parcel, self.public_url)
        except Exception as error:
            log.exception("outbox row %d cannot be drawn", parcel.id)
            postman.refused(parcel, f"{type(error).__name__}: {error}"[:500])
            return False
        return True

    def drain(self) -> None:
        """Until nothing that is due waits."""
        while self.answer_one() or self.send_one():
            pass


def from_settings(settings: Settings, sessions: Sessions) -> Worker:
    gateway = Gateway(settings.token, settings.api_url, settings.data_api_url)
    return Worker(sessions, gateway, settings.public_url)


def _speaker(db: Session, heard: Heard) -> Person:
    """Who said it. Somebody LINE does not name, in a group, is nobody we keep."""
    if heard.where == "group":
        return _known(db, heard.sender) or Person(line_id=heard.chat, language="th", keeping="unasked")
    person = people.known_by(db, heard.chat)
    if person.name is None and person.keeping != "no":
        outbox.fetch_name(db, person.line_id)
    return person


def _known(db: Session, line_id: str | None) -> Person | None:
    return db.scalar(select(Person).where(Person.line_id == line_id)) if line_id else None


def _typed_label(db: Session, heard: Heard, meaning: Meaning) -> Heard:
    """Whoever types what a button says means the button; danger is danger all the same."""
    if heard.where == "group" or not isinstance(heard.input, Words) or meaning.danger:
        return heard
    meant = offers.meant(db, heard.chat, spoken.bare(heard.input.text[:80]))
    return replace(heard, input=Tap(meant)) if meant else heard


def _converse(turn: Turn, taken: Taken) -> None:
    answer = router.answer(turn)
    if answer.messages and turn.heard.where == "user":
        answer.messages += quota_news.owed(turn)
    turn.db.flush()
    _put(turn, taken, answer)
    if turn.person.keeping == "no" or turn.heard.where == "group":
        turn.db.flush()
        inbox.empty(turn.db, taken.id)


def _labels(answer: Answer, language: str) -> dict[str, str]:
    choices = [choice for message in answer.messages for choice in message.choices]
    return {
        spoken.bare(shown_on(choice, language)): choice.does
        for choice in choices
        if choice.kind in ("tap", "name")
    }


def _language(turn: Turn) -> str:
    """Of the person; in a group of the group, for others read it too."""
    group = groups.by_line_id(turn.db, turn.heard.chat) if turn.heard.where == "group" else None
    return group.language if group else turn.person.language


def _put(turn: Turn, taken: Taken, answer: Answer) -> None:
    if not answer.messages:
        return
    heard = turn.heard
    offers.keep(turn.db, heard.chat, _labels(answer, turn.person.language))
    if answer.burst and heard.where == "user":
        outbox.errand(turn.db, "loading", {"chat": heard.chat})
    unsaid = outbox.answer(
        turn.db,
        heard.chat,
        answer.messages,
        _language(turn),
        reply=(heard.reply_token, taken.received_at) if heard.reply_token else None,
        burst=answer.burst,
        lane=outbox.URGENT if answer.urgent else outbox.REPLY,
    )
    welcome.not_asked(turn.db, turn.person, unsaid)
