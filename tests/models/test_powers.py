"""What each role may see and do, row by row, with every other role refused."""

import pytest

from models import roles
from models.powers import GIVES, LEVELS, POWERS, ROLES
from tests.house import House

SCOPES = {
    "tambon": "400701",
    "district": "4007",
    "province": "40",
    "region": "northeast",
    "national": roles.NATIONAL,
}
ELSEWHERE = {"tambon": "400702", "province": "41", "region": "south"}
LINE_ID = "U" + "5" * 32


@pytest.mark.parametrize("power", sorted(POWERS))
@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_power_belongs_to_its_roles_and_to_no_other(house: House, role: str, power: str) -> None:
    with house.db() as db:
        person = roles.grant(db, LINE_ID, role, SCOPES[ROLES[role]]).person
        assert roles.may(db, person, power, SCOPES["tambon"]) == (role in POWERS[power])


@pytest.mark.parametrize("level", sorted(ELSEWHERE))
def test_a_power_ends_where_its_scope_ends(house: House, level: str) -> None:
    holder = {"tambon": "leader", "province": "province", "region": "coordinator"}[level]
    with house.db() as db:
        person = roles.grant(db, LINE_ID, holder, SCOPES[level]).person
        assert roles.may(db, person, "see_reports", SCOPES[level])
        assert not roles.may(db, person, "see_reports", ELSEWHERE[level])
        assert not roles.may(db, person, "see_reports", roles.NATIONAL)


def test_the_whole_country_holds_every_place(house: House) -> None:
    with house.db() as db:
        person = roles.grant(db, LINE_ID, "officer", roles.NATIONAL).person
        assert all(roles.may(db, person, "see_reports", where) for where in SCOPES.values())


def test_somebody_without_a_role_may_nothing(house: House) -> None:
    with house.db() as db:
        person = roles.grant(db, LINE_ID, "leader", "400701").person
        roles.revoke(db, person, "leader", "400701")
        assert not [power for power in POWERS if roles.may(db, person, power, "400701")]


def test_codes_lead_only_into_roles_below_ones_own() -> None:
    width = {role: LEVELS.index(level) for role, level in ROLES.items()}
    assert set(GIVES) == set(POWERS["give_codes"])
    for giver, given in GIVES.items():
        guests = {"partner", "academic"}
        assert giver == "admin" or all(width[role] < width[giver] for role in set(given) - guests)
