"""In a group the bot greets once, and answers only when it is called by name."""

from sqlalchemy import func, select

from bot.simulator import BOONMA, VILLAGE
from models.people import Person
from models.post.inbox import Event
from tests.house import House
from tests.makers import planned_forums


def test_a_group_is_greeted_once_and_told_when_the_forums_are(house: House) -> None:
    planned_forums(house)
    house.line.joins_group(VILLAGE)
    house.settle()
    house.line.says(BOONMA, "ฟอรัม เวทีครั้งหน้า", group=VILLAGE)
    house.settle()
    house.line.says(BOONMA, "ฟอรัม", group=VILLAGE)
    house.settle()
    assert house.keys_to(VILLAGE) == ["group.hello", "group.dates", "group.help"]


def test_what_is_not_addressed_to_the_bot_is_not_even_stored(house: House) -> None:
    house.line.says(BOONMA, "น้ำท่วมบ้านแล้ว ช่วยด้วย", group=VILLAGE)
    house.settle()
    with house.sessions() as db:
        assert db.scalar(select(func.count()).select_from(Event)) == 0
    assert house.keys_to(VILLAGE) == []


def test_somebody_line_does_not_name_becomes_nobody_we_keep(house: House) -> None:
    event = {
        "type": "message",
        "mode": "active",
        "timestamp": 1785722400000,
        "source": {"type": "group", "groupId": VILLAGE},
        "webhookEventId": "01NAMELESS",
        "replyToken": "none",
        "message": {"type": "text", "id": "7", "text": "ฟอรัม"},
    }
    house.line.delivers(event)
    house.settle()
    assert house.keys_to(VILLAGE) == ["group.help"]
    with house.sessions() as db:
        assert db.scalar(select(func.count()).select_from(Person)) == 0


def test_a_group_never_hears_what_belongs_to_one_person(house: House) -> None:
    house.line.says(BOONMA, "ฟอรัม ติดตามเรื่อง", group=VILLAGE)
    house.settle()
    assert house.keys_to(VILLAGE) == ["group.help"]
    assert house.keys_to(BOONMA) == []
