"""Troubles of several regions, an officer and coordinators, for tests of the way to the centre and back."""

from bot.simulator import Person, an_id
from models import people, reports, roles
from models.forums import escalation, resolutions
from models.forums import forum as forums
from models.forums.forum import Forum
from models.issues import Issue
from models.topics import Topic
from tests.house import House
from tests.talk import Talk

HOMES = {  # a tambon of each region
    "northeast": "400701",
    "north": "500101",
    "central_west": "140101",
    "bkk_east": "200101",
    "south": "900101",
}
PRICE = ("energy", "electricity_price")
WATER = ("water", None)
SAID = (
    "ค่าไฟสูบน้ำเข้านาแพงมาก เป็นหนี้กันหมด",
    "หนี้ค่าไฟสูบน้ำ จ่ายไม่ไหวแล้ว",
    "ค่าไฟสูบน้ำขึ้นทุกเดือน ทำนาไม่ได้",
)
COORDINATORS = ("ก้อง", "นุ่น", "ปาน", "ฝน", "เอก")
NAMES = ("บุญมา", "จันทร์เพ็ญ", "ทองใบ", "คำแสน", "สายหยุด", "แก้วตา", "ประดิษฐ์")


def somebody(house: House, figure: int, name: str, home: str | None = None) -> Talk:
    line_id = an_id("U", figure)
    house.line.world.people.setdefault(line_id, Person(line_id, name))
    with house.db() as db:
        person = people.known_by(db, line_id)
        people.agree(person)
        person.name = name
        if home:
            people.settle(person, home)
    return Talk(house, line_id)


def on_duty(house: House, figure: int, name: str, role: str, scope: str) -> Talk:
    talk = somebody(house, figure, name)
    with house.db() as db:
        roles.grant(db, talk.person, role, scope)
    return talk


def an_officer(house: House) -> Talk:
    return on_duty(house, 0x91, "วิทย์", "officer", roles.NATIONAL)


def a_coordinator_of(house: House, region: str) -> Talk:
    nth = list(HOMES).index(region)
    return on_duty(house, 0xA0 + nth, COORDINATORS[nth], "coordinator", region)


def reported(
    house: House,
    region: str,
    nth: int,
    words: str | None = None,
    topic: tuple[str, str | None] = PRICE,
) -> tuple[Talk, str]:
    """The nth villager of a region reports; her talk and her number."""
    home = HOMES[region]
    figure = 0x1000 + 100 * list(HOMES).index(region) + nth
    talk = somebody(house, figure, f"{NAMES[nth % len(NAMES)]} สกุล{figure}", home)
    said = SAID[nth % len(SAID)] if words is None else words
    with house.db() as db:
        person = people.known_by(db, talk.person)
        part = {"kind": "words", "message_id": None, "text": said}
        where = {"code": home, "moo": 5, "lat": 16.4321, "lon": 102.8236}
        topics = [Topic(*topic, 1.0, ())]
        return talk, reports.file(db, person, "trouble", [part], where, topics=topics).number


def shared_by(house: House, topic: tuple[str, str | None] = PRICE, **regions: int) -> dict[str, list[Talk]]:
    """So many people of each region report the same trouble."""
    return {
        region: [reported(house, region, nth, topic=topic)[0] for nth in range(count)]
        for region, count in regions.items()
    }


def raised(house: House) -> list[str]:
    """The job runs; the numbers it gave."""
    with house.db() as db:
        return [issue.number for issue in escalation.raise_shared(db)]


def the_national(house: House) -> Forum:
    with house.db() as db:
        found = escalation.next_forum(db)
        assert found is not None
        return found


def concluded(house: House, *texts: str) -> None:
    """The national Forum concludes something on the newest issue of the nation."""
    national = the_national(house).id
    with house.db() as db:
        issue = db.query(Issue).where(Issue.origin.is_not(None)).order_by(Issue.id.desc()).first()
        assert issue is not None
        forum = forums.by_id(db, str(national))
        for text in texts:
            resolutions.add(db, issue, "policy", text, forum)
