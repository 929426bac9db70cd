"""Who is there: people with a phone, and the groups they talk in."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Person:
    user_id: str
    name: str
    role: str = ""
    blocked: bool = False


@dataclass
class Group:
    group_id: str
    name: str
    members: list[str] = field(default_factory=list)
    bot_in: bool = True


@dataclass
class Cast:
    people: list[Person]
    groups: list[Group]


def an_id(kind: str, figure: int) -> str:
    """A fixed id of the shape LINE gives: U, C or R and 32 hexadecimal digits."""
    return f"{kind}{figure:032x}"


BOONMA, THONGSUK, FATIMAH = an_id("U", 0xB1), an_id("U", 0xB2), an_id("U", 0xB3)
SOMCHAI, NAEN = an_id("U", 0xA1), an_id("U", 0xA2)
VILLAGE = an_id("C", 0xC1)


def villagers() -> Cast:
    """Five people of one tambon and their group, for a first try."""
    people = [
        Person(BOONMA, "บุญมา", "ชาวบ้าน หมู่ 5"),
        Person(THONGSUK, "ทองสุข", "ชาวบ้าน หมู่ 2"),
        Person(FATIMAH, "ฟาติมะฮ์", "ชาวบ้าน หมู่ 7"),
        Person(SOMCHAI, "สมชาย", "ผู้นำตำบล"),
        Person(NAEN, "แนน", "ผู้ประสานงานภาค"),
    ]
    ids = [person.user_id for person in people[:4]]
    return Cast(people, [Group(VILLAGE, "กลุ่มบ้านท่าเสียว", ids)])


def read_cast(written: str | Path) -> Cast:
    """The cast from a JSON file: {people: [{id, name, role?}], groups: [{id, name, members}]}."""
    told: dict[str, Any] = json.loads(Path(written).read_text(encoding="utf-8"))
    people = [Person(one["id"], one["name"], one.get("role") or "") for one in told.get("people", [])]
    groups = [Group(one["id"], one["name"], list(one.get("members", []))) for one in told.get("groups", [])]
    return Cast(people, groups)
