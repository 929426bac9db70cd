"""Somebody of every role, and a villager: who tries what belongs to the others."""

from bot.simulator import Person, an_id
from models import people, roles
from models.powers import ROLES
from tests.house import House
from tests.makers import NAM_PHONG
from tests.talk import Talk

VILLAGER = "villager"
EVERYBODY = (*ROLES, VILLAGER)
SCOPES = {"tambon": NAM_PHONG, "province": "40", "region": "northeast", "national": roles.NATIONAL}


def somebody(house: House, role: str, arrives: bool = True) -> Talk:
    """Somebody with this role alone, who agreed to everything."""
    line_id = an_id("U", 0xD0 + EVERYBODY.index(role))
    house.line.world.people.setdefault(line_id, Person(line_id, f"คน{role}"))
    with house.db() as db:
        person = people.known_by(db, line_id)
        people.agree(person)
        people.settle(person, "500101")
        person.name = "สมหมาย"
        if role != VILLAGER:
            roles.give(db, person, role, SCOPES[ROLES[role]])
    return Talk(house, line_id, arrives=arrives)
