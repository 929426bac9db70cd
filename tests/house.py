"""The whole house for a test: a database, the web app, the worker, and the simulator in place of LINE."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from flask import Flask
from sqlalchemy import Engine, bindparam, select
from sqlalchemy.orm import Session
from werkzeug.test import Client

from bot.app import create_app
from bot.settings import Settings
from bot.simulator import Simulator, create_simulator, furnish, serve_in_thread
from bot.worker import Worker, from_settings
from models import database
from models.post.outbox import Parcel
from models.thai.calendar import BANGKOK
from scheduler import clock as ringing

SECRET, TOKEN = "secret", "token"
START = datetime(2026, 8, 3, 9, 0, tzinfo=BANGKOK)  # จันทร์ 3 ส.ค. 2569


FRESH = (
    select(Parcel)
    .where(Parcel.id > bindparam("noted"), Parcel.kind == "say", Parcel.state == "waiting")
    .order_by(Parcel.id)
)


class TestClock:
    """The one clock, in our hands."""

    __test__ = False

    def __init__(self) -> None:
        self.moment = START

    def goes(self, **by: float) -> None:
        self.moment += timedelta(**by)

    def stands_at(self, moment: str) -> None:
        self.moment = datetime.fromisoformat(moment).replace(tzinfo=BANGKOK)

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)


@cache
def _street() -> tuple[Flask, str]:
    """One server of LINE's for all houses of a test process: to build another costs more than most talks."""
    app = create_simulator()
    url, _ = serve_in_thread(app)
    return app, url


class LittleLine(Simulator):
    """The LINE of the house that was built last."""

    def start(self, port: int = 0, host: str = "127.0.0.1") -> str:
        app, self.url = _street()
        furnish(app, self.world, self, self.token)
        return self.url


class House:
    def __init__(self, engine: Engine, time: TestClock) -> None:
        self.time, self.engine = time, engine
        self.sessions = database.open_sessions(engine)
        self.line = LittleLine(SECRET, TOKEN, deliver=self.deliver, now=lambda: time.moment.timestamp())
        url = self.line.start()
        self.settings = Settings.from_env(
            {
                "LINE_CHANNEL_SECRET": SECRET,
                "LINE_CHANNEL_ACCESS_TOKEN": TOKEN,
                "LINE_API_URL": url,
                "LINE_DATA_API_URL": url,
            }
        )
        self.web = Client(create_app(self.settings, engine))
        self.worker: Worker = from_settings(self.settings, self.sessions)
        self.said: list[tuple[str, dict[str, Any]]] = []  # (recipient, message) in order
        self._noted = 0  # the newest row of the outbox that was looked at

    def stop(self) -> None:
        self.line.stop()
        self.worker.gateway.close()

    def deliver(self, body: bytes, headers: dict[str, str]) -> int:
        return self.web.post("/callback", data=body, headers=headers).status_code

    def answer(self) -> None:
        while self.worker.answer_one():
            pass

    def settle(self) -> None:
        """Answer all that was heard, let bursts end, and send all that is due."""
        self.answer()
        self.time.goes(seconds=2)
        self.send()

    def answer_only(self) -> None:
        """Answer all that was heard; what was put to be said is noted and stays in the outbox."""
        self.answer()
        self._note()

    def send(self) -> None:
        self._note()
        while self.worker.send_one():
            self._note()
        self._note()

    def _note(self) -> None:
        with self.sessions() as db:
            for parcel in db.scalars(FRESH, {"noted": self._noted}):
                self._noted = parcel.id
                self.said += [(to, message) for to in parcel.recipients for message in parcel.messages]

    def ring(self) -> None:
        """The clock rings everything, and what is due goes out."""
        ringing.ring_all(self.sessions)
        self.settle()

    @contextmanager
    def db(self) -> Iterator[Session]:
        with self.sessions.begin() as db:
            yield db

    def keys_to(self, chat: str) -> list[str]:
        return [message["key"] for to, message in self.said if to == chat]
