"""Every command and every button of every role, tried by everybody else: refused kindly, and nothing leaks."""

import re
from typing import Any

import pytest

from bot.words import say
from models.powers import POWERS
from tests.house import House
from tests.journeys.everybody import EVERYBODY, somebody
from tests.makers import a_villager, planned_forums
from tests.talk import Talk

# What is typed, and the power that it needs.
COMMANDS = {
    "เช้า": "answer_for",
    "เรื่องในพื้นที่": "see_reports",
    "หน่วยงาน": "answer_for",
    "งานที่ได้รับ": "take_on",
    "ออกรหัส": "give_codes",
    "ฝากงาน": "hand_over",
    "ผูกกลุ่ม": "tie_groups",
    "งานเวที": "plan_forums",
    "จัดเวที": "plan_forums",
    "เลื่อนเวที": "plan_forums",
    "ยกเลิกเวที": "plan_forums",
    "รายละเอียดเวที": "plan_forums",
    "ใครไป": "see_comers",
    "ร่างวาระ": "plan_forums",
    "ตั้งผู้แทน": "name_delegates",
    "เรียกเวทีฉุกเฉิน": "call_emergency",
    "ใครตอบ": "see_comers",
    "เรื่องร่วม": "run_national",
    "สถานการณ์": "run_national",
    "ใครมาแล้ว": "see_comers",
    "ป้ายลงชื่อ": "see_comers",
    "ตั้งเลขา": "plan_forums",
    "ผลเวที": "plan_forums",
    "ประวัติ": "see_reports",
}
A_DRAFT = re.compile(r"/\d+/")
pytestmark = pytest.mark.timeout(180)  # all commands in one house
SECRETS = ("บุญมา", "ท่อนซุงลอยน้ำ", "ถามเรื่องเขื่อน", "ขก-0001", "U0000")


def an_area(house: House) -> None:
    """Something of everything: a report, a question, Forums to come."""
    planned_forums(house)
    talk = a_villager(house, name="บุญมา")
    talk.says("ท่อนซุงลอยน้ำ มาชนสะพาน สะพานพังแล้ว").taps("ส่งเรื่องนี้").taps("ข้าม")
    talk.says("ถามเจ้าหน้าที่").says("ถามเรื่องเขื่อน หน่อยค่ะ").taps("ส่งคำถาม")


def read_by(talk: Talk) -> str:
    return "\n".join(say(one["key"], "th", one["values"]) for one in talk.heard)


def buttons_shown(house: House, command: str) -> list[tuple[str, dict[str, Any]]]:
    """What those with the power can tap after a command: whose it is, and each button once whoever's draft it is."""
    shown: dict[str, tuple[str, dict[str, Any]]] = {}
    for owner in POWERS[COMMANDS[command]]:
        talk = somebody(house, owner)
        talk.says(command)
        for button in house.line.buttons_for(talk.person):
            if button.action["type"] == "postback" and not button.action["data"].startswith("open/"):
                shown.setdefault(A_DRAFT.sub("/", button.action["data"], 1), (owner, button.action))
    return list(shown.values())


def test_a_command_is_for_those_with_its_power_and_for_nobody_else(house: House) -> None:
    an_area(house)
    for command, power in COMMANDS.items():
        for role in EVERYBODY:
            talk = somebody(house, role, arrives=False)
            talk.says(command)
            heard = [message["key"] for message in talk.heard]
            assert (heard == ["work.not_yours"]) == (role not in POWERS[power]), (command, role, heard)
            if role not in POWERS[power]:
                assert not [secret for secret in SECRETS if secret in read_by(talk)]
                assert "open/report" in [choice["does"] for choice in talk.heard[0]["choices"]]


def test_a_button_does_nothing_in_the_hands_of_somebody_else(house: House) -> None:
    an_area(house)
    for command, power in COMMANDS.items():
        for owner, action in buttons_shown(house, command):
            for role in (role for role in EVERYBODY if role not in POWERS[power]):
                talk = somebody(house, role, arrives=False)
                talk.taps_old(action)
                assert not [secret for secret in SECRETS if secret in read_by(talk)], (owner, action, role)
                keys = {message["key"] for message in talk.heard}
                assert keys <= {"work.not_yours", "talk.old_button"}, (owner, action, role, keys)


def test_what_is_offered_is_what_may_be_done(house: House) -> None:
    from handlers.work import WORK

    for role in EVERYBODY:
        talk = somebody(house, role)
        talk.says("งานของฉัน")
        offered = {button.action.get("data") for button in house.line.buttons_for(talk.person)}
        may = {choice.does for power, choice in WORK if role in POWERS[power]}
        assert offered & {choice.does for _, choice in WORK} == may, role


def test_the_centre_reads_no_names(house: House) -> None:
    an_area(house)
    for role in ("officer", "admin"):
        talk = somebody(house, role)
        for command in ("เช้า", "เรื่องในพื้นที่", "คำถาม"):
            talk.says(command)
            assert "บุญมา" not in read_by(talk), command
            for label in [label for label in talk.labels if label.isdecimal()]:
                talk.taps(label)
                assert "บุญมา" not in read_by(talk), (command, label)
