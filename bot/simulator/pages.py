"""The chat page and the JSON it lives on, for this machine only.

GET  /                     the page;  GET /page/<file> its parts
GET  /sim/state?since=N    what changed after change N, and all people, groups, menus, typing, quota
POST /sim/do               {"do": "says", "user", "text", "group"?}: any of DEEDS; 400 {"problem"} if it fails
GET  /sim/content/<id>     what a person sent;  GET /sim/menu/<id> the picture of a rich menu
POST /sim/fault            {"fault": a name in FAULTS}
GET  /understood           what the bot understands of a text, and why;  POST /sim/understood {"text"} the same as JSON
GET  /sim/clock            the Forums ahead;  POST /sim/clock {"at": ISO time} jumps there
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, current_app, jsonify, request, send_from_directory

from bot.simulator.deeds import DEEDS, FAULTS
from bot.simulator.phone import Phone
from bot.simulator.timetravel import TimeTravel
from bot.simulator.understood import Asked
from bot.simulator.world import BOT_NAME, World

part = Blueprint("page", __name__)
HERE = Path(__file__).parent / "page"
ONLY_OURS = "default-src 'self'; img-src * data:; media-src * data:; style-src 'self' 'unsafe-inline'"
LONGEST = 5000  # letters, as LINE takes them
LOCAL_NAMES = ("127.0.0.1", "localhost", "::1")


def _world() -> World:
    known: World = current_app.extensions["line world"]
    return known


def _phone() -> Phone:
    known: Phone = current_app.extensions["line phone"]
    return known


def _time_travel() -> TimeTravel:
    known: TimeTravel = current_app.extensions["line time travel"]
    return known


@part.before_request
def only_from_this_machine() -> None:
    """Another site's page must not reach this one, neither by a name of its own nor by a form."""
    origin = request.headers.get("Origin")
    hosts = [urlsplit(f"//{request.host}").hostname, urlsplit(origin).hostname if origin else "localhost"]
    if not set(hosts) <= set(LOCAL_NAMES):
        abort(403)
    if request.method == "POST" and not request.is_json:
        abort(415)


@part.get("/")
def page() -> Response:
    response = send_from_directory(HERE, "chat.html")
    response.headers["Content-Security-Policy"] = ONLY_OURS
    return response


@part.get("/understood")
def understood_page() -> Response:
    response = send_from_directory(HERE, "understood.html")
    response.headers["Content-Security-Policy"] = ONLY_OURS
    return response


@part.post("/sim/understood")
def understood() -> tuple[Response, int]:
    text = request.get_json().get("text")
    if not isinstance(text, str) or len(text) > LONGEST:
        return jsonify({"problem": f"a text of at most {LONGEST} letters"}), 400
    asked: Asked = current_app.extensions["line understood"]
    try:
        return jsonify(asked.about(text)), 200
    except (OSError, ValueError) as problem:
        return jsonify({"problem": str(problem)}), 503


@part.get("/page/<name>")
def page_part(name: str) -> Response:
    response = send_from_directory(HERE, name)
    response.headers["Cache-Control"] = "no-cache"
    return response


@part.get("/sim/state")
def state() -> Response:
    since = request.args.get("since", 0, type=int)
    world = _world()
    with world.lock:
        entries = [asdict(entry) for entry in world.entries if entry.changed > since]
        exchange = [one for one in world.exchange if one["changed"] > since]
        told = {
            "change": world.changes,
            "now": world.now(),
            "bot": BOT_NAME,
            "people": [asdict(person) for person in world.people.values()],
            "groups": [asdict(group) for group in world.groups.values()],
            "entries": entries,
            "exchange": exchange,
            "menus": _menus(world),
            "typing": [chat for chat, until in world.loading.items() if until > world.now()],
            "quota": {"limit": world.quota.limit, "used": world.quota.used},
            "token_expired": world.faults.token_expired,
            "breaches": world.breaches,
        }
    return jsonify(told)


def _menus(world: World) -> dict[str, dict[str, Any]]:
    """The rich menu each person sees."""
    seen = {user_id: world.menus.seen_by(user_id) for user_id in world.people}
    return {user_id: menu.as_told() for user_id, menu in seen.items() if menu and menu.picture}


@part.post("/sim/do")
def do() -> tuple[Response, int]:
    told: dict[str, Any] = request.get_json()
    try:
        DEEDS[told["do"]](_phone(), told)
    except (KeyError, ValueError, TypeError, StopIteration) as problem:
        return jsonify({"problem": str(problem)}), 400
    return jsonify({}), 200


@part.get("/sim/content/<message_id>")
def content(message_id: str) -> Response:
    known = _world().contents.get(message_id)
    if known is None or known.gone:
        abort(404)
    return Response(known.data, mimetype=known.mime)


@part.get("/sim/menu/<menu_id>")
def menu_picture(menu_id: str) -> Response:
    menu = _world().menus.all.get(menu_id)
    if menu is None or menu.picture is None:
        abort(404)
    return Response(menu.picture, mimetype=menu.mime)


@part.post("/sim/fault")
def fault() -> Response:
    name = request.get_json().get("fault")
    if name not in FAULTS:
        abort(400)
    FAULTS[name](_phone())
    _world().next_change()
    return jsonify({})


@part.get("/sim/clock")
def forums() -> Response:
    return jsonify(_time_travel().forums())


@part.post("/sim/clock")
def jump() -> Response:
    return jsonify(_time_travel().jump(str(request.get_json().get("at", ""))))
