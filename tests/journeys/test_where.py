"""Where a trouble is: named, pinned, or only supposed; and what is only supposed is never told as known."""

from sqlalchemy import select

from models.reports import Report
from tests.house import House
from tests.makers import KHON_KAEN, a_leader, a_stranger, a_villager

AT_HOME = "แถวบ้านคุณ ต.น้ำพอง อ.น้ำพอง จ.ขอนแก่น"


def story_in(house: House) -> str:
    with house.sessions() as db:
        return db.scalars(select(Report)).one().story


def test_without_any_place_it_is_said_that_her_home_is_supposed(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับสองวันแล้ว").hears("report.sure").reads(AT_HOME)
    talk.taps("ส่งเรื่องนี้").reads("ที่ ต.น้ำพอง อ.น้ำพอง จ.ขอนแก่น")


def test_who_says_around_my_house_has_told_where(house: House) -> None:
    a_villager(house).says("แถวบ้านไฟดับสองวันแล้ว").reads("ที่ ต.น้ำพอง อ.น้ำพอง จ.ขอนแก่น")
    a_villager(house).says("หมู่ 5 ไฟดับ").reads("ที่ หมู่ 5 ต.น้ำพอง อ.น้ำพอง จ.ขอนแก่น")


def test_a_village_we_do_not_know_is_shown_as_she_named_it(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับบ้านเหล่า").hears("report.sure").reads("ที่ บ้านเหล่า (แถว ต.น้ำพอง ใช่ไหม)").sees("บอกตำแหน่ง")
    talk.taps("ส่งเรื่องนี้").hears("report.filed", "report.wish").reads("ที่ บ้านเหล่า แถว ต.น้ำพอง")
    talk.taps("ติดตามเรื่อง").hears("mine.one").reads("ที่ บ้านเหล่า แถว ต.น้ำพอง")


def test_its_number_is_shown_beside_its_name(house: House) -> None:
    talk = a_villager(house)
    talk.says("น้ำประปาไม่ไหล บ้านหนองแวง หมู่ 4").reads("ที่ หมู่ 4 บ้านหนองแวง (แถว ต.น้ำพอง ใช่ไหม)")


def test_a_pin_makes_sure_where_the_village_is(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับบ้านเหล่า").taps("บอกตำแหน่ง").pins(*KHON_KAEN).hears("report.sure", village=None)
    talk.taps("ส่งเรื่องนี้").reads("อ.เมือง จ.ขอนแก่น")


def test_a_named_tambon_makes_sure_where_the_village_is(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับบ้านเหล่า").says("ต.วังชัยค่ะ").reads("ที่ ต.วังชัย อ.น้ำพอง จ.ขอนแก่น")
    talk.taps("ส่งเรื่องนี้").reads("ที่ ต.วังชัย อ.น้ำพอง จ.ขอนแก่น")


def test_a_village_that_bears_the_name_of_tambons_is_asked_for(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับบ้านเหล่า").taps("บอกตำแหน่ง").says("บ้านเหล่า").hears("place.which").sees("ต.บ้านเหล่า ขอนแก่น")
    talk.taps("ต.บ้านเหล่า ขอนแก่น").hears("report.sure").reads("ที่ ต.บ้านเหล่า อ.บ้านฝาง จ.ขอนแก่น")


def test_a_village_typed_where_the_place_was_asked_is_kept_in_her_words(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับสองวันแล้ว").taps("บอกตำแหน่ง").says("บ้านโคกสว่างค่ะ").hears("report.sure")
    talk.reads("ที่ บ้านโคกสว่าง (แถว ต.น้ำพอง ใช่ไหม)").taps("ส่งเรื่องนี้").reads("ที่ บ้านโคกสว่าง แถว ต.น้ำพอง")
    assert "บ้านโคกสว่าง" in story_in(house)


def test_a_village_typed_for_a_new_home_is_not_the_old_home(house: House) -> None:
    talk = a_villager(house)
    talk.says("ย้ายบ้าน").hears("home.ask").says("บ้านโคกสว่างค่ะ").hears("place.unknown")


def test_a_strangers_village_stands_alone(house: House) -> None:
    talk = a_stranger(house)
    talk.says("ไฟดับบ้านเหล่า").hears("report.sure").reads("ที่ บ้านเหล่า").taps("บอกตำแหน่ง")
    talk.says("บ้านโคกสว่าง").hears("place.unknown").says("อ.น้ำพอง ขอนแก่น").reads("ที่ อ.น้ำพอง จ.ขอนแก่น")


def test_telling_it_anew_forgets_the_village(house: House) -> None:
    talk = a_villager(house)
    talk.says("ไฟดับบ้านเหล่า").taps("แก้เรื่อง").taps("เล่าใหม่").says("ไฟดับสองวันแล้ว").reads(AT_HOME)


def test_who_is_on_duty_reads_the_name_of_the_village(house: House) -> None:
    leader, talk = a_leader(house), a_villager(house)
    talk.says("ช่วยด้วย น้ำท่วมบ้านเหล่า คนติดบนหลังคา").hears("danger.numbers", "danger.trapped")
    leader.reads("ที่ บ้านเหล่า แถว ต.น้ำพอง อ.น้ำพอง จ.ขอนแก่น")
    leader._from = len(house.said)
    talk.pins(*KHON_KAEN)
    leader.reads("อ.เมือง จ.ขอนแก่น")
    talk.says("ที่บ้านโคกสว่างไม่มีใครเหลือแล้ว").hears("danger.noted")
    with house.sessions() as db:
        assert str(db.scalars(select(Report)).one().place).startswith("4001")
