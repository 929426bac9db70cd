"""The grammar of a check: small functions that look at one value and note what LINE would not accept."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import regex

Path = tuple[str | int, ...]


class Problem(NamedTuple):
    where: Path
    what: str


Check = Callable[[Any, Path, list[Problem]], None]
LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")
MISSING = "May not be empty"


def utf16_units(text: str) -> int:
    """How LINE counts most texts: an emoji is two, a Thai tone mark one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """How LINE counts labels: what the eye sees as one letter is one."""
    return len(regex.findall(r"\X", text))


def size_in_bytes(value: object) -> int:
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def text(longest: int, shortest: int = 1, count: Callable[[str], int] = utf16_units) -> Check:
    def check(value: Any, where: Path, found: list[Problem]) -> None:
        if not isinstance(value, str):
            found.append(Problem(where, "must be a string"))
        elif not value and shortest:
            found.append(Problem(where, MISSING))
        elif not shortest <= count(value) <= longest:
            found.append(Problem(where, f"Length must be between {shortest} and {longest}"))

    return check


def seen(longest: int, shortest: int = 1) -> Check:
    """Text counted by grapheme clusters."""
    return text(longest, shortest, graphemes)


def matching(pattern: str) -> Check:
    whole = re.compile(pattern)

    def check(value: Any, where: Path, found: list[Problem]) -> None:
        if not isinstance(value, str) or not whole.fullmatch(value):
            found.append(Problem(where, "invalid property"))

    return check


def one_of(*values: object) -> Check:
    def check(value: Any, where: Path, found: list[Problem]) -> None:
        if value not in values or isinstance(value, bool) != isinstance(values[0], bool):
            found.append(Problem(where, "must be one of [" + ", ".join(map(str, values)) + "]"))

    return check


def number(least: float, most: float, whole: bool = True) -> Check:
    def check(value: Any, where: Path, found: list[Problem]) -> None:
        right = isinstance(value, int) or (not whole and isinstance(value, float))
        if isinstance(value, bool) or not right:
            found.append(Problem(where, "must be an integer" if whole else "must be a number"))
        elif not least <= value <= most:
            found.append(Problem(where, f"must be between {least} and {most}"))

    return check


def yes_or_no(value: Any, where: Path, found: list[Problem]) -> None:
    if not isinstance(value, bool):
        found.append(Problem(where, "must be a boolean"))


class Web:
    """Addresses of pictures and pages. On one's own machine http to this machine is let through."""

    allow_local_http = True

    @classmethod
    def secure(cls, address: str) -> bool:
        parts = urlsplit(address)
        local = cls.allow_local_http and parts.scheme == "http" and parts.hostname in LOCAL_HOSTS
        return bool(parts.hostname) and (parts.scheme == "https" or local)


def web_address(value: Any, where: Path, found: list[Problem]) -> None:
    if not isinstance(value, str) or not value:
        found.append(Problem(where, MISSING))
    elif utf16_units(value) > 2000:
        found.append(Problem(where, "Length must be between 1 and 2000"))
    elif not is_secure(value):
        found.append(Problem(where, "must be a valid HTTPS URL, percent-encoded using UTF-8"))


def is_secure(address: str) -> bool:
    try:
        return address.isascii() and " " not in address and Web.secure(address)
    except ValueError:
        return False


def listed(each: Check, least: int, most: int) -> Check:
    def check(value: Any, where: Path, found: list[Problem]) -> None:
        if not isinstance(value, list):
            found.append(Problem(where, "must be an array"))
            return
        if not least <= len(value) <= most:
            found.append(Problem(where, f"Size must be between {least} and {most}"))
        for position, item in enumerate(value):
            each(item, (*where, position), found)

    return check


def shape(fields: Mapping[str, Check], needed: tuple[str, ...] = ()) -> Check:
    """An object with these fields and no other."""

    def check(value: Any, where: Path, found: list[Problem]) -> None:
        if not isinstance(value, dict):
            found.append(Problem(where, "must be an object"))
            return
        found.extend(Problem((*where, name), MISSING) for name in needed if name not in value)
        for name, inner in value.items():
            if name in fields:
                fields[name](inner, (*where, name), found)
            else:
                found.append(Problem((*where, str(name)), "unknown field"))

    return check


def by_type(kinds: Mapping[str, Check]) -> Check:
    """An object whose "type" says which check counts."""

    def check(value: Any, where: Path, found: list[Problem]) -> None:
        if not isinstance(value, dict):
            found.append(Problem(where, "must be an object"))
            return
        kind = value.get("type")
        if isinstance(kind, str) and kind in kinds:
            kinds[kind](value, where, found)
        else:
            found.append(Problem((*where, "type"), "must be one of [" + ", ".join(kinds) + "]"))

    return check


def every(*checks: Check) -> Check:
    """One check after the other, as long as the value itself is of the right sort."""

    def check(value: Any, where: Path, found: list[Problem]) -> None:
        for one in checks:
            before = len(found)
            one(value, where, found)
            if any(problem.where == where for problem in found[before:]):
                return

    return check


def objects_in(value: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The objects listed under a name, whatever else may stand there."""
    inside = value.get(name)
    return [one for one in inside if isinstance(one, dict)] if isinstance(inside, list) else []


def anything(value: Any, where: Path, found: list[Problem]) -> None:
    """Takes any value: "type" has been looked at by whoever chose this check."""
