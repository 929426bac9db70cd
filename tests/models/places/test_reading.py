"""The place that a villager's text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evaluation.lists import of_places
from models.places import exists, full_name, in_text, name
from models.places.gazetteer import codes
from models.topics.learning import sentences
from tests.models.places import lists
from tests.models.places.lists import is_in_a_wrong_province, is_right, read, utterances

FLOORS = [("places.jsonl", 151), ("more.jsonl", 210)]
OTHERS = lists.HERE / "others.jsonl"  # by another author, with no more than status and codes


@pytest.mark.parametrize(("file", "floor"), FLOORS)
def test_most_utterances_are_understood_exactly(file: str, floor: int) -> None:
    missed = [wanted["text"] for wanted in utterances(file) if not is_right(wanted, read(wanted))]
    right = sum(1 for _ in utterances(file)) - len(missed)
    assert right >= floor, missed


@pytest.mark.parametrize(("file", "_floor"), FLOORS)
def test_none_is_sent_to_a_wrong_province(file: str, _floor: int) -> None:
    assert [w["text"] for w in utterances(file) if is_in_a_wrong_province(w, read(w))] == []


def test_places_by_another_author() -> None:
    read_of_others = of_places(sentences.load(OTHERS))
    assert read_of_others["right"] >= 0.98
    assert read_of_others["wrongly sure"] == 0


def test_what_is_named_in_full_is_read_back_wherever_it_lies() -> None:
    tambons = [code for code in codes() if len(code) == 6][::17]
    lost = [full_name(code) for code in tambons if in_text(f"น้ำท่วม {full_name(code, 3)} ครับ").code != code]
    assert lost == []


def test_a_marked_tambon_in_the_home_district_needs_no_more() -> None:
    tambons = [code for code in codes() if len(code) == 6][::19]
    strange = [code for code in tambons if in_text(f"ไฟดับ ต.{name(code)} ค่ะ", home=code[:4]).code != code]
    assert strange == []


@pytest.mark.parametrize(
    "text",
    [
        "น้ำท่วมบ้าน",
        "ไฟดับทั้งหมู่บ้าน",
        "คนแก่ติดเตียง",
        "ขอนแก่นสาร",
        "สวัสดีค่ะ",
        "ไป 2 คน",
        "",
        "   ",
        "น้ำขุ่นมาก",
        "เสาไฟพังโคน",
        "เกือบตลอดทาง",
        "แจ้งทาง อบต และ เขต แล้ว",
        "ตำบลและอำเภอไม่ช่วยเลย",
        "อบต.ควรมาดู",
        "ปลูกบ้านใหม่",
    ],
)
def test_plain_troubles_name_no_place(text: str) -> None:
    assert in_text(text).status == "none"


@pytest.mark.parametrize(
    "text",
    [
        "ถนนลาดพร้าวรถติด",
        "ซอยลาดพร้าว 71 น้ำท่วม",
        "แถวลาดพร้าว 101 ไฟดับ",
        "แยกบางนามืดมาก",
        "สะพานพระราม 8",
        "ถนนบางนาตราดเป็นหลุม",
        "ถนนสุพรรณบุรี-บางบัวทองพัง",
        "ทางหลวงเชียงใหม่ - ลำปาง ปิด",
        "โรงเรียนวัดหลักสี่",
        "แม่น้ำน่านเน่า",
        "ลุงสุรินทร์ล้ม",
    ],
)
def test_roads_rivers_and_people_are_no_places(text: str) -> None:
    assert in_text(text).status == "none"


def test_an_explicit_place_beats_the_home() -> None:
    assert in_text("น้ำท่วมที่หาดใหญ่", home="400702").code == "9011"


def test_around_here_means_home_when_home_is_known() -> None:
    assert in_text("แถวบ้านน้ำขึ้นแล้ว", home="400702").code == "400702"
    assert in_text("แถวบ้านน้ำขึ้นแล้ว").status == "none"


def test_a_bare_tambon_counts_only_beside_its_district_or_at_home() -> None:
    assert in_text("น้ำท่วมวังชัย").status == "none"
    assert in_text("น้ำท่วมวังชัย น้ำพอง").code == "400702"
    assert in_text("น้ำท่วมวังชัย", home="4007").code == "400702"


def test_a_postcode_tells_namesakes_apart() -> None:
    assert in_text("ต.ท่าข้าม 90110").code == "901113"


def test_old_khwaeng_names_lead_to_what_they_became() -> None:
    assert in_text("แขวงบางนา น้ำขัง").code == "1047"


def test_a_school_year_is_no_village_number() -> None:
    assert in_text("ลูกเรียน ม.5 ต.วังชัย อ.น้ำพอง").moo is None
    assert in_text("บ้านเลขที่ 55/2 ม.4 ต.วังชัย อ.น้ำพอง").moo == 4


def test_offices_named_side_by_side_are_no_tambon() -> None:
    assert in_text("แจ้ง กทม. และ เขต แล้ว").code == "10"
    assert in_text("อำเภอสอง แพร่").code == "5406"
    assert in_text("ต.และ อ.ทุ่งช้าง").code == "550803"


def test_two_village_numbers_are_none() -> None:
    assert in_text("หมู่ 4 กับหมู่ 5 ต.วังชัย อ.น้ำพอง").moo is None


@given(st.text(alphabet="กขคงจชตถทนบปพมยรลวสหอะาิีึืุูเแโใไ่้๊๋์ ำ.0123456789๑๒ฯ-/()az\n", max_size=80))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = in_text(text, home="4007")
    assert found.status in {"resolved", "ambiguous", "none", "multiple"}
    assert found.code is None or exists(found.code)
    assert all(map(exists, found.candidates))
