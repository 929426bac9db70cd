"""Reply, push, multicast, narrowcast, broadcast; what they cost; loading; validating; quota."""

import uuid
from collections.abc import Callable
from typing import Any

from flask import Response, jsonify, request

from bot.simulator.api.common import REPEATABLE, Refusal, blueprint, checked, world
from bot.simulator.tokens import Accepted, is_retry_key

part = blueprint("sending")
Answer = dict[str, Any]
Messages = list[dict[str, Any]]


@part.post("/v2/bot/message/reply")
def reply() -> Answer:
    body = checked("reply")
    with world().lock:
        token = world().reply_tokens.good(body["replyToken"])
        if token is None:
            raise Refusal(400, "Invalid reply token")
        token.used = True
        return {"sentMessages": _tell(token.chat, body["messages"])}


@part.post("/v2/bot/message/push")
def push() -> Response:
    return _once("push", _push)


@part.post("/v2/bot/message/multicast")
def multicast() -> Response:
    return _once("multicast", _multicast)


@part.post("/v2/bot/message/narrowcast")
def narrowcast() -> Response:
    response = _once("narrowcast", _broadcast)
    response.status_code = 202
    return response


@part.post("/v2/bot/message/broadcast")
def broadcast() -> Response:
    return _once("broadcast", _broadcast)


@part.get("/v2/bot/message/progress/narrowcast")
def narrowcast_progress() -> Answer:
    return {"phase": "succeeded", "successCount": 0, "failureCount": 0, "targetCount": 0}


def _once(call: str, do: Callable[[dict[str, Any]], Answer]) -> Response:
    """Under a retry key a call is accepted once; asked again, LINE says which call that was."""
    key = request.headers.get("X-Line-Retry-Key")
    if key is not None and not is_retry_key(key):
        raise Refusal(400, "The retry key is invalid")
    with world().lock:
        if key is not None:
            _refuse_accepted(key, call)
        answer = do(checked(call))
        request_id = str(uuid.uuid4())
        if key is not None:
            accepted = Accepted(request_id, call, request.get_data(), answer, world().now())
            world().retry_keys.keep(key, accepted)
    response = jsonify(answer)
    response.headers["x-line-request-id"] = request_id
    return response


def _refuse_accepted(key: str, call: str) -> None:
    known = world().retry_keys.seen(key)
    if known is None:
        return
    if (known.call, known.body) != (call, request.get_data()):
        world().breaches.append(f"retry key {key} came again with another body or call")
    headers = {"x-line-accepted-request-id": known.request_id}
    raise Refusal(409, "The retry key is already accepted", headers, **known.answer)


def _push(body: dict[str, Any]) -> Answer:
    to = body["to"]
    person, group = world().people.get(to), world().groups.get(to)
    if person is None and (group is None or not group.bot_in):
        raise Refusal(400, "Failed to send messages")
    reached = len(group.members) if group else int(world().friend(to) is not None)
    _charge(reached)
    return {"sentMessages": _tell(to, body["messages"])}


def _multicast(body: dict[str, Any]) -> Answer:
    return _tell_each(list(dict.fromkeys(body["to"])), body["messages"])


def _broadcast(body: dict[str, Any]) -> Answer:
    return _tell_each(list(world().people), body["messages"])


def _tell_each(to: list[str], messages: Messages) -> Answer:
    reached = [user_id for user_id in to if world().friend(user_id)]
    _charge(len(reached))
    for user_id in reached:
        world().bot_says(user_id, messages)
    return {}


def _tell(chat: str, messages: Messages) -> list[dict[str, str]]:
    """A person who blocked the bot hears nothing, and LINE does not say so."""
    person = world().people.get(chat)
    if person and person.blocked:
        return [{"id": world().next_message_id()} for _ in messages]
    return world().bot_says(chat, messages)


def _charge(people: int) -> None:
    if not world().quota.has_room_for(people):
        raise Refusal(429, "You have reached your monthly limit.")
    world().quota.used += people


@part.post("/v2/bot/message/validate/<kind>")
def validate(kind: str) -> Answer:
    if kind not in ("reply", *REPEATABLE):
        raise Refusal(404, "Not found")
    checked("validate")
    return {}


@part.get("/v2/bot/message/quota")
def quota() -> Answer:
    limit = world().quota.limit
    return {"type": "none"} if limit is None else {"type": "limited", "value": limit}


@part.get("/v2/bot/message/quota/consumption")
def consumption() -> Answer:
    return {"totalUsage": world().quota.used}


@part.get("/v2/bot/message/delivery/<kind>")
def delivered(kind: str) -> Answer:
    """Real counts are ready a day later; here they never are."""
    return {"status": "unready"}


@part.post("/v2/bot/chat/loading/start")
def start_loading() -> tuple[Answer, int]:
    body = checked("loading")
    with world().lock:
        seconds = body.get("loadingSeconds", 20)
        world().loading[body["chatId"]] = world().now() + seconds
        world().loading_calls.append(body)
        world().next_change()
    return {}, 202


@part.post("/v2/bot/chat/markAsRead")
def mark_as_read() -> Answer:
    checked("mark as read")
    return {}
