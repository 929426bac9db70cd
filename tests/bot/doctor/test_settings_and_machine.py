"""What can be wrong with the settings and with the machine itself."""

import sys
import zoneinfo
from pathlib import Path

import pytest
from PIL import features

from bot.doctor import machine
from bot.doctor.findings import OK, SKIPPED, WARNING, WRONG
from bot.papers import letters
from tests.bot.doctor.clinic import SECRET, Clinic

GB = 1024**3


WRONG_SETTINGS = (  # variable, value, check, what is found, what to do
    ("LINE_CHANNEL_SECRET", "", "channel secret", "is not set", "Basic settings > Channel secret"),
    ("LINE_CHANNEL_SECRET", "my-secret", "channel secret", "not the shape", "32 characters"),
    ("LINE_CHANNEL_SECRET", SECRET.upper(), "channel secret", "not the shape", "0-9 and a-f"),
    ("LINE_CHANNEL_SECRET", ",".join([SECRET] * 3), "channel secret", "not the shape", "Two may"),
    ("SECRET_KEY", "", "secret key", "is not set", "secrets.token_hex"),
    ("SECRET_KEY", "forum", "secret key", "only 5 characters", "at least 32"),
    ("ORG_CONTACT", " ", "contact", "is not set", "e-mail address or a telephone"),
    ("PUBLIC_URL", "", "public address", "http://127.0.0.1:8000", "Set PUBLIC_URL"),
    ("PUBLIC_URL", "https://localhost", "public address", "this machine alone", "Set PUBLIC_URL"),
    ("PUBLIC_URL", "https://192.168.1.7", "public address", "this machine alone", "people's telephones"),
    ("PUBLIC_URL", "https://server.lan", "public address", "this machine alone", "Set PUBLIC_URL"),
    ("PUBLIC_URL", "http://forum.example.org", "public address", "not begin with https", "Caddy"),
    ("PORT", "eighty", "settings", "PORT must be a number", "docs/running.md"),
    (
        "PUBLIC_URL",
        "https://[forum",
        "settings",
        "PUBLIC_URL must be a web address",
        "start the bot again",
    ),
    ("DATABASE_URL", "mysql://forum", "settings", "DATABASE_URL must begin with", "/etc/forum.env"),
)


def test_a_setting_that_is_wrong_is_named(clinic: Clinic) -> None:
    right = dict(clinic.env)
    for variable, value, check, found, advice in WRONG_SETTINGS:
        clinic.env = {**right, variable: value}
        finding = clinic.finds(check)
        assert finding.state == WRONG, (variable, value)
        assert found in finding.found
        assert advice in " ".join(finding.advice)


def test_two_secrets_may_stand_while_one_is_changed(clinic: Clinic) -> None:
    clinic.env["LINE_CHANNEL_SECRET"] = f"{SECRET},{'f' * 32}"
    finding = clinic.finds("channel secret")
    assert (finding.state, finding.found) == (OK, "two, while it is being changed")


def test_every_wrong_variable_is_named_and_what_does_not_need_it_is_looked_at(clinic: Clinic) -> None:
    clinic.env.update(PORT="x", DATABASE_URL="mysql://x", LINE_API_URL="line")
    looked_at = clinic.looked_at()
    assert all(name in looked_at["settings"].found for name in ("PORT", "DATABASE_URL", "LINE_API_URL"))
    for check in ("disk", "database", "tables", "people on duty", "token", "webhook URL"):
        assert looked_at[check].state == SKIPPED, check
    for check in ("contact", "memory", "certificate", "web server"):
        assert looked_at[check].state == OK, check


@pytest.mark.parametrize(("free", "state"), [(150, WRONG), (700, WARNING), (1100, OK)])
def test_a_disk_that_fills_is_told_in_time(clinic: Clinic, free: int, state: str) -> None:
    finding = clinic.finds("disk", free_on=lambda folder: free * 1024**2)
    assert finding.state == state
    assert finding.found.startswith("1.1 GB" if state == OK else f"{free} MB")
    assert ("Make room" in " ".join(finding.advice)) == (state != OK)


def test_the_disk_is_the_one_the_database_lies_on(clinic: Clinic, tmp_path: Path) -> None:
    clinic.env["DATABASE_URL"] = f"sqlite:///{tmp_path}/not/yet/forum.db"
    assert clinic.finds("disk", free_on=lambda folder: GB if folder == tmp_path else 0).state == OK


def test_little_memory_is_told(clinic: Clinic, tmp_path: Path, nowhere: Path) -> None:
    told = tmp_path / "meminfo"
    told.write_text("MemTotal: 500000 kB\nMemAvailable:  102400 kB\n", encoding="ascii")
    finding = clinic.finds("memory", memory=told)
    assert (finding.state, finding.found) == (WARNING, "100 MB free")
    assert "350 MB" in " ".join(finding.advice)
    assert clinic.finds("memory", memory=nowhere).state == SKIPPED


def test_an_old_python_is_told(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "RUNNING", (3, 10, 12))
    finding = clinic.finds("Python")
    assert (finding.state, finding.found) == (WRONG, "3.10.12")
    assert "Python 3.11 or newer" in " ".join(finding.advice)


def test_a_machine_without_time_zones_is_told(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tzdata", None)
    zoneinfo.reset_tzpath(to=())
    try:
        finding = clinic.finds("time zone")
    finally:
        zoneinfo.reset_tzpath()
    assert (finding.state, "tzdata" in " ".join(finding.advice)) == (WRONG, True)


def test_letters_that_are_missing_are_told(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, nowhere: Path
) -> None:
    monkeypatch.setattr(letters, "FONTS", nowhere)
    letters.letters.cache_clear()
    finding = clinic.finds("letters")
    assert (finding.state, "fontpkg-sarabun" in " ".join(finding.advice)) == (WRONG, True)


def test_letters_that_nobody_shapes_are_told(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda feature: feature != "raqm")
    finding = clinic.finds("letters")
    assert (finding.state, "apt install libfribidi0" in " ".join(finding.advice)) == (WARNING, True)
