"""Organisations and their people, with good defaults: for chats in which an issue is sent on."""

from bot.simulator import Person, an_id
from models import organisations, people, roles
from models.organisations import Organisation
from tests.house import House
from tests.makers import NAM_PHONG, a_villager
from tests.talk import Talk

WANG_CHAI = "400702"
AGENCY = "อบต.น้ำพอง"
WATERWORKS = "การประปาส่วนภูมิภาค น้ำพอง"


def an_organisation(house: House, name: str = AGENCY, scope: str = NAM_PHONG) -> Organisation:
    with house.db() as db:
        maker = people.known_by(db, an_id("U", 0xF0))
        return organisations.make(db, name, "agency", scope, maker)[0]


def a_partner(house: House, organisation: Organisation, figure: int = 0xB9, name: str = "วิชัย") -> Talk:
    """Somebody who answers for it."""
    line_id = an_id("U", figure)
    house.line.world.people.setdefault(line_id, Person(line_id, name))
    with house.db() as db:
        person = people.known_by(db, line_id)
        people.agree(person)
        people.settle(person, NAM_PHONG)
        person.name = name
        organisations.join(db, organisation, person)
        roles.give(db, person, "partner", organisation.scope)
    return Talk(house, line_id)


def an_issue(
    house: House, words: str = "น้ำประปาไม่ไหล หมู่ 5", figure: int = 0xB7, home: str = NAM_PHONG
) -> str:
    """Somebody brings a trouble; its number."""
    talk = a_villager(house, figure, home, "จันทร์เพ็ญ")
    talk.says(f"แจ้งเรื่อง {words} ครับ").taps("ส่งเรื่องนี้")
    number = talk.number
    for label in ("คนละเรื่อง", "ข้าม"):
        if label in talk.labels:
            talk.taps(label)
    return number
