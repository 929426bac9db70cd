"""The worker process: threads that answer and send until they are asked to stop."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy.exc import IntegrityError

from bot import worker
from bot.line import richmenu
from bot.settings import Settings
from bot.worker import FAST, SLOW
from models import places, topics
from models.database import Sessions

log = logging.getLogger(__name__)
ANSWERING, REPLYING, BROADCASTING = 3, 4, 4  # threads
IDLE, AFTER_ERROR = 0.08, 1.0  # seconds


def work(sessions: Sessions, settings: Settings, with_clock: bool) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    topics.warm()
    places.warm()
    hands = worker.from_settings(settings, sessions)
    _put_menu(sessions)
    threads = [_thread(hands.answer_one, stop, f"answer-{n}") for n in range(ANSWERING)]
    threads += [_thread(lambda: hands.send_one(FAST), stop, f"reply-{n}") for n in range(REPLYING)]
    threads += [_thread(lambda: hands.send_one(SLOW), stop, f"broadcast-{n}") for n in range(BROADCASTING)]
    clock = _start_clock(sessions) if with_clock else None
    while not stop.wait(1):
        pass
    if clock is not None:
        clock()
    limit = time.monotonic() + 7
    for thread in threads:
        thread.join(max(0.0, limit - time.monotonic()))


def _put_menu(sessions: Sessions) -> None:
    with suppress(IntegrityError), sessions.begin() as db:  # another worker put it at the same moment
        richmenu.put(db)


def _start_clock(sessions: Sessions) -> Callable[[], None]:
    from bot.commands.clock import start

    return start(sessions)


def _thread(step: Callable[[], bool], stop: threading.Event, name: str) -> threading.Thread:
    thread = threading.Thread(target=_loop, args=(step, stop), name=name, daemon=True)
    thread.start()
    return thread


def _loop(step: Callable[[], bool], stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            busy = step()
        except Exception:  # the database may be away for a while; the loop outlives it
            log.exception("a step failed")
            stop.wait(AFTER_ERROR)
        else:
            if not busy:
                stop.wait(IDLE)
