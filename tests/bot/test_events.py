"""What LINE says, in our words; and nothing it could ever say makes us stumble."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.line.events import KINDS, MESSAGES, chat_of, heard_in, message_id_of
from bot.line.groups import is_for_us
from handlers.inputs import (
    Edited,
    Followed,
    Input,
    Joined,
    Left,
    Photo,
    Pin,
    Sticker,
    Tap,
    Unfollowed,
    Unheard,
    Unsent,
    Voice,
    Words,
)

Json = dict[str, Any]


def message(kind: Any, **parts: Any) -> Json:
    return {"type": "message", "message": {"id": "1", "type": kind, **parts}}


PIN = {"latitude": 16.4, "longitude": 102.8}


@pytest.mark.parametrize(
    ("event", "meant"),
    [
        (message("text", text="น้ำท่วม"), Words("น้ำท่วม", "1")),
        (message("text", text="@x", mention={"mentionees": [{"isSelf": True}]}), Words("@x", "1", True)),
        (message("text", text="@x", mention={"mentionees": [None, 1, {}]}), Words("@x", "1")),
        (message("text", text="@x", mention={"mentionees": 5}), Words("@x", "1")),
        (message("image", contentProvider={"type": "line"}), Photo("1")),
        (message("audio", duration=1), Voice("1")),
        (message("location", title="วัด", address="ขอนแก่น", **PIN), Pin(16.4, 102.8, "วัด ขอนแก่น", "1")),
        (message("location", title=None, address=5, **PIN), Pin(16.4, 102.8, None, "1")),
        (message("sticker", keywords=["ok", 5, "yes"]), Sticker(("ok", "yes"))),
        (message("sticker"), Sticker()),
        ({"type": "messageEdited", "message": {"id": "1", "type": "text", "text": "x"}}, Edited("1", "x")),
        ({"type": "postback", "postback": {"data": "rsvp/1/going"}}, Tap("rsvp/1/going")),
        ({"type": "follow"}, Followed()),
        ({"type": "unfollow"}, Unfollowed()),
        ({"type": "join"}, Joined()),
        ({"type": "leave"}, Left()),
        ({"type": "unsend", "unsend": {"messageId": "1"}}, Unsent("1")),
    ],
)
def test_every_kind_has_its_meaning(event: Json, meant: Input) -> None:
    assert heard_in(event).input == meant


@pytest.mark.parametrize("kind", ["video", "file", "hologram"])
def test_a_message_we_cannot_use_is_answered_politely(kind: str) -> None:
    assert heard_in(message(kind)).input == Unheard(kind, polite=True)


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"type": None},
        {"type": ["message"]},
        {"type": "teleported"},
        {"type": "message"},
        {"type": "message", "message": "words"},
        {"type": "message", "message": ["words"]},
        message("text"),
        message("text", text=None),
        message("text", text={"a": 1}),
        message("text", text="x", id=5),
        message("location", latitude="north", longitude=1),
        message("location", latitude=10**400, longitude=1),
        message("location", latitude=float("nan"), longitude=1),
        message("location", latitude=91, longitude=1),
        {"type": "postback", "postback": None},
        {"type": "unsend", "unsend": {"messageId": None}},
    ],
)
def test_what_makes_no_sense_is_not_heard(event: Json) -> None:
    heard = heard_in(event).input
    assert isinstance(heard, Unheard)
    assert not heard.polite


def test_a_person_speaks_for_herself_and_a_group_has_a_sender() -> None:
    alone = heard_in(message("text", text="x") | {"source": {"type": "user", "userId": "U1"}})
    among = {"type": "group", "groupId": "C1", "userId": "U1"}
    heard = heard_in(message("text", text="x") | {"source": among})
    assert (alone.chat, alone.where, alone.sender) == ("U1", "user", "U1")
    assert (heard.chat, heard.where, heard.sender) == ("C1", "group", "U1")


def test_in_a_group_the_sender_may_be_unknown() -> None:
    heard = heard_in({"type": "postback", "source": {"type": "group", "groupId": "C1"}})
    assert (heard.chat, heard.sender) == ("C1", None)


def test_a_room_is_a_group() -> None:
    heard = heard_in({"source": {"type": "room", "roomId": "R1", "userId": "U1"}})
    assert (heard.chat, heard.where) == ("R1", "group")


def test_on_standby_there_is_nothing_to_answer_with() -> None:
    assert heard_in({"replyToken": "t", "mode": "active"}).reply_token == "t"
    assert heard_in({"replyToken": "t", "mode": "standby"}).reply_token is None


def test_the_moment_is_the_events_own() -> None:
    assert heard_in({"timestamp": 1785000000500}).at == datetime(2026, 7, 25, 17, 20, 0, 500000, UTC)


@pytest.mark.parametrize("timestamp", [None, "soon", {}, 10**400, float("inf"), float("nan"), -(10**18)])
def test_a_moment_that_never_was_is_the_beginning(timestamp: Any) -> None:
    assert heard_in({"timestamp": timestamp}).at == datetime(1970, 1, 1, tzinfo=UTC)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None))
WORDS = st.sampled_from([*KINDS, *MESSAGES, "user", "group", "room", "standby"])
NAMES = (
    "type source message postback data unsend messageId id text mention mentionees isSelf userId groupId "
    "roomId latitude longitude title address keywords timestamp replyToken mode"
)
FIELDS = st.sampled_from(NAMES.split())
JSON = st.recursive(
    SCALARS | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS | st.text(), inner, max_size=6),
    max_leaves=20,
)
EVENTS = st.fixed_dictionaries(
    {},
    optional={
        "type": WORDS | JSON,
        "source": st.dictionaries(FIELDS, WORDS | JSON, max_size=4) | JSON,
        "message": st.dictionaries(FIELDS, WORDS | JSON, max_size=8) | JSON,
        "postback": JSON,
        "unsend": JSON,
        "timestamp": JSON,
        "replyToken": JSON,
        "mode": WORDS | JSON,
    },
)


@settings(deadline=None, max_examples=60)
@given(EVENTS)
def test_no_event_makes_us_stumble(event: Json) -> None:
    heard = heard_in(event)
    assert heard.chat == (chat_of(event) or "")
    assert heard.where in ("user", "group")
    assert heard.at.tzinfo is UTC
    assert isinstance(message_id_of(event), str | None)


@settings(deadline=None, max_examples=60)
@given(EVENTS, JSON)
def test_no_event_makes_us_stumble_over_whether_it_is_for_us(event: Json, bot: Any) -> None:
    assert is_for_us(event, bot) in (True, False)


def test_a_date_picker_says_its_moment_beside_the_tap() -> None:
    postback = {"data": "plan/1/day/picked", "params": {"datetime": "2026-08-05T13:30"}}
    assert heard_in({"type": "postback", "postback": postback}).input == Tap(
        "plan/1/day/picked", "2026-08-05T13:30"
    )
    for odd in (None, 7, {"datetime": 5}, {"newRichMenuAliasId": "a"}):
        assert heard_in({"type": "postback", "postback": {"data": "a", "params": odd}}).input == Tap("a")
