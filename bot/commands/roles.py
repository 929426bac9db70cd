"""Who answers for what: give a role, take it away."""

import argparse
import re
import sys
from collections.abc import Callable
from typing import Any

from bot.commands.common import Wrong, open_database, print_lines
from models import codes, people, places, roles
from models.post import menus, outbox
from models.powers import ROLES
from models.thai.calendar import here

LINE_ID = re.compile(r"U[0-9a-f]{32}")


def add_to(commands: Any) -> None:
    for name, does in (("grant", _grant), ("revoke", _revoke)):
        parser = commands.add_parser(name, help=f"{name} a role over a tambon, a province or a region")
        parser.add_argument("line_id", metavar="LINE_USER_ID")
        _ask_role(parser, does)
    invite = commands.add_parser("invite", help="a code of six figures, good for a day, to be typed in chat")
    _ask_role(invite, _invite)


def _ask_role(parser: argparse.ArgumentParser, does: Callable[[argparse.Namespace], int]) -> None:
    parser.add_argument("role", choices=sorted(ROLES))
    parser.add_argument("--tambon", metavar="CODE")
    parser.add_argument("--district", metavar="CODE")
    parser.add_argument("--province", metavar="CODE")
    parser.add_argument("--region", choices=places.REGIONS)
    parser.set_defaults(does=does)


def scope_of(given: argparse.Namespace) -> str:
    """The code or region named; roles of the whole country need none."""
    for level, figures in (("tambon", 6), ("district", 4), ("province", 2)):
        code = getattr(given, level)
        if code:
            if len(code) != figures or not places.exists(code):
                raise Wrong(f"--{level} must be a code of {figures} figures that exists, not {code!r}")
            return str(code)
    if given.region:
        return str(given.region)
    if ROLES[given.role] == "national":
        return "national"
    raise Wrong(f"the role {given.role} needs a scope, such as --{ROLES[given.role]}")


def _grant(given: argparse.Namespace) -> int:
    if not LINE_ID.fullmatch(given.line_id):
        raise Wrong("a LINE user id is a U and 32 characters of 0-9 a-f")
    with open_database().begin() as db:
        held = roles.grant(db, given.line_id, given.role, scope_of(given))
        outbox.fetch_name(db, given.line_id)
        menus.owe(db, held.person)
        print_lines([{"line_id": given.line_id, "role": held.role, "scope": held.scope}])
    return 0


def _revoke(given: argparse.Namespace) -> int:
    scope = scope_of(given)
    with open_database().begin() as db:
        person = people.known_by(db, given.line_id)
        taken = roles.revoke(db, person, given.role, scope)
        menus.owe(db, person)
    print_lines([{"line_id": given.line_id, "role": given.role, "scope": scope, "revoked": taken}])
    return 0 if taken else 1


def _invite(given: argparse.Namespace) -> int:
    with open_database().begin() as db:
        code = codes.make(db, given.role, scope_of(given))
        until = here(code.good_until).isoformat(timespec="minutes")
        print(code.code)
        print(f"{code.role} over {code.scope}, good once and until {until}", file=sys.stderr)
    return 0
