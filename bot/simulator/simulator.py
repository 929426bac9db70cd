"""The little LINE in one hand: people's phones, the API for the bot, and what was heard."""

import time
from collections.abc import Callable
from functools import cached_property
from typing import Any

from flask import Flask

from bot.simulator import buttons
from bot.simulator.buttons import Button
from bot.simulator.delivery import Courier, Deliver, Event
from bot.simulator.people import Cast
from bot.simulator.phone import Phone
from bot.simulator.server import create_simulator, furnish, serve_in_thread
from bot.simulator.world import World


class Simulator(Phone):
    """In a test: line = Simulator("secret", "token", deliver=to_the_bot); line.start(); line.says(...)

    deliver(body, headers) -> status hands a webhook call to the bot at once. Without it, calls go over HTTP
    in the background to world.webhook_endpoint.
    """

    def __init__(
        self,
        secret: str = "secret",
        token: str = "token",
        deliver: Deliver | None = None,
        *,
        cast: Cast | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        world = World(cast, now)
        super().__init__(world, Courier(world, secret, deliver))
        self.token, self.url = token, ""
        self._stop: Callable[[], None] | None = None

    @cached_property
    def app(self) -> Flask:
        app = create_simulator()
        furnish(app, self.world, self, self.token)
        return app

    def start(self, port: int = 0, host: str = "127.0.0.1") -> str:
        self.url, self._stop = serve_in_thread(self.app, port, host)
        return self.url

    def stop(self) -> None:
        self.courier.stop()
        if self._stop:
            self._stop()
            self._stop = None

    def __enter__(self) -> "Simulator":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    # What was heard

    def heard_by(self, chat: str) -> list[dict[str, Any]]:
        """All the bot said to this person (or in this group), in order, exactly as sent."""
        return [entry.what for entry in self.world.chat(chat) if entry.who == "bot"]

    def last_to(self, chat: str) -> dict[str, Any]:
        return self.heard_by(chat)[-1]

    def texts_to(self, chat: str) -> list[str]:
        """The bot's words there: texts, and the altText of cards."""
        return [str(m.get("text") or m.get("altText") or "") for m in self.heard_by(chat)]

    def buttons_for(self, user: str, group: str | None = None) -> list[Button]:
        return buttons.tappable(self.world.chat(group or user), user)

    def taps_label(
        self, user: str, label: str, group: str | None = None, picked: str | None = None
    ) -> Event | None:
        button = buttons.labelled(self.world.chat(group or user), user, label)
        return self.taps(user, button.action, group, picked)
