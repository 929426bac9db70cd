"""Sample data: members for rehearsals and benchmarks, and the people of the demo."""

import argparse
import hashlib
from datetime import timedelta
from itertools import cycle, islice
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from bot.commands.common import open_database, print_lines
from models import clock, organisations, people, places, reports, roles, topics
from models.database import Sessions
from models.forums import agenda
from models.forums import forum as forums
from models.people import Person
from models.post import outbox

BATCH = 5000
VILLAGERS = {0xB2: "400708", 0xB6: "400708", 0xB3: "940101", 0xB4: "500101", 0xB5: "104702"}
DUTIES = {
    0xA1: ("leader", "400708"),
    0xA2: ("coordinator", "northeast"),
    0xA3: ("officer", "national"),
    0xA4: ("academic", "national"),
}
TOLD = {
    0xB2: ("ไฟดับทั้งหมู่บ้านตั้งแต่เมื่อคืน", "น้ำประปาไม่ไหลมาสามวันแล้ว"),
    0xB6: ("น้ำประปาไม่ไหลสามวัน ต้องไปขอน้ำวัด",),
    0xB3: ("คลื่นกัดเซาะตลิ่ง ถนนขาดไปครึ่งหนึ่ง",),
    0xB4: ("ควันไฟป่าหนามาก เด็กไอกันทั้งบ้าน",),
    0xB5: ("น้ำรอระบายหน้าชุมชน ขังมาสองวัน",),
}


def add_to(commands: Any) -> None:
    parser = commands.add_parser("seed", help="sample data")
    parser.add_argument("--people", type=int, metavar="N", help="N members who agreed to everything")
    parser.add_argument("--region", choices=places.REGIONS, help="where they live; without it, everywhere")
    parser.set_defaults(does=_seed)


def _seed(given: argparse.Namespace) -> int:
    sessions = open_database()
    if given.people is None:
        seed_demo(sessions)
    else:
        with sessions.begin() as db:
            seed_members(db, given.people, given.region)
    with sessions() as db:
        print_lines([{"people": db.scalar(select(func.count()).select_from(Person))}])
    return 0


def seed_members(db: Session, count: int, region: str | None) -> None:
    """Members spread over the tambons of a region, or of the country."""
    regions = [region] if region else list(places.REGIONS)
    provinces = [code for one in regions for code in places.provinces_of_region(one)]
    homes = cycle([places.tambons_in(places.districts_in(province)[0])[0] for province in provinces])
    have = db.scalar(select(func.count()).select_from(Person)) or 0
    made = (_member(number, home) for number, home in zip(range(have, have + count), homes, strict=False))
    while rows := list(islice(made, BATCH)):
        db.execute(insert(Person), rows)


def _member(number: int, home: str) -> dict[str, Any]:
    return {
        "line_id": "U" + hashlib.md5(f"member {number}".encode(), usedforsecurity=False).hexdigest(),
        "name": f"สมาชิก {number + 1}",
        "language": "th",
        "place": home,
        "province": home[:2],
        "keeping": "yes",
        "invitations": True,
        "photos": True,
        "met_at": clock.now(),
    }


def seed_demo(sessions: Sessions) -> None:
    """The villagers of the demo, who answers for them, what they told, and the Forums to come."""
    with sessions.begin() as db:
        if db.scalar(select(Person.id).limit(1)) is not None:
            return
        for figure, home in VILLAGERS.items():
            person = people.known_by(db, _line_id(figure))
            people.agree(person)
            people.settle(person, home)
            _tell(db, person, TOLD[figure])
        for figure, (role, scope) in DUTIES.items():
            people.agree(roles.grant(db, _line_id(figure), role, scope).person)
            outbox.fetch_name(db, _line_id(figure))
        for rule in forums.rules(db):
            rule.place = PLACES.get(rule.region)
        forums.plan_ahead(db)
        _open_a_forum(db)


def _open_a_forum(db: Session) -> None:
    """One that has just begun, so that the whole way can be walked in a minute: sign in, conclude, publish, do."""
    naen = people.known_by(db, _line_id(0xA2))
    organisations.make(db, "อบต.บัวเงิน", "agency", "400708", naen)
    begun = clock.now().replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
    how = {"topic": "energy.outage", "place": PLACES["northeast"], "state": "held", "invited_at": begun}
    forum = forums.plan_one(db, "situation", "northeast", begun, **how)
    told = reports.of_person(db, people.known_by(db, _line_id(0xB2)).id)
    dark = next(report for report in told if "ไฟ" in report.story)
    agenda.accept(db, forum, dark.issue, naen.id)


PLACES = {"northeast": "หอประชุมเทศบาลเมืองขอนแก่น", "south": "ศาลาประชาคมจังหวัดสงขลา"}


def _line_id(figure: int) -> str:
    return f"U{figure:032x}"


def _tell(db: Session, person: Person, told: tuple[str, ...]) -> None:
    for words in told:
        reading = topics.read(words)
        part = {"kind": "words", "message_id": None, "text": words}
        more = {"topics": reading.topics, "urgency": reading.urgency}
        reports.file(db, person, topics.kind_of_report(words), [part], None, **more)
