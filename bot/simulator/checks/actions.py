"""What a tap can do, and where: buttons, quick replies, rich menu areas, pictures."""

import re
from datetime import datetime
from typing import Any

from bot.simulator.checks.rules import (
    MISSING,
    Check,
    Path,
    Problem,
    anything,
    by_type,
    every,
    matching,
    one_of,
    seen,
    shape,
    text,
    utf16_units,
)

URI_SCHEMES = re.compile(r"(https?|line|tel):", re.IGNORECASE)
MOMENTS = {"date": "%Y-%m-%d", "time": "%H:%M", "datetime": "%Y-%m-%dT%H:%M"}
WRITTEN = {
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "time": re.compile(r"\d\d:\d\d"),
    "datetime": re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d"),
}
EARLIEST, LATEST = 1900, 2100


def uri(value: Any, where: Path, found: list[Problem]) -> None:
    if not isinstance(value, str) or not value:
        found.append(Problem(where, MISSING))
    elif utf16_units(value) > 1000:
        found.append(Problem(where, "Length must be between 1 and 1000"))
    elif not URI_SCHEMES.match(value):
        found.append(Problem(where, "invalid uri scheme"))
    elif not value.isascii() or " " in value:
        found.append(Problem(where, "invalid uri"))


def _postback_rules(value: Any, where: Path, found: list[Problem]) -> None:
    if "displayText" in value and "text" in value:
        found.append(Problem((*where, "displayText"), "displayText and text can't be used together"))
    if "fillInText" in value and value.get("inputOption") != "openKeyboard":
        found.append(Problem((*where, "fillInText"), "only with inputOption openKeyboard"))


def moment(mode: object, written: object) -> datetime | None:
    """A date picker's moment, or nothing if LINE would not understand it."""
    if not isinstance(mode, str) or mode not in MOMENTS or not isinstance(written, str):
        return None
    if not WRITTEN[mode].fullmatch(written):
        return None
    try:
        read = datetime.strptime(written.upper(), MOMENTS[mode])
    except ValueError:
        return None
    return read if mode == "time" or EARLIEST <= read.year <= LATEST else None


def _picker_rules(value: Any, where: Path, found: list[Problem]) -> None:
    mode = value.get("mode")
    said = [name for name in ("min", "initial", "max") if name in value]
    read = {name: moment(mode, value[name]) for name in said}
    unread = [name for name in said if read[name] is None]
    found.extend(Problem((*where, name), "invalid date format or range") for name in unread)
    low, high, start = read.get("min"), read.get("max"), read.get("initial")
    if low and high and low >= high:
        found.append(Problem((*where, "max"), "must be later than min"))
    if start and ((low and start < low) or (high and start > high)):
        found.append(Problem((*where, "initial"), "must be between min and max"))


def _kinds(label: Check, must: tuple[str, ...]) -> dict[str, Check]:
    base: dict[str, Check] = {"type": anything, "label": label}
    data = text(300, 0)
    postback = {
        "data": text(300),
        "displayText": seen(300),
        "text": seen(300),
        "inputOption": one_of("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"),
        "fillInText": seen(300),
    }
    picker = {"data": data, "mode": one_of(*MOMENTS), "initial": anything, "min": anything, "max": anything}
    elsewhere = {"uri": uri, "altUri": shape({"desktop": uri}, ("desktop",))}
    switch = {"data": data, "richMenuAliasId": matching(r"[a-z0-9_-]{1,32}")}
    return {
        "postback": every(shape(base | postback, ("data", *must)), _postback_rules),
        "message": shape(base | {"text": seen(300)}, ("text", *must)),
        "uri": shape(base | elsewhere, ("uri", *must)),
        "datetimepicker": every(shape(base | picker, ("data", "mode", *must)), _picker_rules),
        "clipboard": shape(base | {"clipboardText": text(1000)}, ("clipboardText", *must)),
        "richmenuswitch": shape(base | switch, ("data", "richMenuAliasId", *must)),
        **dict.fromkeys(("camera", "cameraRoll", "location"), shape(base, ("label",))),
    }


def _allowing(kinds: dict[str, Check], *left_out: str) -> Check:
    return by_type({kind: check for kind, check in kinds.items() if kind not in left_out})


PHONE_ONLY = ("camera", "cameraRoll", "location")
in_quick_reply = _allowing(_kinds(seen(20), ("label",)), "richmenuswitch")
in_template = _allowing(_kinds(seen(20), ("label",)), "richmenuswitch", *PHONE_ONLY)
in_image_carousel = _allowing(_kinds(seen(12, 0), ()), "richmenuswitch", *PHONE_ONLY)
in_rich_menu = _allowing(_kinds(seen(20, 0), ()), *PHONE_ONLY)
in_flex_button = _allowing(_kinds(seen(40), ("label",)), "richmenuswitch", *PHONE_ONLY)
in_flex = _allowing(_kinds(seen(40, 0), ()), "richmenuswitch", *PHONE_ONLY)
on_template_picture = _allowing(_kinds(seen(40, 0), ()), "richmenuswitch", *PHONE_ONLY)
