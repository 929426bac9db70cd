"""Conversations at the door of a Forum and after it, to be walked from end to end."""

from collections.abc import Callable

from bot.simulator import SOMCHAI, THONGSUK
from models import facts, people, roles
from models.forums import invitations
from tests.house import House
from tests.journeys.group_walks import a_tied_group, in_group
from tests.journeys.hall import THE_DAY, THE_DAY_AFTER, a_newcomer, cancelled, hers, signed_in, the_hall
from tests.makers import a_coordinator, a_leader, a_villager, planned_forums
from tests.talk import Talk


def signing_in(house: House) -> None:
    forum = the_hall(house, "2026-08-20T05:00")
    talk, new = a_villager(house), a_newcomer(house)
    talk.says("เช็กอิน").says(f"เช็กอิน {forum.check_in}")
    house.time.stands_at(THE_DAY)
    talk.says(f"ลงชื่อเข้าเวที {forum.check_in}").says(f"เช็กอิน {forum.check_in}").taps("ไม่ใช่ฉัน เอาออก")
    talk.taps("ลงชื่อใหม่").says("ลงชื่อ ยายคำ, ตาสี")
    for wrong in range(6):
        talk.says(f"เช็กอิน 1{wrong}")
    new.says(f"ลงชื่อเข้าเวที {forum.check_in}").taps("ตกลง ให้เก็บได้").taps("ข้าม")
    house.time.stands_at("2026-08-20T22:00")
    new.says(f"เช็กอิน {forum.check_in}")
    cancelled(house, "ฝนตกหนัก")
    new.says(f"เช็กอิน {forum.check_in}")


def signing_others_in(house: House) -> None:
    leader = a_leader(house)
    leader.says("ลงชื่อ ยายคำ").says("ใครมาแล้ว").says("ป้ายลงชื่อ")
    planned_forums(house)
    with house.db() as db:
        facts.tell(db, "bot", basic_id="@216ru")
    leader.says("ลงชื่อ ยายคำ")
    house.time.stands_at(THE_DAY)
    leader.says("ใครไป").taps("ป้ายลงชื่อ").says("ลงชื่อ").says("123").says(
        ", ".join(["คำ"] + [f"คน{n}ก" for n in "กข"])
    )
    leader.taps("พิมพ์ชื่อใหม่").says(
        ", ".join("กข" + "คงจฉชซ"[n % 6] + "ดตถท"[n % 4] + "น" * n for n in range(31))
    )
    leader.says("ยายคำ, ตาสี, 9").taps("ยืนยัน").taps("ลงชื่อเพิ่ม").says("ยายคำ").taps("ยืนยัน").taps("ใครมาแล้ว")
    leader.says("มา ยายมี กับตาดำ").taps("ยืนยัน").taps("ลงผิด เอาออก").says("ใครมาแล้ว").taps("รายชื่อ")
    with house.db() as db:
        roles.grant(db, THONGSUK, "officer", roles.NATIONAL)
    officer = Talk(house, THONGSUK)
    officer.says("ลงชื่อ ยายคำ").says("ใครมาแล้ว").says("ป้ายลงชื่อ").says("ตั้งเลขา")
    house.time.stands_at("2026-08-27T09:01")
    leader.taps("ลงชื่อเพิ่ม")


def signing_others_in_by_a_group(house: House) -> None:
    the_hall(house)
    a_tied_group(house)
    a_leader(house)
    for said in (
        "ลงชื่อ ยายคำ, ตาสี, 7",
        "ยืนยัน",
        "มา ยายคำ",
        "ยืนยัน",
        "เอาชื่อออก",
        "ยืนยัน",
        "ประวัติ",
        "ประวัติ กขคงจฉช",
    ):
        in_group(house, f"ฟอรัม {said}", SOMCHAI)
    in_group(house, "ฟอรัม ลงชื่อ ยายคำ")
    with house.db() as db:
        roles.grant(db, SOMCHAI, "officer", roles.NATIONAL)
    in_group(house, "ฟอรัม ประวัติ ต.หนองบัว", SOMCHAI)


def naming_secretaries(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("ตั้งเลขา")
    forum = the_hall(house)
    naen.says("งานเวที").taps("ตั้งเลขา")
    a_leader(house)
    with house.db() as db:
        invitations.answer(db, forum, people.known_by(db, SOMCHAI), "going")
    naen.says("ตั้งเลขา").taps("1 สมชาย").taps("เอาเลขาออก").taps("1 สมชาย").taps("ตั้งอีกคน")


def how_it_was(house: House) -> None:
    naen = a_coordinator(house)
    naen.says("ผลเวที")
    the_hall(house)
    talk, other = signed_in(house, 2)
    house.ring()
    house.time.stands_at(THE_DAY_AFTER)
    house.ring()
    talk.taps("ได้พูด").taps("ยังไม่เข้าใจ").taps("ยังไม่แน่ใจ").taps("แก้คำตอบ").taps("ได้พูดบ้าง")
    other.taps("ข้าม").taps("ข้าม").taps("ข้าม")
    naen.says("ผลเวที")
    a_coordinator(house, "south")
    naen.says("ผลเวที")
    assert hers(house).surveyed_at


def what_an_area_remembers(house: House) -> None:
    leader, villager = a_leader(house), a_villager(house)
    leader.says("ประวัติ").says("ประวัติ ต.วังชัย").says("ประวัติ กขคงจฉช")
    for said in ("น้ำท่วมบ้านสามหลัง ข้าวของเสียหาย", "ไฟดับทั้งหมู่บ้าน"):
        villager.says(said).taps("ส่งเรื่องนี้").says("ข้าม")
    leader.says("ประวัติ").taps("ที่ยังไม่จบ")
    a_leader(house, "400702")
    leader.says("ประวัติ")


DOOR_WALKS: tuple[Callable[[House], object], ...] = (
    signing_in,
    signing_others_in,
    signing_others_in_by_a_group,
    naming_secretaries,
    how_it_was,
    what_an_area_remembers,
)
