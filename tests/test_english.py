"""English is complete, key by key, and nothing of it is Thai."""

import re

from bot.line.limits import LABEL, clusters
from bot.words import label, placeholders, say, sentences
from models.post.messages import Message
from tests.cards.examples import EXAMPLES
from tests.house import House
from tests.makers import a_leader, a_villager, planned_forums

PAPER = "paper."  # official papers are written in Thai alone
TH = {key: lines for key, lines in sentences("th").items() if not key.startswith(PAPER)}
EN = sentences("en")
SAID = sorted(key for key in TH if not key.startswith(("button/", "names.", "page.", "privacy.")))
THAI = re.compile("[ก-๛]+")
OWN_NAME = {"button/main.thai", "language.chosen", "page.other"}  # a language is called by its own name


def test_every_key_is_written_in_english_and_no_other() -> None:
    assert set(TH) - set(EN) == set()
    assert set(EN) - set(TH) == set()


def test_it_says_what_the_thai_says() -> None:
    asked = {key: set().union(*map(placeholders, lines)) for key, lines in TH.items()}
    assert {key: set().union(*map(placeholders, EN[key])) for key in TH} == asked
    assert [key for key in TH if key not in OWN_NAME and THAI.search(" ".join(EN[key]))] == []


def test_a_label_fits_on_its_button() -> None:
    labels = {key: lines[0] for key, lines in EN.items() if key.startswith("button/")}
    assert {key: said for key, said in labels.items() if clusters(said) > LABEL} == {}


def test_it_is_no_longer_than_the_thai() -> None:
    assert [key for key in SAID if len(EN[key]) > max(4, len(TH[key]))] == []
    lines = [line for key in SAID for line in EN[key]]
    assert [line for line in lines if clusters(re.sub(r"{\w+}", "", line)) > 52] == []


def test_what_the_house_says_holds_no_thai_but_what_people_wrote() -> None:
    thai = {message.key: found for message in EXAMPLES if (found := _thai_of_ours(message))}
    assert {key: words for key, words in thai.items() if key not in OWN_NAME} == {}


def _thai_of_ours(message: Message) -> list[str]:
    told = " ".join(filter(THAI.search, _texts(message.values)))
    said = say(message.key, "en", message.values)
    labels = [label(choice.says, "en", choice.values) for choice in message.choices if choice.kind != "name"]
    found = [word for text in (said, *labels) for word in THAI.findall(text) if word not in told]
    return [word for word in found if word != "ภาษาไทย"]


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
