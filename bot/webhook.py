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
from contextlib import suppress
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from bot.line.events import LONGEST_ID, chat_of, message_id_of
from bot.line.groups import is_for_us
from models.post import inbox
from models.post.inbox import Letter

log = logging.getLogger(__name__)
LARGEST = 4 * 1024 * 1024  # bytes: a hundred of the longest texts with every letter escaped are 3 MB
DEEPEST = 32  # levels of an event; LINE's have six
WAIT = 1.8  # seconds to the commit; LINE allows 2 to the answer
MOST_AT_ONCE = 2000  # events of one commit
ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
NO_DATABASE = (OperationalError, NoConnection)  # asking again would only take longer
Environ = dict[str, Any]
Start = Callable[[str, list[tuple[str, str]]], Any]


class NotKept(Exception):
    """The letters of a delivery are not on disk, or not yet."""


class Delivery:
    """Letters on their way to the disk, and the thread that waits for them."""

    __slots__ = ("_arrived", "error", "letters")

    def __init__(self, letters: list[Letter]) -> None:
        self.letters = letters
        self.error: Exception | None = None
        self._arrived = threading.Lock()  # the cheapest thing a thread can wait for
        self._arrived.acquire()

    def arrive(self, error: Exception | None = None) -> None:
        self.error = error
        self._arrived.release()

    def wait(self) -> None:
        if not self._arrived.acquire(timeout=WAIT):
            raise NotKept(f"no commit within {WAIT} s")
        if self.error is not None:
            raise NotKept(str(self.error)) from self.error


class Keeper:
    """One writer for all deliveries: takes what is queued, commits once, wakes them all."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queue: queue.SimpleQueue[Delivery] = queue.SimpleQueue()
        threading.Thread(target=self._write, name="keeper", daemon=True).start()

    def keep(self, letters: list[Letter]) -> None:
        """Returns when the letters are on disk; raises if they are not."""
        delivery = Delivery(letters)
        self._queue.put(delivery)
        delivery.wait()

    def _write(self) -> None:
        while True:
            batch = [self._queue.get()]
            events = len(batch[0].letters)
            with suppress(queue.Empty):
                while events < MOST_AT_ONCE:
                    batch.append(self._queue.get_nowait())
                    events += len(batch[-1].letters)
            self._commit(batch)

    def _commit(self, batch: list[Delivery]) -> None:
        try:
            with self._engine.begin() as connection:
                inbox.put(connection, [letter for delivery in batch for letter in delivery.letters])
        except Exception as error:  # whoever waits must hear of it, whatever it was
            self._failed(batch, error)
        else:
            for delivery in batch:
                delivery.arrive()

    def _failed(self, batch: list[Delivery], error: Exception) -> None:
        """What the database refuses in one delivery must not cost the others theirs."""
        if len(batch) == 1 or isinstance(error, NO_DATABASE):
            for delivery in batch:
                delivery.arrive(error)
        else:
            for delivery in batch:
                self._commit([delivery])


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
        try:
            body = read_body(environ)
        except OSError:  # whoever was speaking is gone
            return "400 Bad Request"
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
        given = signature.encode("ascii", "replace")
        return any(
            hmac.compare_digest(base64.b64encode(hmac.digest(secret, body, "sha256")), given)
            for secret in self._secrets
        )


def read_body(environ: Environ) -> bytes | None:
    """The body's bytes; None if it is longer than we take."""
    given = str(environ.get("CONTENT_LENGTH") or "")
    if given.isdecimal():
        fits = len(given) < 10 and int(given) <= LARGEST
        return bytes(environ["wsgi.input"].read(int(given))) if fits else None
    if not environ.get("wsgi.input_terminated"):
        return b""  # no length and no end: reading would wait for ever
    body = bytes(environ["wsgi.input"].read(LARGEST + 1))
    return body if len(body) <= LARGEST else None


def letters_in(body: bytes) -> list[Letter]:
    """What is to be kept of a delivery. ValueError if it is no delivery at all."""
    try:
        delivery = json.loads(body)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    events = delivery.get("events", []) if isinstance(delivery, dict) else None
    if not isinstance(events, list):
        raise ValueError("no list of events")
    ours = (event for event in events if _is_ours(event, delivery.get("destination")))
    return [letter for event in ours if (letter := _letter(event)) is not None]


def _is_ours(event: Any, bot: Any) -> bool:
    return isinstance(event, dict) and chat_of(event) is not None and is_for_us(event, bot)


def _letter(event: dict[str, Any]) -> Letter | None:
    event, payload = _storable(event)
    chat = chat_of(event)
    return Letter(_id_of(event), chat, message_id_of(event), payload) if chat else None


def _id_of(event: dict[str, Any]) -> str:
    """LINE's, or one that the same event has again when it is delivered again."""
    given = event.get("webhookEventId")
    if isinstance(given, str) and 0 < len(given) <= LONGEST_ID:
        return given
    same = {key: value for key, value in event.items() if key != "deliveryContext"}
    return hashlib.sha256(ENCODE(same).encode()).hexdigest()


def _storable(event: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """An event and its JSON, without what a database or a reader would choke on."""
    try:
        payload = ENCODE(event)
        payload.encode()
    except (RecursionError, UnicodeEncodeError):
        return _cleaned(event)
    if "\\u0000" in payload or payload.count("{") + payload.count("[") > DEEPEST:
        return _cleaned(event)
    return event, payload


def _cleaned(event: dict[str, Any]) -> tuple[dict[str, Any], str]:
    clean = {_clean(key): _clean(value) for key, value in event.items()}
    return clean, ENCODE(clean)


def _clean(value: Any, levels: int = DEEPEST) -> Any:
    """No NUL, no half of an emoji, nothing nested deeper than `levels`."""
    if isinstance(value, str):
        whole = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return whole.replace("\0", "")
    if isinstance(value, dict | list) and not levels:
        return None
    if isinstance(value, dict):
        return {_clean(key): _clean(part, levels - 1) for key, part in value.items()}
    if isinstance(value, list):
        return [_clean(part, levels - 1) for part in value]
    return value
