"""What every call goes through: token, size, faults on purpose, the record; and how a refusal is said."""

import contextlib
import json
import socket
import time
import uuid
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, current_app, g, jsonify, request

from bot.simulator.checks import calls
from bot.simulator.faults import Fault
from bot.simulator.world import World

MOST_BYTES = 2 * 1024 * 1024
REPEATABLE = ("push", "multicast", "narrowcast", "broadcast")
REPEATABLE_PATHS = tuple(f"/v2/bot/message/{call}" for call in REPEATABLE)
BAD_TOKEN = "Authentication failed. Confirm that the access token in the authorization header is valid."
SAID = {
    429: "The API rate limit has been exceeded. Try again later.",
    500: "Internal server error",
    503: "Service unavailable",
}


class Refusal(Exception):
    """Ends a call with LINE's answer for it."""

    def __init__(
        self, status: int, message: str, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers or {}
        self.body = {"message": message, **more}


def world() -> World:
    known: World = current_app.extensions["line world"]
    return known


def checked(call: str) -> dict[str, Any]:
    """The JSON body, or a refusal in LINE's words."""
    if request.mimetype != "application/json":
        raise Refusal(415, "Unsupported media type")
    try:
        body = json.loads(request.get_data())
    except ValueError:
        raise Refusal(400, "The request body could not be parsed as JSON") from None
    found = calls.problems(call, body)
    if found:
        told = calls.refusal_body(found)
        raise Refusal(400, told["message"], details=told["details"])
    return dict(body)


def refused(refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    response = jsonify(refusal.body)
    response.status_code = refusal.status
    response.headers.update(refusal.headers)
    return response


def come_in() -> None:
    """Before each call: slowness, size, token, faults, in that order."""
    if world().faults.delay:
        time.sleep(world().faults.delay)
    if (request.content_length or 0) > MOST_BYTES or len(request.get_data()) > MOST_BYTES:
        raise Refusal(413, "Request entity too large")
    expected = f"Bearer {current_app.extensions['line token']}"
    if world().faults.token_expired or request.headers.get("Authorization") != expected:
        raise Refusal(401, BAD_TOKEN)
    fault = world().faults.next_for(request.path)
    if fault:
        _meet(fault)
    if "X-Line-Retry-Key" in request.headers and request.path not in REPEATABLE_PATHS:
        raise Refusal(400, "The retry key is not supported by this endpoint")


def _meet(fault: Fault) -> None:
    if fault.status is not None:
        raise Refusal(fault.status, SAID.get(fault.status, "Error on purpose"), fault.headers)
    g.no_answer = True
    if not fault.after_accepting:
        raise Refusal(500, "The connection is closed before the call is looked at")


def go_out(response: Response) -> Response:
    """After each call: its id, its record, and perhaps a connection that breaks."""
    response.headers.setdefault("x-line-request-id", str(uuid.uuid4()))
    lost = getattr(g, "no_answer", False)
    world().record(
        {"direction": "api", "method": request.method, "path": request.path}
        | {"headers": dict(request.headers), "body": _told(), "lost": lost}
        | {"status": response.status_code, "response": response.get_json(silent=True)}
    )
    if lost:
        _hang_up()
    return response


def _told() -> Any:
    data = request.get_data()
    if request.mimetype == "application/json":
        with contextlib.suppress(ValueError):
            return json.loads(data)
    return f"({len(data)} bytes)" if data else None


def _hang_up() -> None:
    """Close the connection under the server, so that the bot never hears the answer."""
    connection: socket.socket | None = request.environ.get("werkzeug.socket")
    if connection is None:
        raise ConnectionResetError("no answer, on purpose")
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def blueprint(name: str) -> Blueprint:
    """A part of the API with the manners all parts share."""
    part = Blueprint(name, __name__)
    part.before_request(come_in)
    part.after_request(go_out)
    part.register_error_handler(Refusal, refused)
    return part
