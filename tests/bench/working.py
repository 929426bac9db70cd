"""The worker and the post office: events answered and sent, and a region invited."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Engine, func, select

from bot import worker
from bot.commands.seeding import seed_members
from bot.settings import Settings
from bot.webhook import letters_in
from bot.worker import FAST, SLOW, Worker
from bot.working import ANSWERING, REPLYING
from models import database, places, topics
from models.database import Sessions
from models.forums import forum as forums
from models.forums import invitations
from models.people import Person
from models.post import inbox, ledger, outbox
from models.post.outbox import Parcel
from tests.bench import servers, store
from tests.bench.events import body_of, event

EVENTS, PEOPLE, REGION = 300, 100_000, "northeast"


def answering(kind: str) -> str:
    """From the inbox through the handlers to the stand-in LINE, with as many threads as the worker has."""
    topics.warm()
    places.warm()
    with store.empty(kind, "work") as url, store.opened(url) as engine, servers.stand_in(0) as line:
        sessions = database.open_sessions(engine)
        _fill(engine, sessions)
        env = {"LINE_CHANNEL_ACCESS_TOKEN": "token", "LINE_API_URL": line.url, "LINE_DATA_API_URL": line.url}
        answered, sent = _timed(worker.from_settings(Settings.from_env(env), sessions))
        with sessions() as db:
            rows = ledger.counts(db)["sent"]
            aside = inbox.counts(db)["set_aside"]
    failed = f", {aside} SET ASIDE" if aside else ""
    return (
        f"{EVENTS} events answered in {answered:.1f} s ({EVENTS / answered:.0f}/s), {rows} messages and "
        f"errands at LINE after {sent:.1f} s (a burst settles for {outbox.SETTLE.total_seconds()} s){failed}"
    )


def _fill(engine: Engine, sessions: Sessions) -> None:
    """One event of each of as many members, in the inbox."""
    with sessions.begin() as db:
        seed_members(db, EVENTS, REGION)
        members = list(db.scalars(select(Person.line_id)))
    with engine.begin() as connection:
        told = [event("WORK", number, who) for number, who in enumerate(members)]
        inbox.put(connection, letters_in(body_of(*told)))


def _timed(hands: Worker) -> tuple[float, float]:
    """Seconds until all was answered, and until all was sent."""

    def has_events() -> bool:
        with hands.looking() as db:
            return inbox.is_busy(db)

    def has_parcels() -> bool:
        with hands.looking() as db:
            return inbox.is_busy(db) or ledger.counts(db)["waiting"] > 0

    began = time.perf_counter()
    with ThreadPoolExecutor(ANSWERING + REPLYING) as threads:
        answering = [threads.submit(_until_none, hands.answer_one, has_events) for _ in range(ANSWERING)]
        sending = [
            threads.submit(_until_none, lambda: hands.send_one(FAST + SLOW), has_parcels)
            for _ in range(REPLYING)
        ]
        answered = max(one.result() for one in answering) - began
        return answered, max(one.result() for one in sending) - began


def _until_none(step: Callable[[], bool], is_busy: Callable[[], bool]) -> float:
    """Steps until nothing is left; answers when the last one that did something ended."""
    last = time.perf_counter()
    while is_busy():
        if step():
            last = time.perf_counter()
        else:
            time.sleep(0.02)
    return last


def inviting(kind: str) -> str:
    """The invitations of one region, planned."""
    with store.empty(kind, "invite") as url, store.opened(url) as engine:
        sessions = database.open_sessions(engine)
        with sessions.begin() as db:
            seed_members(db, PEOPLE, REGION)
            forums.plan_ahead(db)
        began = time.perf_counter()
        with sessions.begin() as db:
            forum = forums.next_in(db, REGION)
            assert forum is not None
            people = invitations.invite(db, forum)
        took = time.perf_counter() - began
        with sessions() as db:
            rows = db.scalar(select(func.count()).select_from(Parcel).where(Parcel.forum_id.is_not(None)))
    return f"{people} people invited in {took:.2f} s, {rows} rows"
