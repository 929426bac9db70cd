"""Pages anybody may open: readable, in both languages, and true to the code."""

from dataclasses import replace

from werkzeug.test import Client

from bot.app import create_app
from bot.words import say
from models import consents
from tests.house import House
from tests.makers import a_stranger


def a_browser(house: House, **settings: str) -> Client:
    return Client(create_app(replace(house.settings, **settings), house.engine))  # type: ignore[arg-type]


def test_privacy_names_who_keeps_what_and_for_how_long(house: House) -> None:
    read = a_browser(house, organisation="มูลนิธิทดลอง", contact="โทร 02 123 4567").get("/privacy")
    text = read.text
    assert read.status_code == 200
    assert "มูลนิธิทดลอง" in text
    assert "โทร 02 123 4567" in text
    assert f"ภายใน {consents.SILENCE_IS_NO.days} วัน" in text
    assert "มาตรา 19" in text
    assert "<script" not in text


def test_what_the_chat_says_of_silence_is_what_is_done() -> None:
    for language, days in (("th", "{} วัน"), ("en", "{} days")):
        assert days.format(consents.SILENCE_IS_NO.days) in say("consent.more", language, {})


def test_privacy_is_read_in_english_too(house: House) -> None:
    text = a_browser(house).get("/privacy?lang=en").text
    assert "section 24 (2)" in text
    assert 'lang="en"' in text
    assert "ภาษาไทย" in text


def test_a_language_nobody_speaks_is_answered_in_thai(house: House) -> None:
    assert say("privacy.title", "th", {}) in a_browser(house).get("/privacy?lang=../../etc").text


def test_without_a_contact_the_page_says_so(house: House) -> None:
    assert say("privacy.no_contact", "th", {}) in a_browser(house, contact="").get("/privacy").text


def test_what_operators_write_cannot_break_the_page(house: House) -> None:
    assert "<b>x" not in a_browser(house, organisation="<b>x").get("/privacy").text


def test_the_chat_leads_to_the_page(house: House) -> None:
    talk = a_stranger(house)
    talk.follows().taps("อ่านก่อน").hears("consent.more").sees("อ่านทั้งหมด")
    address = talk.button("อ่านทั้งหมด")["uri"]
    assert address == f"{house.settings.public_url}/privacy"
    talk.says("english")
    talk.says("my data")
    assert talk.button("Read it all")["uri"].endswith("/privacy?lang=en")
