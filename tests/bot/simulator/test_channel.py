"""What LINE tells of a channel: who the bot is, where its webhook is set, and how a call to it went."""

import time
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
import urllib3
from flask import Flask, Response
from linebot.v3.messaging import ApiException, MessagingApi, SetWebhookEndpointRequest
from linebot.v3.messaging import TestWebhookEndpointRequest as TryWebhook

from bot.simulator import BOONMA, Listener, Simulator, serve_in_thread
from tests import line_schema
from tests.bot.simulator.conftest import SECRET, TOKEN

ENDPOINT = "https://bot.example/callback"
WEBHOOK = "/v2/bot/channel/webhook"
described = pytest.mark.skipif(not line_schema.FILE.exists(), reason="../shared/line-openapi is not here")
Visit = Callable[[], Response]


def ask(line: Simulator, method: str, path: str, body: Any = None) -> urllib3.BaseHTTPResponse:
    told = {"json": body} if body is not None else {}
    return urllib3.request(method, line.url + path, headers={"Authorization": f"Bearer {TOKEN}"}, **told)


def slowly() -> Response:
    time.sleep(2.2)
    return Response()


@pytest.fixture
def over_http() -> Iterator[Simulator]:
    with Simulator(SECRET, TOKEN) as simulator:
        yield simulator


@pytest.fixture
def bot() -> Iterator[Callable[[Visit], str]]:
    """A bot of a few lines: where it listens."""
    stops = []

    def listen(visit: Visit) -> str:
        app = Flask(__name__)
        app.add_url_rule("/callback", view_func=visit, methods=["POST"])
        url, stop = serve_in_thread(app)
        stops.append(stop)
        return f"{url}/callback"

    yield listen
    for stop in stops:
        stop()


@described
@pytest.mark.parametrize("mode", ["bot", "chat"])
def test_every_answer_is_as_line_describes_it(line: Simulator, mode: str) -> None:
    line.world.chat_mode = mode
    for method, path, body in (
        ("GET", "/v2/bot/info", None),
        ("PUT", f"{WEBHOOK}/endpoint", {"endpoint": ENDPOINT}),
        ("GET", f"{WEBHOOK}/endpoint", None),
        ("POST", f"{WEBHOOK}/test", {}),
        ("POST", f"{WEBHOOK}/test", {"endpoint": ENDPOINT}),
        ("GET", "/v2/bot/message/quota", None),
        ("GET", "/v2/bot/message/quota/consumption", None),
    ):
        answer = ask(line, method, path, body)
        assert answer.status == 200
        assert line_schema.answer_problems(method, path, answer.json()) == []


def test_people_who_type_the_answers_also_mark_what_was_read(line: Simulator, api: MessagingApi) -> None:
    assert (api.get_bot_info().chat_mode, api.get_bot_info().mark_as_read_mode) == ("bot", "auto")
    line.world.chat_mode = "chat"
    assert (api.get_bot_info().chat_mode, api.get_bot_info().mark_as_read_mode) == ("chat", "manual")


def test_an_answer_bears_the_hour_of_the_world_it_comes_from() -> None:
    with Simulator(SECRET, TOKEN, now=lambda: 1_785_722_400.0) as line:
        date = ask(line, "GET", "/v2/bot/info").headers["Date"]
    assert parsedate_to_datetime(date).timestamp() == 1_785_722_400


def test_the_webhook_can_be_set_and_tried(line: Simulator, api: MessagingApi, webhook: Listener) -> None:
    api.set_webhook_endpoint(SetWebhookEndpointRequest(endpoint=ENDPOINT))
    assert (api.get_webhook_endpoint().endpoint, api.get_webhook_endpoint().active) == (ENDPOINT, True)
    webhook.answers = [200, 500]
    assert api.test_webhook_endpoint(TryWebhook()).success is True
    assert api.test_webhook_endpoint(TryWebhook()).success is False
    assert webhook.events == []


def test_while_no_webhook_is_set_there_is_none_to_try(line: Simulator, api: MessagingApi) -> None:
    for asked in (api.get_webhook_endpoint, api.test_webhook_endpoint):
        with pytest.raises(ApiException, match="Webhook endpoint not found") as error:
            asked()
        assert error.value.status == 404


@pytest.mark.parametrize(
    "address", ["http://bot.example/callback", "bot.example", "https:///callback", "https://เวที.example/"]
)
def test_an_address_line_would_not_call_is_refused(line: Simulator, api: MessagingApi, address: str) -> None:
    with pytest.raises(ApiException, match="Invalid webhook endpoint URL"):
        api.set_webhook_endpoint(SetWebhookEndpointRequest(endpoint=address))
    with pytest.raises(ApiException, match="Invalid webhook endpoint URL"):
        api.test_webhook_endpoint(TryWebhook(endpoint=address))
    assert line.world.webhook_endpoint == ""


def test_an_address_that_is_too_long_is_refused(line: Simulator) -> None:
    for method, path in (("PUT", f"{WEBHOOK}/endpoint"), ("POST", f"{WEBHOOK}/test")):
        assert ask(line, method, path, {"endpoint": f"https://{'a' * 500}/"}).status == 400


def test_a_name_that_leads_nowhere_is_refused(over_http: Simulator) -> None:
    answer = ask(over_http, "POST", f"{WEBHOOK}/test", {"endpoint": "https://forum.invalid/callback"})
    assert (answer.status, answer.json()) == (400, {"message": "Invalid webhook endpoint URL"})


@pytest.mark.parametrize(
    ("visit", "status", "reason", "detail"),
    [
        (lambda: Response(), 200, "OK", "200"),
        (lambda: Response(status=500), 500, "ERROR_STATUS_CODE", "500"),
        (lambda: Response(status=301, headers={"Location": "/elsewhere"}), 301, "ERROR_STATUS_CODE", "301"),
        (slowly, 0, "REQUEST_TIMEOUT", "Request timeout"),
    ],
    ids=["fine", "failing", "redirecting", "slow"],
)
def test_a_try_really_calls_and_tells_how_it_went(
    over_http: Simulator, bot: Callable[[Visit], str], visit: Visit, status: int, reason: str, detail: str
) -> None:
    told = ask(over_http, "POST", f"{WEBHOOK}/test", {"endpoint": bot(visit)}).json()
    assert (told["statusCode"], told["reason"], told["detail"]) == (status, reason, detail)
    assert told["success"] is (reason == "OK")


@pytest.mark.parametrize(
    ("scheme", "detail"), [("http", "Connection failed: http"), ("https", "TLS handshake failure: https")]
)
def test_who_cannot_be_reached_is_told_apart_from_who_speaks_no_tls(
    over_http: Simulator, bot: Callable[[Visit], str], scheme: str, detail: str
) -> None:
    listening = bot(Response)
    where = "http://127.0.0.1:1/callback" if scheme == "http" else listening.replace("http:", "https:")
    told = ask(over_http, "POST", f"{WEBHOOK}/test", {"endpoint": where}).json()
    assert (told["statusCode"], told["reason"]) == (0, "COULD_NOT_CONNECT")
    assert told["detail"].startswith(detail)


def test_a_webhook_that_is_switched_off_hears_nothing_but_a_try(
    line: Simulator, api: MessagingApi, webhook: Listener
) -> None:
    api.set_webhook_endpoint(SetWebhookEndpointRequest(endpoint=ENDPOINT))
    line.world.webhook_active = False
    line.says(BOONMA, "น้ำท่วม")
    assert webhook.calls == []
    assert api.get_webhook_endpoint().active is False
    assert api.test_webhook_endpoint().success is True
    assert len(webhook.calls) == 1
