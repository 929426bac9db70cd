"""The little LINE as a Flask app: the API for the bot, and the chat page for people."""

import threading
from collections.abc import Callable

from flask import Flask, Response, jsonify
from werkzeug.exceptions import HTTPException
from werkzeug.http import http_date
from werkzeug.serving import WSGIRequestHandler, make_server

from bot.simulator import pages
from bot.simulator.api import channel, content, menus, sending
from bot.simulator.phone import Phone
from bot.simulator.timetravel import TimeTravel
from bot.simulator.understood import Asked
from bot.simulator.world import World


def create_simulator() -> Flask:
    """An empty little LINE; `furnish` says which world it shows."""
    app = Flask(__name__, static_folder=None)
    for part in (sending.part, channel.part, content.part, menus.part, pages.part):
        app.register_blueprint(part)
    app.register_error_handler(HTTPException, _plainly)
    return app


def furnish(app: Flask, world: World, phone: Phone, token: str) -> None:
    app.extensions["line world"] = world
    app.extensions["line phone"] = phone
    app.extensions["line courier"] = phone.courier
    app.extensions["line token"] = token
    app.extensions["line time travel"] = TimeTravel()
    app.extensions["line understood"] = Asked()


def _plainly(error: Exception) -> Response:
    status = error.code if isinstance(error, HTTPException) and error.code else 500
    response = jsonify({"message": "Not found" if status == 404 else str(error)})
    response.status_code = status
    return response


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Says nothing: the exchange is kept in the world."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The hour in the world that is played, which a test may move."""
        played = getattr(self.server.app, "extensions", {}).get("line world")
        return http_date(played.now()) if played else super().date_time_string(timestamp)


def serve_in_thread(app: Flask, port: int = 0, host: str = "127.0.0.1") -> tuple[str, Callable[[], None]]:
    """Serve on a free port; returns the address and how to stop."""
    server = make_server(host, port, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()

    def stop() -> None:
        server.shutdown()
        thread.join()
        server.server_close()

    return f"http://{host}:{server.server_port}", stop
