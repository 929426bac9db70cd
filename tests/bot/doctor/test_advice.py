"""Every piece of advice is written, is used, is short, and names places and commands that exist."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from bot.doctor import CHECKS, webhook
from bot.doctor.findings import written

FOLDER = Path(str(webhook.__file__)).parent
SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in FOLDER.glob("[a-z]*.py"))
WIDEST = 120
TRIALS = {
    *webhook.BY_REASON.values(),
    *webhook.BY_STATUS.values(),
    *webhook.BY_HUNDREDS.values(),
    "tls",
    "unclear",
}


def used() -> set[str]:
    literal = set(re.findall(r'"([a-z]+\.[a-z_]+)"', SOURCE)) - {"advice.yml"}
    return literal | {f"trial.{trouble}" for trouble in TRIALS}


def test_what_is_advised_is_written_and_what_is_written_is_advised() -> None:
    assert used() == set(written())


@pytest.mark.parametrize("key", sorted(written()))
def test_advice_is_a_line_or_two(key: str) -> None:
    lines = written()[key].splitlines()
    assert 1 <= len(lines) <= 2
    assert max(map(len, lines)) <= WIDEST
    assert written()[key].endswith("\n")


def test_the_commands_it_names_exist() -> None:
    named = set(re.findall(r"python -m bot ([a-z]+)", "".join(written().values())))
    assert named <= {name for names in COMMANDS.values() for name in names}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_check_can_be_found_and_needs_what_comes_before_it(
    check: tuple[str, str, tuple[str, ...]],
) -> None:
    name, look, needs = check
    file, function = look.split(".")
    assert callable(getattr(import_module(f"bot.doctor.{file}"), function))
    before = [known.name for known in CHECKS[: [one.name for one in CHECKS].index(name)]]
    assert [need for need in needs if need not in before and not need.isupper()] == []
