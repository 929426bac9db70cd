"""LINE's door: what is signed is kept once and answered 200; nothing else comes in, and nothing is lost."""

import base64
import hashlib
import hmac
import json
import random
import string
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from werkzeug.test import Client, TestResponse

from bot import webhook
from bot.app import create_app
from bot.simulator import BOONMA, VILLAGE, an_id
from bot.webhook import LARGEST, letters_in, read_body
from models.post import inbox
from models.post.inbox import Event
from tests.house import SECRET, House
from tests.makers import a_villager

BOT = an_id("U", 0xB07)
Json = dict[str, Any]


def said(event_id: str | None = "E1", text: str = "น้ำท่วม", **more: Any) -> Json:
    event: Json = {
        "type": "message",
        "mode": "active",
        "timestamp": 1785000000000,
        "source": {"type": "user", "userId": BOONMA},
        "deliveryContext": {"isRedelivery": False},
        "replyToken": "a token",
        "message": {"id": "1", "type": "text", "text": text},
    }
    return event | ({"webhookEventId": event_id} if event_id else {}) | more


def told(*events: Any) -> bytes:
    return json.dumps({"destination": BOT, "events": events}).encode()


def sign(body: bytes, secret: str = SECRET) -> str:
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


def post(house: House, body: bytes, **how: Any) -> int:
    headers = {"X-Line-Signature": how.pop("signature", sign(body))}
    return house.web.post("/callback", data=body, headers=headers, **how).status_code


def kept(house: House) -> list[Event]:
    with house.sessions() as db:
        return list(db.scalars(select(Event).order_by(Event.id)))


def payloads(house: House) -> list[Json]:
    return [json.loads(event.payload or "") for event in kept(house)]


# The signature


def test_what_is_signed_is_kept_before_it_is_answered(house: House) -> None:
    assert post(house, told(said("E1"))) == 200
    [event] = kept(house)
    assert (event.event_id, event.chat, event.message_id, event.state) == ("E1", BOONMA, "1", "waiting")
    assert payloads(house) == [said("E1")]


def test_lines_own_example_of_a_signature_is_recognised(house: House) -> None:
    body = b'{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
    given = replace(house.settings, secrets=("8c570fa6dd201bb328f1c1eac23a96d8",))
    web = Client(create_app(given, house.engine))
    headers = {"x-line-signature": "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs="}
    assert web.post("/callback", data=body, headers=headers).status_code == 200


@pytest.mark.parametrize("name", ["X-Line-Signature", "x-line-signature", "X-LINE-SIGNATURE"])
def test_the_header_may_be_written_in_any_case(house: House, name: str) -> None:
    body = told(said())
    assert house.web.post("/callback", data=body, headers={name: sign(body)}).status_code == 200


def test_while_a_secret_is_changed_both_are_good(house: House) -> None:
    web = Client(create_app(replace(house.settings, secrets=("new", "old")), house.engine))
    statuses = [_signed_with(web, secret) for secret in ("old", "new", "neither")]
    assert statuses == [200, 200, 401]


def _signed_with(web: Client, secret: str) -> int:
    body = told(said(secret))
    return web.post("/callback", data=body, headers={"X-Line-Signature": sign(body, secret)}).status_code


@pytest.mark.parametrize(
    "signature", ["", "wrong", "ลายเซ็น", "é" * 44, "\x00", "A" * 100000, sign(b"another")]
)
def test_what_is_not_signed_does_not_come_in(house: House, signature: str) -> None:
    environ = {"HTTP_X_LINE_SIGNATURE": signature}
    answer = house.web.post("/callback", data=told(said()), environ_overrides=environ)
    assert (answer.status_code, kept(house)) == (401, [])


def test_without_a_signature_nothing_comes_in(house: House) -> None:
    assert house.web.post("/callback", data=told(said())).status_code == 401
    assert kept(house) == []


def test_the_signature_is_of_the_bytes_and_not_of_what_they_mean(house: House) -> None:
    plain, escaped = json.dumps(said(), ensure_ascii=False).encode(), json.dumps(said()).encode()
    assert json.loads(plain) == json.loads(escaped)
    assert post(house, plain, signature=sign(escaped)) == 401


def test_one_changed_byte_is_noticed(house: House) -> None:
    body = told(said())
    assert post(house, body + b" ", signature=sign(body)) == 401


# The body


def test_only_post_is_taken(house: House) -> None:
    assert [house.web.open("/callback", method=one).status_code for one in ("GET", "PUT", "HEAD")] == [
        405
    ] * 3


def test_lines_check_of_the_connection_is_answered(house: House) -> None:
    assert (post(house, told()), kept(house)) == (200, [])


