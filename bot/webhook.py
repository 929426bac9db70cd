"""POST /callback: the signature is checked, the events are kept, 200. Nothing else.

It stands before Flask: a delivery that is kept in time matters more than any page.
"""

import base64
import hashlib
import hmac
import json
import logging
import queue
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Engine

from bot.line.events import chat_of, message_id_of
from bot.line.groups import is_for_us
from models.post import inbox
from models.post.inbox import Letter

log = logging.getLogger(__name__)
LARGEST = 1024 * 1024  # bytes; LINE's deliveries stay far below
WAIT = 1.8  # seconds to the commit; LINE allows 2 to the answer
MOST_AT_ONCE = 2000  # events of one commit
Environ = dict[str, Any]
Start = Callable[[str, list[tuple[str, str]]], Any]


class Keeper:
    """One writer for all deliveries: takes what is queued, commits once, wakes them all."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queue: queue.SimpleQueue[tuple[list[Letter], Future[None]]] = queue.SimpleQueue()
        threading.Thread(target=self._write, name="keeper", daemon=True).start()

    def keep(self, letters: list[Letter]) -> None:
        """Returns when the letters are on disk; raises if they are not."""
        kept: Future[None] = Future()
        self._queue.put((letters, kept))
        kept.result(timeout=WAIT)

    def _write(self) -> None:
        while True:
            batch = [self._queue.get()]
            while not self._queue.empty() and sum(len(letters) for letters, _ in batch) < MOST_AT_ONCE:
                batch.append(self._queue.get())
            self._commit(batch)

    def _commit(self, batch: list[tuple[list[Letter], Future[None]]]) -> None:
        try:
            with self._engine.begin() as connection:
                inbox.put(connection, [letter for letters, _ in batch for letter in letters])
        except Exception as error:  # whoever waits must hear of it, whatever it was
            for _, kept in batch:
                kept.set_exception(error)
        else:
            for _, kept in batch:
                kept.set_result(None)


class Callback:
    """The WSGI door of /callback; everything else goes on to the application behind it."""

    def __init__(
        self, behind: Callable[..., Iterable[bytes]], engine: Engine, secrets: tuple[str, ...]
    ) -> None:
        self._behind, self._keeper = behind, Keeper(engine)
        self._secrets = [secret.encode() for secret in secrets]

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != "/callback":
            return self._behind(environ, start)
        status = self.receive(environ)
        start(status, [("Content-Type", "text/plain"), ("Content-Length", "0")])
        return [b""]

    def receive(self, environ: Environ) -> str:
        if environ.get("REQUEST_METHOD") != "POST":
            return "405 Method Not Allowed"
        body = read_body(environ)
        if body is None:
            return "413 Content Too Large"
        if not self.is_signed(body, environ.get("HTTP_X_LINE_SIGNATURE", "")):
            return "401 Unauthorized"
        try:
            letters = letters_in(body)
        except ValueError:
            return "400 Bad Request"
        try:
            if letters:
                self._keeper.keep(letters)
        except Exception:  # not kept, for whatever reason: LINE must send it again
            log.exception("a delivery of %d events was not kept", len(letters))
            return "503 Service Unavailable"
        return "200 OK"

    def is_signed(self, body: bytes, signature: str) -> bool:
        """By any of our secrets, over the untouched bytes."""
        given = signature.encode("latin-1", "replace")
        return any(
            hmac.compare_digest(base64.b64encode(hmac.digest(secret, body, hashlib.sha256)), given)
            for secret in self._secrets
        )


def read_body(environ: Environ) -> bytes | None:
    """The body's bytes; None if it is longer than we take."""
    given = environ.get("CONTENT_LENGTH") or ""
    if given.isdecimal() and int(given) > LARGEST:
        return None
    body: bytes = environ["wsgi.input"].read(int(given) if given.isdecimal() else LARGEST + 1)
    return None if len(body) > LARGEST else body


def letters_in(body: bytes) -> list[Letter]:
    """What is to be kept of a delivery. ValueError if it is no delivery at all."""
    try:
        delivery = json.loads(body)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(delivery, dict) or not isinstance(delivery.get("events", []), list):
        raise ValueError("no list of events")
    return [_letter(event) for event in delivery.get("events", []) if _is_ours(event)]


def _is_ours(event: Any) -> bool:
    return isinstance(event, dict) and chat_of(event) is not None and is_for_us(event)


def _letter(event: dict[str, Any]) -> Letter:
    raw = json.dumps(event, ensure_ascii=False, separators=(",", ":")).replace("\\u0000", "")
    raw = raw.encode("utf-8", "replace").decode()  # half an emoji cannot be stored
    given = event.get("webhookEventId")
    event_id = given if isinstance(given, str) and given else hashlib.sha256(raw.encode()).hexdigest()
    return Letter(event_id[:128], str(chat_of(event)), message_id_of(event), raw)
