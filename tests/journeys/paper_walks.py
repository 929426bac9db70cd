"""Conversations about papers, to be walked from end to end."""

from collections.abc import Callable

from tests.house import House
from tests.makers import a_coordinator, a_leader, planned_forums


def asking_for_papers(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("เอกสารเวที")
    planned_forums(house)
    naen.says("งานเวที").taps("เอกสารเวที").taps("พฤ. 20 ส.ค.").taps("เอกสารอื่น")
    naen.says("ยกเลิกเวที").taps("พฤ. 20 ส.ค.").says("พายุเข้า ถนนขาด").taps("ยืนยัน")
    naen.taps_old({"type": "postback", "data": f"papers/of/{house_forum(house)}"})
    a_leader(house, "national", "officer").says("เอกสารเวที").taps("ภาคใต้")
    house.time.stands_at("2026-09-02T09:00")
    house.ring()
    a_coordinator(house, "south")
    naen.says("เอกสารเวที").taps("ภาคใต้").taps("พฤ. 17 ก.ย.")


def house_forum(house: House) -> int:
    from models.forums import forum as forums

    with house.db() as db:
        found = forums.by_number(db, "northeast-2569-08")
        assert found is not None
        return found.id


PAPER_WALKS: tuple[Callable[[House], object], ...] = (asking_for_papers,)
