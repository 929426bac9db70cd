"""What the bot understands of a text and why, asked of its command line: a process of its own that stays."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from typing import Any

_COMMAND = (sys.executable, "-m", "bot", "why", "--jsonl")


class Asked:
    """Starts at the first question, and anew when it has ended."""

    def __init__(self, command: tuple[str, ...] = _COMMAND) -> None:
        self._command = command
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None

    def about(self, text: str) -> dict[str, Any]:
        """The answer to one text; ValueError where there is none."""
        with self._lock:
            process = self._running()
            assert process.stdin is not None, "it was opened with pipes"
            assert process.stdout is not None, "it was opened with pipes"
            process.stdin.write(json.dumps({"text": text}) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
            if not answer:
                self.stop()
        if not answer:
            raise ValueError("the command ended without an answer")
        return dict(json.loads(answer))

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _running(self) -> subprocess.Popen[str]:
        if self._process is not None and self._process.poll() is not None:
            self.stop()
        if self._process is None:
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(
                self._command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8"
            )
        return self._process
