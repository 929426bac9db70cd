"""The clock box of the page: lists the Forums ahead and moves the bot's clock, by commands it was given."""

import json
import shlex
import subprocess
from dataclasses import dataclass
from datetime import datetime
from typing import Any

PATIENCE = 120


@dataclass(frozen=True)
class TimeTravel:
    """Commands run without a shell. {at} in the clock command becomes the moment, as ISO time."""

    forums_command: str | None = None
    clock_command: str | None = None

    def forums(self) -> dict[str, Any]:
        if not self.forums_command:
            return {"forums": [], "output": "ไม่ได้ตั้ง --forums-command"}
        done = _run(shlex.split(self.forums_command))
        return {"forums": _json_lines(done["output"]), **done}

    def jump(self, at: str) -> dict[str, Any]:
        if not self.clock_command:
            return {"status": None, "output": "ไม่ได้ตั้ง --clock-command"}
        try:
            datetime.fromisoformat(at)
        except ValueError:
            return {"status": None, "output": f"อ่านเวลาไม่ออก: {at}"}
        return _run([word.replace("{at}", at) for word in shlex.split(self.clock_command)])


def _run(words: list[str]) -> dict[str, Any]:
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        return {"status": None, "output": str(problem)}
    return {"status": done.returncode, "output": done.stdout + done.stderr}


def _json_lines(output: str) -> list[dict[str, Any]]:
    """Each line that is a JSON object; the rest is talk."""
    found = []
    for line in output.splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            found.append(told)
    return found
