"""People, reports and Forums with good defaults, and no magic."""

from bot.simulator import BOONMA, NAEN, SOMCHAI, Person, an_id
from models import people, roles
from models.forums import forum as forums
from models.forums.forum import Forum
from tests.house import House
from tests.talk import Talk

NAM_PHONG = "400701"  # a tambon of อ.น้ำพอง จ.ขอนแก่น
KHON_KAEN, HAT_YAI = (16.432, 102.823), (7.008, 100.474)


def a_stranger(house: House) -> Talk:
    return Talk(house, BOONMA)


def a_villager(house: House, figure: int = 0xB1, home: str = NAM_PHONG, name: str = "บุญมา") -> Talk:
    """Somebody who agreed and told us where home is."""
    line_id = an_id("U", figure)
    if line_id not in house.line.world.people:
        house.line.world.add_person(Person(line_id, name))
    with house.db() as db:
        person = people.known_by(db, line_id)
        people.agree(person)
        people.settle(person, home)
        person.name = name
    return Talk(house, line_id)


def a_coordinator(house: House, region: str = "northeast") -> Talk:
    with house.db() as db:
        roles.grant(db, NAEN, "coordinator", region).person.name = "แนน"
    return Talk(house, NAEN)


def a_leader(house: House, scope: str = NAM_PHONG, role: str = "leader") -> Talk:
    with house.db() as db:
        roles.grant(db, SOMCHAI, role, scope).person.name = "สมชาย"
    return Talk(house, SOMCHAI)


def planned_forums(house: House, hall: str | None = "หอประชุมอำเภอน้ำพอง") -> None:
    with house.db() as db:
        for rule in forums.rules(db):
            rule.place = hall
        forums.plan_ahead(db)


def the_forum(house: House, region: str = "northeast") -> Forum:
    with house.db() as db:
        found = forums.next_in(db, region)
        assert found is not None
        return found
