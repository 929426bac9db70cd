"""A healthy house for the doctor: the bot's web server behind HTTPS under a name of its own, LINE played beside it."""

import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from werkzeug.serving import WSGIRequestHandler, make_server

from bot.app import create_app
from bot.doctor import Case, examine
from bot.doctor.findings import Finding
from bot.line import richmenu
from bot.settings import Settings
from bot.simulator import an_id
from bot.worker import from_settings
from models import database, places, roles
from models.forums import forum as forums
from models.thai.calendar import BANGKOK
from scheduler import clock as ringing
from scheduler.timetable import JOBS
from tests.house import LittleLine, TestClock

NAME = "forum.example.org"
SECRET, TOKEN = "0123456789abcdef" * 2, "a token of LINE's"
Certificate = tuple[Path, Path]
Web = Callable[..., Iterable[bytes]]


class Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Nobody reads it."""


class Clinic:
    def __init__(self, engine: Engine, database_url: str, time: TestClock, certificate: Certificate) -> None:
        self.time, self.engine, self.sessions = time, engine, database.open_sessions(engine)
        time.moment = datetime.now(BANGKOK)  # certificates and a database's own clock know no other
        self.line = LittleLine(SECRET, TOKEN, now=lambda: time.moment.timestamp())
        self.web: Web = lambda environ, start: self._ours(environ, start)
        self._serve(certificate)
        self.env = {
            "LINE_CHANNEL_SECRET": SECRET,
            "LINE_CHANNEL_ACCESS_TOKEN": TOKEN,
            "LINE_API_URL": (url := self.line.start()),
            "LINE_DATA_API_URL": url,
            "DATABASE_URL": database_url,
            "PUBLIC_URL": f"https://{NAME}:{self.port}",
            "ORG_CONTACT": "pdpa@example.org",
            "SECRET_KEY": "s" * 64,
        }
        self.line.world.webhook_endpoint = f"{self.env['PUBLIC_URL']}/callback"
        settings = Settings.from_env(self.env)
        self._ours: Web = create_app(settings, engine)
        self.worker = from_settings(settings, self.sessions)

    def _serve(self, certificate: Certificate) -> None:
        files = (str(certificate[0]), str(certificate[1]))
        self.server = make_server(
            "127.0.0.1",
            0,
            lambda environ, start: self.web(environ, start),
            threaded=True,
            request_handler=Quiet,
            ssl_context=files,
        )
        self.port = self.server.server_port
        self._thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def stop(self) -> None:
        self.server.shutdown()
        self._thread.join()
        self.server.server_close()
        self.worker.gateway.close()
        self.line.stop()

    def settle_in(self) -> None:
        """All that makes a house whole: people on duty, places of Forums, a clock that rang."""
        with self.sessions.begin() as db:
            for number, region in enumerate(places.REGIONS):
                roles.grant(db, an_id("U", min(number, 1)), "coordinator", region)
            roles.grant(db, an_id("U", 99), "officer", "national")
            for rule in forums.rules(db):
                rule.place = "หอประชุมอำเภอ"
        for job in JOBS:
            ringing.ring(self.sessions, job, self.time.now())
        self.worker.drain()
        self.time.moment = datetime.now(BANGKOK)

    def hang_menus(self) -> None:
        """Drawn and shown, as a worker does at its start."""
        with self.sessions.begin() as db:
            richmenu.put(db)
        self.worker.drain()

    def finds(self, check: str, **how: Any) -> Finding:
        """What the doctor finds when all is looked at."""
        return self.looked_at(**how)[check]

    def looked_at(self, **how: Any) -> dict[str, Finding]:
        case = Case(self.env, **how)
        try:
            return dict(examine(case))
        finally:
            case.close()


def answering(
    status: str, body: bytes = b"", pause: Callable[[], None] = lambda: None, **headers: str
) -> Web:
    """A web server that is not ours: the same answer to everything."""

    def web(_environ: Any, start: Any) -> Iterable[bytes]:
        pause()
        start(status, [("Content-Length", str(len(body))), *headers.items()])
        return [body]

    return web
