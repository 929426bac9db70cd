"""The pages for those who run it: alive, ready, and how much waits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from werkzeug.test import Client

from bot.app import create_app
from bot.settings import WrongSetting
from models import database
from tests.house import House
from tests.makers import a_villager


@pytest.fixture
def unmigrated(tmp_path: Path) -> Iterator[Engine]:
    engine = database.open_engine(f"sqlite:///{tmp_path / 'new.db'}")
    yield engine
    engine.dispose()


def test_it_says_that_it_is_alive_without_asking_the_database(house: House, unmigrated: Engine) -> None:
    web = Client(create_app(house.settings, unmigrated))
    assert web.get("/healthz").json == {"alive": True}


def test_it_is_ready_when_its_tables_are(house: House) -> None:
    answer = house.web.get("/readyz")
    assert (answer.status_code, answer.json) == (200, {"database": True, "migrations": True})


def test_it_is_not_ready_before_its_tables_are_there(house: House, unmigrated: Engine) -> None:
    answer = Client(create_app(house.settings, unmigrated)).get("/readyz")
    assert (answer.status_code, answer.json) == (503, {"database": True, "migrations": False})


def test_it_is_not_ready_when_the_database_is_away(house: House, tmp_path: Path) -> None:
    (tmp_path / "ruined.db").write_bytes(b"this is no database" * 100)
    engine = database.open_engine(f"sqlite:///{tmp_path / 'ruined.db'}")
    answer = Client(create_app(house.settings, engine)).get("/readyz")
    assert (answer.status_code, answer.json) == (503, {"database": False, "migrations": False})
    engine.dispose()


def test_it_says_how_much_waits(house: House) -> None:
    talk = a_villager(house)
    talk.settles = False
    talk.says("น้ำท่วม")
    shown = house.web.get("/metrics").text
    assert 'forum_inbox{state="waiting"} 1.0' in shown
    house.settle()
    shown = house.web.get("/metrics").text
    assert 'forum_inbox{state="waiting"} 0.0' in shown
    assert 'forum_inbox{state="stored"} 1.0' in shown
    assert 'forum_outbox{state="sent"}' in shown


def test_without_a_secret_there_is_no_web_server(house: House) -> None:
    from dataclasses import replace

    with pytest.raises(WrongSetting, match="LINE_CHANNEL_SECRET"):
        create_app(replace(house.settings, secrets=()), house.engine)