def test_a_delivery_without_a_list_of_events_keeps_nothing(house: House) -> None:
    assert post(house, json.dumps({"destination": BOT}).encode()) == 200
    assert kept(house) == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no json",
        b"[]",
        b"null",
        b'"events"',
        b'{"events":{}}',
        b'{"events":null}',
        b'{"events":[',
        b"\xff\xfe\xff",
        b'{"events":[' + b"[" * 5000 + b"]" * 5000 + b"]}",
        b'{"events":[{"timestamp":' + b"9" * 5000 + b"}]}",
    ],
)
def test_what_is_no_delivery_is_refused_and_nothing_is_kept(house: House, body: bytes) -> None:
    assert (post(house, body), kept(house)) == (400, [])


def test_a_body_longer_than_any_delivery_is_not_even_read(house: House) -> None:
    lengths = (LARGEST + 1, "9" * 5000)
    refused = [house.web.post("/callback", environ_overrides={"CONTENT_LENGTH": str(n)}) for n in lengths]
    assert [answer.status_code for answer in refused] == [413, 413]
    assert post(house, b" " * (LARGEST + 1)) == 413


def test_a_body_that_breaks_off_is_not_signed(house: House) -> None:
    body = told(said())
    length = {"CONTENT_LENGTH": str(len(body))}
    assert post(house, body[:-10], signature=sign(body), environ_overrides=length) == 401


def test_a_body_longer_than_it_claims_is_not_signed(house: House) -> None:
    body = told(said())
    assert post(house, body, environ_overrides={"CONTENT_LENGTH": str(len(body) - 1)}) == 401


@pytest.mark.parametrize("length", [None, "", "-1", "ten", "1.5", "²"])
def test_a_body_without_a_length_is_read_to_its_end_where_it_has_one(length: str | None) -> None:
    environ: Json = {"CONTENT_LENGTH": length, "wsgi.input": BytesIO(b"the body")}
    assert read_body({**environ, "wsgi.input_terminated": True}) == b"the body"
    assert read_body(environ) == b""


def test_a_chunked_body_that_never_ends_is_left_alone() -> None:
    environ = {"wsgi.input": BytesIO(b" " * (LARGEST + 1)), "wsgi.input_terminated": True}
    assert read_body(environ) is None


def test_a_chunked_delivery_is_kept(house: House) -> None:
    body = told(said())
    environ = {"CONTENT_LENGTH": "", "wsgi.input": BytesIO(body), "wsgi.input_terminated": True}
    assert post(house, body, environ_overrides=environ) == 200
    assert len(kept(house)) == 1


def test_one_who_hangs_up_in_the_middle_is_told_so(house: House) -> None:
    class HungUp(BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise ConnectionResetError

    assert post(house, told(), environ_overrides={"wsgi.input": HungUp(), "CONTENT_LENGTH": "9"}) == 400


# Once


def test_an_event_that_comes_again_is_kept_once(house: House) -> None:
    again = said("E1", deliveryContext={"isRedelivery": True})
    assert [post(house, told(event)) for event in (said("E1"), said("E1"), again)] == [200] * 3
    assert payloads(house) == [said("E1")]


def test_an_event_that_comes_twice_in_one_delivery_is_kept_once(house: House) -> None:
    assert post(house, told(said("E1"), said("E2"), said("E1"))) == 200
    assert [event.event_id for event in kept(house)] == ["E1", "E2"]


def test_what_was_answered_already_is_not_answered_again(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วมบ้านสามหลัง ข้าวของเสียหายหมด").hears("report.sure")
    [event] = payloads(house)
    assert post(house, told(event)) == 200
    talk._did().hears_nothing()


def test_an_event_without_an_id_is_known_again_by_what_it_says(house: House) -> None:
    again = said(None, deliveryContext={"isRedelivery": True})
    assert (
        post(
            house, told(said(None), again, said(None, "ไฟดับ"), said("x", webhookEventId=""), said("x" * 500))
        )
        == 200
    )
    ids = [event.event_id for event in kept(house)]
    assert len(ids) == 4
    assert all(len(one) == 64 for one in ids)


def test_very_long_ids_are_still_told_apart(house: House) -> None:
    assert post(house, told(said("x" * 500 + "a"), said("x" * 500 + "b"))) == 200
    assert len(kept(house)) == 2


# All of it


def test_the_order_of_a_delivery_is_kept(house: House) -> None:
    assert post(house, told(*(said(f"E{n}") for n in range(150)))) == 200
    assert [event.event_id for event in kept(house)] == [f"E{n}" for n in range(150)]


def test_a_hundred_of_the_longest_texts_are_kept(house: House) -> None:
    body = told(*(said(f"E{n}", "น" * 5000) for n in range(100)))
    assert len(body) > 3_000_000
    assert (post(house, body), len(kept(house))) == (200, 100)


def test_what_is_no_event_does_not_cost_the_others_theirs(house: House) -> None:
    strange: list[Any] = [
        None,
        1,
        "x",
        [],
        {},
        {"source": None},
        {"source": {"userId": 5}},
        {"source": {"userId": ""}},
    ]
    assert post(house, told(said("E1"), *strange, said("E2"))) == 200
    assert [event.event_id for event in kept(house)] == ["E1", "E2"]


def test_a_kind_nobody_has_heard_of_is_kept_for_the_worker_to_skip(house: House) -> None:
    event = {"type": "teleported", "webhookEventId": "E1", "source": {"type": "user", "userId": BOONMA}}
    assert post(house, told(event)) == 200
    assert payloads(house) == [event]
    house.settle()
    assert [event.state for event in kept(house)] == ["done"]


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("น้ำ\x00ท่วม", "น้ำท่วม"),
        ("half \ud83d of one", "half \ufffd of one"),
        ("\ude00\ud83d", "\ufffd\ufffd"),
        ("whole 🌊", "whole 🌊"),
        ("\\u0000", "\\u0000"),
        ("\\\\u0000\x00", "\\\\u0000"),
        ("{" * 100, "{" * 100),
    ],
)
def test_what_no_database_takes_is_left_out_and_the_rest_is_kept(
    house: House, text: str, stored: str
) -> None:
    assert post(house, told(said("E1"), said("E2", text), said("E3"))) == 200
    assert [one["message"]["text"] for one in payloads(house)] == ["น้ำท่วม", stored, "น้ำท่วม"]


