"""The demo as a newcomer tries it, in headless Chromium. UPDATE_IMAGES=1 draws the README's pictures anew."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

from bot.processes import free_port
from tests.program import ROOT

CHROMIUM = shutil.which("chromium") or ""
IMAGES = ROOT / "docs" / "images"
QUIET = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
PATIENCE = 20_000  # ms

pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed"),
    pytest.mark.timeout(150),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo, started as `make demo` starts it; ends with the address it prints."""
    database = f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.db'}"
    env = {**os.environ, "DATABASE_URL": database, "PORT": str(free_port(19000 + os.getpid() % 900))}
    command = [sys.executable, "-m", "bot", "demo"]
    log = tmp_path_factory.mktemp("log") / "demo.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT)
    yield _printed(log)
    process.send_signal(signal.SIGTERM)
    process.wait(20)


def _printed(log: Path) -> str:
    from tests.program import wait_for

    def lines() -> list[str]:
        return [line for line in log.read_text(encoding="utf-8").splitlines() if "เปิดหน้าแชตได้ที่" in line]

    wait_for(lambda: bool(lines()))
    return lines()[0].split()[-1]


@pytest.fixture(scope="module")
def page(address: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        opened = browser.new_page(viewport={"width": 1240, "height": 1080})
        opened.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        opened.goto(address)
        yield opened
        browser.close()


def phone(page: Page, number: int, person: str) -> Locator:
    found = page.get_by_test_id(f"phone-{number}")
    select = found.get_by_test_id("person-select")
    option = select.locator("option").filter(has_text=person).get_attribute("value")
    select.select_option(option)
    return found


def says(on: Locator, text: str) -> None:
    on.get_by_test_id("composer").fill(text)
    on.get_by_test_id("send").click()


def taps(on: Locator, label: str) -> None:
    on.locator("[data-action]").get_by_text(label, exact=True).last.click()


def hears(on: Locator, text: str) -> None:
    expect(on.locator(".message.from-bot").filter(has_text=text).last).to_be_visible()


def keep_picture(on: Locator, name: str) -> None:
    if os.environ.get("UPDATE_IMAGES"):
        IMAGES.mkdir(exist_ok=True)
        on.screenshot(path=IMAGES / f"{name}.png")


def test_a_report_from_typing_to_its_number(page: Page) -> None:
    boonma = phone(page, 0, "บุญมา")
    says(boonma, "น้ำท่วมบ้านสามหลัง")
    hears(boonma, "ส่งเรื่องนี้เลยไหมคะ")
    boonma.get_by_test_id("menu-bar").click()
    taps(boonma, "ส่งเรื่องนี้")
    hears(boonma, "เรื่องที่ ฟร-0001 น้ำท่วม")
    hears(boonma, "ขอเก็บชื่อไลน์")
    keep_picture(boonma, "report")
    taps(boonma, "ตกลง ให้เก็บได้")
    hears(boonma, "บ้านคุณอยู่แถวไหนคะ")
    says(boonma, "ต.วังชัย อ.น้ำพอง ขอนแก่น")
    hears(boonma, "เวทีของคุณคือภาคอีสาน")


def test_a_cry_for_help_shows_numbers_that_can_be_tapped(page: Page) -> None:
    boonma = phone(page, 0, "บุญมา")
    says(boonma, "ช่วยด้วย ติดอยู่บนหลังคา")
    hears(boonma, "มีคนติดอยู่กี่คนคะ")
    for number in ("1669", "191", "199", "1784"):
        expect(boonma.locator("[data-action]").get_by_text(f"โทร {number}", exact=True).last).to_be_visible()
    keep_picture(boonma, "danger")
    coordinator = phone(page, 1, "แนน")
    hears(coordinator, "ด่วน มีอันตราย")
    taps(boonma, "1-2 คน")
    hears(boonma, "อยู่ตรงไหนคะ")
    boonma.locator(".message.from-bot [data-action]").get_by_text("ส่งตำแหน่ง", exact=True).last.click()
    page.get_by_test_id("pin-0").click()
    hears(boonma, "มีอะไรเปลี่ยน พิมพ์บอกได้ทันทีค่ะ")
    hears(coordinator, "ดูแผนที่")


def test_the_clock_brings_the_invitation_and_a_tap_answers_it(page: Page) -> None:
    thongsuk = phone(page, 1, "ทองสุข")
    page.get_by_test_id("panel-toggle").click()
    page.get_by_test_id("clock-invite").click()
    hears(thongsuk, "ขอเชิญเวทีฟอรัมภาคอีสาน")
    taps(thongsuk, "ไป")
    hears(thongsuk, "จดแล้วค่ะ ไป 1 คน")
    says(thongsuk, "ไป 2 คนจ้า")
    hears(thongsuk, "จดแล้วค่ะ ไป 2 คน")
