"""Photos and voices fetched by the bot; rich menus made by it."""

import io

import pytest
from linebot.v3.messaging import (
    ApiClient,
    ApiException,
    CreateRichMenuAliasRequest,
    MessageAction,
    MessagingApi,
    MessagingApiBlob,
    RichMenuArea,
    RichMenuBounds,
    RichMenuBulkLinkRequest,
    RichMenuRequest,
    RichMenuSize,
    RichMenuSwitchAction,
)
from PIL import Image

from bot.simulator import BOONMA, THONGSUK, Simulator


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#06a53c").save(out, kind)
    return out.getvalue()


def menu(width: int = 1200, height: int = 405) -> RichMenuRequest:
    bounds = RichMenuBounds(x=0, y=0, width=width, height=height)
    area = RichMenuArea(bounds=bounds, action=MessageAction(label="แจ้งเรื่อง", text="แจ้งเรื่อง"))
    size = RichMenuSize(width=width, height=height)
    return RichMenuRequest(size=size, selected=True, name="หลัก", chat_bar_text="เมนู", areas=[area])


def drawn(client: ApiClient) -> str:
    menu_id: str = MessagingApi(client).create_rich_menu(menu()).rich_menu_id
    headers = {"Content-Type": "image/png"}
    MessagingApiBlob(client).set_rich_menu_image(menu_id, picture(1200, 405), _headers=headers)
    return menu_id


def test_a_photo_is_fetched_as_it_was_sent(line: Simulator, blob: MessagingApiBlob) -> None:
    photo = picture(640, 480, "JPEG")
    (event,) = line.sends_photos(BOONMA, [photo])
    answer = blob.get_message_content_with_http_info(event["message"]["id"])
    assert bytes(answer.data) == photo
    assert answer.headers["Content-Type"] == "image/jpeg"
    with Image.open(io.BytesIO(bytes(blob.get_message_content_preview(event["message"]["id"])))) as small:
        assert max(small.size) == 240


def test_a_voice_takes_a_while(line: Simulator, blob: MessagingApiBlob) -> None:
    line.world.voice_getting_ready = 2
    message_id = line.sends_voice(BOONMA, b"voice", 12_000)["message"]["id"]
    assert blob.get_message_content_transcoding_by_message_id(message_id).status == "processing"
    statuses = [blob.get_message_content_with_http_info(message_id).status_code for _ in range(3)]
    assert statuses == [202, 202, 200]
    assert blob.get_message_content_transcoding_by_message_id(message_id).status == "succeeded"


def test_what_was_taken_back_is_gone_and_what_never_was_is_not_found(
    line: Simulator, blob: MessagingApiBlob
) -> None:
    message_id = line.sends_voice(BOONMA, b"voice", 12_000)["message"]["id"]
    line.unsends(BOONMA, message_id)
    for asked, status in ((message_id, 410), ("1", 404)):
        with pytest.raises(ApiException) as error:
            blob.get_message_content(asked)
        assert error.value.status == status


def test_a_menu_needs_its_picture_before_people_see_it(
    line: Simulator, api: MessagingApi, blob: MessagingApiBlob, client: ApiClient
) -> None:
    menu_id = api.create_rich_menu(menu()).rich_menu_id
    with pytest.raises(ApiException, match="must upload richmenu image"):
        api.set_default_rich_menu(menu_id)
    headers = {"Content-Type": "image/png"}
    for wrong in (picture(1200, 500), b"no picture"):
        with pytest.raises(ApiException):
            blob.set_rich_menu_image(menu_id, wrong, _headers=headers)
    blob.set_rich_menu_image(menu_id, picture(1200, 405), _headers=headers)
    with pytest.raises(ApiException, match="already"):
        blob.set_rich_menu_image(menu_id, picture(1200, 405), _headers=headers)
    api.set_default_rich_menu(menu_id)
    assert api.get_default_rich_menu_id().rich_menu_id == menu_id
    assert api.get_rich_menu(menu_id).chat_bar_text == "เมนู"
    assert bytes(blob.get_rich_menu_image(menu_id)) == picture(1200, 405)


def test_a_persons_own_menu_goes_before_the_default(
    line: Simulator, api: MessagingApi, client: ApiClient
) -> None:
    for_all, for_one = drawn(client), drawn(client)
    api.set_default_rich_menu(for_all)
    line.blocks(THONGSUK)
    api.link_rich_menu_id_to_users(RichMenuBulkLinkRequest(rich_menu_id=for_one, user_ids=[BOONMA, THONGSUK]))
    assert api.get_rich_menu_id_of_user(BOONMA).rich_menu_id == for_one
    with pytest.raises(ApiException):
        api.get_rich_menu_id_of_user(THONGSUK)
    api.unlink_rich_menu_id_from_user(BOONMA)
    seen = line.world.menus.seen_by(BOONMA)
    assert seen is not None
    assert seen.menu_id == for_all
    api.delete_rich_menu(for_all)
    assert line.world.menus.seen_by(BOONMA) is None
    assert [one.rich_menu_id for one in api.get_rich_menu_list().richmenus] == [for_one]


def test_a_tab_switches_the_menu(line: Simulator, api: MessagingApi, client: ApiClient) -> None:
    menu_id = drawn(client)
    api.create_rich_menu_alias(CreateRichMenuAliasRequest(rich_menu_alias_id="more", rich_menu_id=menu_id))
    switch = RichMenuSwitchAction(rich_menu_alias_id="more", data="tab", label="เพิ่มเติม").to_dict()
    event = line.taps(BOONMA, switch)
    assert event is not None
    assert event["postback"]["params"] == {"newRichMenuAliasId": "more", "status": "SUCCESS"}
    assert line.world.menus.of_person[BOONMA] == menu_id


def test_a_menu_too_tall_or_with_too_long_words_is_refused(api: MessagingApi) -> None:
    with pytest.raises(ApiException, match=r"1\.45"):
        api.create_rich_menu(menu(800, 800))
