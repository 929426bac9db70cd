"""A little LINE and the bot's side of it: the SDK as client, and a list of what the webhook received."""

from collections.abc import Iterator

import pytest
from linebot.v3.messaging import ApiClient, Configuration, MessagingApi, MessagingApiBlob

from bot.simulator import Listener, Simulator

SECRET, TOKEN = "a secret of one's own", "a token"


@pytest.fixture
def webhook() -> Listener:
    return Listener()


@pytest.fixture
def line(webhook: Listener) -> Iterator[Simulator]:
    with Simulator(SECRET, TOKEN, deliver=webhook) as simulator:
        yield simulator


@pytest.fixture
def client(line: Simulator) -> Iterator[ApiClient]:
    configuration = Configuration(host=line.url, access_token=TOKEN)
    with ApiClient(configuration) as api_client:
        yield api_client
        api_client.rest_client.pool_manager.clear()


@pytest.fixture
def api(client: ApiClient) -> MessagingApi:
    return MessagingApi(client)


@pytest.fixture
def blob(client: ApiClient) -> MessagingApiBlob:
    return MessagingApiBlob(client)
