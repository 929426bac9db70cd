"""What the bot hears of what people do."""

import json
import re

import pytest

from bot.simulator import BOONMA, BOT_ID, THONGSUK, VILLAGE, Listener, Simulator
from bot.simulator.delivery import sign


def test_a_signature_is_the_one_line_would_make() -> None:
    body = b'{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
    assert sign("8c570fa6dd201bb328f1c1eac23a96d8", body) == "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs="


def test_a_text_is_delivered_signed_and_in_lines_shape(line: Simulator, webhook: Listener) -> None:
    event = line.says(BOONMA, "น้ำท่วม 😢")
    body, headers = webhook.calls[0]
    assert headers["X-Line-Signature"] == sign(line.courier.secret, body)
    assert json.loads(body) == {"destination": BOT_ID, "events": [event]}
    assert event["source"] == {"type": "user", "userId": BOONMA}
    assert re.fullmatch("[0-9A-HJKMNP-TV-Z]{26}", event["webhookEventId"])
    assert event["message"]["id"].isdigit()
    assert event["message"]["text"] == "น้ำท่วม 😢"
    assert (event["mode"], event["deliveryContext"]) == ("active", {"isRedelivery": False})


def test_several_photos_are_one_set(line: Simulator) -> None:
    events = line.sends_photos(BOONMA, [b"\xff\xd8one", b"\xff\xd8two"])
    sets = [event["message"]["imageSet"] for event in events]
    assert [(one["index"], one["total"]) for one in sets] == [(1, 2), (2, 2)]
    assert len({one["id"] for one in sets}) == 1


def test_in_a_group_only_messages_surely_name_the_person(line: Simulator) -> None:
    tap = {"type": "postback", "label": "ไป", "data": "yes"}
    assert line.says(BOONMA, "ไป", VILLAGE)["source"]["userId"] == BOONMA
    hidden, named = line.taps(BOONMA, tap, VILLAGE), None
    line.world.names_in_group_taps = True
    named = line.taps(BOONMA, tap, VILLAGE)
    assert hidden is not None
    assert named is not None
    assert hidden["source"] == {"type": "group", "groupId": VILLAGE}
    assert named["source"]["userId"] == BOONMA


def test_a_date_picker_gives_its_moment(line: Simulator) -> None:
    picker = {"type": "datetimepicker", "label": "เลือกวัน", "data": "day", "mode": "date"}
    event = line.taps(BOONMA, picker, picked="2026-08-20")
    assert event is not None
    assert event["postback"] == {"data": "day", "params": {"date": "2026-08-20"}}


def test_events_without_an_answer_have_no_token(line: Simulator) -> None:
    said = line.says(BOONMA, "ลบนะ")
    assert "replyToken" not in line.unsends(BOONMA, said["message"]["id"])
    assert "replyToken" not in line.blocks(BOONMA)
    assert line.unblocks(BOONMA)["follow"] == {"isUnblocked": True}
    assert "replyToken" not in line.leaves_group(VILLAGE)
    assert "replyToken" in line.joins_group(VILLAGE)


def test_an_edited_message_keeps_its_id(line: Simulator) -> None:
    said = line.says(BOONMA, "พรุงนี้", VILLAGE)
    edited = line.edits(BOONMA, VILLAGE, said["message"]["id"], "พรุ่งนี้")
    assert edited["type"] == "messageEdited"
    assert edited["message"]["id"] == said["message"]["id"]
    assert edited["message"]["quoteToken"] != said["message"]["quoteToken"]
    assert "markAsReadToken" not in edited["message"]


def test_the_bot_called_by_name_in_a_group_is_mentioned(line: Simulator) -> None:
    event = line.says(BOONMA, "😀 @เวทีชุมชน ช่วยด้วย", VILLAGE)
    (mentioned,) = event["message"]["mention"]["mentionees"]
    assert mentioned == {"index": 3, "length": 10, "type": "user", "userId": BOT_ID, "isSelf": True}


def test_a_group_without_the_bot_tells_it_nothing(line: Simulator, webhook: Listener) -> None:
    line.leaves_group(VILLAGE)
    line.says(BOONMA, "ลับหลัง", VILLAGE)
    assert [event["type"] for event in webhook.events] == ["leave"]


def test_one_who_blocked_cannot_write(line: Simulator) -> None:
    line.blocks(THONGSUK)
    with pytest.raises(ValueError, match="blocked"):
        line.says(THONGSUK, "ฮัลโหล")


def test_a_failed_delivery_comes_again_when_asked_for(line: Simulator, webhook: Listener) -> None:
    line.courier.redeliver_failed = True
    webhook.answers = [500]
    line.says(BOONMA, "น้ำท่วม")
    first, second = webhook.events
    assert first["webhookEventId"] == second["webhookEventId"]
    assert second["deliveryContext"]["isRedelivery"] is True
    assert [one["status"] for one in line.world.exchange] == [500, 200]


def test_unheard_of_events_are_delivered_as_they_are(line: Simulator, webhook: Listener) -> None:
    strange = {"type": "telepathy", "source": {"type": "user", "userId": BOONMA}}
    line.delivers(strange)
    assert webhook.events == [strange]
