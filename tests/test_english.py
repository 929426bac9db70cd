"""English is complete, key by key, and nothing of it is Thai."""

import re

import pytest

from bot.line.limits import LABEL, clusters
from bot.words import label, placeholders, say, sentences
from models.post.messages import Message
from tests.cards.examples import EXAMPLES
from tests.house import House
from tests.makers import a_leader, a_villager, planned_forums

TH, EN = sentences("th"), sentences("en")
SAID = sorted(key for key in TH if not key.startswith(("button/", "names.", "page.", "privacy.")))
THAI = re.compile("[ก-๛]+")
OWN_NAME = {"button/main.thai", "language.chosen", "page.other"}  # a language is called by its own name


def test_every_key_is_written_in_english_and_no_other() -> None:
    assert set(TH) - set(EN) == set()
    assert set(EN) - set(TH) == set()


@pytest.mark.parametrize("key", sorted(TH))
def test_it_says_what_the_thai_says(key: str) -> None:
    asked = {name for line in TH[key] for name in placeholders(line)}
    assert {name for line in EN[key] for name in placeholders(line)} == asked
    assert key in OWN_NAME or not THAI.search(" ".join(EN[key]))


@pytest.mark.parametrize("key", sorted(key for key in EN if key.startswith("button/")))
def test_a_label_fits_on_its_button(key: str) -> None:
    assert clusters(EN[key][0]) <= LABEL


@pytest.mark.parametrize("key", SAID)
def test_it_is_no_longer_than_the_thai(key: str) -> None:
    assert len(EN[key]) <= max(4, len(TH[key]))
    assert [line for line in EN[key] if clusters(re.sub(r"{\w+}", "", line)) > 52] == []


@pytest.mark.parametrize("message", EXAMPLES, ids=lambda message: message.key)
def test_what_the_house_says_holds_no_thai_but_what_people_wrote(message: Message) -> None:
    told = " ".join(filter(THAI.search, _texts(message.values)))
    said = say(message.key, "en", message.values)
    labels = [label(choice.says, "en", choice.values) for choice in message.choices if choice.kind != "name"]
    ours = [word for text in (said, *labels) for word in THAI.findall(text) if word not in told]
    assert message.key in OWN_NAME or [word for word in ours if word != "ภาษาไทย"] == []


def _texts(values: object) -> list[str]:
    if isinstance(values, dict):
        return [text for value in values.values() for text in _texts(value)]
    if isinstance(values, (list, tuple)):
        return [text for value in values for text in _texts(value)]
    return [str(values)]


def test_somebody_chooses_english_and_is_answered_in_it(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    talk.says("hello").hears("help.greeting").taps("English").hears("language.chosen").sees(
        "Report a problem"
    )
    shown = house.line.world.menus.seen_by(talk.person)
    assert shown is not None
    assert shown.told["areas"][0]["action"]["label"] == "Report a problem"
    talk.says("น้ำท่วมบ้านสามหลัง").sees("Send this report").taps("Send this report").sees("Skip")
    talk.says("my reports").hears("mine.one")
    talk.says("forum").sees("I will come").taps("I will come").sees("Change my answer")
    talk.says("ช่วยด้วย น้ำถึงคอ").sees("Call 1669", "3-5 people")
    talk.says("how to use").sees("ภาษาไทย").taps("ภาษาไทย").hears("language.chosen").sees("แจ้งเรื่อง")
    assert talk.person not in house.line.world.menus.of_person


def test_english_is_offered_only_to_who_writes_it(house: House) -> None:
    assert "English" not in a_villager(house).says("กขค กขค").labels
    assert "English" in a_villager(house, 0xB4).says("can somebody tell me more").labels


def test_an_invitation_comes_in_the_language_of_each(house: House) -> None:
    planned_forums(house)
    thai, english = a_villager(house, 0xB1), a_villager(house, 0xB4, name="Mary")
    english.says("English")
    house.time.stands_at("2026-08-06T10:00")
    house.ring()
    assert "I will come" in english.labels
    assert "ไป" in thai.labels


def test_whoever_is_on_duty_reads_her_own_language(house: House) -> None:
    leader = a_leader(house)
    leader.says("english")
    a_villager(house).says("ช่วยด้วย น้ำท่วมถึงคอ")
    told = [entry.what for entry in house.line.world.chat(leader.person) if entry.who == "bot"]
    assert "Urgent, danger" in str(told[-1])
