"""Looks a real channel and this machine over. CHECKS: what is looked at, in which order, on one page.

Each check is a function of the file named before the dot; only when its turn comes is that file loaded, so
that a library that is missing spoils no more than the checks which use it.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from bot.doctor.case import Case
from bot.doctor.findings import OK, WARNING, Finding, broken, skipped

__all__ = ["CHECKS", "Case", "Check", "Finding", "examine"]
GOOD_ENOUGH = (OK, WARNING)


class Check(NamedTuple):
    """`needs`: checks that must have gone well before, and variables that must be readable."""

    name: str
    look: str
    needs: tuple[str, ...] = ()


CHECKS = (
    Check("settings", "variables.readable"),
    Check("address of LINE", "variables.line", ("LINE_API_URL", "LINE_DATA_API_URL")),
    Check("channel secret", "variables.secret"),
    Check("secret key", "variables.secret_key"),
    Check("contact", "variables.contact"),
    Check("public address", "variables.public", ("PUBLIC_URL",)),
    Check("Python", "machine.python"),
    Check("time zone", "machine.time_zone"),
    Check("letters", "machine.letters"),
    Check("memory", "machine.memory"),
    Check("disk", "machine.disk", ("DATABASE_URL",)),
    Check("database", "storage.reached", ("DATABASE_URL",)),
    Check("database mode", "storage.mode", ("database",)),
    Check("tables", "storage.current", ("database",)),
    Check("timetable", "storage.timetable", ("tables",)),
    Check("inbox", "boxes.inbox", ("tables",)),
    Check("outbox", "boxes.outbox", ("tables",)),
    Check("people on duty", "duty.people_on_duty", ("tables",)),
    Check("Forum places", "duty.forum_places", ("tables",)),
    Check("token", "channel.token", ("LINE_API_URL",)),
    Check("chat mode", "channel.chat_mode", ("token",)),
    Check("machine clock", "channel.machine_clock", ("token",)),
    Check("messages left", "channel.quota", ("token",)),
    Check("menu", "channel.menu", ("token",)),
    Check("webhook URL", "webhook.endpoint", ("token", "PUBLIC_URL")),
    Check("webhook switch", "webhook.switch", ("token",)),
    Check("certificate", "web.certificate", ("public address",)),
    Check("web server", "web.reached", ("PUBLIC_URL",)),
    Check("LINE's test call", "webhook.trial", ("token", "public address")),
    Check("group switch", "switches.groups"),
    Check("automatic answers", "switches.automatic_answers"),
    Check("redelivery", "switches.redelivery"),
)


def examine(case: Case) -> Iterator[tuple[str, Finding]]:
    """Every check that can be made, with what it found."""
    not_well = dict.fromkeys(case.unreadable)
    for check in CHECKS:
        missing = [need for need in check.needs if need in not_well]
        finding = skipped(f"not before this is well: {missing[0]}") if missing else _look(check, case)
        if finding.state not in GOOD_ENOUGH:
            not_well[check.name] = None
        yield check.name, finding


def _look(check: Check, case: Case) -> Finding:
    file, function = check.look.split(".")
    try:
        found: Finding = getattr(import_module(f"bot.doctor.{file}"), function)(case)
    except Exception as error:  # one check that fails must not keep the others from running
        return broken(error)
    return found
