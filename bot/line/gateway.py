"""Hands one row of the outbox to LINE: reply while the token is fresh, else push or multicast.

One long-lived client, always a time-out, no retries but our own. The answer is a decision:
done, `Refused` (never again) or `TryLater`.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

import urllib3
from linebot.v3.messaging import (
    ApiClient,
    ApiException,
    Configuration,
    MessagingApi,
    MessagingApiBlob,
    MulticastRequest,
    PushMessageRequest,
    ReplyMessageRequest,
    RichMenuRequest,
    ShowLoadingAnimationRequest,
    TestWebhookEndpointRequest,
)

TIMEOUT = (2, 6)  # seconds to connect, to read; together shorter than a lease
WHILE_LINE_KNOCKS = (2, 20)  # LINE calls us in the meantime
CONNECTIONS = 40
SHORT, LONG = timedelta(seconds=1), timedelta(minutes=5)
UNKNOWN_TOKEN = "LINE does not know our token"
Body = dict[str, Any]


class Refused(Exception):
    """LINE will never take this; trying again would change nothing."""

    def __init__(self, why: str, status: int = 0) -> None:
        super().__init__(why)
        self.status = status


class TryLater(Exception):
    """Not now. `unsure`: LINE may have taken it without our seeing."""

    def __init__(self, why: str, pause: timedelta = SHORT, unsure: bool = False, status: int = 0) -> None:
        super().__init__(why)
        self.pause, self.unsure, self.status = pause, unsure, status


class DeadToken(Refused):
    """A reply token that is used up or too old."""


class Channel(NamedTuple):
    """The bot as LINE knows it; `told_at`: when LINE said so, by LINE's clock."""

    name: str
    basic_id: str
    chat_mode: str
    mark_as_read: str
    told_at: datetime | None


class Webhook(NamedTuple):
    endpoint: str
    active: bool


class Trial(NamedTuple):
    """How LINE's own test call to a webhook went."""

    success: bool
    status: int
    reason: str
    detail: str


