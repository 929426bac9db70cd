"""Reply, push and multicast as LINE answers them."""

import uuid

import pytest
import urllib3
from linebot.v3.messaging import (
    ApiException,
    FlexContainer,
    FlexMessage,
    MessagingApi,
    MulticastRequest,
    PushMessageRequest,
    ReplyMessageRequest,
    ShowLoadingAnimationRequest,
    TextMessage,
)

from bot.simulator import BOONMA, THONGSUK, VILLAGE, Group, Person, Simulator, an_id


def push(to: str, text: str = "สวัสดีค่ะ") -> PushMessageRequest:
    return PushMessageRequest(to=to, messages=[TextMessage(text=text)])


def reply(token: str, text: str = "รับแล้วค่ะ") -> ReplyMessageRequest:
    return ReplyMessageRequest(reply_token=token, messages=[TextMessage(text=text)])


def refusal(api_error: pytest.ExceptionInfo[ApiException]) -> tuple[int, str]:
    return api_error.value.status, str(api_error.value.body)


def test_a_reply_reaches_the_chat_exactly_as_sent(line: Simulator, api: MessagingApi) -> None:
    event = line.says(BOONMA, "น้ำท่วม")
    sent = api.reply_message(reply(event["replyToken"]))
    assert line.last_to(BOONMA) == {"type": "text", "text": "รับแล้วค่ะ"}
    assert line.world.find(sent.sent_messages[0].id).who == "bot"
    assert line.world.quota.used == 0


def test_a_reply_token_works_once(line: Simulator, api: MessagingApi) -> None:
    token = line.says(BOONMA, "น้ำท่วม")["replyToken"]
    api.reply_message(reply(token))
    with pytest.raises(ApiException) as error:
        api.reply_message(reply(token))
    assert refusal(error)[0] == 400
    assert "Invalid reply token" in refusal(error)[1]


def test_a_reply_token_expires_and_a_redelivery_renews_it(line: Simulator, api: MessagingApi) -> None:
    event = line.says(BOONMA, "น้ำท่วม")
    line.world.expire_reply_tokens()
    with pytest.raises(ApiException, match="Invalid reply token"):
        api.reply_message(reply(event["replyToken"]))
    again = line.redelivers(event)
    assert again["deliveryContext"] == {"isRedelivery": True}
    assert again["webhookEventId"] == event["webhookEventId"]
    api.reply_message(reply(event["replyToken"]))


def test_a_push_costs_one_for_a_person_and_one_a_member_for_a_group(
    line: Simulator, api: MessagingApi
) -> None:
    api.push_message(push(BOONMA))
    api.push_message(push(VILLAGE))
    assert line.world.quota.used == 1 + 4
    assert len(line.heard_by(VILLAGE)) == 1


def test_a_push_to_one_who_blocked_is_accepted_not_heard_and_not_counted(
    line: Simulator, api: MessagingApi
) -> None:
    line.blocks(BOONMA)
    api.push_message(push(BOONMA))
    assert line.heard_by(BOONMA) == []
    assert line.world.quota.used == 0


def test_a_push_to_a_stranger_or_a_left_group_is_refused(line: Simulator, api: MessagingApi) -> None:
    line.leaves_group(VILLAGE)
    for to in (an_id("U", 0xDEAD), VILLAGE):
        with pytest.raises(ApiException, match="Failed to send messages"):
            api.push_message(push(to))


def test_a_multicast_reaches_friends_only(line: Simulator, api: MessagingApi) -> None:
    line.blocks(THONGSUK)
    to = [BOONMA, THONGSUK, an_id("U", 0xDEAD)]
    api.multicast(MulticastRequest(to=to, messages=[TextMessage(text="ประกาศ")]))
    assert line.heard_by(BOONMA) == [{"type": "text", "text": "ประกาศ"}]
    assert line.world.quota.used == 1


def test_one_wrong_id_fails_the_whole_multicast(line: Simulator, api: MessagingApi) -> None:
    for wrong in ("U123", VILLAGE):
        with pytest.raises(ApiException) as error:
            api.multicast(MulticastRequest(to=[BOONMA, wrong], messages=[TextMessage(text="ประกาศ")]))
        assert "to[1]" in refusal(error)[1]
    assert line.heard_by(BOONMA) == []


def test_a_retry_key_is_accepted_once(line: Simulator, api: MessagingApi) -> None:
    key = str(uuid.uuid4())
    first = api.push_message_with_http_info(push(BOONMA), x_line_retry_key=key)
    with pytest.raises(ApiException) as error:
        api.push_message(push(BOONMA), x_line_retry_key=key)
    assert error.value.status == 409
    headers = {name.lower(): value for name, value in error.value.headers.items()}
    assert headers["x-line-accepted-request-id"] == first.headers["x-line-request-id"]
    assert first.data.sent_messages[0].id in error.value.body
    assert len(line.heard_by(BOONMA)) == 1
    assert line.world.breaches == []


