"""Processes of one tree: started, watched, restarted, and ended together."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence

LIMIT = 8.0  # seconds between asking a child to end and ending it
LINUX_PR_SET_PDEATHSIG = 1
PARENT = "FORUM_PARENT"  # the parent's process id, told to its children


class PortTaken(Exception):
    """Somebody listens there already."""


def end_with_parent() -> None:
    """End this process when its parent is gone, however that went, and be it before we came here."""
    parent = int(os.environ.get(PARENT) or os.getppid())
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(LINUX_PR_SET_PDEATHSIG, signal.SIGTERM)
    threading.Thread(target=_watch, args=(parent,), name="parent-watch", daemon=True).start()


def be_parent() -> None:
    """From here on our own children end with us."""
    os.environ[PARENT] = str(os.getpid())


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(LIMIT)
    os._exit(1)


def check_port(port: int, host: str = "127.0.0.1") -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(f"port {port} is taken: is the bot running already?") from error


def free_port(wanted: int) -> int:
    """`wanted`, or the next free one after it."""
    for port in range(wanted, wanted + 200):
        try:
            check_port(port)
        except PortTaken:
            continue
        return port
    raise PortTaken(f"no free port after {wanted}")


class Tree:
    """Child processes that live and end with this one."""

    def __init__(
        self, commands: Mapping[str, Sequence[str]], ready: Callable[[], bool] | None = None
    ) -> None:
        """`ready` is asked, every now and then, until it says that all is up."""
        self._commands, self._ready = dict(commands), ready
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self._stop = threading.Event()

    def run(self) -> int:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._stop.set())
        be_parent()
        for name in self._commands:
            self._start(name)
        while not self._stop.wait(0.2):
            if self._ready is not None and self._ready():
                self._ready = None
            for name, child in list(self._children.items()):
                if child.poll() is not None and not self._stop.wait(1):
                    print(f"{name} ended with {child.returncode}: started again", file=sys.stderr)
                    self._start(name)
        self._end()
        return 0

    def _start(self, name: str) -> None:
        self._children[name] = subprocess.Popen(self._commands[name], stdin=subprocess.DEVNULL)

    def _end(self) -> None:
        for child in self._children.values():
            child.terminate()
        limit = time.monotonic() + LIMIT
        for child in self._children.values():
            try:
                child.wait(max(0.0, limit - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
