"""What LINE would refuse, this little LINE refuses too, and says where."""

import json
from typing import Any

import pytest
import urllib3

from bot.simulator import BOONMA, Simulator
from bot.simulator.checks import actions, flex
from bot.simulator.checks.calls import problems, property_name
from bot.simulator.checks.messages import message
from bot.simulator.checks.rules import Check, Problem, Web, graphemes, utf16_units

Json = dict[str, Any]
GO: Json = {"type": "postback", "label": "ไป", "data": "yes"}


def text(words: str, **more: Any) -> Json:
    return {"type": "text", "text": words, **more}


def quick(*acts: Json) -> Json:
    return {"quickReply": {"items": [{"type": "action", "action": act} for act in acts]}}


def card(*contents: Json, **bubble: Any) -> Json:
    body = {"type": "box", "layout": "vertical", "contents": list(contents)}
    return {"type": "flex", "altText": "การ์ด", "contents": {"type": "bubble", "body": body, **bubble}}


def template(**told: Any) -> Json:
    return {"type": "template", "altText": "เลือก", "template": told}


def found_in(check: Check, value: Any) -> list[Problem]:
    found: list[Problem] = []
    check(value, (), found)
    return found


ACCEPTED: dict[str, Json] = {
    "a text of 5000 units": text("ก" * 5000),
    "a label of twenty Thai letters with their marks": text(
        "ค่ะ", **quick({**GO, "label": "น้ำท่วมที่บ้านปู่ย่านี้แล้ว"})
    ),
    "thirteen quick replies": text("ค่ะ", **quick(*[GO] * 13)),
    "a place quick reply": text("ที่ไหนคะ", **quick({"type": "location", "label": "ส่งตำแหน่ง"})),
    "a call button": card({"type": "button", "action": {"type": "uri", "label": "โทร", "uri": "tel:1669"}}),
    "a picture on this machine": card({"type": "image", "url": "http://127.0.0.1:8000/a.png"}),
    "a text of spans": card({"type": "text", "contents": [{"type": "span", "text": "ก"}]}),
    "a filled in text": {
        "type": "textV2",
        "text": "{who} มา {{ค่ะ}}",
        "substitution": {"who": {"type": "mention", "mentionee": {"type": "user", "userId": BOONMA}}},
    },
    "a confirm": template(type="confirm", text="แน่ใจไหมคะ", actions=[GO, GO]),
    "a place": {
        "type": "location",
        "title": "ศาลา",
        "address": "หมู่ 5",
        "latitude": 16.4,
        "longitude": 102.8,
    },
}

