"""A healthy house passes; and the doctor as a command, for people and for programs."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.doctor import CHECKS
from bot.doctor.findings import LOOK, OK, SKIPPED, WARNING
from tests.bot.doctor.clinic import Clinic


@pytest.fixture
def clinic(clinic: Clinic) -> Clinic:
    clinic.hang_menus()
    return clinic


@pytest.fixture
def settings(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> Clinic:
    """A healthy house whose settings stand in the environment."""
    for name, value in clinic.env.items():
        monkeypatch.setenv(name, value)
    return clinic


def test_a_healthy_house_passes(clinic: Clinic) -> None:
    looked_at = clinic.looked_at()
    assert {name: finding for name, finding in looked_at.items() if finding.state not in (OK, LOOK)} == {
        "address of LINE": looked_at["address of LINE"]  # it is played here, and that is said
    }
    assert looked_at["address of LINE"].state == WARNING
    assert clinic.line.world.breaches == []


def test_what_line_does_not_tell_is_never_called_well(clinic: Clinic) -> None:
    looked_at = clinic.looked_at()
    assert [name for name, finding in looked_at.items() if finding.state == LOOK] == [
        "group switch",
        "automatic answers",
        "redelivery",
    ]
    assert "Allow bot to join group chats" in " ".join(looked_at["group switch"].advice)


def test_it_prints_a_line_a_check_and_advice_under_what_is_not_well(
    settings: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("ok       token ")] == [
        "ok       token              เวทีชุมชน (@216ru)"
    ]
    heads = [line for line in lines[:-2] if not line.startswith(" ")]
    assert [line[9:27].strip() for line in heads] == [check.name for check in CHECKS]
    after = lines[lines.index(next(line for line in lines if line.startswith("warning"))) + 1]
    assert after.startswith("           On a real channel")
    assert lines[-1] == "0 wrong, 1 to think about, 3 to look at yourself"


def test_programs_read_one_object_a_line(settings: Clinic, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["check"] for row in rows] == [check.name for check in CHECKS]
    assert {tuple(row) for row in rows} == {("check", "state", "found", "advice")}
    assert all(bool(row["advice"]) == (row["state"] != OK) for row in rows)


def test_something_wrong_ends_it_with_1(
    settings: Clinic, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ORG_CONTACT", "")
    assert main(["doctor"]) == 1
    assert (
        "WRONG    contact            ORG_CONTACT is not set\n           Write into" in capsys.readouterr().out
    )


def test_settings_may_stand_in_the_file_that_systemd_reads(
    clinic: Clinic, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in clinic.env:
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "forum.env"
    rows = [
        f'{name}="{value}"' if name == "ORG_CONTACT" else f"{name}={value}"
        for name, value in clinic.env.items()
    ]
    file.write_text("\n".join(["# the bot's", "", *rows, "nonsense"]), encoding="utf-8")
    assert main(["doctor", "--env", str(file)]) == 0
    assert ", pdpa@example.org\n" in capsys.readouterr().out


def test_a_file_of_settings_that_is_not_there_is_a_clear_error(
    nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor", "--env", str(nowhere)]) == 2
    assert f"{nowhere} cannot be read" in capsys.readouterr().err


def test_looking_changes_nothing(clinic: Clinic) -> None:
    before = (
        len(clinic.line.world.menus.all),
        clinic.line.world.webhook_endpoint,
        len(clinic.line.world.entries),
    )
    clinic.looked_at()
    world = clinic.line.world
    assert (len(world.menus.all), world.webhook_endpoint, len(world.entries)) == before
    changing = [
        call["path"]
        for call in world.exchange
        if call["direction"] == "api" and call["method"] not in ("GET",)
    ]
    assert set(changing[changing.index("/v2/bot/channel/webhook/test") :]) == {"/v2/bot/channel/webhook/test"}


def test_a_check_that_breaks_down_keeps_no_other_from_running(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.doctor.duty.people_on_duty", lambda case: 1 / 0)
    looked_at = clinic.looked_at()
    assert "division by zero" in looked_at["people on duty"].found
    assert "a fault of the program" in " ".join(looked_at["people on duty"].advice)
    assert looked_at["Forum places"].state == OK


def test_a_library_that_is_missing_spoils_only_what_uses_it(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "bot.doctor.channel", None)
    looked_at = clinic.looked_at()
    assert "pip install -r requirements.txt" in " ".join(looked_at["token"].advice)
    assert looked_at["menu"].state == SKIPPED
    assert looked_at["web server"].state == OK
