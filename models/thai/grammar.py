"""Sentences put together from pieces: a <name> in a regular expression stands for the piece of that name."""

import re
from collections.abc import Mapping

_NAMES = re.compile(r"(?<!P)<(\w+)>")  # (?P<name>...) names a group, not a piece


def pattern(line: str, pieces: Mapping[str, str]) -> re.Pattern[str]:
    """The line with every piece in its place."""
    while _NAMES.search(line):
        line = _NAMES.sub(lambda found: pieces[found[1]], line)
    return re.compile(line)
