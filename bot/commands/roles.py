"""Who answers for what: give a role, take it away."""

import argparse
import re
from typing import Any

from sqlalchemy import delete

from bot.commands.common import Wrong, open_database, print_lines
from models import people, places
from models.people import ROLES, Role
from models.post import outbox

LINE_ID = re.compile(r"U[0-9a-f]{32}")


def add_to(commands: Any) -> None:
    for name, does in (("grant", _grant), ("revoke", _revoke)):
        parser = commands.add_parser(name, help=f"{name} a role over a tambon, a province or a region")
        parser.add_argument("line_id", metavar="LINE_USER_ID")
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
        held = people.grant(db, given.line_id, given.role, scope_of(given))
        outbox.fetch_name(db, given.line_id)
        print_lines([{"line_id": given.line_id, "role": held.role, "scope": held.scope}])
    return 0


def _revoke(given: argparse.Namespace) -> int:
    scope = scope_of(given)
    with open_database().begin() as db:
        person = people.known_by(db, given.line_id)
        same = (Role.person_id == person.id, Role.role == given.role, Role.scope == scope)
        taken = db.execute(delete(Role).where(*same)).rowcount  # type: ignore[attr-defined]
    print_lines([{"line_id": given.line_id, "role": given.role, "scope": scope, "revoked": bool(taken)}])
    return 0 if taken else 1
