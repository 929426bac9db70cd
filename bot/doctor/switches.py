"""Switches of LINE's that no program can read: only said where they are."""

from bot.doctor.case import Case
from bot.doctor.findings import Finding, look


def groups(_case: Case) -> Finding:
    return look("look.groups")


def automatic_answers(_case: Case) -> Finding:
    return look("look.automatic_answers")


def redelivery(_case: Case) -> Finding:
    return look("look.redelivery")
