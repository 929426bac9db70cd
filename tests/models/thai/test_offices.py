"""An office is the same however its name is spaced or shortened."""

import pytest

from models.thai import offices


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("อบต. บึงงาม", "องค์การบริหารส่วนตำบลบึงงาม"),
        ("อบต.บึงงาม", "อบต บึงงาม"),
        ("รพ.สต. ท่าเสียว", "โรงพยาบาลส่งเสริมสุขภาพตำบลท่าเสียว"),
        ("กปภ. สาขาน้ำพอง", "การประปาส่วนภูมิภาคสาขาน้ำพอง"),
        ("ประปา เขต ๖", "ประปาเขต 6"),
    ],
)
def test_two_ways_to_write_one_name(one: str, other: str) -> None:
    assert offices.bare(one) == offices.bare(other)


def test_other_names_are_others() -> None:
    names = ("อบต.บึงงาม", "อบจ.บึงงาม", "ทต.บึงงาม", "รพ.บึงงาม", "รพ.สต.บึงงาม", "บึงงาม", "อบต.บึง")
    assert len(set(map(offices.bare, names))) == len(names)


def test_a_name_is_shortened_to_fit_on_a_button() -> None:
    assert offices.short("องค์การบริหารส่วนตำบลบึงงาม") == "อบต.บึงงาม"
    assert offices.short("กลุ่มออมทรัพย์  บ้านโนน") == "กลุ่มออมทรัพย์ บ้านโนน"