REFUSED: dict[str, tuple[Json, str]] = {
    "an empty text": (text(""), "text"),
    "a text too long": (text("ก" * 5001), "text"),
    "emoji that count twice": (text("😀" * 2501), "text"),
    "a field nobody knows": (text("ค่ะ", colour="red"), "colour"),
    "a message nobody knows": ({"type": "telepathy"}, "type"),
    "fourteen quick replies": (text("ค่ะ", **quick(*[GO] * 14)), "quickReply.items"),
    "a quick reply without a label": (
        text("ค่ะ", **quick({"type": "postback", "data": "a"})),
        "quickReply.items[0].action.label",
    ),
    "a label too long": (
        text("ค่ะ", **quick({**GO, "label": "ก" * 21})),
        "quickReply.items[0].action.label",
    ),
    "a menu switch outside menus": (
        text("ค่ะ", **quick({"type": "richmenuswitch", "label": "ก", "richMenuAliasId": "a", "data": "a"})),
        "quickReply.items[0].action.type",
    ),
    "a brace left alone": ({"type": "textV2", "text": "{ค่ะ"}, "text"),
    "a name without its substitution": ({"type": "textV2", "text": "{who} มา"}, "text"),
    "an emoji not on a dollar": (
        text("ค่ะ", emojis=[{"index": 0, "productId": "5ac", "emojiId": "001"}]),
        "emojis[0].index",
    ),
    "a picture without https": (
        {"type": "image", "originalContentUrl": "http://a.th/a.jpg", "previewImageUrl": "https://a.th/a.jpg"},
        "originalContentUrl",
    ),
    "a Thai letter in an address": (card({"type": "image", "url": "https://a.th/น้ำ.png"}), "contents"),
    "an empty Flex text": (card({"type": "text", "text": ""}), "contents"),
    "a Flex field nobody knows": (card({"type": "text", "text": "ก", "colour": "#000000"}), "contents"),
    "a component nobody knows": (card({"type": "spacer"}), "contents"),
    "an icon in a vertical box": (card({"type": "icon", "url": "https://a.th/a.png"}), "contents"),
    "a camera in a Flex button": (
        card({"type": "button", "action": {"type": "camera", "label": "กล้อง"}}),
        "contents",
    ),
    "a bubble with nothing in it": (
        {"type": "flex", "altText": "ก", "contents": {"type": "bubble"}},
        "contents",
    ),
    "a bubble above 30 KB": (card(*[{"type": "text", "text": "ก" * 1000}] * 11), "contents"),
    "a Flex without altText": ({"type": "flex", "contents": card()["contents"]}, "altText"),
    "a wrong colour": (card({"type": "text", "text": "ก", "color": "red"}), "contents"),
    "a confirm of one": (template(type="confirm", text="แน่ใจไหมคะ", actions=[GO]), "template.actions"),
    "too much text beside a title": (
        template(type="buttons", title="ก", text="ก" * 61, actions=[GO]),
        "template.text",
    ),
    "uneven columns": (
        template(
            type="carousel",
            columns=[{"text": "ก", "actions": [GO]}, {"text": "ข", "actions": [GO, GO]}],
        ),
        "template.columns[1].actions",
    ),
    "a place without an address": (
        {"type": "location", "title": "ก", "latitude": 1, "longitude": 1},
        "address",
    ),
    "a sound of no length": (
        {"type": "audio", "originalContentUrl": "https://a.th/a.m4a", "duration": 0},
        "duration",
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_it_accepts(name: str) -> None:
    assert found_in(message, ACCEPTED[name]) == []


@pytest.mark.parametrize("name", REFUSED)
def test_it_refuses(name: str) -> None:
    told, where = REFUSED[name]
    found = found_in(message, told)
    assert found
    assert property_name(found[0].where).startswith(where)


@pytest.mark.parametrize(
    "action",
    [
        {"type": "uri", "label": "ก", "uri": "ftp://a.th"},
        {"type": "uri", "label": "ก", "uri": "https://a.th/" + "a" * 1000},
        {"type": "message", "label": "ก", "text": "ก" * 301},
        {"type": "postback", "label": "ก", "data": "ก" * 301},
        {"type": "postback", "label": "ก", "data": "a", "displayText": "ข", "text": "ข"},
        {"type": "postback", "label": "ก", "data": "a", "fillInText": "ข"},
        {"type": "datetimepicker", "label": "ก", "data": "a", "mode": "date", "initial": "20/8/2569"},
        {"type": "datetimepicker", "label": "ก", "data": "a", "mode": "date", "initial": "2569-08-20"},
        {"type": "datetimepicker", "label": "ก", "data": "a", "mode": "time", "min": "10:00", "max": "09:00"},
        {"type": "datetimepicker", "label": "ก", "data": "a", "mode": "year"},
        {"type": "clipboard", "label": "ก", "clipboardText": ""},
    ],
)
def test_it_refuses_an_action(action: Json) -> None:
    assert found_in(actions.in_quick_reply, action)


def test_a_carousel_takes_twelve_bubbles_of_one_size() -> None:
    bubble = card({"type": "text", "text": "ก"})["contents"]
    fine = {"type": "carousel", "contents": [bubble] * 12}
    assert found_in(flex.container, fine) == []
    assert found_in(flex.container, {**fine, "contents": [bubble] * 13})
    assert found_in(flex.container, {**fine, "contents": [bubble, {**bubble, "size": "nano"}]})


def test_thai_marks_count_in_texts_but_not_in_labels() -> None:
    assert (utf16_units("น้ำ"), graphemes("ที่นี่")) == (3, 2)


def test_local_http_can_be_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Web, "allow_local_http", False)
    assert found_in(message, ACCEPTED["a picture on this machine"])


ODD: list[Any] = [
    None,
    3,
    "ก",
    [],
    {},
    {"messages": None},
    {"messages": [None]},
    {"messages": [{"type": []}]},
]
INSIDE: list[Any] = [
    None,
    3,
    [],
    {"type": "bubble", "body": 3},
    {"type": "carousel", "contents": [3, {"type": "bubble", "size": []}]},
    {"type": "carousel", "columns": [3]},
    {"type": "carousel", "columns": 3},
]


def test_odd_shapes_are_refused_and_never_break_it() -> None:
    assert all(problems("push", odd) for odd in ODD)
    for part in ("contents", "template", "quickReply", "text", "substitution", "emojis"):
        for kind in ("flex", "template", "text", "textV2", "imagemap"):
            assert all(found_in(message, {"type": kind, part: value}) for value in INSIDE)


def send(line: Simulator, body: bytes, headers: dict[str, str] | None = None) -> tuple[int, Json]:
    given = {"Authorization": "Bearer a token", "Content-Type": "application/json", **(headers or {})}
    answer = urllib3.request("POST", f"{line.url}/v2/bot/message/push", body=body, headers=given)
    return answer.status, json.loads(answer.data)


def pushed(*messages: Json, **more: Any) -> bytes:
    return json.dumps({"to": BOONMA, "messages": list(messages), **more}).encode()


def test_a_refusal_says_which_property_in_lines_words(line: Simulator) -> None:
    status, told = send(line, pushed(text("")))
    assert status == 400
    assert told["message"] == "The request body has 1 error(s)"
    assert told["details"] == [{"message": "May not be empty", "property": "messages[0].text"}]
    _, told = send(line, pushed(text("ค่ะ"), card({"type": "text", "text": ""})))
    assert told["message"] == "A message (messages[1]) in the request body is invalid"
    assert told["details"][0]["property"] == "/body/contents/0/text"


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (pushed(text("ค่ะ")), {}, 200),
        (pushed(*[text("ค่ะ")] * 6), {}, 400),
        (pushed(), {}, 400),
        (pushed(text("ค่ะ"), surprise=1), {}, 400),
        (pushed(text("ค่ะ"), customAggregationUnits=["a b"]), {}, 400),
        (b"{", {}, 400),
        (pushed(text("ค่ะ")), {"Authorization": "Bearer another"}, 401),
        (pushed(text("ค่ะ")), {"Content-Type": "text/plain"}, 415),
        (pushed(text("ค่ะ")), {"X-Line-Retry-Key": "not-a-key"}, 400),
        (b" " * (2 * 1024 * 1024 + 1), {}, 413),
    ],
)
def test_a_whole_call_is_looked_at(
    line: Simulator, body: bytes, headers: dict[str, str], status: int
) -> None:
    assert send(line, body, headers)[0] == status


def test_an_unknown_call_is_a_breach(line: Simulator) -> None:
    answer = urllib3.request(
        "POST", f"{line.url}/v2/bot/nothing", headers={"Authorization": "Bearer a token"}
    )
    assert answer.status == 404
    assert line.world.breaches == ["no such call: /v2/bot/nothing"]
