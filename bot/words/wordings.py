"""What was read before a consent was given: every edition of the questions, as it was."""

from functools import cache
from pathlib import Path

import yaml

Wordings = dict[str, list[list[str]]]  # by language: the lines of each sentence that asks
ASKED_BY = {
    "keeping": ("consent.ask",),
    "invitations": ("consent.thanks", "consent.invitations"),
    "photos": ("consent.photos",),
}


@cache
def _editions() -> dict[str, dict[str, Wordings]]:
    rows: dict[str, dict[str, Wordings]] = yaml.safe_load(
        Path(__file__).with_name("wordings.yml").read_text(encoding="utf-8")
    )
    return rows


def read_before(edition: str, what: str) -> Wordings:
    """The question about `what` in this edition, in every language it was asked in."""
    return _editions().get(edition, {}).get(what, {})