@pytest.mark.parametrize("where", ["webhookEventId", "replyToken", "a new \x00 field \ud800"])
def test_nothing_of_that_kind_gets_in_by_another_way(house: House, where: str) -> None:
    event = said("E1", **{where: "a\x00b\ud800"})
    event["source"]["userId"] = event["message"]["id"] = "U\x00\ud800"
    assert post(house, told(event, said("E2"))) == 200
    assert [one.chat for one in kept(house)] == ["U\ufffd", BOONMA]


def test_an_id_no_database_can_index_belongs_to_nobody(house: House) -> None:
    endless = "".join(random.Random(1).choices(string.ascii_letters, k=10000))
    stranger = said("E1", source={"type": "user", "userId": endless})
    odd = said("E2", message={"id": endless, "type": "text", "text": "x"})
    assert post(house, told(stranger, odd)) == 200
    assert [(one.event_id, one.message_id) for one in kept(house)] == [("E2", None)]


def test_an_event_nested_without_end_is_cut_and_the_worker_goes_on(house: House) -> None:
    deep: Any = []
    for _ in range(300):
        deep = [deep]
    assert post(house, told(said("E1", deep=deep), said("E2"))) == 200
    house.settle()
    assert [one.state for one in kept(house)] == ["done", "done"]


def test_words_that_look_like_an_escape_do_not_stop_the_bot(house: House) -> None:
    talk = a_villager(house)
    talk.says("\\u0000")
    talk.says("น้ำท่วมบ้านสามหลัง ข้าวของเสียหายหมด").hears("report.sure")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(JSON | JSON.map(lambda value: said(None, x=value)), max_size=4))
def test_whatever_line_signs_is_answered_200_and_does_not_cost_the_others_theirs(
    house: House, events: list[Any]
) -> None:
    known = len(kept(house))
    body = told(*events, said(f"E{known}"))
    assert post(house, body) == 200
    assert f"E{known}" in [event.event_id for event in kept(house)]
    house.answer()
    assert {event.state for event in kept(house)} == {"done"}


# The database


def refuses(monkeypatch: pytest.MonkeyPatch, error: Exception, only: str = "") -> None:
    """From now on the database refuses what holds `only`."""
    put = inbox.put

    def refusing(connection: Any, letters: list[inbox.Letter]) -> None:
        if any(only in letter.payload for letter in letters):
            raise error
        put(connection, letters)

    monkeypatch.setattr(inbox, "put", refusing)


