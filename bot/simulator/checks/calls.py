"""Whole requests: the fields each endpoint takes, and how a refusal is worded."""

from typing import Any

from bot.simulator.checks import actions
from bot.simulator.checks.messages import messages
from bot.simulator.checks.rules import (
    Check,
    Path,
    Problem,
    anything,
    listed,
    matching,
    number,
    one_of,
    seen,
    shape,
    text,
    yes_or_no,
)

USER = matching("U[0-9a-f]{32}")
CHAT = matching("[UCR][0-9a-f]{32}")
ALIAS = matching("[a-z0-9_-]{1,32}")
QUIET: dict[str, Check] = {"notificationDisabled": yes_or_no}
UNITS: dict[str, Check] = {"customAggregationUnits": listed(matching("[A-Za-z0-9_]{1,30}"), 0, 1)}
SAID: dict[str, Check] = {"messages": messages}
BOUNDS = shape(
    {"x": number(0, 2500), "y": number(0, 2500), "width": number(1, 2500), "height": number(1, 2500)},
    ("x", "y", "width", "height"),
)
AREA = shape({"bounds": BOUNDS, "action": actions.in_rich_menu}, ("bounds", "action"))
MENU_SIZE = shape({"width": number(800, 2500), "height": number(250, 2500)}, ("width", "height"))
USERS = listed(USER, 1, 500)


def _roomy(value: Any, where: Path, found: list[Problem]) -> None:
    before = len(found)
    MENU_SIZE(value, where, found)
    if len(found) == before and value["width"] / value["height"] < 1.45:
        found.append(Problem(where, "width / height must be at least 1.45"))


MENU: dict[str, Check] = {
    "size": _roomy,
    "selected": yes_or_no,
    "name": seen(300),
    "chatBarText": seen(14),
    "areas": listed(AREA, 0, 20),
}
CALLS: dict[str, Check] = {
    "reply": shape({"replyToken": text(500), **SAID, **QUIET}, ("replyToken", "messages")),
    "push": shape({"to": CHAT, **SAID, **QUIET, **UNITS}, ("to", "messages")),
    "multicast": shape({"to": USERS, **SAID, **QUIET, **UNITS}, ("to", "messages")),
    "narrowcast": shape(
        {**SAID, **QUIET, "recipient": anything, "filter": anything, "limit": anything}, ("messages",)
    ),
    "broadcast": shape({**SAID, **QUIET}, ("messages",)),
    "validate": shape(SAID, ("messages",)),
    "loading": shape({"chatId": USER, "loadingSeconds": one_of(*range(5, 61, 5))}, ("chatId",)),
    "richmenu": shape(MENU, tuple(MENU)),
    "alias": shape({"richMenuAliasId": ALIAS, "richMenuId": text(100)}, ("richMenuAliasId", "richMenuId")),
    "alias change": shape({"richMenuId": text(100)}, ("richMenuId",)),
    "bulk link": shape({"richMenuId": text(100), "userIds": USERS}, ("richMenuId", "userIds")),
    "bulk unlink": shape({"userIds": USERS}, ("userIds",)),
    "webhook": shape({"endpoint": text(500)}, ("endpoint",)),
    "webhook test": shape({"endpoint": text(500)}),
    "mark as read": shape({"markAsReadToken": text(500)}, ("markAsReadToken",)),
}


def problems(call: str, body: object) -> list[Problem]:
    found: list[Problem] = []
    CALLS[call](body, (), found)
    return found


def property_name(where: Path) -> str:
    """LINE names a place inside Flex or a template relative to that message, elsewhere from the top."""
    if where[0:1] == ("messages",) and "contents" in where[2:3]:
        return "/" + "/".join(map(str, where[3:]))
    if where[0:1] == ("messages",) and "template" in where[2:3]:
        return "/".join(map(str, where[2:]))
    name = ""
    for step in where:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def refusal_body(found: list[Problem]) -> dict[str, Any]:
    first = found[0].where
    inside = first[0:1] == ("messages",) and first[2:3] in (("contents",), ("template",))
    message = f"The request body has {len(found)} error(s)"
    if inside:
        message = f"A message (messages[{first[1]}]) in the request body is invalid"
    if len(first) in (1, 2) and first[0] == "to":
        message = f"The property, {property_name(first)}, in the request body is invalid"
    details = [{"message": problem.what, "property": property_name(problem.where)} for problem in found]
    return {"message": message, "details": details}