def test_a_retry_key_with_another_body_is_noted_as_a_breach(line: Simulator, api: MessagingApi) -> None:
    key = str(uuid.uuid4())
    api.push_message(push(BOONMA), x_line_retry_key=key)
    with pytest.raises(ApiException):
        api.push_message(push(BOONMA, "อีกเรื่อง"), x_line_retry_key=key)
    assert len(line.world.breaches) == 1


def test_a_reply_takes_no_retry_key(line: Simulator) -> None:
    token = line.says(BOONMA, "น้ำท่วม")["replyToken"]
    answer = urllib3.request(
        "POST",
        f"{line.url}/v2/bot/message/reply",
        json={"replyToken": token, "messages": [{"type": "text", "text": "ค่ะ"}]},
        headers={"Authorization": "Bearer a token", "X-Line-Retry-Key": str(uuid.uuid4())},
    )
    assert answer.status == 400


def test_an_exhausted_quota_sends_nothing(line: Simulator, api: MessagingApi) -> None:
    line.world.quota.limit = 3
    with pytest.raises(ApiException) as error:
        api.push_message(push(VILLAGE))
    assert error.value.status == 429
    assert "You have reached your monthly limit." in error.value.body
    assert line.heard_by(VILLAGE) == []
    api.push_message(push(BOONMA))
    assert api.get_message_quota().value == 3
    assert api.get_message_quota_consumption().total_usage == 1


def test_a_wrong_token_is_refused(line: Simulator, api: MessagingApi) -> None:
    line.world.faults.token_expired = True
    with pytest.raises(ApiException) as error:
        api.push_message(push(BOONMA))
    assert error.value.status == 401


def test_a_fault_can_be_ordered_for_the_next_call(line: Simulator, api: MessagingApi) -> None:
    line.world.fail_next(500, times=2, path="push")
    for _ in range(2):
        with pytest.raises(ApiException) as error:
            api.push_message(push(BOONMA))
        assert error.value.status == 500
    api.push_message(push(BOONMA))
    assert len(line.heard_by(BOONMA)) == 1


@pytest.mark.parametrize(("after_accepting", "heard"), [(True, 1), (False, 0)])
def test_an_answer_can_be_lost(line: Simulator, api: MessagingApi, after_accepting: bool, heard: int) -> None:
    key = str(uuid.uuid4())
    line.world.drop_next(after_accepting=after_accepting)
    with pytest.raises(urllib3.exceptions.ProtocolError):
        api.push_message(push(BOONMA), x_line_retry_key=key)
    assert len(line.heard_by(BOONMA)) == heard
    if after_accepting:
        with pytest.raises(ApiException, match="409"):
            api.push_message(push(BOONMA), x_line_retry_key=key)
    else:
        api.push_message(push(BOONMA), x_line_retry_key=key)
    assert len(line.heard_by(BOONMA)) == 1


def test_loading_shows_until_the_next_message(line: Simulator, api: MessagingApi) -> None:
    api.show_loading_animation(ShowLoadingAnimationRequest(chat_id=BOONMA, loading_seconds=20))
    assert BOONMA in line.world.loading
    api.push_message(push(BOONMA))
    assert BOONMA not in line.world.loading
    with pytest.raises(ApiException):
        api.show_loading_animation(ShowLoadingAnimationRequest(chat_id=VILLAGE))


def test_people_and_groups_can_be_asked_about(line: Simulator, api: MessagingApi) -> None:
    line.world.add_person(Person(an_id("U", 9), "มานี"))
    line.world.add_group(Group(an_id("C", 9), "บ้านใหม่", [BOONMA, an_id("U", 9)]))
    assert api.get_profile(BOONMA).display_name == "บุญมา"
    assert api.get_group_summary(an_id("C", 9)).group_name == "บ้านใหม่"
    assert api.get_group_member_count(an_id("C", 9)).count == 2
    assert api.get_group_member_profile(an_id("C", 9), an_id("U", 9)).display_name == "มานี"
    assert api.get_bot_info().display_name == "เวทีชุมชน"
    line.blocks(BOONMA)
    with pytest.raises(ApiException) as error:
        api.get_profile(BOONMA)
    assert error.value.status == 404


def test_a_button_can_be_tapped_by_its_label(line: Simulator, api: MessagingApi) -> None:
    card = {
        "type": "bubble",
        "body": {
            "type": "box",
            "layout": "vertical",
            "contents": [
                {
                    "type": "button",
                    "action": {
                        "type": "postback",
                        "label": "ไปค่ะ",
                        "data": "rsvp=yes",
                        "displayText": "ไป",
                    },
                }
            ],
        },
    }
    api.push_message(
        PushMessageRequest(
            to=BOONMA, messages=[FlexMessage(alt_text="เชิญ", contents=FlexContainer.from_dict(card))]
        )
    )
    assert [button.label for button in line.buttons_for(BOONMA)] == ["ไปค่ะ"]
    event = line.taps_label(BOONMA, "ไป")
    assert event is not None
    assert event["postback"] == {"data": "rsvp=yes"}
    assert line.world.chat(BOONMA)[-1].what["text"] == "ไป"
    with pytest.raises(LookupError, match="there are"):
        line.taps_label(BOONMA, "ไม่ไป")
