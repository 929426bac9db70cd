"""The worker process: crews of threads that answer and send until they are asked to stop."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from bot import worker
from bot.line import richmenu
from bot.settings import Settings
from bot.worker import CALLS, FAST, SLOW
from models import clock, places, terms, topics
from models.database import Sessions
from models.post import outbox

log = logging.getLogger(__name__)
AFTER_ERROR = 1.0  # seconds
FOLLOWERS_PAUSE = 5.0  # seconds; the bell wakes them earlier
ANSWERING, REPLYING, CALLING, BROADCASTING = 3, 4, 2, 4  # threads
LEARNING = 5.0  # seconds between two looks at the words that coordinators taught
PATIENCE = 7.0  # seconds for what is in hand when we are asked to stop


@dataclass
class Crew:
    """Threads with one task. While idle only the first looks for work; the bell calls the others."""

    name: str
    step: Callable[[], bool]
    size: int
    pause: float  # seconds between two looks
    then: "Crew | None" = None  # who has work when we had some
    bell: threading.Event = field(default_factory=threading.Event)

    def start(self, stop: threading.Event) -> list[threading.Thread]:
        threads = [
            threading.Thread(
                target=self._loop, args=(stop, number == 0), name=f"{self.name}-{number}", daemon=True
            )
            for number in range(self.size)
        ]
        for thread in threads:
            thread.start()
        return threads

    def _loop(self, stop: threading.Event, leads: bool) -> None:
        while not stop.is_set():
            if self._work(stop):
                self.bell.set()
                if self.then is not None:
                    self.then.bell.set()
            else:
                self.bell.wait(self.pause if leads else FOLLOWERS_PAUSE)
                self.bell.clear()

    def _work(self, stop: threading.Event) -> bool:
        try:
            return self.step()
        except Exception:  # the database may be away for a while; the loop outlives it
            log.exception("a step of %s failed", self.name)
            stop.wait(AFTER_ERROR)
            return False


def work(sessions: Sessions, settings: Settings, with_clock: bool) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    topics.warm()
    places.warm()
    _ask_line(sessions)
    _learn_words(sessions)
    crews = _crews(worker.from_settings(settings, sessions))
    threads = [thread for crew in crews for thread in crew.start(stop)]
    clock = _start_clock(sessions) if with_clock else None
    while not stop.wait(LEARNING):
        _learn_words(sessions)
    if clock is not None:
        clock()
    _finish(crews, threads)


def _learn_words(sessions: Sessions) -> None:
    """What coordinators taught anywhere is understood here within a few seconds."""
    try:
        with sessions() as db:
            terms.refresh(db)
    except SQLAlchemyError:  # the database may be away for a while; what was known stays
        log.exception("the words that were taught could not be read")


def _crews(hands: worker.Worker) -> tuple[Crew, ...]:
    replying = Crew("reply", lambda: hands.send_one(FAST), size=REPLYING, pause=0.08)
    answering = Crew("answer", hands.answer_one, size=ANSWERING, pause=0.08, then=replying)
    calling = Crew("call", lambda: hands.send_one(CALLS), size=CALLING, pause=0.2)
    return (
        answering,
        replying,
        calling,
        Crew("broadcast", lambda: hands.send_one(SLOW), size=BROADCASTING, pause=0.4),
    )


def _finish(crews: tuple[Crew, ...], threads: list[threading.Thread]) -> None:
    """What is in hand is finished; nothing new is begun."""
    for crew in crews:
        crew.bell.set()
    limit = time.monotonic() + PATIENCE
    for thread in threads:
        thread.join(max(0.0, limit - time.monotonic()))


def _ask_line(sessions: Sessions) -> None:
    with suppress(IntegrityError), sessions.begin() as db:  # another worker put it at the same moment
        richmenu.put(db)
    with suppress(IntegrityError), sessions.begin() as db:
        outbox.errand(
            db, "bot", {}, lane=outbox.NOTICE, idempotency_key=f"bot/{clock.machine_now():%Y%m%dT%H%M}"
        )


def _start_clock(sessions: Sessions) -> Callable[[], None]:
    from bot.commands.clock import start

    return start(sessions)
