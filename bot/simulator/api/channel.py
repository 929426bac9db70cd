"""The bot itself, its webhook, and what it may ask about people and groups."""

import secrets
from datetime import UTC, datetime
from typing import Any

from flask import current_app, request

from bot.simulator.api.common import Refusal, blueprint, checked, world
from bot.simulator.checks.rules import is_secure
from bot.simulator.delivery import Courier
from bot.simulator.knocking import has_address
from bot.simulator.people import Group, Person
from bot.simulator.world import BOT_ID, BOT_NAME

part = blueprint("channel")
Answer = dict[str, Any]
BAD_ENDPOINT = "Invalid webhook endpoint URL"


@part.get("/v2/bot/info")
def info() -> Answer:
    """What people send is marked as read by itself only while the chat with people is off."""
    mode = world().chat_mode
    modes = {"chatMode": mode, "markAsReadMode": "auto" if mode == "bot" else "manual"}
    return {"userId": BOT_ID, "basicId": "@216ru", "displayName": BOT_NAME, **modes}


@part.get("/v2/bot/channel/webhook/endpoint")
def webhook() -> Answer:
    return {"endpoint": _endpoint_set(), "active": world().webhook_active}


@part.put("/v2/bot/channel/webhook/endpoint")
def set_webhook() -> Answer:
    world().webhook_endpoint = _sound(checked("webhook")["endpoint"])
    return {}


@part.post("/v2/bot/channel/webhook/test")
def test_webhook() -> Answer:
    """A call without events, to the address told or else to the one that is set."""
    told = checked("webhook test").get("endpoint") if request.get_data() else None
    address = _sound(told) if told else _endpoint_set()
    courier: Courier = current_app.extensions["line courier"]
    if courier.deliver is None and not has_address(address):
        raise Refusal(400, BAD_ENDPOINT)
    knock = courier.knock([], address)
    moment = datetime.fromtimestamp(world().now(), UTC).isoformat(timespec="milliseconds")
    return {
        "success": knock.fine,
        "timestamp": moment.replace("+00:00", "Z"),
        "statusCode": knock.status,
        "reason": knock.reason,
        "detail": knock.detail,
    }


def _endpoint_set() -> str:
    if not world().webhook_endpoint:
        raise Refusal(404, "Webhook endpoint not found")
    return world().webhook_endpoint


def _sound(address: str) -> str:
    if not is_secure(address):
        raise Refusal(400, BAD_ENDPOINT)
    return address


@part.get("/v2/bot/profile/<user_id>")
def profile(user_id: str) -> Answer:
    person = world().friend(user_id)
    if person is None:
        raise Refusal(404, "Not found")
    return {"userId": user_id, "displayName": person.name, "language": "th"}


@part.get("/v2/bot/followers/ids")
@part.get("/v2/bot/group/<group_id>/members/ids")
def only_for_verified_accounts(group_id: str = "") -> Answer:
    raise Refusal(403, "Access to this API is not available for your account")


def _group(group_id: str) -> Group:
    group = world().groups.get(group_id)
    if group is None or not group.bot_in:
        raise Refusal(404, "Not found")
    return group


@part.get("/v2/bot/group/<group_id>/summary")
def summary(group_id: str) -> Answer:
    return {"groupId": group_id, "groupName": _group(group_id).name}


@part.get("/v2/bot/group/<group_id>/members/count")
def count(group_id: str) -> Answer:
    return {"count": len(_group(group_id).members)}


@part.get("/v2/bot/group/<group_id>/member/<user_id>")
def member(group_id: str, user_id: str) -> Answer:
    person: Person | None = world().people.get(user_id)
    if person is None or user_id not in _group(group_id).members:
        raise Refusal(404, "Not found")
    return {"userId": user_id, "displayName": person.name}


@part.post("/v2/bot/group/<group_id>/leave")
def leave(group_id: str) -> Answer:
    _group(group_id).bot_in = False
    world().note(group_id, "เวทีชุมชน ออกจากกลุ่มแล้ว")
    return {}


@part.post("/v2/bot/user/<user_id>/linkToken")
def link_token(user_id: str) -> Answer:
    if user_id not in world().people:
        raise Refusal(404, "Not found")
    return {"linkToken": secrets.token_urlsafe(24)}


@part.route("/v2/<path:rest>", methods=["GET", "POST", "PUT", "DELETE"])
def unknown(rest: str) -> Answer:
    world().breaches.append(f"no such call: /v2/{rest}")
    raise Refusal(404, "Not found")
