"""create_app(): the web server's pages, and LINE's door before them."""

import logging

from flask import Flask, Response, jsonify
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.pages import forums, media, papers, privacy
from bot.settings import Settings
from bot.webhook import Callback
from models import database
from models.papers import Office
from models.post import inbox, ledger

log = logging.getLogger(__name__)


def create_app(settings: Settings, engine: Engine) -> Flask:
    app = Flask(__name__)
    sessions = database.reading(database.open_sessions(engine))

    @app.get("/healthz")
    def alive() -> Response:
        return jsonify(alive=True)

    @app.get("/readyz")
    def ready() -> tuple[Response, int]:
        try:
            current = database.is_current(engine)
        except SQLAlchemyError:
            log.exception("the database does not answer")
            return jsonify(database=False, migrations=False), 503
        return jsonify(database=True, migrations=current), 200 if current else 503

    @app.get("/metrics")
    def metrics() -> Response:
        with sessions() as db:
            measured = measure(inbox.counts(db), ledger.counts(db))
        return Response(measured, content_type=CONTENT_TYPE_LATEST)

    app.register_blueprint(forums.pages(sessions, settings.public_url))
    app.register_blueprint(media.pages(sessions))
    app.register_blueprint(papers.pages(sessions, Office(settings.organisation, settings.contact or None)))
    app.register_blueprint(privacy.pages(settings))
    app.wsgi_app = Callback(app.wsgi_app, engine, settings.to_hear().secrets)  # type: ignore[method-assign,assignment]
    return app


def measure(heard: dict[str, int], said: dict[str, int]) -> bytes:
    """How many events and messages stand where, as Prometheus reads it."""
    registry = CollectorRegistry()
    for box, counts in (("inbox", heard), ("outbox", said)):
        gauge = Gauge(f"forum_{box}", f"Rows of the {box} by state", ["state"], registry=registry)
        for state, count in counts.items():
            gauge.labels(state).set(count)
    return bytes(generate_latest(registry))
