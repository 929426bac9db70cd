"""What is looked at: settings, channel, database, machine. Each is asked once, when a check needs it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings, WrongSetting

if TYPE_CHECKING:  # loaded by the checks that need them
    from datetime import timedelta

    from sqlalchemy import URL, Engine
    from sqlalchemy.orm import Session

    from bot.line.gateway import Channel, Gateway, Trial, Webhook

CONNECT_WITHIN = "5"  # seconds


def free_on(folder: Path) -> int:
    """Bytes free where a folder lies."""
    return shutil.disk_usage(folder).free


@dataclass
class Case:
    env: Mapping[str, str]
    free_on: Callable[[Path], int] = free_on
    memory: Path = Path("/proc/meminfo")
    unreadable: dict[str, str] = field(init=False)  # variable -> what is wrong with it
    clock_is_off: timedelta | None = field(init=False, default=None)  # against LINE's, once LINE has answered

    def __post_init__(self) -> None:
        self.settings, self.unreadable = read(self.env)

    @property
    def callback(self) -> str:
        return f"{self.settings.public_url}/callback"

    @cached_property
    def gateway(self) -> Gateway:
        from bot.line.gateway import Gateway

        return Gateway(self.settings.token, self.settings.api_url, self.settings.data_api_url)

    @cached_property
    def channel(self) -> Channel:
        from models import clock

        told = self.gateway.channel()
        self.clock_is_off = clock.machine_now() - told.told_at if told.told_at else None
        return told

    @cached_property
    def webhook(self) -> Webhook | None:
        return self.gateway.webhook()

    @cached_property
    def trial(self) -> Trial:
        return self.gateway.try_webhook(self.callback)

    @cached_property
    def database(self) -> URL:
        from sqlalchemy import make_url

        url = make_url(self.settings.database_url)
        if url.get_backend_name() == "sqlite":
            return url
        return url.update_query_dict({"connect_timeout": CONNECT_WITHIN})

    @cached_property
    def file(self) -> Path | None:
        """Where SQLite keeps it all; None on PostgreSQL."""
        return Path(self.database.database or "") if self.database.get_backend_name() == "sqlite" else None

    @cached_property
    def engine(self) -> Engine:
        from models import database

        return database.open_engine(self.database.render_as_string(hide_password=False))

    @contextmanager
    def looking(self) -> Iterator[Session]:
        from models import database

        with database.reading(database.open_sessions(self.engine))() as db:
            yield db

    def close(self) -> None:
        if "engine" in self.__dict__:
            self.engine.dispose()
        if "gateway" in self.__dict__:
            self.gateway.close()


def read(env: Mapping[str, str]) -> tuple[Settings, dict[str, str]]:
    """The settings, with defaults in place of what cannot be read; and what that is, by variable."""
    left, unreadable = dict(env), dict[str, str]()
    while True:
        try:
            return Settings.from_env(left), unreadable
        except WrongSetting as wrong:
            unreadable[wrong.variable] = str(wrong)
            del left[wrong.variable]
