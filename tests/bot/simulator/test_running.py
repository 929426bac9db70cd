"""The simulator as a program, and delivery over HTTP in the background."""

import json
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import urllib3
from flask import Flask, request

from bot.simulator import BOONMA, THONGSUK, Simulator, serve_in_thread
from bot.simulator.timetravel import TimeTravel

ROOT = Path(__file__).parents[3]
FORUM = {"number": "F00001", "kind": "ภาค", "at": "2026-08-20T02:00:00Z", "invite_at": "2026-08-14T02:00:00Z"}
CAST = {
    "people": [{"id": BOONMA, "name": "บุญมา", "role": "ชาวบ้าน"}],
    "groups": [{"id": "C" + "0" * 32, "name": "กลุ่ม", "members": [BOONMA]}],
}


@pytest.fixture
def program(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    cast = tmp_path / "cast.json"
    cast.write_text(json.dumps(CAST), encoding="utf-8")
    say = (
        f"{shlex.quote(sys.executable)} -c {shlex.quote(f'print({json.dumps(FORUM, ensure_ascii=True)!r})')}"
    )
    words = [sys.executable, "-m", "bot.simulator", "--port", "0", "--cast", str(cast)]
    words += ["--forums-command", say, "--clock-command", "echo {at}"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        yield running, running.stdout.readline().removeprefix("Chat page: ").strip().rstrip("/")
        running.kill()


def test_it_serves_the_page_until_it_is_told_to_end(program: tuple[subprocess.Popen[str], str]) -> None:
    running, url = program
    assert "ไลน์จำลอง" in urllib3.request("GET", f"{url}/").data.decode()
    state = urllib3.request("GET", f"{url}/sim/state").json()
    assert [person["name"] for person in state["people"]] == ["บุญมา"]
    assert urllib3.request("GET", f"{url}/sim/clock").json()["forums"] == [FORUM]
    jumped = urllib3.request("POST", f"{url}/sim/clock", json={"at": FORUM["invite_at"]}).json()
    assert jumped == {"status": 0, "output": f"{FORUM['invite_at']}\n"}
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=3) == 0


def test_the_clock_takes_only_a_moment() -> None:
    travel = TimeTravel("no-such-program", "echo {at}")
    assert travel.jump("; rm -rf /")["status"] is None
    assert travel.forums()["forums"] == []


def test_events_reach_a_webhook_over_http_in_order() -> None:
    heard: list[str] = []
    bot = Flask(__name__)

    @bot.post("/callback")
    def callback() -> str:
        heard.extend(event["message"]["text"] for event in request.get_json()["events"])
        return "ok"

    url, stop = serve_in_thread(bot)
    with Simulator() as line:
        line.world.webhook_endpoint = f"{url}/callback"
        for number in range(10):
            line.says(BOONMA, str(number))
        _wait_for(lambda: len(heard) == 10)
        line.world.webhook_endpoint = "http://127.0.0.1:1/nobody"
        line.says(THONGSUK, "ฮัลโหล")
        _wait_for(lambda: line.world.exchange[-1]["status"] == 0)
    stop()
    assert heard == [str(number) for number in range(10)]


def _wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 5
    while not true():
        assert time.monotonic() < until
        time.sleep(0.01)