class Gateway:
    def __init__(self, token: str, api_url: str, data_url: str) -> None:
        self.api = MessagingApi(_client(token, api_url))
        self.blob = MessagingApiBlob(_client(token, data_url))

    def close(self) -> None:
        for api in (self.api, self.blob):
            api.api_client.rest_client.pool_manager.clear()

    def reply(self, token: str, messages: list[Body]) -> None:
        request = ReplyMessageRequest.from_dict({"replyToken": token, "messages": messages})
        try:
            _ask(lambda: self.api.reply_message(request, _request_timeout=TIMEOUT))
        except Refused as refused:
            raise DeadToken(str(refused)) from refused

    def push(self, to: str, messages: list[Body], retry_key: str) -> None:
        request = PushMessageRequest.from_dict({"to": to, "messages": messages})
        _ask(lambda: self.api.push_message(request, x_line_retry_key=retry_key, _request_timeout=TIMEOUT))

    def multicast(self, to: list[str], messages: list[Body], retry_key: str) -> None:
        request = MulticastRequest.from_dict({"to": to, "messages": messages})
        _ask(lambda: self.api.multicast(request, x_line_retry_key=retry_key, _request_timeout=TIMEOUT))

    def show_loading(self, chat: str) -> None:
        request = ShowLoadingAnimationRequest(chatId=chat, loadingSeconds=5)
        _ask(lambda: self.api.show_loading_animation(request, _request_timeout=TIMEOUT))

    def name_of(self, line_id: str) -> str:
        return str(_ask(lambda: self.api.get_profile(line_id, _request_timeout=TIMEOUT)).display_name)

    def heads_of(self, group: str) -> int:
        """How many people are in a group, without us."""
        return int(_ask(lambda: self.api.get_group_member_count(group, _request_timeout=TIMEOUT)).count)

    def content(self, message_id: str) -> tuple[bytes, str]:
        """Bytes and media type; TryLater while LINE still prepares them."""
        answer = _ask(
            lambda: self.blob.get_message_content_with_http_info(message_id, _request_timeout=TIMEOUT)
        )
        if answer.status_code == 202 or answer.data is None:
            raise TryLater("LINE still prepares the content")
        return bytes(answer.data), str((answer.headers or {}).get("Content-Type", "application/octet-stream"))

    def quota(self) -> tuple[int | None, int]:
        """Messages that may be pushed this month, None where there is no limit; and how many are used."""
        limit = _ask(lambda: self.api.get_message_quota(_request_timeout=TIMEOUT))
        used = _ask(lambda: self.api.get_message_quota_consumption(_request_timeout=TIMEOUT))
        unlimited = limit.type != "limited" or limit.value is None
        return None if unlimited else int(limit.value), int(used.total_usage)

    def quota_left(self) -> int | None:
        """Messages that may still be pushed this month; None where there is no limit."""
        limit, used = self.quota()
        return None if limit is None else max(0, limit - used)

    def channel(self) -> Channel:
        answer = _ask(lambda: self.api.get_bot_info_with_http_info(_request_timeout=TIMEOUT))
        bot, date = answer.data, (answer.headers or {}).get("Date")
        told_at = parsedate_to_datetime(date) if date else None
        return Channel(bot.display_name, bot.basic_id, bot.chat_mode, bot.mark_as_read_mode, told_at)

    def webhook(self) -> Webhook | None:
        """Where LINE sends events; None while no address is set."""
        try:
            told = _ask(lambda: self.api.get_webhook_endpoint(_request_timeout=TIMEOUT))
        except Refused as refused:
            if refused.status != 404:
                raise
            return None
        return Webhook(told.endpoint, told.active)

    def try_webhook(self, endpoint: str) -> Trial:
        """Let LINE make its test call to an address."""
        request = TestWebhookEndpointRequest(endpoint=endpoint)
        told = _ask(lambda: self.api.test_webhook_endpoint(request, _request_timeout=WHILE_LINE_KNOCKS))
        return Trial(bool(told.success), told.status_code, told.reason, told.detail)

    def menus(self) -> dict[str, str]:
        """The rich menus that stand at LINE: their names by their ids."""
        standing = _ask(lambda: self.api.get_rich_menu_list(_request_timeout=TIMEOUT)).richmenus
        return {str(menu.rich_menu_id): str(menu.name) for menu in standing}

    def menu_of_all(self) -> str | None:
        """The menu shown to everybody. LINE answers 404 where there is none."""
        try:
            shown = _ask(lambda: self.api.get_default_rich_menu_id(_request_timeout=TIMEOUT))
        except Refused:
            return None
        return str(shown.rich_menu_id)

    def make_menu(self, menu: Body, picture: bytes) -> str:
        request, kind = RichMenuRequest.from_dict(menu), {"Content-Type": "image/png"}
        made = _ask(lambda: self.api.create_rich_menu(request, _request_timeout=TIMEOUT))
        menu_id, how = str(made.rich_menu_id), {"_headers": kind, "_request_timeout": TIMEOUT}
        _ask(lambda: self.blob.set_rich_menu_image(menu_id, picture, **how))
        return menu_id

    def has_picture(self, menu_id: str) -> bool:
        """False for a menu whose picture did not arrive: LINE shows it to nobody."""
        try:
            _ask(lambda: self.blob.get_rich_menu_image(menu_id, _request_timeout=TIMEOUT))
        except Refused:
            return False
        return True

    def show_to_all(self, menu_id: str) -> None:
        _ask(lambda: self.api.set_default_rich_menu(menu_id, _request_timeout=TIMEOUT))

    def show_to(self, line_id: str, menu_id: str) -> None:
        _ask(lambda: self.api.link_rich_menu_id_to_user(line_id, menu_id, _request_timeout=TIMEOUT))

    def show_what_all_see(self, line_id: str) -> None:
        with suppress(Refused):  # none was linked
            _ask(lambda: self.api.unlink_rich_menu_id_from_user(line_id, _request_timeout=TIMEOUT))

    def drop_menu(self, menu_id: str) -> None:
        with suppress(Refused):  # gone already
            _ask(lambda: self.api.delete_rich_menu(menu_id, _request_timeout=TIMEOUT))


def _client(token: str, url: str) -> ApiClient:
    configuration = Configuration(access_token=token, host=url)
    configuration.retries = urllib3.Retry(0)
    configuration.connection_pool_maxsize = CONNECTIONS
    return ApiClient(configuration)


def _ask(call: Callable[[], Any]) -> Any:
    """One call to LINE; both families of exceptions become a decision."""
    try:
        return call()
    except ApiException as answer:
        return _decide(answer)
    except urllib3.exceptions.NewConnectionError as error:
        raise TryLater(f"LINE was not reached: {error}") from error
    except urllib3.exceptions.MaxRetryError as error:
        unreached = isinstance(error.reason, urllib3.exceptions.NewConnectionError)
        raise TryLater(f"LINE was not reached: {error.reason}", unsure=not unreached) from error
    except urllib3.exceptions.HTTPError as error:
        raise TryLater(f"no answer from LINE: {error}", unsure=True) from error


def _decide(answer: ApiException) -> None:
    status, said = int(answer.status or 0), _said(answer)
    if status == 409:
        return  # accepted before, under the same retry key
    if status == 401:
        raise TryLater(f"{UNKNOWN_TOKEN}: {said}", LONG, status=status)
    if status == 429:
        raise TryLater(f"LINE takes no more now: {said}", status=status)
    if status >= 500:
        raise TryLater(f"LINE failed with {status}: {said}", unsure=True, status=status)
    raise Refused(f"LINE refused with {status}: {said}", status)


def _said(answer: ApiException) -> str:
    try:
        return str(json.loads(answer.body or "{}").get("message", ""))
    except (ValueError, AttributeError):
        return str(answer.body)[:200]
