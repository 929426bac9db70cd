"""The page that shows what was understood of a text, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from bot.simulator.server import create_simulator
from bot.simulator.understood import Asked

_ECHO = "import sys\nfor line in sys.stdin: print(line.strip(), flush=True)\n"


@pytest.fixture
def asked() -> Iterator[Asked]:
    asked = Asked()
    yield asked
    asked.stop()


@pytest.fixture
def browser(asked: Asked) -> FlaskClient:
    app = create_simulator()
    app.extensions["line understood"] = asked
    return app.test_client()


def test_a_text_is_explained(browser: FlaskClient) -> None:
    told = browser.post("/sim/understood", json={"text": "น้ำเข้าบ้านแล้ว หมู่ 5 ต.วังชัย อ.น้ำพอง เมื่อวาน"}).get_json()
    assert told["topics"][0]["because"] == ["น้ำเข้าบ้าน"]
    assert (told["place"]["subdistrict"], told["place"]["moo"]) == ("400702", 5)
    assert told["loudest"]["disaster/flood"]["<disaster/flood"] > 0
    assert told["date"]["value"]
    assert "all" in told["danger"]
    again = browser.post("/sim/understood", json={"text": "ช่วยด้วย"}).get_json()
    assert again["urgency"] == "rescue"


@pytest.mark.parametrize("given", [{}, {"text": 5}, {"text": "ก" * 5001}])
def test_what_is_no_text_is_refused(browser: FlaskClient, given: dict[str, object]) -> None:
    assert browser.post("/sim/understood", json=given).status_code == 400


def test_a_process_that_ended_is_started_anew() -> None:
    asked = Asked((sys.executable, "-c", _ECHO))
    assert asked.about("ก") == {"text": "ก"}
    assert asked._process is not None
    asked._process.kill()
    asked._process.wait()
    assert asked.about("ข") == {"text": "ข"}
    asked.stop()


def test_a_process_that_says_nothing_is_told(browser: FlaskClient) -> None:
    browser.application.extensions["line understood"] = Asked((sys.executable, "-c", "input()"))
    answer = browser.post("/sim/understood", json={"text": "ก"})
    assert (answer.status_code, "without an answer" in answer.get_json()["problem"]) == (503, True)


def test_the_page_stands(browser: FlaskClient) -> None:
    with browser.get("/understood") as page:
        assert "เข้าใจว่าอะไร" in page.get_data(as_text=True)
        assert "default-src 'self'" in page.headers["Content-Security-Policy"]
