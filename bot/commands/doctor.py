"""Looks a real channel and this machine over, with advice for what is wrong."""

import argparse
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from bot.commands.common import Wrong
from bot.doctor import Case, Finding, examine
from bot.doctor.findings import LOOK, OK, SKIPPED, WARNING, WRONG

MARKS = {OK: "ok", WARNING: "warning", WRONG: "WRONG", LOOK: "look", SKIPPED: "skipped"}


def add_to(commands: Any) -> None:
    parser = commands.add_parser("doctor", help="check the channel and this machine, with advice")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--env", type=Path, metavar="FILE", help="settings, one NAME=value a line")
    parser.set_defaults(does=_doctor)


def _doctor(given: argparse.Namespace) -> int:
    case = Case({**os.environ, **(read_env(given.env) if given.env else {})})
    show, states = as_json if given.json else as_text, Counter[str]()
    try:
        for name, finding in examine(case):
            print(show(name, finding), flush=True)
            states[finding.state] += 1
    finally:
        case.close()
    if not given.json:
        print(
            f"\n{states[WRONG]} wrong, {states[WARNING]} to think about, {states[LOOK]} to look at yourself"
        )
    return 1 if states[WRONG] else 0


def as_json(name: str, finding: Finding) -> str:
    told = {"check": name, "state": finding.state, "found": finding.found, "advice": " ".join(finding.advice)}
    return json.dumps(told, ensure_ascii=False)


def as_text(name: str, finding: Finding) -> str:
    first = f"{MARKS[finding.state]:<8} {name:<18} {finding.found}"
    return "\n".join([first, *(f"{'':<11}{line}" for line in finding.advice)])


def read_env(file: Path) -> dict[str, str]:
    """The file systemd reads: one NAME=value a line, with or without quotes."""
    try:
        rows = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Wrong(f"{file} cannot be read: {error}") from error
    pairs = (row.split("=", 1) for row in map(str.strip, rows) if "=" in row and row[0] not in "#;")
    return {name.strip(): _bare(value.strip()) for name, value in pairs}


def _bare(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
