"""All conversations, walked once: every request they make is one LINE takes, and every message has manners."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from linebot.v3 import messaging as line

from bot.cards import render
from bot.simulator.checks import calls
from bot.words import say
from models.post import inbox, ledger
from models.post.messages import unpacked
from tests import line_schema
from tests.cards.manners import faults
from tests.house import House
from tests.journeys.walks import WALKS, Walk

REQUESTS: dict[str, Any] = {
    "/v2/bot/message/reply": line.ReplyMessageRequest,
    "/v2/bot/message/push": line.PushMessageRequest,
    "/v2/bot/message/multicast": line.MulticastRequest,
    "/v2/bot/chat/loading/start": line.ShowLoadingAnimationRequest,
    "/v2/bot/richmenu": line.RichMenuRequest,
}
SIMULATED = dict(zip(REQUESTS, ("reply", "push", "multicast", "loading", "richmenu"), strict=True))
NONE_YET = "/v2/bot/user/all/richmenu"  # LINE's answer before there is a menu: 404
described = pytest.mark.skipif(not line_schema.FILE.exists(), reason="../shared/line-openapi is not here")


@dataclass(frozen=True)
class Walked:
    """What is left of a walk."""

    requests: list[dict[str, Any]]
    said: list[tuple[str, dict[str, Any]]]
    arrived: set[str]
    breaches: list[str]
    aside: int


OUR_ID = "@216ru"  # not known before LINE was asked for it
KNOWN: dict[Walk, Walked] = {}


@pytest.fixture(params=WALKS, ids=lambda walk: walk.__name__)
def walked(request: pytest.FixtureRequest) -> Walked:
    """Each conversation is walked once, and looked at by every test."""
    walk = request.param
    if walk not in KNOWN:
        house: House = request.getfixturevalue("house")
        walk(house)
        KNOWN[walk] = _left_by(house)
    return KNOWN[walk]


def _left_by(house: House) -> Walked:
    world = house.line.world
    calls_made = [call for call in world.exchange if call["direction"] == "api"]
    arrived = {_written(entry.what) for entry in world.entries if entry.who == "bot"}
    with house.sessions() as db:
        aside = inbox.counts(db)["set_aside"] + ledger.counts(db)["refused"]
    return Walked(calls_made, house.said, arrived, list(world.breaches), aside)


def _written(message: dict[str, Any]) -> str:
    return json.dumps(message, sort_keys=True)


def test_line_takes_every_request(walked: Walked) -> None:
    for call in walked.requests:
        path, body = call["path"], call["body"]
        assert call["status"] < 400 or path == NONE_YET, call
        if path in REQUESTS:
            assert REQUESTS[path].from_dict(body).to_dict() == body
            assert calls.problems(SIMULATED[path], body) == []
        else:
            assert not isinstance(body, dict), f"nobody looked at {path}"
    assert walked.breaches == []


@described
def test_every_request_is_as_line_describes_it(walked: Walked) -> None:
    for call in walked.requests:
        assert line_schema.problems(call["method"], call["path"], call["body"]) == []


def test_every_message_has_manners_and_arrives_as_it_was_drawn(walked: Walked) -> None:
    assert walked.said
    for _, said in walked.said:
        drawn = [render(unpacked([said]), "th", basic_id=known)[0] for known in ("", OUR_ID)]
        assert [fault for message in drawn for fault in faults(said["key"], message)] == []
        assert walked.arrived & set(map(_written, drawn)), said["key"]


def test_a_number_that_was_given_is_read_out(walked: Walked) -> None:
    for _, said in walked.said:
        if "number" in said["values"]:
            assert said["values"]["number"] in say(said["key"], "th", said["values"])


def test_nothing_is_set_aside(walked: Walked) -> None:
    assert walked.aside == 0
