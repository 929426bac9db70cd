"""Servers as processes of their own, each with a core to itself; none outlives the benchmark."""

import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count

from bot.commands.running import THREADS
from bot.processes import free_port
from tests.bench.events import SECRET

PATIENCE = 20.0  # seconds until a server must answer
SERVER_CORE, LOAD_CORE = 0, 1
PR_SET_PDEATHSIG = 1
PYTHON = (sys.executable, "-m")
Command = Callable[[str, int], list[str]]
_ports = count(18800, 7)


def pin(core: int) -> None:
    """Stay on one core, where the machine has several and lets us choose."""
    if hasattr(os, "sched_setaffinity") and core in os.sched_getaffinity(0):
        os.sched_setaffinity(0, {core})


@dataclass
class Server:
    process: subprocess.Popen[bytes]
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """kill -9, with all its children."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def is_ready(self) -> bool:
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.process.args!r} ended with {self.process.returncode}")
        try:
            urllib.request.urlopen(self.url + "/healthz", timeout=1).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True


def gunicorn(app: str, port: int) -> list[str]:
    how = "--worker-class=gthread --workers=1 --threads=8 --keep-alive=60 --log-level=critical"
    return [*PYTHON, "gunicorn", *how.split(), f"--bind=127.0.0.1:{port}", app]


def granian(app: str, port: int) -> list[str]:
    how = f"--interface=wsgi --no-ws --workers=1 --blocking-threads={THREADS} --log-level=error"
    return [*PYTHON, "granian", *how.split(), f"--port={port}", app]


def ours(_app: str, _port: int) -> list[str]:
    return [*PYTHON, "bot", "web"]


@contextmanager
def running(command: Sequence[str], port: int, core: int, env: Mapping[str, str]) -> Iterator[Server]:
    server = Server(_start(command, core, {"PORT": str(port), **env}), port)
    try:
        limit = time.monotonic() + PATIENCE
        while not server.is_ready():
            if time.monotonic() > limit:
                raise RuntimeError(f"{command} did not answer within {PATIENCE} s")
            time.sleep(0.05)
        yield server
    finally:
        server.kill()


def _start(command: Sequence[str], core: int, env: Mapping[str, str]) -> subprocess.Popen[bytes]:
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def prepare() -> None:
        pin(core)
        if libc is not None:
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

    given = {**os.environ, "LINE_CHANNEL_SECRET": SECRET, "LINE_CHANNEL_ACCESS_TOKEN": "token", **env}
    return subprocess.Popen(
        command, env=given, preexec_fn=prepare, start_new_session=True, stdin=subprocess.DEVNULL
    )


def a_port() -> int:
    return free_port(next(_ports))


@contextmanager
def stand_in(milliseconds: int) -> Iterator[Server]:
    """A LINE that answers after so many milliseconds."""
    port = a_port()
    command = [*PYTHON, "tests.bench.stand_in", str(port), str(milliseconds)]
    with running(command, port, LOAD_CORE, {}) as server:
        yield server


@contextmanager
def started(command: Command, app: str, env: Mapping[str, str]) -> Iterator[Server]:
    port = a_port()
    with running(command(app, port), port, SERVER_CORE, env) as server:
        yield server
