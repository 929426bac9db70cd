"""Numbers that people type after a list."""

import pytest

from handlers import spoken


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2", ("", 2)),
        ("๒", ("", 2)),
        ("2)", ("", 2)),
        ("2 ค่ะ", ("", 2)),
        ("ดู 2", ("see_number", 2)),
        ("ดูข้อ 2", None),
        ("ข้อ 12", ("see_number", 12)),
        ("ตอบ2", ("answer_number", 2)),
        ("ไป 2 คน", None),
        ("2 คน", None),
        ("1669", None),
        ("", None),
        ("ดู", None),
    ],
)
def test_a_number_of_a_list(typed: str, meant: tuple[str, int] | None) -> None:
    assert spoken.listed_number(typed) == meant
