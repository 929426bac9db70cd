"""The real program in its own processes, beside the simulator: for what only a process can show."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.processes import free_port
from bot.simulator import Simulator
from models import database
from models.post import inbox, ledger

ROOT = Path(__file__).parent.parent
PATIENCE = 40.0  # seconds: a loaded machine is slow to start Python


def wait_for(what: Callable[[], bool], seconds: float = PATIENCE) -> None:
    limit = time.monotonic() + seconds
    while not what():
        if time.monotonic() > limit:
            raise AssertionError("waited in vain")
        time.sleep(0.05)


class Program:
    """`python -m bot run` on a database, speaking to a simulator."""

    def __init__(self, database_url: str, line: Simulator) -> None:
        self.line, self.port = line, free_port(18000 + os.getpid() % 1000)
        line.world.webhook_endpoint = f"http://127.0.0.1:{self.port}/callback"
        self.env = {
            **os.environ,
            "DATABASE_URL": database_url,
            "LINE_CHANNEL_SECRET": "secret",
            "LINE_CHANNEL_ACCESS_TOKEN": "token",
            "LINE_API_URL": line.url,
            "LINE_DATA_API_URL": line.url,
            "PORT": str(self.port),
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = self.spawn("bot", "run")
        wait_for(self.is_ready)

    def spawn(self, *command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=2):
                return True
        except (urllib.error.URLError, OSError):
            return False

    def kill(self) -> None:
        """kill -9 of the parent; the children must notice by themselves."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        wait_for(lambda: not self.is_ready())

    def kill_all(self) -> None:
        """Parent and children at once; that it ends by itself is tested for itself."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self) -> int:
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(15)

    def run(self, *command: str) -> str:
        """A command's standard output."""
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            timeout=90,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def lines(self, *command: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.run(*command).splitlines()]

    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """What stands in inbox and outbox, read from the database itself."""
        engine = database.open_engine(self.env["DATABASE_URL"])
        try:
            with database.reading(database.open_sessions(engine))() as db:
                return inbox.counts(db), ledger.counts(db)
        finally:
            engine.dispose()

    def is_idle(self) -> bool:
        heard, said = self.counts()
        return heard["waiting"] == said["waiting"] == 0

    def children(self) -> list[int]:
        """Process ids of everything under the parent."""
        assert self.process is not None
        found, todo = [], [self.process.pid]
        while todo:
            pid = todo.pop()
            listing = Path(f"/proc/{pid}/task/{pid}/children")
            below = [int(child) for child in listing.read_text().split()] if listing.exists() else []
            found += below
            todo += below
        return found
