"""Telephone numbers for somebody in danger."""

import pytest

from models.places import emergency, emergency_numbers


def test_everywhere_the_four_national_numbers_come_in_order() -> None:
    for province in (None, "40", "10"):
        assert [line.number for line in emergency_numbers(province)] == ["1669", "191", "199", "1784"]


def test_every_number_says_what_it_is_for_in_both_languages() -> None:
    assert all(line.label_th and line.label_en for line in emergency_numbers(None))


def test_a_province_adds_replaces_and_hides_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (
        {"province_code": "*", "number": "1669", "label_th": "ก", "label_en": "a", "order": "1"},
        {"province_code": "*", "number": "199", "label_th": "ข", "label_en": "b", "order": "2"},
        {"province_code": "40", "number": "1669", "label_th": "ค", "label_en": "c", "order": "1"},
        {"province_code": "40", "number": "199", "label_th": "", "label_en": "", "order": "2"},
        {"province_code": "40", "number": "000", "label_th": "ง", "label_en": "d", "order": "0"},
    )
    monkeypatch.setattr(emergency, "_lines", lambda: lines)
    emergency_numbers.cache_clear()
    assert [(line.number, line.label_th) for line in emergency_numbers("40")] == [("000", "ง"), ("1669", "ค")]
    assert [line.number for line in emergency_numbers("41")] == ["1669", "199"]
    emergency_numbers.cache_clear()
