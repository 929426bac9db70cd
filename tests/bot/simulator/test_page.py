"""The chat page in a real browser: what one person says and taps, and what is drawn."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import urllib3
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.simulator import BOONMA, VILLAGE, Listener, Simulator

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
needs_chromium = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs /usr/bin/chromium")
CARD: dict[str, Any] = {
    "type": "flex",
    "altText": "เชิญประชุม",
    "contents": {
        "type": "bubble",
        "body": {
            "type": "box",
            "layout": "vertical",
            "contents": [{"type": "text", "text": "พฤหัสบดี 20 ส.ค. 2569", "wrap": True}],
        },
        "footer": {
            "type": "box",
            "layout": "vertical",
            "contents": [
                {
                    "type": "button",
                    "style": "primary",
                    "action": {"type": "postback", "label": "ไป", "data": "yes", "displayText": "ไปค่ะ"},
                },
                {"type": "button", "action": {"type": "uri", "label": "โทร 1669", "uri": "tel:1669"}},
                {
                    "type": "button",
                    "action": {
                        "type": "datetimepicker",
                        "label": "เลือกวัน",
                        "data": "day",
                        "mode": "date",
                        "initial": "2026-08-20",
                    },
                },
            ],
        },
    },
}
ASK = {
    "type": "text",
    "text": "เรื่องอะไรคะ",
    "quickReply": {
        "items": [{"type": "action", "action": {"type": "message", "label": "น้ำท่วม", "text": "น้ำท่วม"}}]
    },
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS.split())
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, line: Simulator) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1240, "height": 900})
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.goto(line.url)
    yield opened
    opened.close()
    assert troubles == []


def phone(page: Page) -> Locator:
    return page.get_by_test_id("phone-0")


@needs_chromium
def test_a_villager_says_something_and_hears_the_answer(page: Page, line: Simulator) -> None:
    phone(page).get_by_test_id("composer").fill("น้ำท่วมที่บ้านปู่")
    phone(page).get_by_test_id("send").click()
    expect(phone(page).locator(".message.from-me")).to_contain_text("น้ำท่วมที่บ้านปู่")
    line.world.bot_says(BOONMA, [{"type": "text", "text": "รับแล้วค่ะ"}])
    expect(phone(page).locator(".message.from-bot")).to_contain_text("รับแล้วค่ะ")


@needs_chromium
def test_a_card_is_drawn_and_its_buttons_work(page: Page, line: Simulator, webhook: Listener) -> None:
    line.world.bot_says(BOONMA, [CARD])
    phone(page).get_by_text("พฤหัสบดี 20 ส.ค. 2569").wait_for()
    phone(page).locator("[data-action]", has_text="โทร 1669").click()
    expect(page.get_by_test_id("call")).to_contain_text("1669")
    page.get_by_test_id("sheet-close").click()
    phone(page).locator("[data-action]", has_text="เลือกวัน").click()
    page.get_by_test_id("picked-ok").click()
    phone(page).locator("[data-action]", has_text="ไป").first.click()
    expect(phone(page).locator(".message.from-me")).to_contain_text("ไปค่ะ")
    day, going = [event["postback"] for event in webhook.events]
    assert day == {"data": "day", "params": {"date": "2026-08-20"}}
    assert going == {"data": "yes"}


@needs_chromium
def test_quick_replies_leave_when_one_is_tapped(page: Page, line: Simulator) -> None:
    line.world.bot_says(BOONMA, [ASK])
    phone(page).locator(".quick-reply", has_text="น้ำท่วม").click()
    expect(phone(page).locator(".message.from-me")).to_contain_text("น้ำท่วม")
    expect(phone(page).locator(".quick-reply:visible")).to_have_count(0)


@needs_chromium
def test_photo_voice_sticker_and_place_take_two_taps_each(
    page: Page, line: Simulator, webhook: Listener
) -> None:
    for tool, choice in (
        ("photo", "photo-samples"),
        ("voice", "voice-12"),
        ("sticker", "sticker-1"),
        ("pin", "pin-1"),
    ):
        phone(page).get_by_test_id(tool).click()
        page.get_by_test_id(choice).click()
    expect(phone(page).locator(".message.from-me")).to_have_count(5)
    kinds = [event["message"]["type"] for event in webhook.events]
    assert kinds == ["image", "image", "audio", "sticker", "location"]
    voice = webhook.events[2]["message"]
    assert voice["duration"] == 12_000
    assert line.world.contents[voice["id"]].mime == "audio/wav"


@needs_chromium
def test_one_can_take_a_message_back_and_block_the_bot(
    page: Page, line: Simulator, webhook: Listener
) -> None:
    line.says(BOONMA, "เผลอส่ง")
    phone(page).get_by_test_id("own-message").click()
    page.get_by_test_id("unsend").click()
    expect(phone(page).locator(".gone")).to_contain_text("ยกเลิกการส่งข้อความ")
    phone(page).get_by_test_id("more").click()
    page.get_by_test_id("block").click()
    expect(phone(page).locator(".note").last).to_contain_text("บล็อก")
    assert [event["type"] for event in webhook.events] == ["message", "unsend", "unfollow"]


@needs_chromium
def test_a_group_shows_who_speaks(page: Page, line: Simulator, webhook: Listener) -> None:
    phone(page).get_by_test_id("person-select").select_option(VILLAGE)
    phone(page).get_by_test_id("speaker-select").select_option(label="สมชาย")
    phone(page).get_by_test_id("composer").fill("@เวทีชุมชน ประกาศ")
    phone(page).get_by_test_id("composer").press("Enter")
    expect(phone(page).locator(".message.from-me")).to_contain_text("ประกาศ")
    assert webhook.events[0]["source"]["groupId"] == VILLAGE


@needs_chromium
def test_the_panel_shows_what_was_exchanged(page: Page, line: Simulator) -> None:
    line.says(BOONMA, "น้ำท่วม")
    page.get_by_test_id("panel-toggle").click()
    page.locator("#exchange-box > summary").click()
    expect(page.locator("#exchange li")).to_have_count(1)
    page.get_by_test_id("fault-quota_gone").click()
    expect(page.get_by_test_id("quota")).to_have_text("0 / 0")


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
def test_other_sites_cannot_use_the_page(line: Simulator, headers: dict[str, str]) -> None:
    assert urllib3.request("GET", f"{line.url}/sim/state", headers=headers).status == 403


def test_a_form_of_another_site_is_not_taken(line: Simulator) -> None:
    answer = urllib3.request("POST", f"{line.url}/sim/do", body=b"{}", headers={"Content-Type": "text/plain"})
    assert answer.status == 415
