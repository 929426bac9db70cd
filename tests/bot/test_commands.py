"""The command line keeps its contract: one JSON object a line, clear errors, nothing done by looking."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.commands import seeding
from bot.simulator import NAEN
from models import places
from models.issues import STATES
from scheduler.__main__ import main as scheduler
from tests.house import House
from tests.makers import a_stranger, a_villager, planned_forums


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, database_url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    for name in ("LINE_CHANNEL_SECRET", "LINE_CHANNEL_ACCESS_TOKEN", "PORT"):
        monkeypatch.delenv(name, raising=False)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_forums_are_listed_as_the_contract_says(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    planned_forums(house)
    assert main(["forums", "--json"]) == 0
    first = lines(capsys)[0]
    assert {"number", "kind", "region", "state", "at", "invite_at", "rsvp"} <= set(first)
    assert first["rsvp"] == {"going": 0, "people": 0, "not_going": 0}
    assert first["kind"] == "monthly"


def test_reports_are_listed_as_the_contract_says(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    a_villager(house).says("น้ำท่วมบ้านสามหลัง").taps("ส่งเรื่องนี้")
    assert main(["reports", "--json"]) == 0
    report = lines(capsys)[0]
    assert (report["number"], report["kind"], report["province"]) == ("ขก-0001", "trouble", "40")
    assert report["state"] in STATES
    assert report["topics"] == ["disaster.flood"]


def test_a_code_is_printed_alone_and_brings_somebody_in(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["invite", "leader", "--tambon", "400701"]) == 0
    code = capsys.readouterr().out.strip()
    assert re.fullmatch(r"\d{6}", code)
    a_villager(house).says(code).hears("joining.welcome", "joining.phone", scope="400701")
    assert main(["people", "--json"]) == 0
    assert lines(capsys)[0]["roles"] == [{"role": "leader", "scope": "400701"}]


def test_a_persons_data_are_one_document(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วมบ้านสามหลัง").taps("ส่งเรื่องนี้").sends_photos(1)
    talk.says("ถามเจ้าหน้าที่").says("กองทุนเปิดวันไหน").taps("ส่งคำถาม")
    a_villager(house, 0xB4, name="ฉวีวรรณ").says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้")
    assert main(["export", talk.person]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["person"]["line_id"] == talk.person
    assert [report["number"] for report in told["reports"]] == ["ขก-0001"]
    assert [part["kind"] for part in told["reports"][0]["parts"]] == ["words", "photo"]
    assert told["media"][0]["mime"].startswith("image/")
    assert [part["text"] for part in told["questions"][0]["parts"]] == ["กองทุนเปิดวันไหน"]
    assert "น้ำท่วมบ้านสามหลัง" in [heard["event"].get("message", {}).get("text") for heard in told["heard"]]
    assert "ฉวีวรรณ" not in json.dumps(told, ensure_ascii=False)


def test_a_person_is_forgotten(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    talk = a_villager(house)
    talk.says("น้ำท่วมบ้านสามหลัง").taps("ส่งเรื่องนี้")
    assert main(["erase", talk.person]) == 0
    assert lines(capsys)[0]["erased"] == {
        "reports": 1,
        "questions": 0,
        "photos_and_voices": 0,
        "drafts": 1,
        "rsvps": 0,
        "roles": 0,
    }
    assert main(["export", talk.person]) == 0
    assert json.loads(capsys.readouterr().out)["reports"] == []


def test_each_consent_is_exported_with_the_question_as_it_was_read(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = a_stranger(house)
    talk.follows().taps("ตกลง ให้เก็บได้").taps("ไม่ต้องบอก")
    assert main(["export", talk.person]) == 0
    told = json.loads(capsys.readouterr().out)["consents"]
    assert [(one["what"], one["answer"]) for one in told] == [
        ("keeping", "asked"),
        ("keeping", "yes"),
        ("invitations", "asked"),
        ("invitations", "no"),
    ]
    assert "ขอเก็บชื่อไลน์" in told[1]["question"]["th"][0][0]
    assert all(one["at"] and one["wording"] for one in told)


@pytest.mark.parametrize("command", ["export", "erase"])
def test_nobody_is_a_clear_error(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "U" + "9" * 32]) == 2
    assert "is known" in capsys.readouterr().err


def test_the_boxes_are_counted(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    a_villager(house).says("วิธีใช้")
    main(["inbox", "--count"])
    main(["outbox", "--count"])
    heard, said = lines(capsys)
    assert heard == {"stored": 1, "waiting": 0, "set_aside": 0}
    assert set(said) == {"waiting", "sent", "refused"}
    main(["inbox", "--json"])
    main(["outbox", "--json"])
    assert len(lines(capsys)) >= 2


def test_a_role_is_given_shown_and_taken(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grant", NAEN, "coordinator", "--region", "northeast"]) == 0
    assert main(["people", "--json"]) == 0
    assert lines(capsys)[-1]["roles"] == [{"role": "coordinator", "scope": "northeast"}]
    assert main(["revoke", NAEN, "coordinator", "--region", "northeast"]) == 0
    assert main(["revoke", NAEN, "coordinator", "--region", "northeast"]) == 1


@pytest.mark.parametrize(
    "command",
    [
        ["grant", "nobody", "leader", "--tambon", "400701"],
        ["grant", NAEN, "leader"],
        ["invite", "province"],
        ["invite", "leader", "--tambon", "999999"],
        ["grant", NAEN, "leader", "--tambon", "999999"],
        ["grant", NAEN, "province", "--province", "4"],
    ],
)
def test_a_role_that_cannot_be_given_is_a_clear_error(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 2
    assert capsys.readouterr().err


def test_what_is_understood_is_printed_in_order(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["topics", "น้ำท่วมบ้าน"])
    assert lines(capsys)[0]["topics"][0]["kind"] == "flood"
    main(["places", "ต.วังชัย", "อ.น้ำพอง", "จ.ขอนแก่น"])
    found = lines(capsys)[0]
    assert (found["status"], found["province"], found["subdistrict"]) == ("resolved", "40", "400702")
    main(["dates", "20 ส.ค. 2569"])
    assert lines(capsys)[0]["value"] == "2026-08-20"


def test_lines_on_standard_input_are_answered_line_by_line() -> None:
    told = '{"text": "น้ำท่วม"}\n{"text": "สวัสดีค่ะ", "home": null, "ref": null}\n'
    command = [sys.executable, "-m", "bot", "topics", "--jsonl"]
    done = subprocess.run(command, input=told, capture_output=True, text=True, timeout=60, check=True)
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["is_report"]
    assert not second["is_report"]


def test_lines_that_are_no_json_are_a_clear_error() -> None:
    command = [sys.executable, "-m", "bot", "places", "--jsonl"]
    done = subprocess.run(
        command, input="{nonsense\n", capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, "line 1" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("name", "value", "command"),
    [
        ("PORT", "eighty", ["migrate"]),
        ("DATABASE_URL", "mysql://x", ["migrate"]),
        ("PUBLIC_URL", "forum", ["forums"]),
        ("LINE_CHANNEL_SECRET", "", ["web"]),
        ("LINE_CHANNEL_ACCESS_TOKEN", "", ["work"]),
    ],
)
def test_a_wrong_setting_names_its_variable(
    name: str,
    value: str,
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(name, value)
    assert main(command) == 2
    assert name in capsys.readouterr().err


def test_the_scheduler_does_all_that_is_due_at_a_moment_and_no_more(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    planned_forums(house)
    talk = a_villager(house)
    monkeypatch.setenv("LINE_CHANNEL_ACCESS_TOKEN", "token")
    monkeypatch.setenv("LINE_API_URL", house.line.url)
    monkeypatch.setenv("LINE_DATA_API_URL", house.line.url)
    assert scheduler(["--at", "2026-08-06T08:59"]) == 0
    assert house.line.heard_by(talk.person) == []
    assert scheduler(["--at", "2026-08-06T09:00", "--dry-run"]) == 0
    assert "forum.invitation" in capsys.readouterr().out
    assert house.line.heard_by(talk.person) == []
    for _ in range(2):
        assert scheduler(["--at", "2026-08-06T09:00"]) == 0
    assert len(house.line.heard_by(talk.person)) == 1


def test_a_moment_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        scheduler(["--at", "2026-02-31T09:00"])
    assert "2026-02-31" in capsys.readouterr().err


def test_a_forum_is_moved_and_cancelled_from_the_command_line(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    planned_forums(house)
    number = "northeast-2569-08"
    assert (
        main(["forums", "--json", "--number", number, "--move", "2026-08-27T13:00", "--place", "วัดใหม่"]) == 0
    )
    moved = next(line for line in lines(capsys) if line["number"] == number)
    assert (moved["at"], moved["place"]) == ("2026-08-27T13:00:00+07:00", "วัดใหม่")
    assert main(["forums", "--json", "--number", number, "--cancel"]) == 0
    assert next(line for line in lines(capsys) if line["number"] == number)["state"] == "cancelled"
    assert main(["forums", "--number", "nowhere-1"]) == 1


def test_the_people_of_the_demo_live_where_there_are_places() -> None:
    assert [home for home in seeding.VILLAGERS.values() if not places.exists(home)] == []


def test_members_are_seeded_for_rehearsals(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["seed", "--people", "50", "--region", "south"]) == 0
    assert lines(capsys)[0] == {"people": 50}


def test_a_backup_is_one_file(tmp_path: Path, house: House) -> None:
    a_villager(house)
    assert main(["backup", str(tmp_path / "copy")]) == 0
    assert (tmp_path / "copy").stat().st_size > 1000
