"""Conversations in a LINE group, to be walked from end to end."""

from collections.abc import Callable

from bot.simulator import BOONMA, SOMCHAI, VILLAGE, Group, an_id
from models import codes, groups, people
from tests.house import House
from tests.makers import NAM_PHONG, a_leader, a_villager, planned_forums, the_forum


def joins(house: House) -> None:
    house.line.joins_group(VILLAGE)
    house.settle()


def in_group(house: House, text: str, who: str = BOONMA) -> None:
    house.line.says(who, text, group=VILLAGE)
    house.settle()


def taps(house: House, label: str) -> None:
    house.line.taps_label(BOONMA, label, group=VILLAGE)
    house.settle()


def a_tied_group(house: House, place: str = NAM_PHONG, by_code: bool = False) -> None:
    """A village group that was greeted and has said where it is; with a code, by its leader."""
    joins(house)
    if by_code:
        a_leader(house, place)
        with house.db() as db:
            code = codes.make(db, codes.TIE, place, people.known_by(db, SOMCHAI))
        in_group(house, f"ฟอรัม ผูก {code.code}", SOMCHAI)
        return
    with house.db() as db:
        groups.tie(groups.known_by(db, VILLAGE), place)


def several_tied_groups(house: House, count: int = 3, place: str = NAM_PHONG) -> list[str]:
    """Villages whose groups speak for one place; the later ones are larger."""
    villages = [an_id("C", 0xD0 + nth) for nth in range(count)]
    with house.db() as db:
        for nth, village in enumerate(villages, 1):
            neighbours = [an_id("U", 0xD00 + 0x10 * nth + figure) for figure in range(nth)]
            house.line.world.add_group(Group(village, f"หมู่ {nth}", neighbours))
            group = groups.known_by(db, village)
            groups.tie(group, place)
            group.members = nth
    return villages


def a_group_and_its_area(house: House) -> None:
    joins(house)
    for label in ("อีสาน", "ถัดไป", "เลือกที่อื่น", "อีสาน", "ขอนแก่น", "น้ำพอง", "ทั้งอำเภอ"):
        taps(house, label)
    for word in ("พื้นที่", "วิธีใช้", "ผูก", "ผูก 123456", "แจ้งเรื่อง", "ใครไป", "เวทีครั้งหน้า"):
        in_group(house, f"ฟอรัม {word}")
    in_group(house, "ฟอรัม ช่วยด้วย")


def a_group_and_a_forum(house: House) -> None:
    planned_forums(house)
    a_tied_group(house, by_code=True)
    for word in ("เวทีครั้งหน้า", "ประกาศ", "ใครไป", "พื้นที่"):
        in_group(house, f"ฟอรัม {word}")
    neighbour = a_villager(house)
    neighbour.says(f"ไปเวที {the_forum(house).id}").says(f"ไม่ไปเวที {the_forum(house).id}")
    leader = a_leader(house)
    leader.says("ผูกกลุ่ม").taps("ผูกอีกกลุ่ม").says(leader.heard[-1]["values"]["code"])


GROUP_WALKS: tuple[Callable[[House], object], ...] = (a_group_and_its_area, a_group_and_a_forum)