def test_what_the_database_did_not_keep_is_asked_for_again(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as broken:
        refuses(broken, OperationalError("INSERT", {}, Exception("disk full")))
        assert post(house, told(said())) == 503
    assert "was not kept" in caplog.text
    assert post(house, told(said())) == 200
    assert len(kept(house)) == 1


def test_deliveries_of_others_are_kept_when_one_is_refused(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuses(monkeypatch, ValueError("bad letter"), only="refused")
    keeper = webhook.Keeper(house.engine)
    texts = ("fine", "refused", "fine too")
    deliveries = [webhook.Delivery(letters_in(told(said(text, text)))) for text in texts]
    keeper._commit(deliveries)
    assert [delivery.error is None for delivery in deliveries] == [True, False, True]
    assert [event.event_id for event in kept(house)] == ["fine", "fine too"]


def test_a_database_that_is_away_is_asked_once_for_all(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    refuses(monkeypatch, OperationalError("INSERT", {}, Exception("away")))
    keeper = webhook.Keeper(house.engine)
    tried: list[None] = []
    monkeypatch.setattr(keeper, "_engine", _Counted(house.engine, tried))
    deliveries = [webhook.Delivery(letters_in(told(said(name)))) for name in "abc"]
    keeper._commit(deliveries)
    assert [type(delivery.error) for delivery in deliveries] == [OperationalError] * 3
    assert len(tried) == 1


class _Counted:
    def __init__(self, engine: Any, tried: list[None]) -> None:
        self.engine, self.tried = engine, tried

    def begin(self) -> Any:
        self.tried.append(None)
        return self.engine.begin()


def test_a_commit_that_takes_too_long_is_answered_503_in_time_and_may_still_come(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "WAIT", 0.05)
    with house.sessions.begin() as db:
        db.add(Event(event_id="E1", chat=BOONMA, received_at=house.time.now(), payload="{}"))
        db.flush()  # the row is ours until we commit
        assert post(house, told(said("E1"))) == 503
    monkeypatch.setattr(webhook, "WAIT", 5)
    assert post(house, told(said("E1"), said("E2"))) == 200
    assert [event.event_id for event in kept(house)] == ["E1", "E2"]


# Groups


def in_group(text: str, **more: Any) -> Json:
    source = {"type": "group", "groupId": VILLAGE, "userId": BOONMA}
    return said(f"E{text}", source=source, message={"id": "1", "type": "text", "text": text, **more})


def mention(**of: Any) -> Json:
    return {"mentionees": [{"index": 0, "length": 3, "type": "user", **of}]}


@pytest.mark.parametrize(
    "event",
    [
        in_group("ฟอรัม เวทีครั้งหน้า"),
        in_group("  ฟอรัม\nเวทีครั้งหน้า"),
        in_group("@ฟฟ ว่าไง", mention=mention(userId="Usomebody", isSelf=True)),
        in_group("@ฟฟ ว่าไง", mention=mention(userId=BOT)),
        in_group("@ฟฟ ว่าไง", mention={"mentionees": [None, *mention(userId=BOT)["mentionees"]]}),
        in_group("ฟอรัม") | {"type": "messageEdited"},
        in_group("x") | {"type": "join"},
        in_group("x") | {"type": "unsend", "unsend": {"messageId": "1"}},
        in_group("x") | {"type": "postback", "postback": {"data": "x"}},
    ],
)
def test_of_a_group_what_is_addressed_to_the_bot_is_kept(house: House, event: Json) -> None:
    assert post(house, told(event)) == 200
    assert [one.chat for one in kept(house)] == [VILLAGE]


@pytest.mark.parametrize(
    "event",
    [
        in_group("น้ำท่วม ช่วยด้วย"),
        in_group(" "),
        in_group("ฟอรัมนี้ดีนะ"),
        in_group("@แนน ว่าไง", mention=mention(userId=BOONMA, isSelf=False)),
        in_group("@ทุกคน", mention={"mentionees": [{"type": "all"}]}),
        in_group("@", mention=[1]),
        in_group("@", mention={"mentionees": {"userId": BOT}}),
        in_group("น้ำท่วม") | {"type": "messageEdited"},
        in_group("x", type="image"),
        in_group("x") | {"message": None},
        in_group("x") | {"type": "memberJoined", "joined": {"members": [{"type": "user", "userId": BOONMA}]}},
        in_group("x") | {"type": "teleported"},
        in_group("x") | {"source": {"groupId": VILLAGE}},
        in_group("x") | {"source": {"type": "room", "roomId": "R1", "userId": BOONMA}},
    ],
)
def test_of_a_group_nothing_else_is_kept(house: House, event: Json) -> None:
    assert (post(house, told(event)), kept(house)) == (200, [])


def test_everything_else_goes_to_the_pages(house: House) -> None:
    answers: list[TestResponse] = [house.web.get("/healthz"), house.web.post("/nowhere")]
    assert [answer.status_code for answer in answers] == [200, 404]
